"""Whatever the bytes, a bad file gives a Problem and nothing else."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.files.reading import read_sheets
from resources.problem import Problem

quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_all(path: Path) -> str:
    """'' when the whole file was read, else the refusal's sentence."""
    try:
        for sheet in read_sheets(path):
            for row in sheet.rows:
                assert all(type(cell) is str for cell in row.cells)
    except Problem as problem:
        return problem.sentence
    return ""


def xlsx() -> bytes:
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    sheet = book.add_worksheet("Services")
    day = book.add_format({"num_format": "d mmm yyyy"})
    for row in range(30):
        sheet.write_row(row, 0, [f"Home {row}", row, row / 7, row % 2 == 0])
        sheet.write_number(row, 4, 43586 + row, day)
    book.add_worksheet("Other").write(5, 5, "x")
    book.close()
    return memory.getvalue()


def ods() -> bytes:
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


def csv_text() -> bytes:
    return b'Name,Address,Beds\r\n"Rosewood House","1 High St, Oldham",12\r\n' * 20


@quick
@given(data=st.binary(max_size=3_000))
def test_random_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "random.csv"
    path.write_bytes(data)
    read_all(path)


@quick
@given(
    start=st.sampled_from(
        [b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff", b"sep=;\n", b'"']
    ),
    data=st.binary(max_size=2_000),
)
def test_random_bytes_behind_a_true_beginning(tmp_path: Path, start: bytes, data: bytes) -> None:
    path = tmp_path / "random.xlsx"
    path.write_bytes(start + data)
    read_all(path)


@pytest.mark.parametrize("make", [xlsx, ods, xls, csv_text])
def test_undamaged_they_all_read(tmp_path: Path, make: Callable[[], bytes]) -> None:
    path = tmp_path / "file"
    path.write_bytes(make())
    assert read_all(path) == ""


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_workbook_cut_off_anywhere_is_said_to_be(tmp_path: Path, make: Callable[[], bytes]) -> None:
    data, path = make(), tmp_path / "cut.xlsx"
    for length in range(4, len(data) - 1, max(1, len(data) // 60)):
        path.write_bytes(data[:length])
        assert "cut off in the middle" in read_all(path)


def test_an_old_workbook_cut_off_anywhere_gives_no_error(tmp_path: Path) -> None:
    data, path = xls(), tmp_path / "cut.xls"
    for length in range(8, len(data), 97):
        path.write_bytes(data[:length])
        read_all(path)


@pytest.mark.parametrize("make", [xlsx, ods, xls, csv_text])
def test_flipped_bits_give_no_error(tmp_path: Path, make: Callable[[], bytes]) -> None:
    whole, chance, path = make(), random.Random(7), tmp_path / "flipped"
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 3, 20])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        read_all(path)


@pytest.mark.parametrize("make", [xlsx, ods])
def test_flipped_bits_in_the_xml_inside_give_no_error(tmp_path: Path, make: Callable[[], bytes]) -> None:
    """Packed again with right checksums, so that the damage reaches the parser."""
    with zipfile.ZipFile(io.BytesIO(make())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance, path = random.Random(11), tmp_path / "flipped"
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(150):
        damaged, name = dict(parts), chance.choice(names)
        data = bytearray(damaged[name])
        for _ in range(chance.choice([1, 2, 10])):
            data[chance.randrange(len(data))] = chance.choice([chance.randrange(256), 0x3C, 0x22, 0x39])
        damaged[name] = bytes(data)
        with zipfile.ZipFile(path, "w") as archive:
            for part, content in damaged.items():
                archive.writestr(part, content)
        read_all(path)


def test_an_end_tag_that_is_missing_or_a_strange_encoding_gives_no_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(ods())) as archive:
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


def test_an_old_workbook_that_states_an_impossible_size_is_refused(tmp_path: Path) -> None:
    data, path = bytearray(xls()), tmp_path / "size.xls"
    place = data.index(
        b"\x00\x02\x0e\x00"
    )  # the stated size of a sheet: first and last row, first and last column
    data[place + 8 : place + 12] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert "cut off in the middle or is damaged" in read_all(path)
