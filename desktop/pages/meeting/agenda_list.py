"""The items of an agenda in their order, to go through and to drag."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.forums.meeting.agenda import AgendaItem
from engagement.forums.meeting.times import Times
from resources.tables import Cell, Column, ColumnKind
from resources.wording import time_words

COLUMNS = (
    Column("number", "No.", ColumnKind.NUMBER, width=44),
    Column("time", "Time", width=76),
    Column("title", "Item", width=212),
    Column("minutes", "Min.", ColumnKind.NUMBER, width=52),
    Column("owner", "Owner", width=136),
    Column("paper", "Paper", width=120),
    Column("marks", "Marks", width=120),
)
_LEAST_ROWS = 5
_MIME = "application/x-provider-desk-agenda-item"
Index = QModelIndex | QPersistentModelIndex


class AgendaModel(RowsModel):
    """Rows that can be dragged to another place; the order is the agenda's, and not changed here."""

    dropped = Signal(str, int)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's."""
        found = super().flags(index)
        drag = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return found | drag

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt's."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Qt's."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt's; the key of the one row that is dragged."""
        data = QMimeData()
        data.setData(_MIME, self.key_at(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Qt's; tells the place, counted from 1, and leaves the moving to who hears it."""
        key = bytes(data.data(_MIME).data()).decode()
        if not key or action != Qt.DropAction.MoveAction:
            return False
        before = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        place = before if self.row_of(key) < before else before + 1
        self.dropped.emit(key, place)
        return False


class AgendaList(TableView):
    """The table of items; `moved_to` tells the key of an item and its new place."""

    moved_to = Signal(str, int)

    def __init__(self, parent: object = None) -> None:
        self._items = AgendaModel(COLUMNS)
        super().__init__(self._items, name="agenda", title="Agenda")
        self.setSortingEnabled(False)  # the order is what the agenda is
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self._items.dropped.connect(self.moved_to)

    def show_items(self, items: Sequence[AgendaItem], times: Times) -> None:
        """These items, each with the time it begins."""
        rows = [_row(one, time_words(begin)) for one, begin in zip(items, times.begins, strict=True)]
        self._items.set_rows(rows, keys=[one.id for one in items])

    def _set_row_height(self) -> None:
        super()._set_row_height()
        self.setMinimumHeight(self.verticalHeader().defaultSectionSize() * (_LEAST_ROWS + 1))

    def step(self, by: int) -> None:
        """The item after or before, and no further than the ends."""
        to = self.currentIndex().row() + by
        if 0 <= to < self._items.rowCount():
            self.go_to(self._items.key_at(to))


def _row(one: AgendaItem, time: str) -> tuple[Cell, ...]:
    marks = [words for words, holds in (("each time", one.standing), ("exempt", one.exempt)) if holds]
    return one.position, time, one.title, one.minutes, one.owner, one.paper, ", ".join(marks)
