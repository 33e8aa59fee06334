"""The status line: saved when, backed up how long ago, and what the page says."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from resources.wording import ago

_EVERY_MS = 30_000


class StatusLine(QFrame):
    """Tells that nothing waits to be saved and how old the last backup is."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._now = now
        self._saved: datetime | None = None
        self._backup: datetime | None = None
        self._page = ""
        self._note = ""
        self._label = QLabel()
        self._label.setMinimumWidth(1)  # a long line is cut rather than the window widened
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._label, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def set_saved(self, at: datetime) -> None:
        """The last change was saved at this time."""
        self._saved = at
        self.refresh()

    def set_backup(self, at: datetime | None) -> None:
        """The last backup was made at this time, or never."""
        self._backup = at
        self.refresh()

    def set_note(self, note: str) -> None:
        """Words that stand first while they are true: `Read only: open at the front desk PC`."""
        self._note = note
        self.refresh()

    def add_button(self, made: QWidget) -> None:
        """At the right: what a person can do about the note."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(made)

    def set_page(self, text: str) -> None:
        """What the page says of itself."""
        self._page = text
        self.refresh()

    @property
    def text(self) -> str:
        """The whole line."""
        return self._label.text()

    @Slot()
    def refresh(self) -> None:
        """Say it as it is now."""
        parts = [self._note, saved_words(self._saved), backup_words(self._backup, self._now()), self._page]
        self._label.setText(" · ".join(part for part in parts if part))
        self._label.setToolTip(self._label.text())
        self._label.setAccessibleName(f"Status: {self._label.text()}")


def saved_words(at: datetime | None) -> str:
    """`All changes saved 14:32`, in local time."""
    return f"All changes saved {at.astimezone():%H:%M}" if at is not None else "All changes saved"


def backup_words(at: datetime | None, now: datetime) -> str:
    """`last backup 20 minutes ago`."""
    return f"last backup {ago(at, now)}" if at is not None else "no backup yet"
