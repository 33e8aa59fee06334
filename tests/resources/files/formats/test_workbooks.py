import io
import os
import zipfile
from pathlib import Path

import pytest

from resources.files.reading import Row, read_sheets
from tests.resources.files.made_files import WORKBOOK_ROWS, ods_bytes, read_all, refusal, with_sheet, workbook


def test_workbook_cells_come_as_a_person_would_type_them(tmp_path: Path) -> None:
    sheets = read_sheets(workbook(tmp_path / "book.xlsx"))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Services", False), ("Lists", True)]
    assert list(sheets[0].rows) == WORKBOOK_ROWS
    assert list(sheets[0].rows) == sheets[0].head()


def test_old_workbooks_read(tmp_path: Path) -> None:
    sheets = read_sheets(Path(__file__).parents[1] / "two_sheets.xls")
    assert [(sheet.name, sheet.hidden) for sheet in sheets][:2] == [("One", False), ("Hid", True)]
    third = list(sheets[0].rows)[2]
    assert third == Row(
        3,
        (
            "",
            "x",
            "1616275874",
            "2019-05-01",
            "2019-05-01T10:30:05",
            "0.3",
            "TRUE",
            "",
            "10:30:00",
            "0.07",
            "5",
        ),
    )


def test_workbooks_report_progress_in_rows(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    sheets = read_sheets(
        workbook(tmp_path / "b.xlsx"), progress=lambda done, total: seen.append((done, total))
    )
    list(sheets[0].rows)
    assert seen == [(3, 3)]


def test_an_end_tag_that_is_missing_or_a_strange_encoding_gives_no_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(ods_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content, path = parts["content.xml"], tmp_path / "torn.ods"
    for torn in (
        content.replace(b"</text:p>", b"</text?p>", 1),
        b'<?xml version="1.0" encoding="no-such"?>' + content,
    ):
        with zipfile.ZipFile(path, "w") as archive:
            for part, data in (parts | {"content.xml": torn}).items():
                archive.writestr(part, data)
        assert "cut off in the middle or is damaged" in read_all(path)


def test_formatting_to_the_far_edge_is_no_cell(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "f.xlsx", b'<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row>')
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [("7",)]


def test_a_near_cell_in_small_letters_is_read(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", b'<row r="1"><c r="b1"><v>7</v></c></row>')
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [("", "7")]


def test_a_workbook_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_sheet(tmp_path / "a.xlsx", b'<row r="1"><c r="A1"><v>1</v></c></row>')
    whole, read = path.read_bytes(), Path.read_bytes

    def while_it_is_written(self: Path) -> bytes:
        os.utime(path, ns=(1, 1))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", while_it_is_written)
    assert "changed while it was being read" in refusal(path)
    assert read(path) == whole
