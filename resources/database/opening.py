"""Opening the office's file: take it for this program, check it, bring its tables up to date."""

import getpass
import os
import platform
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from resources.database import backups
from resources.database.data_key import DataKey
from resources.database.database import Database, in_plain_words
from resources.database.engine import Connection, DatabaseError, connect, is_whole
from resources.database.in_use import Hold, take
from resources.database.migrations import (
    APPLICATION_ID,
    Capability,
    Migration,
    bring_up_to_date,
    is_up_to_date,
)
from resources.database.refusals import DamagedFile, InUse, NewerFile, OtherVersion
from resources.problem import Problem

__all__ = [
    "APPLICATION_ID",
    "Capability",
    "DamagedFile",
    "InUse",
    "Migration",
    "NewerFile",
    "OpenFile",
    "computer",
    "open_file",
]


@dataclass
class OpenFile:
    """The opened file. `db` belongs to the thread that opened it; a job makes a `connection` of its own."""

    path: Path
    capabilities: tuple[Capability, ...]
    who: str
    read_only: bool
    db: Database
    was_checked: bool = False
    """Whether it had not been closed properly, was read whole, and is sound."""

    key: DataKey | None = field(default=None, repr=False)
    """What a locked file is locked with."""

    _hold: Hold | None = field(default=None, repr=False)

    def connection(self, *, read_only: bool) -> Database:
        """Another connection for another thread; it tells the same listeners of its changes, from that thread."""
        read_only = read_only or self.read_only
        db = _database(self.path, self.capabilities, self.who, read_only=read_only, key=self.key)
        db.on_change = self.db.on_change
        return db

    def close(self) -> None:
        """Close the file and let others have it."""
        try:
            self.db.close()
        finally:
            if self._hold is not None:
                self._hold.release()


def open_file(
    path: Path,
    capabilities: Sequence[Capability],
    *,
    who: str = "",
    create: bool = False,
    read_only: bool = False,
    key: DataKey | None = None,
) -> OpenFile:
    """Open a file, or make it when `create` is set. A locked one is opened with its `key`, and read whole each time.

    Raises `InUse`, `NewerFile`, `DamagedFile`, or a plain `Problem`; in each case the file is as it was.
    """
    who = who or _person()
    capabilities = tuple(capabilities)
    if create:
        _make_folder(path.parent)
    else:
        _refuse_missing(path)
    if read_only:
        return _read(path, capabilities, who, key)
    hold = take(path, who)
    try:
        backups.finish_restore(path, now=datetime.now(UTC))
        if create:
            _create(path, capabilities, who, key)
        suspect = _check(path, capabilities, read_only=False, key=key)
        _refuse_read_only(path)
        db = _up_to_date(path, capabilities, who, suspect=suspect, key=key)
        for capability in capabilities:
            if capability.clear_away is not None:
                capability.clear_away(path)
    except BaseException:
        hold.release()
        raise
    return OpenFile(path, capabilities, who, False, db, was_checked=suspect, key=key, _hold=hold)


def _refuse_missing(path: Path) -> None:
    try:
        there = path.is_file() or backups.is_being_restored(path)
    except OSError as error:
        raise Problem(
            f"“{path}” cannot be reached ({error.strerror}). Check the drive and the folder."
        ) from error
    if not there:
        raise Problem(f"There is no file at “{path}”. Open another one, or start a new database.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder “{folder}” could not be made. Choose a folder that you may write to."
        ) from error


def is_account(who: str) -> bool:
    """Whether a name is only that of the computer's account: nobody has said who is at the desk."""
    return who == _person()


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Unnamed user"


def computer() -> str:
    """The computer's name, for the log of the door."""
    return platform.node() or os.environ.get("COMPUTERNAME", "this computer")


# Connections


def _database(
    path: Path, capabilities: Sequence[Capability], who: str, *, read_only: bool, key: DataKey | None
) -> Database:
    listings = tuple(listing for capability in capabilities for listing in capability.listings)
    with in_plain_words():
        connection = _reading(path, key) if read_only else connect(str(path), key=key)
    try:
        return Database(connection, who=who, listings=listings, read_only=read_only, key=key)
    except BaseException:
        connection.close()
        raise


def _up_to_date(
    path: Path, capabilities: tuple[Capability, ...], who: str, *, suspect: bool, key: DataKey | None
) -> Database:
    db = _database(path, capabilities, who, read_only=False, key=key)
    try:
        bring_up_to_date(db, path, capabilities, suspect=suspect)
    except BaseException:
        db.close()
        raise
    return db


def _reading(path: Path, key: DataKey | None) -> Connection:
    """A connection that only reads; from a folder where WAL's side files can't stand, it reads the file alone."""
    address = path.absolute().as_uri()
    connection = connect(f"{address}?mode=ro", uri=True, key=key)
    try:
        connection.execute("pragma schema_version").fetchone()
        return connection
    except DatabaseError as error:
        connection.close()
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
    if _left_over(path):
        raise Problem(
            f"“{path.name}” was not closed properly, and its last changes stand in files beside it. Open it once to "
            "change it, not read-only; copy all of these files to a folder of your own first if you may not write here."
        )
    return connect(f"{address}?mode=ro&immutable=1", uri=True, key=key)


