"""Agenda and minutes of an event: the items at the left, at the right what is written at the one that is chosen."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.events.event_view import EventView
from desktop.pages.meeting.agenda_list import AgendaList
from desktop.pages.meeting.item_editor import ItemEditor
from desktop.pages.meeting.meeting_actions import MeetingActions
from desktop.pages.meeting.meeting_acts import MeetingActs
from desktop.pages.meeting.meeting_chosen import MeetingChosen
from desktop.pages.meeting.open_before import OpenBefore
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, restyle, scrolled, side_by_side
from engagement.forums import events
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.agenda_paper import agenda_table
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.tables import Table
from resources.wording import count_of, in_london, time_words


class MeetingView(EventView):
    """Used before a meeting to plan it, and by keyboard alone by whoever takes its minutes."""

    tab = "Agenda and minutes"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self.list = AgendaList()
        self.before = OpenBefore()
        self.acts = MeetingActs(desk, self, self._event_and_item, now=now)
        self.editor = ItemEditor(self.acts.keep_notes, self.acts.decide)
        self.chosen = MeetingChosen(desk.db, self, (self.list, self.editor, self.before.table), now=now)
        self.menu = MeetingActions(desk, self, self.chosen, self.acts, now=now)
        self.row = ActionRow(self.menu.above())
        self.before.row.offer([one for one in self.menu.dealing() if one.toolbar])
        first = Action("agenda_first", "Start the agenda", self.acts.start)
        self._empty = EmptyPage("This event has no agenda yet.", None if desk.opened.read_only else first)
        self._times = label("", "quiet", wrap=True)
        self._lay_out()
        self._listen()

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
        left = scrolled(inside, "Open actions and items")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addWidget(self.row)
        whole.addLayout(row)
        whole.addWidget(side_by_side(left, self.editor, sizes=(640, 520)), 1)

    def _listen(self) -> None:
        self.list.current_changed.connect(self._show)
        self.list.opened.connect(self._enter)
        self.list.moved_to.connect(self.acts.move_to)
        self.editor.decision_opened.connect(self.acts.ask_decision)
        self.editor.action_opened.connect(self.menu.change_action)
        self.editor.state_changed.connect(self._tell)
        self.before.moved.connect(self._tell)
        self.before.table.opened.connect(self.menu.ask_progress)
        self.acts.added.connect(self.list.go_to)

    def _event_and_item(self) -> tuple[str, str]:
        return self.chosen.event_and_item()

    def actions_here(self) -> list[Action]:
        """All of them, in the order in which a meeting needs them."""
        return self.menu.listed()

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
        self.chosen.items = {one.id: one for one in held}
        times = agenda.times(event, held)
        self.list.show_items(held, times)
        self._times.setText(f"{times.words}." if times.words else "")
        self._times.setProperty("kind", "error" if times.beyond else "quiet")
        restyle(self._times)
        self._pile.setCurrentIndex(0 if held else 1)
        found = actions.open_before(db, self.event_id)
        self.chosen.open = {one.id: one for one in found if one.status is ActionStatus.OPEN}
        self.before.show_actions(
            found, actions.carried_at(db, self.event_id, found), today=in_london(self._now()).date()
        )
        self._show(self.list.current_key)

    @Slot(str)
    def _show(self, key: str) -> None:
        one = self.chosen.items.get(key)
        if one is None:
            self.editor.show_item(None)
        else:
            db, event = self._desk.db, events.get(self._desk.db, self.event_id)
            begins = agenda.times(event, self.chosen.items.values()).begins[one.position - 1]
            raised = [each for each in actions.raised_at(db, self.event_id) if each.item_id == key]
            self.editor.show_item(
                one, time_words(begins), agenda.decisions_of(db, key), raised, may_write=self.may_write()
            )
        self._tell()

    @Slot()
    def _tell(self, _key: str = "") -> None:
        self.row.refresh()
        self.before.row.refresh()
        self.moved.emit()

    def table(self) -> Table | None:
        """The agenda, to copy or save."""
        return agenda_table(self._desk.db, self.event_id) if self.chosen.items else None

    def row_for_history(self) -> tuple[str, str]:
        """The item that is chosen."""
        return ("agenda_item", self.list.current_key) if self.chosen.is_here() else super().row_for_history()

    def status_text(self) -> str:
        """How many items there are, and whether notes wait to be kept: that all is saved stands there anyway."""
        waiting = "" if self.editor.notes.is_kept else ", notes not saved yet"
        return f"{count_of(len(self.chosen.items), 'item')}{waiting}"

    def focus_first(self) -> None:
        """The items."""
        (self.list if self.chosen.items else self._empty).setFocus()
        if self.chosen.items and not self.list.current_key:
            self.list.go_to_first()

    @Slot(str)
    def _enter(self, _key: str) -> None:
        self.editor.focus_notes()
