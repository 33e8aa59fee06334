"""The locked register of i-Work beside the office's file: made, opened, backed up and restored.

Nobody is in it again who was deleted from it for good: each opening and each restore takes out whoever is on the list
that is kept outside its backups.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.clock import now as the_clock
from desktop.vault_capabilities import VAULT_CAPABILITIES
from resources.database import Database, OpenFile, backups, open_file
from resources.database.backups import Backup
from resources.database.data_key import DataKey
from resources.database.in_use import take
from resources.database.keys import new_key
from resources.database.locked.keyring import Keyring
from resources.database.locked.passphrases import refuse_weak
from resources.database.locked.places import Places, left_beside, places_of
from resources.database.locked.purged_list import PurgedList
from resources.database.locked.recovery import RecoveryCode
from resources.database.refusals import DamagedFile
from resources.folders import sample_file
from resources.problem import Problem
from resources.wording import and_list, moment_words
from workforce.iwork.papers.recovery_sheet import save_recovery_sheet
from workforce.iwork.people.people import person
from workforce.iwork.people.purge import apply_purged
from workforce.iwork.profile.shipped import add_shipped_words

KEPT_FOR = timedelta(days=183)
"""Older backups go once there are newer ones of two days: what was deleted is not kept in copies for ever."""


class DamagedRegister(DamagedFile):
    """The register cannot be relied on, and this is the newest backup that can; None where there is none."""

    def __init__(self, sentence: str, backup: Backup | None) -> None:
        way_back = (
            "No backup of it opens either. Leave the folder as it is, and ask whoever looks after this computer."
            if backup is None
            else f"The newest whole backup is of {moment_words(backup.made_at)}: restore it. What stands here is kept "
            "aside."
        )
        super().__init__(f"{sentence} {way_back}")
        self.backup = backup


# Making and opening


def make_register(
    office: Path, passphrase: str, *, who: str, about: Iterable[str] = ()
) -> tuple[OpenFile, RecoveryCode]:
    """Begin a register beside the office's file; the code is for its recovery sheet and is told this once.

    `about` are names that would make a poor passphrase, beside the file's own.
    """
    passphrase = refuse_weak(passphrase, about=(office.stem, *about))
    opened, code = _begin(office, passphrase, who)
    add_shipped_words(opened.db)
    return opened, code


def make_sample_register(office: Path, passphrase: str, *, who: str) -> tuple[OpenFile, RecoveryCode]:
    """Begin one whose passphrase everybody may know: nobody in it is real."""
    return _begin(office, passphrase, who)


def _begin(office: Path, passphrase: str, who: str) -> tuple[OpenFile, RecoveryCode]:
    places = places_of(office)
    if places.is_there():
        raise Problem(
            f"There is a register in “{places.folder}” already. Unlock it, or restore a backup of it."
        )
    _put_aside_half_made(places)
    key, code = Keyring(places).begin(passphrase)
    return open_file(places.register, VAULT_CAPABILITIES, who=who, create=True, key=key), code


def _put_aside_half_made(places: Places) -> None:
    """Key files without a register are kept: what they open may have been moved away by hand, and come back."""
    left = [path for path in (places.passphrase_key, places.recovery_key, places.lock_note) if path.exists()]
    if left:
        stamp = datetime.fromtimestamp(left[0].stat().st_mtime, UTC)
        aside = places.folder / f"Earlier keys {stamp:%Y-%m-%d %H%M%S}"
        aside.mkdir(exist_ok=True)
        for path in left:
            os.replace(path, aside / path.name)


def open_register(
    office: Path, secret: str, *, who: str, read_only: bool = False, now: datetime | None = None
) -> OpenFile:
    """Open it with the passphrase, or the code of the recovery sheet.

    Raises `WrongSecret`, `DamagedRegister`, or what `open_file` raises; in each case everything is as it was.
    """
    return open_with_key(office, find_key(office, secret), who=who, read_only=read_only, now=now)


def find_key(office: Path, secret: str) -> DataKey:
    """What the passphrase or the code opens: slow, and in any thread. Raises `WrongSecret`."""
    return Keyring(_places(office)).unlock(secret)


def open_with_key(
    office: Path, key: DataKey, *, who: str, read_only: bool = False, now: datetime | None = None
) -> OpenFile:
    """Open it with its key: quick, and in the thread that is to use it."""
    places, now = _places(office), now or the_clock()
    opened = _opened(places, key, who=who, read_only=read_only)
    try:
        _take_out_purged(opened, places, now)
        if not read_only:
            Keyring(places).let_damaged_go()
            backups.thin(places.register, now=now, longest=KEPT_FOR, key=key)
    except BaseException:
        opened.close()
        raise
    return opened


def _places(office: Path) -> Places:
    places = places_of(office)
    if not places.is_there():
        told = left_words(office, left_behind(office)) or "Start one first."
        raise Problem(f"There is no i-Work register beside “{office.name}” yet. {told}")
    return places


# A register whose office was renamed


def left_behind(office: Path) -> list[Places]:
    """Registers beside the office's file that belong to no file any more; the sample county's is nobody's."""
    nobodys = places_of(sample_file()).folder
    return [one for one in left_beside(office) if one.folder != nobodys]


