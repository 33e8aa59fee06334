"""Times of day as minutes from midnight and hours a week as minutes: how they are written and how they are said."""

import re
from datetime import time

from resources.problem import Problem
from resources.wording import clock_words, number
from workforce.iwork.vocabulary import Weekday

DAY = 24 * 60
WEEK = 7 * DAY
_NAMED = {"midday": 720, "noon": 720, "midnight": 0}
_PARTS = {"½": 30, "¼": 15, "¾": 45}


def read_clock(text: str) -> int:
    """Minutes from midnight of 9:30, 9.30, 9:30am, 2pm, 14, 1430 or midday."""
    words = re.sub(r"\s|(?<=[ap])\.|(?<=m)\.", "", text.casefold())
    if words in _NAMED:
        return _NAMED[words]
    parts = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?(am|pm|a|p)?", words)
    if parts is None:
        raise Problem(f"“{text.strip()}” is not a time of day. Write one as 9:30, 2pm or 14:00.")
    hour, minute, half = int(parts[1]), int(parts[2] or 0), (parts[3] or "")[:1]
    if half and not 1 <= hour <= 12:
        raise Problem(f"“{text.strip()}” is not a time of day. Write one as 9:30, 2pm or 14:00.")
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise Problem(f"“{text.strip()}” is not a time of day. Write one as 9:30, 2pm or 14:00.")
    return hour * 60 + minute


def read_hours(text: str) -> int:
    """Minutes of 7.5, 7½, 7:30 or “7.5 hours”, as somebody writes the hours of a week."""
    words = re.sub(r"\s*(hours?|hrs?|h)\s*(a week)?$", "", text.casefold().strip())
    parts = re.fullmatch(r"(\d{1,3})?\s*([½¼¾])|(\d{1,3}):([0-5]\d)|(\d{1,3}(?:\.\d{1,2})?)", words)
    if parts is None:
        raise Problem(f"“{text.strip()}” is no number of hours. Write one as 7.5, 7½ or 7:30.")
    if parts[2]:
        minutes = int(parts[1] or 0) * 60 + _PARTS[parts[2]]
    elif parts[3]:
        minutes = int(parts[3]) * 60 + int(parts[4])
    else:
        whole, _, part = parts[5].partition(".")
        minutes = int(whole) * 60 + round(int(part.ljust(2, "0") or 0) * 60 / 100)
    if not 0 < minutes <= WEEK:
        raise Problem(f"“{text.strip()}” hours are not in a week. Write more than nothing and at most 168.")
    return minutes


def clock_said(minute: int) -> str:
    """9:30am, midday; the end of a day is midnight."""
    return clock_words(time(*divmod(minute % DAY, 60)))


def span_said(from_minute: int, until_minute: int) -> str:
    """9:30am to 2pm."""
    return f"{clock_said(from_minute)} to {clock_said(until_minute)}"


def hours_said(minutes: int | None) -> str:
    """7.5 of 450 minutes; nothing of none."""
    return "" if minutes is None else number(minutes / 60, 2).rstrip("0").rstrip(".")


def hours_words(minutes: int) -> str:
    """7.5 hours, 1 hour, no hours."""
    said = hours_said(minutes) or "no"
    return f"{said} hour" if minutes == 60 else f"{said} hours"


def day_said(weekday: int | None) -> str:
    """Monday; every day of none."""
    return "Every shift" if weekday is None else Weekday(str(weekday)).label


def day_short(weekday: int) -> str:
    """Mon."""
    return Weekday(str(weekday)).label[:3]
