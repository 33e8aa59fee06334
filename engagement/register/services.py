"""Services: places and branches that care is given at or from, whether CQC registers them or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register import archiving, facts
from engagement.register.places import places_for
from engagement.register.vocabulary import OrganisationKind, ServiceKind, is_rated_by_cqc
from resources.database import Database, change, new_key
from resources.geography import region_of
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import count_of

COLUMNS = ("id", *(fact.name for fact in facts.SERVICE))


class ServiceFacts(TypedDict, total=False):
    """What can be entered of a service. A `district` left out or empty follows from the postcode."""

    name: str
    also_known_as: str
    cqc_location_id: str | None
    kind: ServiceKind
    service_types: str
    specialisms: str
    address: str
    postcode: str
    district: str
    authority: str
    region: str
    phone: str
    website: str
    beds: int | None
    registered_on: date | None
    dormant: bool
    last_inspected_on: date | None
    registered_manager: str
    portfolio_officer: str


@dataclass(frozen=True)
class Service:
    """One place or branch. `cqc_location_id` is None where CQC does not register it."""

    id: str
    provider_id: str
    name: str
    also_known_as: str
    cqc_location_id: str | None
    kind: ServiceKind
    service_types: str
    specialisms: str
    address: str
    postcode: str
    district: str
    authority: str
    region: str
    phone: str
    website: str
    beds: int | None
    registered_on: date | None
    dormant: bool
    last_inspected_on: date | None
    registered_manager: str
    portfolio_officer: str
    archived_on: date | None

    @property
    def is_rated_by_cqc(self) -> bool:
        """Whether CQC has rated it or is to."""
        return is_rated_by_cqc(self.kind, self.cqc_location_id)


def _service(row: tuple[Any, ...]) -> Service:
    cells = dict(zip(COLUMNS, row, strict=True))
    days = {name: facts.as_day(cells[name]) for name in ("registered_on", "last_inspected_on", "archived_on")}
    return Service(**{**cells, **days, "kind": ServiceKind(cells["kind"]), "dormant": bool(cells["dormant"])})


def service(db: Database, key: str) -> Service:
    """The service with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from service where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no service {key}")
    return _service(row)


def is_service(db: Database, key: str) -> bool:
    """Whether the key is a service's."""
    return bool(db.value("select exists (select 1 from service where id = ?)", (key,)))


def service_by_cqc_id(db: Database, cqc_location_id: str) -> Service | None:
    """The service that CQC knows by this Location ID, or knew by it before another was merged into it."""
    asked = cqc_location_id.strip()
    row = db.row(
        f"select {', '.join(COLUMNS)} from service where cqc_location_id = ? "
        "or id = (select service_id from former_location where id = ?)",
        (asked, asked),
    )
    return _service(row) if row else None


def services_of(db: Database, provider: str, *, archived: bool = False) -> list[Service]:
    """A provider's services by name; with `archived`, those too, last."""
    rows = db.rows(
        f"select {', '.join(COLUMNS)} from service where provider_id = ? and (archived_on is null or ?) "
        "order by archived_on is not null, name collate nocase, id",
        (provider, archived),
    )
    return [_service(row) for row in rows]


def districts_held(db: Database) -> list[str]:
    """Every district that a service in use is in, by name."""
    return _distinct(db, "district")


def authorities_in_use(db: Database) -> list[str]:
    """Every authority that a service in use is in, by name."""
    return _distinct(db, "authority")


def _distinct(db: Database, column: str) -> list[str]:
    rows = db.rows(
        f"select distinct {column} from service where {column} <> '' and archived_on is null order by {column}"
    )
    return [name for (name,) in rows]


def portfolio_officers(db: Database) -> list[str]:
    """Every officer who has a service, for a form to offer."""
    rows = db.rows("select distinct portfolio_officer from service where portfolio_officer <> '' order by 1")
    return [name for (name,) in rows]


def add_service(db: Database, provider: str, **given: Unpack[ServiceFacts]) -> Service:
    """Add a service; its name and kind are needed.

    One that is typed by hand has no `service_period`: these hold what CQC's files said. It counts as active from
    the day it was registered (from ever, where that is not known) until it is archived: see `ratings.active_on`.
    """
    cells = facts.checked("service", {"name": "", "kind": "", **given})
    _fits_together(db, cells, but="")
    _only_care_providers(db, provider)
    cells |= {"id": new_key(), "provider_id": provider}
    with change(db, f"Added {cells['name']}"):
        db.insert_row("service", cells | _blanks(cells, _place(db, cells)))
    return service(db, str(cells["id"]))


