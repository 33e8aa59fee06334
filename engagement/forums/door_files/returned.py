"""A door file that came back: read from a private copy, and compared with the copy kept of it as it left.

Rows have keys that never collide, so a comparison by key in SQL tells what was made and changed at the door; neither
file is written to, and nothing is applied but through the office's own verbs, inside one change.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engagement.forums.door_files import altered, kept
from engagement.forums.door_files.mark import Mark, mark_of
from engagement.forums.door_files.tables import ADDED, REFERS, TABLES, Row
from resources.database import Capability, Database, OpenFile, open_file
from resources.database.copying import copy_untouched
from resources.database.database import Params
from resources.database.engine import DatabaseError
from resources.database.history import tracked_tables
from resources.database.migrations import versions
from resources.database.refusals import DamagedFile, NewerFile
from resources.problem import Problem
from resources.wording import moment_words

Rows = dict[str, dict[str, Row]]
"""Rows by table and key."""


@dataclass(frozen=True)
class Returned:
    """All of a door file that can concern the office. It holds no connection.

    `changed` are the rows made or changed at the door since it left or was last brought back, `left` those of them
    that were there then, as they were. `people` are the event's participants with whom and what they refer to, `log`
    its lines in their order, `interests` what was told of i-Work; `log_left` are keys of both as the file left.
    `removed` and `other` count what does not come back.
    """

    name: str
    mark: Mark
    copy: Path
    changed: Rows
    left: Rows
    people: Rows
    log: tuple[Row, ...]
    interests: tuple[Row, ...]
    log_left: frozenset[str]
    removed: dict[str, int]
    other: dict[str, int]
    before_is_gone: bool

    @property
    def sha256(self) -> str:
        """Of the copy kept."""
        return kept.sha256_in(self.copy)

    def row(self, table: str, key: str) -> Row:
        """A row of the door file."""
        return self.changed[table].get(key) or self.people[table][key]


def read_returned(db: Database, path: Path, capabilities: Sequence[Capability]) -> Returned:
    """Read a door file for the office's file `db`, of which only what it knows of door files is asked.

    Raises Problem for what is no door file of this office or cannot be read. The file is left as it is.
    """
    with kept.private_folder(db) as folder:
        copy = folder / "came" / path.name  # apart from the copies of ours, whatever it is called
        copy.parent.mkdir()
        file = _opened(path, copy, capabilities)
        try:
            opened = file.db
            mark = _own_mark(db, opened, path.name)
            altered.refuse_other_columns(db, opened, path.name)
            before, is_gone = _before(db, opened, mark, folder, capabilities)
            found = _compared(opened, before)
            people, log = _people(opened, mark.event_id, found[0]), _log(opened, mark.event_id)
            interests = _interests(opened, mark.event_id)
            altered.refuse_odd_times(
                (*log, *interests, *(row for rows in found[0].values() for row in rows.values())), path.name
            )
        except (DamagedFile, DatabaseError, UnicodeDecodeError) as error:
            raise _damaged(path.name) from error
        finally:
            file.close()
        snapshot = kept.keep(db, mark.id, copy)
    changed, left, log_left, removed, other = found
    return Returned(
        path.name, mark, snapshot, changed, left, people, log, interests, log_left, removed, other, is_gone
    )


def let_go(db: Database, returned: Returned) -> None:
    """Nothing came of it: the copy kept for a later comparison is not needed."""
    if returned.sha256 not in {sha for (sha,) in _known_copies(db, returned.mark.id)}:
        kept.drop(returned.copy)


def _known_copies(db: Database, door_file: str) -> list[tuple[str]]:
    """The copies to compare with, the latest first."""
    return [
        (str(sha),)
        for (sha,) in db.rows(
            """select sha256 from (
                select sha256, taken_in_at as at, id from door_return where door_file_id = :key
                union all select base_sha256, '', '' from door_file where id = :key)
            order by at desc, id desc""",
            {"key": door_file},
        )
    ]


# --- opening --------------------------------------------------------------------------------------------------


def _opened(path: Path, copy: Path, capabilities: Sequence[Capability]) -> OpenFile:
    """The private copy, brought up to this version's tables and proved whole."""
    try:
        if not path.is_file():
            raise Problem(f"There is no file at “{path}”. Check the drive, or choose another file.")
        _refuse_other_kinds(path)
        copy_untouched(path, copy)
        return _open_copy(copy, capabilities)
    except (DamagedFile, DatabaseError) as error:
        raise _damaged(path.name) from error
    except NewerFile as problem:
        raise Problem(
            f"“{path.name}” was last used with a newer version of Provider Desk than this one. Install that version "
            "here too, then bring the file back."
        ) from problem
    except OSError as error:
        raise Problem(
            f"“{path.name}” could not be read ({error.strerror}). Check the drive and bring it back again."
        ) from error


