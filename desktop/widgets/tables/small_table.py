"""A short table among other things: as high as its rows, and away while it has none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.tables import Cell, Column


class SmallTable(TableView):
    """Shows at most `most` rows at once; beyond that it scrolls."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        title: str,
        most: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        self._rows, self._most = RowsModel(columns), most
        super().__init__(self._rows, name=name, title=title, parent=parent)
        self.hide()

    def show_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[str]) -> None:
        """Other rows; the cursor stays on its row."""
        self._rows.set_rows(rows, keys=keys)
        self.setVisible(bool(rows))
        self._fit()

    def _fit(self) -> None:
        rows = min(self._rows.rowCount(), self._most)
        header = max(self.horizontalHeader().height(), self.horizontalHeader().sizeHint().height())
        wide = self.columns.wider_than(self.viewport().width())
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        height = self.verticalHeader().defaultSectionSize() * rows + header + bar + 2
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's; room for the bar comes and goes with the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; the table grows with its text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()
