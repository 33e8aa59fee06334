"""What is printed of tables and pictures, and how large: the writer and the preview on screen ask the same."""

import struct
from collections.abc import Sequence

from resources.report.cells import FIGURES, cell_text
from resources.report.looks import Looks
from resources.report.word.styles import table_points, text_width
from resources.report.word.widths import column_widths, letter_width
from resources.tables import Cell, Column, Table
from resources.wording import date_words

PAGE_MILLIMETRES = 210, 297
EMU_PER_MILLIMETRE = 36_000
TALLEST_PICTURE = 0.8  # of the height between the margins
ROWS_KEPT_TOGETHER = 12  # a table of no more rows than this is not broken over two pages
ROWS_AT_A_BREAK = 3  # of a longer one that stand together at its beginning and its end
NO_FIGURE = "–"  # an empty cell of figures; a reader cannot tell a blank from an oversight


def table_widths(
    headings: Sequence[str], texts: Sequence[Sequence[str]], figures: Sequence[bool], looks: Looks
) -> tuple[list[int], bool]:
    """The widths, and whether every word fits at the usual size."""
    usual, small = table_points(looks)
    room, wide = text_width(looks), letter_width(looks.font)
    widths, fits = column_widths(headings, texts, figures, available=room, points=usual * wide)
    if not fits:
        widths, _ = column_widths(headings, texts, figures, available=room, points=small)
    return widths, fits


def keeps_with_next(place: int, rows: int) -> bool:
    """Whether a row, counted from 1, stays on the page of the next: no caption stands over a row or two."""
    near_an_end = place < ROWS_AT_A_BREAK or place > rows - ROWS_AT_A_BREAK
    return rows <= ROWS_KEPT_TOGETHER or near_an_end


def lines_beneath(table: Table) -> list[str]:
    """Base and date, notes and source."""
    first = [f"Base: {sentence(table.base)}"] if table.base else []
    first += [f"As at {date_words(table.as_at)}."] if table.as_at else []
    source = [f"Source: {sentence(table.source)}"] if table.source else []
    return [" ".join(first), *table.notes, *source]


def sentence(words: str) -> str:
    """With its full stop."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def picture_size(png: bytes, looks: Looks) -> tuple[int, int]:
    """Full width, at the height that keeps the picture's shape; a tall one as high as fits beneath its caption."""
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("A chart's picture must be a PNG")
    width, height = struct.unpack(">II", png[16:24])
    room = round((PAGE_MILLIMETRES[0] - looks.left - looks.right) * EMU_PER_MILLIMETRE)
    highest = round((PAGE_MILLIMETRES[1] - looks.top - looks.bottom) * EMU_PER_MILLIMETRE * TALLEST_PICTURE)
    if room * height // width > highest:
        return highest * width // height, highest
    return room, room * height // width


def printed_cell(column: Column, cell: Cell) -> str:
    """A cell in words; an empty one of figures is a dash."""
    text = cell_text(column, cell)
    return NO_FIGURE if not text and column.kind in FIGURES else text
