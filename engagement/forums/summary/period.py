"""The periods that a committee asks about, and the same period a year before. Pure."""

from datetime import date, timedelta
from typing import NamedTuple

from resources.problem import FieldProblem
from resources.spans import Span, financial_year, months_before, quarters, refuse_beyond
from resources.wording import date_words

_A_DAY = timedelta(days=1)
MOST_QUARTERS = 8
"""For so many quarters the figures of each are shown."""


class Preset(NamedTuple):
    """A period that is often asked for, and what it is called."""

    name: str
    span: Span


def presets(today: date) -> tuple[Preset, ...]:
    """Quarters and years that are over or have begun."""
    this, last = quarters(today, 2)[::-1]
    april = financial_year(today).first
    return (
        Preset("Last quarter", last),
        Preset("This quarter until today", this),
        Preset("Last financial year", financial_year(april - _A_DAY)),
        Preset("This financial year until today", Span(april, today)),
        Preset("Last calendar year", Span(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))),
    )


def span_of(first: date, last: date, *, today: date) -> Span:
    """Two days as a period, the first of which comes first and is not still to come."""
    if last < first:
        raise FieldProblem(
            "last",
            f"The period ends on {date_words(last)}, before it begins on {date_words(first)}. Choose a later end.",
        )
    refuse_beyond(Span(first, last))
    if first > today:
        raise FieldProblem(
            "first",
            f"The period begins on {date_words(first)}, and today is {date_words(today)}: nothing can be told of it "
            "yet. Choose a period that has begun.",
        )
    span = Span(first, last)
    refuse_beyond(span)
    return span


def so_far(span: Span, today: date) -> Span:
    """The part of a period that is over, today included; the whole of one that is."""
    return Span(span.first, min(span.last, today))


def year_before(span: Span) -> Span | None:
    """The same days a year before; the last of a month stays the last. None where the two would overlap."""
    first, last = months_before(span.first, 12), months_before(span.last, 12)
    if (span.last + _A_DAY).day == 1:
        last = months_before(span.last + _A_DAY, 12) - _A_DAY
    return Span(first, last) if last < span.first else None


def quarters_of(span: Span) -> tuple[Span, ...]:
    """The calendar quarters that the period touches, each cut to it; the last `MOST_QUARTERS` of them."""
    found = [one for one in quarters(span.last, MOST_QUARTERS) if one.last >= span.first]
    return tuple(Span(max(one.first, span.first), one.last) for one in found)
