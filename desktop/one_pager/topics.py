"""What one page can say of a provider, topic by topic, and which of it has room. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from resources.wording import count_of, shortened

LINE_MM, ROW_MM = 5.05, 1.7
SIGNS_A_LINE = 53
ROOM_MM = 174
"""What a page of A4 has between its title and its foot, with some to spare: letters are not all as wide."""
LONGEST = 230
"""Signs of a sentence; names of services can be long."""


@dataclass(frozen=True)
class Topic:
    """A topic with its sentences, the most important first; `since` is what is new, `ask` what to ask at the visit."""

    heading: str
    lines: tuple[str, ...]
    since: str = ""
    ask: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fitted:
    """The rows that have room on a page, and how many sentences of which topic have none."""

    rows: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def left_out_words(self) -> str:
        """Left out for want of room: Ratings (3 sentences), Notes (1 sentence)."""
        if not self.left_out:
            return ""
        told = ", ".join(f"{heading} ({count_of(number, 'sentence')})" for heading, number in self.left_out)
        return f"Left out for want of room: {told}."


def fitted(topics: Sequence[Topic], *, room: float = ROOM_MM) -> Fitted:
    """The first sentence of each topic, then the second of each, as long as there is room."""
    told = [
        replace(one, lines=tuple(shortened(line, LONGEST) for line in one.lines))
        for one in topics
        if one.lines
    ]
    taken = [1] * len(told)
    while told and _height(told, taken) > room and len(taken) > 1:
        taken.pop()  # a room too small for all headings: the last topics give way
    shown, place = told[: len(taken)], 1
    while any(place < len(one.lines) for one in shown):
        for at, one in enumerate(shown):
            if place < len(one.lines) and taken[at] == place:
                more = [*taken[:at], place + 1, *taken[at + 1 :]]
                if _height(shown, more) <= room:
                    taken = more
        place += 1
    rows = tuple(
        (one.heading, " ".join(one.lines[:number])) for one, number in zip(shown, taken, strict=True)
    )
    out = [(one.heading, len(one.lines) - number) for one, number in zip(shown, taken, strict=True)]
    out += [(one.heading, len(one.lines)) for one in told[len(shown) :]]
    return Fitted(rows, tuple(one for one in out if one[1]))


def _height(topics: Sequence[Topic], taken: Sequence[int]) -> float:
    """In millimetres."""
    rows = (" ".join(one.lines[:number]) for one, number in zip(topics, taken, strict=False))
    return sum(ROW_MM + LINE_MM * max(1, ceil(len(row) / SIGNS_A_LINE)) for row in rows)
