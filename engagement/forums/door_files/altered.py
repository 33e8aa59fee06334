"""What another program changed in a door file: refused in a sentence before anything is made of it."""

from collections.abc import Iterable
from datetime import date

from engagement.forums.door_files.tables import Row
from resources.database import Database
from resources.database.history import tracked_tables
from resources.problem import Problem
from resources.spans import FIRST_DAY, LAST_DAY
from resources.wording import as_instant


def refuse_other_columns(db: Database, opened: Database, name: str) -> None:
    """Raises Problem where a table of the door file has other columns than the office's, in whichever order."""
    for table in tracked_tables(db):
        if _columns(opened, table) != _columns(db, table):
            raise _altered(name, f"its table “{table}” has other columns than it left with")


def refuse_odd_times(rows: Iterable[Row], name: str) -> None:
    """Raises Problem for a day or a moment that is none, or is not of our times."""
    for row in rows:
        for column, value in row.items():
            if value is not None and not _is_time(column, str(value)):
                raise _altered(name, f"it holds “{str(value)[:40]}” where a time was expected")


def _is_time(column: str, value: str) -> bool:
    """Whether it is one, in a column that holds any."""
    try:
        if column == "at" or column.endswith(("_at", "_since")):
            return FIRST_DAY <= as_instant(value).date() <= LAST_DAY
        return not column.endswith("_on") or FIRST_DAY <= date.fromisoformat(value) <= LAST_DAY
    except ValueError:
        return False


def _columns(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.rows(f'pragma table_info("{table}")')}


def _altered(name: str, what: str) -> Problem:
    return Problem(
        f"“{name}” was changed by another program: {what}, so nothing of it was brought back. Try the copies in the "
        "folder of its backups on the laptop."
    )
