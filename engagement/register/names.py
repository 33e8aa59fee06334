"""The name of what a key stands for."""

from resources.database import Database

NAMED = ("provider", "service", "contact")
"""The tables whose rows have a name."""


def name_of(db: Database, table: str, key: str | None) -> str:
    """The name that a provider, service or contact has now; '' for none and for a key that is gone."""
    if table not in NAMED:
        raise LookupError(f"rows of {table} have no name")
    return str(db.value(f"select name from {table} where id = ?", (key,)) or "") if key else ""
