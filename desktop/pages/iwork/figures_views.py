"""What the side Figures can show: a table each, which may be published as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import Cell, Column, Table
from workforce.iwork.figures.figures import IWorkFigures
from workforce.iwork.figures.tables import (
    district_sentence,
    districts_table,
    employers_table,
    measure_refusal,
    measure_table,
    work_table,
)
from workforce.iwork.figures.unsaid import Unsaid
from workforce.iwork.vocabulary import MeasureKind

WORK, EMPLOYERS, DISTRICTS, MEASURE = (
    "People and work",
    "Employers and posts",
    "By district",
    "Employment measure",
)
VIEWS = (WORK, EMPLOYERS, DISTRICTS, MEASURE)
_TABLES = {WORK: work_table, EMPLOYERS: employers_table, DISTRICTS: districts_table, MEASURE: measure_table}


@dataclass(frozen=True)
class Shown:
    """A view: its table, the rows on screen with their keys, and what is said above it."""

    table: Table
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    keys: Sequence[str]
    told: str


def shown(found: IWorkFigures, view: str) -> Shown:
    """A view of these figures. On screen a measure without a denominator has its line too, to fill it in from."""
    table = _TABLES[view](found)
    rows, keys = list(table.rows), [str(row[0]) for row in table.rows]
    if view == MEASURE:
        rows, keys = _measure_rows(found, table)
    return Shown(table, table.columns, rows, keys, _told(found, view, table))


def _measure_rows(found: IWorkFigures, table: Table) -> tuple[list[tuple[Cell, ...]], list[str]]:
    held = {str(row[0]): row for row in table.rows}
    blank = (None,) * (len(table.columns) - 1)
    return [held.get(kind.label, (kind.label, *blank)) for kind in MeasureKind], [
        kind.value for kind in MeasureKind
    ]


def _told(found: IWorkFigures, view: str, table: Table) -> str:
    more = {DISTRICTS: district_sentence(found), MEASURE: _refusals(found)}.get(view, "")
    days = f"{found.period.words}."
    return " ".join(part for part in (days, more, *table.notes) if part)


def _refusals(found: IWorkFigures) -> str:
    return " ".join(one for kind in MeasureKind if (one := measure_refusal(found, kind)))


def detail_of(found: IWorkFigures, view: str, key: str, actions: Sequence[Action], unsaid: Unsaid) -> Detail:
    """What stands beside the row chosen: its numbers in words, and what the figures wait for."""
    made = shown(found, view)
    row = made.rows[made.keys.index(key)]
    lines = [
        Line(column.heading, _said(cell))
        for column, cell in zip(made.columns[1:], row[1:], strict=True)
        if cell not in (None, "")
    ]
    sections = [Section("As it may be published", lines)] if lines else []
    if view == MEASURE:
        sections += _measure_sections(found, MeasureKind(key))
    if unsaid.sentences and view in (WORK, MEASURE):
        sections.append(
            Section("For the team: what the figures wait for", [Line("", one) for one in unsaid.sentences])
        )
    return Detail(str(row[0]), view, (), tuple(actions), sections)


def _said(cell: Cell) -> str:
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def _measure_sections(found: IWorkFigures, kind: MeasureKind) -> list[Section]:
    base, refused = found.bases.get(kind), measure_refusal(found, kind)
    lines = [Line("", refused)] if refused else []
    if base is not None:
        lines += [
            Line("Year", base.year),
            Line("People", f"{base.number:,}, aged 18 to 64, with long-term support"),
            Line("Source", base.source),
        ]
    return [Section("Denominator", lines)]
