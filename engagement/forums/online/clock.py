"""When things happened: day or month first, on whose clock, and by how many hours that clock is off. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from resources.files.cells import Reading
from resources.files.dates import Order, date_order, read_datetime
from resources.wording import count_of, date_words, from_london, in_london

MOST_HOURS = 14
"""No clock on earth is further from London's."""
_ON_TIME = timedelta(minutes=45)
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_ZONE = re.compile(r"\s*\(?(z|[a-z]{3,4})?\s*([+-]\d{1,2}(?::?\d{2})?)?\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class DatesRead:
    """Which stands first in the file's dates, and what shows it. With `ask` nothing does, and somebody has to say."""

    order: Order
    reason: str
    ask: bool = False


def dates_of(texts: Sequence[str], event_day: date, chosen: Order | None = None) -> DatesRead:
    """Decided from all dates of the file together, then from the event's day; a person's word goes before both."""
    if chosen is not None:
        return DatesRead(chosen, f"Dates are read with the {chosen.value}, as you chose.")
    found = date_order(texts)
    if found.order is Order.MIXED:
        return DatesRead(
            Order.MIXED,
            f"{found.sentence('the file')} Those that can be read in one way alone are; the rest are left out.",
        )
    if found.order is not Order.UNDECIDED:
        example = found.day_first_example if found.order is Order.DAY_FIRST else found.month_first_example
        return DatesRead(found.order, f"Dates have the {found.order.value}, as “{example}” shows.")
    if not found.either:
        return DatesRead(Order.DAY_FIRST, "")
    return _by_the_days(texts, event_day, found.either_example)


def _by_the_days(texts: Sequence[str], event_day: date, example: str) -> DatesRead:
    """Both ways fit: the right one is that by which the file is of the event's day, or of days beside each other."""
    days = {order: _days(texts, order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST)}
    on_the_day = [
        order for order, some in days.items() if any(abs((day - event_day).days) <= 1 for day in some)
    ]
    if len(on_the_day) == 1:
        reason = (
            f"“{example}” is read with the {on_the_day[0].value}: the event is on {date_words(event_day)}."
        )
        return DatesRead(on_the_day[0], reason)
    together = [order for order, some in days.items() if some and (max(some) - min(some)).days <= 1]
    if len(together) == 1:
        reason = f"“{example}” is read with the {together[0].value}: all days of the file then lie together."
        return DatesRead(together[0], reason)
    if not all(days.values()):
        return DatesRead(Order.DAY_FIRST, "")  # what looks like dates is none that can be read
    first, second = (min(some) for some in days.values())
    return DatesRead(
        Order.DAY_FIRST,
        f"“{example}” may be {date_words(first)} or {date_words(second)}, and nothing in the file shows which. "
        "Choose whether the day or the month stands first.",
        ask=True,
    )


def _days(texts: Sequence[str], order: Order) -> list[date]:
    return [
        found.value.date() for text in texts if text and (found := read_datetime(_bare(text)[0], order)).value
    ]


# --- instants ---------------------------------------------------------------------------------------------


def read_instant(text: str, order: Order, zone: str = "") -> Reading[datetime]:
    """A moment of the file in UTC: on the clock that it names, else on the one of the headings, else on London's."""
    bare, named = _bare(text)
    found = read_datetime(bare, order)
    if found.value is None:
        return Reading(None, found.reason or "there is no time")
    offset = named if named is not None else offset_of(zone)
    if offset is None:
        return Reading(from_london(found.value.date(), found.value.time()))
    return Reading((found.value - offset).replace(tzinfo=UTC))


def an_hour_later(moment: datetime, text: str, zone: str) -> datetime | None:
    """The other moment that a clock time may be, in the night when London's clock is put back; None at all others."""
    if _bare(text)[1] is not None or offset_of(zone) is not None:
        return None
    later = in_london(moment).replace(fold=1).astimezone(UTC)
    return later if later > moment else None


def offset_of(zone: str) -> timedelta | None:
    """How far a named clock is ahead of UTC; None where the name says nothing."""
    return _bare(f"12:00 {zone}")[1] if zone else None


def _bare(text: str) -> tuple[str, timedelta | None]:
    """The text without its clock's name, and what that is worth."""
    match = _ZONE.search(text)
    if match is None or not (match[1] or match[2]):
        return text, None
    before, name = text[: match.start()], (match[1] or "").casefold()
    if ":" not in before or (name and name not in _ZONES):
        return text, None  # a date such as 14-11-2022, or PM
    hours = timedelta(hours=_ZONES.get(name, 0))
    return before, hours + _hours(match[2]) if match[2] else hours


def _hours(text: str) -> timedelta:
    sign, digits = (-1 if text[0] == "-" else 1), text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return sign * timedelta(hours=hours, minutes=minutes)


def proposed_shift(starts: datetime, ends: datetime, event_starts: datetime, event_ends: datetime) -> int:
    """The whole hours that would bring a meeting onto the event's time; 0 where it is on it, or nothing would."""
    if _meet(starts, ends, event_starts, event_ends):
        return 0
    hours = round((event_starts - starts).total_seconds() / 3600)
    off = abs(event_starts - starts - timedelta(hours=hours))
    return hours if 1 <= abs(hours) <= MOST_HOURS and off <= _ON_TIME else 0


def _meet(starts: datetime, ends: datetime, event_starts: datetime, event_ends: datetime) -> bool:
    """Whether a good part of the shorter of the two lies within the other."""
    both = min(ends, event_ends) - max(starts, event_starts)
    shorter = min(ends - starts, event_ends - event_starts)
    return both.total_seconds() > 0 and both >= shorter / 3


def shift_words(hours: int) -> str:
    """1 hour later, 5 hours earlier."""
    return f"{count_of(abs(hours), 'hour')} {'later' if hours > 0 else 'earlier'}"


def day_of(moment: datetime) -> date:
    """The London day of a moment."""
    return in_london(moment).date()


# --- how long ---------------------------------------------------------------------------------------------

_PARTS = re.compile(
    r"(\d+)\s*(h|hr|hrs|hour|hours|m|min|mins|minute|minutes|s|sec|secs|second|seconds)\b\.?", re.I
)
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?")
_LONGEST = 7 * 24 * 3600


def read_seconds(text: str) -> int | None:
    """How long something lasted: 19m 26s, 1h 5m, 0:19:26, or a number of minutes; None where it does not say."""
    plain = text.strip().casefold()
    if re.fullmatch(r"\d{1,6}(?:\.\d+)?", plain):
        found = round(float(plain) * 60)
    elif match := _CLOCK.fullmatch(plain):
        parts = [int(part) for part in match.groups() if part]
        found = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
    elif parts_found := _PARTS.findall(plain):
        found = sum(int(number[:7]) * {"h": 3600, "m": 60, "s": 1}[unit[0]] for number, unit in parts_found)
    else:
        return None
    return min(found, _LONGEST)
