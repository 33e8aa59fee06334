"""When a fund will be empty at the present pace, with what is committed and asked for taken off already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from resources.wording import date_words, money, rounded_whole
from workforce.funding.funds.balance import Pot

WINDOW = timedelta(weeks=13)
"""The present pace is that of so long."""
TOO_EARLY = timedelta(weeks=4)
"""Before so long nothing can be said of a pace."""
_BEYOND = 36_525  # days: nobody plans for a hundred years


class Movement(NamedTuple):
    """Pence that were claimed or committed on a day."""

    day: date
    pot: Pot
    pence: int


@dataclass(frozen=True)
class Pace:
    """How much was claimed or committed from one day to another, both included."""

    pence: int
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    @property
    def per_day(self) -> Fraction:
        """Exactly."""
        return Fraction(self.pence, self.days)

    @property
    def per_week(self) -> int:
        """To the nearest penny."""
        return rounded_whole(self.per_day * 7)

    @property
    def is_early(self) -> bool:
        """Whether it is too short to go by."""
        return self.last - self.first < TOO_EARLY

    @property
    def words(self) -> str:
        """What was claimed or committed, since when, and what that is a week, in whole pounds."""
        return (
            f"{pounds(self.pence)} was claimed or committed from {date_words(self.first)} to "
            f"{date_words(self.last)}. That is {pounds(self.per_week)} a week"
        )


def pounds(pence: int) -> str:
    """To the nearest pound: what rests on a pace is no surer than that."""
    return money(100 * rounded_whole(Fraction(pence, 100)))


def pace(movements: Iterable[Movement], *, today: date, since: date) -> Pace:
    """That of the last 13 weeks, or since a day where that is later."""
    first = min(max(since, today - WINDOW + timedelta(days=1)), today)
    return Pace(sum(one.pence for one in movements if first <= one.day <= today), first, today)


@dataclass(frozen=True)
class Runway:
    """`empty_on` is None where no day can be given; `left_at_close` what is left where the fund closes before it."""

    empty_on: date | None
    pace_per_week: int
    left_at_close: int | None
    basis: str


def runway(going: Pace, free: int, *, closes: date | None) -> Runway:
    """What becomes of the pence that are free, at a pace; the day of its end is today."""
    today = going.last
    if closes is not None and today > closes:
        return _closed(going, free, closes)
    if free <= 0:
        over = f", and {money(-free)} more than there is" if free < 0 else ""
        return Runway(today, going.per_week, None, f"All of it is paid, committed or claimed{over}.")
    if going.is_early:
        return Runway(
            None,
            going.per_week,
            None,
            "It opened less than 4 weeks ago: too early to tell when it will be empty.",
        )
    if going.pence <= 0:
        basis = (
            f"Nothing was claimed or committed from {date_words(going.first)} to {date_words(today)}, so that no "
            f"day can be given. {money(free)} is free."
        )
        return Runway(None, 0, free if closes else None, basis)
    return _at_pace(going, free, closes)


def _closed(going: Pace, free: int, closes: date) -> Runway:
    left = f"{money(free)} of it was not used" if free > 0 else "all of it was used"
    return Runway(None, going.per_week, max(free, 0), f"It closed on {date_words(closes)}; {left}.")


def _at_pace(going: Pace, free: int, closes: date | None) -> Runway:
    days = ceil(free / going.per_day)
    empty_on = going.last + timedelta(days=days) if days < _BEYOND else None
    told = f"{going.words}. {pounds(free)} is free"
    if closes is None:
        end = (
            f"It is empty on {date_words(empty_on)}" if empty_on else "It is not empty within a hundred years"
        )
        return Runway(empty_on, going.per_week, None, f"{end} at this pace. {told}.")
    left = max(free - rounded_whole(going.per_day * (closes - going.last).days), 0)
    if empty_on is not None and empty_on <= closes:
        days_short = (closes - empty_on).days
        before = f", {days_short} days before it closes" if days_short > 1 else ""
        return Runway(
            empty_on,
            going.per_week,
            0,
            f"It is empty on {date_words(empty_on)}{before}, at this pace. {told}.",
        )
    return Runway(
        empty_on, going.per_week, left,
        f"{pounds(left)} is left when it closes on {date_words(closes)}, at this pace. {told}.",
    )  # fmt: skip
