"""One event in place of the table of events: its name above, and a tab for each of its sides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.pages.events.event_view import EventView
from desktop.pages.events.event_views import event_views
from desktop.shell.actions import Action
from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.parts import button, label
from engagement.forums import events

Side = TypeVar("Side", bound=EventView)


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
        self._tabs = QTabBar()
        self._tabs.setAccessibleName("Sides of the event")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for view in self.views:
            self._tabs.addTab(view.tab)
            view.moved.connect(self.moved)
        self._tabs.currentChanged.connect(self._turn)
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
        column.addWidget(self._tabs)  # on a line of its own: beside the tabs the title would have no room
        for view in self.views:
            column.addWidget(view, 1)

    @property
    def current(self) -> EventView:
        """The side that is shown, or would be."""
        return self.views[self._tabs.currentIndex()]

    def side(self, kind: type[Side]) -> Side:
        """The side of this kind."""
        return next(view for view in self.views if isinstance(view, kind))

    # What is shown

    def show_event(self, event_id: str, kind: type[EventView] | None = None) -> None:
        """Show an event, by the side asked for or the one shown last; with an empty key, put it away."""
        self.event_id = event_id
        if event_id and kind is not None:
            self._tabs.setCurrentIndex(self.views.index(self.side(kind)))
        self._place()
        self.reload()

    @Slot(int)
    def _turn(self, _index: int) -> None:
        self._place()
        self.moved.emit()

    def _place(self) -> None:
        """Only the side that is shown has the event; the others are put away."""
        for view in self.views:
            if view is not self.current and view.event_id:
                view.show_event("")
        if self.current.event_id != self.event_id:
            self.current.show_event(self.event_id)
        for view in self.views:  # a side that is hidden asks for no room
            if view is not self.current:
                view.hide()
        self.current.show()

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
        ways = [
            Action(f"side_{number}", view.tab, partial(show, type(view)), f"Alt+{number}", menu="Event",
                   toolbar=False, enabled=one)
            for number, view in enumerate(self.views, 1)
        ]  # fmt: skip
        back = Action("back_to_forums", "All forums", self.left.emit, "Alt+Left", menu="Event", toolbar=False,
                      enabled=self._is_shown)  # fmt: skip
        here = [
            replace(one, menu=view.tab, toolbar=False) for view in self.views for one in view.actions_here()
        ]
        return [*ways, back, *here]

    def _is_shown(self) -> bool:
        return bool(self.event_id)
