"""What is done about the lock of the register: each act asks, and whatever is slow runs beside the window."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import iwork_register
from desktop.dialogs.iwork.lock import AskPassphrase, ChangePassphrase, LockAfter, NewPassphrase
from desktop.dialogs.iwork.recovery_sheet import RecoverySheet
from desktop.locking.register_lock import LOCK_AFTER, RegisterLock
from desktop.pages.iwork.unlocking import Unlocking
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from engagement.register.council import council
from resources.database import backups
from resources.database.backups import Backup
from resources.database.locked.recovery import RecoveryCode
from resources.wording import count_of, moment_words
from workforce.iwork.register_settings import set_setting


class LockActs:
    """`desk` is on the register, `office` on the office's file; `changed` is called when something else is so now."""

    def __init__(
        self,
        desk: Desk,
        office: Desk,
        view: QWidget,
        today: Callable[[], date],
        changed: Callable[[], object],
    ) -> None:
        self._desk, self._office, self._view = desk, office, view
        self._today, self._changed = today, changed
        self.lock: RegisterLock | None = None
        self.unlocking: Unlocking | None = None

    @property
    def _path(self) -> Any:
        return self._office.opened.path

    def is_attached(self) -> bool:
        """Whether the register stands under a lock: an unlocked copy has none."""
        return self.lock is not None

    def may_change(self) -> bool:
        """Whether the lock can be changed here."""
        return self.is_attached() and not self._desk.opened.read_only

    def lock_now(self) -> None:
        """Lock it."""
        if self.lock is not None:
            self.lock.ask("")

    # The lock

    def change_passphrase(self) -> None:
        """Another passphrase."""
        name = council(self._office.db)
        about = [self._path.stem, *([name] if name else [])]
        dialog = ChangePassphrase(about, self._view)
        dialog.ask_job(
            self._desk.jobs,
            "Changing the passphrase",
            partial(_change, self._path, about),
            self._passphrase_changed,
        )

    def _passphrase_changed(self, _result: object) -> None:
        self._desk.messages.done("Changed the passphrase", undo=False)

    def new_sheet(self) -> None:
        """A new recovery sheet; the old one is of no more use."""
        dialog = AskPassphrase(
            "New recovery sheet",
            "Make the sheet",
            "The code of the old sheet opens nothing from then on. Destroy it once the new one is proved.",
            self._view,
        )
        make = partial(iwork_register.new_recovery_code, self._path)
        dialog.ask_job(self._desk.jobs, "Making a new recovery code", make, self.show_sheet)

    def show_sheet(self, code: RecoveryCode | None = None) -> None:
        """Show a new code and have it typed back; without a code, that of the sheet in force is typed."""
        self._changed()
        save = None if code is None else partial(self._save_sheet, code)
        dialog = RecoverySheet(code, self._view, save=save)
        prove = partial(_prove, self._path, self._today())
        dialog.ask_job(self._desk.jobs, "Trying the code of the sheet", prove, self._proved)

    def _save_sheet(self, code: RecoveryCode, over: QWidget) -> bool:
        path = ask_path(over, "Save the recovery sheet", "i-Work recovery sheet", ".docx", WORD_FILES)
        if path is None:
            return False
        iwork_register.save_sheet(self._path, code, path, today=self._today())
        self._desk.messages.done("Saved the recovery sheet. Print it, then delete the file", undo=False)
        return True

    def _proved(self, _result: object) -> None:
        self._changed()
        self._desk.messages.done("The recovery sheet opens the register", undo=False)

    def minutes(self) -> None:
        """After how many minutes it locks."""
        if self.lock is not None:
            LockAfter(self.lock.minutes, self._view).ask(self._minutes_given)

    def _minutes_given(self, minutes: int) -> None:
        said = f"Set the register to lock after {count_of(minutes, 'minute')}"
        set_setting(self._desk.db, LOCK_AFTER, str(minutes), action=said)
        self._desk.messages.done(said)

    # Backups

    def back_up(self) -> None:
        """Back it up now, under the same lock."""
        if self.lock is not None and self.lock.keeper is not None:
            self.lock.keeper.back_up()

    def check(self, backup: Backup) -> None:
        """Whether a backup is whole."""
        backups.check(backup, key=self._desk.opened.key)
        self._desk.messages.done(f"The backup of {moment_words(backup.made_at)} is whole", undo=False)

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the register, which locks first."""
        dialog = AskPassphrase(
            f"Restore the backup of {moment_words(backup.made_at)}",
            "Lock and restore",
            "What was done since then leaves the register, which is kept aside as it stands now. Whoever was deleted "
            "for good since stays deleted.",
            self._view,
        )
        find = partial(_with_secret, self._path)
        dialog.ask_job(self._desk.jobs, "Trying the passphrase", find, partial(self._restore, backup))

    def _restore(self, backup: Backup, secret: str) -> None:
        if self.unlocking is not None and self.lock is not None:
            self.unlocking.restore_when_locked(backup, secret)
            self.lock.ask("")


def _change(path: Any, about: list[str], told: NewPassphrase) -> None:
    iwork_register.change_passphrase(path, told.secret, told.passphrase, about=about)


def _prove(path: Any, today: date, typed: str) -> None:
    iwork_register.prove_recovery(path, typed, today=today)


def _with_secret(path: Any, secret: str) -> str:
    iwork_register.find_key(path, secret)
    return secret
