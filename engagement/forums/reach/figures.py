"""Who is reached: each service and provider with its history, the band it falls in, and the lists that follow. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.reading import NOTHING, History
from engagement.forums.reach.standing import ServiceRecord, Why, standing_on
from engagement.register.vocabulary import Rating, ServiceKind, standing_rating
from resources.statistics import Share, share
from resources.words import Word


class Band(Word):
    """How a service or provider stands with the events; see `band_words` for what people read."""

    SEEN = "seen", "Came lately"
    SEEN_BEFORE = "seen_before", "Came before that"
    INVITED_ONLY = "invited_only", "Invited, never came"
    NEVER_INVITED = "never_invited", "Never invited"

    @property
    def never(self) -> bool:
        """Whether nobody ever came."""
        return self in (Band.INVITED_ONLY, Band.NEVER_INVITED)


def band_words(band: Band, months: int) -> str:
    """The band's label; the first one says how many months."""
    return f"Came in {months} months" if band is Band.SEEN else band.label


def band_of(history: History, seen_since: date, *, asked_next: bool) -> Band:
    """Who was asked to something still to come, and to nothing before, has been invited."""
    if history.last_came is not None:
        return Band.SEEN if history.last_came >= seen_since else Band.SEEN_BEFORE
    return Band.INVITED_ONLY if history.was_invited or asked_next else Band.NEVER_INVITED


def is_new_face(history: History, question: ReachQuestion) -> bool:
    """Whether somebody came in the span, and nobody before it."""
    return history.first_came is not None and history.first_came >= question.span.first


def is_lapsed(history: History) -> bool:
    """Whether somebody came in the 12 months before the span and nobody in it."""
    return bool(history.came_year_before and not history.came)


class ServiceReach(NamedTuple):
    """A service with what it was asked and came to. `rating` is None where CQC does not rate it."""

    record: ServiceRecord
    kind: ServiceKind
    rating: Rating | None
    history: History
    band: Band
    next_on: date | None

    @property
    def id(self) -> str:
        """The service's key."""
        return self.record.id


class ProviderReach(NamedTuple):
    """A provider with what its people were asked and came to; `services` are those that count, `seen` those seen."""

    id: str
    name: str
    services: int
    seen: int
    history: History
    band: Band
    next_on: date | None


@dataclass(frozen=True)
class Reach:
    """Every service that counts, by provider and name, and why the others do not."""

    question: ReachQuestion
    services: tuple[ServiceReach, ...]
    left_out: Mapping[Why, int]

    @cached_property
    def by_band(self) -> Mapping[Band, tuple[ServiceReach, ...]]:
        """The services of each band."""
        found: dict[Band, list[ServiceReach]] = {band: [] for band in Band}
        for one in self.services:
            found[one.band].append(one)
        return {band: tuple(those) for band, those in found.items()}

    @property
    def seen(self) -> Share:
        """How many of them came to something in the months asked for."""
        return share(len(self.by_band[Band.SEEN]), len(self.services))

    @property
    def not_seen(self) -> tuple[ServiceReach, ...]:
        """Came once, but not in the months asked for; the longest unseen first."""
        return tuple(
            sorted(self.by_band[Band.SEEN_BEFORE], key=lambda one: one.history.last_came or date.min)
        )

    @property
    def never(self) -> tuple[ServiceReach, ...]:
        """Never came: those never invited before those who were."""
        return (*self.by_band[Band.NEVER_INVITED], *self.by_band[Band.INVITED_ONLY])

    @property
    def new_faces(self) -> tuple[ServiceReach, ...]:
        """Came in the span for the first time."""
        return tuple(one for one in self.services if is_new_face(one.history, self.question))

    @property
    def lapsed(self) -> tuple[ServiceReach, ...]:
        """Came in the 12 months before the span and not in it."""
        return tuple(one for one in self.services if is_lapsed(one.history))

    @property
    def no_shows(self) -> Share:
        """Of the people of these services who had a place in the span, how many did not come."""
        return no_show_rate(one.history for one in self.services)


def no_show_rate(histories: Iterable[History]) -> Share:
    """No-shows of those who had a place."""
    found = [(one.no_shows, one.places) for one in histories]
    return share(sum(absent for absent, _ in found), sum(places for _, places in found))


def reach_of(
    question: ReachQuestion,
    records: Iterable[ServiceRecord],
    published: Mapping[str, Rating],
    histories: Mapping[str, History],
    next_on: Mapping[str, date],
) -> Reach:
    """Each service's figures as at the last day of the span."""
    day, since, left_out = question.day.isoformat(), question.seen_since, Counter[Why]()
    found = []
    for record in records:
        kind, why = standing_on(record, day, with_archived=question.with_archived)
        if why is not None:
            left_out[why] += 1
            continue
        key = record.id
        history, coming = histories.get(key, NOTHING), next_on.get(key)
        rating = standing_rating(published.get(key), kind, record.location_id)
        band = band_of(history, since, asked_next=coming is not None)
        found.append(ServiceReach(record, kind, rating, history, band, coming))
    return Reach(question, tuple(found), left_out)


def providers_of(
    reach: Reach,
    without_service: Sequence[tuple[str, str]],
    histories: Mapping[str, History],
    next_on: Mapping[str, date],
) -> tuple[ProviderReach, ...]:
    """The providers of the services that count, and those of which no service is recorded, by name.

    Whoever came for a whole provider counts for it and for none of its services; whoever came for a service counts for
    both. A provider in several places counts wherever its people belong.
    """
    names = {one.record.provider_id: one.record.provider for one in reach.services} | dict(without_service)
    number, seen = Counter[str](), defaultdict[str, int](int)
    for one in reach.services:
        number[one.record.provider_id] += 1
        seen[one.record.provider_id] += one.band is Band.SEEN
    found = []
    for key, name in names.items():
        history, coming = histories.get(key, NOTHING), next_on.get(key)
        band = band_of(history, reach.question.seen_since, asked_next=coming is not None)
        found.append(ProviderReach(key, name, number[key], seen[key], history, band, coming))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))
