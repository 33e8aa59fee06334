"""The document says all of it, marked, and opens in Word."""

from datetime import UTC, date, datetime
from pathlib import Path

from resources.database import Database
from resources.report.word import save_word
from tests.workforce.iwork.people.filled import Filled
from workforce.iwork.papers.subject_access_paper import subject_access_report
from workforce.iwork.people.consents import give_consents
from workforce.iwork.people.people import add_person
from workforce.iwork.people.subject_access import everything, request_access
from workforce.iwork.people.views import note_view
from workforce.iwork.vocabulary import ConsentScope

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_the_document_says_everything(vault: Database, tmp_path: Path) -> None:
    from docx import Document

    one = add_person(
        vault, "Ada", TODAY, today=TODAY, family_name="Example", phone="01632 960001", postcode="NG2 7QP"
    )
    give_consents(
        vault, one.id, [ConsentScope.MATCHING, ConsentScope.SHARE], TODAY, today=TODAY, how="Signed"
    )
    note_view(vault, one.id, "Record", now=NOW)
    path = tmp_path / "held.docx"
    save_word(subject_access_report(everything(vault, one.id), today=TODAY), path, exempt_terms=())
    opened = Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(part.text for part in opened.paragraphs), *cells])
    for words in (
        "Ada Example, IW-001", "01632 960001", "Rushcliffe", "458185", "Test Coach", "Added IW-001",
        "To be matched to posts", "Signed",
        "Consent: Consent to: To be matched to posts. Given: 23 November 2026. How: Signed.",
        "Where the postcode is on the map, to work out how far away a job is", "458185 metres east, 338",
        "Not for publication", "We hold this",
    ):  # fmt: skip
        assert words in text, words
    assert "; " not in text and "You asked to see it" not in text
    headings = [
        part.text
        for part in opened.paragraphs
        if ((part.style and part.style.name) or "").startswith("Heading")
    ]
    assert headings[-1] == "Who looked at your record", "it is at the end, as is said"


def test_who_asked_is_told_that_they_did(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY)
    request_access(vault, one.id, TODAY, today=TODAY)
    assert "You asked to see it." in repr(
        subject_access_report(everything(vault, one.id), today=TODAY).blocks
    )


def test_all_that_is_told_stands_on_the_paper(vault: Database) -> None:
    made = Filled(vault)
    made.fill()
    held = everything(vault, made.person_id)
    said = repr(subject_access_report(held, today=TODAY).blocks)
    missing = [fact for part in held.parts for facts in part.entries for fact in facts if fact[1] not in said]
    assert not missing


def test_what_nobody_looked_at_says_so(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY)
    report = subject_access_report(everything(vault, one.id), today=TODAY)
    assert report.is_exempt and "Nobody has looked at it on a screen." in repr(report.blocks)
