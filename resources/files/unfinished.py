"""Files that were being written when the program was killed: noted while they are, and removed at the next start.

They stand in folders of the user's, under a name that nobody looks for, and hold what the finished file would have.
"""

import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_NOTE, _LOCK = ".path", ".lock"
_NAME = re.compile(r"\.[0-9a-f]{12}(?:\..*)?")


class _Notes:
    folder: Path | None = None


def keep_notes_in(folder: Path) -> None:
    """From now on note in this folder what is being written; what an ended program noted there goes."""
    _Notes.folder = folder
    clear_away()


def notes_folder() -> Path | None:
    """Where notes are kept; None while they are not."""
    return _Notes.folder


@contextmanager
def noted(temporary: Path) -> Generator[None, None, None]:
    """While `temporary` is being written. The note is locked, and the lock goes with the program."""
    note = _noted(temporary)
    try:
        yield
    finally:
        if note is not None:
            _forget(*note)


def clear_away() -> None:
    """Remove every file that was noted by a program that has ended since."""
    if _Notes.folder is None:
        return
    for note in _Notes.folder.glob(f"*{_NOTE}"):
        lock = _lock_of(note)
        with suppress(OSError, Timeout, ValueError):
            lock.acquire(blocking=False)
            left = Path(note.read_text(encoding="utf-8"))
            if _NAME.fullmatch(left.name):
                left.unlink(missing_ok=True)
            _forget(note, lock)


def _noted(temporary: Path) -> tuple[Path, FileLock] | None:
    """None where no notes are kept, or cannot be: that is no reason not to write."""
    if _Notes.folder is None:
        return None
    try:
        _Notes.folder.mkdir(parents=True, exist_ok=True)
        note = _Notes.folder / f"{temporary.name[1:13]}{_NOTE}"
        lock = _lock_of(note)
        lock.acquire(blocking=False)
        note.write_text(str(temporary.absolute()), encoding="utf-8")
    except (OSError, Timeout, UnicodeEncodeError):
        return None
    return note, lock


def _forget(note: Path, lock: FileLock) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
    lock.release()
    with suppress(OSError):
        note.with_suffix(_LOCK).unlink(missing_ok=True)


def _lock_of(note: Path) -> FileLock:
    return FileLock(note.with_suffix(_LOCK), thread_local=False)
