"""What every file becomes when it is read: sheets of rows of text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

Progress = Callable[[int, int | None], None]
"""Called with how much is done and of how much (None when not known); raising in it stops the reading."""


class Row(NamedTuple):
    """One row as Excel would number it; cells are text as a person would type them, '' for blank."""

    line: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The text in a column; '' where a ragged row stops short."""
        return self.cells[index] if index < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds more than spaces."""
        return not any(map(str.strip, self.cells))


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or the whole of a text file (its name is then the file's).

    `rows` can be gone through more than once; each time the rows are read anew, so a long file is never
    held whole. Blank rows are kept, since they part the sections of some reports.
    """

    name: str
    rows: Iterable[Row]
    hidden: bool = False

    def head(self, count: int = 60) -> list[Row]:
        """The first rows, enough to find the header in."""
        return list(islice(self.rows, count))


class RowsFrom:
    """Rows that are read anew each time they are gone through."""

    def __init__(self, start: Callable[[], Iterator[Row]]) -> None:
        self._start = start

    def __iter__(self) -> Iterator[Row]:
        return self._start()
