"""Spans, quarters, months and a council's years; where a London day begins and ends."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problem import FieldProblem
from resources.spans import (
    Span,
    end_of,
    financial_year,
    last_months,
    months_before,
    quarters,
    refuse_after,
    start_of,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(1, 12))
def test_quarters_follow_on_one_another_and_end_with_the_day(day: date, number: int) -> None:
    found = quarters(day, number)
    assert len(found) == number
    assert found[-1].last == day
    assert all(one.first.day == 1 and one.first.month % 3 == 1 for one in found)
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(found))


def test_quarters_over_a_new_year() -> None:
    assert [one.short for one in quarters(date(2020, 2, 3), 3)] == [
        "Jul to Sep 2019", "Oct to Dec 2019", "1 Jan to 3 Feb 2020",
    ]  # fmt: skip
    assert Span(date(2019, 1, 2), date(2019, 2, 3)).short == "2 Jan 2019 to 3 Feb 2019"
    assert Span(date(2019, 1, 2), date(2019, 2, 3)).words == "2 January 2019 to 3 February 2019"


@given(DAYS, st.integers(0, 900))
def test_the_time_before_ends_the_day_before(first: date, length: int) -> None:
    span = Span(first, first + timedelta(days=length))
    assert span.before.last == first - timedelta(days=1)
    assert span.before.first <= span.before.last


@pytest.mark.parametrize(
    ("span", "before"),
    [
        (last_months(date(2019, 12, 10), 12), Span(date(2017, 12, 10), date(2018, 12, 9))),
        (Span(date(2019, 4, 1), date(2020, 3, 31)), Span(date(2018, 4, 1), date(2019, 3, 31))),
        (Span(date(2019, 4, 1), date(2019, 4, 10)), Span(date(2019, 3, 22), date(2019, 3, 31))),
    ],
)
def test_before_a_time_of_whole_months_comes_one_of_as_many(span: Span, before: Span) -> None:
    assert span.before == before


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2019, 12, 10), 12, date(2018, 12, 10)),
        (date(2020, 3, 31), 1, date(2020, 2, 29)),
        (date(2020, 1, 15), 1, date(2019, 12, 15)),
        (date(2020, 2, 29), 12, date(2019, 2, 28)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_more_months_than_the_calendar_has_reach_its_beginning() -> None:
    assert months_before(date(2026, 3, 4), 1_000_000) == date.min


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2020, 3, 31), date(2019, 4, 1), date(2020, 3, 31)),
        (date(2020, 4, 1), date(2020, 4, 1), date(2021, 3, 31)),
    ],
)
def test_a_councils_year_begins_on_the_first_of_april(day: date, first: date, last: date) -> None:
    assert financial_year(day) == Span(first, last)


def test_a_summer_day_in_london_begins_and_ends_an_hour_before_utc() -> None:
    assert start_of(date(2019, 7, 1)) == "2019-06-30T23:00:00+00:00"
    assert end_of(date(2019, 7, 1)) == "2019-07-01T23:00:00+00:00"
    assert end_of(date(2019, 12, 1)) == "2019-12-02T00:00:00+00:00"
    assert end_of(date.max) > end_of(date(9999, 12, 29))


def test_a_day_after_the_last_one_is_refused_in_its_field() -> None:
    refuse_after("met_on", "Met on", date(2019, 12, 9), date(2019, 12, 9))
    with pytest.raises(
        FieldProblem, match=r"^Met on: 10 December 2019 is after 9 December 2019\. Give"
    ) as refused:
        refuse_after("met_on", "Met on", date(2019, 12, 10), date(2019, 12, 9))
    assert refused.value.field == "met_on"


def test_the_span_after_has_as_many_months_or_days() -> None:
    quarter = Span(date(2019, 10, 1), date(2019, 12, 31))
    assert quarter.after == Span(date(2020, 1, 1), date(2020, 3, 31)) and quarter.after.before == quarter
    assert Span(date(2019, 4, 1), date(2020, 3, 31)).after == Span(date(2020, 4, 1), date(2021, 3, 31))
    assert Span(date(2019, 1, 15), date(2019, 1, 20)).after == Span(date(2019, 1, 21), date(2019, 1, 26))
