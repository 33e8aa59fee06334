"""Whom a report may not name, of all the people that the register knows."""

from engagement.register.contacts import add_contact, edit_contact
from engagement.register.people_known import addresses_held, contact_terms, published_names, without_published
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database, change
from resources.report.exempt_names import ExemptTerm


def names(db: Database) -> set[str]:
    return {one.text for one in contact_terms(db)}


def test_contacts_now_and_before_and_those_deleted_are_known(db: Database) -> None:
    provider = add_provider(db, name="Example Care").id
    held = add_contact(db, provider, name="Bo Samplewood")
    gone = add_contact(db, provider, name="Cy Pretendham")
    for name in ("Dot", "Registered Manager", "The Home Manager", "Duty Manager"):
        add_contact(db, provider, name=name)
    edit_contact(db, held.id, name="Bo Inventson")
    with change(db, "Deleted a contact"):
        db.delete_row("contact", gone.id)
    assert names(db) == {"Bo Inventson", "Bo Samplewood", "Cy Pretendham"}


def test_a_name_of_ordinary_words_is_somebody(db: Database) -> None:
    add_contact(db, add_provider(db, name="Example Care").id, name="Will May")
    assert names(db) == {"Will May"}


def test_who_stands_in_public_already_is_left_out(db: Database) -> None:
    provider = add_provider(db, name="Ada Example Homes").id
    council = add_provider(db, name="The council", organisation=OrganisationKind.COUNCIL).id
    add_service(
        db, provider, name="Velvet Court", kind=ServiceKind.NURSING_HOME, registered_manager="Samplewood, Bo",
        portfolio_officer="Flo Madeupley",
    )  # fmt: skip
    for name in ("Bo Samplewood", "Flo Madeupley", "Gus Example"):
        add_contact(db, provider, name=name)
    add_contact(db, council, name="Hal Pretendham")
    assert names(db) == {"Gus Example"}
    assert {"bo samplewood", "hal pretendham"} <= published_names(db)
    terms = [ExemptTerm("Hal Pretendham", "x"), ExemptTerm("Ed Example", "x")]
    assert without_published(db, terms) == terms[1:]


def test_ways_to_reach_people_are_known_but_for_those_of_services_and_the_council(db: Database) -> None:
    provider = add_provider(db, name="Example Care", phone="0115 496 0001").id
    council = add_provider(db, name="The council", organisation=OrganisationKind.COUNCIL).id
    add_contact(db, provider, name="Bo Samplewood", email="bo@example.org", phone="0115 496 0002")
    add_contact(db, provider, name="Cy Samplewood", phone="0115 496 0001")
    add_contact(db, council, name="Dot Samplewood", email="dot@example.org")
    assert addresses_held(db) == ["0115 496 0002", "bo@example.org"]
