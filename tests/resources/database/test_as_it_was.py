"""What stood in rows before the changes of later days."""

from datetime import UTC, datetime

from resources.database import Database, change, history
from resources.database.as_it_was import values_at

JUNE, JULY, AUGUST = (datetime(2019, month, 1, 9, tzinfo=UTC) for month in (6, 7, 8))


def at(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def renamed(db: Database, name: str, now: datetime) -> None:
    with change(db, "Renamed it", now=now):
        db.update_row("provider", "p", {"name": name})


def test_what_stood_is_told_for_rows_that_changed_since(db: Database) -> None:
    with change(db, "Added it", now=JUNE):
        db.insert_row("provider", {"id": "p", "name": "Old Care"})
    renamed(db, "Middle Care", JULY)
    renamed(db, "New Care", AUGUST)
    names = [values_at(db, "provider", "name", ["p"], at(moment)) for moment in (JUNE, JULY, AUGUST)]
    assert names == [{"p": None}, {"p": "Old Care"}, {"p": "Middle Care"}]
    assert values_at(db, "provider", "name", ["p"], "2019-08-02") == {}
    assert values_at(db, "provider", "name", ["other"], at(JUNE)) == {}


def test_what_was_undone_since_counts_as_it_stood(db: Database) -> None:
    with change(db, "Added it", now=JUNE):
        db.insert_row("provider", {"id": "p", "name": "Old Care"})
    renamed(db, "New Care", JULY)
    history.undo(db)
    assert values_at(db, "provider", "name", ["p"], at(AUGUST)) == {"p": "New Care"}
