"""Where the blocks of a day stand: a lane for each kind, as many lines in it as lie at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass

STEP = 5
"""Minutes to which a block that is dragged falls."""


@dataclass(frozen=True)
class Block:
    """Something from one minute of the day to another. A `fixed` one is neither moved nor taken to another lane.

    A `chosen` one stands out.
    """

    key: str
    name: str
    begins: int
    ends: int
    lane: str
    words: str = ""
    fixed: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class Lane:
    """A lane and what an empty one says. Blocks may be taken there where it `takes` them."""

    key: str
    title: str
    empty: str = ""
    takes: bool = False


@dataclass(frozen=True)
class Box:
    """Left, top, width and height in pixels."""

    left: int
    top: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class LanesLayout:
    """Of lanes and blocks in a widget of a width; `line` is how high a block is, `left` where the day begins."""

    def __init__(
        self, lanes: Sequence[Lane], blocks: Sequence[Block], hours: tuple[int, int], *, width: int, line: int,
        left: int,
    ) -> None:  # fmt: skip
        self.lanes, self.hours, self.left, self.line = tuple(lanes), hours, left, line
        self._room = max(1, width - left - 2)
        self.head = line
        self.tops: dict[str, Box] = {}
        self.boxes: dict[str, Box] = {}
        top = self.head
        for lane in lanes:
            rows = lines_of([block for block in blocks if block.lane == lane.key])
            height = max(1, len(rows)) * line + _PAD
            self.tops[lane.key] = Box(0, top, width, height)
            for at, row in enumerate(rows):
                for block in row:
                    self.boxes[block.key] = self._box(block, top + _PAD // 2 + at * line)
            top += height
        self.height = top + 1

    def _box(self, block: Block, top: int) -> Box:
        begins, ends = self.x(block.begins), self.x(block.ends)
        return Box(begins, top + 1, max(ends - begins - 1, 4), self.line - 2)

    def x(self, minute: int) -> int:
        """Where a minute of the day stands."""
        first, last = self.hours
        return self.left + (minute - first) * self._room // max(1, last - first)

    def minutes(self, pixels: int) -> int:
        """How much later so many pixels to the right are, to the nearest step."""
        first, last = self.hours
        return round(pixels * (last - first) / self._room / STEP) * STEP

    def lane_at(self, y: int) -> str:
        """The lane at a height; '' above and beneath them."""
        return next((key for key, box in self.tops.items() if box.top <= y < box.top + box.height), "")

    def block_at(self, x: int, y: int) -> str:
        """The block at a point; '' where there is none."""
        return next((key for key, box in self.boxes.items() if box.holds(x, y)), "")


_PAD = 6


def lines_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks on as few lines as they need so that none lies over another."""
    lines: list[list[Block]] = []
    for block in sorted(blocks, key=lambda one: (one.begins, one.ends, one.key)):
        free = next((line for line in lines if line[-1].ends <= block.begins), None)
        if free is None:
            lines.append([block])
        else:
            free.append(block)
    return lines


def hours_around(begins: int, ends: int, blocks: Sequence[Block]) -> tuple[int, int]:
    """Whole hours from the beginning of a day to its end, and as much more as blocks need."""
    first = min([begins, *(one.begins for one in blocks)])
    last = max([ends, *(one.ends for one in blocks)])
    return first // 60 * 60, min(24 * 60, -(-last // 60) * 60)
