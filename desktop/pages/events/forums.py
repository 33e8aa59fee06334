"""Forums: the events, what stands of each, and the way to its people, its door and its documents."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.door_files.door_file_acts import DoorFileActs
from desktop.pages.events.committee_summary import CommitteeSummary
from desktop.pages.events.door import DoorWindow
from desktop.pages.events.event_actions import EventActions, PaperActions
from desktop.pages.events.event_acts import EventActs
from desktop.pages.events.event_detail import event_detail
from desktop.pages.events.event_files import EventFiles
from desktop.pages.events.event_histories import EventHistories
from desktop.pages.events.event_people import PeopleView
from desktop.pages.events.event_room import EventRoom
from desktop.pages.events.event_view import EventView
from desktop.pages.events.series_acts import SeriesActs
from desktop.pages.good_practice.practice_acts import PracticeActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.listings import EVENTS
from engagement.forums.vocabulary import EventState
from engagement.good_practice.practices import PracticeDraft
from engagement.good_practice.vocabulary import SharedAt
from resources.database import Condition, Query
from resources.tables import Table
from resources.wording import in_london

_NOT_ARCHIVED = tuple(state.label for state in EventState)


def utc_now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC)


class EventsModel(ListingModel):
    """The events; those put away are shown only when the state is asked for."""

    def set_query(self, query: Query) -> None:
        """Show what meets this query."""
        super().set_query(_unarchived(query))

    def count_for(self, query: Query) -> int:
        """How many rows another query would have."""
        return super().count_for(_unarchived(query))


def _unarchived(query: Query) -> Query:
    if any(one.column == "state" for one in query.conditions):
        return query
    conditions = (*query.conditions, Condition("state", _NOT_ARCHIVED))
    return Query(query.text, conditions, query.order_by, query.descending)


class ForumsPage(Page):
    """Events, newest first, or one of them with its sides."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(desk.changes)
        self._desk, self._now = desk, now
        self.acts = EventActs(desk, self, self._event, now=now)
        self.series = SeriesActs(desk, self, self._event, plan=self.acts.keep_planned, now=now)
        self.files = EventFiles(desk, self, now=now)
        self.summary = CommitteeSummary(desk, self, now=now)
        self.door_files = DoorFileActs(desk, self, self._event, now=now)
        self._histories = EventHistories(desk, self, self._event, row=self._row_for_history)
        papers = PaperActions(desk, self.files, self._event, self.table)
        self._practice = PracticeActs(desk, self, self._no_practice, today=self._today)
        self._actions = EventActions(
            self.acts, self.series, papers, current=self._event,
            show_people=self.show_people, open_door=self.open_door, door_files=self.door_files,
            histories=self._histories.listed(), may_write=self._may_write,
        )  # fmt: skip
        first = Action("first", "Plan a forum", self.acts.plan) if self._may_write() else None
        self.door: DoorWindow | None = None
        latest = _unarchived(Query(order_by="starts_at", descending=True))
        self.pane = TablePane(
            EventsModel(EVENTS, desk.db, latest), name="events", title="Forums", chips=("kind", "state"),
            settings=desk.settings,
            empty=EmptyPage("No forums are planned yet.", first),
        )  # fmt: skip
        self.detail = DetailPane("Forum", "Choose a forum to see it here.")
        self.room = EventRoom(desk, now=now)
        self._pile = QStackedLayout()
        table = side_by_side(self.pane, self.detail, sizes=(780, 400))
        for part in (table, self.room):
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._pile)
        self._table: QWidget = table
        self._put_first("state", "coming", "came")
        self.pane.table.current_changed.connect(self._show)
        self.pane.table.opened.connect(self.show_people)
        self.pane.counted.connect(self.state_changed)
        self.room.left.connect(self.show_events)
        self.room.moved.connect(self.state_changed)
        self.acts.planned.connect(self.show_row)
        self.acts.invited.connect(self.show_people)
        self.acts.putting_away.connect(self.show_events)

    def _put_first(self, *names: str) -> None:
        """Beside the day stands what is asked of a forum most; the rest follows."""
        header, model = self.pane.table.horizontalHeader(), self.pane.model
        for place, name in enumerate(names, 2):
            header.moveSection(header.visualIndex(model.column_named(name)), place)

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done with the event shown; those of each of its sides stand in a menu of their own."""
        practice = Action("note_practice", "Note good practice…", self.note_practice, icon="good_practice",
                          toolbar=False, enabled=self._has_begun)  # fmt: skip
        return [
            *self._actions.listed(),
            practice,
            self.summary.action(),
            *self.room.actions_here(self.show_side, self._is_one),
        ]

    def note_practice(self) -> None:
        """What a provider shared at the event."""
        event = self._event()
        if event is not None:
            day = min(event.day, self._today())
            self._practice.note_from(
                PracticeDraft("", "", "", day, event_id=event.id, shared_at=SharedAt.EVENT)
            )

    def _has_begun(self) -> bool:
        event = self._event()
        return event is not None and self._may_write() and not event.is_still_to_come(self._now())

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _no_practice(self) -> str:
        return ""

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _is_one(self) -> bool:
        return bool(self.event_id)

    def _event(self) -> Event | None:
        key = self.event_id  # of the table as it was last read: an undo may have taken the event away since
        return events.get(self._desk.db, key) if key and self._exists(key) else None

    @property
    def event_id(self) -> str:
        """The event that is shown, or the one the table's cursor is on."""
        return self.room.event_id or self.pane.table.current_key

    @property
    def people(self) -> PeopleView:
        """The people of the event that is shown."""
        return self.room.side(PeopleView)

    # What is shown

    def reload(self) -> None:
        """The table, the pane and the event shown, as they stand now."""
        self.pane.reload()
        self._show(self.pane.table.current_key)
        if self.room.event_id and not self._exists(self.room.event_id):
            self.show_events()
        self.room.reload()

    def catch_up(self) -> None:
        """Nobody sees the page behind the door, and whoever stands at the door shall not wait for it."""
        if self.door is None:
            super().catch_up()

    def _exists(self, key: str) -> bool:
        return events.is_event(self._desk.db, key)

    def status_text(self) -> str:
        """How many rows the table shown has."""
        return self.room.current.status_text() if self.room.event_id else self.pane.rows_words

    def focus_first(self) -> None:
        """The table shown."""
        if self.room.event_id:
            self.room.current.focus_first()
        else:
            self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of the table shown."""
        if self.room.event_id:
            self.room.current.focus_filter()
        else:
            self.pane.bar.focus_field()

    @Slot(str)
    def show_row(self, key: str) -> None:
        """An event in the table, also one put away."""
        self.show_events()
        if self._exists(key) and events.get(self._desk.db, key).archived_on:
            self.pane.show_query(Query(conditions=(Condition("state", ("Archived",)),)))
        self.pane.show_row(key)

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
            self._pile.setCurrentWidget(self._table)
            self.pane.focus_table()
        self.state_changed.emit()

    @Slot(str)
    def _show(self, key: str) -> None:
        if key:
            self.detail.show_detail(
                event_detail(
                    self._desk.db,
                    key,
                    self._actions.beside(),
                    history=partial(self._histories.show, "event", key),
                )
            )
        else:
            self.detail.clear()
        self.state_changed.emit()

    # The day

    def open_door(self) -> None:
        """The full-screen door of the event."""
        if self.event_id:
            self.door = DoorWindow(self._desk, self.event_id, now=self._now, parent=self)
            self.door.closed.connect(self._door_closed)
            self.door.showFullScreen()

    @Slot()
    def _door_closed(self) -> None:
        self.door = None
        self.catch_up()
        self.window().activateWindow()
        self.focus_first()

    def _row_for_history(self) -> tuple[str, str]:
        return self.room.current.row_for_history() if self.room.event_id else ("event", self.event_id)

    # Taken away

    def table(self) -> Table:
        """The table shown, to copy or save."""
        shown = self.room.current.table() if self.room.event_id else None
        if shown is not None:
            return shown
        rows = [tuple(row[1:]) for row in self.pane.model.all_rows()]
        return Table("Forums", EVENTS.columns, rows, as_at=in_london(self._now()).date())
