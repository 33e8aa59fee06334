"""Backups: made while the file is in use, proved by opening them, listed, thinned by age, and restored.

Those of a locked file are locked with its key.
"""

import json
import os
import re
import shutil
import time
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from resources.database.data_key import DataKey
from resources.database.database import Database, in_plain_words
from resources.database.engine import DatabaseError, connect, is_whole
from resources.database.in_use import take
from resources.database.refusals import DamagedFile
from resources.files.sha256 import sha256_of
from resources.folders import backup_folder
from resources.problem import Problem

_ENDING = ".backup"
_PART = f"{_ENDING}.part"
_SIDE_FILES = ("-wal", "-shm", "-journal")
_ASIDE = "Set aside"
_KEPT_ASIDE = timedelta(days=30)
_LEFT_OVER = 60  # seconds without a byte written, after which nobody is making a backup any more


@dataclass(frozen=True)
class Backup:
    """One backup. `made_at` is UTC; `size` is bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int
    sha256: str


# Making


def make(db: Database, file: Path, *, reason: str, now: datetime, folder: Path | None = None) -> Backup:
    """Copy the live file through SQLite and prove the copy whole before it counts as a backup."""
    if db.conn.in_transaction:
        raise RuntimeError("a backup inside a change would hold half of it")
    folder, now = folder or backup_folder(file), now.astimezone(UTC)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        path = _free(folder, f"{file.stem} {now:%Y-%m-%d %H%M%S}", _ENDING)
        part = path.with_name(f"{path.name}.part")
        with ExitStack() as unless_made:
            unless_made.callback(_note_path(path).unlink, missing_ok=True)
            unless_made.callback(_remove_part, part)
            _copy(db, file, part)
            made = Backup(path, now, reason, part.stat().st_size, sha256_of(part))
            _write_note(made)
            os.replace(part, path)
            unless_made.pop_all()
    except OSError as error:
        raise Problem(
            f"The backup could not be written to “{folder}” ({error.strerror}). Free some space, or check the folder."
        ) from error
    return made


def _free(folder: Path, name: str, ending: str) -> Path:
    path, number = folder / f"{name}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{ending}"
    return path


def _remove_part(part: Path) -> None:
    for ending in ("", *_SIDE_FILES):
        part.with_name(f"{part.name}{ending}").unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Clear away what a killed backup left; one that is being made now is written to again and again."""
    for part in folder.glob(f"*{_PART}*"):
        with suppress(OSError):  # another program has it: the next sweep finds it again
            if time.time() - part.stat().st_mtime > _LEFT_OVER:
                part.unlink()
                note = _note_path(part.with_name(part.name.partition(_PART)[0] + _ENDING))
                if not note.with_suffix("").exists():
                    note.unlink(missing_ok=True)


def _copy(db: Database, file: Path, target: Path) -> None:
    _remove_part(target)
    try:
        with in_plain_words():
            copy = connect(str(target), key=db.key)
            try:
                db.conn.backup(copy)
                copy.execute("pragma journal_mode = delete")
                os.utime(target)  # reading it through takes a while, and it is still being made
                whole = is_whole(copy, key=db.key)
            finally:
                copy.close()
            damaged = not whole and not is_whole(db.conn)
    except DamagedFile as problem:
        raise _damaged(file) from problem
    if damaged:
        raise _damaged(file)
    if not whole:
        raise Problem("The copy was not whole, so no backup was made. Check the disk.")


def _damaged(file: Path) -> DamagedFile:
    return DamagedFile(
        f"“{file.name}” is damaged, so no backup was made of it. Restore the last backup, which was whole when it was "
        "made; the damaged file is kept aside."
    )


def _note_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _write_note(made: Backup) -> None:
    note = {**asdict(made), "path": made.path.name, "made_at": made.made_at.isoformat(timespec="seconds")}
    _note_path(made.path).write_text(json.dumps(note, indent=1), encoding="utf-8")


# Listing


