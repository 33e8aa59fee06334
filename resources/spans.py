"""Times between two days: months, quarters and a council's years, and the instants at which London days begin. Pure."""

import calendar
from dataclasses import dataclass
from datetime import date, time, timedelta

from resources.problem import FieldProblem, Problem
from resources.wording import date_short, date_words, from_london, instant_text


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

    @property
    def after(self) -> "Span":
        """The span of the same length that begins the day after: as many months where it is of whole months."""
        first = self.last + timedelta(days=1)
        months = (first.year - self.first.year) * 12 + first.month - self.first.month
        if months > 0 and first.day == self.first.day:
            return Span(first, months_before(first, -months) - timedelta(days=1))
        return Span(first, first + (self.last - self.first))


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""No period that is asked for reaches beyond: a calendar has an end, and the days before and after it are needed."""


def refuse_beyond(span: Span) -> None:
    """Raises Problem for a span that is not of our times."""
    if span.first < FIRST_DAY or span.last > LAST_DAY:
        raise Problem(
            f"The time asked for is {span.words}. Choose days between {date_words(FIRST_DAY)} and "
            f"{date_words(LAST_DAY)}."
        )


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


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


def financial_year(day: date) -> Span:
    """The council's year that a day is in; it begins on 1 April."""
    first = date(day.year - (day.month < 4), 4, 1)
    return Span(first, date(first.year + 1, 3, 31))


def refuse_after(field: str, heading: str, day: date, latest: date) -> None:
    """Refuse a day typed into a field that lies after the last one that it may be."""
    if day > latest:
        raise FieldProblem(
            field, f"{heading}: {date_words(day)} is after {date_words(latest)}. Give a day up to then."
        )


def start_of(day: date) -> str:
    """The instant at which a London day begins, as it is kept."""
    return instant_text(from_london(day, time()))


def end_of(day: date) -> str:
    """The instant at which it is over."""
    return start_of(day + timedelta(days=1)) if day < date.max - timedelta(days=1) else "~"
