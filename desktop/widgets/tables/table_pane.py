"""A filter bar over a table, wired: what a page puts in its middle."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.settings import Settings
from desktop.widgets.empty import EmptyPage
from desktop.widgets.flow import FlowLayout
from desktop.widgets.parts import button, empty_layout, label
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.filter_bar import FilterBar, Part
from desktop.widgets.tables.table import TableView
from resources.database import Query
from resources.wording import count_of


class TablePane(QWidget):
    """Filter, table, and what stands there when nothing is left or there is nothing at all.

    `chips` names the columns to filter by; `empty` is shown when the table has no rows without a filter.
    `counted` tells that the number of rows shown changed.
    """

    counted = Signal()

    def __init__(
        self,
        model: CellModel,
        *,
        name: str,
        title: str,
        chips: Sequence[str] = (),
        settings: Settings | None = None,
        empty: EmptyPage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        by_name = {column.name: column for column in model.columns}
        self.bar = FilterBar([by_name[chip] for chip in chips], model.choices, title=title)
        self.table = TableView(model, name=name, title=title, settings=settings)
        self._empty = empty
        self._total = 0
        self._nothing = QWidget()
        self._nothing_words = label("", "bold", wrap=True)
        self._nothing_words.setMinimumWidth(1)  # a long word is cut rather than the window widened
        self._lifts = FlowLayout()
        self._lay_out()
        self.bar.changed.connect(self._filter)
        self.bar.left.connect(self._enter_table)
        model.modelReset.connect(self._recount)
        self.table.filter_asked.connect(self.bar.focus_field)
        self._recount()

    def _lay_out(self) -> None:
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(PANE, 24, PANE, PANE)
        nothing.addWidget(self._nothing_words)
        nothing.addLayout(self._lifts)
        nothing.addStretch(1)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.table)
        self._pile.addWidget(self._nothing)
        if self._empty is not None:
            self._pile.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 4, PANE, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addLayout(self._pile, 1)

    @property
    def rows_words(self) -> str:
        """What the status line says: `37 rows`."""
        return count_of(self.model.count().number, "row")

    @property
    def is_empty(self) -> bool:
        """Whether there is no row at all, and the way to begin stands in the table's place."""
        return self._empty is not None and self._pile.currentWidget() is self._empty

    def reload(self) -> None:
        """Read again; the cursor stays on its row."""
        self.model.reload()

    def show_query(self, query: Query) -> None:
        """Filter as another page asks."""
        self.bar.set_query(query)

    def show_row(self, key: str) -> None:
        """Put the cursor on a row; a filter that hides it is lifted."""
        if not self.table.go_to(key):
            self.bar.set_query(
                Query(order_by=self.model.query.order_by, descending=self.model.query.descending)
            )
            self.table.go_to(key)
        self.table.setFocus()

    def focus_table(self) -> None:
        """The keyboard goes to the table, on its first row when it was on none; or to what stands in its place."""
        shown = self._pile.currentWidget()
        if self._empty is not None and shown is self._empty:
            self._empty.setFocus()
        elif shown is self._nothing:
            self.bar.focus_field()
        else:
            self._enter_table()

    @Slot(object)
    def _filter(self, query: Query) -> None:
        shown = self.model.query
        self.model.set_query(Query(query.text, query.conditions, shown.order_by, shown.descending))

    @Slot()
    def _enter_table(self) -> None:
        self.table.setFocus()
        if not self.table.current_key:
            self.table.go_to_first()

    @Slot()
    def _recount(self) -> None:
        count = self.model.count()
        filtered = bool(self.bar.query.text.strip() or self.bar.query.conditions)
        if not filtered or not self._total:
            self._total = count.number if not filtered else self.model.count_for(Query())
        self.bar.set_count(count, max(self._total, count.number))
        self._show_what_fits(count.number, filtered)
        self.counted.emit()

    def _show_what_fits(self, rows: int, filtered: bool) -> None:
        if rows or not (filtered or self._empty):
            self._pile.setCurrentWidget(self.table)
        elif filtered:
            self._say_what_to_lift()
            self._pile.setCurrentWidget(self._nothing)
        elif self._empty is not None:
            self._pile.setCurrentWidget(self._empty)
        self.bar.setVisible(not self.is_empty)

    def _say_what_to_lift(self) -> None:
        empty_layout(self._lifts)
        parts = self.bar.parts()
        self._nothing_words.setText("Nothing matches " + " with ".join(part.words for part in parts) + ".")
        helpful = [(part, self.model.count_for(part.without)) for part in parts]
        helpful = [(part, left) for part, left in helpful if left] or [
            (Part("all filters", Query()), self._total)
        ]
        for part, left in helpful:
            self._lifts.addWidget(self._lift_button(part, left))

    def _lift_button(self, part: Part, left: int) -> QWidget:
        made = button(f"Lift {part.words}: {count_of(left, 'row')}")
        made.clicked.connect(partial(self._lift, part.without))
        return made

    def _lift(self, query: Query) -> None:
        self.bar.set_query(query)
        self.bar.focus_field()
