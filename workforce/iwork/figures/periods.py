"""Of which time figures are: the council's year up to a day, beside the day before it began. Pure."""

from datetime import date, timedelta

from resources.problem import Problem
from resources.spans import Span, financial_year, quarters
from resources.wording import date_words

_QUARTERS_BACK = 9


def period_to(last: date) -> Span:
    """From 1 April of the year that the day is in."""
    return Span(financial_year(last).first, last)


def eve(period: Span) -> date:
    """The day before, with which the last day is compared."""
    return period.first - timedelta(days=1)


def ends(today: date) -> tuple[date, ...]:
    """The days that figures may be of: today, and the ends of the quarters before it, the latest first.

    There are few of them on purpose: two days that lie close together tell by their difference who came in between.
    """
    before = tuple(span.last for span in quarters(today, _QUARTERS_BACK)[:-1])
    return (today, *reversed(before))


def quarter_end(day: date) -> date:
    """The last day of a quarter that is not after a day."""
    before, now = quarters(day, 2)
    return now.last if now.ends_a_quarter else before.last


def end_words(last: date) -> str:
    """2026/27 so far, to 23 November 2026; “2025/26” for a whole year."""
    whole = financial_year(last)
    return year_words(last) if whole.last == last else f"{year_words(last)} so far, to {date_words(last)}"


def year_words(day: date) -> str:
    """The council's year that a day is in: 2026/27."""
    first = financial_year(day).first.year
    return f"{first}/{(first + 1) % 100:02d}"


def refuse_end(last: date, today: date) -> None:
    """Raises Problem for a day that figures are not made of."""
    if last not in ends(today):
        raise Problem(
            f"Figures are made of today or of the end of a quarter, and {date_words(last)} is neither. Near days would "
            f"tell by their difference who came in between. Choose {date_words(ends(today)[1])} or another quarter’s "
            "end of the last two years."
        )
