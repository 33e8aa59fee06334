"""A forum to which six people are invited, of whom three may be written to by some way."""

from collections.abc import Callable

import pytest

from engagement.register import contacts, services
from engagement.register.letterhead import Letterhead, set_letterhead
from engagement.register.vocabulary import ConsentBasis
from resources.database import Database, change
from tests.engagement.forums.conftest import TODAY

Keys = dict[str, str]

HEAD = Letterhead(
    "Example County Council", "Engagement Team", "County Hall, Mansfield NG18 2TB", "team@example.org"
)
PEOPLE = (
    (
        "Ada Example",
        "Rosewood House",
        ConsentBasis.EMAIL_OPT_IN,
        "ada@example.org",
        "1 Sample Street, Worksop, S80 1AA",
    ),
    ("Dr Zoë O’Hara", "Elm & Oak Lodge", ConsentBasis.AGREED_AT_FORUM, "", "2 Sample Street, Mansfield"),
    ("Cy Moss", "Ash Court", ConsentBasis.PUBLIC_CONTACT, "cy.moss@example.org", ""),
    ("Di Nye", "Beech Court", ConsentBasis.NOT_RECORDED, "di@example.org", "4 Sample Street, Retford"),
    ("Ed Orr", "Larch House", ConsentBasis.WITHDRAWN, "ed@example.org", "5 Sample Street, Retford"),
    ("Flo Parr", "Fir House", ConsentBasis.EMAIL_OPT_IN, "flo@example.org", "6 Sample Street, Retford"),
)


@pytest.fixture
def asked(
    db: Database,
    home: Callable[..., tuple[str, str]],
    person: Callable[..., str],
    forum: Callable[..., str],
    invited: Callable[..., list[str]],
) -> tuple[str, Keys]:
    """The forum, and its participants by name. Flo Parr is archived; what stands above letters is known."""
    set_letterhead(db, HEAD)
    made = []
    for name, service, consent, email, address in PEOPLE:
        key, _ = home(service)
        services.edit_service(
            db, key, address=address, postcode="S80 1AA" if "S80" in address else "NG18 2TB"
        )
        contact = person(name, service, consent=consent)
        contacts.edit_contact(db, contact, email=email)
        made.append(contact)
    event = forum()
    keys = dict(zip((one[0] for one in PEOPLE), invited(event, made), strict=True))
    contacts.archive_contact(db, made[-1], today=TODAY)
    return event, keys


@pytest.fixture
def linked(db: Database, asked: tuple[str, Keys]) -> tuple[str, Keys]:
    """The same forum with an address to join online."""
    with change(db, "Gave it a link"):
        db.update_row("event", asked[0], {"online_link": "https://meet.example.org/a,b;c"})
    return asked
