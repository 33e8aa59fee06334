"""Copies of a file: of one that must not be touched, and of one without a trace of what was taken out of it."""

import os
import shutil
from pathlib import Path

from resources.database.database import Database, in_plain_words
from resources.database.engine import Connection, OperationalError, connect

_SIDE_FILES = ("-wal", "-journal")


def file_of(db: Database) -> Path:
    """Where the database stands."""
    return Path(str(next(row[2] for row in db.rows("pragma database_list") if row[1] == "main")))


def copy_in_memory(db: Database) -> Connection:
    """The whole of an open database as it is now, in memory: it goes with the program, whatever ends that."""
    with in_plain_words():
        copy = connect(":memory:", key=db.key)
        try:
            db.conn.backup(copy)
        except BaseException:
            copy.close()
            raise
        return copy


def copy_untouched(path: Path, target: Path) -> None:
    """A copy of somebody else's file, of which not a byte changes.

    A file that was closed properly is read without locks or side files. With side files there somebody may have it
    open, so SQLite reads it with its locks; where that cannot be, such as on a medium that only reads, file
    and side files are copied together and nobody can be writing them.
    """
    waiting = [ending for ending in _SIDE_FILES if path.with_name(f"{path.name}{ending}").exists()]
    address = path.absolute().as_uri()
    if not waiting:
        _copy_pages(f"{address}?mode=ro&immutable=1", target)
        return
    if waiting == ["-wal"]:
        try:
            _copy_pages(f"{address}?mode=ro", target)
            return
        except OperationalError:
            target.unlink(missing_ok=True)
    for ending in ("", *waiting):
        shutil.copyfile(path.with_name(f"{path.name}{ending}"), target.with_name(f"{target.name}{ending}"))


def _copy_pages(address: str, target: Path) -> None:
    source = connect(address, uri=True)
    try:
        copy = connect(str(target))
        try:
            source.backup(copy)
        finally:
            copy.close()
    finally:
        source.close()


def copy_without_free_pages(db: Database, target: Path) -> None:
    """What the database holds and nothing that it held before, proved whole."""
    with in_plain_words():
        db.conn.execute("vacuum into ?", (str(target),))
        copy = connect(str(target), key=db.key)
        try:
            copy.execute("pragma journal_mode = delete")
            whole = copy.execute("pragma integrity_check(1)").fetchone()[0] == "ok"
        finally:
            copy.close()
    if not whole:
        raise RuntimeError("the copy made by “vacuum into” is not whole")
    with target.open("rb+") as file:
        os.fsync(file.fileno())
