"""A listing over rows in memory, and a small county of invented services, for tests of the window."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from desktop.widgets.tables.cells import cell_text
from desktop.widgets.tables.rows_model import folded
from resources.database import Count, Query
from resources.tables import Cell, Column, ColumnKind

COLUMNS = (
    Column("name", "Service", width=220),
    Column("kind", "Kind of service", width=130),
    Column("district", "District", width=140),
    Column("rating", "Rating", ColumnKind.RATING, 176),
    Column("contract", "Contract", ColumnKind.STATUS, 150),
    Column("beds", "Beds", ColumnKind.NUMBER, 64),
    Column("inspected", "Inspected", ColumnKind.DATE, 104),
)
DISTRICTS = (
    "Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe",
)  # fmt: skip
KINDS = ("Nursing home", "Residential home", "Home care", "Supported living", "Extra care", "Day care")
RATINGS = (
    "Good",
    "Good",
    "Outstanding",
    "Good",
    "Requires improvement",
    "Good",
    "Inadequate",
    "Not yet rated",
)
CONTRACTS = (
    "Active",
    "Active",
    "Active",
    "Improvement notice",
    "Active",
    "Suspended",
    "Active",
    "No contract",
)
_FIRST = (
    "Rosewood",
    "Larkmeadow",
    "Willowbrook",
    "Hazelgrove",
    "Ivydene",
    "Fernleigh",
    "Oakholme",
    "Alder",
    "Élan",
)
_LAST = ("House", "Lodge", "Court", "Care at Home", "Grange", "Living", "View")


def services(count: int) -> list[tuple[Any, ...]]:
    """Key, then a cell per column, for `count` invented services."""
    start = date(2019, 12, 9)
    return [
        (
            f"k{at}",
            f"{_FIRST[at % len(_FIRST)]} {_LAST[at // 3 % len(_LAST)]} {at + 1}",
            KINDS[at * 7 // 3 % len(KINDS)],
            DISTRICTS[at * 5 // 2 % len(DISTRICTS)],
            RATINGS[at * 3 % len(RATINGS)],
            CONTRACTS[at % len(CONTRACTS)],
            (at * 13) % 80 if at % 3 else None,
            (start - timedelta(days=at * 11 % 1500)).isoformat() if at * 3 % len(RATINGS) != 7 else None,
        )
        for at in range(count)
    ]


@dataclass
class FakeListing:
    """What resources.database.Listing offers a table, over a list; remembers which pages were asked for."""

    rows: list[tuple[Any, ...]]
    columns: tuple[Column, ...] = COLUMNS
    asked: list[tuple[int, int]] = field(default_factory=list)
    _answers: dict[Query, list[tuple[Any, ...]]] = field(default_factory=dict)

    def count(self, db: object, query: Query) -> Count:
        """How many rows."""
        return Count(len(self._rows(query)))

    def page(self, db: object, query: Query, *, offset: int, limit: int) -> Sequence[tuple[Any, ...]]:
        """Some rows in order."""
        self.asked.append((offset, limit))
        return self._rows(query)[offset : offset + limit]

    def choices(self, db: object, column: str) -> list[Cell]:
        """What occurs in a column."""
        return sorted({row[self._at(column)] for row in self.rows}, key=str)

    def position(self, db: object, query: Query, key: str) -> int | None:
        """Where a key stands."""
        return next((at for at, row in enumerate(self._rows(query)) if row[0] == key), None)

    def forget(self) -> None:
        """After `rows` was changed."""
        self._answers.clear()

    def _at(self, column: str) -> int:
        return next(at for at, one in enumerate(self.columns, start=1) if one.name == column)

    def _rows(self, query: Query) -> list[tuple[Any, ...]]:
        if query not in self._answers:
            self._answers[query] = self._find(query)
        return self._answers[query]

    def _find(self, query: Query) -> list[tuple[Any, ...]]:
        words = folded(query.text).split()
        rows = [
            row
            for row in self.rows
            if all(row[self._at(one.column)] in one.values for one in query.conditions)
            and (not words or all(word in folded(" ".join(map(str, row))) for word in words))
        ]
        if query.order_by:
            at = self._at(query.order_by)
            rows.sort(key=lambda row: (row[at] is None, row[at] or 0), reverse=query.descending)
        return rows


def as_text(row: tuple[Any, ...]) -> list[str]:
    """A row's cells as the screen says them."""
    return [cell_text(column.kind, cell) for column, cell in zip(COLUMNS, row[1:], strict=True)]
