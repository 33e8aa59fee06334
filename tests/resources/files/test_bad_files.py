import os
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from resources.files.formats import delimited, guards, workbook_guards
from resources.files.reading import read_sheets
from resources.problem import Problem


def refusal(path: Path) -> str:
    with pytest.raises(Problem) as caught:
        for sheet in read_sheets(path):
            for _ in sheet.rows:
                pass
    assert caught.value.sentence.endswith((".", ").")), caught.value.sentence
    return caught.value.sentence


def made(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def with_sheet(path: Path, rows: bytes, shared: bytes | None = None) -> Path:
    """A workbook whose first sheet holds the XML given."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write(0, 0, "a")
    book.close()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = SHEET % rows
    if shared is not None:
        parts["xl/sharedStrings.xml"] = shared
    return zipped(path, parts)


def test_an_empty_file_is_named_as_empty(tmp_path: Path) -> None:
    for data in (b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"\0" * 500):
        assert "is empty" in refusal(made(tmp_path, "a.csv", data))


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert "is not in" in refusal(tmp_path / "gone.csv")
    assert "is a folder" in refusal(tmp_path)
    assert "name" in refusal(tmp_path / ("x" * 300))
    assert "name" in refusal(Path("a\0b.csv"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"SQLite format 3\0\x10\0", "a database file"),
        (b"\x1f\x8b\x08\0", "a compressed (GZ) file"),
        (b"{\\rtf1\\ansi", "a rich text document"),
        (b"<!DOCTYPE html><html><body><table>", "a web page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "an old Excel XML",
        ),
        (b'<?xml version="1.0"?><a/>', "an XML file"),
        (b'[{"name": "x"}]', "a JSON file"),
        (b"BEGIN:VCALENDAR\r\n", "a calendar file"),
        (bytes(range(256)) * 20, "holds no table"),
    ],
)
def test_a_file_handed_in_by_mistake_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refusal(made(tmp_path, "list.csv", data))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("xl/workbook.bin", "an Excel binary workbook"),
        ("list.csv", "a zipped folder"),
    ],
)
def test_a_zipped_document_is_named(tmp_path: Path, part: str, words: str) -> None:
    assert words in refusal(zipped(tmp_path / "list.xlsx", {part: b"<a/>"}))


def test_an_encrypted_workbook_is_said_to_have_a_password(tmp_path: Path) -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little") + b"\2" + bytes(61)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\3\0\xfe\xff\x09\0\x06\0" + bytes(10)
    header += (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(16)
    header += b"\xfe\xff\xff\xff" + bytes(4) + (0).to_bytes(4, "little") + b"\xff\xff\xff\xff" * 108
    fat = (0xFFFFFFFD).to_bytes(4, "little") + b"\xfe\xff\xff\xff" + b"\xff\xff\xff\xff" * 126
    data = header.ljust(512, b"\0") + fat + entry.ljust(512, b"\0")
    assert "locked with a password" in refusal(made(tmp_path, "a.xlsx", data))


def test_a_file_open_in_excel_is_said_to_be(tmp_path: Path) -> None:
    path = made(tmp_path, "list.xlsx", b"a,b\r\n")
    (tmp_path / "~$list.xlsx").write_bytes(b"x")
    assert "is open in Excel. Close it there" in refusal(path)


def test_a_system_that_refuses_the_file_gives_the_sentence_about_excel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, "list.csv", b"a,b\r\n")

    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "If it is open in Excel, close it there and try again" in refusal(path)


def test_too_large_a_file_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as handle:
        handle.truncate(guards.MAX_FILE_BYTES + 1)
    assert "500 MB can be read" in refusal(path)


def test_a_million_columns_are_refused_from_the_first_bytes(tmp_path: Path) -> None:
    assert "more than 2,000 columns (line 1)" in refusal(
        made(tmp_path, "w.csv", b"a," * 1_000_000 + b"\r\n1,2\r\n")
    )


def test_a_wide_row_far_down_is_refused_with_its_line(tmp_path: Path) -> None:
    data = b"name,beds,notes\r\n" * 30_000 + b"a," * 3_000 + b"\r\n"
    assert "more than 2,000 columns (line 30,001)" in refusal(made(tmp_path, "w.csv", data))


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resources.files.formats.delimited.MAX_ROWS", 3_000)
    assert "rows" in refusal(made(tmp_path, "l.csv", b"a,b\r\n" * 4_000))


def test_a_file_without_line_ends_is_refused(tmp_path: Path) -> None:
    assert "a line of over 16 MB" in refusal(made(tmp_path, "l.csv", b"a" * 20 * 2**20))


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD9"><v>1</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c><c r="ZZ1048576"><v>1</v></c></row>',
        b'<row><c r="A1"><v>1</v></c><c\tr="ZZ1048576"><v>1</v></c></row>',
        b"<row>" + b"<c><v>1</v></c>" * 3_000 + b"</row>",
        b'<row r="1"><c r="A1"><v>1</v></c><c r="C295846630"><v>1</v></c></row>',
        b'<x:row xmlns:x="y"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="AAAA9"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_cells_at_far_corners_are_refused_before_they_are_laid_out(tmp_path: Path, rows: bytes) -> None:
    assert "more than" in refusal(with_sheet(tmp_path / "far.xlsx", rows))


def test_formatting_to_the_far_edge_is_no_cell(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "f.xlsx", b'<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row>')
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [("7",)]


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "e.xlsx"
    with_sheet(path, b"")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + SHEET % b""
    assert "declares XML entities" in refusal(zipped(path, parts))


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with_sheet(path, b"")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/image.bin", "w", force_zip64=True) as part,
    ):
        for _ in range(80):
            part.write(bytes(2**20))
    assert "unpacks to more than 1 GB" in refusal(path)


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "lie.xlsx", b"<row>" + b"<c><v>1</v></c>" * 500 + b"</row>")
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little")))
    assert "unpacks to more" in refusal(path)


def test_a_long_text_shared_by_many_cells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guards, "MAX_TEXT_BYTES", 1_000_000)
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    )
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 500))
    assert "unpacks to more" in refusal(with_sheet(tmp_path / "t.xlsx", cells, shared % (b"x" * 30_000)))


def test_a_count_of_texts_that_cannot_be_true_is_refused(tmp_path: Path) -> None:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = b'<sst xmlns="%s" count="1" uniqueCount="3129584660"/>' % space
    assert "is damaged" in refusal(with_sheet(tmp_path / "c.xlsx", b"", shared))


def ods(path: Path, rows: bytes) -> Path:
    head = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        b'<table:table table:name="One">'
    )
    tail = b"</table:table></office:spreadsheet></office:body></office:document-content>"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": kind, "content.xml": head + rows + tail, "META-INF/manifest.xml": manifest}
    return zipped(path, parts)


CELL = b'<table:table-cell office:value-type="string"%s><text:p>x</text:p></table:table-cell>'
EMPTY = b"<table:table-cell%s/>"


@pytest.mark.parametrize(
    "rows",
    [
        b"<table:table-row>" + CELL % b' table:number-columns-repeated="1000000"' + b"</table:table-row>",
        b"<table:table-row>"
        + EMPTY % b' table:number-columns-repeated="1000000"'
        + CELL % b""
        + b"</table:table-row>",
        b'<table:table-row table:number-rows-repeated="900000000">' + CELL % b"" + b"</table:table-row>",
        b'<table:table-row table:number-rows-repeated="900000000">' + EMPTY % b"" + b"</table:table-row>"
        b"<table:table-row>" + CELL % b"" + b"</table:table-row>",
    ],
)
def test_repeats_in_an_ods_are_counted_before_they_are_laid_out(tmp_path: Path, rows: bytes) -> None:
    assert "more than" in refusal(ods(tmp_path / "r.ods", rows))


def test_empty_repeats_at_the_edges_of_an_ods_are_no_cells(tmp_path: Path) -> None:
    rows = (
        b"<table:table-row>"
        + CELL % b""
        + EMPTY % b' table:number-columns-repeated="16383"'
        + b"</table:table-row>"
    )
    rows += b'<table:table-row table:number-rows-repeated="1048575">' + EMPTY % b"" + b"</table:table-row>"
    (sheet,) = read_sheets(ods(tmp_path / "e.ods", rows))
    assert [row.cells for row in sheet.rows] == [("x",)]


def test_an_old_workbook_with_a_cell_moved_far_out_is_refused(tmp_path: Path) -> None:
    data = bytearray(Path(__file__).with_name("two_sheets.xls").read_bytes())
    place = data.index(b"\xfd\x00\x0a\x00")  # a text cell: row and column follow
    data[place + 4 : place + 8] = b"\xff\xff\xff\xff"
    assert "more than 2,000 columns" in refusal(made(tmp_path, "far.xls", bytes(data)))


@pytest.mark.parametrize("place", ["xfd1048576", "cv1048576", "Cv1048576"])
def test_a_far_cell_is_measured_in_small_letters_too(tmp_path: Path, place: str) -> None:
    far = b'<row r="1048576"><c r="%s"><v>1</v></c></row>' % place.encode()
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row>' + far
    words = refusal(with_sheet(tmp_path / "a.xlsx", rows))
    assert "more than" in words


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="1"><c r="$A$1048576"><v>1</v></c></row>',
        b'<row r="1"><c r=""><v>1</v></c></row>',
        b'<row r="1"><c r="A0"><v>1</v></c></row>',
        b'<row r="1"><c  r="1048576"><v>1</v></c></row>',
        b'<row r="+1048576"><c><v>1</v></c></row>',
    ],
)
def test_a_place_that_is_not_understood_is_refused(tmp_path: Path, cell: bytes) -> None:
    assert "no place in a sheet" in refusal(with_sheet(tmp_path / "a.xlsx", cell))


def test_a_near_cell_in_small_letters_is_read(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", b'<row r="1"><c r="b1"><v>7</v></c></row>')
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [("", "7")]


@pytest.mark.parametrize("padding", range(0, 40, 3))
def test_a_far_cell_across_two_chunks_is_measured(tmp_path: Path, padding: int) -> None:
    start = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    gap = b" " * (2 * 1024 * 1024 - len(SHEET % b"") - len(start) + 20 + padding)
    far = b'<row r="1048576"><c r="XFD1048576" s="/>"><v>1</v></c></row>'
    path = with_sheet(tmp_path / "a.xlsx", start + gap + far)
    assert "columns" in refusal(path)


def test_a_text_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, "a.csv", b"a,b\n" + b"1,2\n" * 3_000)
    rows = iter(read_sheets(path)[0].rows)
    next(rows)
    with path.open("ab") as file:
        file.write(b"3,4\n" * 3_000)
    with pytest.raises(Problem, match="changed while it was being read"):
        list(rows)


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


def test_a_huge_cell_is_no_quotation_mark(tmp_path: Path) -> None:
    words = refusal(made(tmp_path, "a.csv", b"a,b\n1,2\n3," + b"x" * 200_000 + b"\n"))
    assert "cell of more than 131,072 characters on line 3" in words
    assert "quotation mark" not in words


def test_a_cell_that_runs_on_over_lines_has_lost_its_mark(tmp_path: Path) -> None:
    words = refusal(made(tmp_path, "a.csv", b'a,b\n1,2\n3,"' + b"x,y\n" * 50_000))
    assert "cell on line 3" in words
    assert "never closed" in words


def test_a_file_of_blank_rows_is_named_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_ROWS", 5_000)
    words = refusal(made(tmp_path, "a.csv", b"a,b\n" + b",\n" * 9_000))
    assert "only 1 of them" in words
    assert "Delete the blank rows" in words


def test_a_name_that_is_not_utf_8_is_shown_with_a_mark(tmp_path: Path) -> None:
    path = made(tmp_path, os.fsdecode(b"caf\xe9.csv"), b"a,b\n1,2\n")
    (sheet,) = read_sheets(path)
    assert sheet.name == "caf\ufffd"
    (tmp_path / os.fsdecode(b"caf\xe9.csv")).write_bytes(b"")
    assert "“caf\ufffd.csv”" in refusal(path)
