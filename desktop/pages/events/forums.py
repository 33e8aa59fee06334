"""Forums: the events, what stands of each, and the way to its people, its door and its documents."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout

from desktop import clock
from desktop.pages.door_files.door_file_acts import DoorFileActs
from desktop.pages.events.committee_summary import CommitteeSummary
from desktop.pages.events.event_actions import EventActions, PaperActions
from desktop.pages.events.event_acts import EventActs
from desktop.pages.events.event_door import EventDoor
from desktop.pages.events.event_files import EventFiles
from desktop.pages.events.event_histories import EventHistories
from desktop.pages.events.event_people import PeopleView
from desktop.pages.events.event_practice import EventPractice
from desktop.pages.events.event_room import EventRoom
from desktop.pages.events.event_view import EventView
from desktop.pages.events.events_table import EventsTable
from desktop.pages.events.series_acts import SeriesActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from engagement.forums import events
from engagement.forums.events import Event
from resources.tables import Table


class ForumsPage(Page):
    """The table of events, or in its place one of them with its sides."""

    public_sections = ("forums", "feedback")
    covered_because = "who came is not published, nor anything of a confidential meeting"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self.acts = EventActs(desk, self, self._event, now=now)
        self.series = SeriesActs(desk, self, self._event, plan=self.acts.keep_planned, now=now)
        self.files = EventFiles(desk, self, now=now)
        self.summary = CommitteeSummary(desk, self, now=now)
        self.door_files = DoorFileActs(desk, self, self._event, now=now)
        self.door = EventDoor(desk, self, self._event, now=now)
        self._practice = EventPractice(desk, self, self._event, now=now)
        histories = EventHistories(desk, self, self._event, row=self._row_for_history)
        self._actions = EventActions(
            self.acts, self.series, PaperActions(desk, self.files, self._event, self.table), current=self._event,
            show_people=self.show_people, open_door=self.door.open, door_files=self.door_files,
            histories=histories.listed(), may_write=self._may_write,
        )  # fmt: skip
        first = Action("first", "Plan a forum", self.acts.plan) if self._may_write() else None
        self.list = EventsTable(
            desk, beside=self._actions.beside, history=histories.show, first=first, now=now
        )
        self.pane, self.detail = self.list.pane, self.list.detail
        self.room = EventRoom(desk, now=now)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self.list)
        self._pile.addWidget(self.room)
        self._listen()

    def _listen(self) -> None:
        self.list.moved.connect(self.state_changed)
        self.pane.table.opened.connect(self.show_people)
        self.room.left.connect(self.show_events)
        self.room.moved.connect(self.state_changed)
        self.acts.planned.connect(self.show_row)
        self.acts.invited.connect(self.show_people)
        self.acts.putting_away.connect(self.show_events)
        self.door.left.connect(self._come_back)

    def page_actions(self) -> list[Action]:
        """What can be done with the event shown; those of each of its sides stand in a menu of their own."""
        return [
            *self._actions.listed(),
            self._practice.action(),
            self.summary.action(),
            *self.room.actions_here(self.show_side, self._actions.is_one),
        ]

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    # What is chosen

    @property
    def event_id(self) -> str:
        """The event that is shown, or the one the table's cursor is on."""
        return self.room.event_id or self.list.current_key

    def _event(self) -> Event | None:
        key = self.event_id
        return events.get(self._desk.db, key) if key and events.is_event(self._desk.db, key) else None

    def _shown(self) -> EventsTable | EventView:
        return self.room.current if self.room.event_id else self.list

    def _row_for_history(self) -> tuple[str, str]:
        return self._shown().row_for_history()

    @property
    def people(self) -> PeopleView:
        """The people of the event that is shown."""
        return self.room.side(PeopleView)

    # What is shown

    def reload(self) -> None:
        """The table, the pane and the event shown, as they stand now."""
        self.list.reload()
        if self.room.event_id and not events.is_event(self._desk.db, self.room.event_id):
            self.show_events()
        self.room.reload()

    def catch_up(self) -> None:
        """Nobody sees the page behind the door, and whoever stands at the door shall not wait for it."""
        if self.door.window is None:
            super().catch_up()

    @Slot()
    def _come_back(self) -> None:
        """From the door."""
        self.catch_up()
        self.window().activateWindow()
        self.focus_first()

    @Slot(str)
    def show_row(self, key: str) -> None:
        """An event in the table, also one put away."""
        self.show_events()
        self.list.show_row(key)

    @Slot(str)
    def show_people(self, key: str = "") -> None:
        """The people of an event in place of the table."""
        self.show_side(PeopleView, key)

    def show_side(self, side: type[EventView], key: str = "") -> None:
        """A side of an event in place of the table."""
        key = key or self.event_id
        if key:
            self.room.show_event(key, side)
            self._pile.setCurrentWidget(self.room)
            self.room.current.focus_first()
            self.state_changed.emit()

    @Slot()
    def show_events(self) -> None:
        """The table of events again."""
        if self.room.event_id:
            self.room.show_event("")
            self._pile.setCurrentWidget(self.list)
            self.list.focus_first()
        self.state_changed.emit()

    def status_text(self) -> str:
        """How many rows there are of what is shown."""
        return self._shown().status_text()

    def focus_first(self) -> None:
        """Where the work with what is shown begins."""
        self._shown().focus_first()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        self._shown().focus_filter()

    def table(self) -> Table:
        """What is shown as a table, to copy or save; of a side that has none, the events."""
        table = self._shown().table()
        return table if table is not None else self.list.table()
