"""Notes at an item, which keep themselves while a meeting goes on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

PAUSE = 1500
"""Milliseconds without a key after which notes are kept."""


class NotesBox(QPlainTextEdit):
    """Notes that keep themselves: after a pause, and when they are left or put away.

    `keep(item, text)` writes them. What stands in the box is never taken from under the hands that type it.
    """

    kept = Signal()

    def __init__(self, keep: Callable[[str, str], object]) -> None:
        super().__init__()
        self._keep, self._item, self._held = keep, "", ""
        self.setAccessibleName("Notes")
        self.setTabChangesFocus(True)
        self.setPlaceholderText("What is said at this item. A line that begins with a dash becomes a point.")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._wait)

    @property
    def is_kept(self) -> bool:
        """Whether everything that stands here is in the file."""
        return self.toPlainText().strip() == self._held

    def show_notes(self, item: str, notes: str) -> None:
        """The notes of an item, as they stand in the file; what was typed and is not kept yet stays."""
        if item != self._item:
            self.flush()
        elif notes == self._held or not self.is_kept:
            return
        self._item, self._held = item, notes
        self.blockSignals(True)
        self.setPlainText(notes)
        self.blockSignals(False)
        self._timer.stop()

    @Slot()
    def flush(self) -> None:
        """Keep what was typed."""
        waited, text = self._timer.isActive(), self.toPlainText().strip()
        self._timer.stop()
        if self._item and text != self._held:
            self._held = text
            self._keep(self._item, text)
        if waited:
            self.kept.emit()

    @Slot()
    def _wait(self) -> None:
        self._timer.start()
        self.kept.emit()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Qt's; leaving the notes keeps them."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's; so does putting them away."""
        super().hideEvent(event)
        self.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's; the window closes its file before it hides what stands in it."""
        super().showEvent(event)
        self.window().installEventFilter(self)  # a second time changes nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; what was typed is kept before the window closes."""
        if event.type() is QEvent.Type.Close and watched is self.window():
            self.flush()
        return super().eventFilter(watched, event)
