"""Checkpoints at 4, 13, 26 and 52 weeks: when each is due, and what is refused."""

from datetime import date

import pytest

from resources.problem import FieldProblem, Problem
from tests.workforce.iwork.placements.world import DAY, TODAY, WEEK, World, at_stage
from workforce.iwork.placements.checkpoints import (
    Checkpoint,
    asked,
    asked_of,
    checkpoints_of,
    due_on,
    record_checkpoint,
    remove_checkpoint,
)
from workforce.iwork.placements.moving import end
from workforce.iwork.vocabulary import EndReason, Stage

START = date(2026, 1, 5)


def due(today: date, ended: date | None = None, answered: tuple[int, ...] = ()) -> list[int]:
    answers = [Checkpoint(str(weeks), "job", weeks, today, True, None, "") for weeks in answered]
    return [one.weeks for one in asked(START, ended, answers, today) if one.is_due]


def test_each_is_due_from_the_day_on_which_its_weeks_have_passed() -> None:
    assert due(START + 4 * WEEK - DAY) == []
    assert due(START + 4 * WEEK) == [4]
    assert due(START + 13 * WEEK) == [4, 13]
    assert due(START + 52 * WEEK) == [4, 13, 26, 52]
    assert due(START + 26 * WEEK, answered=(4, 13)) == [26]


def test_none_is_due_that_lies_after_the_end() -> None:
    assert due(TODAY, ended=START + 13 * WEEK - DAY) == [4]
    assert due(TODAY, ended=START + 13 * WEEK) == [4, 13]


def test_before_the_start_there_are_none() -> None:
    assert asked(None, None, [], TODAY) == ()


def test_it_is_recorded_once_and_put_right(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    record_checkpoint(world.vault, held.id, 13, in_work=True, minutes_week=600, today=TODAY)
    record_checkpoint(world.vault, held.id, 13, in_work=False, today=TODAY, words="On leave")
    kept = checkpoints_of(world.vault, held.id)
    assert [(one.weeks, one.in_work, one.words) for one in kept] == [(13, False, "On leave")]
    remove_checkpoint(world.vault, kept[0].id)
    assert [one.weeks for one in asked_of(world.vault, held, TODAY) if one.is_due] == [4, 13, 26, 52]


def test_what_cannot_be_is_refused(world: World) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 13 * WEEK)
    with pytest.raises(FieldProblem, match="Choose 4, 13, 26 or 52"):
        record_checkpoint(world.vault, held.id, 12, in_work=True, today=TODAY)
    with pytest.raises(FieldProblem, match="26 weeks of work have passed on"):
        record_checkpoint(world.vault, held.id, 26, in_work=True, today=TODAY)
    with pytest.raises(FieldProblem, match="still to come"):
        record_checkpoint(world.vault, held.id, 13, in_work=True, today=TODAY, looked_on=TODAY + DAY)
    waiting = at_stage(world, Stage.OFFERED, person=world.wren)
    with pytest.raises(Problem, match="Nobody has started work"):
        record_checkpoint(world.vault, waiting.id, 4, in_work=True, today=TODAY)


def test_nobody_is_in_work_after_the_end(world: World) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 20 * WEEK)
    end(world.vault, held.id, today=TODAY, on=TODAY - 10 * WEEK, reason=EndReason.HEALTH)
    with pytest.raises(FieldProblem, match="The job ended on"):
        record_checkpoint(world.vault, held.id, 13, in_work=True, today=TODAY)
    assert not record_checkpoint(world.vault, held.id, 13, in_work=False, today=TODAY).in_work


def test_a_date_is_weeks_after_the_start() -> None:
    assert due_on(date(2026, 2, 28), 52) == date(2027, 2, 27)
