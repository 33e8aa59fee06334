"""Nominees and nominators follow whom they are tied to when the register makes one of two."""

from awards.ceremony.guests import add_guest, guests
from awards.merging import MERGE_RULES
from awards.nominations.entries import edit_entry, entry
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.vocabulary import Consent, GuestAnswer, GuestRole
from engagement.register.contacts import add_contact
from engagement.register.duplicates import merge_contacts, merge_providers, merge_services
from engagement.register.vocabulary import ContactRole
from resources.database import Database, history
from tests.awards.gala import NOW, TODAY, Gala


def test_a_nominee_follows_the_service_the_provider_and_the_person(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate(service_id=gala.house)
    (voice,) = nominations_of(db, ada.id)
    one, other = (
        add_contact(db, gala.rosewood, name=name, role=ContactRole.DEPUTY_MANAGER).id
        for name in ("Ada", "Ada E.")
    )
    edit_entry(db, ada.id, contact_id=other)
    edit_nomination(db, voice.id, nominator_provider_id=gala.rosewood, nominator_contact_id=other)
    merge_contacts(db, one, other, now=NOW, rules=MERGE_RULES)
    merge_services(db, gala.lodge, gala.house, now=NOW, rules=MERGE_RULES)
    merge_providers(db, gala.hazel, gala.rosewood, now=NOW, rules=MERGE_RULES)
    after, (said,) = entry(db, ada.id), nominations_of(db, ada.id)
    assert (after.service_id, after.provider_id, after.contact_id) == (gala.lodge, gala.hazel, one)
    assert (said.nominator_provider_id, said.nominator_contact_id) == (gala.hazel, one)
    for _ in range(3):
        history.undo(db)
    assert entry(db, ada.id).service_id == gala.house


def test_two_records_of_one_person_are_one_guest(db: Database) -> None:
    gala = Gala(db)
    one, other = (
        add_contact(db, gala.rosewood, name=name, role=ContactRole.DEPUTY_MANAGER).id
        for name in ("Wren", "Wren S.")
    )
    add_guest(db, gala.round_id, "Wren Specimen", contact_id=one, places=1, diet="Vegan", note="Rang.")
    add_guest(
        db, gala.round_id, "Wren S. Specimen", contact_id=other, role=GuestRole.NOMINATOR, places=3, diet="No nuts",
        answer=GuestAnswer.YES, asked_on=TODAY, photo=Consent.NO, photo_asked_on=TODAY, email="wren@example.org",
    )  # fmt: skip
    add_guest(db, gala.round_id, "Kit Guest")
    merge_contacts(db, one, other, now=NOW, rules=MERGE_RULES)
    kit, wren = guests(db, gala.round_id)
    assert (kit.name, wren.name, wren.contact_id, wren.role) == (
        "Kit Guest", "Wren Specimen", one, GuestRole.NOMINATOR,
    )  # fmt: skip
    assert (wren.places, wren.diet, wren.note, wren.email) == (
        3,
        "Vegan; No nuts",
        "Rang.",
        "wren@example.org",
    )
    assert (wren.answer, wren.asked_on, wren.photo) == (GuestAnswer.YES, TODAY, Consent.NO)
    history.undo(db)
    assert len(guests(db, gala.round_id)) == 3
