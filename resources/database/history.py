"""History as part of the write: who, when, what the action was called, and each row before it.

Triggers on every tracked table record the row's key and what it was; what it became is the next record of that row,
or the row itself. Outside `change` there is no open change, so the triggers refuse the write. Undo is a change of its
own that puts the rows back, so the trail is only ever added to. Many new rows at once: see many_rows.py.
"""

import json
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from itertools import groupby
from typing import Any

from resources.database.database import Database
from resources.database.listing import refresh_listings
from resources.problem import Problem

UNTRACKED_PREFIXES = ("history_", "sqlite_", "derived_", "listing_")


class ChangeKind(Enum):
    """What a change did to the trail."""

    ORDINARY = "ordinary"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Change:
    """One entry of the history. `at` is UTC; `rows` counts the rows it touched."""

    id: int
    at: datetime
    who: str
    action: str
    kind: ChangeKind
    rows: int
    undone: bool = False


@dataclass
class OpenChange:
    """The change being made. Its action's name may be made more exact before it closes."""

    id: int
    action: str


@dataclass(frozen=True)
class RowVersion:
    """What one change did to one row; None stands for "was not there"."""

    change: Change
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def differences(self) -> list[tuple[str, Any, Any]]:
        """Columns whose value changed, with the value before and after."""
        before, after = self.before or {}, self.after or {}
        names = {**before, **after}  # in the columns' order; a migration may have added some since
        return [
            (name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
        ]


def create_history(db: Database) -> None:
    """The history's own tables, made with a new file."""
    for statement in (
        """create table history_change (
            id integer primary key autoincrement, at text not null, who text not null, action text not null,
            kind text not null check (kind in ('ordinary', 'undo', 'redo')), row_count integer not null default 0,
            undone_by integer references history_change (id), sealed integer not null default 0) strict""",
        """create table history_row (
            id integer primary key, change_id integer not null references history_change (id),
            table_name text not null, row_id text not null,
            kind text not null check (kind in ('insert', 'update', 'delete')), before text) strict""",
        "create index history_row_by_row on history_row (row_id, table_name)",
        "create index history_row_by_change on history_row (change_id)",
        "create index history_change_in_force on history_change (kind, sealed, undone_by)",
        "create table history_open (only integer primary key check (only = 1), change_id integer) strict",
        "insert into history_open values (1, null)",
    ):
        db.execute(statement)


def tracked_tables(db: Database) -> list[str]:
    """Every table whose rows have a history: all but derived ones and the history itself."""
    names = [name for (name,) in db.rows("select name from sqlite_schema where type = 'table' order by name")]
    return [name for name in names if not name.startswith(UNTRACKED_PREFIXES)]


def references(db: Database, table: str) -> dict[str, str]:
    """To which table each column of a table refers that holds keys of another's rows."""
    return {row[3]: row[2] for row in db.rows(f'pragma foreign_key_list("{table}")')}


def untrack(db: Database) -> None:
    """Take the triggers away, so that a migration can change tables and rows."""
    for (name,) in db.rows(
        "select name from sqlite_schema where type = 'trigger' and name like 'history\\_%' escape '\\'"
    ):
        db.execute(f'drop trigger "{name}"')


def track(db: Database) -> None:
    """Make the triggers anew from the columns as they are, and seal what came before: its columns may differ."""
    untrack(db)
    for table in tracked_tables(db):
        for statement in _triggers(table, _columns(db, table)):
            db.execute(statement)
    db.execute("update history_change set sealed = 1 where sealed = 0")


@contextmanager
def change(
    db: Database, action: str, *, kind: ChangeKind = ChangeKind.ORDINARY, now: datetime | None = None
) -> Generator[OpenChange, None, None]:
    """One transaction and one entry in the history, whole or not at all. A nested change joins the outer one.

    A change that alters nothing leaves no entry. Every one in `on_change` is told after the commit; should one of them
    fail, the others are still told, the change stays, and the failure is raised as the fault of ours that it is.
    """
    if db.open_change is not None:
        with db.atomic():
            yield db.open_change
        return
    if db.conn.in_transaction:
        raise RuntimeError("a change is a transaction of its own: begin it outside atomic()")
    made: Change | None = None
    with db.atomic():
        at = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        key = db.execute(
            "insert into history_change (at, who, action, kind) values (?, ?, ?, ?)",
            (at, db.who, action, kind.value),
        ).lastrowid
        db.execute("update history_open set change_id = ?", (key,))
        db.open_change = OpenChange(int(key or 0), action)
        try:
            yield db.open_change
            made = _close(db, db.open_change, kind)
        finally:
            db.open_change = None
    if made is not None:
        _tell(db, made)


def _tell(db: Database, made: Change) -> None:
    with ExitStack() as all_of_them:
        for tell in reversed(db.on_change):
            all_of_them.callback(tell, made)


def _close(db: Database, open_change: OpenChange, kind: ChangeKind) -> Change | None:
    db.execute("update history_open set change_id = null")
    rows = db.value("select count(*) from history_row where change_id = ?", (open_change.id,))
    if rows == 0:
        db.execute("delete from history_change where id = ?", (open_change.id,))
        return None
    db.execute(
        "update history_change set action = ?, row_count = ? where id = ?",
        (open_change.action, rows, open_change.id),
    )
    if kind is ChangeKind.ORDINARY:
        db.execute(
            "update history_change set sealed = 1 where kind = 'ordinary' and sealed = 0 and undone_by is not null"
        )
    refresh_listings(db, open_change.id)
    return entry(db, open_change.id)


_ENTRY = "select id, at, who, action, kind, row_count, undone_by is not null from history_change"


def _entry(row: tuple[Any, ...]) -> Change:
    return Change(
        row[0], datetime.fromisoformat(row[1]), row[2], row[3], ChangeKind(row[4]), row[5], bool(row[6])
    )


def entry(db: Database, key: int) -> Change:
    """One entry of the history."""
    row = db.row(f"{_ENTRY} where id = ?", (key,))
    if row is None:
        raise LookupError(f"the history has no entry {key}")
    return _entry(row)


def entries(
    db: Database, limit: int = 200, offset: int = 0, *, since: datetime | None = None
) -> list[Change]:
    """The newest entries first; with `since` those of that second and later."""
    at = since.astimezone(UTC).isoformat(timespec="seconds") if since else ""
    rows = db.rows(f"{_ENTRY} where at >= ? order by id desc limit ? offset ?", (at, limit, offset))
    return [_entry(row) for row in rows]


def history_position(db: Database, *, before: int | None = None) -> int:
    """The number of the newest entry in the history: another number means that something changed meanwhile.

    Inside a change, `before` is that change's own number.
    """
    return int(
        db.value("select coalesce(max(id), 0) from history_change where ?1 is null or id < ?1", (before,))
    )


def position_beyond(db: Database, tables: Collection[str]) -> int:
    """The number of the newest entry that did not touch rows of these tables alone; 0 where there is none."""
    rows = "select {} from history_row where change_id = history_change.id"
    return int(
        db.value(
            f"select coalesce(max(id), 0) from (select id from history_change where not exists ({rows.format(1)}) "
            f"or exists ({rows.format(1)} and table_name not in (select value from json_each(?))) "
            "order by id desc limit 1)",
            (json.dumps(sorted(tables)),),
        )
    )


class ChangedSince(Problem):
    """Something changed after a preview was made of what is now to be written."""


def next_undo(db: Database) -> Change | None:
    """The change that `undo` would take back."""
    row = db.row(
        f"{_ENTRY} where kind = 'ordinary' and sealed = 0 and undone_by is null order by id desc limit 1"
    )
    return _entry(row) if row else None


def next_redo(db: Database) -> Change | None:
    """The change that `redo` would bring back: the one undone last, unless something else was done since."""
    row = db.row(
        f"{_ENTRY} where kind = 'ordinary' and sealed = 0 and undone_by is not null order by undone_by desc limit 1"
    )
    return _entry(row) if row else None


def undo(db: Database) -> Change | None:
    """Take back the last change, and return it; None when there is nothing to take back."""
    _refuse_inside_a_change(db)
    target = next_undo(db)
    if target is None:
        return None
    with change(db, f"Undo: {target.action}", kind=ChangeKind.UNDO) as undoing:
        _put_back(db, target.id)
        db.execute("update history_change set undone_by = ? where id = ?", (undoing.id, target.id))
    return replace(target, undone=True)


def redo(db: Database) -> Change | None:
    """Bring back the change undone last, and return it; None when there is none."""
    _refuse_inside_a_change(db)
    target = next_redo(db)
    if target is None:
        return None
    undone_by = db.value("select undone_by from history_change where id = ?", (target.id,))
    with change(db, f"Redo: {target.action}", kind=ChangeKind.REDO):
        _put_back(db, undone_by)
        db.execute("update history_change set undone_by = null where id = ?", (target.id,))
    return replace(target, undone=False)


def _refuse_inside_a_change(db: Database) -> None:
    if db.open_change is not None:
        raise RuntimeError("undo and redo are changes of their own: end the open one first")


def _put_back(db: Database, key: int) -> None:
    """Every row that the change touched as it was before it, newest first."""
    db.execute("pragma defer_foreign_keys = on")
    touched = db.rows(
        "select table_name, kind, row_id, before from history_row where change_id = ? order by id desc",
        (key,),
    )
    for (table, kind), group in groupby(touched, key=lambda row: (row[0], row[1])):
        if kind == "insert":
            db.conn.executemany(f'delete from "{table}" where id = ?', ((row[2],) for row in group))
        elif kind == "delete":
            columns = _columns(db, table)
            db.insert_rows(table, columns, (_values(row[3], columns) for row in group))
        else:
            columns = _columns(db, table)
            db.update_rows(table, columns, ((*_values(row[3], columns), row[2]) for row in group))


def _values(before: str, columns: list[str]) -> list[Any]:
    image = json.loads(before)
    return [image[column] for column in columns]


def of_row(db: Database, table: str, key: str) -> list[RowVersion]:
    """What happened to one row, newest first."""
    records = db.rows(
        f"select record.kind, record.before, change.* from history_row as record "
        f"join ({_ENTRY}) as change on change.id = record.change_id "
        "where record.row_id = ? and record.table_name = ? order by record.id desc",
        (key, table),
    )
    columns = _columns(db, table)
    live = db.row(f'select {_listed(columns)} from "{table}" where id = ?', (key,))
    after = dict(zip(columns, live, strict=True)) if live else None
    versions = []
    for kind, before, *made in records:
        image = None if kind == "insert" else json.loads(before)
        versions.append(RowVersion(_entry(tuple(made)), image, after))
        after = image
    return versions


def rows_ever(db: Database, table: str, column: str, value: str, *, since: int) -> list[str]:
    """Keys of the rows that hold a value in a column, and of those that held it when a change since deleted them."""
    rows = db.rows(
        f'select id from "{table}" where "{column}" = ? union '
        "select row_id from history_row where change_id >= ? and table_name = ? and kind = 'delete' "
        "and json_extract(before, ?) = ?",
        (value, since, table, f'$."{column}"', value),
    )
    return [key for (key,) in rows]


def earlier_values(
    db: Database, table: str, keys: Iterable[str], columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    """What stood in some columns of some rows before they were changed or deleted: the key, then a cell per column.

    Each once, oldest first. What an undo took back never stood, and is left out. A column that the row did not have
    then is None.
    """
    cells = ", ".join("json_extract(before, ?)" for _ in columns)
    groups = ", ".join(str(place + 2) for place in range(len(columns)))
    # "cross join" keeps the order: from the rows asked for to their changes, not through the whole history.
    return db.rows(
        f"select row_id, {cells} from history_row cross join history_change as change "
        "where change.id = change_id and table_name = ? and row_id in (select value from json_each(?)) "
        "and before is not null and change.kind = 'ordinary' and undone_by is null "
        f"group by 1, {groups} order by min(history_row.id)",
        (*(f'$."{column}"' for column in columns), table, json.dumps(list(keys))),
    )


def changed_rows(db: Database, key: int, limit: int = 1000) -> list[tuple[str, str, str]]:
    """Table, row key and kind (insert, update, delete) of what a change touched."""
    return db.rows(
        "select table_name, row_id, kind from history_row where change_id = ? order by id limit ?",
        (key, limit),
    )


def logical_dump(db: Database) -> Iterator[str]:
    """Every tracked row as a line of text, in the order of tables and keys: equal dumps mean equal contents."""
    for table in tracked_tables(db):
        columns = _columns(db, table)
        yield from (
            json.dumps([table, *row], ensure_ascii=False)
            for row in db.rows(f'select {_listed(columns)} from "{table}" order by id')
        )


def _columns(db: Database, table: str) -> list[str]:
    return [row[1] for row in db.rows(f'pragma table_info("{table}")')]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _triggers(table: str, columns: Iterable[str]) -> tuple[str, str, str]:
    names = list(columns)
    image = "json_object(" + ", ".join(f"'{name}', old.\"{name}\"" for name in names) + ")"
    differs = " or ".join(f'old."{name}" is not new."{name}"' for name in names)
    into = "insert into history_row (change_id, table_name, row_id, kind, before)"
    now = "(select change_id from history_open)"
    # raise() holds also under "insert or ignore", which would pass over a broken constraint and leave no history.
    guard = f"select raise(abort, '{table} was written outside a change') where {now} is null;"
    same_key = f"select raise(abort, 'a row of {table} keeps its key') where old.id is not new.id;"
    return (
        f'create trigger history_{table}_insert after insert on "{table}" begin {guard} {into} '
        f"values ({now}, '{table}', new.id, 'insert', null); end",
        f'create trigger history_{table}_update after update on "{table}" when {differs} begin {guard} {same_key} '
        f"{into} values ({now}, '{table}', old.id, 'update', {image}); end",
        f'create trigger history_{table}_delete after delete on "{table}" begin {guard} {into} '
        f"values ({now}, '{table}', old.id, 'delete', {image}); end",
    )
