"""Whether an open file is whole: its pages, its indexes, and every reference from row to row."""

from resources.database.database import Database


def faults(db: Database, limit: int = 20) -> list[str]:
    """What is wrong, a line for each fault; none when the file is whole."""
    found = [str(row[0]) for row in db.rows(f"pragma integrity_check({limit})")]
    broken = [
        f"A row of {table} points at a row of {parent} that is not there."
        for table, _, parent, _ in db.rows("pragma foreign_key_check")[:limit]
    ]
    return [line for line in found if line != "ok"] + broken
