"""What a file of nominations would add is found before anything is written."""

from datetime import UTC, date, datetime

import pytest

from awards.nominations.files.checked import FlagKind
from awards.nominations.files.checking import check
from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.mapping import ColumnUse
from awards.nominations.files.preview import preview_groups
from awards.nominations.files.taking_in import take_in
from awards.nominations.nominations import nominations
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import archive_round
from awards.vocabulary import Consent, EntryStatus, NominatorKind, RoundPhase
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.files.forms.forms_file import read_forms_file
from resources.files.forms.preview import save_refused_rows
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.conftest import TODAY, Look

NOW = datetime(2026, 9, 30, 9, tzinfo=UTC)


def kinds(found: object) -> list[FlagKind]:
    return [flag.kind for flag in found.flags]  # type: ignore[attr-defined]


def test_a_response_becomes_a_nomination(db: Database, look: Look, gala: Gala) -> None:
    found = look([made.row(1)])
    (one,) = found.new
    draft = one.draft
    assert (draft.nominee, draft.job_role, draft.service_id) == ("Ada Example", "Senior carer", gala.house)
    assert draft.statement == f"{made.STORY} (1)"  # with its lines
    assert (draft.nominator, draft.nominator_email) == ("Wren Specimen 1", "wren1@example.org")
    assert (draft.nominator_kind, draft.relation) == (NominatorKind.FAMILY, "Daughter")
    assert (draft.publish_words, one.received_on, one.late) == (Consent.YES, date(2026, 9, 2), "")
    assert (one.join, kinds(one), found.refused, found.asked.is_any) == ("", [], (), False)
    assert nominations(db, gala.round_id) == []  # looking writes nothing