def _refuse_other_kinds(path: Path) -> None:
    with path.open("rb") as file:  # so far no connection relies on a lock on it
        start = file.read(15)
    if start != b"SQLite format 3":
        raise _no_door_file(path.name)


def _no_door_file(name: str) -> Problem:
    return Problem(f"“{name}” is not a door file. Choose the file that was taken to the door.")


def _open_copy(copy: Path, capabilities: Sequence[Capability]) -> OpenFile:
    opened = open_file(copy, capabilities, who="Door file")
    try:
        if opened.db.value("pragma integrity_check(1)") != "ok" or opened.db.row("pragma foreign_key_check"):
            raise _damaged(copy.name)
    except BaseException:
        opened.close()
        raise
    return opened


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(
        f"“{name}” is damaged, so nothing of it was brought back. Try the copies in the folder of its backups on the "
        "laptop; what they lack can be ticked from the paper sheet."
    )


def _own_mark(db: Database, opened: Database, name: str) -> Mark:
    mark = mark_of(opened)
    if mark is None:
        raise _no_door_file(name)
    if mark_of(db) is not None:
        raise Problem("This is a door file itself. Open the office’s own file to bring another one back.")
    known = db.value("select 1 from door_file where id = ?", (mark.id,)) or kept.any_of(db, mark.id)
    if not known:
        raise Problem(
            f"“{name}” was taken from “{mark.taken_from}” on {moment_words(mark.made_at)}, and that is not the file "
            "that is open. Open that one, then bring it back."
        )
    if not db.value("select 1 from event where id = ?", (mark.event_id,)):
        raise Problem(
            f"“{name}” is of an event that is not in this file any more. Bring the event back with Undo or from a "
            "backup, then bring the door file back."
        )
    if versions(opened) != versions(db):
        raise Problem(
            f"“{name}” and the file that is open have tables of different versions. Open each once with this version "
            "of Provider Desk, then bring it back."
        )
    return mark


# --- as it left -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Before:
    """As it left: a copy to attach, or, where that is gone, rows as the door file's own history has them."""

    copy: Path | None = None


def _before(
    db: Database, opened: Database, mark: Mark, folder: Path, capabilities: Sequence[Capability]
) -> tuple[_Before, bool]:
    """The latest copy kept from which the door file went on; an earlier one when it came back as it was before."""
    for number, (sha256,) in enumerate(_known_copies(db, mark.id)):
        found = kept.find(db, mark.id, sha256)
        if found is None:
            continue
        copy = folder / f"before {number}"
        shutil.copyfile(found, copy)
        before = _open_copy(copy, capabilities)
        try:
            went_on = _went_on_from(before.db, opened)
        finally:
            before.close()
        if went_on:
            return _Before(copy), False
    return _Before(), True


_LAST = "select id, at, who, action from history_change order by id desc limit 1"


def _went_on_from(before: Database, opened: Database) -> bool:
    """Whether the door file's history begins with all that the copy's has."""
    last = before.row(_LAST)
    return (
        last is None
        or opened.row("select id, at, who, action from history_change where id = ?", (last[0],)) == last
    )


# --- comparing ------------------------------------------------------------------------------------------------

_Found = tuple[Rows, Rows, frozenset[str], dict[str, int], dict[str, int]]


def _compared(db: Database, before: _Before) -> _Found:
    if before.copy is None:
        return _by_history(db)
    db.execute("attach database ? as before", (str(before.copy),))
    changed: Rows = {}
    left: Rows = {}
    for table in TABLES:
        names, same = _columns(db, table), _same(_columns(db, table))
        changed[table] = _rows(
            db, table, names,
            f"where not exists (select 1 from before.{table} as held where held.id = now.id and {same})",
        )  # fmt: skip
        left[table] = _rows(
            db, table, names,
            f"where not exists (select 1 from main.{table} as held where held.id = now.id and {same}) "
            f"and exists (select 1 from main.{table} as held where held.id = now.id)", schema="before",
        )  # fmt: skip
    removed = {table: _missing(db, table) for table in (*TABLES, *ADDED)}
    other = {table: _differing(db, table) for table in tracked_tables(db) if table not in (*TABLES, *ADDED)}
    log_left = frozenset(key for table in ADDED for (key,) in db.rows(f'select id from before."{table}"'))
    return changed, left, log_left, _filled(removed), _filled(other)


