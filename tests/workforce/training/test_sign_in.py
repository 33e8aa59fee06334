"""The sheet to sign at a training session."""

from pathlib import Path

from docx import Document

from resources.database import Database
from tests.workforce.training.school import TODAY, School
from workforce.training.bookings import book
from workforce.training.sign_in import MARKING, people_to_sign, save_sign_in_sheet


def test_who_has_a_place_is_on_the_sheet_by_surname(db: Database, tmp_path: Path) -> None:
    school = School(db)
    held = school.session(3)
    for name, at, service in (
        ("Zed Abbot", school.rosewood, school.house),
        ("Ada Example", school.rosewood, None),
        ("Ben Lund", school.alder, school.court),
        ("Cy Moss", school.alder, None),
    ):
        book(db, held.id, school.learner(name, at, service).id, today=TODAY)
    assert [one.name for one in people_to_sign(db, held.id)] == ["Zed Abbot", "Ada Example", "Ben Lund"]
    assert save_sign_in_sheet(db, held.id, tmp_path / "s.docx") == 3
    document = Document(str(tmp_path / "s.docx"))
    assert [cell.text for cell in document.tables[0].rows[3].cells][1:4] == [
        "Ben Lund",
        "Alder Care",
        "Alder Court",
    ]
    assert document.sections[0].header.paragraphs[0].text == MARKING
    assert document.paragraphs[1].text == "Monday 9 December 2019, 10am to 1pm, County Hall"
