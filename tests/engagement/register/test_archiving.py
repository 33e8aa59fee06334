from datetime import date

import pytest

from engagement.register.contacts import add_contact, archive_contact, contacts_of, restore_contact
from engagement.register.providers import (
    add_provider,
    archive_provider,
    restore_provider,
)
from engagement.register.services import add_service, archive_service, restore_service, services_of
from engagement.register.vocabulary import ServiceKind
from resources.database import history
from resources.problem import Problem

TODAY = date(2019, 12, 9)


def test_what_was_archived_by_itself_on_the_same_day_stays_archived(db):
    firm = add_provider(db, name="Invented Care").id
    in_use, away = (
        add_service(db, firm, name=name, kind=ServiceKind.DAY_CARE).id for name in ("In use", "Away")
    )
    person, left = (add_contact(db, firm, name=name).id for name in ("Ann", "Ben"))
    archive_service(db, away, today=TODAY)
    archive_contact(db, left, today=TODAY)
    before = list(history.logical_dump(db))
    archive_provider(db, firm, today=TODAY)
    restore_provider(db, firm)
    assert [service.id for service in services_of(db, firm)] == [in_use]
    assert [contact.id for contact in contacts_of(db, provider=firm)] == [person]

    archive_provider(db, firm, today=TODAY)
    history.undo(db)
    history.redo(db)
    restore_provider(db, firm)
    assert list(history.logical_dump(db)) == before


def test_nothing_of_an_archived_provider_is_restored_by_itself(db):
    firm = add_provider(db, name="Invented Care").id
    home = add_service(db, firm, name="Rosewood House", kind=ServiceKind.DAY_CARE).id
    person = add_contact(db, firm, name="Ann").id
    archive_provider(db, firm, today=TODAY)
    before = list(history.logical_dump(db))
    for name, restore in (
        ("Rosewood House", lambda: restore_service(db, home)),
        ("Ann", lambda: restore_contact(db, person)),
    ):
        with pytest.raises(Problem) as caught:
            restore()
        assert caught.value.sentence == (
            f"{name} belongs to Invented Care, which is archived. Restore Invented Care first."
        )
    assert list(history.logical_dump(db)) == before
