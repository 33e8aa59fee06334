"""What the register holds of CQC's locations, as a working copy that files are held against: see writing.py."""

from collections import defaultdict
from dataclasses import dataclass, field

from engagement.cqc_files.at_once import without_collecting
from engagement.cqc_files.contents import (
    SERVICE_FACTS,
    Facts,
    FileKind,
    authority_in,
    name_in,
    registered_on_in,
)
from engagement.cqc_files.own_words import own_words
from engagement.cqc_files.periods import Period, Said
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.database.history import history_position

POSTCODE = SERVICE_FACTS.index("postcode")


@dataclass(slots=True)
class HeldProvider:
    """A provider; `new` and `changed` say what is to be written, `own` which columns the team wrote."""

    id: str
    cqc_id: str
    name: str
    brand: str
    archived_on: str | None = None
    own: frozenset[str] = frozenset()
    new: bool = False
    changed: bool = False


@dataclass(slots=True)
class HeldService:
    """A service with what CQC has said of it. `ratings` maps (question, day) to (rating, inherited).

    `own` are the columns that the team wrote: files leave them alone. `placed` is whether its district is to be found
    from its postcode.
    """

    id: str
    location_id: str
    provider: HeldProvider
    facts: Facts
    archived: bool = False
    own: frozenset[str] = frozenset()
    periods: list[Period] = field(default_factory=list)
    ratings: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    new: bool = False
    changed: bool = False
    placed: bool = False
    periods_changed: bool = False
    moved_provider: bool = False
    new_ratings: list[tuple[str, str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The service's name."""
        return name_in(self.facts)

    @property
    def registered_on(self) -> str | None:
        """The day from which it is registered, where that is known."""
        return registered_on_in(self.facts)

    @property
    def authority(self) -> str:
        """The council in whose area it is."""
        return authority_in(self.facts)

    def overall(self) -> tuple[str, str] | None:
        """The newest overall rating: its day and what it is."""
        newest = max((day for question, day in self.ratings if question == "overall"), default=None)
        return None if newest is None else (newest, self.ratings["overall", newest][0])


@dataclass(slots=True)
class HeldOther:
    """A location outside adult social care: left out of the register and remembered so that it can be counted."""

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
    """The working copy. `whole_files` are the days of directories taken in by area; `former` leads from the Location
    ID of what was merged away to the service that it was merged into.
    """

    providers: dict[str, HeldProvider] = field(default_factory=dict)  # by CQC Provider ID
    unnumbered: dict[str, HeldProvider] = field(default_factory=dict)  # by name, those that files gave no ID
    services: dict[str, HeldService] = field(default_factory=dict)  # by CQC Location ID
    former: dict[str, HeldService] = field(default_factory=dict)
    others: dict[str, HeldOther] = field(default_factory=dict)
    whole_files: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    newest_ratings: str = ""
    files: set[tuple[str, str]] = field(default_factory=set)  # kind, sha256
    history_at: int = 0

    def newest_file(self, area: str) -> str:
        """The last day of a directory that covers the area; '' for none."""
        return max(self.whole_files[area], default="")

    def was_listed_before(self, service: HeldService, day: str) -> bool:
        """Whether a directory of an earlier day had the service."""
        earlier = (one for one in self.whole_files[service.authority] if one < day)
        return any(period.covers(one) for one in earlier for period in service.periods)


def load(db: Database) -> Held:
    """The working copy from the register as it stands."""
    with without_collecting():
        return _loaded(db)


def _loaded(db: Database) -> Held:
    held = Held(history_at=history_position(db))
    providers = _load_providers(db, held)
    services = _load_services(db, held, providers)
    for location_id, service_id in db.rows("select id, service_id from former_location"):
        if service_id in services:
            held.former[location_id] = services[service_id]
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
        "select id, name, authority, first_seen_on, seen_on, gone_on, rating, published_on from other_location"
    ):
        held.others[row[0]] = HeldOther(*row)
    _load_files(db, held)
    return held


def _load_providers(db: Database, held: Held) -> dict[str, HeldProvider]:
    own = own_words(db, "provider", ("name", "brand"))
    by_key: dict[str, HeldProvider] = {}
    for key, cqc_id, name, brand, archived_on, provides_care in db.rows(
        """select id, coalesce(cqc_provider_id, ''), name, brand, archived_on, organisation = 'care_provider'
        from provider"""
    ):
        by_key[key] = provider = HeldProvider(
            key, cqc_id, name, brand, archived_on, own.get(key, frozenset())
        )
        if cqc_id:
            held.providers[cqc_id] = provider
        elif archived_on is None and provides_care:
            held.unnumbered.setdefault(name.casefold(), provider)
    return by_key


def _load_services(db: Database, held: Held, providers: dict[str, HeldProvider]) -> dict[str, HeldService]:
    own = own_words(db, "service", (*SERVICE_FACTS, "district", "provider_id"))
    services: dict[str, HeldService] = {}
    for key, location_id, provider_id, archived, *facts in db.rows(
        f"select id, cqc_location_id, provider_id, archived_on is not null, {', '.join(SERVICE_FACTS)} from service "
        "where cqc_location_id is not null or id in (select service_id from former_location)"
    ):
        services[key] = HeldService(
            key,
            location_id or "",
            providers[provider_id],
            tuple(facts),
            bool(archived),
            own.get(key, frozenset()),
        )
        if location_id:
            held.services[location_id] = services[key]
    return services


def _load_files(db: Database, held: Held) -> None:
    for kind, as_at, sha256, areas, partial in db.rows(
        "select kind, as_at, sha256, authorities, partial from cqc_file"
    ):
        held.files.add((kind, sha256))
        if kind != FileKind.DIRECTORY:
            held.newest_ratings = max(held.newest_ratings, as_at)
        if kind != FileKind.RATINGS and not partial:
            for area in areas.split("|"):
                held.whole_files[area].add(as_at)
