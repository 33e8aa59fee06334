"""Dates in cells. Whether the day or the month stands first is decided for a column, never for a cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from resources.files.cells import Reading, clean_text, shown

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_TIME = (
    r"(?:\s*(?:-|,|t|at|\s)\s*(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:\.\d+)?\s*([ap]\.?m\.?)?"
    r"\s*(?:(?:z|utc|gmt|bst)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})?)?"
)
_NUMERIC = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})" + _TIME)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})" + _TIME)
_DAY_NAMED = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]*([a-z]{3,9})\.?,?[\s/.-]*(\d{4}|\d{2})"
    + _TIME
)
_MONTH_NAMED = re.compile(
    r"(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME
)
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_IN_TEXT = re.compile(
    r"\b(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\s+\d{4})\b"
)
_EXCEL_START = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_415  # 1950 to 2100
_CENTURY_TURNS = 70  # '70' is 1970 and '69' is 2069


class Order(Enum):
    """Which stands first in dates such as 05/06/2019."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    MIXED = "a mixture"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class DateOrder:
    """The order of a column's dates and what shows it; `either` counts dates that fit both orders."""

    order: Order
    day_first: int = 0
    month_first: int = 0
    either: int = 0
    day_first_example: str = ""
    month_first_example: str = ""
    either_example: str = ""

    def sentence(self, heading: str) -> str:
        """What to tell a person about the column; '' when there is nothing to tell."""
        if self.order is Order.MIXED:
            return (
                f"Dates in “{heading}” are a mixture: {self.day_first:,} with the day first "
                f"(“{self.day_first_example}”) and {self.month_first:,} with the month first "
                f"(“{self.month_first_example}”)."
            )
        if self.order is Order.UNDECIDED and self.either:
            return (
                f"Nothing in “{heading}” shows whether the day or the month stands first: all {self.either:,} dates "
                f"fit both, such as “{self.either_example}”."
            )
        return ""


def date_order(texts: Iterable[str]) -> DateOrder:
    """The order of all dates of a column together."""
    counts = {order: 0 for order in Order}
    examples = {order: "" for order in Order}
    for text in texts:
        match = _NUMERIC.match(text.strip()) if text else None
        if match and (found := _order_of(int(match[1]), int(match[2]))):
            counts[found] += 1
            examples[found] = examples[found] or text.strip()
    day, month, either = counts[Order.DAY_FIRST], counts[Order.MONTH_FIRST], counts[Order.UNDECIDED]
    if day and month:
        order = Order.MIXED
    elif day or month:
        order = Order.DAY_FIRST if day else Order.MONTH_FIRST
    else:
        order = Order.UNDECIDED
    first, second, third = examples[Order.DAY_FIRST], examples[Order.MONTH_FIRST], examples[Order.UNDECIDED]
    return DateOrder(order, day, month, either, first, second, third)


def _order_of(first: int, second: int) -> Order | None:
    if first == second or not (first and second) or (first > 12 and second > 12):
        return None
    if first > 12:
        return Order.DAY_FIRST if first <= 31 else None
    if second > 12:
        return Order.MONTH_FIRST if second <= 31 else None
    return Order.UNDECIDED


def read_date(text: str, order: Order) -> Reading[date]:
    """A date, with or without a time after it; `order` is that of its column (`date_order`).

    Under MIXED and UNDECIDED only dates that fit one order alone are read.
    """
    found = read_datetime(text, order)
    return Reading(found.value.date() if found.value else None, found.reason)


def read_datetime(text: str, order: Order) -> Reading[datetime]:
    """A date with the time of day after it (midnight when there is none), as written: no time zone."""
    plain = clean_text(text).lower()
    if not plain:
        return Reading(None)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _built(text, match[1], int(match[2]), int(match[3]), match[4], match[5])
    if match := _NUMERIC.fullmatch(plain):
        return _numeric(text, match, order)
    if match := _DAY_NAMED.fullmatch(plain):
        return _built(text, match[3], _month(match[2]), int(match[1]), match[4], match[5])
    if match := _MONTH_NAMED.fullmatch(plain):
        return _built(text, match[3], _month(match[1]), int(match[2]), match[4], match[5])
    if (match := _SERIAL.fullmatch(plain)) and _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        seconds = round(float(f"0.{match[2] or 0}") * 86_400)
        start = datetime.combine(_EXCEL_START, time()) + timedelta(days=int(match[1]))
        return Reading(start + timedelta(seconds=seconds))
    return Reading(None, f"{shown(text)} is not a date")


def _numeric(text: str, match: re.Match[str], order: Order) -> Reading[datetime]:
    first, second = int(match[1]), int(match[2])
    shows = _order_of(first, second)
    if shows is Order.UNDECIDED and order in (Order.MIXED, Order.UNDECIDED):
        return Reading(
            None, f"{shown(text)} may have the day or the month first, and its column does not say which"
        )
    if (
        shows in (Order.DAY_FIRST, Order.MONTH_FIRST)
        and shows is not order
        and order
        in (
            Order.DAY_FIRST,
            Order.MONTH_FIRST,
        )
    ):
        return Reading(None, f"{shown(text)} does not have the {order.value} as the rest of its column does")
    month_first = order is Order.MONTH_FIRST or (order is not Order.DAY_FIRST and shows is Order.MONTH_FIRST)
    month, day = (first, second) if month_first else (second, first)
    return _built(text, match[3], month, day, match[4], match[5])


def _built(
    text: str, year: str, month: int, day: int, clock: str | None, half: str | None
) -> Reading[datetime]:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= _CENTURY_TURNS else 2000
    try:
        start = datetime(number, month, day)
    except ValueError:
        return Reading(None, f"{shown(text)} is not a day in the calendar")
    if not 1900 <= number <= 2100:
        return Reading(None, f"{shown(text)} lies outside 1900 to 2100")
    at = _clock(clock, half) if clock else time()
    if at is None:
        return Reading(None, f"{shown(text)} has a time that no clock shows")
    return Reading(datetime.combine(start.date(), at))


def _clock(text: str, half: str | None) -> time | None:
    parts = [int(part) for part in re.split(r"[:.]", text)]
    if half:
        if not 1 <= parts[0] <= 12:
            return None
        parts[0] = parts[0] % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(parts[0], parts[1], parts[2] if len(parts) > 2 else 0)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The month's number; 0, which no calendar has, for any other word."""
    for number, full in enumerate(_MONTH_NAMES, start=1):
        if name in (full, full[:3]) or (name == "sept" and number == 9):
            return number
    return 0


def date_in_text(lines: Iterable[str]) -> date | None:
    """The first date in sentences such as 'This data was produced on 01 May 2019'; day first, as in Britain."""
    for line in lines:
        for match in _IN_TEXT.finditer(clean_text(line)):
            found = read_date(match[1], Order.DAY_FIRST).value
            if found:
                return found
    return None
