from engagement.register.contacts import archive_contact
from engagement.register.services import add_service
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, home, manager
from workforce.funding.unclaimed.whom_to_ring import Switchboard, people_to_ring


def test_the_service_s_own_people_come_first(db: Database) -> None:
    owner, house = home(db, "Rosewood Example Homes", "Rosewood House")
    other = add_service(db, owner, name="Rosewood Court", kind=ServiceKind.RESIDENTIAL_HOME).id
    manager(db, owner, "Of all of it", role=ContactRole.TRAINING_LEAD)
    manager(db, owner, "Of the other", service_id=other, role=ContactRole.TRAINING_LEAD)
    manager(db, owner, "Of the house", service_id=house, role=ContactRole.DEPUTY_MANAGER)
    found = people_to_ring(db)
    assert found.best(owner, house).name == "Of the house"  # type: ignore[union-attr]
    assert found.best(owner, other).name == "Of the other"  # type: ignore[union-attr]
    assert found.best(owner).name == "Of all of it"  # type: ignore[union-attr]
    assert found.best("nobody") is None


def test_a_number_counts_more_than_a_role(db: Database) -> None:
    owner, _ = home(db, "Rosewood Example Homes", "Rosewood House")
    manager(db, owner, "Without a number", role=ContactRole.TRAINING_LEAD, phone="", email="lead@example.org")
    manager(db, owner, "With a number", role=ContactRole.ADMINISTRATOR)
    best = people_to_ring(db).best(owner)
    assert best is not None
    assert best.words == "With a number, Administrator, 01632 960 001"


def test_nobody_is_rung_who_did_not_agree_or_has_left(db: Database) -> None:
    owner, _ = home(db, "Rosewood Example Homes", "Rosewood House")
    manager(db, owner, "Withdrawn", consent=ConsentBasis.WITHDRAWN)
    manager(db, owner, "Not recorded", consent=ConsentBasis.NOT_RECORDED)
    archive_contact(db, manager(db, owner, "Left"), today=TODAY)
    assert people_to_ring(db).best(owner) is None


def test_the_office_is_rung_where_nobody_is_known() -> None:
    assert Switchboard("", "01632 960 100").words == (
        "Nobody has agreed to be contacted; the office is on 01632 960 100"
    )
    assert Switchboard("1", "2").number == "1"
    assert Switchboard().words == "Nobody has agreed to be contacted, and no number is recorded"
