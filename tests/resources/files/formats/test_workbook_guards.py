import zipfile
from pathlib import Path

import pytest

from resources.files.formats import workbook_guards
from resources.files.reading import read_sheets
from tests.resources.files.made_files import SHEET, refusal, with_sheet, zipped


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


@pytest.mark.parametrize("padding", range(0, 40, 3))
def test_a_far_cell_across_two_chunks_is_measured(tmp_path: Path, padding: int) -> None:
    start = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    gap = b" " * (2 * 1024 * 1024 - len(SHEET % b"") - len(start) + 20 + padding)
    far = b'<row r="1048576"><c r="XFD1048576" s="/>"><v>1</v></c></row>'
    path = with_sheet(tmp_path / "a.xlsx", start + gap + far)
    assert "columns" in refusal(path)
