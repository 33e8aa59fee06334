"""Counts and shares as sentences print them, with what they were before they were rounded."""

from resources.report.told import Shown
from resources.statistics import Share
from resources.wording import count_of, number


def counted(count: int, singular: str, plural: str | None = None, *, rows: str = "") -> Shown:
    """12 events; `rows` names the table of them."""
    return Shown(count_of(count, singular, plural), count, rows=rows)


def numbered(value: int, *, rows: str = "", base: int | None = None) -> Shown:
    """1,234 by itself."""
    return Shown(number(value), value, base, rows)


def share_shown(part: Share, *, rows: str = "") -> Shown:
    """62% (25 of 40); 75% (9 of 12, a small base); 3 of 4 where the base is too small for a percentage."""
    value = None if part.value is None else float(part.value * 100)
    of = f"{number(part.count)} of {number(part.base)}"
    if part.shown is None:
        return Shown(of, value, part.base, rows)
    small = ", a small base" if part.small else ""
    return Shown(f"{part.shown}% ({of}{small})", value, part.base, rows)
