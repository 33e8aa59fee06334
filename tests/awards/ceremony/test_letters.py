"""Letters: to whom, what they say, and never before the announcement."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from awards.ceremony.letter_words import wording_of
from awards.ceremony.letters import letter_text, letters_for, save_letters, what_came_of_it
from awards.ceremony.people import nominee
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.vocabulary import CeremonyLetter, EntryStatus
from engagement.register.contacts import (
    add_contact,
    archive_contact,
    contact,
    restore_contact,
    withdraw_consent,
)
from engagement.register.letterhead import Letterhead
from resources.problem import Problem
from resources.wordings import Wording
from tests.awards.ceremony.conftest import Evening

DAY = date(2026, 12, 1)
HEAD = Letterhead(council="Example County Council", team="Market team")


def test_no_letter_before_the_announcement(evening: Evening) -> None:
    with pytest.raises(Problem, match="not all announced yet, and letters tell"):
        letters_for(evening.db, evening.round_id, CeremonyLetter.NOMINATORS)


def test_each_nominator_hears_of_their_own_and_of_nobody_else(evening: Evening, tmp_path: Path) -> None:
    evening.announce()
    found = letters_for(evening.db, evening.round_id, CeremonyLetter.NOMINATORS)
    assert [one.person.name for one in found.addressees] == ["Wren Specimen", "Kit Relative", "Di Nominator"]
    assert found.left_out == ("1 nomination without the name of who wrote it",)
    assert save_letters(evening.db, found, evening.round_id, tmp_path / "l.docx", today=DAY) == 3
    held = evening.gala.round
    di = letter_text(found.addressees[2], wording_of(evening.db, found.letter), held, HEAD)
    assert di.subject == "Your nomination of Cy Example"
    assert "Cy Example was nominated for the award “Proud to be a Learning" in di.body
    assert "Ada" not in di.body and di.body.endswith("Market team\nExample County Council")
    wren = letter_text(found.addressees[0], wording_of(evening.db, found.letter), held, HEAD).body
    assert "- Ada Example won the award “Proud to deliver Excellent Person Centred Care”." in wren
    assert "- Night team was one of the finalists" in wren
    text = "\n".join(one.text for one in Document(str(tmp_path / "l.docx")).paragraphs)
    assert "di@example.org" in text


def test_managers_hear_of_winners_and_finalists(evening: Evening) -> None:
    evening.announce()
    found = letters_for(evening.db, evening.round_id, CeremonyLetter.MANAGERS)
    assert [one.person.name for one in found.addressees] == ["Mo Manager"]
    assert found.left_out == ("The register knows no manager to write to of Ben Specimen, Hazel Home Care",)
    only = letters_for(evening.db, evening.round_id, CeremonyLetter.MANAGERS, entry_ids=[evening.finalist])
    assert [one.id for one in only.addressees[0].about] == [evening.finalist]


def test_nobody_hears_by_a_batch_that_somebody_was_ineligible(evening: Evening) -> None:
    evening.announce()
    evening.gala.stands(evening.other, EntryStatus.INELIGIBLE)
    found = letters_for(evening.db, evening.round_id, CeremonyLetter.NOMINATORS)
    assert "Di Nominator" not in [one.person.name for one in found.addressees]
    assert found.left_out[-1].startswith("Nominators of 1 nominee who did not go to the judges or withdrew")


def test_a_wording_of_ones_own_and_nobody_to_write_to(evening: Evening, tmp_path: Path) -> None:
    evening.announce()
    found = letters_for(evening.db, evening.round_id, CeremonyLetter.MANAGERS, entry_ids=[evening.commended])
    with pytest.raises(Problem, match="Nobody would be written to"):
        save_letters(evening.db, found, evening.round_id, tmp_path / "l.docx", today=DAY)
    some = letters_for(evening.db, evening.round_id, CeremonyLetter.MANAGERS)
    save_letters(
        evening.db,
        some,
        evening.round_id,
        tmp_path / "l.docx",
        today=DAY,
        wording=Wording("News", "Dear {first name}"),
    )
    assert "Dear Mo" in [one.text for one in Document(str(tmp_path / "l.docx")).paragraphs]


def test_one_nominee_is_a_sentence(evening: Evening) -> None:
    assert what_came_of_it([nominee(evening.db, evening.finalist)]) == (
        "Night team was one of the finalists for the award “Proud to Care Team Award”."
    )


def test_who_asked_not_to_be_written_to_is_left_out_and_so_is_who_left(evening: Evening) -> None:
    db = evening.db
    evening.announce()
    wren = add_contact(db, evening.gala.rosewood, name="Wren Specimen", email="wren@example.org").id
    (voice,) = [one for one in nominations_of(db, evening.winner) if one.nominator == "Wren Specimen"]
    edit_nomination(db, voice.id, nominator_contact_id=wren)
    archive_contact(db, wren, today=DAY)
    for _ in range(2):
        found = letters_for(db, evening.round_id, CeremonyLetter.NOMINATORS)
        assert [one.person.name for one in found.addressees] == ["Kit Relative", "Di Nominator"]
        assert (
            "Wren Specimen: the register has them as put away, or as not wishing to be written to"
            in found.left_out
        )
        if contact(db, wren).archived_on is not None:
            restore_contact(db, wren)
        withdraw_consent(db, wren, today=DAY)
