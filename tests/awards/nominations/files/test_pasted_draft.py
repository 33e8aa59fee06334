"""A pasted e-mail becomes a nomination that a person confirms, with what is in doubt said."""

from datetime import date

import pytest

from awards.nominations.files.pasted_draft import draft_of
from awards.vocabulary import Consent, NominatorKind
from engagement.register.contacts import add_contact
from engagement.register.vocabulary import ContactRole
from resources.database import Database
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.nominations.files.test_pasted import FREE, LABELLED


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_a_labelled_mail_is_tied_to_the_register(db: Database, gala: Gala) -> None:
    wren = add_contact(db, gala.hazel, name="Wren Specimen", role=ContactRole.OWNER, email="wren@example.org")
    found = draft_of(db, gala.round_id, LABELLED)
    draft = found.draft
    assert (draft.category_id, draft.nominee) == (gala.category().id, "Ada Example")
    assert (draft.service_id, draft.place_told) == (gala.house, "Rosewood House, Ashfield")
    assert (draft.nominator_contact_id, draft.nominator_provider_id) == (wren.id, gala.hazel)
    assert (draft.nominator_kind, draft.publish_words) == (NominatorKind.FAMILY, Consent.YES)
    assert (found.received_on, found.notes) == (date(2026, 9, 14), ())


def test_a_mail_in_sentences(db: Database, gala: Gala) -> None:
    found = draft_of(db, gala.round_id, FREE)
    assert (found.draft.nominee, found.draft.service_id) == ("Ada Example", gala.house)
    assert (found.draft.nominator, found.received_on) == ("Wren", None)


def test_what_is_in_doubt_is_said(db: Database, gala: Gala) -> None:
    text = (
        "Nominee: Ada Example and Ben Specimen\nHome: Rosewod House\nCategory: Team award\nReason: "
        + "word " * 301
    )
    found = draft_of(db, gala.round_id, text)
    assert found.draft.category_id == "" and found.draft.service_id is None
    assert [note.split(":")[0].split(".")[0] for note in found.notes] == [
        "“Team award” is no category of the round",
        "“Rosewod House”",
        "The statement has 301 words, 1 over the limit of 300",
        "It may nominate Ada Example and Ben Specimen",
    ]


def test_a_statement_that_is_elsewhere(db: Database, gala: Gala) -> None:
    found = draft_of(db, gala.round_id, "Nominee: Ada Example\nReason: Please see attached.")
    assert "it may be in an attachment" in found.notes[-1]
    assert found.notes[0] == "It does not say for which category."


def test_a_service_is_tied_by_its_own_name(db: Database, gala: Gala) -> None:
    community = gala.category("Community")
    found = draft_of(
        db, gala.round_id, f"Nominee: Rosewood House\nCategory: {community.name}\nWhy: They sing."
    )
    assert (found.draft.service_id, found.notes) == (gala.house, ())


@pytest.mark.parametrize("text", ["", "Thanks", "Hi\n\nKind regards\nWren"])
def test_a_text_that_nominates_nobody_is_refused(db: Database, gala: Gala, text: str) -> None:
    with pytest.raises(Problem, match="Nothing in the text nominates anybody"):
        draft_of(db, gala.round_id, text)


def test_a_text_as_long_as_a_book_is_refused(db: Database, gala: Gala) -> None:
    with pytest.raises(Problem, match="Paste one e-mail alone"):
        draft_of(db, gala.round_id, "Nominee: Ada Example. " * 10_000)
