"""Backups of the file that is open: when asked for, in the course of the day, and on closing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.kept_with_backups import BackedUp, make_backup
from desktop.shell.jobs import JobRunner, Progress
from desktop.shell.messages import Messages
from resources.database import Database, OpenFile, backups, history
from resources.problem import Problem

BACKUP_AFTER = timedelta(hours=12)
"""A file that changes is backed up this often while it is open."""

TRY_AGAIN_AFTER = timedelta(hours=1)
"""A backup that could not be made is not tried, nor complained of, more often."""

_LOOK_EVERY_MS = 20_000


class BackupKeeper(QObject):
    """Looks after one open file. `made` tells of each backup; sample data is backed up only when asked for.

    `make` writes one and lets go of those that age has made spare: another file than the office's has nothing kept
    beside it, and its backups may have to go sooner.
    """

    made = Signal(object)

    def __init__(
        self,
        opened: OpenFile,
        jobs: JobRunner,
        messages: Messages,
        *,
        by_itself: bool,
        now: Callable[[], datetime],
        make: Callable[..., BackedUp] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make or _make_and_thin
        self._opened, self._jobs, self._messages, self._now = opened, jobs, messages, now
        self._by_itself = by_itself and not opened.read_only
        self._tried: datetime | None = None
        listed = backups.listed(opened.path)
        self.last = listed[0].made_at if listed else None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.back_up_when_due)
        if self._by_itself:
            self._timer.start()

    def back_up(self) -> None:
        """Make a backup now, beside the work, and say so."""
        self._run("asked for", self._say_so)

    @Slot()
    def back_up_when_due(self) -> None:
        """Make one when something changed since the last, and that is half a day old."""
        if not self._by_itself or self._jobs.busy or self._was_lately(self._tried, TRY_AGAIN_AFTER):
            return
        if not self._was_lately(self.last, BACKUP_AFTER) and self._has_changed():
            self._tried = self._now()
            self._run("in the course of the day", self._note)

    def finish(self) -> Problem | None:
        """Back up what changed since the last backup, before the file is closed; what stood in the way, if anything."""
        if not self._by_itself or not self._has_changed():
            return None
        try:
            made = self._make(self._opened.db, self._opened.path, reason="on closing", now=self._now())
        except Problem as problem:
            return problem
        return made.left_out

    def stop(self) -> None:
        """No more backups in the course of the day."""
        self._timer.stop()

    def _was_lately(self, at: datetime | None, age: timedelta) -> bool:
        return at is not None and self._now() - at < age

    def _has_changed(self) -> bool:
        """The history tells seconds apart, no less: what was done in the second of the last backup counts as since."""
        newest = history.entries(self._opened.db, limit=1)
        return bool(newest) and (self.last is None or newest[0].at >= self.last.replace(microsecond=0))

    def _run(self, reason: str, done: Callable[[BackedUp], object]) -> None:
        work = partial(_back_up, self._make, self._opened, reason, self._now)
        self._jobs.run("Backing up", work, done=done, writes=False)

    def _say_so(self, made: BackedUp) -> None:
        self._note(made)
        if made.left_out is None:
            self._messages.done("Backed up", undo=False)

    def _note(self, made: BackedUp) -> None:
        self.last = made.backup.made_at
        self.made.emit(made.backup)
        if made.left_out is not None:
            self._messages.problem(made.left_out)


def _back_up(
    make: Callable[..., BackedUp],
    opened: OpenFile,
    reason: str,
    now: Callable[[], datetime],
    progress: Progress,
) -> BackedUp:
    progress.step(0, 0, "Copying the file and proving the copy")
    db = opened.connection(read_only=True)
    try:
        return make(db, opened.path, reason=reason, now=now())
    finally:
        db.close()


def _make_and_thin(db: Database, file: Path, *, reason: str, now: datetime) -> BackedUp:
    made = make_backup(db, file, reason=reason, now=now)
    backups.thin(file, now=now)
    return made
