"""Files that belong together: noted while they are written, so that what a killed program left half done is known.

The note stands in the program's own folder and is locked; the lock goes with the program.
"""

import json
import secrets
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from resources.files import unfinished
from resources.files.replacing import safe_write_bytes
from resources.files.sha256 import sha256_of, sha256_of_bytes
from resources.problem import Problem

_NOTE, _LOCK = ".together", ".lock"


@dataclass(frozen=True)
class CutOff:
    """Files whose writing was cut off. `new` are as they were to be, `others` are not or are not there.

    `about` is what was noted beside them.
    """

    new: tuple[Path, ...]
    others: tuple[Path, ...]
    about: str


@contextmanager
def noted_together(files: Mapping[Path, bytes], *, about: str = "") -> Generator[None, None, None]:
    """While all of `files` are being written. Notes of an ended program on any of them go once they are."""
    note = _noted(files, about)
    try:
        yield
        forget_ended(files)
    finally:
        if note is not None:
            _forget(*note)


def cut_off() -> tuple[CutOff, ...]:
    """What programs that ended since were writing, by what stands there now; nothing where none of it was written."""
    found = []
    for note, lock in _ended():
        with suppress(OSError):  # what cannot be read just now is told another time
            held = _read(note)
            if held is not None and _is_away(held[0]):
                continue  # so is what stands on a drive or share that is not connected
            state = _state(*held) if held is not None else None
            if state is not None and state.new:
                found.append(state)
            else:
                _forget(note, lock)
    return tuple(found)


def forget_ended(paths: Collection[Path]) -> None:
    """Forget what ended programs noted of any of these files: they were written since, or somebody judged them."""
    meant = {path.absolute() for path in paths}
    for note, lock in _ended():
        with suppress(OSError):
            held = _read(note)
            if held is None or meant & set(held[0]):
                _forget(note, lock)


def _noted(files: Mapping[Path, bytes], about: str) -> tuple[Path, FileLock] | None:
    """None where no notes are kept, or cannot be: that is no reason not to write."""
    folder = unfinished.notes_folder()
    if folder is None:
        return None
    told = {
        "files": {str(path.absolute()): sha256_of_bytes(data) for path, data in files.items()},
        "about": about,
    }
    note = folder / f"{secrets.token_hex(6)}{_NOTE}"
    lock = _lock_of(note)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
        safe_write_bytes(note, json.dumps(told).encode())
    except (OSError, Timeout, Problem, UnicodeEncodeError):
        lock.release()
        return None
    return note, lock


def _ended() -> Iterator[tuple[Path, FileLock]]:
    """The notes of programs that have ended, each locked while it is looked at."""
    folder = unfinished.notes_folder()
    for note in sorted(folder.glob(f"[!.]*{_NOTE}")) if folder is not None else ():
        lock = _lock_of(note)
        with suppress(OSError, Timeout):
            lock.acquire(blocking=False)
            try:
                yield note, lock
            finally:
                lock.release()


def _read(note: Path) -> tuple[dict[Path, str], str] | None:
    """The files with their checksums; None where the note is none."""
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return {Path(path): str(sha256) for path, sha256 in told["files"].items()}, str(told["about"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _is_away(files: Mapping[Path, str]) -> bool:
    return not all(path.parent.is_dir() for path in files)


def _state(files: Mapping[Path, str], about: str) -> CutOff:
    new = tuple(path for path, sha256 in files.items() if path.is_file() and sha256_of(path) == sha256)
    return CutOff(new, tuple(path for path in files if path not in new), about)


def _forget(note: Path, lock: FileLock) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
    lock.release()
    with suppress(OSError):
        note.with_suffix(_LOCK).unlink(missing_ok=True)


def _lock_of(note: Path) -> FileLock:
    return FileLock(note.with_suffix(_LOCK), thread_local=False)
