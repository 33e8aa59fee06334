"""The grid of the reach page: what stands in its rows and columns is chosen, and a cell opens the list behind it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale
from desktop.shell.settings import Settings
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.notes import Notes
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.forums.reach.figures import Reach, ServiceReach
from engagement.forums.reach.grid import ALL, Dimension, Grid, Measure, grid_of, grid_table
from resources.tables import Table

_REMEMBERED = "reach_grid"
_ROOM_FOR_NOTES = 220


class CellTable(TableView):
    """A table of which single cells are chosen; `opened` on Enter or double click, as every table's."""

    moved = Signal()

    def __init__(self, model: RowsModel, *, name: str, title: str, settings: Settings) -> None:
        super().__init__(model, name=name, title=title, settings=settings)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSortingEnabled(False)

    def _go_to_row(self, row: int) -> None:
        self.setCurrentIndex(self.cells.index(row, max(1, self.currentIndex().column(), self._kept_column)))

    def currentChanged(self, current, previous) -> None:  # type: ignore[no-untyped-def]
        """Qt's; another cell of the same row counts too."""
        super().currentChanged(current, previous)
        self.moved.emit()


class GridView(QWidget):
    """Any two of rating, kind and district, and what is counted. `opened` asks for the list behind the cell."""

    opened = Signal()
    moved = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.grid: Grid | None = None
        self.table: CellTable | None = None
        self._made: Table | None = None
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 4, PANE, 0)
        row.setSpacing(PANE)
        kept = settings.mapping(_REMEMBERED)
        dimensions = [(one.value, one.label) for one in Dimension]
        self.down = add_choice(row, "Rows", dimensions)
        self.across = add_choice(row, "Columns", dimensions)
        self.measure = add_choice(row, "Each cell counts", [])
        self.down.show_answer(kept.get("down", Dimension.RATING.value))
        self.across.show_answer(kept.get("across", Dimension.KIND.value))
        self._notes = Notes()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(row)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(PANE, 0, PANE, 0)
        self._column.addLayout(self._place, 1)
        self._column.addWidget(self._notes)
        self.down.changed.connect(self._keep_rows)
        self.across.changed.connect(self._keep_columns)
        self.measure.changed.connect(self._chosen)

    # What is chosen

    @property
    def counts(self) -> Measure:
        """What each cell counts."""
        return Measure(self.measure.answer() or Measure.SEEN.value)

    def _offer_measures(self, months: int) -> None:
        chosen = self.measure.answer() or self._settings.mapping(_REMEMBERED).get(
            "measure", Measure.SEEN.value
        )
        self.measure.blockSignals(True)
        self.measure.set_options([(one.value, one.words(months)) for one in Measure])
        self.measure.show_answer(chosen)
        self.measure.blockSignals(False)

    @Slot()
    def _keep_rows(self) -> None:
        self._keep_apart(self.down, self.across)

    @Slot()
    def _keep_columns(self) -> None:
        self._keep_apart(self.across, self.down)

    def _keep_apart(self, chosen, other) -> None:  # type: ignore[no-untyped-def]
        """Rows and columns are never the same: the other one makes way."""
        if chosen.answer() == other.answer():
            free = next(one.value for one in Dimension if one.value != chosen.answer())
            other.blockSignals(True)
            other.show_answer(free)
            other.blockSignals(False)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        kept = {"down": self.down.answer(), "across": self.across.answer(), "measure": self.measure.answer()}
        self._settings.put(_REMEMBERED, kept)
        if self.grid is not None:
            self.show_reach(self.grid.reach)

    # What is shown

    def show_reach(self, reach: Reach) -> None:
        """Draw the grid of these services."""
        self._offer_measures(reach.question.months)
        down, across = Dimension(self.down.answer()), Dimension(self.across.answer())
        self.grid = grid_of(reach, down=down, across=across)
        made = grid_table(self.grid, self.counts)
        self._fill(made)
        words = " ".join((f"{made.base}. Enter opens the list of those that a cell counts.", *made.notes))
        self._notes.say(words)
        if self.table is not None:
            self.table.setAccessibleDescription(words)
        self.moved.emit()

    def _fill(self, made: Table) -> None:
        keys = [str(row[0]) for row in made.rows]
        self._made = made
        if self.table is not None and self.table.cells.columns == made.columns:
            assert isinstance(self.table.cells, RowsModel)
            self.table.cells.set_rows(made.rows, keys=keys)
            self.table.setAccessibleName(made.title)
            return
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
        assert self.grid is not None
        name = f"reach_grid_{self.grid.down.value}_{self.grid.across.value}"
        model = RowsModel(made.columns, made.rows, keys=keys)
        self.table = CellTable(model, name=name, title=made.title, settings=self._settings)
        self._place.addWidget(self.table)
        QWidget.setTabOrder(self.measure.widget, self.table)
        self.table.opened.connect(self.opened)
        self.table.moved.connect(self.moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room it goes to the table; its description says the same."""
        super().resizeEvent(event)
        self._notes.setHidden(self.height() < _ROOM_FOR_NOTES * text_scale())

    @property
    def shown(self) -> Table:
        """The grid as a table, to copy or save."""
        assert self._made is not None
        return self._made

    @property
    def place(self) -> tuple[str, str] | None:
        """Row and column of the cell with the cursor; a row's name stands for all of the row."""
        if self.table is None or self.grid is None or not self.table.current_key:
            return None
        at = self.table.currentIndex().column()
        return self.table.current_key, self.grid.columns[at - 2] if at >= 2 else ALL

    @property
    def services(self) -> tuple[ServiceReach, ...]:
        """The services of that cell."""
        if self.place is None or self.grid is None:
            return ()
        return self.grid.cell(*self.place).services

    @property
    def to_invite(self) -> tuple[ServiceReach, ...]:
        """Those that the cell counts; where it counts who was seen, those who were not."""
        measure = Measure.NOT_SEEN if self.counts is Measure.SEEN else self.counts
        return tuple(one for one in self.services if one.band in measure.bands)

    @property
    def place_words(self) -> str:
        """Good, home care: what the cell is of."""
        parts = [part for part in self.place or () if part != ALL]
        return ", ".join(parts) or "All services"

    def focus_first(self) -> None:
        """The table, on its first cell when it was on none."""
        if self.table is not None:
            self.table.setFocus()
            if not self.table.current_key:
                self.table.go_to_first()
