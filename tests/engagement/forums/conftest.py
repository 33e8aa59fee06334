"""A small county and forums in it, made by calling the domain's own functions."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import Selected
from engagement.forums.vocabulary import Confidentiality, EventKind
from engagement.register import contacts, providers, services
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ConsentBasis, ContactRole, OrganisationKind, Rating, ServiceKind
from resources.database import Database, change
from tests.engagement.forums.held_forum import AFTER, BEFORE, DAY, DOORS, Add, Invite, S

Guest = Callable[..., str]
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
def guest(db: Database) -> Guest:
    """Add somebody of an organisation that is no care provider (made when there is none of the name)."""

    def add(name: str, of: str, organisation: OrganisationKind = OrganisationKind.PARTNER) -> str:
        known = db.value("select id from provider where name = ?", (of,))
        owner = known or providers.add_provider(db, name=of, organisation=organisation).id
        return contacts.add_contact(db, owner, name=name, consent=ConsentBasis.EMAIL_OPT_IN).id

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
        kind: EventKind = EventKind.PROVIDER_FORUM,
        confidentiality: Confidentiality | None = None,
    ) -> str:
        draft = EventDraft(
            kind=kind,
            confidentiality=confidentiality,
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


@pytest.fixture
def held(
    db: Database, home: Callable[..., tuple[str, str]], person: Add, forum: Add, invited: Invite
) -> tuple[str, dict[str, str]]:
    """A forum that was held: two came from Rosewood House, one walked in, one sent apologies, one did not show."""
    for name, kind, district in (
        ("Rosewood House", ServiceKind.NURSING_HOME, "Bassetlaw"),
        ("Elm Lodge", ServiceKind.RESIDENTIAL_HOME, "Ashfield"),
        ("Oakfield Court", ServiceKind.NURSING_HOME, "Bassetlaw"),
        ("Ash Court", ServiceKind.HOME_CARE, ""),
    ):
        service, _ = home(name, kind=kind, district=district)
        record_rating(db, service, Rating.GOOD, date(2019, 6, 1), today=DAY)
        record_rating(db, service, Rating.INADEQUATE, DAY.replace(day=11), today=date(2020, 1, 1))
    event = forum()
    people = {
        "Amina Khan": "Rosewood House",
        "Ben Lund": "Rosewood House",
        "Cy Moss": "Elm Lodge",
        "Di Nye": "Oakfield Court",
        "Ed Orr": "Ash Court",
    }
    keys = dict(zip(people, invited(event, [person(*one) for one in people.items()]), strict=True))
    invitations.record_reply(db, list(keys.values())[:4], S.ACCEPTED, now=BEFORE)
    invitations.record_reply(db, [keys["Cy Moss"]], S.APOLOGIES, now=BEFORE)
    for name in ("Amina Khan", "Ben Lund"):
        door.check_in(db, event, keys[name], now=DOORS, device="Laptop 1", nonce=name)
    walker = WalkIn("Eve Yew", new_provider="Beech Care")
    keys["Eve Yew"] = door.walk_in(db, event, walker, now=DOORS, device="Laptop 1", nonce="w").participant_id
    door.close_event(db, event, now=AFTER)
    return event, keys
