"""Support given and planned: read as it is typed, held against each other week by week."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problem import FieldProblem
from tests.workforce.iwork.placements.world import DAY, TODAY, WEEK, World, at_stage
from workforce.iwork.placements.support import (
    SupportPlan,
    SupportVisit,
    add_visit,
    edit_visit,
    fading_words,
    plan_of,
    plan_said,
    planned_in,
    read_plan,
    remove_visit,
    set_plan,
    support_weeks,
    visits_of,
    week_of,
)
from workforce.iwork.vocabulary import Stage, SupportKind

START = date(2026, 6, 1)


def plan(*steps: tuple[int, int]) -> list[SupportPlan]:
    return [SupportPlan(str(week), "job", week, minutes) for week, minutes in steps]


def visit(day: date, minutes: int) -> SupportVisit:
    return SupportVisit(str(day), "job", day, minutes, SupportKind.ON_THE_JOB, "Coach Sample", "")


@pytest.mark.parametrize(
    ("day", "week"),
    [(START - DAY, 0), (START, 1), (START + 6 * DAY, 1), (START + WEEK, 2), (START + 13 * WEEK, 14)],
)
def test_weeks_are_counted_from_the_first_day_of_work(day: date, week: int) -> None:
    assert week_of(START, day) == week


def test_a_plan_holds_until_a_later_week_says_otherwise() -> None:
    steps = plan((2, 600), (5, 240), (14, 0))
    assert [planned_in(steps, week) for week in (1, 2, 4, 5, 13, 14, 40)] == [None, 600, 600, 240, 240, 0, 0]


def test_planned_and_given_stand_side_by_side() -> None:
    weeks = support_weeks(
        plan((1, 600), (3, 240)), [visit(START, 300), visit(START + DAY, 120), visit(START + 2 * WEEK, 60)], START,
        START + 2 * WEEK,
    )  # fmt: skip
    assert [(one.week, one.planned, one.given) for one in weeks] == [(1, 600, 420), (2, 600, 0), (3, 240, 60)]
    assert weeks[2].from_on == START + 2 * WEEK


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 600)), max_size=30), st.integers(0, 60))
def test_every_minute_given_within_the_weeks_is_in_exactly_one(
    given_on: list[tuple[int, int]], last: int
) -> None:
    visits = [visit(START + day * DAY, minutes) for day, minutes in given_on]
    weeks = support_weeks([], visits, START, START + last * DAY)
    until = START + len(weeks) * WEEK
    assert sum(one.given for one in weeks) == sum(one.minutes for one in visits if one.done_on < until)


@pytest.mark.parametrize(
    ("given_minutes", "words"),
    [(600, "as planned"), (700, "more than planned"), (100, "less than planned")],
)
def test_whether_it_fades_as_planned_is_said(given_minutes: int, words: str) -> None:
    weeks = support_weeks(plan((1, 600)), [visit(START, given_minutes)], START, START + WEEK)
    assert words in fading_words(weeks)


def test_support_that_has_faded_is_said() -> None:
    weeks = support_weeks(plan((1, 600), (2, 0)), [], START, START + 8 * WEEK)
    assert fading_words(weeks).startswith("Support has faded")


def test_nothing_planned_is_said() -> None:
    assert fading_words(support_weeks([], [], START, START + 3 * WEEK)).startswith("Nothing is planned")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("week 1: 10; week 5: 4½; week 14: 0", [(1, 600), (5, 270), (14, 0)]),
        ("Week 1: 10 hours a week\nfrom week 3 on: none", [(1, 600), (3, 0)]),
        ("week 2 = 7:30", [(2, 450)]),
        ("", []),
    ],
)
def test_a_plan_is_read_as_it_is_typed(typed: str, read: list[tuple[int, int]]) -> None:
    assert read_plan(typed) == read


@pytest.mark.parametrize("typed", ["10 hours", "week 0: 10", "week 1: lots", "week one: 10"])
def test_what_is_no_plan_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(FieldProblem, match="week 1: 10; week 5: 4; week 14: 0"):
        read_plan(typed)


def test_a_plan_is_said_as_it_is_typed() -> None:
    steps = plan((1, 600), (5, 270), (14, 0))
    assert read_plan(plan_said(steps)) == [(1, 600), (5, 270), (14, 0)]


def test_a_plan_is_kept_anew_as_a_whole(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    set_plan(world.vault, held.id, [(1, 600), (5, 240)])
    set_plan(world.vault, held.id, [(5, 300), (9, 0)])
    assert [(one.from_week, one.minutes_week) for one in plan_of(world.vault, held.id)] == [(5, 300), (9, 0)]
    with pytest.raises(FieldProblem, match="same week"):
        set_plan(world.vault, held.id, [(5, 300), (5, 0)])


def test_support_is_written_down_put_right_and_taken_away(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    made = add_visit(world.vault, held.id, TODAY, 90, today=TODAY, words="Laying tables")
    assert (made.kind, made.by) == (SupportKind.ON_THE_JOB, "Test Coach")
    changed = edit_visit(world.vault, made.id, today=TODAY, minutes=120)
    assert (changed.minutes, changed.words) == (120, "Laying tables")
    remove_visit(world.vault, made.id)
    assert visits_of(world.vault, held.id) == []


@pytest.mark.parametrize(
    ("days", "minutes", "field"),
    [(1, 60, "done_on"), (-700, 60, "done_on"), (0, 0, "minutes"), (0, 1441, "minutes")],
)
def test_support_that_cannot_have_been_is_refused(world: World, days: int, minutes: int, field: str) -> None:
    held = at_stage(world, Stage.IN_POST)
    with pytest.raises(FieldProblem) as refused:
        add_visit(world.vault, held.id, TODAY + days * DAY, minutes, today=TODAY)
    assert refused.value.field == field