@pytest.mark.parametrize(
    ("given", "heading", "reason"),
    [
        ({"nominee": ""}, made.NOMINEE, "The row names nobody who is nominated."),
        ({"nominee": "n/a"}, made.NOMINEE, "“n/a” names nobody."),
        ({"nominee": "Ada " * 60}, made.NOMINEE, "The name is 239 signs long."),
        ({"category": ""}, made.CATEGORY, "The row says no category."),
        ({"category": "Best Cat"}, made.CATEGORY, "“Best Cat” is no category of Proud to Care 2026."),
        ({"why": ""}, made.WHY, "Nothing says why they are nominated."),
        ({"why": "n/a"}, made.WHY, "“n/a” says nothing of why."),
        ({"why": "Please see attached document."}, made.WHY, "says nothing of why."),
        ({"why": "#NAME?"}, made.WHY, "Excel shows “#NAME?” in place of what was written."),
        ({"sent": "12/24/27 10:00:00"}, "", "24 December 2027 has not come yet."),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    look: Look, given: dict[str, str], heading: str, reason: str
) -> None:
    found = look([made.row(1, **given), made.row(2)])
    (refused,) = found.refused
    assert (refused.line, refused.field) == (2, heading)
    assert reason in refused.reason
    assert [one.line for one in found.new] == [3]


def test_blank_rows_and_headings_that_come_again_are_nothing(look: Look) -> None:
    found = look([made.row(1), made.HEADINGS, tuple("" for _ in made.HEADINGS), ("9", "", "9/1/26 10:00:00")])
    assert (len(found.new), len(found.blank), len(found.refused)) == (1, 1, 0)


def test_one_category_for_the_whole_file(look: Look, gala: Gala) -> None:
    team = gala.category("Team")
    found = look([made.row(1, "Night Team", category="")], category_id=team.id)
    assert found.new[0].category == team


def test_words_that_are_like_a_category_are_asked(look: Look, gala: Gala) -> None:
    rows = [made.row(1, "Night Team", category="Team award")]
    found = look(rows)
    team = gala.category("Team")
    assert found.asked.categories["Team award"][0] == team.id
    assert found.new == () and len(found.refused) == 1
    assert look(rows, categories={"team award": team.id}).new[0].category == team


def test_several_awards_and_nominees_in_one_response(look: Look) -> None:
    both = f"{made.CARE};Proud to Lead a Successful Caring Service;"
    found = look([made.row(1, "Ada Example\nBen Specimen", category=both)])
    assert [(one.draft.nominee, one.category.name[:13]) for one in found.new] == [
        ("Ada Example", "Proud to deli"), ("Ben Specimen", "Proud to deli"),
        ("Ada Example", "Proud to Lead"), ("Ben Specimen", "Proud to Lead"),
    ]  # fmt: skip
    assert len({one.row_key for one in found.new}) == 4
    assert {one.draft.job_role for one in found.new} == {""}  # nobody knows whose it is
    assert all(FlagKind.SEVERAL in kinds(one) for one in found.new)


def test_and_is_decided_by_a_person(look: Look) -> None:
    rows = [made.row(1, "Ada Example and Ben Specimen")]
    found = look(rows)
    (asked,) = found.asked.several
    assert (len(found.new), asked.apart, asked.line) == (1, False, 2)
    apart = look(rows, several={asked.key: True})
    assert [one.draft.nominee for one in apart.new] == ["Ada Example", "Ben Specimen"]
    assert apart.asked.several[0].apart


def test_a_service_may_be_named_by_its_home_alone(look: Look, gala: Gala) -> None:
    found = look([made.row(1, "", category="Proud to be Engaging with the Community")])
    assert (found.new[0].draft.nominee, found.new[0].draft.service_id) == ("Rosewood House", gala.house)
    told = look([made.row(1, "Rosewood House", place="", category="Proud to be Engaging with the Community")])
    assert told.new[0].draft.service_id == gala.house


def test_a_place_that_is_near_is_asked_and_never_guessed(look: Look, gala: Gala) -> None:
    from awards.nominations.files.matching import PlaceDecision

    rows = [made.row(1, place="Rosewod House")]
    found = look(rows)
    (asked,) = found.asked.places
    assert found.new[0].draft.service_id is None and kinds(found.new[0]) == [FlagKind.NOT_TIED]
    decided = look(rows, places={asked.told.key: PlaceDecision(gala.rosewood, gala.house)})
    assert decided.new[0].draft.service_id == gala.house and kinds(decided.new[0]) == []


def test_a_second_nomination_is_another_voice(db: Database, look: Look, gala: Gala) -> None:
    ada = gala.nominate("Ada Example")
    found = look(
        [
            made.row(1),
            made.row(2, "EXAMPLE, Ada"),
            made.row(3, "Ben Specimen"),
            made.row(4, "Mr Ben Specimen"),
        ]
    )
    assert [one.join for one in found.new] == [ada.id, ada.id, "", found.new[2].row_key]
    assert found.nominees == 1
    key = found.asked.joins[0].key
    apart = look([made.row(1)], joins={key: False})
    assert apart.new[0].join == "" and kinds(apart.new[0]) == [FlagKind.MAY_BE]


def test_one_name_at_another_home_is_asked_and_else_somebody_new(look: Look, gala: Gala) -> None:
    gala.nominate("Ada Example", service_id=gala.lodge)
    found = look([made.row(1), made.row(2, place="Nowhere Towers")])
    assert [one.join for one in found.new] == ["", ""]
    assert [one.reason for one in found.asked.joins][:1] == ["The same name at another home or service."]
    same = look([made.row(1)], joins={found.asked.joins[0].key: True})
    assert same.new[0].join != ""


def test_teams_of_one_name_at_two_homes_are_two_teams(look: Look, gala: Gala) -> None:
    gala.nominate("Night Team", "Team", service_id=gala.lodge)
    found = look([made.row(1, "Night Team", category=made.TEAM)])
    assert (found.asked.joins, [one.join for one in found.new]) == ((), [""])


def test_whoever_is_out_is_nominated_anew(look: Look, gala: Gala) -> None:
    gala.stands(gala.nominate("Ada Example").id, EntryStatus.INELIGIBLE)
    (one,) = look([made.row(1)]).new
    assert (one.join, kinds(one)) == ("", [FlagKind.OUT_BEFORE])
    assert "2026-001 Ada Example is ineligible" in one.flags[0].words


def test_what_is_long_attached_cut_off_or_said_twice_is_flagged(look: Look) -> None:
    rows = [
        made.row(1, why="word " * 301),
        made.row(2, "Ben Specimen", why="", upload="https://example.org/a.docx"),
        made.row(3, "Cy Sample", why="See attached", upload="letter.pdf"),
        made.row(4, "Dee Sample", why="https://example.org/b.docx"),
        made.row(5, "Eve Sample", why="x" * 32_767),
        made.row(6, "Fay Sample", why="All of one text, word for word."),
        made.row(7, "Gus Sample", why="All of one text, word for word"),
        made.row(8, "Gus Sample", why="Other words.", email="wren7@example.org"),
        made.row(9, "Hal Sample", name="Hal Sample"),
        made.row(10, "Ida Sample", name="", email="ida(at)example", quote="Yes, but not my name"),
    ]
    found = look(rows)
    by_name = {one.draft.nominee: kinds(one) for one in found.new}
    assert by_name["Ada Example"] == [FlagKind.OVER_LIMIT]
    assert {by_name[name][0] for name in ("Ben Specimen", "Cy Sample", "Dee Sample")} == {FlagKind.ATTACHED}
    assert [one.draft.attachment for one in found.new[1:4]] == [
        "https://example.org/a.docx", "letter.pdf", "https://example.org/b.docx",
    ]  # fmt: skip
    assert by_name["Eve Sample"] == [FlagKind.CUT_OFF]
    assert [kinds(one) for one in found.new[6:8]] == [[FlagKind.SAME_WORDS], [FlagKind.AGAIN]]
    assert by_name["Hal Sample"] == [FlagKind.SELF]
    assert by_name["Ida Sample"] == [FlagKind.ADDRESS, FlagKind.NOBODY, FlagKind.CONSENT]
    assert (found.new[-1].draft.nominator_email, found.new[-1].draft.publish_words) == ("", Consent.NO)


def test_twenty_thousand_words_are_read(look: Look) -> None:
    (one,) = look([made.row(1, why="word " * 20_000)]).new
    assert (one.words, kinds(one)) == (20_000, [FlagKind.OVER_LIMIT])


def test_without_a_statement_it_can_wait_among_the_drafts(look: Look) -> None:
    rows = [made.row(1, why=""), made.row(2, why="see attached"), made.row(3)]
    assert look(rows).asked.without_statement == 2
    found = look(rows, as_drafts=True)
    assert [one.as_draft for one in found.new] == [True, True, False]
    assert kinds(found.new[0]) == [FlagKind.DRAFT]


def test_what_is_late_comes_in_only_with_a_reason(db: Database, look: Look, gala: Gala) -> None:
    set_phase(db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 8, 1), until_on=date(2026, 9, 3))
    rows = [made.row(1), made.row(5)]
    found = look(rows)
    assert ([one.line for one in found.held_back], len(found.new), found.asked.late) == ([3], 1, 1)
    assert "after nominations closed on 3 September 2026" in found.held_back[0].late
    taken = look(rows, late_reason="The form closed a day late.")
    assert [kinds(one) for one in taken.new] == [[], [FlagKind.LATE]]


