"""What was done to rows, in words: which thing each row is of, and in what it differs. Loads no Qt."""

from collections.abc import Mapping
from typing import Any

from desktop.capabilities import RECORDS
from desktop.capability_record import row_words_of
from desktop.vault_capabilities import VAULT_RECORDS
from engagement.register import facts
from resources.database import Database, history
from resources.database.history import Change, RowVersion
from resources.differences import (
    REMOVED,
    FieldWords,
    NameOf,
    RowEvent,
    WordsOf,
    by_change,
    describe_differences,
)
from resources.tables import Cell
from resources.wording import capital_first, moment_words

ROW_WORDS = row_words_of((*RECORDS, *VAULT_RECORDS))
"""Of the office's file and of the i-Work register alike: no two tables have one name."""

_OF_NO_INTEREST = ("id", "seq", "nonce")

_ONE_OF_THEM = "a table that is not kept"
_EITHER_OF_TWO = ("one", "other")
"""Two records that were found to be different; which table they are of is not kept."""


def describe_change(db: Database, key: int, limit: int) -> list[tuple[str, str]]:
    """A line for each row that a change touched: its name, and its differences."""
    name_of = _names_in(db)
    lines = []
    touched = dict.fromkeys((table, row) for table, row, _ in history.changed_rows(db, key, limit=limit))
    for table, row in touched:
        version = next(one for one in _versions(db, table, row) if one.change.id == key)
        differences = describe_differences(version, _words_of(db, table), name_of)
        lines.append((row_name(db, table, row), "\n".join(differences) or "Kept as it was"))
    return lines


# The history of one row


def row_history(db: Database, table: str, key: str) -> list[RowEvent]:
    """What happened to one row and to those shown with it, newest first: an entry for each change."""
    name_of = _names_in(db)
    changes: dict[int, tuple[Change, list[str]]] = {}

    def add(version: RowVersion, lines: list[str]) -> None:
        changes.setdefault(version.change.id, (version.change, []))[1].extend(lines)

    own = _versions(db, table, key)
    for version in own:
        add(version, describe_differences(version, _words_of(db, table), name_of))
    for shown, column in ROW_WORDS.shown_with.get(table, ()) if own else ():
        for row in history.rows_ever(db, shown, column, key, since=own[-1].change.id):
            for version in _versions(db, shown, row):
                add(version, _lines_of_shown(db, version, shown, name_of))
    return [
        RowEvent(change.at, change.who, change.action, tuple(lines))
        for _, (change, lines) in sorted(changes.items(), reverse=True)
    ]


def _versions(db: Database, table: str, key: str) -> list[RowVersion]:
    return by_change(history.of_row(db, table, key))


def _lines_of_shown(db: Database, version: RowVersion, table: str, name_of: NameOf) -> list[str]:
    """The same of a row shown with another: whose it is goes without saying, and what is gone is said by its facts."""
    words_of, owners = _words_of(db, table), ROW_WORDS.belongs_to.get(table, ())

    def own_words_of(column: str) -> FieldWords | None:
        return None if column in owners else words_of(column)

    if version.after is not None:
        return describe_differences(version, own_words_of, name_of)
    was = RowVersion(version.change, None, version.before)
    lines = describe_differences(was, own_words_of, name_of)
    return [f"Removed: {'; '.join(lines)}"] if lines else [REMOVED]


# How a column is said


def _words_of(db: Database, table: str) -> WordsOf:
    known, refers_to = ROW_WORDS.fields.get(table), history.references(db, table)
    silent = ROW_WORDS.silent.get(table, ())

    def words_of(column: str) -> FieldWords | None:
        if column in _OF_NO_INTEREST or column in silent:
            return None
        return (known or {}).get(column) or _plain_words(column, refers_to)

    return words_of


def _plain_words(column: str, refers_to: Mapping[str, str]) -> FieldWords:
    """Of a column that nobody described: keys by name, instants in London time."""
    heading = facts.heading("", column)
    if column in _EITHER_OF_TWO:
        return FieldWords(heading, refers_to=_ONE_OF_THEM)
    if column in refers_to:
        return FieldWords(heading, refers_to=refers_to[column])
    return FieldWords(heading, _instant if column.endswith("_at") or column == "at" else _spaced)


def _instant(cell: Cell) -> str:
    return moment_words(str(cell))


def _spaced(cell: Cell) -> str:
    return str(cell).replace("_", " ")


# Names


def _names_in(db: Database) -> NameOf:
    def name_of(table: str, key: str) -> str:
        tables = facts.TABLES if table == _ONE_OF_THEM else (table,)
        return next(filter(None, (_name(db, one, key) for one in tables)), "another one")

    return name_of


def row_name(db: Database, table: str, key: str) -> str:
    """`Rosewood House`, `Rating: Rosewood House`, `Participant: Ada Example`; what is gone by its last name."""
    name = _name(db, table, key)
    if table in ROW_WORDS.named_alone and name:
        return name
    kind = ROW_WORDS.kinds.get(table, capital_first(table.replace("_", " ")))
    return f"{kind}: {name}" if name else kind


def title_of(db: Database, table: str, key: str) -> str:
    """What the history of a row is headed by: `Rosewood House`; `Ada Example at Provider forum, December 2019`."""
    at = ROW_WORDS.takes_place_at.get(table)
    if at is None:
        return row_name(db, table, key)
    column, of = at
    where = _name(db, of, str(_last_image(db, table, key).get(column, "")))
    return f"{_name(db, table, key)} at {where}"


def _name(db: Database, table: str, key: str) -> str:
    image = _last_image(db, table, key)
    for column in (ROW_WORDS.named_by.get(table, ""), "name", "title", "file_name", "area"):
        if image.get(column):
            return str(image[column])
    for column in ROW_WORDS.belongs_to.get(table, ()):  # a row without a name of its own is known by that
        if image.get(column):
            return _name(db, history.references(db, table)[column], str(image[column]))
    return ""


def _last_image(db: Database, table: str, key: str) -> Mapping[str, Any]:
    """The row as it is now, or as it was last."""
    versions = history.of_row(db, table, key)
    return (versions[0].after or versions[0].before or {}) if versions else {}
