"""What the program says back: a finished act with Undo, a Problem, and our own faults."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.shell.undo import UndoKeeper
from resources.problem import Problem

OUR_FAULT = (
    "Something in the program went wrong, and what you were doing was not saved. "
    "The rest of your data is as it was; you can go on working."
)
COVERED = (
    "What you did was refused. Why is not said while you see what the public may see, since it may name what is "
    "covered. Show everything again, and do it once more."
)


class Messages(QObject):
    """Says things to the person; the window shows them, and a screen reader hears them."""

    toasted = Signal(str, bool)
    refused = Signal(object)
    moved_on = Signal()
    forgotten = Signal()
    _raised = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._raised.connect(self._sort_out)
        self.roll_back: Callable[[], object] | None = None
        self.log: logging.Logger | None = None
        self.said_of: UndoKeeper | None = None
        self.is_covered: Callable[[], bool] = _never
        """Whether nothing is said that may name what the lens covers."""

    def done(self, text: str, *, undo: bool = True, of: UndoKeeper | None = None) -> None:
        """Say that an act is finished, with Undo for eight seconds when the act can be undone.

        `of` is whose last change that takes back, where it is not the window's file.
        """
        self.said_of = of
        if not self.is_covered():
            self.toasted.emit(text, undo)

    def problem(self, problem: Problem) -> None:
        """Show a Problem until it is closed; under the lens it is told without its words."""
        self.refused.emit(Problem(COVERED) if self.is_covered() else problem)

    def move_on(self) -> None:
        """The person looks at something else: a Problem of what was left behind is no longer shown."""
        self.moved_on.emit()

    def forget(self) -> None:
        """Nothing that was said may be read any more."""
        self.forgotten.emit()

    def raised(self, error: BaseException) -> None:
        """Show what was raised: a Problem in its words, anything else as our fault. Any thread may call."""
        self._raised.emit(error)

    @Slot(object)
    def _sort_out(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self.problem(error)
            return
        if self.roll_back is not None:
            with suppress(Exception):  # the last resort goes on whatever else is broken
                self.roll_back()
        if self.log is not None:
            self.log.error("%s", without_personal_data(error))
        self.refused.emit(Problem(OUR_FAULT, details=(f"For the program's makers: {_place(error)}",)))


def _never() -> bool:
    return False


class LastResort:
    """Python's hooks for what nobody caught, turned to Messages while installed."""

    def __init__(self, messages: Messages, log_folder: Path | None = None) -> None:
        self._messages = messages
        self._before = sys.excepthook
        self._before_threads = threading.excepthook
        if log_folder is not None:
            messages.log = open_log(log_folder)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Give back the hooks that stood before, and close the log."""
        sys.excepthook = self._before
        threading.excepthook = self._before_threads
        if self._messages.log is not None:
            for handler in list(self._messages.log.handlers):
                handler.close()
                self._messages.log.removeHandler(handler)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        self._messages.raised(error)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._messages.raised(caught.exc_value)


def open_log(folder: Path) -> logging.Logger:
    """The program's log file, kept small; without one where the folder refuses."""
    log = logging.getLogger("provider-desk")
    log.propagate = False
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "provider-desk.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
    return log


def without_personal_data(error: BaseException) -> str:
    """Where it happened, line by line, without the message or any value: those may name people."""
    steps = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(step.filename).name}:{step.lineno} in {step.name}" for step in steps]
    return "\n".join([type(error).__name__, *places])


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text` without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _place(error: BaseException) -> str:
    steps = traceback.extract_tb(error.__traceback__)
    if not steps:
        return type(error).__name__
    return f"{type(error).__name__} at {Path(steps[-1].filename).name}, line {steps[-1].lineno}"
