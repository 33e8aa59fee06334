"""The order of rows that people put into an order: categories, criteria, points of a list."""

from collections.abc import Sequence

from resources.database import Database


def next_place(db: Database, table: str, column: str, key: str) -> int:
    """The place behind the last of those that belong together."""
    last = db.value(f"select max(position) from {table} where {column} = ?", (key,))
    return int(str(last)) + 1 if last is not None else 1


def put_by(db: Database, table: str, keys: Sequence[str], key: str, by: int) -> None:
    """Inside the caller's change: one of these rows further down by so many places, or up where `by` is below 0."""
    order = [one for one in keys if one != key]
    order.insert(max(0, min(len(order), keys.index(key) + by)), key)
    for place, one in enumerate(order, 1):
        db.update_row(table, one, {"position": place})
