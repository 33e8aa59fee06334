"""What is not claimed, summed up by fund, by what for, by district or by portfolio officer."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.shell.page import Desk
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.funding.unclaimed.tables import GROUPS, sum_columns, sums_table
from workforce.funding.unclaimed.unclaimed import Unclaimed

_COLUMN_OF = {"provider": "provider", "fund": "fund", "district": "district", "officer": "officer"}


class SumsPart(QWidget):
    """A table for each way of summing up. `show_group` gets a column of the list and a value of it."""

    def __init__(self, desk: Desk, show_group: Callable[[str, str], object]) -> None:
        super().__init__()
        self._show_group = show_group
        self._by = next(iter(GROUPS))
        self._table: Table | None = None
        self.panes: dict[str, TablePane] = {}
        self._models: dict[str, RowsModel] = {}
        self._pile = QStackedLayout(self)
        for by, (words, _) in GROUPS.items():
            self._models[by] = RowsModel(sum_columns(by))
            pane = TablePane(
                self._models[by], name=f"funding_unclaimed_{by}", title=f"Not claimed by {words.lower()}",
                settings=desk.settings,
            )  # fmt: skip
            pane.table.opened.connect(self._open)
            self.panes[by] = pane
            self._pile.addWidget(pane)

    def show_sums(self, rows: Sequence[Unclaimed], by: str, on: date) -> None:
        """All rows of the list, summed up by one of them."""
        self._by = by
        self._table = sums_table(rows, by, on)
        self._models[by].set_rows(self._table.rows, keys=[str(row[0]) for row in self._table.rows])
        self._pile.setCurrentWidget(self.panes[by])

    @Slot(str)
    def _open(self, key: str) -> None:
        column = _COLUMN_OF.get(self._by)
        if column is not None:
            self._show_group(column, key)

    @property
    def rows_words(self) -> str:
        """How many."""
        return self.panes[self._by].rows_words

    def table(self) -> Table | None:
        """All of it."""
        return self._table

    def focus_first(self) -> None:
        """The table."""
        self.panes[self._by].focus_table()
