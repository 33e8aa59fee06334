"""Nominees given to judges one by one: what is refused, what is taken back, who stands aside."""

import pytest

from awards.judging.assignments import (
    assignment,
    assignment_between,
    assignments,
    assignments_of,
    declare_conflict,
    give,
    judge_again,
    recuse,
    take_back,
)
from awards.judging.panel import stand_down
from awards.vocabulary import AssignmentStatus
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_a_nominee_is_given_and_taken_back(db: Database, gala: Gala) -> None:
    judge, ada, ben = gala.judge(), gala.nominate("Ada Example"), gala.nominate("Ben Example")
    gala.judging(ada.id, ben.id)
    second = give(db, judge.id, ben.id, today=TODAY)
    first = give(db, judge.id, ada.id, today=TODAY)
    assert (first.status, first.assigned_on, first.is_locked) == (AssignmentStatus.ASSIGNED, TODAY, False)
    assert assignments(db, gala.round_id) == assignments_of(db, member_id=judge.id) == [first, second]
    assert assignments_of(db, entry_id=ada.id) == [first]
    assert assignment_between(db, judge.id, ada.id) == first
    undo = history.next_undo(db)
    assert undo is not None and undo.action == "Gave 2026-001 to Jo Judge"
    take_back(db, first.id)
    assert assignment_between(db, judge.id, ada.id) is None
    with pytest.raises(LookupError):
        assignment(db, first.id)


def test_what_may_not_be_given_is_refused_with_the_reason(db: Database, gala: Gala) -> None:
    ada, waiting = gala.nominate("Ada Example"), gala.nominate("Ben Example")
    gala.judging(ada.id)
    friend, gone = gala.judge("Wren Specimen"), gala.judge("Gus Invented")
    other = Gala(db, "Proud to Care 2025", year=2025).judge()
    stand_down(db, gone.id, today=TODAY, reason="Is ill")
    for judge, nominee, words in (
        (
            friend,
            ada,
            "Wren Specimen may not judge 2026-001. Wren Specimen has the name of somebody who nominated them.",
        ),
        (friend, waiting, "2026-002 is not with the judges: submitted"),
        (gone, ada, "has stood down"),
        (other, ada, "panel of another round"),
    ):
        with pytest.raises(Problem) as refused:
            give(db, judge.id, nominee.id, today=TODAY)
        assert words in refused.value.sentence
    assert assignments(db, gala.round_id) == []


def test_nothing_is_given_twice(db: Database, gala: Gala) -> None:
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.judging(ada.id)
    give(db, judge.id, ada.id, today=TODAY)
    with pytest.raises(Problem, match="already given"):
        give(db, judge.id, ada.id, today=TODAY)


def test_what_was_answered_is_not_taken_back(db: Database, gala: Gala) -> None:
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    given = gala.give(judge.id, ada.id)
    gala.score(given, 3)
    with pytest.raises(Problem, match="stays on file"):
        take_back(db, given)
    with change(db, "Set up"):
        db.update_row("judge_assignment", given, {"status": "abstained"})
    with pytest.raises(Problem, match="stays on file"):
        take_back(db, given)


def test_a_judge_stands_aside_and_comes_back(db: Database, gala: Gala) -> None:
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    given = gala.give(judge.id, ada.id)
    gala.score(given, 3)
    held = recuse(db, given, " On leave ")
    assert (held.status, held.reason, held.is_left) == (AssignmentStatus.RECUSED, "On leave", True)
    again = judge_again(db, given, "Back from leave")
    assert (again.status, again.reason, again.is_left) == (AssignmentStatus.SCORED, "Back from leave", False)
    with pytest.raises(Problem, match="Nothing was changed"):
        judge_again(db, given, "Again")


@pytest.mark.parametrize("again", [recuse, declare_conflict])
def test_the_reason_of_a_judge_who_stood_aside_is_not_written_over(db: Database, gala: Gala, again) -> None:  # type: ignore[no-untyped-def]
    given = gala.give(gala.judge().id, gala.nominate("Ada Example").id)
    held = recuse(db, given, "On leave")
    with pytest.raises(Problem, match=r"Jo Judge does not judge 2026-001 already: .*“On leave”"):
        again(db, given, "Another reason")
    assert assignment(db, given) == held


def test_a_judge_in_conflict_does_not_come_back(db: Database, gala: Gala) -> None:
    judge, ada = gala.judge("Wren Specimen"), gala.nominate("Ada Example")
    given = gala.give(judge.id, ada.id)
    held = declare_conflict(db, given, "I nominated her")
    assert (held.status, held.reason) == (AssignmentStatus.CONFLICT, "I nominated her")
    with pytest.raises(Problem, match="may not judge 2026-001"):
        judge_again(db, given, "No harm")


@pytest.mark.parametrize("act", [recuse, declare_conflict, judge_again])
def test_each_of_these_needs_a_reason(db: Database, gala: Gala, act) -> None:  # type: ignore[no-untyped-def]
    given = gala.give(gala.judge().id, gala.nominate().id)
    with pytest.raises(FieldProblem, match="kept with the round"):
        act(db, given, " ")
    assert assignment(db, given).status is AssignmentStatus.ASSIGNED
