"""Whether a table has so many rows."""

from engagement.register.providers import add_provider
from resources.database import Database
from resources.database.size import has_many


def test_so_many_rows_or_more(db: Database) -> None:
    for name in ("Rosewood", "The Limes"):
        add_provider(db, name=name)
    assert [has_many(db, "provider", least) for least in (0, 1, 2, 3)] == [True, True, True, False]
