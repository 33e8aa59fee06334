"""Times in a meeting added up: what overlaps counts once. Pure."""

from collections.abc import Iterable
from datetime import datetime

Interval = tuple[datetime, datetime]


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """The same time as intervals that neither overlap nor touch, in order; one that ends before it begins is none."""
    done: list[Interval] = []
    for start, end in sorted(one for one in intervals if one[0] <= one[1]):
        if done and start <= done[-1][1]:
            done[-1] = done[-1][0], max(done[-1][1], end)
        else:
            done.append((start, end))
    return done


def seconds_of(intervals: Iterable[Interval]) -> int:
    """How long they last together."""
    return round(sum((end - start).total_seconds() for start, end in united(intervals)))


def clipped(intervals: Iterable[Interval], starts: datetime, ends: datetime) -> list[Interval]:
    """What of them lies between two moments."""
    cut = ((max(start, starts), min(end, ends)) for start, end in intervals)
    return [(start, end) for start, end in cut if start < end]
