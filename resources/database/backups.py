"""Backups: made while the file is in use, proved by opening them, listed, thinned by age, and restored."""

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from resources.database.database import Database, as_problem
from resources.database.engine import DatabaseError, connect
from resources.folders import backup_folder
from resources.problem import Problem

_ENDING = ".backup"


@dataclass(frozen=True)
class Backup:
    """One backup. `made_at` is UTC; `size` is bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int
    sha256: str


def make(db: Database, file: Path, *, reason: str, now: datetime, folder: Path | None = None) -> Backup:
    """Copy the live file through SQLite and prove the copy whole before it counts as a backup."""
    folder = folder or backup_folder(file)
    name = f"{file.stem} {now:%Y-%m-%d %H%M%S}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free_name(folder, name)
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        _copy(db, part)
        os.replace(part, path)
        made = Backup(path, now, reason, path.stat().st_size, _sha256(path))
        note = {**asdict(made), "path": path.name, "made_at": now.isoformat(timespec="seconds")}
        path.with_name(f"{path.name}.json").write_text(json.dumps(note, indent=1), encoding="utf-8")
    except OSError as error:
        raise Problem(
            f"The backup could not be written to “{folder}” ({error.strerror}). Free some space, or check the folder."
        ) from error
    return made


def _free_name(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}{_ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{_ENDING}"
    return path


def _copy(db: Database, target: Path) -> None:
    try:
        copy = connect(str(target))
        try:
            db.conn.backup(copy)
            copy.execute("pragma journal_mode = delete")
            if copy.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
                raise Problem("The copy was not whole, so no backup was made. Check the disk.")
        finally:
            copy.close()
    except DatabaseError as error:
        target.unlink(missing_ok=True)
        raise (as_problem(error) or Problem("The backup could not be made. Check the disk.")) from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:  # a finished copy: no connection is open on it
        return hashlib.file_digest(file, "sha256").hexdigest()


def listed(file: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of a file, newest first. One whose note is gone is listed by its name's date."""
    folder = folder or backup_folder(file)
    found = [_read(path) for path in folder.glob(f"*{_ENDING}")] if folder.is_dir() else []
    return sorted((one for one in found if one), key=lambda one: (one.made_at, one.path.name), reverse=True)


def _read(path: Path) -> Backup | None:
    try:
        note = json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(note["made_at"])
        return Backup(path, made_at, note["reason"], path.stat().st_size, note["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        date = re.search(r"(\d{4}-\d{2}-\d{2} \d{6})", path.name)
        if date is None:
            return None
        made_at = datetime.strptime(f"{date[1]} +0000", "%Y-%m-%d %H%M%S %z")
        return Backup(path, made_at, "its note is missing", path.stat().st_size, "")


def check(backup: Backup) -> None:
    """Raise `Problem` unless the backup is the one that was made, byte for byte, and opens whole."""
    try:
        if backup.sha256 and _sha256(backup.path) != backup.sha256:
            raise Problem(
                f"The backup “{backup.path.name}” has changed since it was made. Choose another one."
            )
        connection = connect(f"{backup.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            whole = connection.execute("pragma integrity_check(1)").fetchone()[0] == "ok"
        finally:
            connection.close()
    except (DatabaseError, OSError) as error:
        raise Problem(f"The backup “{backup.path.name}” cannot be read. Choose another one.") from error
    if not whole:
        raise Problem(f"The backup “{backup.path.name}” is damaged. Choose another one.")


def restore(backup: Backup, file: Path, *, now: datetime) -> Path | None:
    """Put the backup in the file's place. The file, closed, and its side files are first moved aside together.

    Returns where the file was put aside, or None when there was none. A left-over -wal beside the restored file would
    be played into it and corrupt it; that is why all go together.
    """
    check(backup)
    part = file.with_name(f"{file.name}.restoring")
    try:
        part.write_bytes(backup.path.read_bytes())
        with part.open("rb+") as copied:
            os.fsync(copied.fileno())
        aside = _put_aside(file, now)
        os.replace(part, file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Problem(
            f"The backup could not be restored ({error.strerror}). The file is as it was."
        ) from error
    return aside


def _put_aside(file: Path, now: datetime) -> Path | None:
    aside = None
    folder = backup_folder(file) / f"Set aside {now:%Y-%m-%d %H%M%S}"
    for ending in ("-shm", "-wal", ""):
        live = file.with_name(f"{file.name}{ending}")
        if live.exists():
            folder.mkdir(parents=True, exist_ok=True)
            aside = folder / live.name
            os.replace(live, aside)
    return aside


def thin(file: Path, *, now: datetime, folder: Path | None = None) -> list[Path]:
    """Remove backups that age has made spare, and name them.

    Kept: all of the last two days, the last of each day for a month, of each week for half a year, of each month after.
    The newest three are kept whatever their age.
    """
    kept_slots: set[tuple[str, ...]] = set()
    removed = []
    for number, backup in enumerate(listed(file, folder)):
        slot = _slot(backup.made_at, now)
        if number < 3 or slot is None or slot not in kept_slots:
            kept_slots.update({slot} if slot else ())
            continue
        backup.path.unlink(missing_ok=True)
        backup.path.with_name(f"{backup.path.name}.json").unlink(missing_ok=True)
        removed.append(backup.path)
    return removed


def _slot(made_at: datetime, now: datetime) -> tuple[str, ...] | None:
    age = now - made_at
    if age <= timedelta(days=2):
        return None
    if age <= timedelta(days=31):
        return ("day", f"{made_at:%Y-%m-%d}")
    if age <= timedelta(days=183):
        return ("week", f"{made_at:%G-%V}")
    return ("month", f"{made_at:%Y-%m}")
