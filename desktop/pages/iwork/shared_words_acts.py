"""The tasks and adjustments to choose from: listed, added, renamed, archived and restored."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import clock
from desktop.dialogs.iwork.profile_parts import WriteWord, WrittenWord
from desktop.dialogs.iwork.shared_words import SharedWordsList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.wording import in_london
from workforce.iwork.profile.adjustments import (
    add_adjustment,
    adjustment,
    archive_adjustment,
    edit_adjustment,
    restore_adjustment,
)
from workforce.iwork.profile.tables import adjustments_table, tasks_table
from workforce.iwork.profile.tasks import add_task, archive_task, areas, edit_task, restore_task, task


class SharedWordsActs(QObject):
    """`listed` are for the menu of a side whose rows use these words."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(view)
        self._desk, self._view, self._now = desk, view, now

    def listed(self) -> list[Action]:
        """What can be done."""
        return [
            Action("profile_tasks", "Tasks to choose from…", self.tasks, toolbar=False, enabled=self._may_write),
            Action("profile_adjustments", "Adjustments to choose from…", self.adjustments, toolbar=False,
                   enabled=self._may_write),
        ]  # fmt: skip

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _today(self) -> date:
        return in_london(self._now()).date()

    def tasks(self) -> None:
        """All tasks."""
        _TaskList(self._desk, self._today, self._view).open()

    def adjustments(self) -> None:
        """All adjustments."""
        _AdjustmentList(self._desk, self._today, self._view).open()


class _TaskList(SharedWordsList):
    """Tasks, by area."""

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(
            "Tasks to choose from", "task", tasks_table(desk.db)[0].columns, desk.settings, parent
        )
        self._db, self._today = desk.db, today
        self.offer("Add task…", self._add, primary=True)
        self.offer("Change…", self._change)
        self.offer("Archive or restore", self._turn)
        self.close_with("Close")
        self.show_rows(*tasks_table(self._db))

    def _add(self) -> None:
        WriteWord("task", self, areas=areas(self._db)).ask(self._added)

    def _added(self, said: WrittenWord) -> None:
        made = add_task(self._db, said.name, easy=said.easy, area=said.area)
        self.show_rows(*tasks_table(self._db))
        self.pane.show_row(made.id)

    def _change(self) -> None:
        if self.key:
            held = task(self._db, self.key)
            start = WrittenWord(held.name, held.easy, held.area)
            WriteWord("task", self, areas=areas(self._db), held=start).ask(self._changed)

    def _changed(self, said: WrittenWord) -> None:
        edit_task(self._db, self.key, name=said.name, easy=said.easy, area=said.area)
        self.show_rows(*tasks_table(self._db))

    def _turn(self) -> None:
        if self.key:
            if task(self._db, self.key).archived_on is None:
                archive_task(self._db, self.key, today=self._today())
            else:
                restore_task(self._db, self.key)
            self.show_rows(*tasks_table(self._db))


class _AdjustmentList(SharedWordsList):
    """Adjustments, by name."""

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget) -> None:
        columns = adjustments_table(desk.db)[0].columns
        super().__init__("Adjustments to choose from", "adjustment", columns, desk.settings, parent)
        self._db, self._today = desk.db, today
        self.offer("Add adjustment…", self._add, primary=True)
        self.offer("Change…", self._change)
        self.offer("Archive or restore", self._turn)
        self.close_with("Close")
        self.show_rows(*adjustments_table(self._db))

    def _add(self) -> None:
        WriteWord("adjustment", self).ask(self._added)

    def _added(self, said: WrittenWord) -> None:
        made = add_adjustment(self._db, said.name, easy=said.easy)
        self.show_rows(*adjustments_table(self._db))
        self.pane.show_row(made.id)

    def _change(self) -> None:
        if self.key:
            held = adjustment(self._db, self.key)
            WriteWord("adjustment", self, held=WrittenWord(held.name, held.easy)).ask(self._changed)

    def _changed(self, said: WrittenWord) -> None:
        edit_adjustment(self._db, self.key, name=said.name, easy=said.easy)
        self.show_rows(*adjustments_table(self._db))

    def _turn(self) -> None:
        if self.key:
            if adjustment(self._db, self.key).archived_on is None:
                archive_adjustment(self._db, self.key, today=self._today())
            else:
                restore_adjustment(self._db, self.key)
            self.show_rows(*adjustments_table(self._db))
