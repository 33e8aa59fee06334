"""A table as lines of aligned text for a terminal."""

from collections.abc import Iterator

from resources.report.cells import FIGURES, cell_text
from resources.report.exemption import marked_title, notice_of
from resources.tables import Column, Table
from resources.wording import date_words

GAP = "  "


def table_lines(table: Table) -> Iterator[str]:
    """Title, headings and rows in columns, and beneath them what the figures are of."""
    shown = [
        [
            _one_line(cell_text(column, cell, short=True))
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]
    headings = [column.heading for column in table.columns]
    widths = [max(map(len, cells)) for cells in zip(headings, *shown, strict=True)]
    yield _title(table)
    if not shown:
        yield "Nothing to list."
        return
    yield _line(table.columns, headings, widths)
    yield GAP.join("-" * width for width in widths)
    for row in shown:
        yield _line(table.columns, row, widths)
    notice = notice_of((table.exempt,)) if table.exempt is not None else ""
    yield from filter(
        None, (notice, table.base, *table.notes, f"Source: {table.source}" if table.source else "")
    )


def _title(table: Table) -> str:
    title = marked_title(table.title, table.exempt)
    return f"{title}, as at {date_words(table.as_at)}" if table.as_at else title


def _line(columns: tuple[Column, ...], cells: list[str], widths: list[int]) -> str:
    placed = (
        cell.rjust(width) if column.kind in FIGURES else cell.ljust(width)
        for column, cell, width in zip(columns, cells, widths, strict=True)
    )
    return GAP.join(placed).rstrip()


def _one_line(text: str) -> str:
    return " ".join(text.split())
