"""Tables that leave out what is closed or put away, unless the filter asks for it."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.listing_model import ListingLike, ListingModel
from desktop.widgets.tables.rows_model import RowsModel
from resources.database import Condition, Database, Query
from resources.tables import Column


def unless_asked(query: Query, usual: Condition) -> Query:
    """The query, which also has the usual condition where it has none of its own on that column."""
    if any(one.column == usual.column for one in query.conditions):
        return query
    return replace(query, conditions=(*query.conditions, usual))


class _UsualRows(CellModel):
    """Goes before the model that it narrows."""

    usual: Condition

    def set_query(self, query: Query) -> None:
        """Show what meets this query."""
        super().set_query(unless_asked(query, self.usual))

    def count_for(self, query: Query) -> int:
        """How many rows another query would have."""
        return super().count_for(unless_asked(query, self.usual))


class UsualListing(_UsualRows, ListingModel):
    """The rows of a listing that meet `usual` until its column is filtered."""

    def __init__(self, listing: ListingLike, db: Database, query: Query, *, usual: Condition) -> None:
        super().__init__(listing, db, unless_asked(query, usual))
        self.usual = usual


class UsualRows(_UsualRows, RowsModel):
    """Rows in memory that meet `usual` until its column is filtered."""

    def __init__(self, columns: Sequence[Column], *, usual: Condition) -> None:
        super().__init__(columns)
        self.usual = usual
        self.set_query(self.query)
