"""Letters in one Word document, read back with python-docx."""

from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT, WD_SECTION

from engagement.forums.at_the_door import door
from engagement.forums.mailing.letters import address_block, save_letters
from engagement.forums.mailing.recipients import choose, correspondents
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.mailing.words import wording_for
from resources.database import Database
from tests.engagement.forums.conftest import NOW, STARTS
from tests.engagement.forums.held_forum import AFTER
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]


def letters_in(document: Opened) -> list[list[str]]:
    """The lines of each section."""
    found: list[list[str]] = [[]]
    for paragraph in document.paragraphs:
        if paragraph.text:
            found[-1].append(paragraph.text)
        if paragraph._p.pPr is not None and paragraph._p.pPr.find(_SECTION) is not None:
            found.append([])
    return found


_SECTION = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sectPr"


def test_each_person_has_a_section_with_the_letterhead_the_address_and_the_date(
    db: Database, asked: Asked, tmp_path: Path
) -> None:
    event, _ = asked
    people = choose(db, event, Purpose.INVITATION, Way.LETTER).people
    wording = wording_for(db, Purpose.INVITATION, None).wording
    save_letters(db, event, people, wording, tmp_path / "l.docx", now=NOW, purpose=Purpose.INVITATION)
    document = Document(str(tmp_path / "l.docx"))
    zoe, ada = letters_in(document)
    assert ada[:9] == [
        "Example County Council", "Engagement Team", "County Hall, Mansfield NG18 2TB", "team@example.org",
        "Ada Example", "Rosewood House", "1 Sample Street", "Worksop", "S80 1AA",
    ]  # fmt: skip
    assert ada[9:13] == [
        "20 November 2019", "Dear Ada", "Invitation: Provider forum, December 2019",
        "We would like to invite you, for Rosewood House, to Provider forum, December 2019.",
    ]  # fmt: skip
    assert "Elm & Oak Lodge" in zoe and "Dear Dr Zoë O’Hara" in zoe
    assert "Ada Example" not in zoe
    assert [one.start_type for one in document.sections] == [WD_SECTION.NEW_PAGE] * 2
    assert document.core_properties.title == "Invitation: Provider forum, December 2019"
    assert document.core_properties.author == ""


def test_the_certificate_stands_behind_a_letter_of_thanks(db: Database, asked: Asked, tmp_path: Path) -> None:
    event, keys = asked
    door.check_in(db, event, keys["Ada Example"], now=STARTS, device="Laptop", nonce="a")
    people = choose(db, event, Purpose.THANKS, Way.LETTER).people
    wording = wording_for(db, Purpose.THANKS, None).wording
    save_letters(db, event, people, wording, tmp_path / "l.docx", now=AFTER, purpose=Purpose.THANKS)
    document = Document(str(tmp_path / "l.docx"))
    letter, certificate = letters_in(document)
    assert "Thank you for coming to Provider forum, December 2019" in letter
    assert certificate[0] == "Certificate of attendance" and "2 hours" in certificate
    assert [one.orientation for one in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_an_address_that_begins_with_the_home_does_not_name_it_twice(db: Database, asked: Asked) -> None:
    (ada,) = [one for one in correspondents(db, asked[0]) if one.person.name == "Ada Example"]
    ada = replace(ada, address=("Rosewood House", "Worksop", "S80 1AA"))
    assert address_block(ada) == ["Ada Example", "Rosewood House", "Worksop", "S80 1AA"]
