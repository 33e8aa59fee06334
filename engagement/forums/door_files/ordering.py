"""The order of a log written at several doors: by time, and what one device wrote stays in its own order. Pure.

A clock may go back. A line counts as no earlier than any that its device wrote before it, so that sorting by that
time keeps each device's order, and comes to the same whichever door file comes back first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge


@dataclass(frozen=True)
class Line:
    """A line of a log, of which only its place is asked."""

    id: str
    device: str
    at: datetime


Placed = tuple[datetime, Line]


def in_order(office: Sequence[Line], door: Sequence[Line]) -> list[str]:
    """Keys of both logs' lines in their common order; each log comes in its own."""
    chains: dict[str, list[Iterable[Placed]]] = defaultdict(list)
    for log in (office, door):
        of_device: dict[str, list[Line]] = defaultdict(list)
        for line in log:
            of_device[line.device].append(line)
        for device, lines in of_device.items():
            chains[device].append(_placed(lines))
    # Two files in which a device of one name wrote are brought together by time, and then count as one chain.
    single = [
        (at, device, number, line.id)
        for device, parts in chains.items()
        for number, (at, line) in enumerate(_placed([line for _, line in merge(*parts, key=_by_time)]))
    ]
    return [key for *_, key in sorted(single)]


def _by_time(one: Placed) -> tuple[datetime, str]:
    return one[0], one[1].id


def _placed(lines: Iterable[Line]) -> list[Placed]:
    found: list[Placed] = []
    for line in lines:
        found.append((max(line.at, found[-1][0]) if found else line.at, line))
    return found
