"""Times of day and hours a week, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from resources.problem import Problem
from workforce.iwork.times import (
    DAY,
    WEEK,
    clock_said,
    day_said,
    day_short,
    hours_said,
    read_clock,
    read_hours,
    span_said,
)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("9:30", 570), ("9.30", 570), ("9:30am", 570), ("9.30 a.m.", 570), ("2pm", 840), ("14", 840), ("1430", 870),
        ("midday", 720), ("Noon", 720), ("midnight", 0), ("24:00", DAY), ("12am", 0), ("12pm", 720),
    ],
)  # fmt: skip
def test_times_of_day(typed: str, minutes: int) -> None:
    assert read_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["", "half past", "25", "9:75", "13pm", "0am", "24:30"])
def test_what_is_no_time_of_day_is_said(typed: str) -> None:
    with pytest.raises(Problem, match="is not a time of day"):
        read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("7.5", 450),
        ("7½", 450),
        ("½", 30),
        ("7:30", 450),
        ("16", 960),
        ("7.5 hours a week", 450),
        ("0.25h", 15),
    ],
)
def test_hours_a_week(typed: str, minutes: int) -> None:
    assert read_hours(typed) == minutes


@pytest.mark.parametrize("typed", ["", "some", "0", "-3", "169", "7,5"])
def test_what_is_no_number_of_hours_is_said(typed: str) -> None:
    with pytest.raises(Problem):
        read_hours(typed)


@given(some.integers(0, DAY - 1))
def test_a_time_that_is_said_is_read_again(minute: int) -> None:
    assert read_clock(clock_said(minute)) == minute


@given(some.integers(1, WEEK // 15))
def test_hours_that_are_said_are_read_again(quarters: int) -> None:
    assert read_hours(hours_said(quarters * 15)) == quarters * 15


def test_words() -> None:
    assert (span_said(570, 840), clock_said(DAY), hours_said(None)) == ("9:30am to 2pm", "midnight", "")
    assert (hours_said(600), hours_said(6000), hours_said(445)) == ("10", "100", "7.42")
    assert (day_said(0), day_said(None), day_short(6)) == ("Monday", "Every shift", "Sun")
