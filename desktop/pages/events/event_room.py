"""One event in place of the table of events: its name above, its sides beneath."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.events.event_view import EventView
from desktop.pages.events.event_views import event_views
from desktop.shell.actions import Action
from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.shell.side import SideTabs
from desktop.widgets.parts import button, label
from engagement.forums import events

View = TypeVar("View", bound=EventView)


class EventRoom(QWidget):
    """Stands in the forums' page in place of the table while `event_id` is set."""

    left = Signal()
    moved = Signal()

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk = desk
        self.event_id = ""
        self.views = event_views(desk, now=now)
        self._title, self._when = label("", "section", wrap=True), label("", "quiet", wrap=True)
        self._back = button("All forums")
        set_icon(self._back, "forums")
        self._back.clicked.connect(self.left)
        self.tabs = SideTabs(self.views, "Sides of the event")
        self.tabs.turned.connect(self._turn)
        self.tabs.moved.connect(self.moved)
        self._lay_out()
        self._place()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._when)
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)  # on lines of their own: beside the tabs the title would have no room

    @property
    def current(self) -> EventView:
        """The side that is shown, or would be."""
        return self.views[self.tabs.at]

    def side(self, kind: type[View]) -> View:
        """The side of this kind."""
        return next(view for view in self.views if isinstance(view, kind))

    # What is shown

    def show_event(self, event_id: str, kind: type[EventView] | None = None) -> None:
        """Show an event, by the side asked for or the one shown last; with an empty key, put it away."""
        if event_id != self.event_id:
            self._desk.messages.move_on()
        self.event_id = event_id
        if event_id and kind is not None:
            self.tabs.turn_to(self.side(kind))
        self._place()
        self.reload()

    @Slot()
    def _turn(self) -> None:
        self._place()
        self.moved.emit()

    def _place(self) -> None:
        """Only the side that is shown has the event; the others are put away."""
        for view in self.views:
            if view is not self.current and view.event_id:
                view.show_event("")
        if self.current.event_id != self.event_id:
            self.current.show_event(self.event_id)

    def reload(self) -> None:
        """The event and the side shown, as they stand now."""
        if self.event_id:
            event = events.get(self._desk.db, self.event_id)
            self._title.setText(event.title)
            self._when.setText(", ".join(part for part in (event.when, event.place) if part))
            self.current.reload()

    # Actions

    def actions_here(
        self, show: Callable[[type[EventView]], object], one: Callable[[], bool]
    ) -> list[Action]:
        """The way to each side, by `show`, when `one` event is chosen; and what can be done on each."""
        back = Action("back_to_forums", "All forums", self.left.emit, "Alt+Left", menu="Event", toolbar=False,
                      enabled=self._is_shown)  # fmt: skip
        ways = self.tabs.ways(lambda at: show(type(self.views[at])), menu="Event", enabled=one)
        return [*ways, back, *self.tabs.actions_here()]

    def _is_shown(self) -> bool:
        return bool(self.event_id)
