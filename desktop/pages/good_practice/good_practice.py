"""Good practice: what providers shared, who could be a buddy to whom, and the pairs that there are."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.dialogs.row_history import show_row_history
from desktop.pages.good_practice.finder_side import FinderSide
from desktop.pages.good_practice.pairs_side import PairsSide
from desktop.pages.good_practice.practices_side import PracticesSide
from desktop.pages.good_practice.side import TableSide
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.shell.public_view import PublicView
from desktop.shell.side import SideTabs


class GoodPracticePage(Page):
    """Three sides behind tabs; each is read anew when it is turned to."""

    def __init__(self, desk: Desk, *, today: Callable[[], date] | None = None) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        today = today or clock.today
        self.practices = PracticesSide(desk, today=today)
        self.finder = FinderSide(desk, today=today)
        self.pairs = PairsSide(desk, today=today)
        self.sides: tuple[TableSide, ...] = (self.practices, self.finder, self.pairs)
        self.tabs = SideTabs(self.sides, "Sides of good practice")
        self.tabs.moved.connect(self.state_changed)
        self.tabs.turned.connect(self.reload)
        for side in self.sides:
            side.turn_to.connect(self.turn_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def public_view(self) -> PublicView:
        """What of each side is public, one after another, and which sides are covered."""
        return self.tabs.public_view()

    @property
    def current(self) -> TableSide:
        """The side that is shown."""
        return self.sides[self.tabs.at]

    def page_actions(self) -> list[Action]:
        """What can be done here; those of each side stand in a menu of their own."""
        return [
            Action("note", "Note good practice…", self.note, "Ctrl+N", primary=True, icon="add",
                   enabled=self._may_write),
            Action("document", "Word document…", self.practices.acts.ask_document, "Ctrl+Shift+W", icon="word",
                   tip="Good practice that may be published, by theme"),
            Action("save_table", "Save table…", self._save, "Ctrl+S", icon="export"),
            Action("copy_table", "Copy table", self._copy, "Ctrl+Shift+C", icon="copy", toolbar=False),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history", toolbar=False,
                   enabled=self._has_row),
            *self.tabs.ways(self.tabs.bar.setCurrentIndex),
            *self.tabs.actions_here(),
        ]  # fmt: skip

    def note(self) -> None:
        """What a provider shared."""
        self.practices.acts.note()

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _has_row(self) -> bool:
        return bool(self.current.row_for_history()[1])

    def _history(self) -> None:
        table, key = self.current.row_for_history()
        show_row_history(self._desk.db, table, key, self)

    def _save(self) -> None:
        ask_and_save(self.current.table(), self._desk.messages, self, db=self._desk.db)

    def _copy(self) -> None:
        from resources.files.writing import table_as_text  # loaded when first used

        QGuiApplication.clipboard().setText(table_as_text(self.current.table()))
        self._desk.messages.done("Copied the table", undo=False)

    # Which side

    @Slot(str, str)
    def turn_to(self, tab: str, key: str) -> None:
        """Show a side by its name, at a row if one is given."""
        side = next(one for one in self.sides if one.tab == tab)
        if side is self.current:
            side.reload()
        self.tabs.turn_to(side)
        if key:
            side.show_row(key)
        else:
            side.focus_first()

    # What the window asks

    @Slot()
    def reload(self) -> None:
        """The side shown, as it stands now."""
        self.current.reload()
        self.state_changed.emit()

    def show_row(self, key: str) -> None:
        """A practice, a pair, or a service in the finder, whichever the key is of."""
        side = next((one for one in (self.practices, self.pairs, self.finder) if one.has(key)), None)
        if side is not None:
            self.turn_to(side.tab, key)

    def status_text(self) -> str:
        """How many rows."""
        return self.current.status_text()

    def focus_first(self) -> None:
        """The table of the side shown."""
        self.current.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.current.focus_filter()
