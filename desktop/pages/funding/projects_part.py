"""One of the lists of the side Projects: a table with the pane of the row chosen, or what an empty list says."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table


class ListPart(QWidget):
    """`read` gives the table and its keys anew; `detail` what is said of one. `moved` when another row is chosen."""

    moved = Signal()

    def __init__(
        self, desk: Desk, read: Callable[[], tuple[Table, Sequence[str]]], detail: Callable[[str], Detail],
        first: Action, *, name: str, nothing: str, choose: str, chips: Sequence[str],
    ) -> None:  # fmt: skip
        super().__init__()
        self._read, self._detail = read, detail
        table, _ = read()
        self._title, self._exempt = table.title, table.exempt
        self._model = RowsModel(table.columns)
        self.pane = TablePane(self._model, name=name, title=table.title, chips=chips, settings=desk.settings)
        self.empty = EmptyPage(nothing, None if desk.opened.read_only else first)
        self.detail = DetailPane(table.title, choose)
        self._settling = Settling(self._draw, self)
        self._held = side_by_side(self.pane, self.detail, sizes=(800, 378))
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._held)
        self._pile.addWidget(self.empty)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self.moved)

    def reload(self) -> None:
        """The list as it stands now; the first row is chosen where none is."""
        table, keys = self._read()
        self._model.set_rows(table.rows, keys=keys)
        self._pile.setCurrentWidget(self._held if keys else self.empty)
        if keys and self.key not in keys:
            self.pane.table.go_to_first()
        self._settling.now()

    @property
    def key(self) -> str:
        """The key of the row chosen."""
        return self.pane.table.current_key

    @property
    def has_rows(self) -> bool:
        """Whether there is anything in the list."""
        return self._pile.currentWidget() is self._held

    def table(self) -> Table:
        """The rows shown."""
        return replace(shown_table(self._title, self._model, self.pane.bar), exempt=self._exempt)

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        if self.has_rows:
            self.pane.focus_table()
        else:
            self.empty.setFocus()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        if self.key:
            self.detail.show_detail(self._detail(self.key))
        else:
            self.detail.clear()
