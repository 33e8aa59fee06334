"""Whether anybody is there: how long no key was pressed and no mouse moved in the windows of this program."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow

MOST_MINUTES = 10
"""Nobody may choose to wait longer."""

WARNED_BEFORE = timedelta(minutes=1)
_LOOK_EVERY_MS = 1000
_DONE_BY_A_PERSON = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """`warned` a minute before `expired`; `returned` when somebody came back in that minute.

    Both the clock on the wall and the computer's own are asked: one of them goes on while the computer sleeps, and
    the other does not care whether somebody sets the clock back. The first key after a long sleep comes too late.
    """

    warned = Signal()
    returned = Signal()
    expired = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now, self._ticks = now, ticks
        self.limit = timedelta(minutes=MOST_MINUTES)
        self.is_watching, self._is_warned = False, False
        self._last, self._last_tick = now(), ticks()
        self._pointer = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, minutes: int = MOST_MINUTES) -> None:
        """Watch from now on."""
        self.end()
        self.limit = timedelta(minutes=max(1, min(minutes, MOST_MINUTES)))
        self.is_watching, self._is_warned = True, False
        self._last, self._last_tick = self._now(), self._ticks()
        self._watch_windows()
        _app().focusWindowChanged.connect(self._watch)
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        if self.is_watching:
            _app().focusWindowChanged.disconnect(self._watch)
            for window in QGuiApplication.allWindows():
                window.removeEventFilter(self)
        self.is_watching, self._is_warned = False, False
        self._timer.stop()

    def gone_for(self) -> timedelta:
        """How long nobody has done anything."""
        return max(self._now() - self._last, timedelta(seconds=self._ticks() - self._last_tick))

    def note(self) -> None:
        """Somebody is there. After the whole time it is too late to say so."""
        if not self.is_watching:
            return
        if self.gone_for() >= self.limit:
            self.expired.emit()
            return
        self._last, self._last_tick = self._now(), self._ticks()
        if self._is_warned:
            self._is_warned = False
            self.returned.emit()

    @Slot()
    def look(self) -> None:
        """Look at the clocks."""
        gone = self.gone_for()
        if not self.is_watching:
            return
        self._watch_windows()
        if gone >= self.limit:
            self.expired.emit()
        elif gone >= self.limit - min(WARNED_BEFORE, self.limit / 2) and not self._is_warned:
            self._is_warned = True
            self.warned.emit()

    def _watch_windows(self) -> None:
        for window in QGuiApplication.allWindows():
            self._watch(window)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        """What is pressed in a window comes to the window first; one that is watched already is so but once."""
        if window is not None and self.is_watching:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what a person does; nothing is kept from anybody."""
        if event.type() in _DONE_BY_A_PERSON or self._has_moved(event):
            self.note()
        return super().eventFilter(watched, event)

    def _has_moved(self, event: QEvent) -> bool:
        """A window that opens beneath a mouse at rest makes a movement that was none."""
        if event.type() != QEvent.Type.MouseMove or not isinstance(event, QMouseEvent):
            return False
        before, self._pointer = self._pointer, event.globalPosition()
        return before != self._pointer


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app
