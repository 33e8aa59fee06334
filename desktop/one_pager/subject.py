"""Whom one page is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from engagement.committee.issues import issues
from engagement.register.day_names import day_names
from engagement.register.names import folded
from engagement.register.providers import Provider, is_provider, provider
from engagement.register.services import Service, is_service, service, services_of
from resources.database import Database
from resources.problem import Problem
from resources.spans import months_before
from workforce.training.learners import learners

NAMES_A_LEARNER = "(it names a learner and stands in the register alone)"


@dataclass(frozen=True)
class Subject:
    """A provider with its services, or one service of it. `vault` is the register of i-Work while it is open."""

    db: Database
    vault: Database | None
    provider: Provider
    services: tuple[Service, ...]
    only: Service | None
    since: date
    today: date
    told: Mapping[str, str] = field(default_factory=dict)
    """Today's names by key, of those renamed since with “(formerly …)”."""
    learners: frozenset[str] = frozenset()
    """The names of its learners, which no page tells."""

    def free(self, text: str) -> str:
        """What somebody typed, unless it names a learner."""
        said = f" {folded(text)} "
        named = any(f" {name}{end}" in said for name in self.learners for end in (" ", "s "))
        return NAMES_A_LEARNER if named else text

    def called(self, key: str) -> str:
        """The name of the provider or one of its services, with the one that it had before."""
        named = {self.provider.id: self.provider.name, **{one.id: one.name for one in self.services}}
        return self.told.get(key) or named.get(key, "")

    @property
    def name(self) -> str:
        """Of the service, or of the provider."""
        return self.only.name if self.only else self.provider.name

    @property
    def service_ids(self) -> list[str]:
        """The services that it speaks of."""
        return [one.id for one in self.services]

    @property
    def archived(self) -> list[Service]:
        """The provider's services that were put away; none while it speaks of one service."""
        held = [] if self.only else services_of(self.db, self.provider.id, archived=True)
        return [one for one in held if one.archived_on]

    def place(self, service_id: str | None) -> str:
        """The name of one of its services in brackets, where there are several."""
        found = next((one.name for one in self.services if one.id == service_id), "")
        return f" ({found})" if found and len(self.services) > 1 else ""


def subject_of(
    db: Database, vault: Database | None, key: str, *, since: date | None = None, today: date
) -> Subject:
    """The provider or service with this key; changes are told from the last report issued unless a day is given."""
    from_day = since if since is not None else usual_since(db, today)
    if from_day > today:
        raise Problem("The day from which changes are told is in the future. Give an earlier one.")
    if is_service(db, key):
        one = service(db, key)
        held: Service | None = one
        owner, services = provider(db, one.provider_id), [one]
    elif is_provider(db, key):
        held, owner, services = None, provider(db, key), services_of(db, key)
    else:
        raise LookupError(f"there is no provider or service {key}")
    told = _told(db, owner, services, from_day, today)
    people = learners(db, provider_id=owner.id, archived=True)
    named = frozenset(folded(one.name) for one in people if one.given_name and one.family_name)
    return Subject(db, vault, owner, tuple(services), held, from_day, today, told, named)


def _told(db: Database, owner: Provider, services: list[Service], since: date, today: date) -> dict[str, str]:
    owners = day_names(db, "provider", [owner.id], today, since=since)
    places = day_names(db, "service", [one.id for one in services], today, since=since)
    return {owner.id: owners.told(owner.id), **{one.id: places.told(one.id) for one in services}}


def usual_since(db: Database, today: date) -> date:
    """The last day that the last report issued tells of, else a year ago."""
    last = next((one.as_at for one in issues(db) if one.as_at <= today), None)
    return last if last is not None else months_before(today, 12)
