"""What every table model is to a TableView: columns, keyed rows, a query."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.tables.cells import RIGHT, cell_text
from resources.database import Count, Query
from resources.tables import Cell, Column
from resources.wording import without_lead

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = Qt.ItemDataRole.DisplayRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_RAW = Qt.ItemDataRole.UserRole
_ANSWERED = frozenset(int(role) for role in (_DISPLAY, _ALIGNMENT, _SPOKEN, _RAW))
_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_WRAP = int(Qt.TextFlag.TextWordWrap)
NOWHERE = QModelIndex()


class CellModel(QAbstractTableModel):
    """Rows and columns and nothing else. A row is a tuple: its key, then one cell per column."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.query = Query()
        self._alignment = [_MIDDLE_RIGHT if column.kind in RIGHT else _MIDDLE_LEFT for column in self.columns]

    # What a model of its own has to answer.

    def row(self, at: int) -> tuple[Any, ...]:
        """The row at this place: key, then cells."""
        raise LookupError(at)

    def row_of(self, key: str) -> int:
        """Where the row with this key stands, -1 when it does not."""
        return -1

    def count(self) -> Count:
        """How many rows the query has."""
        return Count(self.rowCount())

    def count_for(self, query: Query) -> int:
        """How many rows another query would have."""
        return 0

    def choices(self, column: str) -> list[Cell]:
        """What a filter on this column can offer."""
        return []

    def set_query(self, query: Query) -> None:
        """Show what meets this query."""

    def reload(self) -> None:
        """Read again what the query has."""

    # What follows from those.

    def key_at(self, at: int) -> str:
        """The key of the row at this place, or nothing."""
        return str(self.row(at)[0]) if 0 <= at < self.rowCount() else ""

    def cell(self, at: int, column: int) -> Cell:
        """A cell as it is kept."""
        found: Cell = self.row(at)[column + 1]
        return found

    def text(self, at: int, column: int) -> str:
        """A cell as it is said."""
        return cell_text(self.columns[column].kind, self.row(at)[column + 1])

    def drawn(self, at: int, column: int) -> str:
        """A cell as it is painted: without what it begins with alike all the others."""
        text, leads = self.text(at, column), self.columns[column].leads
        return without_lead(text, leads) if leads else text

    def all_rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row of the query, in order."""
        return (self.row(at) for at in range(self.rowCount()))

    def column_named(self, name: str) -> int:
        """The place of a column, -1 when there is none of that name."""
        return next((at for at, column in enumerate(self.columns) if column.name == name), -1)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Qt's."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(_DISPLAY)) -> Any:
        """Qt's; answers at once for what it does not use."""
        if role not in _ANSWERED or not index.isValid():
            return None
        column = index.column()
        if role == _ALIGNMENT:
            return self._alignment[column]
        if role == _RAW:
            return self.cell(index.row(), column)
        text = self.text(index.row(), column)
        return text if role == _DISPLAY else f"{self.columns[column].heading}: {text or 'empty'}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_DISPLAY)) -> Any:
        """Qt's."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (_DISPLAY, _SPOKEN):
            return self.columns[section].heading
        return self._alignment[section] | _WRAP if role == _ALIGNMENT else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 is the order the rows come in."""
        name = self.columns[column].name if 0 <= column < len(self.columns) else ""
        descending = bool(name) and order == Qt.SortOrder.DescendingOrder
        if (name, descending) != (self.query.order_by, self.query.descending):
            self.set_query(Query(self.query.text, self.query.conditions, name, descending))

    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column the rows are ordered by, -1 for none, and the way."""
        way = Qt.SortOrder.DescendingOrder if self.query.descending else Qt.SortOrder.AscendingOrder
        return self.column_named(self.query.order_by), way