def edit_service(db: Database, key: str, **given: Unpack[ServiceFacts]) -> Service:
    """Change what is given and leave the rest. A new postcode brings its district unless one is given too."""
    before = service(db, key)
    cells = facts.checked("service", given)
    moved = "postcode" in cells and cells["postcode"] != before.postcode
    kept: dict[str, Cell] = {"kind": before.kind, "cqc_location_id": before.cqc_location_id}
    _fits_together(db, kept | cells, but=key)
    if moved or cells.get("district") == "":
        cells.setdefault("postcode", before.postcode)
    if not cells:
        return before
    with change(db, f"Changed {before.name}"):
        found = _place(db, cells)
        place = _place_moved(before, cells, found) if moved else _blanks(cells, found)
        db.update_row("service", key, cells | place)
    return service(db, key)


def set_portfolio_officer(db: Database, keys: Iterable[str], officer: str) -> int:
    """Give services to an officer, or with an empty name to nobody, as one change; how many had another before."""
    name = officer.strip()
    held = [each for each in (service(db, key) for key in keys) if each.portfolio_officer != name]
    if held:
        whose = held[0].name if len(held) == 1 else count_of(len(held), "service")
        said = f"Gave {whose} to {name}" if name else f"Took the portfolio officer off {whose}"
        with change(db, said):
            db.update_rows("service", ("portfolio_officer",), [(name, each.id) for each in held])
    return len(held)


_PLACE = ("district", "authority", "region")


def _place_moved(before: Service, cells: Mapping[str, Cell], found: Mapping[str, Cell]) -> dict[str, Cell]:
    """A form hands back the old district with a new postcode: only one that was changed overrules what was found.

    Where nothing is found the old district may be wrong, and is left empty.
    """
    typed = {name for name in _PLACE if cells.get(name) not in (None, "", getattr(before, name))}
    return {name: cell for name, cell in {"district": "", **found}.items() if name not in typed}


def _blanks(cells: Mapping[str, Cell], found: Mapping[str, Cell]) -> dict[str, Cell]:
    """What was found for those that were not given."""
    return {name: cell for name, cell in found.items() if not cells.get(name)}


def _place(db: Database, cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """District, authority and region of the postcode; the region of the authority where there is no place."""
    postcode = str(cells.get("postcode") or "")
    found = places_for(db, [postcode]).places.get(postcode) if postcode else None
    if found is None:
        authority = str(cells.get("authority") or "")
        region = region_of(authority) if authority and not cells.get("region") else None
        return {"region": region} if region else {}
    return {"district": found.district, "authority": found.authority, "region": found.region}


def _fits_together(db: Database, cells: Mapping[str, Cell], *, but: str) -> None:
    cqc_id = cells.get("cqc_location_id")
    if not cqc_id:
        return
    if not ServiceKind(str(cells["kind"])).is_registered_by_cqc:
        raise FieldProblem(
            "cqc_location_id",
            f"CQC Location ID: CQC does not register services of the kind {ServiceKind(str(cells['kind'])).label}. "
            "Leave the number empty, or choose another kind.",
        )
    other = service_by_cqc_id(db, str(cqc_id))
    if other is not None and other.id != but:
        raise FieldProblem(
            "cqc_location_id",
            f"CQC Location ID: {cqc_id} belongs to {other.name}. Check the number, or open {other.name} instead.",
        )


def _only_care_providers(db: Database, provider: str) -> None:
    """A partner, the council or a group runs no service."""
    row = db.row("select name, organisation from provider where id = ?", (provider,))
    what = OrganisationKind(row[1]) if row else OrganisationKind.CARE_PROVIDER
    if row and what is not OrganisationKind.CARE_PROVIDER:
        raise Problem(
            f"{row[0]} is kept as “{what.label}”, and only care providers run services. Choose a care provider, or "
            "change what it is first."
        )


def move_service(db: Database, key: str, to_provider: str) -> Service:
    """Give a service, with the contacts and notes that are its own, to another provider: a home that was sold."""
    before = service(db, key)
    name = db.value("select name from provider where id = ?", (to_provider,))
    _only_care_providers(db, to_provider)
    with change(db, f"Moved {before.name} to {name}"):
        db.update_row("service", key, {"provider_id": to_provider})
        follow_service(db, key, to_provider)
    return service(db, key)


def follow_service(db: Database, key: str, provider: str) -> None:
    """Put the contacts and notes of a service under its provider."""
    for table in ("contact", "note"):
        rows = db.rows(
            f"select ?, id from {table} where service_id = ? and provider_id <> ?", (provider, key, provider)
        )
        db.update_rows(table, ("provider_id",), rows)


def archive_service(db: Database, key: str, *, today: date) -> Service:
    """Put a service away. Its ratings, contract and contacts stay as they are."""
    archiving.archive(db, "service", service(db, key), today=today)
    return service(db, key)


def restore_service(db: Database, key: str) -> Service:
    """Bring a service back; its provider must be in use."""
    before = service(db, key)
    archiving.restore(db, "service", before, provider=before.provider_id)
    return service(db, key)
