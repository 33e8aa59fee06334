"""What the register holds of CQC's locations, as a working copy: files are held against it, then it is written back."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from engagement.cqc_files.contents import SERVICE_FACTS
from engagement.cqc_files.periods import Period, Said
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, new_key


@dataclass(slots=True)
class HeldProvider:
    """A provider; `new` and `changed` say what is to be written."""

    id: str
    cqc_id: str
    name: str
    brand: str
    new: bool = False
    changed: bool = False


@dataclass(slots=True)
class HeldService:
    """A service with what CQC has said of it. `ratings` maps (question, day) to (rating, inherited)."""

    id: str
    location_id: str
    provider: HeldProvider
    facts: tuple[str | int | None, ...]
    periods: list[Period] = field(default_factory=list)
    ratings: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    new: bool = False
    changed: bool = False
    periods_changed: bool = False
    moved_provider: bool = False
    new_ratings: list[tuple[str, str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The service's name."""
        return str(self.facts[0])

    @property
    def authority(self) -> str:
        """The council in whose area it is."""
        return str(self.facts[7] or "")

    def overall(self) -> tuple[str, str] | None:
        """The newest overall rating: its day and what it is."""
        days = [day for question, day in self.ratings if question == "overall"]
        if not days:
            return None
        newest = max(days)
        return newest, self.ratings["overall", newest][0]


@dataclass(slots=True)
class HeldOther:
    """A location outside adult social care: left out of the register and remembered so that it can be counted."""

    id: str
    location_id: str
    name: str
    authority: str
    first_seen_on: str
    seen_on: str
    gone_on: str | None = None
    rating: str | None = None
    published_on: str | None = None
    new: bool = False
    changed: bool = False


@dataclass
class Held:
    """The working copy. `snapshots` are the days of directories taken in, each with the areas that it covered."""

    providers: dict[str, HeldProvider] = field(default_factory=dict)
    services: dict[str, HeldService] = field(default_factory=dict)
    others: dict[str, HeldOther] = field(default_factory=dict)
    snapshots: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    files: set[tuple[str, str]] = field(default_factory=set)  # kind, sha256
    history_at: int = 0

    def next_file(self, authority: str, day: str) -> str | None:
        """The first day after this one of a directory that covers the area."""
        days = [one for one, areas in self.snapshots if one > day and authority in areas]
        return min(days, default=None)

    def newest_file(self, authority: str) -> str:
        """The last day of a directory that covers the area; '' for none."""
        return max((one for one, areas in self.snapshots if authority in areas), default="")

    def was_listed_before(self, service: HeldService, day: str) -> bool:
        """Whether a directory of an earlier day had the service."""
        return any(
            one < day and service.authority in areas and any(period.covers(one) for period in service.periods)
            for one, areas in self.snapshots
        )


def load(db: Database) -> Held:
    """The working copy from the register as it stands."""
    held = Held(history_at=history_position(db))
    by_key: dict[str, HeldProvider] = {}
    for key, cqc_id, name, brand in db.rows(
        "select id, coalesce(cqc_provider_id, ''), name, brand from provider"
    ):
        by_key[key] = provider = HeldProvider(key, cqc_id, name, brand)
        if cqc_id:
            held.providers[cqc_id] = provider
    services = _load_services(db, held, by_key)
    for service_id, from_on, until_on, kind, dormant, authority in db.rows(
        "select service_id, from_on, until_on, kind, dormant, authority from service_period order by from_on"
    ):
        if service_id in services:
            said = Said(ServiceKind(kind), bool(dormant), authority)
            services[service_id].periods.append(Period(from_on, until_on, said))
    for service_id, question, day, rating, inherited in db.rows(
        "select service_id, key_question, published_on, rating, inherited from rating"
    ):
        if service_id in services:
            services[service_id].ratings[question, day] = (rating, inherited)
    for row in db.rows(
        "select id, cqc_location_id, name, authority, first_seen_on, seen_on, gone_on, rating, published_on "
        "from other_location"
    ):
        held.others[row[1]] = HeldOther(*row)
    for kind, as_at, sha256, areas in db.rows("select kind, as_at, sha256, authorities from cqc_file"):
        held.files.add((kind, sha256))
        if kind != "ratings":
            held.snapshots.append((as_at, frozenset(areas.split("|"))))
    return held


def _load_services(db: Database, held: Held, providers: dict[str, HeldProvider]) -> dict[str, HeldService]:
    services: dict[str, HeldService] = {}
    for key, location_id, provider_id, *facts in db.rows(
        f"select id, cqc_location_id, provider_id, {', '.join(SERVICE_FACTS)} from service "
        "where cqc_location_id is not null"
    ):
        service = HeldService(key, location_id, providers[provider_id], tuple(facts))
        services[key] = held.services[location_id] = service
    return services


