"""Files kept beside the office's file, such as evidence of claims, in its backups and back from them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.capabilities import KEPT
from desktop.capability_record import KeptBeside
from resources.database import Database, backups
from resources.database.backups import Backup
from resources.files.kept_files import Copied, Fault, copy_missing, faults_in, names_in, put_right
from resources.folders import backup_folder
from resources.problem import Problem
from resources.wording import count_of


class LeftOut(Problem):
    """The backup itself was made, or restored; some of the files kept beside it did not come along."""


@dataclass(frozen=True)
class BackedUp:
    """A backup, and what stood in the way of files that should have gone with it."""

    backup: Backup
    left_out: LeftOut | None = None


def make_backup(db: Database, file: Path, *, reason: str, now: datetime) -> BackedUp:
    """Back up the file, then copy what is kept beside it and is not among its backups yet."""
    made = backups.make(db, file, reason=reason, now=now)
    details: list[str] = []
    for kept in KEPT:
        copied = copy_missing(kept.beside(file), _copies(kept, backup_folder(file)))
        details += _told(copied.faults, _words(kept, db))
    if not details:
        return BackedUp(made)
    return BackedUp(
        made, LeftOut(_left_out(len(details), "be copied to the backups"), details=tuple(details))
    )


def _left_out(number: int, what: str) -> str:
    files = count_of(number, "file kept beside it", "files kept beside it")
    return f"The database is backed up, but {files} could not {what}. Look at the list, and at the drive."


def bring_back(file: Path, folder: Path | None = None) -> Copied:
    """After a restore: what is missing beside the file is copied from beside the backup."""
    names: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    for kept in KEPT:
        copied = copy_missing(_copies(kept, folder or backup_folder(file)), kept.beside(file))
        names, faults = names + copied.names, faults + copied.faults
    return Copied(names, faults)


def put_back(db: Database, file: Path) -> int:
    """Bring back what is missing or altered from its copies among the backups; how many files came."""
    number, details = 0, list[str]()
    for kept in KEPT:
        names = [one.name for one in kept.known(db)]
        copied = put_right(_copies(kept, backup_folder(file)), kept.beside(file), names)
        number += len(copied.names)
        details += _told(copied.faults, _words(kept, db))
    if details:
        raise LeftOut(
            f"{count_of(len(details), 'file')} could not be brought back. Look at the list, and at the drive.",
            details=tuple(details),
        )
    return number


def sentences(db: Database, file: Path) -> list[str]:
    """How files kept and their copies stand, by their names alone: quick, for a page."""
    return [told for kept in KEPT if (told := _sentence(kept, db, file))]


def _sentence(kept: KeptBeside, db: Database, file: Path) -> str:
    known = {one.name for one in kept.known(db)}
    here = names_in(kept.beside(file))
    copies = names_in(_copies(kept, backup_folder(file)))
    if not known:
        return ""
    told = f"{count_of(len(known), kept.one, kept.many)}: {_with_backups(known, here, copies)}."
    return f"{told}{_gone(len(known - here), len(known - here - copies))}"


def _with_backups(known: set[str], here: set[str], copies: set[str]) -> str:
    if known <= copies:
        return "kept with the backups"
    waiting = len(known & here - copies)
    later = f", {waiting:,} to go with the next one" if waiting else ""
    return f"{len(known & copies):,} kept with the backups{later}"


def _gone(missing: int, lost: int) -> str:
    """What is not beside the file, and what of that is not among the backups either."""
    back = missing - lost
    told = f" {_are(back)} missing beside this file and can be brought back." if back else ""
    return told + (f" {_are(lost)} missing here and among the backups: attach again." if lost else "")


def _are(number: int) -> str:
    return f"{number:,} {'is' if number == 1 else 'are'}"


def is_missing(db: Database, file: Path) -> bool:
    """Whether some file that the database names is not beside it."""
    return any({one.name for one in kept.known(db)} - names_in(kept.beside(file)) for kept in KEPT)


def number_known(db: Database) -> int:
    """How many files the database names."""
    return sum(len(kept.known(db)) for kept in KEPT)


def faults(db: Database, file: Path) -> list[str]:
    """What is missing or altered, beside the file and among its backups: every byte is read."""
    found = []
    for kept in KEPT:
        words = _words(kept, db)
        copies = _copies(kept, backup_folder(file))
        found += [f"{one}, beside the file" for one in _told(faults_in(kept.beside(file), words), words)]
        # what no backup was made of since it was added is not missed among the copies
        found += [f"{one}, among the backups" for one in _told(faults_in(copies, names_in(copies)), words)]
    return found


def _copies(kept: KeptBeside, folder: Path) -> Path:
    return folder / kept.folder


def _words(kept: KeptBeside, db: Database) -> dict[str, str]:
    return {one.name: one.words for one in kept.known(db)}


def _told(some: tuple[Fault, ...] | list[Fault], words: dict[str, str]) -> list[str]:
    return [f"{words.get(one.name, f'“{one.name}”')}: {one.why}" for one in some]
