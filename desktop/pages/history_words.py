"""What a change did, row by row, in words: which thing each row is of, and in what it differs."""

from collections.abc import Mapping
from typing import Any

from desktop.capabilities import ROW_WORDS
from engagement.register import facts
from engagement.register.differences import NOTHING, describe_differences, names_in
from resources.database import Database, history
from resources.database.history import RowVersion
from resources.tables import Cell
from resources.wording import capital_first, moment_words

_OF_NO_INTEREST = ("id", "seq", "nonce", "audience", "reasons", "waiting_number")
_REFERS_TO = {**dict(ROW_WORDS.belongs_to), **ROW_WORDS.refers_to}

_EITHER_OF_TWO = ("one", "other")
"""Two records that were found to be different; which table they are of is not kept."""


def describe_change(db: Database, key: int, limit: int) -> list[tuple[str, str]]:
    """A line for each row that a change touched: its name, and its differences."""
    name_of = names_in(db)
    lines = []
    touched = dict.fromkeys((table, row) for table, row, _ in history.changed_rows(db, key, limit=limit))
    for table, row in touched:
        version = next(one for one in history.of_row(db, table, row) if one.change.id == key)
        known = table in facts.TABLES
        differences = describe_differences(version, table, name_of) if known else _differences(db, version)
        lines.append((row_name(db, table, row), "\n".join(differences) or "Kept as it was"))
    return lines


def _differences(db: Database, version: RowVersion) -> list[str]:
    """The same for rows that are not of the register: keys by name, instants in London time."""
    if version.after is None:
        return ["Removed."]
    added = version.before is None
    lines = []
    for column, before, after in version.differences():
        if column in _OF_NO_INTEREST or (added and after in (None, "", 0)):
            continue
        was = "" if added else f"{_cell_words(db, column, before)} → "
        lines.append(f"{facts.heading('', column)}: {was}{_cell_words(db, column, after)}")
    return lines


def _cell_words(db: Database, column: str, cell: Cell) -> str:
    if cell is None or cell == "":
        return NOTHING
    if column in _EITHER_OF_TWO:
        return next(filter(None, (_name(db, table, str(cell)) for table in facts.TABLES)), "another one")
    of = _REFERS_TO.get(column)
    if of is not None:
        return _name(db, of, str(cell)) or "another one"
    if column.endswith("_at") or column == "at":
        return moment_words(str(cell))
    return str(cell).replace("_", " ")


def row_name(db: Database, table: str, key: str) -> str:
    """`Rosewood House`, `Rating: Rosewood House`, `Participant: Ada Example`; what is gone by its last name."""
    name = _name(db, table, key)
    if table in ROW_WORDS.named_alone and name:
        return name
    kind = ROW_WORDS.kinds.get(table, capital_first(table.replace("_", " ")))
    return f"{kind}: {name}" if name else kind


def _name(db: Database, table: str, key: str) -> str:
    image = _last_image(db, table, key)
    for column in ("name", "title", "file_name", "area"):
        if image.get(column):
            return str(image[column])
    for column, of in ROW_WORDS.belongs_to:  # a row without a name of its own is known by that
        if image.get(column):
            return _name(db, of, str(image[column]))
    return ""


def _last_image(db: Database, table: str, key: str) -> Mapping[str, Any]:
    """The row as it is now, or as it was last."""
    versions = history.of_row(db, table, key)
    return (versions[0].after or versions[0].before or {}) if versions else {}
