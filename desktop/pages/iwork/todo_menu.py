"""What can be done on the side To do, and when."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.pages.iwork.todo_acts import ToDoActs
from desktop.pages.iwork.todo_lists import DONE, DUE, LIMITS, PAY, ToDoLists
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.iwork.placements.benefits import benefit_rules, rule_of_key
from workforce.iwork.placements.reminders import is_reminder


class ToDoView(Protocol):
    """The side, as its actions see it."""

    is_current: bool
    lists: ToDoLists

    def may_write(self) -> bool: ...

    def go(self) -> None: ...


class ToDoMenu(QObject):
    """The actions, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: ToDoView, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._desk, self._side = desk, side
        self.acts = ToDoActs(desk, view, self.reminder_key, self._rule_key, today=today)

    def listed(self) -> list[Action]:
        """What is done most, then the rest."""
        acts = self.acts
        return [
            Action("todo_add", "Add a reminder…", acts.add, "Ctrl+N", primary=True, icon="add",
                   enabled=self._side.may_write),
            Action("todo_done", "Done", acts.finish, "Ctrl+Return", icon="check", enabled=self.is_typed_open,
                   tip="Ticks off what somebody typed; what follows from facts goes by itself"),
            Action("todo_go", "Open where it is done", self._side.go, enabled=self.has_way),
            Action("todo_edit", "Change…", acts.edit, "F2", icon="edit", enabled=self.is_typed_open),
            Action("todo_again", "Open again", acts.reopen, toolbar=False, enabled=self._is_done),
            Action("todo_remove", "Remove the reminder", acts.remove, toolbar=False, enabled=self.is_typed),
            Action("limit_set", "Set a benefit limit…", acts.set_limit, enabled=self._side.may_write,
                   tip="Looked up by a person, with its source and the day"),
            Action("limit_remove", "Remove the limit", acts.remove_limit, toolbar=False, enabled=self._is_own_limit,
                   tip="What ships with the program stands there again"),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """Those that can be run in the list shown."""
        wanted = {
            DUE: ("todo_done", "todo_go", "todo_edit"), DONE: ("todo_again", "todo_remove"), PAY: ("todo_go",),
            LIMITS: ("limit_set", "limit_remove"),
        }[self._side.lists.what]  # fmt: skip
        return [one for one in self.listed() if one.name in wanted and one.ready()]

    # What is chosen

    def reminder_key(self) -> str:
        """The reminder or thing to do that the cursor is on."""
        return self._side.lists.key if self._side.lists.what in (DUE, DONE) else ""

    def _rule_key(self) -> str:
        return self._side.lists.key if self._side.lists.what == LIMITS else ""

    def is_typed(self) -> bool:
        """Whether it is one that somebody typed."""
        return self._side.may_write() and is_reminder(self._desk.db, self.reminder_key())

    def is_typed_open(self) -> bool:
        """Whether it is one that somebody typed and nobody has done."""
        return self._side.lists.what == DUE and self.is_typed()

    def _is_done(self) -> bool:
        return self._side.lists.what == DONE and self.is_typed()

    def _is_own_limit(self) -> bool:
        key = self._rule_key()
        return (
            self._side.may_write() and bool(key) and bool(rule_of_key(benefit_rules(self._desk.db), key).id)
        )

    def has_way(self) -> bool:
        """Whether the row leads to where it is done."""
        one = self._side.lists.chosen()
        return self._side.is_current and (self._side.lists.what == PAY or (one is not None and bool(one.tab)))
