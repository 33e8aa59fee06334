"""Forums: the events, what stands of each, and the way to its people, its door and its documents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.dialogs.events.audience import AudienceDialog, Chosen
from desktop.dialogs.events.plan_event import PlanEvent, Planned
from desktop.dialogs.events.series import EditSeries, NameSeries
from desktop.pages.events.door import DoorWindow
from desktop.pages.events.event_detail import event_detail
from desktop.pages.events.event_files import EventFiles
from desktop.pages.events.event_people import PeopleView
from desktop.pages.events.paper_sheet import PaperSheet, Ticked
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.question import Question
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events, series
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door_log import log_table
from engagement.forums.events import Event
from engagement.forums.listings import EVENTS
from engagement.forums.people import invitations
from engagement.forums.series import SeriesDraft
from engagement.forums.vocabulary import EventState
from resources.database import Condition, Query, change, new_key
from resources.tables import Table
from resources.wording import count_of, in_london

QUARTER = timedelta(weeks=13)
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
    """Events, newest first, or the people of one of them."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(desk.changes)
        self._desk, self._now = desk, now
        self.files = EventFiles(desk, self, now=now)
        self.door: DoorWindow | None = None
        latest = _unarchived(Query(order_by="starts_at", descending=True))
        self.pane = TablePane(
            EventsModel(EVENTS, desk.db, latest), name="events", title="Forums", chips=("kind", "state"),
            settings=desk.settings,
            empty=EmptyPage("No forums are planned yet.", Action("first", "Plan a forum", self.plan)),
        )  # fmt: skip
        self.detail = DetailPane("Forum", "Choose a forum to see it here.")
        self.people = PeopleView(desk, now=now)
        self._pile = QStackedLayout()
        table = side_by_side(self.pane, self.detail, sizes=(780, 400))
        for part in (table, self.people):
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._pile)
        self._table: QWidget = table
        self._put_first("state", "coming", "came")
        self.pane.table.current_changed.connect(self._show)
        self.pane.table.opened.connect(self.show_people)
        self.pane.counted.connect(self.state_changed)
        self.people.left.connect(self.show_events)
        self.people.moved.connect(self._people_moved)

    def _put_first(self, *names: str) -> None:
        """Beside the day stands what is asked of a forum most; the rest follows."""
        header, model = self.pane.table.horizontalHeader(), self.pane.model
        for place, name in enumerate(names, 2):
            header.moveSection(header.visualIndex(model.column_named(name)), place)

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done with the event shown; those of its people stand in a menu of their own."""
        one, planned = self._is_one, self._is_planned
        return [
            Action("plan", "Plan a forum", self.plan, "Ctrl+N", primary=True, icon="add"),
            Action("people", "People", self.show_people, "Ctrl+P", icon="people", enabled=one),
            Action("audience", "Audience and invitations…", self.choose_audience, "Ctrl+I", icon="mail",
                   enabled=planned),
            Action("open_door", "Open the door", self.open_door, "Ctrl+D", icon="door", enabled=self._may_open),
            Action("summary", "Word summary…", self._ask_summary, "Ctrl+Shift+W", icon="word", enabled=self._happens),
            *self._document_actions(),
            *self._event_actions(),
            *(replace(one, toolbar=False) for one in self.people.actions_here()),
        ]  # fmt: skip

    def _document_actions(self) -> list[Action]:
        one = self._is_one
        return [
            Action("summary_names", "Word summary with exempt appendix…", self._ask_summary_names, icon="word",
                   toolbar=False, enabled=self._happens),
            Action("sheet", "Sign-in sheet…", self._ask_sheet, icon="print", enabled=one),
            Action("tick", "Tick the paper sheet…", self.tick_paper, "Ctrl+T", toolbar=False, icon="check",
                   enabled=self._happens),
            Action("log", "Save the door’s log…", self._save_log, icon="history", toolbar=False, enabled=one),
            Action("save_table", "Save table…", self._save_table, "Ctrl+S", icon="export", toolbar=False),
            Action("copy_table", "Copy table", self._copy_table, "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    def _event_actions(self) -> list[Action]:
        one, event = self._is_one, self._event
        return [
            Action("edit", "Change…", self.edit, "Ctrl+E", icon="edit", toolbar=False, enabled=one),
            Action("next", "Plan the next of this series…", self.plan_next, "Ctrl+Alt+N", icon="calendar",
                   toolbar=False, enabled=self._in_series),
            Action("series", "Make a series of this forum…", self.make_series, toolbar=False,
                   enabled=lambda: one() and not self._in_series()),
            Action("edit_series", "Change its series…", self.edit_series, toolbar=False, enabled=self._in_series),
            Action("close", "Close the event…", self.close_or_reopen, "Ctrl+L", toolbar=False,
                   enabled=self._happens,
                   label_now=lambda: "Reopen the event" if _held(event()) else "Close the event…"),
            Action("cancel", "Cancel the event…", self.cancel_or_plan_again, toolbar=False,
                   enabled=lambda: one() and not _held(event()),
                   label_now=lambda: "Plan the event again" if _cancelled(event()) else "Cancel the event…"),
            Action("archive", "Archive", self.archive_or_restore, icon="archive", toolbar=False, enabled=one,
                   label_now=lambda: "Restore" if _archived(event()) else "Archive"),
        ]  # fmt: skip

    def _event(self) -> Event | None:
        key = self.event_id  # of the table as it was last read: an undo may have taken the event away since
        return events.get(self._desk.db, key) if key and self._exists(key) else None

    @property
    def event_id(self) -> str:
        """The event whose people are shown, or the one the table's cursor is on."""
        return self.people.event_id or self.pane.table.current_key

    def _is_one(self) -> bool:
        return bool(self.event_id)

    def _is_planned(self) -> bool:
        event = self._event()
        return event is not None and event.state is EventState.PLANNED

    def _happens(self) -> bool:
        event = self._event()
        return event is not None and not _cancelled(event)

    _may_open = _happens

    def _in_series(self) -> bool:
        event = self._event()
        return event is not None and event.series_id is not None

    # What is shown

    def reload(self) -> None:
        """The table, the pane and the people, as they stand now."""
        self.pane.reload()
        self._show(self.pane.table.current_key)
        if self.people.event_id and not self._exists(self.people.event_id):
            self.show_events()
        self.people.reload()

    def catch_up(self) -> None:
        """Nobody sees the page behind the door, and whoever stands at the door shall not wait for it."""
        if self.door is None:
            super().catch_up()

    def _exists(self, key: str) -> bool:
        return events.is_event(self._desk.db, key)

    def status_text(self) -> str:
        """How many rows the table shown has."""
        return self.people.pane.rows_words if self.people.event_id else self.pane.rows_words

    def focus_first(self) -> None:
        """The table shown."""
        (self.people.pane if self.people.event_id else self.pane).focus_table()

    def focus_filter(self) -> None:
        """The filter of the table shown."""
        (self.people.pane if self.people.event_id else self.pane).bar.focus_field()

    def show_row(self, key: str) -> None:
        """An event in the table, also one put away."""
        self.show_events()
        if self._exists(key) and events.get(self._desk.db, key).archived_on:
            self.pane.show_query(Query(conditions=(Condition("state", ("Archived",)),)))
        self.pane.show_row(key)

    @Slot(str)
    def show_people(self, key: str = "") -> None:
        """The people of an event in place of the table."""
        key = key or self.event_id
        if key:
            self.people.show_event(key)
            self._pile.setCurrentWidget(self.people)
            self.people.pane.focus_table()
            self.state_changed.emit()

    @Slot()
    def show_events(self) -> None:
        """The table of events again."""
        if self.people.event_id:
            self.people.show_event("")
            self._pile.setCurrentWidget(self._table)
            self.pane.focus_table()
        self.state_changed.emit()

    @Slot(str)
    def _show(self, key: str) -> None:
        if key:
            self.detail.show_detail(event_detail(self._desk.db, key, self._detail_actions()))
        else:
            self.detail.clear()
        self.state_changed.emit()

    def _detail_actions(self) -> list[Action]:
        return [
            Action("people", "People", self.show_people, icon="people"),
            Action("audience", "Invite…", self.choose_audience, enabled=self._is_planned, icon="mail"),
            Action("door", "Door", self.open_door, enabled=self._may_open, icon="door"),
        ]

    @Slot()
    def _people_moved(self) -> None:
        self.people.refresh_buttons()
        self.state_changed.emit()

    # Planning

    def plan(self) -> None:
        """Ask what is planned."""
        PlanEvent(self._desk.db, self, now=self._now()).ask(self._planned)

    def _planned(self, planned: Planned) -> None:
        key = events.plan_event(self._desk.db, planned.draft)
        self._desk.messages.done(f"Planned {planned.draft.title}")
        self.show_row(key)
        if planned.audience_next:
            QTimer.singleShot(0, self.choose_audience)  # once the form has closed

    def plan_next(self) -> None:
        """Ask for the next event of the series: all but the day stands there already."""
        event = self._event()
        if event is not None and event.series_id:
            one = series.get(self._desk.db, event.series_id)
            draft = series.next_draft(one, self._next_day(event.series_id))
            PlanEvent(self._desk.db, self, now=self._now(), draft=draft).ask(self._planned)

    def _next_day(self, series_id: str) -> date:
        """As long after the last event of the series as that came after the one before; a quarter at first."""
        days = sorted(
            one.day for one in events.events(self._desk.db, archived=True) if one.series_id == series_id
        )
        step = days[-1] - days[-2] if len(days) > 1 and days[-1] > days[-2] else QUARTER
        return days[-1] + step

    def edit(self) -> None:
        """Ask what is to be changed."""
        event = self._event()
        if event is not None:
            dialog = PlanEvent(self._desk.db, self, now=self._now(), event=event)
            dialog.ask(partial(self._edited, event.id))

    def _edited(self, event_id: str, planned: Planned) -> None:
        events.edit_event(self._desk.db, event_id, planned.draft, now=self._now())
        self._desk.messages.done(f"Changed {planned.draft.title}")

    def make_series(self) -> None:
        """Ask for the name of a series that begins with this event."""
        event = self._event()
        if event is not None:
            NameSeries(event.title, self).ask(partial(self._series_made, event.id))

    def _series_made(self, event_id: str, name: str) -> None:
        series.series_from_event(self._desk.db, event_id, name)
        self._desk.messages.done(f"Made the series {name}")

    def edit_series(self) -> None:
        """Ask what the next events of the series are to be like."""
        event = self._event()
        if event is not None and event.series_id:
            one = series.get(self._desk.db, event.series_id)
            EditSeries(one, self).ask(partial(self._series_edited, one.id))

    def _series_edited(self, series_id: str, draft: SeriesDraft) -> None:
        series.edit_series(self._desk.db, series_id, draft)
        self._desk.messages.done(f"Changed the series {draft.name}")

    # Inviting

    def choose_audience(self) -> None:
        """Set the rule, see whom it selects, and invite them."""
        event = self._event()
        if event is not None:
            AudienceDialog(self._desk.db, event, self).ask(partial(self._audience_chosen, event))

    def _audience_chosen(self, event: Event, chosen: Chosen) -> None:
        db, now = self._desk.db, self._now()
        draft = replace(event.draft(), audience=chosen.rule)
        if not chosen.people:
            events.edit_event(db, event.id, draft, now=now)
            self._desk.messages.done(f"Kept the audience of {event.title}")
            return
        with change(db, f"Invited to {event.title}") as entry:
            events.edit_event(db, event.id, draft, now=now)
            made = invitations.invite(db, event.id, chosen.people, now=now)
            who = count_of(len(made.participants), "person", "people")
            entry.action = f"Invited {who} to {event.title}"
        self._desk.messages.done(f"Invited {who} to {event.title}")
        self.show_people(event.id)

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

    def tick_paper(self) -> None:
        """Tick who signed the paper sheet."""
        if self.event_id:
            PaperSheet(self._desk.db, self.event_id, self).ask(partial(self._ticked, self.event_id))

    def _ticked(self, event_id: str, ticked: Ticked) -> None:
        starts = events.get(self._desk.db, event_id).starts
        added = door.tick_sheet(
            self._desk.db, event_id, ticked.people, at=starts, device="paper", nonce=new_key()
        )
        self._desk.messages.done(f"Ticked {count_of(added, 'person', 'people')} from the paper sheet")
        if ticked.close:
            self.close_or_reopen()

    def close_or_reopen(self) -> None:
        """Close the event, which makes no-shows of those who did not come; or take that back."""
        event = self._event()
        if event is None:
            return
        if _held(event):
            door.reopen_event(self._desk.db, event.id)
            self._desk.messages.done(f"Reopened {event.title}")
            return
        door.check_close(event, now=self._now())
        absent = len(door.expected_but_absent(self._desk.db, event.id))
        said = "Everybody who had a place came."
        if absent:
            said = (
                f"{count_of(absent, 'person', 'people')} had a place and did not come: they become no-shows."
            )
        Question(f"Close {event.title}?", said, "Close the event", self).ask(partial(self._close, event))

    def _close(self, event: Event) -> None:
        absent = door.close_event(self._desk.db, event.id, now=self._now())
        self._desk.messages.done(f"Closed {event.title}: {count_of(absent, 'no-show')}")

    def cancel_or_plan_again(self) -> None:
        """Cancel the event, or take that back."""
        event = self._event()
        if event is None:
            return
        if _cancelled(event):
            events.plan_again(self._desk.db, event.id)
            self._desk.messages.done(f"Planned {event.title} again")
            return
        said = "Who was invited stays on record. Nothing is sent to anybody by the program."
        question = Question(f"Cancel {event.title}?", said, "Cancel the event", self, danger=True)
        question.ask(partial(self._cancel, event))

    def _cancel(self, event: Event) -> None:
        events.cancel_event(self._desk.db, event.id)
        self._desk.messages.done(f"Cancelled {event.title}")

    def archive_or_restore(self) -> None:
        """Put the event away, or take it out again."""
        event = self._event()
        if event is None:
            return
        self.show_events()
        if _archived(event):
            events.restore_event(self._desk.db, event.id)
            self._desk.messages.done(f"Restored {event.title}")
        else:
            events.archive_event(self._desk.db, event.id, on=in_london(self._now()).date())
            self._desk.messages.done(f"Archived {event.title}")

    # Taken away

    def _ask_summary(self) -> None:
        self.files.ask_summary(self.event_id, names=False)

    def _ask_summary_names(self) -> None:
        self.files.ask_summary(self.event_id, names=True)

    def _ask_sheet(self) -> None:
        self.files.ask_sheet(self.event_id)

    def table(self) -> Table:
        """The table shown, to copy or save."""
        if self.people.event_id:
            return self.people.table()
        rows = [tuple(row[1:]) for row in self.pane.model.all_rows()]
        return Table("Forums", EVENTS.columns, rows, as_at=in_london(self._now()).date())

    def _save_log(self) -> None:
        self.files.ask_table(log_table(self._desk.db, self.event_id))

    def _save_table(self) -> None:
        self.files.ask_table(self.table())

    def _copy_table(self) -> None:
        self.files.copy_table(self.table())


def _held(event: Event | None) -> bool:
    return event is not None and event.state is EventState.HELD


def _cancelled(event: Event | None) -> bool:
    return event is not None and event.state is EventState.CANCELLED


def _archived(event: Event | None) -> bool:
    return event is not None and event.archived_on is not None
