from datetime import date

import pytest

from engagement.register.contacts import add_contact, contact
from engagement.register.listings import CONTACTS, SERVICES
from engagement.register.providers import add_provider, archive_provider
from engagement.register.services import (
    add_service,
    archive_service,
    edit_service,
    move_service,
    portfolio_officers,
    restore_service,
    service,
    service_by_cqc_id,
)
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import Query, history
from resources.problem import FieldProblem, Problem

TODAY = date(2019, 12, 9)


RUSHCLIFFE = "NG2 7QP"


MANSFIELD = "NG19 7DR"


@pytest.fixture
def firm(db):
    return add_provider(db, name="Invented Care").id


def test_a_district_follows_from_the_postcode_and_is_kept(db, firm):
    added = add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME, postcode="ng2 7qp")
    assert (added.district, added.authority, added.region) == (
        "Rushcliffe",
        "Nottinghamshire",
        "East Midlands",
    )
    assert db.rows("select id, district from derived_place") == [(RUSHCLIFFE, "Rushcliffe")]
    assert history.next_undo(db).action == "Added Rosewood House"


def test_a_district_that_is_given_is_not_overruled(db, firm):
    added = add_service(db, firm, name="A", kind="Home care", postcode=RUSHCLIFFE, district="Gedling")
    assert (added.kind, added.district, added.authority) == (
        ServiceKind.HOME_CARE,
        "Gedling",
        "Nottinghamshire",
    )


@pytest.mark.parametrize(
    ("given", "district"),
    [
        ({"postcode": MANSFIELD}, "Mansfield"),
        ({"postcode": MANSFIELD, "district": "Rushcliffe"}, "Mansfield"),  # the form's old one
        ({"postcode": MANSFIELD, "district": "Ashfield"}, "Ashfield"),
        ({"postcode": "NG99 9ZZ"}, ""),
        ({"postcode": RUSHCLIFFE, "district": "Gedling"}, "Gedling"),
        ({"district": ""}, "Rushcliffe"),
        ({"beds": 3}, "Rushcliffe"),
    ],
)
def test_a_changed_postcode_brings_its_district(db, firm, given, district):
    key = add_service(db, firm, name="A", kind=ServiceKind.HOME_CARE, postcode=RUSHCLIFFE).id
    assert edit_service(db, key, **given).district == district


def test_a_region_follows_from_the_authority_where_there_is_no_postcode(db, firm):
    added = add_service(db, firm, name="A", kind=ServiceKind.HOME_CARE, authority="Derby")
    assert (added.district, added.region) == ("", "East Midlands")


def test_services_that_cqc_does_not_register_have_no_number(db, firm):
    added = add_service(db, firm, name="Day centre", kind=ServiceKind.DAY_CARE, beds="")
    assert added.cqc_location_id is None and added.beds is None
    with pytest.raises(FieldProblem, match="CQC does not register services of the kind Day care") as caught:
        edit_service(db, added.id, cqc_location_id="1-1")
    assert caught.value.field == "cqc_location_id"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": ServiceKind.HOME_CARE}, "name"),
        ({"name": "A"}, "kind"),
        ({"name": "A", "kind": "Dentist"}, "kind"),
        ({"name": "A", "kind": "home_care", "beds": "-1"}, "beds"),
        ({"name": "A", "kind": "home_care", "postcode": "Nottingham"}, "postcode"),
        ({"name": "A", "kind": "home_care", "registered_on": "yesterday"}, "registered_on"),
        ({"name": "A", "kind": "home_care", "cqc_location_id": "1-1"}, "cqc_location_id"),
    ],
)
def test_what_cannot_be_kept_is_said_of_its_field(db, firm, facts, field):
    add_service(db, firm, name="First", kind=ServiceKind.HOME_CARE, cqc_location_id="1-1")
    with pytest.raises(FieldProblem) as caught:
        add_service(db, firm, **facts)
    assert caught.value.field == field
    assert db.value("select count(*) from service") == 1


def test_a_service_is_archived_restored_and_found(db, firm):
    home = add_service(
        db, firm, name="A", kind=ServiceKind.HOME_CARE, cqc_location_id="1-1", portfolio_officer="Officer One"
    )
    assert service_by_cqc_id(db, "1-1") == home and portfolio_officers(db) == ["Officer One"]
    assert archive_service(db, home.id, today=TODAY).archived_on == TODAY
    with pytest.raises(Problem, match="archived already"):
        archive_service(db, home.id, today=TODAY)
    archive_provider(db, firm, today=TODAY)
    with pytest.raises(Problem, match="Restore Invented Care first"):
        restore_service(db, home.id)
    history.undo(db)
    assert restore_service(db, home.id) == home


def test_a_home_that_is_sold_takes_its_own_contacts_and_notes_along(db, firm):
    buyer = add_provider(db, name="Other Care").id
    home = add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME).id
    at_home, at_office = add_contact(db, firm, name="Ann", service_id=home), add_contact(db, firm, name="Ben")
    assert move_service(db, home, buyer).provider_id == buyer
    assert contact(db, at_home.id).provider_id == buyer and contact(db, at_office.id).provider_id == firm
    assert history.next_undo(db).action == "Moved Rosewood House to Other Care"
    history.undo(db)
    assert service(db, home).provider_id == firm and contact(db, at_home.id) == at_home


def test_lists_on_screen_say_the_vocabularys_words(db, firm):
    for kind in ServiceKind:
        add_service(db, firm, name=kind.label, kind=kind)
    for role, consent in zip(ContactRole, [*ConsentBasis, *ConsentBasis], strict=False):
        add_contact(db, firm, name="Ann", role=role, consent=consent)
    assert {row[1]: row[3] for row in SERVICES.page(db, Query(), offset=0, limit=20)} == {
        kind.label: kind.label for kind in ServiceKind
    }
    assert set(CONTACTS.choices(db, "role")) == {role.label for role in ContactRole}
    assert set(CONTACTS.choices(db, "consent")) == {basis.label for basis in ConsentBasis}
