"""What is to be remembered, the soonest first."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.todo_lists import DUE, LIMITS, LISTS, PAY, ToDoLists
from desktop.pages.iwork.todo_menu import ToDoMenu
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from resources.tables import Table
from workforce.iwork.placements.reminders import is_reminder


class ToDoSide(IWorkSide):
    """What follows from facts and what somebody typed; beside them hours over all jobs, and benefit limits."""

    tab = "To do"

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, office, now=now)
        self.menu = ToDoMenu(desk, self, self, today=self._today)
        first = Action("todo_first", "Add a reminder", self.menu.acts.add)
        self.lists = ToDoLists(desk, first, self.menu.in_pane, today=self._today, looked=self.looked)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        head = row_of_choices()
        self.show_what = add_choice(head, "Show", [(one, one) for one in LISTS], least_letters=14)
        self.show_what.show_answer(DUE)
        put_beside(head, [self.row], share=5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.lists, 1)
        self.show_what.changed.connect(self._turn)
        self.lists.moved.connect(self._tell)
        self.lists.opened.connect(self._open_row)
        self.menu.acts.added.connect(self._show_added)

    def actions_here(self) -> list[Action]:
        """What can be done about it."""
        return self.menu.listed()

    @Slot()
    def go(self) -> None:
        """To where it is done."""
        one = self.lists.chosen()
        if one is not None and one.tab:
            self.turn_to.emit(one.tab, one.row)
        elif self.lists.what == PAY and self.lists.key:
            self.turn_to.emit("People", self.lists.key)

    @Slot(str)
    def _open_row(self, _key: str) -> None:
        if self.lists.what == LIMITS and self.may_write():
            self.menu.acts.set_limit()
        elif self.menu.has_way():
            self.go()
        elif self.menu.is_typed_open():
            self.menu.acts.edit()

    # What is shown

    @Slot()
    def _turn(self) -> None:
        self.lists.turn(str(self.show_what.answer() or DUE))
        self._tell()

    @Slot()
    def reload(self) -> None:
        """The list as it stands now."""
        self.lists.reload()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    @Slot(str)
    def _show_added(self, key: str) -> None:
        self.turn_to.emit(self.tab, key)

    def has(self, key: str) -> bool:
        """Whether it is a reminder that somebody typed."""
        return is_reminder(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """A reminder, whatever list was shown."""
        if self.lists.what != DUE:
            self.show_what.show_answer(DUE)
        self.lists.show_row(key)

    def table(self) -> Table | None:
        """The rows shown."""
        return self.lists.table()

    def row_for_history(self) -> tuple[str, str]:
        """The reminder chosen."""
        return "reminder", self.menu.reminder_key() if self.menu.is_typed() else ""

    def status_text(self) -> str:
        """How many rows."""
        return self.lists.part.pane.rows_words

    def focus_first(self) -> None:
        """The list, or the way to begin."""
        self.lists.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.lists.part.pane.bar.focus_field()
