"""Periods without days."""

from datetime import date

import pytest

from engagement.committee.outline_periods import RelativePeriod, span_of
from resources.problem import Problem
from resources.spans import Span

TODAY = date(2019, 11, 22)
P = RelativePeriod


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (P.LAST_QUARTER, TODAY, date(2019, 7, 1), date(2019, 9, 30)),
        (P.LAST_QUARTER, date(2019, 12, 31), date(2019, 10, 1), date(2019, 12, 31)),
        (P.LAST_QUARTER, date(2020, 1, 1), date(2019, 10, 1), date(2019, 12, 31)),
        (P.LAST_HALF_YEAR, TODAY, date(2019, 4, 1), date(2019, 9, 30)),
        (P.LAST_HALF_YEAR, date(2020, 2, 29), date(2019, 7, 1), date(2019, 12, 31)),
        (P.LAST_FINANCIAL_YEAR, TODAY, date(2018, 4, 1), date(2019, 3, 31)),
        (P.FINANCIAL_YEAR_SO_FAR, TODAY, date(2019, 4, 1), TODAY),
        (P.FINANCIAL_YEAR_SO_FAR, date(2020, 3, 31), date(2019, 4, 1), date(2020, 3, 31)),
        (P.SINCE_LAST_REPORT, TODAY, date(2019, 8, 16), TODAY),
    ],
    ids=lambda given: given.value if isinstance(given, P) else None,
)
def test_each_follows_from_the_day(period: P, today: date, first: date, last: date) -> None:
    assert span_of(period, today, date(2019, 8, 15)) == Span(first, last)


def test_without_a_report_before_there_is_no_since() -> None:
    with pytest.raises(Problem, match="no earlier report to this committee is kept"):
        span_of(P.SINCE_LAST_REPORT, TODAY, None)


def test_a_report_of_today_leaves_no_time_since() -> None:
    with pytest.raises(Problem, match="told of today already"):
        span_of(P.SINCE_LAST_REPORT, TODAY, TODAY)