def _read(path: Path, capabilities: tuple[Capability, ...], who: str, key: DataKey | None) -> OpenFile:
    """Open it beside whoever has it. What an older version left can't be brought up to date by reading."""
    _check(path, capabilities, read_only=True, key=key)
    db = _database(path, capabilities, who, read_only=True, key=key)
    try:
        if not is_up_to_date(db, capabilities):
            raise OtherVersion(
                f"“{path.name}” was last used with another version of Provider Desk. Open it once to change it, not "
                "read-only, so that it is brought up to date."
            )
    except BaseException:
        db.close()
        raise
    return OpenFile(path, capabilities, who, True, db, key=key)


# A new file


def _create(path: Path, capabilities: tuple[Capability, ...], who: str, key: DataKey | None) -> None:
    """Make it under another name and put it in its place when it is whole, so that no half-made file is found."""
    if path.exists() and (path.is_dir() or path.stat().st_size):
        raise Problem(
            f"“{path.name}” is already there. Open it, or choose another name for the new database."
        )
    new = path.with_name(f"{path.name}.new")
    try:
        _remove(new)
        _up_to_date(new, capabilities, who, suspect=False, key=key).close()
        backups.set_aside(path, now=datetime.now(UTC))
        os.replace(new, path)
    except OSError as error:
        raise Problem(
            f"“{path.name}” could not be made ({error.strerror}). Choose a folder that you may write to."
        ) from error
    finally:
        with suppress(OSError):
            _remove(new)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


# Is it ours, is it whole, is it too new


def _refuse_read_only(path: Path) -> None:
    """SQLite would open it, and refuse only the first change."""
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise Problem(
            f"“{path.name}” can only be read: it is marked read-only, or belongs to somebody else. Open it read-only, "
            "or copy it to a folder of your own."
        )


def _damaged(path: Path) -> DamagedFile:
    return DamagedFile(f"“{path.name}” is damaged. Restore the last backup; the damaged file is kept aside.")


def _left_over(path: Path) -> bool:
    """Changes wait beside the file to be put into it; after a clean end none do."""
    waiting = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    return any(one.exists() and one.stat().st_size > 0 for one in waiting)


def _check(path: Path, capabilities: Sequence[Capability], *, read_only: bool, key: DataKey | None) -> bool:
    """Look before touching, and tell whether the file was not closed properly.

    Only then, or when it is locked, is it read whole: a locked file is small, and what it holds is looked at at once.
    """
    if path.stat().st_size == 0 and not _left_over(path):
        raise DamagedFile(
            f"“{path.name}” is empty: it holds nothing at all. Restore a backup, or start a new database."
        )
    suspect = _left_over(path)
    try:
        connection = _looking(path, suspect=suspect, read_only=read_only, key=key)
        try:
            _refuse_strange(path, connection, key)
            _refuse_newer(path, connection, capabilities)
            if key is not None and not is_whole(connection, key=key):
                raise _damaged(path)
            if suspect and connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
                raise _damaged(path)
        finally:
            connection.close()
    except (DatabaseError, UnicodeDecodeError) as error:
        if key is not None:
            raise _unreadable(path) from error
        if "not a database" in str(error) and not _begins_like_sqlite(path):
            raise _strange(path) from error
        raise _damaged(path) from error
    return suspect


def _looking(path: Path, *, suspect: bool, read_only: bool, key: DataKey | None) -> Connection:
    """A file closed properly is looked at without locks or side files, so that not a byte of its folder changes.

    A -journal, left when a restored file was switched to WAL, has first to be played back: only a writer can.
    """
    address = path.absolute().as_uri()
    if not suspect:
        return connect(f"{address}?mode=ro&immutable=1", uri=True, key=key)
    if not read_only and path.with_name(f"{path.name}-journal").exists():
        return connect(f"{address}?mode=rw", uri=True, key=key)
    return _reading(path, key)


def _begins_like_sqlite(path: Path) -> bool:
    with path.open("rb") as file:  # not a database, so no connection relies on a lock on it
        return file.read(15) == b"SQLite format 3"


def _unreadable(path: Path) -> DamagedFile:
    """A locked file that its key does not open: nobody can tell a damaged page from that of another register."""
    if _begins_like_sqlite(path):
        return DamagedFile(
            f"“{path.name}” is not locked: another file stands in its place. Restore the last backup; this file is "
            "kept aside."
        )
    return DamagedFile(
        f"“{path.name}” is damaged, or is that of another register. Restore the last backup; this file is kept aside."
    )


def _strange(path: Path) -> Problem:
    return Problem(f"“{path.name}” is not a Provider Desk file. Open a file made by Provider Desk.")


def _refuse_strange(path: Path, connection: Connection, key: DataKey | None) -> None:
    if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise _unreadable(path) if key is not None else _strange(path)


def _refuse_newer(path: Path, connection: Connection, capabilities: Sequence[Capability]) -> None:
    ours = {capability.name: len(capability.migrations) for capability in capabilities}
    held = connection.execute("select name, version from derived_capability").fetchall()
    if any(version > ours.get(name, 0) for name, version in held):
        raise NewerFile(
            f"“{path.name}” was last used with a newer version of Provider Desk and has been left as it is. "
            "Install the newer version, then open it again."
        )
