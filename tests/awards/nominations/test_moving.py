"""Steps are taken where they may be, are kept with who took them and why, and are refused with a sentence."""

from datetime import timedelta

import pytest

from awards.nominations.entries import entry
from awards.nominations.moving import keep_step, move_category, move_entry, steps_of, why_not
from awards.nominations.nominations import nominations_of, remove_draft
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database, change
from resources.database.history import redo, undo
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, Gala

S = EntryStatus


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_a_step_is_kept_with_who_took_it_and_when(gala: Gala) -> None:
    ada = gala.nominate()
    assert move_entry(gala.db, ada.id, S.QUALIFYING, now=NOW).status is S.QUALIFYING
    step = steps_of(gala.db, ada.id)[-1]
    assert (step.from_status, step.to_status, step.at, step.by) == (
        S.SUBMITTED,
        S.QUALIFYING,
        NOW,
        "Test Officer",
    )
    assert (
        step.words == "Qualifying, by Test Officer, Tuesday 1 September 2026, 10am"
        or "1 September" in step.words
    )
    undo(gala.db)
    assert entry(gala.db, ada.id).status is S.SUBMITTED
    assert len(steps_of(gala.db, ada.id)) == 1


def test_a_step_that_may_not_be_taken_leaves_nothing(gala: Gala) -> None:
    ada = gala.nominate()
    with pytest.raises(Problem, match="Ada Example: Nobody goes from “Submitted” to “Winner”"):
        move_entry(gala.db, ada.id, S.WINNER, now=NOW)
    assert why_not(gala.db, ada, S.QUALIFYING) is None
    assert entry(gala.db, ada.id) == ada


@pytest.mark.parametrize("to", [S.INELIGIBLE, S.WITHDRAWN, S.RETURNED_FOR_INFO])
def test_out_only_with_a_reason(gala: Gala, to: EntryStatus) -> None:
    ada = gala.nominate()
    with pytest.raises(FieldProblem) as refused:
        move_entry(gala.db, ada.id, to, now=NOW, reason=" ")
    assert refused.value.field == "reason"
    move_entry(gala.db, ada.id, to, now=NOW, reason=" She left in May. ")
    assert steps_of(gala.db, ada.id)[-1].reason == "She left in May."


def test_nobody_is_grouped_by_a_bare_step(gala: Gala) -> None:
    ada = gala.nominate()
    with pytest.raises(Problem, match="Group as one nominee"):
        move_entry(gala.db, ada.id, S.MERGED, now=NOW)


def test_the_phase_of_the_round_holds_a_step_back(gala: Gala) -> None:
    ada = gala.nominate()
    move_entry(gala.db, ada.id, S.QUALIFYING, now=NOW)
    with pytest.raises(Problem, match="while the round is at “Nominations open”"):
        move_entry(gala.db, ada.id, S.JUDGING, now=NOW)
    gala.at(RoundPhase.QUALIFY)
    assert move_entry(gala.db, ada.id, S.JUDGING, now=NOW).status is S.JUDGING


def test_a_category_is_changed_with_a_reason_before_judging(gala: Gala) -> None:
    ada, team = gala.nominate(), gala.category("Team")
    with pytest.raises(FieldProblem) as refused:
        move_category(gala.db, ada.id, team.id, now=NOW, reason="")
    assert refused.value.field == "reason"
    moved = move_category(gala.db, ada.id, team.id, now=NOW, reason="The whole shift is meant.")
    assert (moved.category_id, moved.status) == (team.id, S.SUBMITTED)
    step = steps_of(gala.db, ada.id)[-1]
    assert (step.from_category_id, step.to_category_id) == (ada.category_id, team.id)
    assert step.words.startswith("Moved to another category, by Test Officer")
    with pytest.raises(FieldProblem, match="already"):
        move_category(gala.db, ada.id, team.id, now=NOW, reason="Again.")
    with pytest.raises(FieldProblem, match="no category of this round"):
        move_category(gala.db, ada.id, "gone", now=NOW, reason="Again.")


def test_the_category_stays_once_judges_have_somebody(gala: Gala) -> None:
    ada, team = gala.nominate(), gala.category("Team")
    gala.give(gala.judge().id, ada.id)
    with pytest.raises(Problem, match="Take them back from the judges first"):
        move_category(gala.db, ada.id, team.id, now=NOW, reason="The whole shift is meant.")
    gala.judging(ada.id)
    with pytest.raises(Problem, match="only before the judges read"):
        move_category(gala.db, ada.id, team.id, now=NOW, reason="The whole shift is meant.")


def test_steps_stand_as_they_were_taken_though_the_clock_was_put_back(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate("Ada Example")
    move_entry(db, ada.id, EntryStatus.QUALIFYING, now=NOW)
    move_entry(db, ada.id, EntryStatus.SUBMITTED, now=NOW - timedelta(days=900), reason="Too early")
    assert steps_of(db, ada.id)[-1].to_status is EntryStatus.SUBMITTED
    undo(db)
    redo(db)
    assert steps_of(db, ada.id)[-1].to_status is EntryStatus.SUBMITTED


def test_the_steps_of_a_draft_come_back_in_their_order(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate("Ada Example", as_draft=True)
    with change(db, "Set up"):
        keep_step(db, ada.id, now=NOW - timedelta(days=1), held=EntryStatus.DRAFT, to=EntryStatus.DRAFT)
    steps = steps_of(db, ada.id)
    remove_draft(db, nominations_of(db, ada.id)[0].id)
    undo(db)
    assert len(steps) == 2 and steps_of(db, ada.id) == steps
