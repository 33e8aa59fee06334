"""The register of i-Work while it is open: what watches over it, and how it is closed again."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop import iwork_register
from desktop.backing_up import BackupKeeper
from desktop.kept_with_backups import BackedUp
from desktop.locking.clipboard import OurClipboard
from desktop.locking.idle import MOST_MINUTES, Idle
from desktop.locking.screen_lock import ScreenLock
from desktop.shell.jobs import JobRunner
from desktop.shell.messages import Messages
from resources.database import Database, OpenFile
from resources.database.data_key import DataKey
from resources.problem import Problem
from resources.wording import count_of
from workforce.iwork.register_settings import number_setting

LOCK_AFTER = "lock_after_minutes"
"""The setting of the register that says after how many minutes it locks."""


class RegisterLock(QObject):
    """`asked` when it has to lock, with the reason; who hears it puts everything away and calls `close`.

    It is heard when nothing else is being done: what is put away may be what was just pressed.
    """

    asked = Signal(str)
    warned = Signal()
    returned = Signal()
    _asked_for = Signal(str)

    def __init__(
        self,
        office: OpenFile,
        *,
        is_seen: Callable[[], bool],
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._now = office, now
        self.opened: OpenFile | None = None
        self.keeper: BackupKeeper | None = None
        self.idle, self.screen = Idle(now, ticks, self), ScreenLock(self)
        self._clipboard = OurClipboard(is_seen, self)
        self.idle.warned.connect(self.warned)
        self.idle.returned.connect(self.returned)
        self.idle.expired.connect(self._nobody_there)
        self.screen.locked.connect(self._screen_locked)
        self._asked_for.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def path(self) -> Path:
        """The office's file, beside which the register stands."""
        return self._office.path

    @property
    def minutes(self) -> int:
        """After how many minutes in which nobody does anything it locks."""
        return int(self.idle.limit / timedelta(minutes=1))

    def open(self, key: DataKey, who: str) -> OpenFile:
        """Open it. Raises what `open_with_key` raises."""
        self.opened = iwork_register.open_with_key(
            self.path, key, who=who, read_only=self._office.read_only, now=self._now()
        )
        self.opened.db.on_change.append(self._note)
        return self.opened

    def watch(self, jobs: JobRunner, messages: Messages, *, window_id: int, by_itself: bool) -> None:
        """Watch over it from now on, and back it up in the course of the day unless `by_itself` is off."""
        assert self.opened is not None
        self.keeper = BackupKeeper(
            self.opened, jobs, messages, by_itself=by_itself, now=self._now, make=_make_backup, parent=self
        )
        self.begin_idle()
        self.screen.begin(window_id)
        self._clipboard.begin()

    def begin_idle(self) -> None:
        """Count the minutes from now on, as many as the register says."""
        assert self.opened is not None
        self.idle.begin(number_setting(self.opened.db, LOCK_AFTER, MOST_MINUTES))

    @Slot(object)
    def follow(self, _change: object = None) -> None:
        """Count other minutes where a change, or its undo, set others."""
        if (
            self.opened is not None
            and number_setting(self.opened.db, LOCK_AFTER, MOST_MINUTES) != self.minutes
        ):
            self.begin_idle()

    def ask(self, reason: str) -> None:
        """It has to lock, as soon as what is being done is over."""
        self._asked_for.emit(reason)

    def close(self, *, back_up: bool = True) -> Problem | None:
        """Watch no more, back up what changed, close the file; says what stood in the way of the backup."""
        self.idle.end()
        self.screen.end()
        self._clipboard.end()
        opened, self.opened = self.opened, None
        keeper, self.keeper = self.keeper, None
        if opened is None:
            return None
        try:
            if keeper is not None:
                keeper.stop()
            return keeper.finish() if keeper is not None and back_up else None
        finally:
            opened.db.on_change.clear()
            opened.close()
            if keeper is not None:
                keeper.deleteLater()

    @Slot(str)
    def _pass_on(self, reason: str) -> None:
        if self.opened is not None:
            self.asked.emit(reason)

    @Slot()
    def _nobody_there(self) -> None:
        self.ask(f"It locked after {count_of(self.minutes, 'minute')} in which nobody did anything.")

    @Slot()
    def _screen_locked(self) -> None:
        self.ask("It locked with the screen of this computer.")

    def _note(self, _change: object) -> None:
        self.idle.note()


def _make_backup(db: Database, file: Path, *, reason: str, now: datetime) -> BackedUp:
    return BackedUp(iwork_register.back_up(db, file, reason=reason, now=now))
