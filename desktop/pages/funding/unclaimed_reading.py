"""Who has not claimed is found at once, or beside the window where the register is large."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database import Database, OpenFile
from workforce.funding.decisions.answering import ChangedAnswer, answers_now
from workforce.funding.decisions.keeping import KeptDecision, decisions
from workforce.funding.unclaimed.unclaimed import Found, Step, find_unclaimed, is_large

WHAT = "Finding who has not claimed"


@dataclass(frozen=True)
class Read:
    """The list, and past decisions with those that would come out differently."""

    found: Found
    decisions: tuple[KeptDecision, ...]
    changed: tuple[ChangedAnswer, ...]


def read(db: Database, on: date, step: Step = lambda done, total, words: None) -> Read:
    """As at a day."""
    found = find_unclaimed(db, on=on, step=step)
    held = tuple(decisions(db))
    return Read(found, held, tuple(answers_now(db)) if held else ())


class UnclaimedReading(QObject):
    """One reading at a time: what is asked meanwhile is read after it. `read` carries the last."""

    read = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_working = False
        self._next: date | None = None

    def ask(self, on: date) -> None:
        """Read as at this day."""
        if not is_large(self._desk.db):
            self.read.emit(read(self._desk.db, on))
        elif self.is_working:
            self._next = on
        else:
            self.is_working = True
            self._desk.jobs.run(
                WHAT,
                partial(_read, self._desk.opened, on),
                done=self._arrived,
                stopped=self._stop,
                writes=False,
            )

    def _arrived(self, found: Read) -> None:
        self.is_working = False
        following, self._next = self._next, None
        if following is not None:
            self.ask(following)
        else:
            self.read.emit(found)

    def _stop(self) -> None:
        self.is_working, self._next = False, None
        self.stopped.emit()


def _read(opened: OpenFile, on: date, progress: Progress) -> Read:
    db = opened.connection(read_only=True)
    try:
        return read(db, on, progress.step)
    finally:
        db.close()
