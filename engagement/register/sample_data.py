"""Whether a register is the sample county: the file says so itself, wherever it stands and whatever its name."""

from resources.database import Database, change

_KEY, _VALUE = "sample", "Sample data"


def mark_as_sample(db: Database) -> None:
    """Say that nothing in this file is real."""
    if is_sample(db):
        return
    with change(db, "Made the sample county: marked as sample data"):
        db.insert_row("office", {"id": _KEY, "value": _VALUE})


def is_sample(db: Database) -> bool:
    """Whether the file was made as the sample county."""
    return bool(db.value("select 1 from office where id = ?", (_KEY,)))
