"""The tables to publish as a page of A4 takes them: bounds in one cell, fewer columns, and nothing said twice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from resources.files.publication_workbook import Shorthand
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import number
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material
from workforce.survey.report.method import method_sentences

TOO_FEW = "too few"
_LOW_END, _HIGH_END = "_low", "_high"
_ON_PAPER = {Shorthand.LOW_BASE.value: TOO_FEW, Shorthand.NOT_APPLICABLE.value: None}
_SHORT = {
    "count": "Responses", "share": "Share, %", "interval": "95% interval", "weighted": "Weighted, %",
    "pooled": "Pooled, %", "typical": "Typical, %", "lower": "Lower quartile", "upper": "Upper quartile",
    "answered_share": "Of those who answered, %", "providers": "Providers", "typical_base": "Of providers",
    "of": "People before", "reached": "People after",
}  # fmt: skip
"""Headings for narrow columns, by the names of the columns, of bounds without _low and _high."""


def on_paper(
    m: Material,
    table: Table,
    *,
    without: Iterable[str] = (),
    title: str = "",
    headings: Mapping[str, str] | None = None,
) -> Table:
    """The table without some of its columns, by their names, and without the notes that the method section holds."""
    joined = with_bounds_joined(table, {**_SHORT, **(headings or {})})
    left = set(without)
    kept = [place for place, column in enumerate(joined.columns) if column.name not in left]
    elsewhere = method_sentences(m) if m.choice.has(Section.METHOD) else frozenset()
    return replace(
        joined,
        title=title or table.title,
        columns=tuple(joined.columns[place] for place in kept),
        rows=[tuple(row[place] for place in kept) for row in joined.rows],
        base=table.base.removeprefix("Base: "),
        notes=tuple(one for one in table.notes if one not in elsewhere),
    )


def with_bounds_joined(table: Table, headings: Mapping[str, str]) -> Table:
    """Columns x_low and x_high become one column x: a figure where they are the same, else from one to the other."""
    names = [column.name for column in table.columns]
    columns: list[Column] = []
    places: list[tuple[int, ...]] = []
    for place, column in enumerate(table.columns):
        name = column.name.removesuffix(_LOW_END)
        if column.name.endswith(_HIGH_END) and f"{column.name.removesuffix(_HIGH_END)}{_LOW_END}" in names:
            continue
        ends = (place, names.index(f"{name}{_HIGH_END}")) if f"{name}{_HIGH_END}" in names else (place,)
        heading = headings.get(name, column.heading.rpartition(", ")[0] if len(ends) > 1 else column.heading)
        columns.append(replace(column, name=name, heading=heading))
        places.append(ends)
    rows = [
        tuple(_cell(columns[number_], *(row[one] for one in ends)) for number_, ends in enumerate(places))
        for row in table.rows
    ]
    texts = [
        any(isinstance(row[place], str) and " to " in str(row[place]) for row in rows)
        for place in range(len(places))
    ]
    shown = tuple(
        replace(one, kind=ColumnKind.TEXT) if text and one.name == "interval" else one
        for one, text in zip(columns, texts, strict=True)
    )
    return replace(table, columns=shown, rows=rows)


def _cell(column: Column, low: Cell, high: Cell = None) -> Cell:
    if isinstance(low, str):
        return _ON_PAPER.get(low, low)
    if high is None or low == high:
        return _plain(low)
    sign = "%" if column.name == "interval" and column.kind is ColumnKind.PERCENT else ""
    if sign:
        return f"{number(low or 0, 0)}{sign} to {number(high, 0)}{sign}"  # type: ignore[arg-type]
    return f"{_words(low)} to {_words(high)}"


def _plain(value: Cell) -> Cell:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _words(value: Cell) -> str:
    assert isinstance(value, int | float)
    text = number(value, 0 if float(value).is_integer() else 1)
    return text.replace("-", "−")
