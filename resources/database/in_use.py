"""One program at a time has a file: whoever opens, creates or restores it takes it first."""

import json
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from resources.database.refusals import InUse
from resources.problem import Problem


class Hold:
    """A file taken by this program, until `release`.

    It rests on the operating system's lock on a file beside it, which goes with the process: a killed program leaves
    none. The note beside it only says who; without the lock it means nothing.
    """

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        self._lock = lock

    def release(self) -> None:
        """Let others have the file."""
        if self._lock.is_locked:
            with suppress(OSError):
                _note_path(self._path).unlink(missing_ok=True)
            self._lock.release()


def take(path: Path, who: str) -> Hold:
    """Take the file for this program. Raises `InUse`, saying who has it, on which computer and since when."""
    lock = FileLock(path.with_name(f"{path.name}.lock"), thread_local=False)
    try:
        lock.acquire(blocking=False)
        hold = Hold(path, lock)
    except Timeout as error:
        raise InUse(_who_has_it(path)) from error
    except OSError as error:
        raise _not_writable(path, error) from error
    note = {"who": who, "computer": platform.node(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    try:
        _note_path(path).write_text(json.dumps(note), encoding="utf-8")
    except OSError as error:
        hold.release()
        raise _not_writable(path, error) from error
    return hold


def _note_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.in-use.json")


def _not_writable(path: Path, error: OSError) -> Problem:
    return Problem(
        f"Nothing can be written beside “{path.name}” ({error.strerror}). Open it read-only, or move it to a folder of "
        "your own on a disk with free space."
    )


OR_READ_ONLY = ", or open it here read-only."
"""How the sentence ends in a window, which can do so."""


def _who_has_it(path: Path) -> str:
    try:
        note = json.loads(_note_path(path).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"]).astimezone()
        holder = f"by {note['who']} on {note['computer']} since {since:%H:%M} on {since.day} {since:%B %Y}"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        holder = "in another window or on another computer"
    return f"“{path.name}” is already open, {holder}. Close it there first{OR_READ_ONLY}"
