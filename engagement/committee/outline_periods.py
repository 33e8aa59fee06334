"""Periods that an outline names without days, so that the same outline serves every quarter. Pure."""

from datetime import date

from resources.problem import Problem
from resources.spans import Span, financial_year, months_before, quarters
from resources.words import Word


class RelativePeriod(Word):
    """A period that follows from the day on which a report is made."""

    LAST_QUARTER = "last_quarter", "The last whole quarter"
    LAST_HALF_YEAR = "last_half_year", "The last two whole quarters"
    LAST_FINANCIAL_YEAR = "last_financial_year", "The last whole financial year"
    FINANCIAL_YEAR_SO_FAR = "financial_year_so_far", "This financial year so far"
    SINCE_LAST_REPORT = "since_last_report", "Since the last report"


def span_of(period: RelativePeriod, today: date, last_report: date | None) -> Span:
    """Its days as seen from today. `last_report` is the last day that the report before told of."""
    quarter = _last_quarter(today)
    match period:
        case RelativePeriod.LAST_QUARTER:
            return quarter
        case RelativePeriod.LAST_HALF_YEAR:
            return Span(months_before(quarter.first, 3), quarter.last)
        case RelativePeriod.LAST_FINANCIAL_YEAR:
            this = financial_year(today)
            return financial_year(months_before(this.first, 1))
        case RelativePeriod.FINANCIAL_YEAR_SO_FAR:
            return Span(financial_year(today).first, today)
        case RelativePeriod.SINCE_LAST_REPORT:
            return _since(last_report, today)


def _last_quarter(today: date) -> Span:
    before, this = quarters(today, 2)
    return this if this.ends_a_quarter and this.last == today else before


def _since(last_report: date | None, today: date) -> Span:
    if last_report is None:
        raise Problem(
            "The outline's period is “since the last report”, and no earlier report to this committee is kept. Choose "
            "a period with days."
        )
    if last_report >= today:
        raise Problem(
            "The last report told of today already, so there is no period since. Choose one with days."
        )
    return Span(date.fromordinal(last_report.toordinal() + 1), today)
