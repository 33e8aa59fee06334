"""Reminders that somebody typed: added, put right, done, opened again."""

import pytest

from resources.problem import FieldProblem, Problem
from tests.workforce.iwork.placements.world import DAY, TODAY, World, at_stage
from workforce.iwork.placements.reminders import (
    add_reminder,
    edit_reminder,
    finish_reminder,
    is_reminder,
    reminder,
    reminders,
    remove_reminder,
    reopen_reminder,
)
from workforce.iwork.vocabulary import ReminderKind, Stage


def test_a_reminder_is_done_by_somebody_on_a_day_and_opened_again(world: World) -> None:
    made = add_reminder(world.vault, "Ring about the bus pass", TODAY + DAY, person_id=world.ada)
    assert (made.kind, made.person_id) == (ReminderKind.OTHER, world.ada)
    done = finish_reminder(world.vault, made.id, today=TODAY)
    assert (done.done_on, done.done_by) == (TODAY, "Test Coach")
    assert reminders(world.vault) == []
    assert reminders(world.vault, done=True) == [done]
    with pytest.raises(Problem, match="done already"):
        finish_reminder(world.vault, made.id, today=TODAY)
    assert reopen_reminder(world.vault, made.id) == made


def test_what_is_about_a_placement_is_about_its_person(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    assert add_reminder(world.vault, "Visit", TODAY, placement_id=held.id).person_id == world.ada


def test_it_is_put_off_and_taken_away(world: World) -> None:
    made = add_reminder(world.vault, "Visit", TODAY)
    assert edit_reminder(world.vault, made.id, due_on=TODAY + DAY).due_on == TODAY + DAY
    assert reminder(world.vault, made.id).words == "Visit"
    remove_reminder(world.vault, made.id)
    assert not is_reminder(world.vault, made.id)


def test_a_reminder_says_something(world: World) -> None:
    with pytest.raises(FieldProblem, match="nothing to remember"):
        add_reminder(world.vault, " ", TODAY)
    made = add_reminder(world.vault, "Visit", TODAY)
    with pytest.raises(FieldProblem, match="nothing to remember"):
        edit_reminder(world.vault, made.id, words="")
