"""What the side Figures can show: a table each, with its chart where it has one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from awards.figures.figures import By, NominationFigures, figures
from awards.figures.never_nominated import NeverNominated, never_nominated
from awards.figures.tables import (
    DISTRICT_COLUMNS,
    SILENT_COLUMNS,
    WITHOUT_COLUMNS,
    districts_table,
    figure_columns,
    figures_table,
    silent_table,
    without_table,
)
from awards.rounds.rounds import AwardRound
from desktop.widgets.bars import Bars
from resources.database import Database
from resources.tables import Column, Table
from resources.wording import count_of, percent

WITHOUT, DISTRICTS, SILENT = "without", "districts", "silent"
VIEWS: dict[str, str] = {
    **{
        by.value: f"Nominations by {'who nominated' if by is By.NOMINATOR else by.label.lower()}" for by in By
    },
    WITHOUT: "Services without a nominee",
    DISTRICTS: "Services with a nominee, by district",
    SILENT: "Providers that nominated nobody",
}
"""What can be shown, by what it is called in code."""
_PAGES = {WITHOUT: "providers", SILENT: "providers"}


@dataclass(frozen=True)
class Shown:
    """A view of some rounds: the table to save, the rows on screen with their keys, the line above and the chart."""

    table: Table
    rows: Sequence[tuple[object, ...]]
    keys: Sequence[str]
    told: str
    bars: Bars | None


def columns_of(view: str) -> tuple[Column, ...]:
    """The columns of a view’s table."""
    special = {WITHOUT: WITHOUT_COLUMNS, DISTRICTS: DISTRICT_COLUMNS, SILENT: SILENT_COLUMNS}
    return special[view] if view in special else figure_columns(By(view))


def chips_of(view: str) -> tuple[str, ...]:
    """What its rows can be filtered by."""
    return ("district", "kind", "portfolio") if view == WITHOUT else ()


def page_of(view: str) -> str:
    """The page on which a row of it is shown whole; '' where there is none."""
    return _PAGES.get(view, "")


def shown(db: Database, view: str, held: Sequence[AwardRound], *, today: date) -> Shown:
    """A view of these rounds as they stand now."""
    if view in (WITHOUT, DISTRICTS, SILENT):
        return _NEVER[view](never_nominated(db, held, today=today))
    found = figures(db, [one.id for one in held], By(view))
    table = figures_table(found)
    return Shown(table, table.rows[:-1], [one.label for one in found.lines], found.base, _bars(found))


def _bars(found: NominationFigures) -> Bars | None:
    lines = [one for one in found.lines if one.nominations or found.by is By.CATEGORY]
    if not found.whole.nominations:
        return None
    most = max(lines, key=lambda one: one.nominations)
    share = percent(100 * most.nominations / found.whole.nominations)
    return Bars(
        f"{most.label}: {share} of the nominations",
        ("Nominations", "Nominees"),
        [(one.label, (one.nominations, one.nominees)) for one in lines],
        subtitle=f"{VIEWS[found.by.value]}. {found.base}.",
        stacked=False,
    )


def _without(found: NeverNominated) -> Shown:
    table = without_table(found)
    told = f"{table.notes[0]} Rounds: {table.base}."
    return Shown(table, table.rows, [one.service_id for one in found.without], told, None)


def _districts(found: NeverNominated) -> Shown:
    table, keys = districts_table(found), [one.district for one in found.districts]
    nominated = found.services - len(found.without)
    bars = Bars(
        f"{nominated:,} of {count_of(found.services, 'service')} had a nominee",
        ("With a nominee", "Without"),
        [
            (str(row[0]), (one.nominated, one.without))
            for row, one in zip(table.rows, found.districts, strict=True)
        ],
        subtitle=f"Services in use by district. {table.base}.",
    )
    return Shown(table, table.rows, keys, table.base, bars if found.services else None)


def _silent(found: NeverNominated) -> Shown:
    table = silent_table(found)
    told = f"{len(found.silent):,} of {count_of(found.providers, 'provider')} nominated nobody. Rounds: {table.base}."
    return Shown(table, table.rows, [one.provider_id for one in found.silent], told, None)


_NEVER = {WITHOUT: _without, DISTRICTS: _districts, SILENT: _silent}
