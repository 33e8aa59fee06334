"""Counting who is reached: at once, or beside the window where the register is large."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.forums.reach.answering import Answer, answer, is_large
from engagement.forums.reach.question import ReachQuestion
from resources.database import OpenFile


class Counting(QObject):
    """One count at a time: what is asked meanwhile is counted after it. `found` carries the answer to the last."""

    found = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_counting = False
        self._next: ReachQuestion | None = None

    def ask(self, question: ReachQuestion) -> None:
        """Count for these choices."""
        if not is_large(self._desk.db):
            self.found.emit(answer(self._desk.db, question))
        elif self._is_counting:
            self._next = question
        else:
            self._is_counting = True
            self._desk.jobs.run(
                "Counting who is reached", partial(_read, self._desk.opened, question), done=self._arrived,
                stopped=self._stop, writes=False,
            )  # fmt: skip

    def _arrived(self, found: Answer) -> None:
        self._is_counting = False
        following, self._next = self._next, None
        if following is not None:
            self.ask(following)
        else:
            self.found.emit(found)

    def _stop(self) -> None:
        self._is_counting, self._next = False, None
        self.stopped.emit()


def _read(opened: OpenFile, question: ReachQuestion, progress: Progress) -> Answer:
    db = opened.connection(read_only=True)
    try:
        return answer(db, question, progress.step)
    finally:
        db.close()
