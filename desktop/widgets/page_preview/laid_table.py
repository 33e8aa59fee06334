"""A table as strips: its caption, a heading that is repeated, rows, and what stands beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.widgets.page_preview.flow import Strip
from desktop.widgets.page_preview.laid_text import LaidText
from desktop.widgets.page_preview.paper import font, twentieths
from desktop.widgets.page_preview.pieces import Piece, RowPiece
from resources.report.cells import FIGURES
from resources.report.word.printed import keeps_with_next, lines_beneath, printed_cell, table_widths
from resources.report.word.styles import HAIRLINE, table_points
from resources.tables import Table

if TYPE_CHECKING:
    from desktop.widgets.page_preview.laying import Laying

_ASIDE, _ABOVE = twentieths(100), twentieths(45)


def table_pieces(laying: Laying, table: Table, caption: str, number: int) -> Iterator[Piece]:
    """All of it; the heading of rows is given by its place among the strips of the table."""
    above = laying.caption(f"Table {number}: {caption}")
    beneath = [line for line in lines_beneath(table) if line]
    yield from above
    if not table.rows:
        yield from laying.lines("None.")
        yield from laying.notes(beneath)
        return
    rows = _Rows(laying, table)
    yield rows.heading()
    last = len(table.rows)
    for place in range(1, last + 1):
        keeps = keeps_with_next(place, last) if place < last else bool(beneath)
        yield rows.row(place - 1, header=len(above), keep_next=keeps)
    yield from laying.notes(beneath)


class _Rows:
    def __init__(self, laying: Laying, table: Table) -> None:
        self._laying = laying
        self._texts = [
            [printed_cell(column, cell) for column, cell in zip(table.columns, row, strict=True)]
            for row in table.rows
        ]
        self._figures = [column.kind in FIGURES for column in table.columns]
        self._headings = [column.heading for column in table.columns]
        widths, fits = table_widths(self._headings, self._texts, self._figures, laying.looks)
        self._points = table_points(laying.looks)[0 if fits else 1]
        self._edges = [twentieths(sum(widths[:place])) for place in range(len(widths) + 1)]

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
        face, ink = font(self._laying.looks, self._points, bold=bold), self._laying.ink
        edges = zip(self._edges, self._edges[1:], strict=False)
        cells = [
            (left + _ASIDE, LaidText(text, face, right - left - 2 * _ASIDE, colour=ink, right=figure))
            for text, figure, (left, right) in zip(texts, self._figures, edges, strict=True)
        ]
        height = max(text.height for _, text in cells) + 2 * _ABOVE
        strip = Strip(height, keep_next=keep_next, header=header)
        return RowPiece(strip, cells, self._edges[-1], f"#{HAIRLINE}", shade, _ABOVE)
