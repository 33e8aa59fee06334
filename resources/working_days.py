"""Working days in England, and clear days back from a meeting. Pure; days are London days.

Which days are bank holidays is known to the library `holidays`, proclaimed ones too; a person adds later ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class HolidayChange:
    """A day that a person added, or says is worked although it is known as a holiday."""

    day: date
    name: str = ""
    is_holiday: bool = True


def bank_holidays(year: int, changes: Iterable[HolidayChange] = ()) -> dict[date, str]:
    """The holidays of a year on which people would work otherwise, with their names, in order."""
    found = dict(_known(year))
    for change in changes:
        if change.day.year == year:
            if change.is_holiday:
                found[change.day] = change.name or found.get(change.day, "Bank holiday")
            else:
                found.pop(change.day, None)
    return dict(sorted(found.items()))


@cache
def _known(year: int) -> dict[date, str]:
    from holidays.countries.united_kingdom import UnitedKingdom  # loaded when first used

    known = UnitedKingdom(subdiv="ENG", years=year)  # type: ignore[no-untyped-call]  # its constructor has no types
    return {day: _as_published(name) for day, name in sorted(known.items()) if day.weekday() < SATURDAY}


def _as_published(name: str) -> str:
    """As the government calls it."""
    named = name.replace("'", "’").replace("(observed)", "(substitute day)").replace("Late Summer", "Summer")
    return named.replace("May Day", "Early May Bank Holiday").replace("Bank Holiday", "bank holiday")


def is_working_day(day: date, changes: Iterable[HolidayChange] = ()) -> bool:
    """Neither a weekend nor a bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year, tuple(changes))


def working_days_before(day: date, number: int, changes: Iterable[HolidayChange] = ()) -> date:
    """The latest working day from which to the day so many working days pass; with 0 the day, or the last before it."""
    known, at = tuple(changes), day
    while not is_working_day(at, known):
        at -= _DAY
    for _ in range(number):
        at -= _DAY
        while not is_working_day(at, known):
            at -= _DAY
    return at


def clear_days_before(day: date, number: int, changes: Iterable[HolidayChange] = ()) -> date:
    """The last day on which a paper can go out with so many clear days: neither that day nor the meeting's counts."""
    known, at, passed = tuple(changes), day, 0
    while passed < number:
        at -= _DAY
        passed += is_working_day(at, known)
    return working_days_before(at - _DAY, 0, known)


def working_days_between(first: date, last: date, changes: Iterable[HolidayChange] = ()) -> int:
    """How many working days lie between two days, neither counted; 0 where the second is not later."""
    known = tuple(changes)
    days = range(1, max((last - first).days, 1))
    return sum(is_working_day(first + _DAY * number, known) for number in days)
