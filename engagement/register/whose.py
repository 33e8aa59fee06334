"""Whose a service was at the end of a day, told from the history: a home that was sold moves to another provider."""

from collections.abc import Iterable
from datetime import date

from resources.database import Database
from resources.database.as_it_was import values_at
from resources.spans import end_of


def whose_on(db: Database, services: Iterable[str], day: date) -> dict[str, str]:
    """The provider by service, of those that were in the register then and had something changed since."""
    held = values_at(db, "service", "provider_id", services, end_of(day))
    return {key: provider for key, provider in held.items() if provider}


def gone_from(db: Database, provider: str, day: date) -> list[str]:
    """The services that were the provider's at the end of a day and are another's now, by name."""
    changed = db.rows(
        "select distinct row_id from history_change as change cross join history_row on change_id = change.id "
        "where change.at >= ? and table_name = 'service' and json_extract(before, '$.provider_id') = ?",
        (end_of(day), provider),
    )
    before = whose_on(db, [key for (key,) in changed], day)
    held = db.rows(
        "select id from service where provider_id <> ? order by name collate nocase, id", (provider,)
    )
    return [key for (key,) in held if before.get(key) == provider]