def listed(file: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of a file, newest first. One whose note is gone is listed by its name's date."""
    folder = folder or backup_folder(file)
    _sweep(folder)
    found = [_described(path) for path in folder.glob(f"*{_ENDING}")] if folder.is_dir() else []
    return sorted((one for one in found if one), key=_age, reverse=True)


def _age(backup: Backup) -> tuple[datetime, int, str]:
    """Among those of one second the later has the longer name."""
    return (backup.made_at, len(backup.path.name), backup.path.name)


def chosen(path: Path) -> Backup:
    """Any file that a person points at, so that it can be restored; `check` tells whether it is a backup."""
    try:
        made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return _described(path) or Backup(path, made_at, "chosen by hand", path.stat().st_size, "")
    except OSError as error:
        raise Problem(f"There is no file at “{path}”. Choose another one.") from error


def _described(path: Path) -> Backup | None:
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        note = json.loads(_note_path(path).read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(note["made_at"]).astimezone(UTC)
        return Backup(path, made_at, str(note["reason"]), path.stat().st_size, str(note["sha256"]))
    with suppress(OSError, ValueError, TypeError):
        date = re.search(r"\d{4}-\d{2}-\d{2} \d{6}", path.name)
        made_at = datetime.strptime(f"{date and date[0]} +0000", "%Y-%m-%d %H%M%S %z")
        return Backup(path, made_at, "its note is missing", path.stat().st_size, "")
    return None


def check(backup: Backup, *, key: DataKey | None = None) -> None:
    """Raise `Problem` unless the backup is the one that was made, byte for byte, and opens whole."""
    try:
        if backup.sha256 and sha256_of(backup.path) != backup.sha256:
            raise Problem(
                f"The backup “{backup.path.name}” has changed since it was made. Choose another one."
            )
        connection = connect(f"{backup.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, key=key)
        try:
            ours = connection.execute("select count(*) from derived_capability").fetchone()[0] > 0
            whole = is_whole(connection, key=key)
        finally:
            connection.close()
    except (DatabaseError, OSError) as error:
        raise Problem(f"“{backup.path.name}” cannot be read as a backup. Choose another one.") from error
    if not (ours and whole):
        raise Problem(f"The backup “{backup.path.name}” is damaged. Choose another one.")


# Restoring


def restore(backup: Backup, file: Path, *, now: datetime, key: DataKey | None = None) -> Path | None:
    """Put the backup in the file's place. The file, closed, and its side files are first moved aside together.

    Returns where the file was put aside, or None when there was none. A left-over -wal beside the restored file would
    be played into it and corrupt it; that is why all go together.
    """
    check(backup, key=key)
    part = _restoring(file)
    hold = take(file, "a restore of a backup")
    try:
        finish_restore(file, now=now)
        _copy_durably(backup, part)
        moved = set_aside(file, now=now)
        with ExitStack() as unless_replaced:
            unless_replaced.callback(_move_back, moved)
            os.replace(part, file)
            unless_replaced.pop_all()
    except OSError as error:
        raise Problem(
            f"The backup could not be restored ({error.strerror}). The file is as it was."
        ) from error
    finally:
        if file.exists():  # otherwise it is all there is, and the next opening puts it in place
            with suppress(OSError):
                part.unlink(missing_ok=True)
        hold.release()
    return moved[0][1] if moved else None


def _restoring(file: Path) -> Path:
    return file.with_name(f"{file.name}.restoring")


def _copy_durably(backup: Backup, target: Path) -> None:
    with backup.path.open("rb") as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
    if backup.sha256 and sha256_of(target) != backup.sha256:
        raise Problem(
            "The backup could not be copied without faults, so the file is as it was. Check the disk."
        )


def set_aside(file: Path, *, now: datetime) -> list[tuple[Path, Path]]:
    """Move a closed file with its side files to a folder among its backups: all of them or none.

    The file itself goes first: should the program be killed between two moves, it is missed rather than opened without
    the changes that wait in its -wal.
    """
    live = [file.with_name(f"{file.name}{ending}") for ending in ("", *_SIDE_FILES)]
    there = [path for path in live if path.exists()]
    if not there:
        return []
    folder = _free(backup_folder(file), f"{_ASIDE} {now.astimezone(UTC):%Y-%m-%d %H%M%S}", "")
    folder.mkdir(parents=True)
    moved: list[tuple[Path, Path]] = []
    with ExitStack() as unless_all:
        unless_all.callback(_move_back, moved)
        for path in there:
            os.replace(path, folder / path.name)
            moved.append((path, folder / path.name))
        unless_all.pop_all()
    return moved


def set_aside_times(file: Path) -> list[datetime]:
    """When files were set aside that are still kept, the latest first."""
    folders = backup_folder(file).glob(f"{_ASIDE} *")
    return sorted((at for path in folders if (at := _set_aside_at(path))), reverse=True)


def _move_back(moved: Iterable[tuple[Path, Path]]) -> None:
    for live, aside in reversed(list(moved)):
        os.replace(aside, live)


def is_being_restored(file: Path) -> bool:
    """Whether a restore was cut off after the file was put aside and before the backup stood in its place."""
    return not file.exists() and _restoring(file).exists()


def finish_restore(file: Path, *, now: datetime) -> None:
    """End a restore that was cut off: its copy was whole before the file was put aside. The caller has the file."""
    part = _restoring(file)
    if is_being_restored(file):
        set_aside(file, now=now)
        os.replace(part, file)
    part.unlink(missing_ok=True)


# Thinning


def thin(
    file: Path,
    *,
    now: datetime,
    folder: Path | None = None,
    longest: timedelta | None = None,
    key: DataKey | None = None,
) -> list[Path]:
    """Remove backups that age has made spare, and name them.

    Kept: all of the last two days, the last of each day for a month, of each week for half a year, of each month after.
    The newest three are kept whatever their age. Of the folders of files set aside the newest three are kept, and those
    younger than thirty days. Where people have a right to be forgotten nothing is kept `longest`, once younger backups
    of two days are there and the newest of them is whole: a wrong clock, or a file that rested, takes none away.
    """
    kept_slots: set[tuple[str, ...]] = set()
    removed = []
    found = listed(file, folder)
    oldest = _Oldest(now, longest, found, _dated_aside(folder or backup_folder(file)), key)
    for number, backup in enumerate(found):
        slot = _slot(backup.made_at, now)
        if not oldest.goes(backup.made_at) and (
            oldest.stays(backup.made_at) or number < 3 or slot is None or slot not in kept_slots
        ):
            kept_slots.update({slot} if slot else ())
            continue
        with suppress(OSError):  # another program is reading it: the next thinning finds it again
            backup.path.unlink()
            _note_path(backup.path).unlink(missing_ok=True)
            removed.append(backup.path)
    return removed + _thin_set_aside(folder or backup_folder(file), now, oldest)


class _Oldest:
    """What is older than the longest that anything is kept, and whether it may go: looked at where there is some."""

    def __init__(
        self, now: datetime, longest: timedelta | None, found: list[Backup], aside: list[tuple[datetime, Path]],
        key: DataKey | None,
    ) -> None:  # fmt: skip
        self._now, self._longest = now, longest
        young = [one for one in found if not self._is_too_old(one.made_at)]
        some = len(young) < len(found) or any(self._is_too_old(made_at) for made_at, _ in aside)
        days = {one.made_at.date() for one in young}
        self._may_go = some and len(days) > 1 and _is_checked(young[0], key)

    def _is_too_old(self, made_at: datetime) -> bool:
        return self._longest is not None and self._now - made_at > self._longest

    def goes(self, made_at: datetime) -> bool:
        return self._may_go and self._is_too_old(made_at)

    def stays(self, made_at: datetime) -> bool:
        return not self._may_go and self._is_too_old(made_at)


def _is_checked(backup: Backup, key: DataKey | None) -> bool:
    try:
        check(backup, key=key)
    except Problem:
        return False
    return True


def _dated_aside(folder: Path) -> list[tuple[datetime, Path]]:
    return [(made_at, path) for path in folder.glob(f"{_ASIDE} *") if (made_at := _set_aside_at(path))]


def _thin_set_aside(folder: Path, now: datetime, oldest: _Oldest) -> list[Path]:
    removed = []
    newest_first = sorted(
        _dated_aside(folder), key=lambda one: (one[0], len(one[1].name), one[1]), reverse=True
    )
    for number, (made_at, path) in enumerate(newest_first):
        spare = number >= 3 and now - made_at > _KEPT_ASIDE and not oldest.stays(made_at)
        if spare or oldest.goes(made_at):
            with suppress(OSError):
                shutil.rmtree(path)
                removed.append(path)
    return removed


def _set_aside_at(path: Path) -> datetime | None:
    """When a folder that this module made was made; nothing else is touched."""
    name = re.fullmatch(rf"{_ASIDE} (\d{{4}}-\d\d-\d\d \d{{6}})( \d+)?", path.name)
    if name is None or path.is_symlink() or not path.is_dir():
        return None
    with suppress(ValueError):
        return datetime.strptime(f"{name[1]} +0000", "%Y-%m-%d %H%M%S %z")
    return None


def _slot(made_at: datetime, now: datetime) -> tuple[str, ...] | None:
    age = now - made_at
    if age <= timedelta(days=2):
        return None
    if age <= timedelta(days=31):
        return ("day", f"{made_at:%Y-%m-%d}")
    if age <= timedelta(days=183):
        return ("week", f"{made_at:%G-%V}")
    return ("month", f"{made_at:%Y-%m}")
