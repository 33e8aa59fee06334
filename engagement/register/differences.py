"""The history of a row in plain words: "District: Bassetlaw → Mansfield"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from engagement.register import facts
from resources.database import Database
from resources.database.history import RowVersion, of_row
from resources.tables import Cell
from resources.wording import date_words

NOTHING = "nothing"
_OF_NO_INTEREST = ("id",)
NameOf = Callable[[str, str], str]
"""The name of the row with this table and key."""


@dataclass(frozen=True)
class RowEvent:
    """What one change did to a row, for a list in the detail pane."""

    at: datetime
    who: str
    action: str
    lines: tuple[str, ...]


def describe_differences(version: RowVersion, table: str, name_of: NameOf | None = None) -> list[str]:
    """A line for each column that the change altered; what was added or removed says so by its facts.

    `name_of` turns keys of other rows into their names; without it they read as "another one".
    """
    if version.after is None:
        return ["Removed."]
    added = version.before is None
    lines = []
    for column, before, after in version.differences():
        if column in _OF_NO_INTEREST or (added and after in (None, "", 0)):
            continue
        said = cell_words(table, column, after, name_of)
        was = "" if added else f"{cell_words(table, column, before, name_of)} → "
        lines.append(f"{facts.heading(table, column)}: {was}{said}")
    return lines


def cell_words(table: str, column: str, cell: Cell, name_of: NameOf | None = None) -> str:
    """A cell as people read it: fixed words by their label, dates in full, keys by name."""
    if cell is None or cell == "":
        return NOTHING
    known = next((fact for fact in facts.TABLES.get(table, ()) if fact.name == column), None)
    if known is None:
        return str(cell)
    if known.words is not None:
        word = known.words.read(str(cell))
        return word.label if word else str(cell)
    if known.refers_to:
        return name_of(known.refers_to, str(cell)) if name_of else "another one"
    if known.check is facts.day:
        return date_words(str(cell))
    if known.check is facts.flag:
        return "Yes" if cell else "No"
    return str(cell)


def row_history(db: Database, table: str, key: str) -> list[RowEvent]:
    """What happened to one row of the register, newest first."""
    name_of = names_in(db)
    return [
        RowEvent(
            version.change.at,
            version.change.who,
            version.change.action,
            tuple(describe_differences(version, table, name_of)),
        )
        for version in of_row(db, table, key)
    ]


def names_in(db: Database) -> NameOf:
    """Names of providers, services and contacts as they are now; one that is gone by its last name."""

    def name_of(table: str, key: str) -> str:
        name = db.value(f'select name from "{table}" where id = ?', (key,))
        return str(name or _last_name(of_row(db, table, key)) or "one that is gone")

    return name_of


def _last_name(versions: list[RowVersion]) -> str | None:
    images: list[Mapping[str, Cell]] = [version.before for version in versions if version.before]
    return str(images[0].get("name")) if images else None
