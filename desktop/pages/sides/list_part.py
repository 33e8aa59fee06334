"""A table with its filter, and beside it a pane for the row chosen; while there is no row, the way to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import scrolled, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Cell, Column, Table


class ListPart(QWidget):
    """`moved` when another row is chosen, `opened` with its key. `draw` says what the pane shows of a key.

    `beneath` stands below the table.
    """

    moved = Signal()
    opened = Signal(str)

    def __init__(
        self, desk: Desk, columns: Sequence[Column], *, name: str, title: str, one: str, empty: EmptyPage,
        draw: Callable[[str], Detail | None], chips: Sequence[str] = (), sizes: tuple[int, int] = (800, 378),
        beneath: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._draw_one, self._title = draw, title
        self._model = RowsModel(columns)
        self.pane = TablePane(self._model, name=name, title=title, chips=chips, settings=desk.settings)
        self.detail = DetailPane(one, "Choose a row to see more of it.")
        self.empty = empty
        self._settling = Settling(self._draw, self)
        self._held = side_by_side(_above(self.pane, beneath), self.detail, sizes=sizes)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._held)
        self._pile.addWidget(empty)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self.opened)
        self.pane.counted.connect(self.moved)

    @property
    def key(self) -> str:
        """The row that the cursor is on."""
        return self.pane.table.current_key

    @property
    def has_rows(self) -> bool:
        """Whether there is any row, filtered or not."""
        return self._pile.currentWidget() is self._held

    def show_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[str]) -> None:
        """Other rows; the first is chosen where none is."""
        self._model.set_rows(rows, keys=keys)
        self._pile.setCurrentWidget(self._held if keys else self.empty)
        if keys and not self.key:
            self.pane.table.go_to_first()
        self._settling.now()

    def show_row(self, key: str) -> None:
        """Put the cursor on a row."""
        self.pane.show_row(key)

    def table(self, notes: tuple[str, ...] = ()) -> Table:
        """The rows shown."""
        return shown_table(self._title, self._model, self.pane.bar, notes=notes)

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        (self.pane.focus_table if self.has_rows else self.empty.setFocus)()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        found = self._draw_one(self.key) if self.key else None
        if found is None:
            self.detail.clear()
        else:
            self.detail.show_detail(found)


def _above(pane: TablePane, beneath: QWidget | None) -> QWidget:
    if beneath is None:
        return pane
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(pane, 1)
    column.addWidget(beneath)
    return scrolled(both, sideways=False)  # with large letters there is no room for both at once
