"""Writing the working copy back: one statement for each table and kind of change."""

from collections.abc import Iterable, Sequence

from engagement.cqc_files.contents import SERVICE_FACTS
from engagement.cqc_files.held import POSTCODE, Held, HeldOther, HeldProvider, HeldService
from engagement.register.services import follow_service
from resources.database import Database, new_keys


def write(db: Database, held: Held, districts: dict[str, str]) -> None:
    """Write what the working copy has that the register has not. `districts` maps postcodes to districts."""
    touched = _touched(held)
    _write_providers(db, held, touched)
    _write_services(db, touched, districts)
    _write_periods(db, [one for one in touched if one.periods_changed])
    _write_ratings(db, touched)
    _write_others(db, held.others.values())


def _touched(held: Held) -> list[HeldService]:
    services = {one.id: one for one in (*held.services.values(), *held.former.values())}
    return [
        one
        for one in services.values()
        if one.new
        or one.changed
        or one.periods_changed
        or one.moved_provider
        or one.new_ratings
        or one.corrected
    ]


def _write_providers(db: Database, held: Held, touched: Iterable[HeldService]) -> None:
    providers: dict[str, HeldProvider] = {one.id: one for one in held.providers.values()}
    providers.update((one.provider.id, one.provider) for one in touched)
    columns = ("name", "cqc_provider_id", "brand", "archived_on")
    db.insert_rows(
        "provider",
        (*columns, "id"),
        [_provider_cells(one) for one in providers.values() if one.new],
    )
    changed = [_provider_cells(one) for one in providers.values() if one.changed and not one.new]
    db.update_rows("provider", columns, changed)


def _provider_cells(one: HeldProvider) -> tuple[str | None, ...]:
    return one.name, one.cqc_id or None, one.brand, one.archived_on, one.id


def _write_services(db: Database, services: Sequence[HeldService], districts: dict[str, str]) -> None:
    columns = (*SERVICE_FACTS, "provider_id")
    new = [
        (
            one.id,
            one.location_id,
            districts.get(str(one.facts[POSTCODE] or ""), ""),
            one.provider.id,
            *one.facts,
        )
        for one in services
        if one.new
    ]
    db.insert_rows("service", ("id", "cqc_location_id", "district", "provider_id", *SERVICE_FACTS), new)
    held = [one for one in services if not one.new]
    db.update_rows(
        "service",
        columns,
        [(*one.facts, one.provider.id, one.id) for one in held if one.changed or one.moved_provider],
    )
    placed = [(districts.get(str(one.facts[POSTCODE] or ""), ""), one.id) for one in held if one.placed]
    db.update_rows("service", ("district",), placed)
    for one in held:
        if one.moved_provider:
            follow_service(db, one.id, one.provider.id)


def _write_periods(db: Database, services: Sequence[HeldService]) -> None:
    columns = ("until_on", "kind", "dormant", "authority")
    fresh: list[tuple[str | int | None, ...]] = []
    mended: list[tuple[str | int | None, ...]] = []
    for one in services:
        held = {} if one.new else _held_periods(db, one.id)
        for from_on, until_on, (kind, dormant, authority) in one.periods:
            values = (until_on, kind.value, int(dormant), authority)
            key, before = held.pop(from_on, ("", ()))
            if not key:
                fresh.append((one.id, from_on, *values))
            elif before != values:
                mended.append((*values, key))
        for key, _ in held.values():
            db.delete_row("service_period", key)
    db.update_rows("service_period", columns, mended)
    _insert_with_keys(db, "service_period", ("service_id", "from_on", *columns), fresh)


def _insert_with_keys(
    db: Database, table: str, columns: Sequence[str], rows: Sequence[tuple[str | int | None, ...]]
) -> None:
    keyed = [(*row, key) for row, key in zip(rows, new_keys(len(rows)), strict=True)]
    db.insert_rows(table, (*columns, "id"), keyed)


def _held_periods(db: Database, service: str) -> dict[str, tuple[str, tuple[object, ...]]]:
    rows = db.rows(
        "select from_on, id, until_on, kind, dormant, authority from service_period where service_id = ?",
        (service,),
    )
    return {from_on: (key, tuple(rest)) for from_on, key, *rest in rows}


def _write_ratings(db: Database, services: Sequence[HeldService]) -> None:
    _insert_with_keys(
        db,
        "rating",
        ("service_id", "key_question", "published_on", "rating", "inherited", "source"),
        [
            (one.id, question, day, *one.ratings[question, day], "CQC")
            for one in services
            for question, day in one.new_ratings
        ],
    )
    for one in services:
        for question, day in one.corrected:
            key = db.value(
                "select id from rating where service_id = ? and key_question = ? and published_on = ?",
                (one.id, question, day),
            )
            rating, inherited = one.ratings[question, day]
            db.update_row("rating", key, {"rating": rating, "inherited": inherited})


def _write_others(db: Database, others: Iterable[HeldOther]) -> None:
    columns = ("name", "authority", "first_seen_on", "seen_on", "gone_on", "rating", "published_on")
    new = sorted((_other_cells(one) for one in others if one.new), key=lambda cells: cells[-1] or "")
    db.insert_rows("other_location", (*columns, "id"), new)
    changed = [_other_cells(one) for one in others if one.changed and not one.new]
    db.update_rows("other_location", columns, changed)


def _other_cells(one: HeldOther) -> tuple[str | None, ...]:
    return (
        one.name,
        one.authority,
        one.first_seen_on,
        one.seen_on,
        one.gone_on,
        one.rating,
        one.published_on,
        one.location_id,
    )