def left_words(office: Path, left: Sequence[Places]) -> str:
    """What is to be said of them, in one sentence; nothing where there is none."""
    if not left:
        return ""
    wanted, names = places_of(office).folder.name, and_list([f"“{one.folder.name}”" for one in left])
    if len(left) == 1:
        begins = f"The folder {names} beside this file holds a register, but belongs"
    else:
        begins = f"The folders {names} beside this file hold registers, but belong"
    which = "the register" if len(left) == 1 else "the right register"
    return (
        f"{begins} to no file of that name: if this file was called so before, take {which} over, and its folder "
        f"becomes “{wanted}”."
    )


def take_over(office: Path, left: Places) -> None:
    """Give a register that was left behind the name of this office's; it opens with the passphrase that it had."""
    wanted = places_of(office)
    if wanted.is_there():
        raise Problem(
            f"There is a register in “{wanted.folder}” already, so “{left.folder.name}” stays as it is."
        )
    if left.register.exists():
        take(left.register, "a register taken over").release()  # nobody has it open
    try:
        if wanted.folder.exists():  # keys of one that was never made whole
            wanted.folder.rename(wanted.folder.with_name(f"{wanted.folder.name}, begun {new_key()}"))
        left.folder.rename(wanted.folder)
    except OSError as error:
        raise Problem(
            f"The folder “{left.folder.name}” could not be renamed to “{wanted.folder.name}” ({error.strerror}). Close "
            "whatever has it open, and try again."
        ) from error


def _opened(places: Places, key: DataKey, *, who: str, read_only: bool) -> OpenFile:
    if not places.register.exists() and not backups.is_being_restored(places.register):
        sentence = f"“{places.register.name}” is missing from “{places.folder}”."
        raise DamagedRegister(sentence, _newest_whole(places, key))
    try:
        return open_file(places.register, VAULT_CAPABILITIES, who=who, read_only=read_only, key=key)
    except DamagedFile as problem:
        sentence = problem.sentence.partition(" Restore ")[0]
        if not Keyring(places).fits(key):
            sentence = f"The key files and “{places.register.name}” are of two registers."
        raise DamagedRegister(sentence, _newest_whole(places, key)) from problem


def _take_out_purged(opened: OpenFile, places: Places, now: datetime) -> None:
    listed = PurgedList(places).keys()
    if not opened.read_only:
        apply_purged(opened.db, listed, now=now)
    elif any(_is_here(opened.db, entry) for entry in listed):
        raise Problem(
            "Somebody who was deleted for good is in the register again: an older file was put in its place. Unlock it "
            "once to change it, not only to read, so that the deletion is done again."
        )


def _is_here(vault: Database, entry: str) -> bool:
    try:
        person(vault, entry.partition(" ")[0])
    except LookupError:
        return False
    return True


# The keys


def change_passphrase(office: Path, secret: str, passphrase: str, *, about: Iterable[str] = ()) -> None:
    """Another passphrase, by the one in force or by the recovery sheet. Whoever has the register open keeps it open."""
    passphrase = refuse_weak(passphrase, about=(office.stem, *about))
    Keyring(_places(office)).change_passphrase(secret, passphrase)


def new_recovery_code(office: Path, secret: str) -> RecoveryCode:
    """A code for a new sheet, told this once; the old sheet is of no more use."""
    return Keyring(_places(office)).new_recovery_code(secret)


def save_sheet(office: Path, code: RecoveryCode, path: Path, *, today: date) -> None:
    """The recovery sheet in Word. The code stands nowhere else: it is printed, and the file deleted."""
    save_recovery_sheet(path, code, register_id=Keyring(_places(office)).register_id(), day=today)


def prove_recovery(office: Path, typed: str, *, today: date) -> None:
    """The code was typed from the sheet and opens the register."""
    Keyring(_places(office)).prove(typed, today=today)


def recovery_proved_on(office: Path) -> date | None:
    """When the sheet in force was proved; None until it is. Told without unlocking anything."""
    return Keyring(places_of(office)).proved_on()


# Backups


def make_backup(opened: OpenFile, *, reason: str, now: datetime) -> Backup:
    """A copy, locked with the same key and proved whole; then what age has made spare is removed. In any thread."""
    db = opened.connection(read_only=True)
    try:
        return back_up(db, opened.path, reason=reason, now=now)
    finally:
        db.close()


def back_up(db: Database, register: Path, *, reason: str, now: datetime) -> Backup:
    """The same by a connection that is there."""
    made = backups.make(db, register, reason=reason, now=now)
    backups.thin(register, now=now, longest=KEPT_FOR, key=db.key)
    return made


def backups_of(office: Path) -> list[Backup]:
    """Newest first, whole or not. Told without unlocking anything."""
    return backups.listed(places_of(office).register)


def restore(office: Path, backup: Backup, secret: str, *, who: str, now: datetime) -> Path | None:
    """Put a backup in the closed register's place, without whoever was deleted for good since it was made.

    Returns where the register that stood there is kept; None when there was none.
    """
    places = _places(office)
    key = Keyring(places).unlock(secret)
    purged = PurgedList(places)
    if not purged.can_be_trusted():
        raise Problem(
            f"“{places.purged.name}”, the list of who was deleted for good, cannot be read, so nothing is restored: it "
            "would bring them back. Put a copy of that file back first."
        )
    aside = backups.restore(backup, places.register, now=now, key=key)
    opened = _opened(places, key, who=who, read_only=False)
    try:
        _take_out_purged(opened, places, now)
    finally:
        opened.close()
    return aside


def _newest_whole(places: Places, key: DataKey) -> Backup | None:
    for backup in backups.listed(places.register):
        with suppress(Problem):
            backups.check(backup, key=key)
            return backup
    return None
