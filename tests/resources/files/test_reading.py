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
from tests.resources.files.made_files import (
    ROWS,
    WORKBOOK_ROWS,
    as_csv,
    cells,
    ods_bytes,
    read_all,
    workbook,
    written,
    xls,
)


def test_raising_in_progress_stops_the_reading(tmp_path: Path) -> None:
    def stop(done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    (sheet,) = read_sheets(written(tmp_path, b"a,b\r\n"), progress=stop)
    with pytest.raises(KeyboardInterrupt):
        list(sheet.rows)


def test_a_workbook_named_csv_and_a_text_file_named_xlsx_are_read_for_what_they_are(tmp_path: Path) -> None:
    assert list(read_sheets(workbook(tmp_path / "book.csv"))[0].rows) == WORKBOOK_ROWS
    assert cells(written(tmp_path, as_csv(ROWS).encode(), "table.xlsx")) == ROWS


quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


def csv_text() -> bytes:
    return b'Name,Address,Beds\r\n"Rosewood House","1 High St, Oldham",12\r\n' * 20


@quick
@given(data=st.binary(max_size=3_000))
def test_random_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "random.csv"
    path.write_bytes(data)
    said = read_all(path)
    assert said == "" or said.endswith("."), said


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
    said = read_all(path)
    assert said == "" or said.endswith("."), said


@pytest.mark.parametrize("make", [xlsx, ods_bytes, xls, csv_text])
def test_undamaged_they_all_read(tmp_path: Path, make: Callable[[], bytes]) -> None:
    path = tmp_path / "file"
    path.write_bytes(make())
    assert read_all(path) == ""


@pytest.mark.parametrize("make", [xlsx, ods_bytes])
def test_a_workbook_cut_off_anywhere_is_said_to_be(tmp_path: Path, make: Callable[[], bytes]) -> None:
    data, path = make(), tmp_path / "cut.xlsx"
    for length in range(4, len(data) - 1, max(1, len(data) // 60)):
        path.write_bytes(data[:length])
        assert "cut off in the middle" in read_all(path)


@pytest.mark.parametrize("make", [xlsx, ods_bytes, xls, csv_text])
def test_flipped_bits_give_no_error(tmp_path: Path, make: Callable[[], bytes]) -> None:
    whole, chance, path = make(), random.Random(7), tmp_path / "flipped"
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 3, 20])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        said = read_all(path)
        assert said == "" or said.endswith("."), said


@pytest.mark.parametrize("make", [xlsx, ods_bytes])
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
        said = read_all(path)
        assert said == "" or said.endswith("."), said


def test_every_real_file_reads_with_the_rows_it_has(shared_data: Path) -> None:
    expected = {
        "ascwds/training_categories.csv": (49, 5),
        "ascwds/workplace_2019_layout.csv": (7, 30),
        "attendance/teams_report.csv": (27, 7),
        "attendance/zoom_participants.csv": (35, 7),
        "cqc/east_midlands_2016-02_CQC_directory.csv": (526, 15),
        "cqc/hsca_active_locations_layout.ods": (14, 119),
        "cqc/oldham_2019-05-01_CQC_directory.csv": (182, 15),
        "cqc/oldham_2019-08-01_Latest_ratings_long.csv": (654, 28),
        "survey/limesurvey_2016/public_data.csv": (274, 67),
        "survey/limesurvey_2017/public_data.csv": (254, 245),
    }
    found = {}
    for name in expected:
        (sheet,) = read_sheets(shared_data / name)
        rows = list(sheet.rows)
        found[name] = (len(rows), max(len(row.cells) for row in rows))
    assert found == expected
