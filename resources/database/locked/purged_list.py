"""Who was purged from a locked register: keys alone, kept outside its backups, so that no restore brings them back."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
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
        """Put keys on the list, before what they name is deleted; nothing is ever taken off it."""
        everyone = self.keys() | set(keys)
        for path in self._files:
            if _read(path) != everyone:
                _write(path, everyone)


def _read(path: Path) -> frozenset[str] | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(key) for key in told["purged"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, keys: Iterable[str]) -> None:
    new = path.with_name(f"{path.name}.{new_key()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            json.dump({"purged": sorted(keys)}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError as error:
        raise Problem(
            f"The list of people who were deleted could not be written to “{path.parent}” ({error.strerror}), so "
            "nobody was deleted. Free some space, or check the folder."
        ) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
