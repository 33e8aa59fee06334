"""The chair's rulings, and what a judge has follows them."""

import pytest

from awards.judging.assignments import assignment, declare_conflict
from awards.judging.ruled import ruling, ruling_on, rulings
from awards.judging.rulings import remove_ruling, rule_on
from awards.vocabulary import AssignmentStatus, PanelRole
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala


def test_a_ruling_is_kept_with_who_made_it_and_gives_way_to_the_next(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    first = rule_on(db, judge.id, ada.id, conflict=True, reason=" Neighbours ", by="Ada Chair", on=TODAY)
    assert (first.conflict, first.reason, first.ruled_by, first.ruled_on) == (
        True,
        "Neighbours",
        "Ada Chair",
        TODAY,
    )
    second = rule_on(db, judge.id, ada.id, conflict=False, reason="Has moved", by="Ada Chair", on=TODAY)
    assert second.id == first.id
    assert rulings(db, gala.round_id) == [second] == [ruling_on(db, judge.id, ada.id)]
    assert len(history.of_row(db, "panel_ruling", first.id)) == 2
    remove_ruling(db, first.id)
    assert ruling_on(db, judge.id, ada.id) is None
    with pytest.raises(LookupError):
        ruling(db, first.id)


def test_a_conflict_ends_scoring_and_no_conflict_takes_it_up_again(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.judging(ada.id)
    given = gala.give(judge.id, ada.id)
    gala.score(given, 4)
    rule_on(db, judge.id, ada.id, conflict=True, reason="Neighbours", by="Ada Chair", on=TODAY)
    held = assignment(db, given)
    assert (held.status, held.reason) == (AssignmentStatus.CONFLICT, "Neighbours")
    rule_on(db, judge.id, ada.id, conflict=False, reason="Not the same street", by="Ada Chair", on=TODAY)
    held = assignment(db, given)
    assert (held.status, held.reason) == (AssignmentStatus.SCORED, "")


def test_a_judge_with_a_conflict_and_no_scores_begins_anew(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    given = gala.give(judge.id, ada.id)
    declare_conflict(db, given, "I may know her")
    rule_on(db, judge.id, ada.id, conflict=False, reason="Another Ada", by="Ada Chair", on=TODAY)
    assert assignment(db, given).status is AssignmentStatus.ASSIGNED


def test_nobody_clears_a_conflict_of_their_own(db: Database) -> None:
    gala = Gala(db)
    chair, ada = gala.judge("Ada Chair", role=PanelRole.CHAIR), gala.nominate("Ada Example")
    with pytest.raises(FieldProblem, match="cannot clear a conflict of their own") as refused:
        rule_on(db, chair.id, ada.id, conflict=False, reason="No harm", by="chair ada", on=TODAY)
    assert refused.value.field == "by"
    assert rule_on(db, chair.id, ada.id, conflict=True, reason="My niece", by="Ada Chair", on=TODAY).conflict


@pytest.mark.parametrize(("reason", "by", "field"), [(" ", "Ada Chair", "reason"), ("Neighbours", "", "by")])
def test_a_ruling_has_a_reason_and_a_name(db: Database, reason: str, by: str, field: str) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    with pytest.raises(FieldProblem) as refused:
        rule_on(db, judge.id, ada.id, conflict=True, reason=reason, by=by, on=TODAY)
    assert refused.value.field == field
    assert rulings(db, gala.round_id) == []


def test_a_judge_of_another_round_is_refused(db: Database) -> None:
    gala, before = Gala(db), Gala(db, "Proud to Care 2025", year=2025)
    with pytest.raises(Problem, match="panel of another round"):
        rule_on(db, before.judge().id, gala.nominate().id, conflict=True, reason="A", by="B", on=TODAY)
