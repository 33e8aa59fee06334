"""A small table held in memory: sorted and filtered here, with accents and capitals alike."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject

from desktop.widgets.tables.cell_model import NOWHERE, CellModel, Index
from desktop.widgets.tables.cells import cell_text
from resources.database import Condition, Count, Query
from resources.tables import Cell, Column

Row = tuple[Any, ...]


class RowsModel(CellModel):
    """Rows are tuples of cells; `keys` names them, else each is named by its place: "0", "1"."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]] = (),
        *,
        keys: Sequence[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._all = _keyed(rows, keys)
        self._shown = self._all

    def set_rows(self, rows: Sequence[Sequence[Cell]], *, keys: Sequence[str] | None = None) -> None:
        """Other rows under the same columns and query."""
        self.beginResetModel()
        self._all = _keyed(rows, keys)
        self._shown = self._meeting(self.query)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Qt's."""
        return 0 if parent.isValid() else len(self._shown)

    def count(self) -> Count:
        """How many rows are shown."""
        return Count(len(self._shown))

    def count_for(self, query: Query) -> int:
        """How many rows another query would have."""
        return sum(1 for _ in self._filtered(query))

    def choices(self, column: str) -> list[Cell]:
        """What occurs in a column, in order."""
        at = self.column_named(column) + 1
        return sorted({row[at] for row in self._all}, key=_order_of)

    def row(self, at: int) -> Row:
        """The row at this place: key, then cells."""
        return self._shown[at]

    def row_of(self, key: str) -> int:
        """Where the key stands, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._shown) if row[0] == key), -1)

    def set_query(self, query: Query) -> None:
        """Show what meets this query."""
        if query != self.query:
            self.beginResetModel()
            self.query = query
            self._shown = self._meeting(query)
            self.endResetModel()

    def _meeting(self, query: Query) -> list[Row]:
        rows = list(self._filtered(query))
        at = self.column_named(query.order_by)
        if at >= 0:
            rows.sort(key=lambda row: _order_of(row[at + 1]), reverse=query.descending)
        return rows

    def _filtered(self, query: Query) -> Iterator[Row]:
        words = folded(query.text).split()
        conditions = [(self.column_named(one.column) + 1, one) for one in query.conditions]
        return (row for row in self._all if _meets(row, conditions) and self._holds(row, words))

    def _holds(self, row: Row, words: list[str]) -> bool:
        if not words:
            return True
        said = folded(
            " ".join(cell_text(column.kind, cell) for column, cell in zip(self.columns, row[1:], strict=True))
        )
        return all(word in said for word in words)


def folded(text: str) -> str:
    """The text without capitals and accents, for comparing what was typed."""
    return _folded(text)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _keyed(rows: Sequence[Sequence[Cell]], keys: Sequence[str] | None) -> list[Row]:
    names = keys if keys is not None else [str(at) for at in range(len(rows))]
    return [(key, *row) for key, row in zip(names, rows, strict=True)]


def _meets(row: Row, conditions: Sequence[tuple[int, Condition]]) -> bool:
    return all(row[at] in condition.values for at, condition in conditions)


def _order_of(cell: Cell) -> tuple[int, float, str]:
    """Numbers by size, text by letter, empty cells last."""
    if cell is None or cell == "":
        return 2, 0.0, ""
    if isinstance(cell, str):
        return 1, 0.0, folded(cell)
    return 0, float(cell), ""
