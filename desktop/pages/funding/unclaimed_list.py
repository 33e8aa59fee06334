"""The list in a table with its filter, and beside it the row chosen with every rule’s finding."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.funding.unclaimed_detail import unclaimed_detail
from desktop.pages.settling import Settling
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import Condition, Query
from resources.tables import Table
from resources.wording import and_list
from workforce.funding.unclaimed.explaining import explain
from workforce.funding.unclaimed.tables import COLUMNS, row_of, unclaimed_table
from workforce.funding.unclaimed.unclaimed import Unclaimed


class UnclaimedList(QWidget):
    """`moved` when another row is chosen or others are shown. `edit_note` puts right what was noted."""

    moved = Signal()

    def __init__(
        self, desk: Desk, pane_actions: Callable[[], Sequence[Action]], edit_note: Callable[[Unclaimed, str], object]
    ) -> None:  # fmt: skip
        super().__init__()
        self._desk, self._pane_actions, self._edit_note = desk, pane_actions, edit_note
        self._rows: dict[str, Unclaimed] = {}
        self._on = date.min
        self._may_write = False
        self._model = RowsModel(COLUMNS)
        self.pane = TablePane(
            self._model, name="funding_unclaimed", title="Eligible and not claimed",
            chips=("standing", "fund", "district", "officer"), settings=desk.settings,
        )  # fmt: skip
        self.detail = DetailPane("Not claimed", "Choose a row to see what each rule found and whom to ring.")
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(800, 378)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)

    def show_rows(self, rows: Sequence[Unclaimed], *, on: date, may_write: bool) -> None:
        """The list as at a day."""
        self._rows, self._on, self._may_write = {one.key: one for one in rows}, on, may_write
        self._model.set_rows([row_of(one) for one in rows], keys=list(self._rows))
        self._settling.now()

    def show_only(self, column: str, value: str) -> None:
        """Filter by one value of a column."""
        self.pane.show_query(Query(conditions=(Condition(column, (value,)),)))

    def shown(self) -> list[Unclaimed]:
        """The rows that the filter leaves, in their order."""
        return [self._rows[row[0]] for row in self._model.all_rows() if row[0] in self._rows]

    def meant(self) -> list[Unclaimed]:
        """The rows selected, where there are several; otherwise those shown."""
        selected = self.pane.table.selected_keys()
        if len(selected) < 2:
            return self.shown()
        return [one for one in self.shown() if one.key in set(selected)]

    def chosen(self) -> Unclaimed | None:
        """The row that the cursor is on."""
        return self._rows.get(self.pane.table.current_key)

    def show_row(self, key: str) -> None:
        """Put the cursor on a row, or on the first of a service, provider or note."""
        if key in self._rows:
            self.pane.show_row(key)
            return
        for one in self._rows.values():
            noted = one.approached.id if one.approached else ""
            if key in (one.place.service_id, one.place.provider_id, noted) or key.endswith(
                one.place.service_id
            ):
                self.pane.show_row(one.key)
                return

    @property
    def rows_words(self) -> str:
        """How many."""
        return self.pane.rows_words

    def table(self) -> Table:
        """The rows shown, and by what they were filtered."""
        parts = [part.words for part in self.pane.bar.parts()]
        filtered = f", filtered by {and_list(parts)}" if parts else ""
        return unclaimed_table(self.shown(), self._on, filtered=filtered)

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        held = self.chosen()
        if held is None:
            self.detail.clear()
            return
        told = explain(self._desk.db, held, on=self._on)
        actions = self._pane_actions() if self._may_write else ()
        self.detail.show_detail(
            unclaimed_detail(
                held, told, actions, self._desk.navigator, lambda key: self._edit_note(held, key)
            )
        )
