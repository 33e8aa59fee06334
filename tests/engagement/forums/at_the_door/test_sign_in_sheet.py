from pathlib import Path

from engagement.forums.at_the_door.sign_in_sheet import MARKING, people_to_sign, save_sign_in_sheet
from resources.database import Database
from resources.report.word.sign_in_sheet import BLANK_LINES

Held = tuple[str, dict[str, str]]


def test_the_sheet_to_sign_lists_who_is_expected_by_provider_and_surname(
    db: Database, held: Held, tmp_path: Path
) -> None:
    from docx import Document

    event, _ = held
    assert [one.name for one in people_to_sign(db, event)] == ["Di Nye", "Amina Khan", "Ben Lund"]
    assert len(people_to_sign(db, event, unanswered=True)) == 4
    path = tmp_path / "sheet.docx"
    assert save_sign_in_sheet(db, event, path) == 3
    document = Document(str(path))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["No.", "Name", "Provider", "Service", "Signature"],
        ["1", "Di Nye", "Oakfield Court Limited", "Oakfield Court", ""],
        ["2", "Amina Khan", "Rosewood House Limited", "Rosewood House", ""],
        ["3", "Ben Lund", "Rosewood House Limited", "Rosewood House", ""],
        *[["", "", "", "", ""]] * BLANK_LINES,
    ]
    assert document.sections[0].header.paragraphs[0].text == MARKING
