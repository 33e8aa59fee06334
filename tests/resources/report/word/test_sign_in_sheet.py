"""A sheet to sign: a line for each person expected, and empty ones."""

from datetime import date
from pathlib import Path

from docx import Document

from resources.report.word.sign_in_sheet import BLANK_LINES, Expected, SignInSheet, save_sheet, sheet_words


def test_people_are_numbered_and_empty_lines_follow(tmp_path: Path) -> None:
    people = [
        Expected("Ada Example", "Rosewood Homes", "Rosewood House"),
        Expected("Ben Lund", "Alder Care", ""),
    ]
    sheet = SignInSheet(
        of="Moving and handling", when_and_where="Tuesday 10 December 2019, County Hall", day=date(2019, 12, 10),
        people=people, marking="Names of people",
    )  # fmt: skip
    save_sheet(sheet, tmp_path / "s.docx")
    document = Document(str(tmp_path / "s.docx"))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1] == ["1", "Ada Example", "Rosewood Homes", "Rosewood House", ""]
    assert len(rows) == 1 + len(people) + BLANK_LINES
    assert document.sections[0].header.paragraphs[0].text == "Names of people"
    assert document.paragraphs[0].text == "Sign-in sheet: Moving and handling"


def test_what_stands_on_it_is_said() -> None:
    assert sheet_words(1) == "with 1 person"
    assert sheet_words(0).startswith(f"with {BLANK_LINES} empty lines")
