"""Finding providers, services and contacts that may be kept twice."""

from collections.abc import Callable, Iterable

from engagement.register.duplicates.likeness import (
    Duplicate,
    Likeness,
    Record,
    pairs_to_compare,
    people_likeness,
    places_likeness,
)
from resources.database import Database, change, new_key

_RECORDS = {
    "provider": """select id, name, coalesce(cqc_provider_id, ''), postcode, '', phone, '',
            exists (select 1 from service join service_period on service_id = service.id
                where provider_id = provider.id and until_on is null)
        from provider where archived_on is null""",
    "service": """select id, name, coalesce(cqc_location_id, ''), postcode, '', phone,
            coalesce(nullif(authority, ''), region),
            exists (select 1 from service_period where service_id = service.id and until_on is null)
        from service where archived_on is null""",
    "contact": """select id, name, '', '', email, phone, provider_id, 0
        from contact where archived_on is null""",
}
_LIKENESS: dict[str, Callable[[Record, Record], Likeness]] = {
    "provider": places_likeness,
    "service": places_likeness,
    "contact": people_likeness,
}
TABLES = tuple(_RECORDS)


def find_duplicates(db: Database, tables: Iterable[str] = TABLES) -> list[Duplicate]:
    """Pairs that may be one record, the likeliest first. Archived ones and pairs marked as different are left out."""
    found: list[Duplicate] = []
    different = set(db.rows("select one, other from not_duplicate"))
    for table in tables:
        records = [Record(*row) for row in db.rows(_RECORDS[table])]
        for first, second in pairs_to_compare(records):
            one, other = sorted((first, second), key=lambda record: record.key)
            likeness = _LIKENESS[table](one, other)
            if likeness.score and (one.key, other.key) not in different:
                found.append(
                    Duplicate(
                        table, one.key, other.key, one.name, other.name, likeness.score, likeness.reasons
                    )
                )
    return sorted(found, key=lambda pair: (-pair.score, pair.one_name.casefold(), pair.one, pair.other))


def mark_not_duplicates(db: Database, table: str, one: str, other: str) -> None:
    """Somebody looked at two records and found them different: they are not offered again."""
    first, second = sorted((one, other))
    names = [db.value(f'select name from "{table}" where id = ?', (key,)) for key in (one, other)]
    if db.value("select 1 from not_duplicate where one = ? and other = ?", (first, second)):
        return
    with change(db, f"Marked {names[0]} and {names[1]} as different"):
        db.insert_row("not_duplicate", {"id": new_key(), "one": first, "other": second})
