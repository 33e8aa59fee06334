"""Services that a buddy could help: rated Inadequate or Requires improvement, the worst and newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engagement.good_practice.buddies.finder import POORLY_RATED
from engagement.register.council import council, council_names
from engagement.register.facts import key_list
from engagement.register.ratings import active_services, overall_as_at
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database


@dataclass(frozen=True)
class Needing:
    """A service with its rating, and the names of the buddies that it has."""

    id: str
    name: str
    provider: str
    kind: ServiceKind
    district: str
    rating: Rating
    rated_on: date
    buddies: tuple[str, ...]


def needing_buddies(db: Database, today: date, *, services: Iterable[str] | None = None) -> list[Needing]:
    """The council's own where it is known whose register it is, else all of them; of some only, where given."""
    overall = overall_as_at(db, today, services=services)
    poor = {key: held for key, held in overall.items() if held.rating in POORLY_RATED}
    own = set(council_names(db)) if council(db) else None
    active = [
        one.id for one in active_services(db, today, services=poor)
        if not one.dormant and (own is None or one.authority in own)
    ]  # fmt: skip
    rows = db.rows(
        """select service.id, service.name, provider.name, service.kind, service.district from service
        join provider on provider.id = service.provider_id
        where service.id in (select value from json_each(?))""",
        (key_list(active),),
    )
    buddies = buddies_of(db)
    found = [
        Needing(
            key, name, provider, ServiceKind(kind), district, poor[key].rating, poor[key].published_on,
            buddies.get(key, ()),
        )
        for key, name, provider, kind, district in rows
    ]  # fmt: skip
    return sorted(found, key=_worst_and_newest_first)


def buddies_of(db: Database) -> dict[str, tuple[str, ...]]:
    """The names of the buddies that each service has now."""
    found: dict[str, tuple[str, ...]] = {}
    for key, name in db.rows(
        """select buddy_pair.service_id, service.name from buddy_pair
        join service on service.id = buddy_pair.buddy_service_id
        where ended_on is null order by started_on, buddy_pair.id"""
    ):
        found[key] = (*found.get(key, ()), name)
    return found


def _worst_and_newest_first(one: Needing) -> tuple[int, int, str, str]:
    return POORLY_RATED.index(one.rating), -one.rated_on.toordinal(), one.name.casefold(), one.id
