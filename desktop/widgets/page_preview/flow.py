"""Which strip of a document stands on which page, and how far down. Pure.

A strip is what is never broken: a line of text, a row of a table, a picture. Pages are broken as Word breaks them:
between strips, never after one that keeps with the next, and a table that goes on repeats its heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Strip:
    """`before` and `after` are the room around it; of two that meet the larger counts, and none at the top of a page.

    `header` is the place of the strip that is repeated above this one where a page begins with it; -1 for none.
    `new_page` begins one.
    """

    height: float
    before: float = 0
    after: float = 0
    keep_next: bool = False
    header: int = -1
    new_page: bool = False


@dataclass(frozen=True)
class Placed:
    """Where a strip stands; `repeated` is a heading above the rest of its table."""

    strip: int
    page: int
    top: float
    repeated: bool = False


def flow(strips: Sequence[Strip], height: float) -> tuple[Placed, ...]:
    """All strips on pages with so much room."""
    return tuple(_Flowing(strips, height).placed())


class _Flowing:
    def __init__(self, strips: Sequence[Strip], height: float) -> None:
        self._strips, self._height = strips, height
        self._page, self._at, self._after = 0, 0.0, 0.0
        self._fresh = True  # nothing stands on this page yet

    def placed(self) -> Iterator[Placed]:
        at = 0
        while at < len(self._strips):
            end = self._kept_with(at)
            first = self._strips[at]
            if first.new_page and not self._fresh:
                self._turn()
            needed = self._needed(at, end)
            if not self._fresh and self._at + needed > self._height and self._alone(at, end) <= self._height:
                self._turn()
            for place in range(at, end):
                yield from self._place(place)
            at = end

    def _kept_with(self, at: int) -> int:
        """The end of what stays on one page with the strip at this place."""
        while at < len(self._strips) - 1 and self._strips[at].keep_next and not self._strips[at + 1].new_page:
            at += 1
        return at + 1

    def _needed(self, at: int, end: int) -> float:
        gap = max(self._after, self._strips[at].before) if not self._fresh else 0.0
        return gap + self._solid(at, end)

    def _alone(self, at: int, end: int) -> float:
        """What it takes at the top of a page, beneath the heading of its table."""
        header = self._strips[at].header
        return self._solid(at, end) + (self._strips[header].height if header >= 0 else 0)

    def _solid(self, at: int, end: int) -> float:
        total = self._strips[at].height
        for place in range(at + 1, end):
            one, before = self._strips[place], self._strips[place - 1]
            total += max(before.after, one.before) + one.height
        return total

    def _place(self, place: int) -> Iterator[Placed]:
        strip = self._strips[place]
        gap = 0.0 if self._fresh else max(self._after, strip.before)
        if not self._fresh and self._at + gap + strip.height > self._height:
            self._turn()
            gap = 0.0
        if self._fresh and self._page and strip.header >= 0:
            yield Placed(strip.header, self._page, 0.0, repeated=True)
            self._at = self._strips[strip.header].height
        yield Placed(place, self._page, self._at + gap)
        self._at += gap + strip.height
        self._after, self._fresh = strip.after, False

    def _turn(self) -> None:
        self._page += 1
        self._at, self._after, self._fresh = 0.0, 0.0, True
