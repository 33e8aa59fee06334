"""Who was purged from a locked register: keys alone, kept outside its backups, so that no restore brings them back."""

import errno
import json
import os
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path

from resources.database.keys import new_key
from resources.database.locked.places import Places
from resources.problem import Problem


class PurgedList:
    """The list, written twice: beside the register, and beside its backups for when the first is lost."""

    def __init__(self, places: Places) -> None:
        self._files = (places.purged, places.backups / places.purged.name)

    def keys(self) -> frozenset[str]:
        """Every key that either of the two holds. One that cannot be read counts for nothing while the other can."""
        return frozenset(key for path in self._files for key in _read(path) or ())

    def can_be_trusted(self) -> bool:
        """Whether nothing may have been lost from it: none of it is there but unreadable without the other."""
        there = [path for path in self._files if path.exists()]
        return not there or any(_read(path) is not None for path in there)

    def add(self, *keys: str) -> None:
        """Put keys on the list, before what they name is deleted."""
        if not self.can_be_trusted():
            raise Problem(
                f"“{self._files[0].name}”, the list of who was deleted for good, cannot be read, so nobody was "
                "deleted: it would be written over. Put a copy of that file back first."
            )
        everyone = self.keys() | set(keys)
        for path in self._files:
            if _read(path) != everyone:
                with _said(path, "so nobody was deleted. Free some space, or check the folder."):
                    _write(path, everyone)

    def take_off(self, *keys: str) -> None:
        """For a deletion that did not happen, and for nothing else: what was deleted stays on the list."""
        for path in self._files:
            held = _read(path) or frozenset()
            if held & set(keys):
                with _said(path, _STAYS):
                    _write_less(path, held - set(keys))


_STAYS = (
    "so the record stays on it, and is deleted when the register is next opened. Free some space: as long as the "
    "register is open, the deletion can be taken back."
)


@contextmanager
def _said(path: Path, so: str) -> Generator[None, None, None]:
    try:
        yield
    except OSError as error:
        raise Problem(
            f"The list of people who were deleted could not be written to “{path.parent}” ({error.strerror}), {so}"
        ) from error


def _read(path: Path) -> frozenset[str] | None:
    """What is not of our signs is no key of ours."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(key for key in map(str, told["purged"]) if key.isascii())
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _write_less(path: Path, keys: Iterable[str]) -> None:
    try:
        _write(path, keys)
    except OSError:
        _write_over(path, keys)


def _write_over(path: Path, keys: Iterable[str]) -> None:
    """In the room that the file has: a full disk has none for another one."""
    words, size = json.dumps({"purged": sorted(keys)}).encode(), path.stat().st_size
    if len(words) > size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with path.open("r+b") as file:
        file.write(words.ljust(size))
        file.flush()
        os.fsync(file.fileno())


def _write(path: Path, keys: Iterable[str]) -> None:
    new = path.with_name(f"{path.name}.{new_key()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            json.dump({"purged": sorted(keys)}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