def history_position(db: Database) -> int:
    """The number of the newest entry in the history: another number means that something changed meanwhile."""
    return int(db.value("select coalesce(max(id), 0) from history_change"))


def write(db: Database, held: Held, districts: dict[str, str]) -> None:
    """Write what the working copy has that the register has not. `districts` maps postcodes to districts."""
    providers = {service.provider.id: service.provider for service in held.services.values()}
    providers |= {provider.id: provider for provider in held.providers.values()}
    db.insert_rows(
        "provider",
        ("id", "name", "cqc_provider_id", "brand"),
        ((one.id, one.name, one.cqc_id or None, one.brand) for one in providers.values() if one.new),
    )
    db.update_rows(
        "provider",
        ("name", "brand"),
        ((one.name, one.brand, one.id) for one in providers.values() if one.changed and not one.new),
    )
    services = [one for one in held.services.values() if _to_write(one)]
    _write_services(db, services, districts)
    _write_periods(db, services)
    _write_ratings(db, services)
    _write_others(db, held.others.values())


def _to_write(service: HeldService) -> bool:
    return bool(
        service.new
        or service.changed
        or service.periods_changed
        or service.moved_provider
        or service.new_ratings
        or service.corrected
    )


def _write_services(db: Database, services: Iterable[HeldService], districts: dict[str, str]) -> None:
    columns = (*SERVICE_FACTS, "provider_id")
    postcode = SERVICE_FACTS.index("postcode")
    rows_new, rows_changed = [], []
    for one in services:
        facts = (*one.facts, one.provider.id)
        district = districts.get(str(one.facts[postcode] or ""), "")
        if one.new:
            rows_new.append((one.id, one.location_id, district, *facts))
        elif one.changed or one.moved_provider:
            rows_changed.append((*facts, district, one.id))
    db.insert_rows("service", ("id", "cqc_location_id", "district", *columns), rows_new)
    # A district that the postcode does not tell was written by a person: it stays.
    names = ", ".join(f"{name} = ?" for name in columns)
    db.conn.executemany(
        f"update service set {names}, district = coalesce(nullif(?, ''), district) where id = ?", rows_changed
    )


def _write_periods(db: Database, services: list[HeldService]) -> None:
    changed = [one for one in services if one.periods_changed]
    held: dict[tuple[str, str], tuple[str, tuple[object, ...]]] = {}
    for one in changed:
        if not one.new:
            for key, from_on, *rest in db.rows(
                "select id, from_on, until_on, kind, dormant, authority from service_period where service_id = ?",
                (one.id,),
            ):
                held[one.id, from_on] = key, tuple(rest)
    fresh, mended = [], []
    for one in changed:
        for from_on, until_on, said in one.periods:
            values = (until_on, said.kind.value, int(said.dormant), said.authority)
            key, before = held.pop((one.id, from_on), ("", ()))
            if not key:
                fresh.append((new_key(), one.id, from_on, *values))
            elif before != values:
                mended.append((*values, key))
    db.conn.executemany("delete from service_period where id = ?", ((key,) for key, _ in held.values()))
    columns = ("until_on", "kind", "dormant", "authority")
    db.update_rows("service_period", columns, mended)
    db.insert_rows("service_period", ("id", "service_id", "from_on", *columns), fresh)


def _write_ratings(db: Database, services: list[HeldService]) -> None:
    db.insert_rows(
        "rating",
        ("id", "service_id", "key_question", "published_on", "rating", "inherited", "source"),
        (
            (new_key(), one.id, question, day, *one.ratings[question, day], "CQC")
            for one in services
            for question, day in one.new_ratings
        ),
    )
    db.conn.executemany(
        "update rating set rating = ?, inherited = ? where service_id = ? and key_question = ? and published_on = ?",
        ((*one.ratings[key], one.id, *key) for one in services for key in one.corrected),
    )


def _write_others(db: Database, others: Iterable[HeldOther]) -> None:
    columns = ("name", "authority", "first_seen_on", "seen_on", "gone_on", "rating", "published_on")
    new = [one for one in others if one.new]
    changed = [one for one in others if one.changed and not one.new]
    db.insert_rows(
        "other_location",
        ("id", "cqc_location_id", *columns),
        ((one.id, one.location_id, *(getattr(one, name) for name in columns)) for one in new),
    )
    db.update_rows(
        "other_location", columns, ((*(getattr(one, name) for name in columns), one.id) for one in changed)
    )
