"""A page whose sides stand behind tabs: Survey, Funding and Training."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.dialogs.row_history import show_row_history
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.shell.public_view import PublicView
from desktop.shell.side import Side, SideTabs
from resources.tables import Table
from resources.wording import in_london


class PageSide(Side):
    """A side of such a page. Emit `turn_to` with another side's tab and the key of a row of it to show that side."""

    turn_to = Signal(str, str)

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk)
        self._now = now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def has(self, key: str) -> bool:
        """Whether the key is of a row that this side shows."""
        return False

    def show_row(self, key: str) -> None:
        """Put the cursor on a row."""


class SidesPage(Page):
    """Its tabs, and what each side can do in a menu of its own; a side is read anew when it is turned to."""

    def __init__(self, desk: Desk, sides: Sequence[PageSide], name: str) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self.sides = tuple(sides)
        self.tabs = SideTabs(self.sides, name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.tabs, 1)
        self.tabs.turned.connect(self.show_side)
        self.tabs.moved.connect(self.state_changed)
        for side in self.sides:
            side.turn_to.connect(self.turn_to)

    @property
    def current(self) -> PageSide:
        """The side that is shown."""
        return self.sides[self.tabs.at]

    def public_view(self) -> PublicView:
        """What of each side is public, one after another, and which sides are covered."""
        return self.tabs.public_view()

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done on every side; those of each side stand in a menu of its own."""
        return [
            Action("save_table", "Save table…", self._save, "Ctrl+S", icon="export", enabled=self._has_table),
            Action("copy_table", "Copy table", self._copy, "Ctrl+Shift+C", icon="copy", toolbar=False,
                   enabled=self._has_table),
            *self.papers(),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history", toolbar=False,
                   enabled=self._has_row),
            *self.tabs.ways(self.tabs.bar.setCurrentIndex),
            *self.tabs.actions_here(),
        ]  # fmt: skip

    def papers(self) -> list[Action]:
        """What is given to others whichever side is shown; a page with documents of its own lists them here."""
        return []

    def shown_table(self) -> Table | None:
        """What is shown as a table, to copy or save; None where there is none."""
        return self.current.table()

    def _has_table(self) -> bool:
        return self.shown_table() is not None

    def _save(self) -> None:
        table = self.shown_table()
        if table is not None:
            ask_and_save(table, self._desk.messages, self, db=self._desk.db)

    def _copy(self) -> None:
        from resources.files.writing import table_as_text  # loaded when first used

        table = self.shown_table()
        if table is not None:
            QGuiApplication.clipboard().setText(table_as_text(table))
            self._desk.messages.done("Copied the table", undo=False)

    def _has_row(self) -> bool:
        return bool(self.current.row_for_history()[1])

    def _history(self) -> None:
        table, key = self.current.row_for_history()
        show_row_history(self._desk.db, table, key, self)

    # What is shown

    def reload(self) -> None:
        """What is shown, as it stands now."""
        self.show_side()

    @Slot()
    def show_side(self) -> None:
        """The side that is shown, as it stands now."""
        self.current.reload()
        self.state_changed.emit()

    @Slot(str, str)
    def turn_to(self, tab: str, key: str) -> None:
        """Show a side by its name, at a row if one is given."""
        self._turn(next(one for one in self.sides if one.tab == tab), key)

    def _turn(self, side: PageSide, key: str) -> None:
        if side is self.current:
            self.show_side()
        else:
            self.tabs.turn_to(side)
        if key:
            side.show_row(key)
        else:
            side.focus_first()

    # What the window asks

    def show_row(self, key: str) -> None:
        """A row of this page, on the side that has it."""
        self.catch_up()
        side = next((one for one in self.sides if one.has(key)), None)
        if side is not None:
            self._turn(side, key)

    def status_text(self) -> str:
        """What the side shown says."""
        return self.current.status_text()

    def focus_first(self) -> None:
        """Where the work of the side shown begins."""
        self.current.focus_first()

    def focus_filter(self) -> None:
        """The filter of the side shown."""
        self.current.focus_filter()
