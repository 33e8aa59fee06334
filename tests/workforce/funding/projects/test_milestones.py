"""Milestones, and which of them are late."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.milestones import (
    MilestoneDraft,
    add_milestone,
    edit_milestone,
    finish_milestone,
    milestone,
    milestones_of,
    open_milestones,
    remove_milestone,
    reopen_milestone,
)
from workforce.funding.projects.projects import archive_project


def test_a_milestone_is_done_on_a_day_and_can_be_opened_again(held: Held) -> None:
    db = held.db
    one = add_milestone(
        db, held.project.id, MilestoneDraft("Test 11 systems", date(2019, 12, 1)), today=TODAY
    )
    assert one.standing(TODAY) == "Overdue" and one.is_overdue(TODAY)
    assert one.standing(date(2019, 12, 1)) == "Planned" and one.is_due_soon(date(2019, 12, 1))
    done = finish_milestone(db, one.id, on=TODAY, today=TODAY)
    assert done.done_on == TODAY and done.standing(TODAY) == "Done" and not done.is_overdue(TODAY)
    assert open_milestones(db) == []
    with pytest.raises(Problem, match="is done already"):
        finish_milestone(db, one.id, on=TODAY, today=TODAY)
    assert reopen_milestone(db, one.id) == one
    with pytest.raises(Problem, match="not done yet"):
        reopen_milestone(db, one.id)


def test_they_stand_in_the_order_of_their_days(held: Held) -> None:
    db = held.db
    late = add_milestone(db, held.project.id, MilestoneDraft("Last", date(2020, 3, 1)), today=TODAY)
    first = add_milestone(db, held.project.id, MilestoneDraft("First", date(2019, 10, 1)), today=TODAY)
    assert [one.id for one in milestones_of(db, held.project.id)] == [first.id, late.id]
    changed = edit_milestone(db, late.id, replace(late.draft(), due_on=date(2019, 9, 9)), today=TODAY)
    assert [one.id for one in open_milestones(db)] == [changed.id, first.id]
    archive_project(db, held.project.id, today=TODAY)
    assert open_milestones(db) == []


def test_what_is_removed_comes_back_with_undo(held: Held) -> None:
    one = add_milestone(held.db, held.project.id, MilestoneDraft("Test", TODAY), today=TODAY)
    remove_milestone(held.db, one.id)
    with pytest.raises(LookupError):
        milestone(held.db, one.id)
    undone = history.undo(held.db)
    assert undone is not None and "Removed the milestone “Test”" in undone.action
    assert milestone(held.db, one.id) == one


def test_an_empty_one_and_a_day_ahead_are_refused(held: Held) -> None:
    with pytest.raises(FieldProblem, match="milestone is empty"):
        add_milestone(held.db, held.project.id, MilestoneDraft(" ", TODAY), today=TODAY)
    with pytest.raises(FieldProblem, match="after today"):
        add_milestone(
            held.db, held.project.id, MilestoneDraft("Test", TODAY, date(2019, 12, 10)), today=TODAY
        )
