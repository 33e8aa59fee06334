"""The door: a laptop on a table with a queue in front. One field, one list, big counts, nothing else."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.pages.events.door_acts import DoorActs
from desktop.pages.events.door_face import DoorFace
from desktop.pages.events.door_finding import DoorFinding
from desktop.pages.events.door_keys import DoorKeys
from desktop.pages.events.door_showing import DoorShowing
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.before_the_day import before_the_day


class DoorWindow(QMainWindow):  # a plain widget is no window to a screen reader
    """Full screen over the window it was opened from. `closed` when it is left."""

    closed = Signal()

    def __init__(
        self, desk: Desk, event_id: str, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db, self._event_id, self._now = desk.db, event_id, now
        self._event = events.get(desk.db, event_id)
        self.setWindowTitle(f"Door: {self._event.title}")
        self.finding = DoorFinding(desk.db, event_id)
        self.face = DoorFace(desk.db, self._event.title, early=before_the_day(self._event, now=now()))
        self.field, self.list = self.face.field, self.face.list
        self.setCentralWidget(self.face)
        self._showing = DoorShowing(self.face, self.finding, self)
        acts = DoorActs(desk.db, event_id, now=now)
        self.keys = DoorKeys(self.face, self._showing, acts, self, leave=self.close)
        desk.changes.changed.connect(self._hear)
        desk.messages.refused.connect(self.keys.say_refused)
        self._recount()
        self._showing.clear()

    @Slot(object)
    def _hear(self, _change: object) -> None:
        self.finding.forget()
        self._recount()

    def _recount(self) -> None:
        found = door.counts(self._db, self._event_id)
        self.face.counts.show_counts(found.present, found.expected, found.walk_ins)

    # Leaving

    def _leaving_matters(self) -> bool:
        """A stray key must not put names before a queue while the event goes on."""
        going_on = self._now() < self._event.ends
        present = bool(door.present_now(self._db, self._event_id))
        return self.face.is_asking or (going_on and present)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while people are in the room and the event is not over."""
        if self.isVisible() and not self.property("leaving") and self._leaving_matters():
            event.ignore()
            said = "People are in the room and the event is not over. The window behind shows names."
            Question("Leave the door?", said, "Leave the door", self).ask(self._leave)
            return
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        self.setProperty("leaving", True)
        self.close()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """The keyboard is in the field."""
        super().showEvent(event)
        self.field.setFocus()
