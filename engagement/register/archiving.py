"""Putting a provider, service or contact away and bringing it back, or a row of another table that can be archived."""

from datetime import date
from typing import Protocol

from resources.database import Database, change
from resources.problem import Problem


class Archivable(Protocol):
    """A row with a name, and the day on which it was put away."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def archived_on(self) -> date | None: ...


def archive(db: Database, table: str, held: Archivable, *, today: date, called: str = "") -> None:
    """Put it away from today on; in the history it is `called` “the course”, where its name does not say what it is."""
    if held.archived_on is not None:
        raise Problem(f"{held.name} is archived already.")
    with change(db, f"Archived {_named(held, called)}"):
        db.update_row(table, held.id, {"archived_on": today.isoformat()})


def restore(
    db: Database, table: str, held: Archivable, *, provider: str | None = None, called: str = ""
) -> None:  # fmt: skip
    """Bring it back; `provider` is the one that it belongs to, which must be in use."""
    if held.archived_on is None:
        raise Problem(f"{held.name} is not archived.")
    away = db.value("select name from provider where id = ? and archived_on is not null", (provider,))
    if away is not None:
        raise Problem(f"{held.name} belongs to {away}, which is archived. Restore {away} first.")
    with change(db, f"Restored {_named(held, called)}"):
        db.update_row(table, held.id, {"archived_on": None})


def archived_with_provider(db: Database, table: str, provider: str) -> list[str]:
    """The provider's rows of the table that were put away by the very change that put the provider away.

    The history tells: it is the newest change before which an archived row was not archived.
    """
    rows = db.rows(
        f"select id from {table} where provider_id = ? and archived_on is not null "
        f"and {_archived_by(table)} = (select {_archived_by('provider')} from provider where id = ?)",
        (provider, provider),
    )
    return [key for (key,) in rows]


def _archived_by(table: str) -> str:
    """SQL for the change that archived a row which is archived."""
    return (
        f"(select change_id from history_row as record where record.row_id = {table}.id "
        f"and record.table_name = '{table}' and record.kind = 'update' "
        "and json_extract(record.before, '$.archived_on') is null order by record.id desc limit 1)"
    )


def _named(held: Archivable, called: str) -> str:
    return f"{called} {held.name}".strip()
