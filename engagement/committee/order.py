"""Rows that stand in an order which somebody chose: lines of an outline, recommendations."""

from collections.abc import Sequence

from resources.database import Database


def moved(keys: Sequence[str], key: str, by: int) -> list[str]:
    """The keys with one of them further down by so many places, or up where `by` is below 0; never over an end."""
    order = [one for one in keys if one != key]
    order.insert(max(0, min(len(order), list(keys).index(key) + by)), key)
    return order


def number_rows(db: Database, table: str, keys: Sequence[str]) -> None:
    """Give each row its place, counted from 1."""
    for place, key in enumerate(keys, 1):
        db.update_row(table, key, {"place": place})
