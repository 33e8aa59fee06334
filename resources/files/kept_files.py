"""Files that never change, named by their SHA-256, beside the office's file, and copies of them elsewhere."""

import os
import re
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from resources.files.sha256 import sha256_of

_NAME = re.compile(r"([0-9a-f]{64})(\.\w+)?")
_PART = ".part"
_LEFT_OVER = 60  # seconds without a byte written, after which nobody is copying any more


@dataclass(frozen=True)
class KeptFile:
    """A file that the database knows of. `name` is that in the folder, `words` what people call it."""

    name: str
    words: str


@dataclass(frozen=True)
class Fault:
    """A file that is not as it was kept, or could not be copied, and why."""

    name: str
    why: str


@dataclass(frozen=True)
class Copied:
    """What came of copying one folder into another."""

    names: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def names_in(folder: Path) -> set[str]:
    """What is kept there; anything whose name is no SHA-256 was put there by somebody else."""
    with suppress(OSError):
        return {one.name for one in folder.iterdir() if _NAME.fullmatch(one.name)}
    return set()


def name_for(sha256: str, called: str) -> str:
    """Known by its bytes; the ending stays, so that it opens."""
    ending = Path(called).suffix.lower()
    return f"{sha256}{ending if ending.removeprefix('.').isalnum() else ''}"


def copy_missing(source: Path, target: Path) -> Copied:
    """Copy what `target` lacks, once each, and prove each copy. What cannot be copied is said, and the rest goes on."""
    lacking = sorted(names_in(source) - names_in(target))
    _sweep(target)
    copied, faults = [], []
    for name in lacking:
        why = _copied(source / name, target / name)
        if why:
            faults.append(Fault(name, why))
        else:
            copied.append(name)
    return Copied(tuple(copied), tuple(faults))


def _copied(source: Path, target: Path) -> str:
    """Why it was not copied; '' where it was."""
    try:
        if not is_whole(source):
            return "it was altered since it was kept"
        target.parent.mkdir(parents=True, exist_ok=True)
        return "" if copy_whole(source, target) else "the copy was not whole"
    except OSError as error:
        return error.strerror or "the drive did not take it"


def copy_whole(source: Path, target: Path) -> bool:
    """Copy under a name of its own, then move it into its place: whole, proved by the name, or not at all."""
    part = target.with_name(f"{target.name}.{os.getpid()}{_PART}")
    try:
        with source.open("rb") as read, part.open("wb") as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            os.fsync(written.fileno())
        if sha256_of(part) != _sha256(target):
            return False
        os.replace(part, target)
        return True
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def is_whole(path: Path) -> bool:
    """Whether a kept file's bytes are still those that its name was made from."""
    return sha256_of(path) == _sha256(path)


def _sha256(path: Path) -> str:
    return path.name.partition(".")[0]


def _sweep(folder: Path) -> None:
    """Clear away what a killed program left half copied."""
    for part in folder.glob(f"*{_PART}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _LEFT_OVER:
                part.unlink()


def faults_in(folder: Path, names: Iterable[str]) -> list[Fault]:
    """Which of these are missing there, and which altered; every byte is read."""
    found = []
    for name in sorted(set(names)):
        try:
            if not is_whole(folder / name):
                found.append(Fault(name, "altered"))
        except FileNotFoundError:
            found.append(Fault(name, "missing"))
        except OSError as error:
            found.append(Fault(name, f"not readable ({error.strerror})"))
    return found


def put_right(source: Path, target: Path, names: Iterable[str]) -> Copied:
    """Bring back from `source` what `target` lacks and, of these `names`, what was altered there.

    An altered file stays beside the one that takes its place, under a name that says so.
    """
    for fault in faults_in(target, names):
        if fault.why == "altered":
            with suppress(OSError):
                if is_whole(source / fault.name):
                    os.replace(target / fault.name, target / f"altered {fault.name}")
    return copy_missing(source, target)
