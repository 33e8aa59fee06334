"""Actions of every series: what is overdue first, whose it is, and what has been said of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.dialogs.row_history import show_row_history
from desktop.pages.meeting.action_acts import ActionActs
from desktop.pages.meeting.action_detail import action_detail
from desktop.pages.table_saving import ask_and_save, shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.table_clipboard import copy_all
from desktop.widgets.tables.table_pane import TablePane
from desktop.widgets.tables.usual_rows import UsualRows
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import STANDINGS_OPEN, ForumAction, Said
from engagement.forums.meeting.tables import ACTION_COLUMNS, action_rows, exemption_of_actions, in_order
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.database import Condition, Query
from resources.tables import Cell
from resources.wording import in_london

_OPEN = Condition("status", tuple[Cell, ...](STANDINGS_OPEN))


class ActionsPage(Page):
    """A row for each action; the pane has its course."""

    covered_because = "it names who is to do what"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk.changes)
        self._desk, self._now = desk, now
        self.acts = ActionActs(desk, self, self._current, self._said, now=now)
        self._found: dict[str, ForumAction] = {}
        self.model = UsualRows(ACTION_COLUMNS, usual=_OPEN)
        empty = EmptyPage(
            "No action is open. Actions are raised in the agenda and minutes of a forum.",
            Action("empty_forums", "Open the forums", partial(desk.navigator.go, "forums")),
        )
        self.pane = TablePane(
            self.model, name="actions", title="Actions", chips=("series", "owner", "status"),
            settings=desk.settings, empty=empty,
        )  # fmt: skip
        self.detail = DetailPane("Action", "Choose an action to see its course.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(780, 380)))
        self.pane.table.current_changed.connect(self._show)
        self.pane.table.opened.connect(self._open)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """What can be done with the action that is chosen."""
        acts, still = self.acts, self._is_open
        return [
            Action("done", "Done…", acts.ask_done, "Ctrl+D", primary=True, icon="check", enabled=still),
            Action("progress", "Say progress…", acts.ask_progress, "Ctrl+P", icon="edit", enabled=still),
            Action("change", "Change…", acts.ask_change, "Ctrl+E", icon="edit", enabled=self._may_change),
            Action("drop", "Drop…", acts.ask_drop, icon="close", enabled=still),
            Action("reopen", "Reopen", acts.reopen, icon="restore", enabled=self._is_closed),
            Action("move", "Move to another series…", acts.ask_move, toolbar=False, enabled=self._may_change),
            Action("meeting", "Go to the meeting", self.go_to_meeting, "Ctrl+G", icon="forums", enabled=self._is_one),
            Action("row_history", "History of this row", self._show_history, "Ctrl+H", icon="history", toolbar=False,
                   enabled=self._is_one),
            Action("save_table", "Save table…", self._save_table, "Ctrl+S", icon="export", toolbar=False),
            Action("copy_table", "Copy table", partial(copy_all, self.pane.table, self.pane.table.cells),
                   "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    # What is shown

    def reload(self) -> None:
        """Every action as it stands now."""
        db, today = self._desk.db, in_london(self._now()).date()
        found = in_order(actions.all_actions(db), today)
        self._found = {one.id: one for one in found}
        self.model.set_rows(action_rows(db, found, now=self._now()), keys=[one.id for one in found])
        self._show(self.pane.table.current_key)

    @Slot(str)
    def _show(self, key: str) -> None:
        one = self._found.get(key)
        if one is None:
            self.detail.clear()
        else:
            here = [action for action in self.page_actions() if action.name in ("done", "progress", "reopen")]
            self.detail.show_detail(
                action_detail(
                    self._desk.db,
                    one,
                    [replace(action, primary=False) for action in here],
                    now=self._now(),
                    go=self.go_to_meeting,
                    history=self._show_history,
                )
            )
        self.state_changed.emit()

    def status_text(self) -> str:
        """How many rows are shown."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    @Slot(str)
    def show_row(self, key: str) -> None:
        """An action, also one that is closed."""
        self.catch_up()
        one = self._found.get(key)
        if one is not None and one.status is not ActionStatus.OPEN:
            self.pane.show_query(Query(conditions=(Condition("status", (one.status.label,)),)))
        self.pane.show_row(key)

    # What is chosen

    def _current(self) -> ForumAction | None:
        return self._found.get(self.pane.table.current_key)

    def _said(self) -> Said:
        return Said(in_london(self._now()).date())

    def _is_one(self) -> bool:
        return self._current() is not None

    def _may_change(self) -> bool:
        return self._is_one() and not self._desk.opened.read_only

    def _is_open(self) -> bool:
        one = self._current()
        return self._may_change() and one is not None and one.status is ActionStatus.OPEN

    def _is_closed(self) -> bool:
        return self._may_change() and not self._is_open()

    # What the actions do

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._is_open():
            self.acts.ask_progress()

    def go_to_meeting(self) -> None:
        """The event at which the action was raised."""
        one = self._current()
        if one is not None:
            self._desk.navigator.go("forums", one.event_id)

    def _show_history(self) -> None:
        one = self._current()
        if one is not None:
            show_row_history(self._desk.db, "forum_action", one.id, self)

    def _save_table(self) -> None:
        db = self._desk.db
        shown = [self._found[str(row[0])] for row in self.model.all_rows()]
        table = shown_table("Actions", self.model, self.pane.bar)
        ask_and_save(replace(table, exempt=exemption_of_actions(db, shown)), self._desk.messages, self, db=db)
