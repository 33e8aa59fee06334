"""What people type into a field, read as a value; a Problem says how to write it."""

import re
from datetime import date, time

from resources.files.values import read_pence
from resources.problem import Problem

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = r"(?:[a-z]+\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.\-]+([a-z]+|\d{1,2})[\s/.\-]+(\d{4}|\d{2})"
_DATE_HELP = "Write a date as 9 Dec 2019 or 9/12/2019."
_NAMED_TIMES = {"midday": time(12), "noon": time(12), "midnight": time(0)}
_TIME_HELP = "Write a time as 10am, 2:30pm or 14:30."
_MONEY_HELP = "Write an amount as £1,250 or 1,250.00."


def read_date(text: str) -> date:
    """Day first: 9 Dec 2019, 9 December 2019, 9/12/2019, 9.12.19, 2019-12-09."""
    words = text.strip().casefold().replace(",", " ")
    year_first = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    if year_first:
        return _date(text, int(year_first[1]), int(year_first[2]), int(year_first[3]))
    parts = re.fullmatch(
        r"(?:[a-z]+\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.\-]+([a-z]+|\d{1,2})[\s/.\-]+(\d{4}|\d{2})", words
    )
    if parts is None:
        raise Problem(f"“{text}” is not a date. {_DATE_HELP}")
    month = _month(parts[2])
    year = int(parts[3]) + (2000 if len(parts[3]) == 2 else 0)
    if not month:
        raise Problem(f"“{text}” names no month. {_DATE_HELP}")
    return _date(text, year, month, int(parts[1]))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next(
        (at for at, name in enumerate(_MONTHS, start=1) if len(text) >= 3 and text.startswith(name)), 0
    )


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Problem(f"There is no such day as “{text}”. {_DATE_HELP}") from None


def read_time(text: str) -> time:
    """10am, 10.30 pm, 14:30, midday, midnight (with which a day begins)."""
    words = text.strip().casefold().replace(" ", "")
    if words in _NAMED_TIMES:
        return _NAMED_TIMES[words]
    parts = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm)?", words)
    if parts is None:
        raise Problem(f"“{text}” is not a time. {_TIME_HELP}")
    hour, minute, half = int(parts[1]), int(parts[2] or 0), parts[3]
    if half and not 1 <= hour <= 12:
        raise Problem(f"“{text}” is not a time. {_TIME_HELP}")
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    if hour > 23 or minute > 59:
        raise Problem(f"“{text}” is not a time. {_TIME_HELP}")
    return time(hour, minute)


def read_whole(text: str, *, least: int, most: int) -> int:
    """A whole number, with or without commas."""
    digits = text.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"-?\d{1,12}", digits) or not least <= int(digits) <= most:
        raise Problem(f"“{text}” does not fit. Write a whole number from {least:,} to {most:,}.")
    return int(digits)


def read_money(text: str) -> int:
    """Pence from £1,250, 1,250.00 or 75p; what could mean two amounts is refused."""
    found = read_pence(text)
    if found.value is None:
        why = found.reason or "Nothing is written"
        raise Problem(f"{why}." if ": write " in why else f"{why}. {_MONEY_HELP}")
    if found.value < 0:
        raise Problem(f"“{text}” is below nothing. {_MONEY_HELP}")
    return found.value