def test_a_round_that_takes_in_nothing_more(db: Database, look: Look, gala: Gala) -> None:
    gala.at(RoundPhase.DECIDE)
    with pytest.raises(Problem, match="takes in no more nominations"):
        look([made.row(1)])
    gala.at(RoundPhase.NOMINATE)
    archive_round(db, gala.round_id, today=TODAY)
    with pytest.raises(Problem, match="archived"):
        look([made.row(1)])


def test_responses_held_are_known_again_and_changed_words_are_told(
    db: Database, look: Look, gala: Gala
) -> None:
    take_in(db, look([made.row(1), made.row(2, "Ben Specimen")]), now=NOW)
    again = look(
        [made.row(1), made.row(2, "Ben Specimen", why="Quite other words."), made.row(3, "Cy Sample")]
    )
    assert (len(again.already), [one.draft.nominee for one in again.new]) == (2, ["Cy Sample"])
    (changed,) = again.changed
    assert (changed.nominee, changed.told, changed.refused) == ("Ben Specimen", "Quite other words.", "")
    assert again.edits == ()
    gala.judging(*(one.entry_id for one in nominations(db, gala.round_id)))
    (judged,) = look([made.row(2, "Ben Specimen", why="Quite other words.")], take_changed=True).changed
    assert "The judges read it already" in judged.refused


def test_rows_left_out_stay_out(look: Look) -> None:
    rows = [made.row(1), made.row(2)]
    key = look(rows).file.responses[0].row_key
    found = look(rows, leave=frozenset({key}))
    assert (len(found.left), len(found.new)) == (1, 1)


