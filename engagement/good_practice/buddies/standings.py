"""Services as the finder sees them, read from the register, the forums and what was shared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from engagement.forums.vocabulary import ParticipantStatus
from engagement.good_practice.buddies.finder import (
    BuddyLimits,
    Found,
    Standing,
    WhyNot,
    find_buddies,
    miles_between,
    miles_words,
    why_not,
)
from engagement.good_practice.buddies.limits import buddy_limits
from engagement.register.contracts import contracts_on
from engagement.register.facts import key_list
from engagement.register.places import where_they_lie
from engagement.register.ratings import active_services, overall_as_at, ratings_as_at
from engagement.register.services import Service, service
from engagement.register.vocabulary import ContractStatus, KeyQuestion, ServiceKind
from resources.database import Database
from resources.database.history import history_position
from resources.geography import Places
from resources.problem import Problem
from resources.spans import end_of
from resources.wording import in_london, lower_first
from resources.words import sql_values

_CAME = sql_values(status for status in ParticipantStatus if status.came)


def buddies_for(
    db: Database,
    service_id: str,
    *,
    today: date,
    theme: str = "",
    limits: BuddyLimits | None = None,
    kept: "Kept | None" = None,
) -> Found:
    """Everybody who could be a buddy to a service today, within the office's limits unless others are given.

    `kept` is what was read before, for who asks again.
    """
    held = service(db, service_id)
    if held.archived_on is not None:
        raise Problem(f"{held.name} is archived. Restore it to look for a buddy.")
    limits, paired = limits or buddy_limits(db), _paired_with(db, service_id)
    everybody = {one.id: one for one in (kept or Kept()).standings(db, held.kind, today)}
    of = everybody[service_id]
    near = [one for one in everybody.values() if one.id == service_id or not why_not(of, one, limits, paired)]
    everybody |= {one.id: one for one in _looked_at_closely(db, near, today)}
    return find_buddies(
        everybody[service_id], everybody.values(), limits, today=today, theme=theme, paired=paired
    )


def why_left_out(found: Found, buddy: Service) -> str:
    """Why a service is not among the candidates, in words; '' of one that is."""
    of = found.of
    if buddy.kind is not of.kind:
        return f"they are of two kinds ({lower_first(of.kind.label)} and {lower_first(buddy.kind.label)})"
    left = next((one for one in found.left_out if one.service.id == buddy.id), None)
    if left is None:
        return ""
    miles = miles_between(of.place, left.service.place) if left.why is WhyNot.TOO_FAR else None
    return lower_first(left.why.label) + (f" ({miles_words(miles)})" if miles is not None else "")


def _looked_at_closely(db: Database, some: Sequence[Standing], today: date) -> Iterator[Standing]:
    """With what decides the order alone: key questions, forums and what was shared."""
    keys = [one.id for one in some]
    ratings = {question: ratings_as_at(db, today, question, services=keys) for question in KeyQuestion}
    came, shared = _last_came(db, keys, today), _shared(db)
    for one in some:
        found = {question: held[one.id].rating for question, held in ratings.items() if one.id in held}
        yield replace(one, ratings=found, last_came=came.get(one.id), shared=shared.get(one.id, ()))


def standings(
    db: Database, kind: ServiceKind, today: date, *, national: Places | None = None
) -> list[Standing]:
    """Every service of a kind that is not archived, with what decides whether it can be a buddy."""
    rows = db.rows(
        """select service.id, service.name, service.kind, provider.id, provider.name, provider.brand,
            service.district, service.beds, service.postcode from service
        join provider on provider.id = service.provider_id
        where service.kind = ? and service.archived_on is null order by service.id""",
        (kind.value,),
    )
    keys = [row[0] for row in rows]
    facts = _Facts(db, keys, today, where_they_lie(db, [row[8] for row in rows if row[8]], national=national))
    return [facts.standing(row) for row in rows]


class Kept:
    """The standings of each kind, read anew once anything has changed, and on another day."""

    def __init__(self) -> None:
        self._national = Places()
        self._as_of: tuple[int, date] | None = None
        self._held: dict[ServiceKind, list[Standing]] = {}

    def standings(self, db: Database, kind: ServiceKind, today: date) -> list[Standing]:
        """Every service of a kind, as `standings` reads them."""
        as_of = (history_position(db), today)
        if as_of != self._as_of:
            self._as_of, self._held = as_of, {}
        if kind not in self._held:
            self._held[kind] = standings(db, kind, today, national=self._national)
        return self._held[kind]


class _Facts:
    """What else is known of these services, each read once for all of them."""

    def __init__(self, db: Database, keys: list[str], today: date, places: dict[str, Any]) -> None:
        self._places = places
        self._active = {one.id for one in active_services(db, today, services=keys) if not one.dormant}
        self._contracts = contracts_on(db, today, services=keys)
        self._overall = overall_as_at(db, today, services=keys)
        self._buddy_to = _buddy_to(db)

    def standing(self, row: tuple[Any, ...]) -> Standing:
        key, postcode = row[0], row[8]
        place = self._places.get(postcode)
        contract, overall = self._contracts.get(key), self._overall.get(key)
        return Standing(
            id=key, name=row[1], kind=ServiceKind(row[2]), provider_id=row[3], provider=row[4], brand=row[5],
            district=row[6], beds=row[7], ratings={KeyQuestion.OVERALL: overall.rating} if overall else {},
            rated_on=overall.published_on if overall else None,
            place=(place.easting, place.northing) if place else None, current=key in self._active,
            contract=contract.status if contract else ContractStatus.NONE, buddy_to=self._buddy_to.get(key, 0),
        )  # fmt: skip


def _buddy_to(db: Database) -> dict[str, int]:
    rows = db.rows("select buddy_service_id, count(*) from buddy_pair where ended_on is null group by 1")
    return {str(key): int(number) for key, number in rows}


def _last_came(db: Database, keys: Iterable[str], today: date) -> dict[str, date]:
    """The last day on which somebody of each service was at an event."""
    rows = db.rows(
        f"""select participant.service_id, max(event.starts_at) from participant
        join event on event.id = participant.event_id
        where participant.service_id in (select value from json_each(?)) and participant.status in ({_CAME})
            and event.starts_at < ? group by participant.service_id""",
        (key_list(keys), end_of(today)),
    )
    return {key: in_london(at).date() for key, at in rows}


def _shared(db: Database) -> dict[str, tuple[str, ...]]:
    """The themes that each service told of, or its provider for all of them."""
    rows = db.rows(
        """select distinct service.id, theme from good_practice
        join service on service.id = good_practice.service_id
            or (good_practice.service_id is null and service.provider_id = good_practice.provider_id)
        where good_practice.archived_on is null order by service.id, theme"""
    )
    found: dict[str, tuple[str, ...]] = {}
    for key, theme in rows:
        found[key] = (*found.get(key, ()), theme)
    return found


def _paired_with(db: Database, service_id: str) -> frozenset[str]:
    rows = db.rows(
        "select service_id, buddy_service_id from buddy_pair "
        "where ended_on is null and ? in (service_id, buddy_service_id)",
        (service_id,),
    )
    return frozenset(key for row in rows for key in row) - {service_id}
