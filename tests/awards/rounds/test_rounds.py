"""A round is started with everything ready, put right and put away."""

from datetime import UTC, date, datetime

import pytest

from awards.rounds.categories import categories
from awards.rounds.checklist import checklist
from awards.rounds.criteria import criteria_of, values_of
from awards.rounds.phase_plan import phases_of
from awards.rounds.rounds import (
    archive_round,
    award_round,
    edit_round,
    is_round,
    restore_round,
    rounds,
    start_round,
)
from awards.vocabulary import NomineeKind, RoundPhase, ScoresSeen, TieRule
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import Gala

TODAY = date(2026, 6, 1)


def test_a_round_begins_with_the_seven_categories_criteria_and_checklist(db: Database) -> None:
    held = start_round(db, " Proud to Care 2026 ", year=2026, today=TODAY)
    assert (held.name, held.year, held.phase) == ("Proud to Care 2026", 2026, RoundPhase.NOMINATE)
    assert (held.word_limit, held.most_finalists, held.least_scores, held.may_not_award) == (300, 4, 3, True)
    assert [(one.name, one.nominee_kind) for one in categories(db, held.id)] == [
        ("Proud to deliver Excellent Person Centred Care", NomineeKind.INDIVIDUAL),
        ("Proud to Care Team Award", NomineeKind.TEAM),
        ("Proud to be a Learning and Development Champion", NomineeKind.INDIVIDUAL),
        ("Proud to be Engaging with the Community", NomineeKind.SERVICE),
        ("Proud to be Delivering Innovative Care Services", NomineeKind.SERVICE),
        ("Proud to Lead a Successful Caring Service", NomineeKind.INDIVIDUAL),
        ("Proud to Support Excellent Care Delivery", NomineeKind.INDIVIDUAL),
    ]
    scored = criteria_of(db, categories(db, held.id)[1].id)
    assert [(one.name, one.weight) for one in scored] == [
        ("Difference made", 20), ("Values", 15), ("Beyond the role", 10), ("Together", 15)
    ]  # fmt: skip
    assert [one.points for one in values_of(db, scored[0].id)] == [100, 200, 300, 400, 500]
    assert len(checklist(db, held.id)) == 6
    assert [(one.phase, one.scores_seen) for one in phases_of(db, held.id)][2:5] == [
        (RoundPhase.SCORE, ScoresSeen.NEVER),
        (RoundPhase.MODERATE, ScoresSeen.AFTER_OWN),
        (RoundPhase.DECIDE, ScoresSeen.ALWAYS),
    ]
    undone = history.undo(db)
    assert undone is not None and undone.action.endswith("Started the round Proud to Care 2026")
    assert rounds(db) == [] and not db.value("select exists (select 1 from award_value)")


def test_its_rules_can_be_put_right(db: Database) -> None:
    held = start_round(db, "Proud to Care 2026", year=2026, today=TODAY)
    until = datetime(2026, 12, 9, 19, tzinfo=UTC)
    changed = edit_round(
        db, held.id, name="Proud to Care", word_limit=250, tie_rule=TieRule.CHAIR, may_not_award=False,
        embargo_until=until, event_id="e", note=" so ",
    )  # fmt: skip
    assert changed == award_round(db, held.id)
    assert (changed.name, changed.word_limit, changed.tie_rule) == ("Proud to Care", 250, TieRule.CHAIR)
    assert (changed.may_not_award, changed.embargo_until, changed.event_id) == (False, until, "e")
    assert changed.note == "so"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "proud to care 2025"}, "name"),
        ({"year": 26}, "year"),
        ({"word_limit": 0}, "word_limit"),
        ({"word_limit": None}, "word_limit"),
        ({"most_finalists": 51}, "most_finalists"),
        ({"least_scores": 21}, "least_scores"),
    ],
)
def test_rules_that_make_no_sense_are_refused(db: Database, facts: dict[str, object], field: str) -> None:
    start_round(db, "Proud to Care 2025", year=2025, today=TODAY)
    held = start_round(db, "Proud to Care 2026", year=2026, today=TODAY)
    with pytest.raises(FieldProblem) as refused:
        edit_round(db, held.id, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert award_round(db, held.id) == held


def test_a_year_far_off_is_a_slip(db: Database) -> None:
    with pytest.raises(FieldProblem, match="2062 is far from 2026"):
        start_round(db, "Proud to Care", year=2062, today=TODAY)


def test_the_latest_stands_first_and_what_is_put_away_stays_as_it_is(db: Database) -> None:
    old = start_round(db, "Proud to Care 2025", year=2025, today=TODAY)
    new = start_round(db, "Proud to Care 2026", year=2026, today=TODAY)
    away = archive_round(db, old.id, today=TODAY)
    assert away.archived_on == TODAY
    assert rounds(db) == [new] and rounds(db, archived=True) == [new, away]
    with pytest.raises(Problem, match="archived, so it stays"):
        edit_round(db, old.id, note="x")
    with pytest.raises(Problem, match="archived already"):
        archive_round(db, old.id, today=TODAY)
    assert restore_round(db, old.id) == old


def test_the_rules_by_which_people_won_stay(db: Database) -> None:
    held = start_round(db, "Proud to Care 2026", year=2026, today=TODAY)
    with change(db, "Set up"):
        db.update_row("award_round", held.id, {"announced_at": "2026-12-09T19:00:00+00:00"})
    with pytest.raises(FieldProblem, match="rules by which they came about stay"):
        edit_round(db, held.id, least_scores=2)
    assert edit_round(db, held.id, least_scores=3, note="A good evening").note == "A good evening"


def test_once_something_is_decided_the_rules_it_was_decided_by_stay(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate()
    with pytest.raises(FieldProblem, match="known as 2026-001"):
        edit_round(db, gala.round_id, year=2027)
    assert edit_round(db, gala.round_id, tie_rule=TieRule.CHAIR, year=2026).tie_rule is TieRule.CHAIR
    with change(db, "Set up"):
        db.insert_row(
            "award_decision",
            {"id": "d", "category_id": ada.category_id, "entry_id": ada.id, "outcome": "winner", "reason": "x",
             "decided_by": "Test Officer", "decided_on": "2026-12-01", "basis": "{}"},
        )  # fmt: skip
    with pytest.raises(FieldProblem, match="Take the decisions back"):
        edit_round(db, gala.round_id, tie_rule=TieRule.JOINT)
    assert edit_round(db, gala.round_id, most_finalists=5).most_finalists == 5
    with change(db, "Set up"):
        db.update_row("award_decision", "d", {"ended_on": "2026-12-02"})
    assert edit_round(db, gala.round_id, tie_rule=TieRule.JOINT).tie_rule is TieRule.JOINT


def test_a_round_that_is_gone_is_a_fault_of_ours(db: Database) -> None:
    assert not is_round(db, "gone")
    with pytest.raises(LookupError):
        award_round(db, "gone")
