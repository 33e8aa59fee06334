"""What can be done on the side ASC-WDS, and when."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.pages.funding.ascwds_acts import AscwdsActs
from desktop.pages.funding.ascwds_import import AscwdsImport
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Table
from workforce.ascwds.tables import all_missing_table, files_table
from workforce.ascwds.workplaces import Workplace


class AscwdsView(Protocol):
    """The side, as its actions see it."""

    @property
    def one(self) -> Workplace | None: ...

    @property
    def keys(self) -> list[str]: ...

    @property
    def has_rows(self) -> bool: ...

    @property
    def day(self) -> date: ...

    def may_write(self) -> bool: ...

    def ask_day(self) -> None: ...


class AscwdsMenu(QObject):
    """Files in, lists out, and what the chosen workplace is."""

    def __init__(self, desk: Desk, side: AscwdsView, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._desk, self._side, self._view = desk, side, view
        self.imports = AscwdsImport(desk, view, now=now)
        self.acts = AscwdsActs(desk, view, self._keys, day=self._day)

    def first(self) -> Action:
        """How it begins."""
        return Action("empty_ascwds", "Take in ASC-WDS files…", self.imports.choose)

    def listed(self) -> list[Action]:
        """For the menu; those with a place in a toolbar stand above the table too."""
        acts, one, some, any_ = self.acts, self._may_change, self._has_chosen, self._has_rows
        return [
            Action("ascwds_take_in", "Take in ASC-WDS files…", self.imports.choose, icon="import", primary=True,
                   enabled=self._side.may_write),
            Action("ascwds_list", "List for the provider…", acts.save_chosen, icon="word", enabled=some,
                   tip="What the chosen workplaces lack, in Word"),
            Action("ascwds_tie", "Tie to the register…", acts.tie, icon="merge", enabled=one),
            Action("ascwds_day", "Another day…", self._side.ask_day, icon="calendar", enabled=any_),
            Action("ascwds_list_all", "Lists of all that are not complete…", acts.save_all, icon="word", toolbar=False,
                   enabled=any_),
            Action("ascwds_missing", "Save all that is missing as a table…", self.save_missing, icon="export",
                   toolbar=False, enabled=any_),
            Action("ascwds_files", "Save the list of files taken in…", self.save_files, icon="history", toolbar=False,
                   enabled=any_),
            Action("ascwds_untie", "Untie from the register", acts.untie, toolbar=False, enabled=self._may_untie),
            Action("ascwds_register", "Open in Providers", acts.go_to_register, icon="providers", toolbar=False,
                   enabled=self._is_tied),
            Action("ascwds_remove", "Remove the workplace…", acts.remove, toolbar=False, enabled=one),
        ]  # fmt: skip

    def _keys(self) -> list[str]:
        return self._side.keys

    def _day(self) -> date:
        return self._side.day

    def _has_rows(self) -> bool:
        return self._side.has_rows

    def _has_chosen(self) -> bool:
        return self._side.one is not None

    def _may_change(self) -> bool:
        return self._side.may_write() and self._has_chosen()

    def _is_tied(self) -> bool:
        one = self._side.one
        return one is not None and one.is_tied

    def _may_untie(self) -> bool:
        return self._side.may_write() and self._is_tied()

    def save_missing(self) -> None:
        """Every record that is missing something, as a table."""
        self._save(all_missing_table(self._desk.db, on=self._side.day))

    def save_files(self) -> None:
        """Which files were taken in."""
        self._save(files_table(self._desk.db))

    def _save(self, table: Table) -> None:
        ask_and_save(table, self._desk.messages, self._view, db=self._desk.db)
