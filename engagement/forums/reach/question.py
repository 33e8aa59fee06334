"""What is asked of the reach figures: as at which day, over which time, of which events and places. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from engagement.forums.vocabulary import EventKind
from resources.problem import Problem
from resources.spans import Span, financial_year, last_months, months_before, refuse_beyond
from resources.wording import date_words


class Time(Enum):
    """Times that a person chooses from."""

    HALF_A_YEAR = "Last 6 months"
    YEAR = "Last 12 months"
    TWO_YEARS = "Last 24 months"
    THIS_YEAR = "This financial year"
    LAST_YEAR = "Last financial year"

    def span(self, today: date) -> Span:
        """The time as it stands on a day."""
        if self in _MONTHS:
            return last_months(today, _MONTHS[self])
        april = financial_year(today).first
        if self is Time.THIS_YEAR:
            return Span(april, today)
        return financial_year(april - timedelta(days=1))


_MONTHS = {Time.HALF_A_YEAR: 6, Time.YEAR: 12, Time.TWO_YEARS: 24}

EVERY_EVENT = "Every event is counted, confidential ones too, so this is for staff and not for publication."
NOT_CONFIDENTIAL = "Confidential meetings are not counted: of those only that they met may be published."


@dataclass(frozen=True)
class ReachQuestion:
    """The figures are of `span` and as at its last day.

    `months` is how long ago the last event may be before a service counts as not seen. Empty `kinds` are events of all
    kinds, empty `authorities` all places (each as the register writes it). `with_archived` counts what the team has
    archived too.
    """

    span: Span
    months: int = 12
    kinds: tuple[EventKind, ...] = ()
    authorities: tuple[str, ...] = ()
    with_archived: bool = False

    def __post_init__(self) -> None:
        if self.span.last < self.span.first:
            raise Problem(
                f"The time ends on {date_words(self.span.last)}, before it begins on "
                f"{date_words(self.span.first)}. Choose an end on or after the beginning."
            )
        refuse_beyond(self.span)
        if self.months < 1:
            raise Problem("The months without being seen are 1 or more. Write a whole number such as 12.")

    @property
    def day(self) -> date:
        """As at which day."""
        return self.span.last

    @property
    def seen_since(self) -> date:
        """Who came on this day or later counts as seen."""
        return months_before(self.day, self.months)

    @property
    def year_before(self) -> Span:
        """The 12 months before the span."""
        return Span(months_before(self.span.first, 12), self.span.first - timedelta(days=1))


def asked(
    today: date,
    *,
    months: int = 12,
    kinds: Sequence[EventKind] = (),
    authorities: Sequence[str] = (),
    with_archived: bool = False,
) -> ReachQuestion:
    """The question most often asked: the last 12 months, as at today."""
    return ReachQuestion(last_months(today, 12), months, tuple(kinds), tuple(authorities), with_archived)
