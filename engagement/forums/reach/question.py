"""What is asked of the reach figures: as at which day, over which time, of which events and places. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from engagement.forums.people.audience_rule import months_before
from engagement.forums.vocabulary import EventKind
from resources.problem import Problem
from resources.wording import date_short, date_words


@dataclass(frozen=True)
class Span:
    """From a day until a day, both included; London days, as events have them."""

    first: date
    last: date

    @property
    def words(self) -> str:
        """1 April 2019 to 31 March 2020."""
        return f"{date_words(self.first)} to {date_words(self.last)}"

    @property
    def short(self) -> str:
        """For a table's cell: Oct to Dec 2019 for a quarter, 1 Oct to 22 Nov 2019 for a part of one."""
        if self in quarters(self.last, 1):
            if self.ends_a_quarter:
                return f"{self.first:%b} to {self.last:%b %Y}"
            return f"1 {self.first:%b} to {date_short(self.last)}"
        return f"{date_short(self.first)} to {date_short(self.last)}"

    @property
    def ends_a_quarter(self) -> bool:
        """Whether its last day is a quarter's."""
        return (self.last + timedelta(days=1)).day == 1 and self.last.month % 3 == 0

    @property
    def before(self) -> "Span":
        """The span of the same length that ends the day before: as many months where it is of whole months."""
        eve, after = self.first - timedelta(days=1), self.last + timedelta(days=1)
        months = (after.year - self.first.year) * 12 + after.month - self.first.month
        if months > 0 and 0 <= after.day - self.first.day <= 1:  # `last_months` includes the day at both ends
            return Span(months_before(self.first, months), eve)
        return Span(eve - (self.last - self.first), eve)


def last_months(day: date, months: int) -> Span:
    """The months up to a day, that day of the earlier month included, as an audience rule counts them."""
    return Span(months_before(day, months), day)


def quarters(day: date, number: int = 8) -> tuple[Span, ...]:
    """The calendar quarters up to the one that a day is in, the earliest first; the last one ends with the day."""
    found = []
    year, quarter = day.year, (day.month - 1) // 3
    for _ in range(number):
        first = date(year, quarter * 3 + 1, 1)
        after = date(year + (quarter == 3), (quarter + 1) % 4 * 3 + 1, 1)
        found.append(Span(first, min(day, after - timedelta(days=1))))
        year, quarter = (year, quarter - 1) if quarter else (year - 1, 3)
    return tuple(reversed(found))


class Time(Enum):
    """Times that a person chooses from; a council's year begins on 1 April."""

    HALF_A_YEAR = "Last 6 months"
    YEAR = "Last 12 months"
    TWO_YEARS = "Last 24 months"
    THIS_YEAR = "This financial year"
    LAST_YEAR = "Last financial year"

    def span(self, today: date) -> Span:
        """The time as it stands on a day."""
        if self in _MONTHS:
            return last_months(today, _MONTHS[self])
        april = date(today.year - (today.month < 4), 4, 1)
        if self is Time.THIS_YEAR:
            return Span(april, today)
        return Span(april.replace(year=april.year - 1), april - timedelta(days=1))


_MONTHS = {Time.HALF_A_YEAR: 6, Time.YEAR: 12, Time.TWO_YEARS: 24}


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
