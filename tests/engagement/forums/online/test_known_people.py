"""What matching is told of the register and the event."""

from collections.abc import Callable
from datetime import UTC, datetime

from engagement.forums.at_the_door import door
from engagement.forums.online.known_people import known_people, own_organisation
from engagement.register import contacts, providers
from resources.database import Database, change

NOW = datetime(2019, 12, 10, 10, tzinfo=UTC)


def test_everybody_in_use_with_what_the_event_knows_of_them(
    db: Database, event: str, contact: dict[str, str], invited: Callable[..., list[str]]
) -> None:
    invited(event, [contact["Ada Example"]])
    door.check_in_contact(db, event, contact["Cy Specimen"], now=NOW, device="laptop", nonce="n")
    contacts.archive_contact(db, contact["Ben Sample"], today=NOW.date())
    with change(db, "Remembered"):
        row = {
            "id": "k",
            "contact_id": contact["Ada Example"],
            "name_key": "reception",
            "email_key": "a@b.example",
        }
        db.insert_row("known_as", row)
    found = known_people(db, event)
    assert [(one.name, one.home, one.on_list, one.came) for one in found.people] == [
        ("Ada Example", "Larkmeadow House", True, False),
        ("Cy Specimen", "Rosewood Court", True, True),
        ("José O’Demo", "Harebell Lodge", False, False),
    ]
    assert found.confirmed == {("reception", "a@b.example"): frozenset({contact["Ada Example"]})}
    assert {name for name, _ in found.homes} >= {"Larkmeadow House", "Larkmeadow House Limited"}


def test_the_council_s_own_organisation(db: Database) -> None:
    assert own_organisation(db) is None
    made = providers.add_provider(db, name="Example County Council").id
    with change(db, "It is the council"):
        db.update_row("provider", made, {"organisation": "council"})
    assert own_organisation(db) == made
