"""A row with all that hangs on it, taken out of the file for good: of the tables, of the history, of the listings.

What `change` does can be undone; this cannot. The history is sealed by it, and tells only that something was deleted.
"""

import re
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from resources.database.database import Database
from resources.database.history import Change, OpenChange, entry, references, tracked_tables
from resources.database.listing import refresh_listings
from resources.wording import instant_text

Keys = Mapping[str, Collection[str]]
"""Keys of rows by their table."""


@dataclass(frozen=True)
class Hanging:
    """A row and what refers to it: as it stands, and with all that ever did."""

    live: dict[str, list[str]]
    ever: dict[str, list[str]]


def hanging_on(db: Database, table: str, key: str) -> Hanging:
    """The row, the rows that refer to it, those that refer to these, and so on."""
    edges = [
        (child, column, parent)
        for child in tracked_tables(db)
        for column, parent in references(db, child).items()
    ]
    return Hanging(_closure(db, edges, table, key, ever=False), _closure(db, edges, table, key, ever=True))


def _closure(
    db: Database, edges: list[tuple[str, str, str]], table: str, key: str, *, ever: bool
) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {table: {key}}
    grew = True
    while grew:
        grew = False
        for child, column, parent in edges:
            held = found.setdefault(child, set())
            more = {
                one
                for owner in found.get(parent, set())
                for one in _referring(db, child, column, owner, ever=ever)
            } - held
            held |= more
            grew = grew or bool(more)
    return {name: sorted(keys) for name, keys in found.items() if keys}


def _referring(db: Database, table: str, column: str, owner: str, *, ever: bool) -> list[str]:
    rows = db.rows(f'select id from "{table}" where "{column}" = ?', (owner,))
    if ever:
        rows += db.rows(
            "select distinct row_id from history_row where table_name = ? and json_extract(before, ?) = ?",
            (table, f'$."{column}"', owner),
        )
    return [key for (key,) in rows]


@contextmanager
def erasing(
    db: Database, hanging: Hanging, action: str, *, now: datetime, unsaid: str = ""
) -> Generator[None, None, None]:
    """Delete the rows for good; what else belongs to the same transaction is written inside.

    `action` is all that the history keeps of it. Where `unsaid`, a pattern, stands in the name of an earlier change,
    that name becomes `action` too.
    """
    if db.open_change is not None:
        raise RuntimeError("what is deleted for good is a transaction of its own: end the open change first")
    db.execute("pragma secure_delete = on")
    with db.atomic():
        db.execute("pragma defer_foreign_keys = on")
        key = db.execute(
            "insert into history_change (at, who, action, kind, sealed) values (?, ?, ?, 'ordinary', 1)",
            (instant_text(now), db.who, action),
        ).lastrowid
        number = int(key or 0)
        db.execute("update history_open set change_id = ?", (number,))
        db.open_change = OpenChange(number, action)
        try:
            for table, keys in hanging.live.items():
                for one in keys:
                    db.execute(f'delete from "{table}" where id = ?', (one,))
            yield
        finally:
            db.open_change = None
        db.execute("update history_open set change_id = null")
        refresh_listings(db, number)
        _forget(db, hanging.ever, number)
        if unsaid:
            _rename(db, unsaid, action)
        _rebuild_text_indexes(db)
        made = entry(db, number)
    _tell(db, made)


def _forget(db: Database, ever: Keys, own: int) -> None:
    """What the history keeps of the rows. A change that was of nothing else goes; what stays can't be undone."""
    for table, keys in ever.items():
        for one in keys:
            db.execute("delete from history_row where table_name = ? and row_id = ?", (table, one))
    db.execute("update history_change set sealed = 1 where sealed = 0")
    empty = "select id from history_change where id <> ?1 and id not in (select change_id from history_row)"
    db.execute(f"update history_change set undone_by = null where undone_by in ({empty})", (own,))
    db.execute(f"delete from history_change where id in ({empty})", (own,))
    db.execute(
        "update history_change set row_count = (select count(*) from history_row where change_id = history_change.id)"
    )


def _rename(db: Database, unsaid: str, action: str) -> None:
    pattern = re.compile(unsaid)
    for key, said in db.rows("select id, action from history_change"):
        if pattern.search(said):
            db.execute("update history_change set action = ? where id = ?", (action, key))


def _rebuild_text_indexes(db: Database) -> None:
    """A full-text index marks words as gone and keeps them until it is made anew."""
    for listing in db.listings:
        db.execute(f"insert into {listing.table}_fts ({listing.table}_fts) values ('rebuild')")


def _tell(db: Database, made: Change) -> None:
    for tell in db.on_change:
        tell(made)


def leave_nothing_behind(db: Database) -> None:
    """Write the file anew, so that what was deleted stands in no page of it, nor in its journal."""
    db.execute("vacuum")
    db.execute("pragma wal_checkpoint(truncate)")
