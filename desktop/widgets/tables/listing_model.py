"""A table as a window of pages over a listing: nothing is read that is not looked at."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject

from desktop.widgets.tables.cell_model import NOWHERE, CellModel, Index
from resources.database import Count, Database, Query
from resources.tables import Cell, Column

PAGE = 128
_PAGES_KEPT = 8
_WHOLE = 4096


class ListingLike(Protocol):
    """What resources.database.Listing offers a table."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, without the key."""

    def count(self, db: Database, query: Query) -> Count:
        """How many rows."""

    def page(self, db: Database, query: Query, *, offset: int, limit: int) -> Sequence[tuple[Any, ...]]:
        """Some rows in order: key, then cells."""

    def choices(self, db: Database, column: str) -> list[Cell]:
        """What occurs in a column."""

    def position(self, db: Database, query: Query, key: str) -> int | None:
        """Where a key stands in the order."""


class ListingModel(CellModel):
    """The rows of a listing that meet the query, 128 at a time."""

    def __init__(
        self, listing: ListingLike, db: Database, query: Query | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(listing.columns, parent)
        self._listing, self._db = listing, db
        self._pages: OrderedDict[int, Sequence[tuple[Any, ...]]] = OrderedDict()
        self.query = query or Query()
        self._count = listing.count(db, self.query)
        self._empty = ("", *(None for _ in self.columns))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Qt's."""
        return 0 if parent.isValid() else self._count.number

    def count(self) -> Count:
        """How many rows the query has; `capped` when there may be more."""
        return self._count

    def count_for(self, query: Query) -> int:
        """How many rows another query would have."""
        return self._listing.count(self._db, query).number

    def choices(self, column: str) -> list[Cell]:
        """What a filter on this column can offer."""
        return self._listing.choices(self._db, column)

    def row(self, at: int) -> tuple[Any, ...]:
        """The row at this place; an empty one where the file has fewer by now."""
        number, within = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number)
        return page[within] if within < len(page) else self._empty

    def row_of(self, key: str) -> int:
        """Where the key stands: looked for in the pages at hand, then in the file."""
        for number, page in self._pages.items():
            for within, row in enumerate(page):
                if row[0] == key:
                    return number * PAGE + within
        place = self._listing.position(self._db, self.query, key)
        return -1 if place is None else place

    def all_rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row, read past the pages so that they stay as they are."""
        for offset in range(0, self._count.number, _WHOLE):
            yield from self._listing.page(self._db, self.query, offset=offset, limit=_WHOLE)

    def set_query(self, query: Query) -> None:
        """Show what meets this query."""
        if query != self.query:
            self.query = query
            self.reload()

    def reload(self) -> None:
        """Read again: the count now, the rows when they are looked at."""
        self.beginResetModel()
        self._pages.clear()
        self._count = self._listing.count(self._db, self.query)
        self.endResetModel()

    def _fetch(self, number: int) -> Sequence[tuple[Any, ...]]:
        page = self._listing.page(self._db, self.query, offset=number * PAGE, limit=PAGE)
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page
