"""Whom one page is about."""

from dataclasses import dataclass
from datetime import date

from engagement.committee.issues import issues
from engagement.register.providers import Provider, is_provider, provider
from engagement.register.services import Service, is_service, service, services_of
from resources.database import Database
from resources.problem import Problem
from resources.spans import months_before


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

    @property
    def name(self) -> str:
        """Of the service, or of the provider."""
        return self.only.name if self.only else self.provider.name

    @property
    def service_ids(self) -> list[str]:
        """The services that it speaks of."""
        return [one.id for one in self.services]

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
        held = service(db, key)
        return Subject(db, vault, provider(db, held.provider_id), (held,), held, from_day, today)
    if not is_provider(db, key):
        raise LookupError(f"there is no provider or service {key}")
    services = tuple(services_of(db, key))
    return Subject(db, vault, provider(db, key), services, None, from_day, today)


def usual_since(db: Database, today: date) -> date:
    """The last day that the last report issued tells of, else a year ago."""
    last = next((one.as_at for one in issues(db) if one.as_at <= today), None)
    return last if last is not None else months_before(today, 12)
