from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.summary.period import presets, quarters_of, so_far, span_of, year_before
from resources.problem import FieldProblem, Problem
from resources.spans import FIRST_DAY, LAST_DAY, Span


def d(text: str) -> date:
    return date.fromisoformat(text)


def test_periods_often_asked_for() -> None:
    assert {one.name: one.span.words for one in presets(d("2019-12-09"))} == {
        "Last quarter": "1 July 2019 to 30 September 2019",
        "This quarter until today": "1 October 2019 to 9 December 2019",
        "Last financial year": "1 April 2018 to 31 March 2019",
        "This financial year until today": "1 April 2019 to 9 December 2019",
        "Last calendar year": "1 January 2018 to 31 December 2018",
    }
    assert presets(d("2020-03-31"))[3].span == Span(d("2019-04-01"), d("2020-03-31"))
    assert presets(d("2020-04-01"))[2].span == Span(d("2019-04-01"), d("2020-03-31"))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    assert span_of(d("2019-04-01"), d("2019-04-01"), today=d("2019-04-01")).first == d("2019-04-01")
    with pytest.raises(
        FieldProblem, match="ends on 31 March 2019, before it begins on 1 April 2019"
    ) as refused:
        span_of(d("2019-04-01"), d("2019-03-31"), today=d("2020-01-01"))
    assert refused.value.field == "last"


def test_a_period_wholly_to_come_is_refused_and_one_that_goes_on_ends_today() -> None:
    asked = span_of(d("2026-10-01"), d("2026-12-31"), today=d("2026-11-22"))
    assert so_far(asked, d("2026-11-22")) == Span(d("2026-10-01"), d("2026-11-22"))
    assert so_far(asked, d("2027-01-01")) == asked
    with pytest.raises(FieldProblem, match="begins on 23 November 2026, and today is 22 November 2026"):
        span_of(d("2026-11-23"), d("2026-12-31"), today=d("2026-11-22"))


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2019-04-01", "2020-03-31", ("2018-04-01", "2019-03-31")),
        ("2019-10-01", "2019-12-31", ("2018-10-01", "2018-12-31")),
        ("2020-02-01", "2020-02-29", ("2019-02-01", "2019-02-28")),
        ("2021-02-01", "2021-02-28", ("2020-02-01", "2020-02-29")),
        ("2020-02-01", "2020-02-28", ("2019-02-01", "2019-02-28")),
        ("2020-02-29", "2020-02-29", ("2019-02-28", "2019-02-28")),
        ("2019-12-10", "2019-12-10", ("2018-12-10", "2018-12-10")),
        ("2018-04-01", "2020-03-31", None),
    ],
)
def test_the_same_period_a_year_before(first: str, last: str, before: tuple[str, str] | None) -> None:
    assert year_before(Span(d(first), d(last))) == (Span(*map(d, before)) if before else None)


@pytest.mark.parametrize(
    ("first", "last"),
    [(date.min, date.max), (date.min, date.min), (date(2019, 1, 1), date.max), (date.min, date(2019, 1, 1))],
)
def test_a_period_beyond_our_times_is_refused_in_a_sentence(first: date, last: date) -> None:
    with pytest.raises(Problem, match="Choose days between 1 January 1900 and 31 December 2199"):
        span_of(first, last, today=d("2026-11-22"))


@pytest.mark.parametrize(
    "span", [Span(FIRST_DAY, LAST_DAY), Span(FIRST_DAY, FIRST_DAY), Span(LAST_DAY, LAST_DAY)]
)
def test_periods_at_the_ends_of_our_times_are_reckoned_with(span: Span) -> None:
    assert span_of(span.first, span.last, today=LAST_DAY) == span
    assert (span.before.last, quarters_of(span)[-1].last) == (span.first - timedelta(days=1), span.last)
    assert (year_before(span) is None) is (span.first != span.last)
    assert span.short


def test_the_quarters_of_a_period_are_cut_to_it() -> None:
    found = quarters_of(Span(d("2019-05-15"), d("2019-11-20")))
    assert [(one.first.isoformat(), one.last.isoformat()) for one in found] == [
        ("2019-05-15", "2019-06-30"), ("2019-07-01", "2019-09-30"), ("2019-10-01", "2019-11-20"),
    ]  # fmt: skip


@given(first=st.dates(date(2001, 1, 1), date(2090, 1, 1)), days=st.integers(0, 600))
def test_quarters_follow_each_other_through_the_whole_period(first: date, days: int) -> None:
    span = Span(first, first + timedelta(days=days))
    found = quarters_of(span)
    assert (found[0].first, found[-1].last) == (span.first, span.last)
    for one, other in pairwise(found):
        assert one.last + timedelta(days=1) == other.first


@given(first=st.dates(date(2001, 1, 1), date(2090, 1, 1)), days=st.integers(0, 360))
def test_the_year_before_is_as_long_but_for_a_leap_day(first: date, days: int) -> None:
    span = Span(first, first + timedelta(days=days))
    before = year_before(span)
    assert before is not None and before.last < span.first
    assert abs((before.last - before.first).days - days) <= 1
