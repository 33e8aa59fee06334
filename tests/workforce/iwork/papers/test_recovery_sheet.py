"""The recovery sheet holds the code, whose it is, and what to do with it, and nothing else."""

import re
import zipfile
from datetime import date
from pathlib import Path

from docx import Document

from resources.database.locked.recovery import RecoveryCode, read_code
from workforce.iwork.papers.recovery_sheet import save_recovery_sheet

CODE = RecoveryCode("ABCDEFGHJKLMNPQRSTUVWXYZ23456789ABCDEFGT")


def test_the_code_can_be_read_off_the_sheet_and_typed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    save_recovery_sheet(path, CODE, register_id="K7QM-2XPD", day=date(2026, 3, 2))
    document = Document(str(path))
    cells = [cell.text.split("\n") for row in document.tables[0].rows for cell in row.cells]
    assert [number for number, _group in cells] == [str(number) for number in range(1, 11)]
    assert read_code(" ".join(group for _number, group in cells)) == CODE
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for said in ("K7QM-2XPD", "2 March 2026", "Use the recovery sheet", "paper alone", "this opens nothing"):
        assert said in text


def test_the_code_is_in_no_property_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    save_recovery_sheet(path, CODE, register_id="K7QM-2XPD", day=date(2026, 3, 2))
    with zipfile.ZipFile(path) as parts:
        rest = [name for name in parts.namelist() if name != "word/document.xml"]
        held = "".join(parts.read(name).decode("utf-8", "replace") for name in rest)
        assert rest and not [group for group in CODE.groups() if re.search(rf"\b{' '.join(group)}\b", held)]
    assert [one.name for one in tmp_path.iterdir()] == ["sheet.docx"]
