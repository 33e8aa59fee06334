"""A pane that follows the cursor without holding it up: drawn at once, and when rows fly past, once they rest."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_REST_MS = 90


class Settling(QObject):
    """`ask` draws at once when the last drawing was a while ago, else as soon as nothing more is asked."""

    def __init__(self, draw: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._draw, self._page, self._last = draw, parent, 0.0
        self._due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._rest)

    def ask(self) -> None:
        """Draw now or soon."""
        self._due = True
        if time.monotonic() - self._last > _REST_MS / 1000:
            self.now()
        else:
            self._timer.start()

    @Slot()
    def _rest(self) -> None:
        if self._page.isVisible():  # a page that was left may have lost its file
            self.catch_up()

    def catch_up(self) -> None:
        """Draw what the page was left before it could be drawn."""
        if self._due:
            self.now()

    def now(self) -> None:
        """Draw now; nothing waits then."""
        self._timer.stop()
        self._due = False
        self._draw()
        self._last = time.monotonic()
