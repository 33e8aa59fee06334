"""A small county and forums in it, made by calling the domain's own functions."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import Selected
from engagement.forums.vocabulary import EventKind
from engagement.register import contacts, providers, services
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import Database, change

STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)
NOW = datetime(2019, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def home(db: Database) -> Callable[..., tuple[str, str]]:
    """Add a service with a provider of its own, and return the keys of the service and its provider."""

    def add(
        name: str,
        *,
        provider: str = "",
        kind: ServiceKind = ServiceKind.NURSING_HOME,
        district: str = "Bassetlaw",
    ) -> tuple[str, str]:
        known = db.value("select id from provider where name = ?", (provider or f"{name} Limited",))
        owner = known or providers.add_provider(db, name=provider or f"{name} Limited").id
        service = services.add_service(db, owner, name=name, kind=kind).id
        with change(db, "Placed it"):
            db.update_row("service", service, {"district": district, "authority": "Nottinghamshire"})
        return service, owner

    return add


@pytest.fixture
def person(db: Database, home: Callable[..., tuple[str, str]]) -> Callable[..., str]:
    """Add a contact at a service (made when there is none of the name), and return its key."""

    def add(
        name: str,
        at: str,
        *,
        role: ContactRole = ContactRole.REGISTERED_MANAGER,
        consent: ConsentBasis = ConsentBasis.EMAIL_OPT_IN,
    ) -> str:
        found = db.row("select id, provider_id from service where name = ?", (at,))
        service, provider = found or home(at)
        return contacts.add_contact(
            db, provider, service_id=service, name=name, role=role, consent=consent
        ).id

    return add


@pytest.fixture
def forum(db: Database) -> Callable[..., str]:
    """Plan a forum on 10 December 2019, 10am to midday, and return its key."""

    def plan(
        title: str = "Provider forum, December 2019",
        *,
        capacity: int | None = None,
        starts: datetime = STARTS,
        place: str = "Mansfield Civic Centre",
    ) -> str:
        draft = EventDraft(
            kind=EventKind.PROVIDER_FORUM,
            title=title,
            starts=starts,
            ends=starts + timedelta(hours=2),
            place=place,
            capacity=capacity,
        )
        return events.plan_event(db, draft)

    return plan


@pytest.fixture
def invited(db: Database, person: Callable[..., str]) -> Callable[..., list[str]]:
    """Invite contacts by key, and return them as participants in the same order."""

    def invite(event: str, contact_keys: list[str], *, now: datetime = NOW) -> list[str]:
        done = invitations.invite(db, event, [selected(db, key) for key in contact_keys], now=now)
        return list(done.participants)

    return invite


def selected(db: Database, contact: str) -> Selected:
    """A contact as the audience rule hands it over."""
    found = contacts.contact(db, contact)
    return Selected(
        contact, found.name, found.role, found.service_id, "", found.provider_id, "", ("Chosen by hand",)
    )


TODAY = date(2019, 12, 10)
