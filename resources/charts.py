"""Charts for documents: horizontal bars that read in colour, in grey and, as words, without being seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from resources.chart_drawing import MOST_SERIES, Drawing, draw
from resources.report.blocks import ChartBlock
from resources.report.cells import FIGURES, cell_text
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table


class Bars(Enum):
    """How the series of a row stand to each other."""

    STACKED = "stacked"  # parts of a whole
    GROUPED = "grouped"  # side by side, to be compared


RATING_SHADES = (2, 3, 1, 0)
"""Inadequate to Outstanding in the colours that the window has for them."""


@dataclass(frozen=True)
class Chart:
    """A drawn chart: the picture, the same in words, and its figures in the order drawn."""

    title: str
    png: bytes
    alt: str
    data: Table

    def block(
        self, caption: str = "", *, with_data: bool = False, exempt: Exemption | None = None
    ) -> ChartBlock:
        """The chart for a report; `with_data` prints its figures beneath, unless a table nearby has them."""
        data = self.data if with_data else None
        return ChartBlock(self.png, self.alt, caption or self.title, data=data, exempt=exempt)


@dataclass(frozen=True)
class _Row:
    label: str
    cells: tuple[Cell, ...]
    interval: tuple[float, float] | None = None

    def figure(self, place: int) -> float:
        cell = self.cells[place]
        return 0.0 if cell is None or isinstance(cell, str) else float(cell)


def ratings_chart(
    table: Table,
    *,
    title: str,
    subtitle: str,
    source: str,
    series: Sequence[str] = ("inadequate", "requires_improvement", "good", "outstanding"),
) -> Chart:
    """Each row's shares of the four ratings as one bar. The first column of the table labels the rows."""
    return bar_chart(
        table,
        series=series,
        bars=Bars.STACKED,
        title=title,
        subtitle=subtitle,
        source=source,
        shades=RATING_SHADES,
    )


def bar_chart(
    table: Table,
    *,
    title: str,
    subtitle: str = "",
    source: str = "",
    series: Sequence[str] = (),
    bars: Bars = Bars.GROUPED,
    order_by: str = "",
    shades: Sequence[int] = range(MOST_SERIES),
    intervals: Sequence[tuple[float, float] | None] = (),
) -> Chart:
    """Horizontal bars, labelled by the table's first column, one for each of `series` (column names).

    `title` is the finding, `subtitle` the measure, base and date. Without `series` every column of figures
    is drawn. `order_by` names the column that puts the longest bar first; without it the table's order
    stands. A cell that is text or None has no bar and shows its text. `shades` are places in the palette. Of a single
    series each row of the table may have one of the `intervals`, drawn as a line over its bar.
    """
    columns = _series_columns(table, series)
    places = [table.columns.index(column) for column in columns]
    if intervals and (len(columns) > 1 or len(intervals) != len(table.rows)):
        raise ValueError(f"Each row of a single series has an interval or None: {table.title}")
    rows = [
        _Row(cell_text(table.columns[0], row[0]), tuple(row[place] for place in places), interval)
        for row, interval in zip(table.rows, intervals or (None,) * len(table.rows), strict=True)
    ]
    if order_by:
        ranked = [column.name for column in columns].index(order_by)
        rows.sort(key=lambda row: -row.figure(ranked))  # stable: ties keep the table's order
    _refuse_undrawable(rows, bars, table.title)
    shown = tuple((row.label, *row.cells) for row in rows)
    data = replace(table, columns=(replace(table.columns[0], kind=ColumnKind.TEXT), *columns), rows=shown)
    drawing = _drawing(rows, columns, bars, title, subtitle, source)
    png = draw(replace(drawing, shades=tuple(shades)))
    return Chart(title, png, _in_words(rows, columns, title, subtitle, source), data)


def _drawing(
    rows: list[_Row], columns: list[Column], bars: Bars, title: str, subtitle: str, source: str
) -> Drawing:
    return Drawing(
        title=title,
        subtitle=subtitle,
        source=f"Source: {source}" if source else "",
        labels=tuple(row.label for row in rows),
        names=tuple(_name(column) for column in columns),
        figures=tuple(tuple(row.figure(place) for place in range(len(columns))) for row in rows),
        texts=tuple(tuple(_texts(row, columns)) for row in rows),
        intervals=tuple(row.interval for row in rows),
        stacked=bars is Bars.STACKED and len(columns) > 1,
        whole=100.0 if bars is Bars.STACKED and columns[0].kind is ColumnKind.PERCENT else 0.0,
        tick=_Tick(columns[0]),
    )


@dataclass(frozen=True)
class _Tick:
    """Words the axis as the cells of a column are worded; equal for equal columns, so that equal drawings are."""

    column: Column

    def __call__(self, figure: float) -> str:
        return cell_text(self.column, round(figure))


def _name(column: Column) -> str:
    """The series' name; its unit stands at every figure."""
    return column.heading.removesuffix(" (%)")


def _texts(row: _Row, columns: list[Column]) -> list[str]:
    return [cell_text(column, cell) or "no figure" for column, cell in zip(columns, row.cells, strict=True)]


def _one_of(row: _Row, column: Column, text: str) -> str:
    """A single value, with its interval."""
    if row.interval is None:
        return text
    low, high = (cell_text(column, round(end)) for end in row.interval)
    return f"{text} ({low} to {high})"


def _series_columns(table: Table, series: Sequence[str]) -> list[Column]:
    named = {column.name: column for column in table.columns[1:] if column.kind in FIGURES}
    columns = [named[name] for name in series] if series else list(named.values())
    if not 1 <= len(columns) <= MOST_SERIES:
        raise ValueError(f"A chart has one to {MOST_SERIES} series, not {len(columns)}: {table.title}")
    if len({column.kind for column in columns}) > 1:
        raise ValueError(f"The series of a chart have one unit: {table.title}")
    return columns


def _refuse_undrawable(rows: list[_Row], bars: Bars, title: str) -> None:
    if not rows:
        raise ValueError(f"A chart needs at least one row: {title}")
    figures = [row.figure(place) for row in rows for place in range(len(row.cells))]
    if bars is Bars.STACKED and min(figures) < 0:
        raise ValueError(f"Parts of a whole cannot be below zero: {title}")


def _in_words(rows: list[_Row], columns: list[Column], title: str, subtitle: str, source: str) -> str:
    """The finding, what is measured, and every value."""
    opening = [title, subtitle, "Bar chart"]
    values = []
    for row in rows:
        cells = _texts(row, columns)
        named = [f"{_name(column)} {cell}" for column, cell in zip(columns, cells, strict=True)]
        values.append(
            f"{row.label}: {_one_of(row, columns[0], cells[0]) if len(columns) == 1 else ', '.join(named)}"
        )
    sentences = [*opening, "; ".join(values), f"Source: {source}" if source else ""]
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences if sentence)
