"""Agenda and minutes of an event: the items at the left, at the right what is written at the one that is chosen."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.events.event_view import EventView
from desktop.pages.meeting.action_acts import ActionActs
from desktop.pages.meeting.agenda_list import AgendaList
from desktop.pages.meeting.item_editor import ItemEditor
from desktop.pages.meeting.meeting_acts import MeetingActs
from desktop.pages.meeting.meeting_files import MeetingFiles
from desktop.pages.meeting.open_before import OpenBefore
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, restyle, side_by_side
from engagement.forums import events
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ForumAction, Said, said_at
from engagement.forums.meeting.agenda import AgendaItem
from engagement.forums.meeting.agenda_paper import agenda_table
from engagement.forums.meeting.minutes import to_be_agreed
from engagement.forums.meeting.minutes_paper import Version
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.tables import Table
from resources.wording import count_of, in_london, time_words


class MeetingView(EventView):
    """Used before a meeting to plan it, and by keyboard alone by whoever takes its minutes."""

    tab = "Agenda and minutes"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self.acts = MeetingActs(desk, self, self._chosen, now=now)
        self.files = MeetingFiles(desk, self, now=now)
        self.before_acts = ActionActs(desk, self, self._before, self._said, now=now)
        self.here_acts = ActionActs(desk, self, self._here, self._said, now=now)
        self._items: dict[str, AgendaItem] = {}
        self._open: dict[str, ForumAction] = {}
        self.list = AgendaList()
        self.editor = ItemEditor(self.acts.keep_notes, self.acts.decide)
        self.before = OpenBefore([one for one in self._dealing() if one.toolbar])
        first = Action("agenda_first", "Start the agenda", self.acts.start)
        self._empty = EmptyPage("This event has no agenda yet.", None if desk.opened.read_only else first)
        self._times = label("", "quiet", wrap=True)
        here = self._agenda_actions() + self._minuting() + self._papers()
        self.row = ActionRow([one for one in here if one.toolbar])
        self._lay_out()
        self.list.current_changed.connect(self._show)
        self.list.opened.connect(self._enter)
        self.list.moved_to.connect(self.acts.move_to)
        self.editor.decision_opened.connect(self.acts.ask_decision)
        self.editor.action_opened.connect(self._change_action)
        self.editor.state_changed.connect(self._tell)
        self.before.moved.connect(self._tell)
        self.before.table.opened.connect(self._ask_progress)
        self.acts.added.connect(self.list.go_to)

    def _lay_out(self) -> None:
        agenda_part = QWidget()
        part = QVBoxLayout(agenda_part)
        part.setContentsMargins(PANE, 0, PANE, 0)
        part.setSpacing(4)
        part.addWidget(self.list, 1)
        part.addWidget(self._times)
        piled = QWidget()
        self._pile = QStackedLayout(piled)
        self._pile.addWidget(agenda_part)
        self._pile.addWidget(self._empty)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.before)
        column.addWidget(piled, 1)
        left = _scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addWidget(self.row)
        whole.addLayout(row)
        whole.addWidget(side_by_side(left, self.editor, sizes=(640, 520)), 1)

    # Actions

    def actions_here(self) -> list[Action]:
        """All of them, in the order in which a meeting needs them."""
        return [*self._agenda_actions(), *self._minuting(), *self._dealing(), *self._papers()]

    def _agenda_actions(self) -> list[Action]:
        acts, one = self.acts, self._is_one
        return [
            Action("agenda_start", "Start the agenda", acts.start, icon="calendar", enabled=self._may_start,
                   tip="From the last agenda of the series, with what is open on top"),
            Action("agenda_add", "Add an item…", acts.ask_item, "Ctrl+Shift+I", icon="add", enabled=self._may_write),
            Action("agenda_change", "Change the item…", acts.ask_change, "F2", icon="edit", enabled=one),
            Action("agenda_up", "Move the item up", partial(acts.move, -1), "Alt+Up", toolbar=False, enabled=one),
            Action("agenda_down", "Move the item down", partial(acts.move, 1), "Alt+Down", toolbar=False, enabled=one),
            Action("agenda_remove", "Remove the item", acts.remove, toolbar=False, enabled=one),
        ]  # fmt: skip

    def _minuting(self) -> list[Action]:
        return [
            Action("minute_next", "Next item", partial(self.step, 1), "Ctrl+Down", toolbar=False,
                   enabled=self._has_items),
            Action("minute_previous", "Previous item", partial(self.step, -1), "Ctrl+Up", toolbar=False,
                   enabled=self._has_items),
            Action("minute_notes", "Write notes", self.editor.focus_notes, "F6", toolbar=False, enabled=self._is_one),
            Action("minute_decide", "Decide", self.editor.focus_decision, "F7", icon="check", enabled=self._is_one,
                   tip="Type a decision at this item"),
            Action("minute_raise", "Raise an action…", self.acts.ask_action, "F8", icon="add", enabled=self._is_one),
            Action("minute_decision", "Change the decision…", self._change_decision, toolbar=False,
                   enabled=self._is_decision),
            Action("minute_undecide", "Remove the decision", self._remove_decision, toolbar=False,
                   enabled=self._is_decision),
            Action("minute_action", "Change the action…", self.here_acts.ask_change, toolbar=False,
                   enabled=self._is_action),
            Action("minute_chair", "Chair and agreement…", self.acts.ask_minutes, icon="edit", toolbar=False,
                   enabled=self._may_write),
            Action("minute_agree", "Agree the minutes of the last meeting", self.acts.agree_last, toolbar=False,
                   enabled=self._may_agree),
        ]  # fmt: skip

    def _dealing(self) -> list[Action]:
        acts, one = self.before_acts, self._is_open
        return [
            Action("before_done", "Done", acts.done, "Ctrl+Shift+F", icon="check", enabled=one,
                   tip="The open action that is chosen is done"),
            Action("before_carry", "Carry on with a note…", acts.ask_progress, "Ctrl+Shift+G", icon="edit",
                   enabled=one),
            Action("before_drop", "Drop…", acts.ask_drop, icon="close", enabled=one),
            Action("before_open", "Open actions from before", self._focus_before, "F4", toolbar=False,
                   enabled=self._has_open),
        ]  # fmt: skip

    def _papers(self) -> list[Action]:
        return [
            Action("paper_agenda", "Word agenda…", self._ask_agenda, icon="word", enabled=self._has_items),
            Action("paper_minutes", "Word minutes…", partial(self._ask_minutes, Version.PARTICIPANTS), icon="word",
                   enabled=self._has_items, tip="For those who were there: names people"),
            Action("paper_public", "Word minutes for publication…", partial(self._ask_minutes, Version.PUBLISHED),
                   icon="word", toolbar=False, enabled=self._has_items, tip="Organisations and numbers, no names"),
        ]  # fmt: skip

    # What is shown

    def show_event(self, event_id: str) -> None:
        """The agenda of this event; notes of the one before are kept first."""
        self.editor.notes.flush()
        another = bool(event_id) and event_id != self.event_id
        super().show_event(event_id)
        if another:
            self.list.go_to_first()

    def reload(self) -> None:
        """Read again; what is being typed stays."""
        if not self.event_id:
            return
        db, event = self._desk.db, events.get(self._desk.db, self.event_id)
        held = agenda.items(db, self.event_id)
        self._items = {one.id: one for one in held}
        times = agenda.times(event, held)
        self.list.show_items(held, times)
        self._times.setText(f"{times.words}." if times.words else "")
        self._times.setProperty("kind", "error" if times.beyond else "quiet")
        restyle(self._times)
        self._pile.setCurrentIndex(0 if held else 1)
        found = actions.open_before(db, self.event_id)
        self._open = {one.id: one for one in found if one.status is ActionStatus.OPEN}
        self.before.show_actions(
            found, actions.carried_at(db, self.event_id, found), today=in_london(self._now()).date()
        )
        self._show(self.list.current_key)

    @Slot(str)
    def _show(self, key: str) -> None:
        one = self._items.get(key)
        if one is None:
            self.editor.show_item(None)
        else:
            db, event = self._desk.db, events.get(self._desk.db, self.event_id)
            begins = agenda.times(event, self._items.values()).begins[one.position - 1]
            raised = [each for each in actions.raised_at(db, self.event_id) if each.item_id == key]
            self.editor.show_item(
                one, time_words(begins), agenda.decisions_of(db, key), raised, may_write=self._may_write()
            )
        self._tell()

    @Slot()
    def _tell(self, _key: str = "") -> None:
        self.row.refresh()
        self.before.row.refresh()
        self.moved.emit()

    def table(self) -> Table | None:
        """The agenda, to copy or save."""
        return agenda_table(self._desk.db, self.event_id) if self._items else None

    def row_for_history(self) -> tuple[str, str]:
        """The item that is chosen."""
        return ("agenda_item", self.list.current_key) if self._is_here() else super().row_for_history()

    def status_text(self) -> str:
        """How many items there are, and whether notes wait to be kept: that all is saved stands there anyway."""
        waiting = "" if self.editor.notes.is_kept else ", notes not saved yet"
        return f"{count_of(len(self._items), 'item')}{waiting}"

    def focus_first(self) -> None:
        """The items."""
        (self.list if self._items else self._empty).setFocus()
        if self._items and not self.list.current_key:
            self.list.go_to_first()

    def step(self, by: int) -> None:
        """The next item or the one before; the keyboard stays where it is."""
        self.list.step(by)

    # What is chosen

    def _chosen(self) -> tuple[str, str]:
        return self.event_id, self.list.current_key if self._is_here() else ""

    def _before(self) -> ForumAction | None:
        return self._open.get(self.before.table.current_key)

    def _here(self) -> ForumAction | None:
        key = self.editor.raised.current_key
        return actions.action(self._desk.db, key) if key and actions.is_action(self._desk.db, key) else None

    def _said(self) -> Said:
        return said_at(self._desk.db, self.event_id, now=self._now())

    # When

    def _may_write(self) -> bool:
        return bool(self.event_id) and not self._desk.opened.read_only

    def _may_start(self) -> bool:
        return self._may_write() and not self._items

    def _may_agree(self) -> bool:
        """At the meeting, and not while it is planned."""
        return (
            self._may_write()
            and self._said().event_id is not None
            and to_be_agreed(self._desk.db, self.event_id) is not None
        )

    def _has_items(self) -> bool:
        return bool(self.event_id and self._items)

    def _is_here(self) -> bool:
        return bool(self.event_id) and self.list.current_key in self._items

    def _is_one(self) -> bool:
        return self._may_write() and self._is_here()

    def _has_open(self) -> bool:
        return bool(self.event_id and self._open)

    def _is_open(self) -> bool:
        return self._may_write() and self._before() is not None

    def _is_decision(self) -> bool:
        return self._is_one() and bool(self.editor.decisions.current_key)

    def _is_action(self) -> bool:
        return self._is_one() and bool(self.editor.raised.current_key)

    # What the actions do

    @Slot(str)
    def _enter(self, _key: str) -> None:
        self.editor.focus_notes()

    def _focus_before(self) -> None:
        table = self.before.table
        table.setFocus()
        if not table.current_key:
            table.go_to_first()

    @Slot(str)
    def _ask_progress(self, _key: str) -> None:
        if self._is_open():
            self.before_acts.ask_progress()

    @Slot(str)
    def _change_action(self, _key: str) -> None:
        if self._may_write():
            self.here_acts.ask_change()

    def _change_decision(self) -> None:
        self.acts.ask_decision(self.editor.decisions.current_key)

    def _remove_decision(self) -> None:
        self.acts.remove_decision(self.editor.decisions.current_key)

    def _ask_agenda(self) -> None:
        self.editor.notes.flush()
        self.files.ask_agenda(self.event_id)

    def _ask_minutes(self, version: Version) -> None:
        self.editor.notes.flush()
        self.files.ask_minutes(self.event_id, version)


def _scrolling(inside: QWidget) -> QScrollArea:
    """With large letters the actions and the items do not fit above each other."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setAccessibleName("Open actions and items")
    made.setWidget(inside)
    return made
