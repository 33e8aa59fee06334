"""The tables of the awards keep what they are meant to, and nothing else."""

import pytest

from awards import vocabulary as words
from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.schema_words import check_words


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("award_round", "phase"): words.RoundPhase,
            ("award_round", "tie_rule"): words.TieRule,
            ("award_phase", "phase"): words.RoundPhase,
            ("award_phase", "scores_seen"): words.ScoresSeen,
            ("round_step", "from_phase"): words.RoundPhase,
            ("round_step", "to_phase"): words.RoundPhase,
            ("award_category", "nominee_kind"): words.NomineeKind,
            ("award_entry", "nominee_kind"): words.NomineeKind,
            ("award_entry", "status"): words.EntryStatus,
            ("award_entry", "publish_name"): words.Consent,
            ("award_entry", "photo"): words.Consent,
            ("nomination", "status"): words.NominationStatus,
            ("nomination", "how"): words.HowReceived,
            ("nomination", "nominator_kind"): words.NominatorKind,
            ("nomination", "publish_words"): words.Consent,
            ("nomination", "over_limit"): words.OverLimit,
            ("entry_step", "from_status"): words.EntryStatus,
            ("entry_step", "to_status"): words.EntryStatus,
            ("entry_check", "answer"): words.CheckAnswer,
            ("panel_member", "role"): words.PanelRole,
            ("panel_interest", "kind"): words.InterestKind,
            ("judge_assignment", "status"): words.AssignmentStatus,
            ("judge_score", "how"): words.HowScored,
            ("award_decision", "outcome"): words.Outcome,
            ("award_decision", "tie"): words.TieBrokenBy,
            ("ceremony_guest", "role"): words.GuestRole,
            ("ceremony_guest", "answer"): words.GuestAnswer,
            ("ceremony_guest", "photo"): words.Consent,
            ("ceremony_item", "kind"): words.CeremonyItemKind,
            ("ceremony_wording", "letter"): words.CeremonyLetter,
        },
    )


ROUND = {"id": "r", "name": "Proud to Care 2026", "year": 2026}
CATEGORY = {"id": "c", "round_id": "r", "name": "Team", "nominee_kind": "team", "position": 1}
ENTRY = {"id": "e", "round_id": "r", "category_id": "c", "number": 1, "nominee_kind": "team", "nominee": "Night team",
         "status": "submitted", "added_on": "2026-09-01"}  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"nominee": ""},
        {"number": 0},
        {"status": "merged"},
        {"merged_into_id": "e"},
        {"status": "moved_category"},
    ],
)
def test_what_cannot_be_is_not_kept(db: Database, wrong: dict[str, object]) -> None:
    with change(db, "Kept"):
        db.insert_row("award_round", ROUND)
        db.insert_row("award_category", CATEGORY)
    with pytest.raises(IntegrityError), change(db, "Kept"):
        db.insert_row("award_entry", {**ENTRY, **wrong})  # type: ignore[dict-item]
    assert db.value("select count(*) from award_entry") == 0
