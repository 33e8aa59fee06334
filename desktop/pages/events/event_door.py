"""The door of an event, opened from the forums' page."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.events.door import DoorWindow
from desktop.shell.page import Desk
from engagement.forums.events import Event


class EventDoor(QObject):
    """`window` while it is open; `left` when it was closed. `current` gives the event."""

    left = Signal()

    def __init__(
        self, desk: Desk, page: QWidget, current: Callable[[], Event | None], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._current, self._now = desk, page, current, now
        self.window: DoorWindow | None = None

    def open(self) -> None:
        """Over the whole screen."""
        event = self._current()
        if event is not None:
            self.window = DoorWindow(self._desk, event.id, now=self._now, parent=self._page)
            self.window.closed.connect(self._closed)
            self.window.showFullScreen()

    @Slot()
    def _closed(self) -> None:
        self.window = None
        self.left.emit()
