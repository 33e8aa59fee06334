"""Many new rows at once: their history is written by one statement, not by a trigger run for each row."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from resources.tables import Cell

if TYPE_CHECKING:
    from resources.database.database import Database

_ENOUGH = 500
"""For fewer rows the trigger is quicker than setting it aside."""

_AT_ONCE = 20_000
"""Rows are held in portions of this size, however many come."""


def insert_many(db: "Database", table: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Insert the rows; inside a change the history has one record for each of them, as by the trigger."""
    names = ", ".join(f'"{name}"' for name in columns)
    sql = f'insert into "{table}" ({names}) values ({", ".join("?" for _ in columns)})'
    waiting = iter(rows)
    while portion := list(islice(waiting, _AT_ONCE)):
        trigger = _trigger(db, table) if len(portion) >= _ENOUGH and "id" in columns else None
        if trigger is None:
            db.conn.executemany(sql, portion)
        else:
            _insert_recorded(db, table, sql, portion, keys=columns.index("id"), trigger=trigger)


def _trigger(db: "Database", table: str) -> str | None:
    """The trigger that records new rows, as SQL; None for a table that is not tracked, or outside a change."""
    if db.open_change is None or not db.conn.in_transaction:
        return None
    definition: str | None = db.value(
        "select sql from sqlite_schema where type = 'trigger' and name = ? and tbl_name = ?",
        (f"history_{table}_insert", table),
    )
    return definition


def _insert_recorded(
    db: "Database", table: str, sql: str, rows: Sequence[Sequence[Cell]], *, keys: int, trigger: str
) -> None:
    """Insert and record without the trigger, which is there again whatever happens: it comes and goes in a savepoint.

    The rows are at hand before it goes, so that nothing but these two statements runs meanwhile.
    """
    with db.atomic():
        db.conn.execute(f'drop trigger "history_{table}_insert"')
        db.conn.executemany(sql, rows)
        recorded = db.conn.execute(
            "insert into history_row (change_id, table_name, row_id, kind) "
            "select (select change_id from history_open), ?, value, 'insert' from json_each(?)",
            (table, json.dumps([row[keys] for row in rows])),
        )
        if recorded.rowcount != len(rows):
            raise RuntimeError(f"{len(rows)} rows of {table} have {recorded.rowcount} records in the history")
        db.conn.execute(trigger)
