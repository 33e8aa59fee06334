"""Spans, quarters, the times that are offered, and what is refused."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.reach.question import ReachQuestion, Span, Time, asked, last_months, quarters
from resources.problem import Problem

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
    ("time", "span"),
    [
        (Time.HALF_A_YEAR, Span(date(2019, 8, 29), date(2020, 2, 29))),
        (Time.YEAR, Span(date(2019, 2, 28), date(2020, 2, 29))),
        (Time.THIS_YEAR, Span(date(2019, 4, 1), date(2020, 2, 29))),
        (Time.LAST_YEAR, Span(date(2018, 4, 1), date(2019, 3, 31))),
    ],
)
def test_the_times_offered(time: Time, span: Span) -> None:
    assert time.span(date(2020, 2, 29)) == span


def test_the_usual_question() -> None:
    question = asked(date(2019, 12, 10))
    assert question.span == Span(date(2018, 12, 10), date(2019, 12, 10))
    assert question.seen_since == date(2018, 12, 10)
    assert question.year_before == Span(date(2017, 12, 10), date(2018, 12, 9))


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Problem, match=r"ends on 1 January 2019, before it begins on 2 January 2019\. Choose"):
        ReachQuestion(Span(date(2019, 1, 2), date(2019, 1, 1)))
    with pytest.raises(Problem, match=r"1 or more"):
        asked(date(2019, 1, 1), months=0)
