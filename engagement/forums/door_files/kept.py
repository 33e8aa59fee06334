"""The copies kept of a door file, as it left and as it came back: what a later return is compared with."""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from resources.database import Database
from resources.database.copying import file_of
from resources.files.sha256 import sha256_of
from resources.problem import Problem

_ENDING = ".door-copy"
_PRIVATE = "Reading "
_PART = ".part"
_ONE_AT_A_TIME = Lock()
"""No folder is swept between its making and its being locked."""


def folder_of(db: Database) -> Path:
    """Beside the office's file, as its backups are."""
    return _folder_beside(file_of(db))


def _folder_beside(file: Path) -> Path:
    return file.with_name(f"{file.stem} door files")


@contextmanager
def private_folder(db: Database) -> Generator[Path, None, None]:
    """A folder for working copies, on the office's own disk, which goes again with all that is in it."""
    try:
        folder_of(db).mkdir(parents=True, exist_ok=True)
        with _ONE_AT_A_TIME:
            _sweep(folder_of(db))
            made = Path(tempfile.mkdtemp(prefix=_PRIVATE, dir=folder_of(db)))
            lock = _lock_of(made)
            lock.acquire(blocking=False)
    except OSError as error:
        raise Problem(
            f"Nothing can be written to “{folder_of(db)}” ({error.strerror}). Free some space, or check the folder."
        ) from error
    try:
        yield made
    finally:
        lock.release()
        shutil.rmtree(made, ignore_errors=True)


def clear_away(file: Path) -> None:
    """What a killed program left of its work with the door files of an office's file: it holds names."""
    folder = _folder_beside(file)
    if folder.is_dir():
        with _ONE_AT_A_TIME:
            _sweep(folder)


def _sweep(folder: Path) -> None:
    """A folder at work is locked, and the lock goes with its program."""
    for left in folder.glob(f"{_PRIVATE}*"):
        lock = _lock_of(left)
        with suppress(OSError, Timeout):
            lock.acquire(blocking=False)
            lock.release()
            shutil.rmtree(left, ignore_errors=True)
    for part in folder.glob(f"*{_PART}"):  # of an earlier version: now they stand in the folders above
        with suppress(OSError):
            part.unlink()


def _lock_of(folder: Path) -> FileLock:
    return FileLock(folder / ".lock", thread_local=False)


def keep(db: Database, door_file: str, copy: Path) -> Path:
    """Keep a closed copy under its SHA-256, whole or not at all."""
    kept = _path(db, door_file, sha256_of(copy))
    if not kept.exists():
        part = copy.with_name(f"{copy.name}{_PART}")  # in the private folder, which is swept
        try:
            with copy.open("rb") as source, part.open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
                target.flush()
                os.fsync(target.fileno())
            os.replace(part, kept)
        finally:
            part.unlink(missing_ok=True)
    return kept


def sha256_in(kept: Path) -> str:
    """The SHA-256 that a kept copy is named by."""
    return kept.stem.rpartition(" ")[2]


def find(db: Database, door_file: str, sha256: str) -> Path | None:
    """A kept copy, if it is there and is what was kept, byte for byte."""
    path = _path(db, door_file, sha256)
    with suppress(OSError):
        return path if sha256_of(path) == sha256 else None
    return None


def any_of(db: Database, door_file: str) -> bool:
    """Whether a copy of this door file was ever kept beside this file."""
    return any(folder_of(db).glob(f"{door_file} *{_ENDING}"))


def drop(kept: Path) -> None:
    """Let go of a copy that nothing came of."""
    with suppress(OSError):
        kept.unlink(missing_ok=True)


def _path(db: Database, door_file: str, sha256: str) -> Path:
    return folder_of(db) / f"{door_file} {sha256}{_ENDING}"