def test_the_file_of_another_round_is_warned_of(db: Database, look: Look, gala: Gala) -> None:
    last = Gala(db, "Proud to Care 2025", year=2025)
    rows = [made.row(1), made.row(2)]
    file = look(rows).file
    names = look(rows).uses
    take_in(db, check(db, last.round_id, file, names, today=TODAY), now=NOW)
    assert "2 responses were taken in for Proud to Care 2025: this may be its file." in look(rows).warnings


def test_a_column_of_days_goes_before_the_time_of_sending(look: Look) -> None:
    headings = (*made.HEADINGS, "Date received")
    rows = [(*made.row(1), "30/08/2026"), (*made.row(2), "no day"), (*made.row(3), "")]
    found = look(rows, headings=headings)
    assert [one.received_on for one in found.new] == [date(2026, 8, 30), date(2026, 9, 4)]
    assert found.refused[0].field == "Date received"


def test_refused_rows_are_mended_and_read_again(db: Database, look: Look, tmp_path: object) -> None:
    from pathlib import Path

    found = look([made.row(1, why=""), made.row(2)])
    path = Path(str(tmp_path)) / "refused.xlsx"
    save_refused_rows(found.file, found.refused, path)
    again = look(read_forms_file(path))
    assert [one.reason for one in again.refused] == ["Nothing says why they are nominated."]
    assert [one.field for one in again.uses.values()] == [one.field for one in found.uses.values()]


def test_a_name_in_two_columns_is_one_nominee_each(look: Look) -> None:
    headings = ("Timestamp", "Award", "Nominee 1", "Nominee 2", "Why?", "Your name")
    rows = [("2026-09-01 10:00", made.CARE, "Ada Example", "Ben Specimen", "Kind.", "Wren Specimen")]
    assert [one.draft.nominee for one in look(rows, headings=headings).new] == ["Ada Example", "Ben Specimen"]


def test_first_and_last_names_stand_together(look: Look) -> None:
    headings = (
        "Timestamp",
        "Award",
        "Nominee first name",
        "Nominee surname",
        "Why?",
        "First name",
        "Last name",
    )
    rows = [("2026-09-01 10:00", made.CARE, "Ada", "Example", "Kind.", "Wren", "Specimen")]
    (one,) = look(rows, headings=headings).new
    assert (one.draft.nominee, one.draft.nominator) == ("Ada Example", "Wren Specimen")


def test_columns_left_out_are_said(look: Look) -> None:
    found = look([made.row(1)], uses={"their job role": ColumnUse(F.LEFT_OUT)})
    assert "Their job role" in found.left_out
    assert found.new[0].draft.job_role == ""


def test_what_came_before_nominations_opened_is_not_called_late(look: Look, gala: Gala) -> None:
    set_phase(
        gala.db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 9, 4), until_on=date(2026, 9, 8)
    )
    rows = [made.row(1), made.row(2, "Ben Specimen"), made.row(8, "Cat Sample")]
    found = look(rows)
    assert found.asked.late_words == "2 nominations came before nominations opened, 1 came late"
    assert [group.name for group in preview_groups(found) if "pened" in group.name or group.name == "Late"] == [
        "Before nominations opened", "Late",
    ]  # fmt: skip
    taken = look(rows, late_reason="Agreed")
    assert len(taken.flagged(FlagKind.EARLY)) == 2 and len(taken.flagged(FlagKind.LATE)) == 1
    assert look(rows[:2]).asked.late_words == "2 nominations came before nominations opened"
    assert look(rows[2:]).asked.late_words == "1 nomination came late"


def test_a_service_is_tied_by_its_own_name_before_its_place(look: Look, gala: Gala) -> None:
    manor = add_service(gala.db, gala.hazel, name="Velvetridge Manor", kind=ServiceKind.RESIDENTIAL_HOME)
    add_service(
        gala.db, gala.rosewood, name="Velvetridge Residential Home", kind=ServiceKind.RESIDENTIAL_HOME
    )
    award = gala.category("Community").name
    found = look([
        made.row(1, "Velvetridge Manor", category=award, place="Velvetridge"),
        made.row(2, "Ada Example", place="Velvetridge"),
        made.row(3, "Velvetridge Manor night team", category=made.TEAM, place=""),
    ])  # fmt: skip
    assert [one.draft.service_id for one in found.new] == [manor.id, None, manor.id]
    assert [one.told.asked_words for one in found.asked.places] == ["Velvetridge"]
    assert found.asked.places[0].likeliest is None
