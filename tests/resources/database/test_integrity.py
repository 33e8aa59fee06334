"""Whether an open file is whole."""

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.database.integrity import faults


def test_a_whole_file_has_no_faults(db: Database) -> None:
    assert faults(db) == []


def test_a_reference_to_nothing_is_a_fault(db: Database) -> None:
    provider = add_provider(db, name="Larkmeadow Ltd")
    add_service(db, provider.id, name="Larkmeadow House", kind=ServiceKind.NURSING_HOME)
    db.execute("pragma foreign_keys = off")
    db.execute("drop trigger history_provider_delete")
    db.execute("delete from provider")
    assert faults(db) == ["A row of service points at a row of provider that is not there."]
