"""The copies kept of a door file, as it left and as it came back: what a later return is compared with."""

import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from resources.database import Database
from resources.database.copying import file_of
from resources.files.sha256 import sha256_of
from resources.problem import Problem

_ENDING = ".door-copy"
_PRIVATE = "Reading "
_LEFT_OVER = 3600  # seconds, after which nobody is reading any more


def folder_of(db: Database) -> Path:
    """Beside the office's file, as its backups are."""
    file = file_of(db)
    return file.with_name(f"{file.stem} door files")


@contextmanager
def private_folder(db: Database) -> Generator[Path, None, None]:
    """A folder for working copies, on the office's own disk, which goes again with all that is in it."""
    try:
        folder_of(db).mkdir(parents=True, exist_ok=True)
        _sweep(folder_of(db))
        made = Path(tempfile.mkdtemp(prefix=_PRIVATE, dir=folder_of(db)))
    except OSError as error:
        raise Problem(
            f"Nothing can be written to “{folder_of(db)}” ({error.strerror}). Free some space, or check the folder."
        ) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Clear away working copies that a killed program left: they hold names."""
    for left in folder.glob(f"{_PRIVATE}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                shutil.rmtree(left, ignore_errors=True)


def keep(db: Database, door_file: str, copy: Path) -> Path:
    """Keep a closed copy under its SHA-256, whole or not at all."""
    kept = _path(db, door_file, sha256_of(copy))
    if not kept.exists():
        part = kept.with_name(f"{kept.name}.{secrets.token_hex(4)}.part")
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
