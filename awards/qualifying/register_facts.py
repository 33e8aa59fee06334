"""What the register knows of where nominees were nominated, for many of them in a few queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from awards.qualifying.concerns import RegisterFacts
from engagement.register.contracts import contracts_on
from engagement.register.council import own_area
from engagement.register.facts import as_day, key_list
from engagement.register.vocabulary import ContractStatus, KeyQuestion, Rating
from resources.database import Database


@dataclass(frozen=True)
class Place:
    """A service and a provider by their keys; either may be None."""

    service_id: str | None
    provider_id: str | None


def register_facts(db: Database, place: Place, on: date) -> RegisterFacts:
    """Of one place, as at a day."""
    return facts_of_places(db, [place], on)[place]


def facts_of_places(db: Database, places: Iterable[Place], on: date) -> dict[Place, RegisterFacts]:
    """Of each of these places, as at a day."""
    asked = set(places)
    services = {place.service_id for place in asked if place.service_id}
    known = _services(db, services, on)
    providers = _providers(
        db, {place.provider_id for place in asked if place.provider_id and not place.service_id}, on
    )
    found = {}
    for place in asked:
        if place.service_id:
            found[place] = known[place.service_id]
        else:
            found[place] = providers.get(place.provider_id or "", RegisterFacts())
    return found


def _providers(db: Database, keys: set[str], on: date) -> dict[str, RegisterFacts]:
    rows = db.rows(
        "select id, name, archived_on from provider where id in (select value from json_each(?))",
        (key_list(keys),),
    )
    return {
        key: RegisterFacts(provider=name, closed_on=_by(archived, on), provider_id=key)
        for key, name, archived in rows
    }


def _by(text: str | None, on: date) -> date | None:
    """The day, where it has come."""
    day = as_day(text)
    return day if day is not None and day <= on else None


def _services(db: Database, keys: set[str], on: date) -> dict[str, RegisterFacts]:
    held, own = contracts_on(db, on, services=keys), own_area(db)
    ratings = _ratings(db, keys, on)
    rows = db.rows(
        """select service.id, service.name, provider.name, coalesce(service.archived_on, provider.archived_on), dormant,
            authority, provider.id
        from service join provider on provider.id = service.provider_id
        where service.id in (select value from json_each(?))""",
        (key_list(keys),),
    )
    found = {}
    for key, name, provider, archived, dormant, authority, provider_id in rows:
        period, published = held.get(key), ratings.get(key, [])
        found[key] = RegisterFacts(
            service=name, provider=provider, contract=period.status if period else ContractStatus.NONE,
            contract_since=period.from_on if period else None,
            rating=published[0][0] if published else None, rated_on=published[0][1] if published else None,
            rating_before=published[1][0] if len(published) > 1 else None,
            closed_on=_by(archived, on), dormant=bool(dormant),
            authority=authority, in_area=own(authority), service_id=key, provider_id=provider_id,
        )  # fmt: skip
    return found


def _ratings(db: Database, keys: Iterable[str], on: date) -> Mapping[str, list[tuple[Rating, date]]]:
    """The overall ratings of each service published by that day, the latest first."""
    rows = db.rows(
        """select service_id, rating, published_on from rating where key_question = ? and published_on <= ?
            and service_id in (select value from json_each(?)) order by published_on desc, id desc""",
        (KeyQuestion.OVERALL.value, on.isoformat(), key_list(keys)),
    )
    found: dict[str, list[tuple[Rating, date]]] = {}
    for key, rating, published in rows:
        found.setdefault(key, []).append((Rating(rating), date.fromisoformat(published)))
    return found
