"""The tables of the i-Work register keep what they are meant to, and nothing else."""

import pytest

from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.schema_words import check_words
from workforce.iwork import vocabulary as words


def test_the_tables_allow_exactly_the_vocabulary(vault: Database) -> None:
    levels = {(table, sense.value): words.Level for table in ("profile", "post") for sense in words.Sense}
    check_words(
        vault,
        {
            **levels,
            ("person", "long_term_support"): words.KnownOrNot,
            ("person", "closed_reason"): words.ClosedReason,
            ("consent", "scope"): words.ConsentScope,
            ("profile", "buddy"): words.BuddyNeed,
            ("profile_task", "wish"): words.TaskWish,
            ("travel", "mode"): words.TravelMode,
            ("check_held", "kind"): words.CheckKind,
            ("check_held", "state"): words.CheckState,
            ("adjustment_need", "need"): words.Need,
            ("employer", "stage"): words.EmployerStage,
            ("employer", "interest_from"): words.InterestFrom,
            ("employer", "staff"): words.StaffBand,
            ("employer_contact", "kind"): words.ContactKind,
            ("post", "status"): words.PostStatus,
            ("post", "pattern"): words.ShiftPattern,
            ("post", "contract"): words.Contract,
            ("post", "buddy"): words.BuddyOffer,
            ("post_check", "kind"): words.CheckKind,
            ("post_check", "needed"): words.WhenNeeded,
            ("post_adjustment", "offer"): words.Offer,
            ("post_step", "from_status"): words.PostStatus,
            ("post_step", "to_status"): words.PostStatus,
            ("placing_rule", "kind"): words.RuleKind,
            ("match_weight", "factor"): words.Factor,
            ("travel_speed", "mode"): words.TravelMode,
            ("placement", "stage"): words.Stage,
            ("placement", "paused_from"): words.Stage,
            ("placement", "end_reason"): words.EndReason,
            ("placement", "access_to_work"): words.AccessToWork,
            ("placement_step", "from_stage"): words.Stage,
            ("placement_step", "to_stage"): words.Stage,
            ("support_visit", "kind"): words.SupportKind,
            ("taster", "outcome"): words.TasterOutcome,
            ("benefit_rule", "kind"): words.BenefitKind,
            ("reminder", "kind"): words.ReminderKind,
            ("measure_base", "kind"): words.MeasureKind,
        },
    )


PERSON = {
    "id": "p", "number": 14, "given_name": "Ada", "referred_on": "2026-09-01", "why_held": "To find and keep work",
    "review_on": "2027-03-01", "delete_by": "2028-09-01",
}  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"given_name": ""},
        {"number": 0},
        {"why_held": ""},
        {"delete_by": "2026-08-31"},
        {"easting": 1},
    ],
)
def test_what_cannot_be_is_not_kept(vault: Database, wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), change(vault, "Kept"):
        vault.insert_row("person", {**PERSON, **wrong})  # type: ignore[dict-item]
    assert vault.value("select count(*) from person") == 0


def test_hours_that_end_before_they_begin_are_not_kept(vault: Database) -> None:
    with change(vault, "Kept"):
        vault.insert_row("person", PERSON)
    with pytest.raises(IntegrityError), change(vault, "Kept"):
        vault.insert_row(
            "availability",
            {"id": "a", "person_id": "p", "weekday": 0, "from_minute": 900, "until_minute": 600},
        )
