"""The tables of the side Figures, one shown at a time, and beside it the same as bars."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.awards.figures_views import VIEWS, Shown, chips_of, columns_of
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.parts import label, scrolled
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane


class FiguresPart(QWidget):
    """`moved` when another row is chosen or their number changes, `opened` with the key of a row."""

    moved = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._settings = desk.settings
        self._panes: dict[str, tuple[RowsModel, TablePane]] = {}
        self.told = label("", "quiet", wrap=True)
        self.chart = BarChart(Bars("", ("",), []))
        said = QHBoxLayout()
        said.setContentsMargins(PANE, 0, PANE, 0)
        said.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(said)
        column.addWidget(self._side_by_side(), 1)

    def _side_by_side(self) -> QSplitter:
        self._tables = QStackedLayout()
        tables = QWidget()
        tables.setLayout(self._tables)
        self.bars = scrolled(self._with_margins(), "The figures as bars", sideways=False)
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setHandleWidth(1)
        made.setChildrenCollapsible(False)
        made.addWidget(tables)
        made.addWidget(self.bars)
        made.setSizes([740, 440])
        return made

    def _with_margins(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(PANE, 8, PANE, 8)
        column.addWidget(self.chart)
        column.addStretch(1)
        return made

    def pane(self, view: str) -> TablePane:
        """The table of a view, made when it is first asked for."""
        return self._made(view)[1]

    def _made(self, view: str) -> tuple[RowsModel, TablePane]:
        if view not in self._panes:
            model = RowsModel(columns_of(view))
            pane = TablePane(
                model,
                name=f"figures_{view}",
                title=VIEWS[view],
                chips=chips_of(view),
                settings=self._settings,
            )
            pane.table.current_changed.connect(self.moved)
            pane.table.opened.connect(self.opened)
            pane.counted.connect(self.moved)
            self._tables.addWidget(pane)
            self._panes[view] = model, pane
        return self._panes[view]

    def show_figures(self, view: str, found: Shown) -> None:
        """These figures; the first row is chosen where none is."""
        model, pane = self._made(view)
        model.set_rows(found.rows, keys=found.keys)  # type: ignore[arg-type]  # cells of a table
        self._tables.setCurrentWidget(pane)
        self.told.setText(found.told)
        self.bars.setVisible(found.bars is not None)
        if found.bars is not None:
            self.chart.show_bars(found.bars)
        if found.rows and not pane.table.current_key:
            pane.table.go_to_first()
