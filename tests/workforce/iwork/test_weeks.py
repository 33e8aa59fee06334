"""Times of a week are read as people type them, joined, and said so that they are read again as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from resources.problem import Problem
from workforce.iwork.times import DAY
from workforce.iwork.weeks import (
    WeekTime,
    checked_time,
    joined,
    minutes_of,
    overlap,
    read_week,
    week_easy,
    week_said,
)

_MOMENTS = some.integers(0, DAY // 5).map(lambda five: five * 5)
_TIMES = (
    some.tuples(some.integers(0, 6), _MOMENTS, _MOMENTS)
    .filter(lambda one: one[1] < one[2])
    .map(lambda one: WeekTime(*one))
)
WEEKS = some.lists(_TIMES, max_size=12)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mon, Wed 9:30 to 14:00; Fri mornings", "Mon, Wed 9:30am to 2pm; Fri 9am to midday"),
        ("Mon-Fri 9-5", "Mon to Fri 9am to 5pm"),
        ("Tuesdays and Thursdays afternoons", "Tue, Thu midday to 5pm"),
        ("weekends", "Sat, Sun 9am to 5pm"),
        ("Sat 10am-midnight", "Sat 10am to midnight"),
        ("weds 1 to 3pm", "Wed 1pm to 3pm"),
        ("Mon 9 to 12 and 1 to 3", "Mon 9am to midday, 1pm to 3pm"),
        ("Sun–Tue all day", "Mon, Tue, Sun 9am to 5pm"),
        ("Monday to Wednesday, 9.30am until 2.30pm\nthurs 11 to 2", "Mon to Wed 9:30am to 2:30pm; Thu 11am to 2pm"),
        ("every day 930 to 1430", "Mon to Sun 9:30am to 2:30pm"),
        ("Mon 9am to 2", "Mon 9am to 2pm"),
        ("Fri", "Fri 9am to 5pm"),
        ("", ""),
        (" ; ,", ""),
    ],
)  # fmt: skip
def test_a_week_is_read_as_it_is_typed(typed: str, said: str) -> None:
    assert week_said(read_week(typed)) == said


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Mon 14:00 to 9:30", "Monday: 2pm to 9:30am ends before it begins."),
        ("Mon 22:00 to 6:00", "a time that runs past midnight is typed as two"),
        ("Tue 9:00 to 9:00", "Tuesday: the time begins and ends at 9am. Type when it ends."),
        ("9 to 2", "“9 to 2” names no day of the week."),
        ("Mnday 9 to 2", "names no day of the week. Write times as “Mon, Wed 9:30 to 14:00; Fri mornings”."),
        ("Mon whenever", "“Mon whenever”: “whenever” is no time of day."),
        ("Mon 9:75 to 11", "“9:75” is not a time of day."),
        ("Mon 25:00 to 26:00", "“25:00” is not a time of day."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(typed: str, why: str) -> None:
    with pytest.raises(Problem) as refused:
        read_week(typed)
    assert why in refused.value.sentence


@given(WEEKS)
def test_what_is_said_is_read_again_as_the_same(times: list[WeekTime]) -> None:
    week = joined(times)
    assert read_week(week_said(week)) == week


@given(WEEKS)
def test_joining_keeps_every_minute_and_adds_none(times: list[WeekTime]) -> None:
    def minutes(some_times: list[WeekTime]) -> set[tuple[int, int]]:
        return {(t.weekday, m) for t in some_times for m in range(t.from_minute, t.until_minute)}

    week = joined(times)
    assert minutes(list(week)) == minutes(times)
    assert minutes_of(week) == len(minutes(times))
    assert joined(week) == week


@given(WEEKS, WEEKS)
def test_overlap_is_what_lies_in_both(first: list[WeekTime], second: list[WeekTime]) -> None:
    both = overlap(first, second)
    assert both == overlap(second, first)
    assert overlap(both, first) == both
    assert overlap(first, first) == joined(first)


def test_days_alike_are_said_together() -> None:
    week = read_week("Mon, Wed 9:30 to 14:00; Fri mornings")
    assert week_easy(week) == ("Monday and Wednesday, 9:30am to 2pm", "Friday, 9am to midday")


def test_a_day_is_a_day_of_the_week_and_holds_24_hours() -> None:
    assert checked_time(6, 22 * 60, 0) == WeekTime(6, 22 * 60, DAY)
    with pytest.raises(Problem, match="7 is no day of the week"):
        checked_time(7, 60, 120)
    with pytest.raises(Problem, match="a day has 24 hours"):
        checked_time(0, 60, DAY + 5)
