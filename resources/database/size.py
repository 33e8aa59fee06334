"""Whether a table is large, asked without counting it to its end."""

from resources.database.database import Database


def has_many(db: Database, table: str, least: int) -> bool:
    """Whether it has so many rows at least; what is made of them is then not made while somebody waits."""
    return int(db.value(f'select count(*) from (select 1 from "{table}" limit ?)', (least,))) == least
