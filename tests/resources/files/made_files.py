"""Files good and bad, and what reading them gives: whatever the bytes, a bad file gives a Problem and nothing else."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from resources.files.reading import Row, read_sheets
from resources.problem import Problem

HEADINGS = ("Name", "Phone", "Beds")


ROWS = [HEADINGS, ("Rosewood House", "01159000000", "12"), ("Café Care – “Home”", "", "3")]


def written(folder: Path, data: bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def cells(path: Path) -> list[tuple[str, ...]]:
    (sheet,) = read_sheets(path)
    return [row.cells for row in sheet.rows]


def as_csv(rows: list[tuple[str, ...]], delimiter: str = ",") -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


def workbook(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    minute = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    sheet = book.add_worksheet("Services")
    sheet.write_row(1, 1, ["x", 1616275874, 0.1 + 0.2, True, -3.0])
    sheet.write_string(2, 1, "01616275874")
    sheet.write_datetime(2, 2, datetime.datetime(2019, 5, 1), day)
    sheet.write_datetime(2, 3, datetime.datetime(2019, 5, 1, 10, 30, 5), minute)
    sheet.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    sheet.write_formula(2, 5, '=WEBSERVICE("http://x")', None, 5)
    sheet.write_blank(900_000, 16_000, None, day)
    hidden = book.add_worksheet("Lists")
    hidden.hide()
    hidden.write(0, 0, "secret")
    book.close()
    return path


WORKBOOK_ROWS = [
    Row(1, ("", "", "", "", "", "")),
    Row(2, ("", "x", "1616275874", "0.3", "TRUE", "-3")),
    Row(3, ("", "01616275874", "2019-05-01", "2019-05-01T10:30:05", "#DIV/0!", "5")),
]


def read_all(path: Path) -> str:
    """'' when the whole file was read, else the refusal's sentence."""
    try:
        for sheet in read_sheets(path):
            for row in sheet.rows:
                assert all(type(cell) is str for cell in row.cells)
    except Problem as problem:
        return problem.sentence
    return ""


def ods_bytes() -> bytes:
    memory = io.BytesIO()
    cell = '<table:table-cell office:value-type="string"><text:p>Home</text:p></table:table-cell>'
    number = (
        '<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="3"/>'
    )
    row = f'<table:table-row table:number-rows-repeated="2">{cell}{number}</table:table-row>'
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="One">{row * 20}</table:table>'
    content = f"<office:document-content{spaces}>{body}</office:spreadsheet></office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return memory.getvalue()


def xls() -> bytes:
    return Path(__file__).with_name("two_sheets.xls").read_bytes()


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
