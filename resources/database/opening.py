"""Opening the office's file: take it for this program, check it, back it up, bring its tables up to date."""

import getpass
import json
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from resources.database import backups
from resources.database.database import Database, as_problem
from resources.database.engine import Connection, DatabaseError, connect
from resources.database.history import create_history, track
from resources.database.listing import Listing, prepare_listings
from resources.problem import Problem

APPLICATION_ID = 0x50445331
"""'PDS1' in the file's header: the file is Provider Desk's."""

Migration = Callable[[Database], None]


@dataclass(frozen=True)
class Capability:
    """A capability's tables: migrations in the order they are carried out, and the listings drawn from them.

    A migration that has been released is never changed; a later one changes what it made.
    """

    name: str
    migrations: tuple[Migration, ...]
    listings: tuple[Listing, ...] = ()


class InUse(Problem):
    """Another copy of the program has the file; opening it read-only is possible."""


class NewerFile(Problem):
    """The file was written by a newer version of the program; its bytes were left alone."""


class DamagedFile(Problem):
    """The file cannot be relied on; the way back is a backup."""


@dataclass
class OpenFile:
    """The opened file. `db` belongs to the thread that opened it; a job makes a `connection` of its own."""

    path: Path
    capabilities: tuple[Capability, ...]
    who: str
    read_only: bool
    db: Database
    _lock: FileLock | None = field(default=None, repr=False)

    def connection(self, *, read_only: bool) -> Database:
        """Another connection for another thread; it tells the same listeners of its changes."""
        db = _database(self.path, self.capabilities, self.who, read_only=read_only or self.read_only)
        db.on_change = self.db.on_change
        return db

    def close(self) -> None:
        """Close the file and let others have it."""
        self.db.close()
        if self._lock is not None:
            _note_path(self.path).unlink(missing_ok=True)
            self._lock.release()
            self._lock = None


def open_file(
    path: Path,
    capabilities: Sequence[Capability],
    *,
    who: str = "",
    create: bool = False,
    read_only: bool = False,
) -> OpenFile:
    """Open a file, or make it when `create` is set.

    Raises `InUse`, `NewerFile`, `DamagedFile`, or a plain `Problem`; in each case the file is as it was.
    """
    who = who or _person()
    capabilities = tuple(capabilities)
    if not create and not path.is_file():
        raise Problem(f"There is no file at “{path}”. Open another one, or start a new database.")
    if create and path.exists() and path.stat().st_size:
        raise Problem(
            f"“{path.name}” is already there. Open it, or choose another name for the new database."
        )
    if create:
        _make_folder(path.parent)
    lock = None if read_only else _take(path, who)
    db: Database | None = None
    try:
        if not create:
            _check(path, capabilities)
        elif path.exists():
            path.unlink()
        db = _database(path, capabilities, who, read_only=read_only)
        if not read_only:
            _bring_up_to_date(db, path, capabilities)
        return OpenFile(path, capabilities, who, read_only, db, lock)
    except BaseException as error:
        if db is not None:
            db.close()
        if lock is not None:
            _note_path(path).unlink(missing_ok=True)
            lock.release()
        if isinstance(error, DatabaseError):
            raise (as_problem(error) or DamagedFile(_damaged(path))) from error
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder “{folder}” could not be made. Choose a folder that you may write to."
        ) from error


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Unnamed user"


def _database(path: Path, capabilities: Sequence[Capability], who: str, *, read_only: bool) -> Database:
    listings = tuple(listing for capability in capabilities for listing in capability.listings)
    if read_only:
        return Database(_read_only_connection(path), who=who, listings=listings)
    return Database(connect(str(path)), who=who, listings=listings)


def _read_only_connection(path: Path) -> Connection:
    """Reads only; from a folder that may not be written to, where WAL's side files can't stand, the file alone."""
    address = path.absolute().as_uri()
    connection = connect(f"{address}?mode=ro", uri=True)
    try:
        connection.execute("pragma schema_version").fetchone()
    except DatabaseError as error:
        connection.close()
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
        connection = connect(f"{address}?mode=ro&immutable=1", uri=True)
    return connection


# One program at a time


def _note_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.in-use.json")