def _filled(counts: dict[str, int]) -> dict[str, int]:
    return {table: number for table, number in counts.items() if number}


def _columns(db: Database, table: str) -> list[str]:
    """By name, since two files may have them in another order."""
    return [row[1] for row in db.rows(f'pragma table_info("{table}")')]


def _same(names: Sequence[str]) -> str:
    return " and ".join(f'held."{name}" is now."{name}"' for name in names)


def _rows(
    db: Database, table: str, names: Sequence[str], where: str, *, schema: str = "main", params: Params = ()
) -> dict[str, Row]:
    listed = ", ".join(f'now."{name}"' for name in names)
    rows = db.rows(f'select {listed} from {schema}."{table}" as now {where}', params)
    found = (dict(zip(names, row, strict=True)) for row in rows)
    return {str(row["id"]): row for row in found}


def _missing(db: Database, table: str) -> int:
    return int(db.value(f"select count(*) from before.{table} where id not in (select id from main.{table})"))


def _differing(db: Database, table: str) -> int:
    if not db.value("select 1 from before.sqlite_schema where name = ?", (table,)):
        return 0
    same = _same(_columns(db, table))
    return int(
        db.value(
            f"select count(*) from main.{table} as now where not exists "
            f"(select 1 from before.{table} as held where {same})"
        )
    )


def _by_history(db: Database) -> _Found:
    """From the door file's own history, which begins as it left: the first record of a row is the row as it was."""
    first = db.rows(
        "select table_name, row_id, kind, before from history_row where id in "
        "(select min(id) from history_row group by table_name, row_id)"
    )
    changed: Rows = {table: {} for table in TABLES}
    left: Rows = {table: {} for table in TABLES}
    made = {(table, key) for table, key, kind, _ in first if kind == "insert"}
    removed: dict[str, int] = {}
    other: dict[str, int] = {}
    for table, key, kind, before in first:
        now = _rows(db, table, _columns(db, table), "where id = ?", params=(key,)).get(key)
        if now is None:
            if kind != "insert":
                removed[table] = removed.get(table, 0) + 1
        elif table not in TABLES:
            if table not in ADDED:
                other[table] = other.get(table, 0) + 1
        elif kind == "insert" or now != (was := {**now, **json.loads(before)}):
            changed[table][key] = now
            if kind != "insert":
                left[table][key] = was
    log_left = frozenset(
        key for table in ADDED for (key,) in db.rows(f'select id from "{table}"') if (table, key) not in made
    )
    return changed, left, log_left, removed, other


# --- the event ------------------------------------------------------------------------------------------------


def _people(db: Database, event_id: str, changed: Rows) -> Rows:
    """The event's participants, and whatever they and the rows changed at the door refer to."""
    found: Rows = {table: {} for table in TABLES}
    found["participant"] = _rows(
        db, "participant", _columns(db, "participant"), "where event_id = ?", params=(event_id,)
    )
    for table in reversed(TABLES):
        for column, other in REFERS[table].items():
            keys = {
                str(row[column]) for row in (*changed[table].values(), *found[table].values()) if row[column]
            }
            found[other] |= _rows(
                db, other, _columns(db, other), "where id in (select value from json_each(?))",
                params=(json.dumps(sorted(keys - found[other].keys())),),
            )  # fmt: skip
    return found


def _log(db: Database, event_id: str) -> tuple[Row, ...]:
    names = _columns(db, "check_in")
    return tuple(
        _rows(db, "check_in", names, "where event_id = ? order by seq, id", params=(event_id,)).values()
    )


def _interests(db: Database, event_id: str) -> tuple[Row, ...]:
    names = _columns(db, "iwork_interest")
    found = _rows(db, "iwork_interest", names, "where event_id = ? order by at, id", params=(event_id,))
    return tuple(found.values())
