"""A table as strips: its caption, a heading that is repeated, rows, and what stands beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.widgets.page_preview.flow import Strip
from desktop.widgets.page_preview.laid_text import LaidText
from desktop.widgets.page_preview.paper import font, pt
from desktop.widgets.page_preview.pieces import Piece, RowPiece
from resources.report.cells import FIGURES, cell_text
from resources.report.word.styles import HAIRLINE, SMALL_TABLE_POINTS, TABLE_POINTS
from resources.report.word.widths import column_widths
from resources.tables import Cell, Column, Table
from resources.wording import date_words

if TYPE_CHECKING:
    from desktop.widgets.page_preview.laying import Laying

NO_FIGURE = "–"
_TWENTIETHS = 20
_ASIDE, _ABOVE = pt(5), pt(2.25)
_KEPT_TOGETHER, _AT_A_BREAK = 12, 3


def table_pieces(laying: Laying, table: Table, caption: str, number: int) -> Iterator[Piece]:
    """All of it; the header of a row is given by its place among the strips of the table."""
    above = laying.caption(f"Table {number}: {caption}")
    yield from above
    if not table.rows:
        yield from laying.lines("None.")
        yield from laying.notes(lines_beneath(table))
        return
    beneath = lines_beneath(table)
    rows = _Rows(laying, table)
    yield rows.heading()
    last = len(table.rows) - 1
    for place in range(last + 1):
        keeps = _keeps(place + 1, last + 1) if place < last else bool(beneath)
        yield rows.row(place, header=len(above), keep_next=keeps)
    yield from laying.notes(beneath)


def lines_beneath(table: Table) -> list[str]:
    """Base and date, notes and source."""
    first = [f"Base: {_sentence(table.base)}"] if table.base else []
    first += [f"As at {date_words(table.as_at)}."] if table.as_at else []
    source = [f"Source: {_sentence(table.source)}"] if table.source else []
    return [line for line in (" ".join(first), *table.notes, *source) if line]


def shown(column: Column, cell: Cell) -> str:
    """A cell as it is printed: an empty one of figures is a dash."""
    text = cell_text(column, cell)
    return NO_FIGURE if not text and column.kind in FIGURES else text


class _Rows:
    def __init__(self, laying: Laying, table: Table) -> None:
        self._laying, self._table = laying, table
        self._texts = [
            [shown(column, cell) for column, cell in zip(table.columns, row, strict=True)]
            for row in table.rows
        ]
        self._figures = [column.kind in FIGURES for column in table.columns]
        self._headings = [column.heading for column in table.columns]
        room = int(laying.paper.text_width / pt(1) * _TWENTIETHS)
        widths, fits = self._widths(room, TABLE_POINTS)
        self._points = TABLE_POINTS
        if not fits:
            widths, _ = self._widths(room, SMALL_TABLE_POINTS)
            self._points = SMALL_TABLE_POINTS
        self._edges = [pt(sum(widths[:place]) / _TWENTIETHS) for place in range(len(widths) + 1)]

    def _widths(self, room: int, points: float) -> tuple[list[int], bool]:
        return column_widths(self._headings, self._texts, self._figures, available=room, points=points)

    def heading(self) -> Piece:
        return self._made(self._headings, bold=True, shade=f"#{self._laying.looks.shade}", keep_next=True)

    def row(self, place: int, *, header: int, keep_next: bool) -> Piece:
        return self._made(self._texts[place], header=header, keep_next=keep_next)

    def _made(
        self,
        texts: Sequence[str],
        *,
        bold: bool = False,
        shade: str = "",
        header: int = -1,
        keep_next: bool = False,
    ) -> Piece:
        face = font(self._laying.looks, self._points, bold=bold)
        cells = [
            (
                left + _ASIDE,
                LaidText(text, face, right - left - 2 * _ASIDE, colour=self._laying.ink, right=figure),
            )
            for text, figure, left, right in zip(
                texts, self._figures, self._edges, self._edges[1:], strict=False
            )
        ]
        height = max(text.height for _, text in cells) + 2 * _ABOVE
        strip = Strip(height, keep_next=keep_next, header=header)
        return RowPiece(strip, cells, self._edges[-1], f"#{HAIRLINE}", shade, _ABOVE)


def _keeps(place: int, rows: int) -> bool:
    """Whether a row, counted from 1, stays on the page of the next."""
    near_an_end = place < _AT_A_BREAK or place > rows - _AT_A_BREAK
    return rows <= _KEPT_TOGETHER or near_an_end


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