def _take(path: Path, who: str) -> FileLock:
    """The operating system's lock on a file beside it: it goes with the process, so a killed program leaves none."""
    lock = FileLock(path.with_name(f"{path.name}.lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise InUse(_who_has_it(path)) from error
    except OSError as error:
        raise Problem(
            f"“{path.name}” stands in a folder that you may not write to. Open it read-only, or copy it to a folder "
            "of your own."
        ) from error
    note = {"who": who, "computer": platform.node(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    try:
        _note_path(path).write_text(json.dumps(note), encoding="utf-8")
    except OSError as error:
        lock.release()
        raise Problem(
            f"Nothing can be written beside “{path.name}”: the disk may be full. Free some space."
        ) from error
    return lock


def _who_has_it(path: Path) -> str:
    try:
        note = json.loads(_note_path(path).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"]).astimezone()
        holder = f"by {note['who']} on {note['computer']} since {since:%H:%M} on {since.day} {since:%B %Y}"
    except (OSError, ValueError, KeyError, TypeError):
        holder = "in another window or on another computer"
    return f"“{path.name}” is already open, {holder}. Close it there first, or open it here read-only."


# Is it ours, is it whole, is it too new


def _damaged(path: Path) -> str:
    return f"“{path.name}” is damaged. Restore the last backup; the damaged file is kept aside."


def _check(path: Path, capabilities: Sequence[Capability]) -> None:
    """Look before touching. The whole file is read only after an unclean end, which a left-over WAL tells."""
    if path.stat().st_size == 0:
        raise DamagedFile(
            f"“{path.name}” is empty: it holds nothing at all. Restore a backup, or start a new database."
        )
    unclean = _left_over(path)
    connection = None
    try:
        connection = _read_only_connection(path)
        if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
            raise Problem(
                f"“{path.name}” is a database of another program. Open a file made by Provider Desk."
            )
        _refuse_newer(path, dict(_versions(connection)), capabilities)
        if unclean and connection.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise DamagedFile(_damaged(path))
    except DatabaseError as error:
        if "not a database" in str(error) and not _begins_like_sqlite(path):
            raise Problem(
                f"“{path.name}” is not a Provider Desk file. Open a file made by Provider Desk."
            ) from error
        raise DamagedFile(_damaged(path)) from error
    finally:
        if connection is not None:
            connection.close()


def _begins_like_sqlite(path: Path) -> bool:
    with path.open("rb") as file:  # no connection of ours is open on it yet
        return file.read(15) == b"SQLite format 3"


def _left_over(path: Path) -> bool:
    """A clean end removes both side files."""
    return any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-shm"))


def _versions(connection: Connection) -> list[tuple[str, int]]:
    rows: list[tuple[str, int]] = connection.execute(
        "select name, version from derived_capability"
    ).fetchall()
    return rows


def _refuse_newer(path: Path, held: dict[str, int], capabilities: Sequence[Capability]) -> None:
    ours = {capability.name: len(capability.migrations) for capability in capabilities}
    if any(version > ours.get(name, 0) for name, version in held.items()):
        raise NewerFile(
            f"“{path.name}” was last used with a newer version of Provider Desk and has been left as it is. "
            "Install the newer version, then open it again."
        )


# Migrations


def _bring_up_to_date(db: Database, path: Path, capabilities: Sequence[Capability]) -> None:
    held = _held(db)
    due = [
        (capability, number, migration)
        for capability in capabilities
        for number, migration in enumerate(capability.migrations, start=1)
        if number > held.get(capability.name, 0)
    ]
    if due and held:
        backups.make(db, path, reason="before an upgrade", now=datetime.now(UTC))
    db.execute("pragma foreign_keys = off")
    with db.atomic():
        if not held:
            _begin(db)
        for capability, number, migration in due:
            migration(db)
            db.execute(
                "insert into derived_capability values (?, ?) "
                "on conflict (name) do update set version = excluded.version",
                (capability.name, number),
            )
        broken = db.rows("pragma foreign_key_check")
        if broken:
            raise DamagedFile(
                f"“{path.name}” has rows that point at nothing ({broken[0][0]}). Restore the last backup."
            )
        if due:
            track(db)
            db.execute(f"pragma user_version = {sum(len(one.migrations) for one in capabilities)}")
        prepare_listings(db)
    db.execute("pragma foreign_keys = on")


def _held(db: Database) -> dict[str, int]:
    if db.value("select count(*) from sqlite_schema where name = 'derived_capability'") == 0:
        return {}
    return dict(_versions(db.conn))


def _begin(db: Database) -> None:
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("create table derived_capability (name text primary key, version integer not null) strict")
    create_history(db)


def computer() -> str:
    """The computer's name, for the history of the door."""
    return platform.node() or os.environ.get("COMPUTERNAME", "this computer")
