"""Workplaces of ASC-WDS, and what their records lack."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop import clock
from desktop.dialogs.funding.tie_workplace import AnotherDay
from desktop.pages.funding.ascwds_list import AscwdsList
from desktop.pages.funding.ascwds_menu import AscwdsMenu
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.parts import label
from resources.tables import Table
from workforce.ascwds.workplaces import Workplace, is_workplace


class AscwdsSide(PageSide):
    """A row for each workplace as at a day; the pane has what is missing and its figures."""

    tab = "ASC-WDS"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self._chosen_day: date | None = None
        self.menu = AscwdsMenu(desk, self, self, now=now)
        self.list = AscwdsList(desk, self.menu.first(), self.menu.acts.go_to_register)
        self.pane = self.list.pane
        # the primary one stands at the top of the page
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        self.said = label("", "quiet", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        head.addWidget(self.said, 3)
        head.addWidget(self.row, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.list.moved.connect(self._tell)

    def actions_here(self) -> list[Action]:
        """Files in, lists out, and what the chosen workplace is."""
        return self.menu.listed()

    # What is chosen

    @property
    def day(self) -> date:
        """The day as of which records are judged: today, unless another was asked for."""
        return self._chosen_day or self._today()

    @property
    def one(self) -> Workplace | None:
        """The workplace that the cursor is on."""
        return self.list.one

    @property
    def keys(self) -> list[str]:
        """Those selected."""
        return self.list.keys

    @property
    def has_rows(self) -> bool:
        """Whether there is any workplace."""
        return self.list.has_rows

    def ask_day(self) -> None:
        """Judge the records as at another day."""
        AnotherDay(self.day, self._today(), self).ask(self._show_day)

    def _show_day(self, day: date) -> None:
        self._chosen_day = None if day == self._today() else day
        self.reload()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The workplaces as they stand on the day."""
        self.list.show_day(self.day)
        self.said.setText(self.list.words)
        self.row.setVisible(self.has_rows)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a workplace's."""
        return is_workplace(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Put the cursor on a workplace."""
        self.pane.show_row(key)

    def table(self) -> Table | None:
        """The workplaces shown."""
        return self.list.table()

    def row_for_history(self) -> tuple[str, str]:
        """The workplace chosen."""
        return "workplace", self.one.id if self.one is not None else ""

    def status_text(self) -> str:
        """How many rows."""
        return self.pane.rows_words if self.has_rows else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.list.focus_first()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()
