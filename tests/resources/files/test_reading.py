import datetime
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


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_every_usual_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    assert cells(written(tmp_path, as_csv(ROWS).encode(encoding))) == ROWS


def test_big_endian_utf_16_with_its_mark_reads(tmp_path: Path) -> None:
    assert cells(written(tmp_path, b"\xfe\xff" + as_csv(ROWS, "\t").encode("utf-16-be"))) == ROWS


def test_one_windows_1252_byte_in_a_utf_8_file_spoils_nothing_else(tmp_path: Path) -> None:
    data = "Café,a\r\n".encode() + "Naïve,b\r\n".encode("cp1252")
    assert cells(written(tmp_path, data)) == [("Café", "a"), ("Naïve", "b")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_from_the_content(tmp_path: Path, delimiter: str) -> None:
    assert cells(written(tmp_path, as_csv(ROWS, delimiter).encode())) == ROWS


def test_lists_in_cells_do_not_pass_for_the_delimiter(tmp_path: Path) -> None:
    rows = [("ID", "Services", "Codes"), *[(str(n), "Dementia|Adults|Nursing", "1;2;3;4") for n in range(9)]]
    assert cells(written(tmp_path, as_csv(rows).encode())) == rows


def test_decimal_commas_do_not_pass_for_the_delimiter(tmp_path: Path) -> None:
    rows = [("Name", "Rate", "Share"), *[(f"n{n}", "1,5", "2,5") for n in range(30)]]
    assert cells(written(tmp_path, as_csv(rows, ";").encode())) == rows


def test_names_and_dates_with_commas_do_not_pass_for_the_delimiter(tmp_path: Path) -> None:
    text = "1. Summary\nStart time\t14/11/22, 09:29:07\n\nName\tFirst join\tRole\n"
    text += "".join(f"Surname{n}, First\t14/11/22, 09:29:0{n}\tAttendee\n" for n in range(8))
    assert cells(written(tmp_path, text.encode("utf-16")))[4] == (
        "Surname0, First",
        "14/11/22, 09:29:00",
        "Attendee",
    )


def test_excels_own_delimiter_line_is_obeyed_and_counted(tmp_path: Path) -> None:
    (sheet,) = read_sheets(written(tmp_path, b"sep=;\r\nName;A,B\r\nx;y,z\r\n"))
    assert list(sheet.rows) == [Row(2, ("Name", "A,B")), Row(3, ("x", "y,z"))]


def test_ragged_rows_blank_rows_and_line_numbers_are_kept(tmp_path: Path) -> None:
    (sheet,) = read_sheets(written(tmp_path, b'a,b,c\r\n\r\n"two\r\nlines",2\r\n1,2,3,4\r\n'))
    rows = list(sheet.rows)
    assert rows == [
        Row(1, ("a", "b", "c")),
        Row(2, ()),
        Row(3, ("two\r\nlines", "2")),
        Row(4, ("1", "2", "3", "4")),
    ]
    assert [rows[2].cell(2), rows[1].is_blank, rows[2].is_blank] == ["", True, False]


def test_nul_bytes_are_dropped(tmp_path: Path) -> None:
    assert cells(written(tmp_path, b"name,beds\r\nRose\0wood,1\0\r\n")) == [
        ("name", "beds"),
        ("Rosewood", "1"),
    ]


def test_old_mac_line_ends_read(tmp_path: Path) -> None:
    assert cells(written(tmp_path, b"a,b\r1,2\r3,4")) == [("a", "b"), ("1", "2"), ("3", "4")]


def test_rows_can_be_gone_through_twice_and_report_progress(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    path = written(tmp_path, b"a,b\r\n" * 2500)
    (sheet,) = read_sheets(path, progress=lambda done, total: seen.append((done, total)))
    assert sum(1 for _ in sheet.rows) == sum(1 for _ in sheet.rows) == 2500
    assert seen[-1] == (12500, 12500)


def test_raising_in_progress_stops_the_reading(tmp_path: Path) -> None:
    def stop(done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    (sheet,) = read_sheets(written(tmp_path, b"a,b\r\n"), progress=stop)
    with pytest.raises(KeyboardInterrupt):
        list(sheet.rows)


def test_a_quotation_mark_never_closed_is_refused_with_its_line(tmp_path: Path) -> None:
    (sheet,) = read_sheets(written(tmp_path, b'a,b\r\n1,2\r\n3,"four\r\n5,6\r\n7,8\r\n'))
    with pytest.raises(Problem, match=r"quotation mark \(\"\) on line 3 that is never closed"):
        list(sheet.rows)


def test_a_quotation_mark_that_swallows_a_long_file_is_refused_with_its_line(tmp_path: Path) -> None:
    (sheet,) = read_sheets(written(tmp_path, b'a,b\r\n1,"2\r\n' + b"1,2\r\n" * 50_000))
    with pytest.raises(Problem, match=r"cell on line 2 .* never closed"):
        list(sheet.rows)


def test_a_text_file_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    (sheet,) = read_sheets(written(tmp_path, b"a,b,c\r\n" + b"1,2,3\r\n" * 40 + b"1,2"))
    with pytest.raises(Problem, match="cut off in the middle: line 42, the last, has 2 of 3 columns"):
        list(sheet.rows)


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


def test_workbook_cells_come_as_a_person_would_type_them(tmp_path: Path) -> None:
    sheets = read_sheets(workbook(tmp_path / "book.xlsx"))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Services", False), ("Lists", True)]
    assert list(sheets[0].rows) == WORKBOOK_ROWS
    assert list(sheets[0].rows) == sheets[0].head()


def test_a_workbook_named_csv_and_a_text_file_named_xlsx_are_read_for_what_they_are(tmp_path: Path) -> None:
    assert list(read_sheets(workbook(tmp_path / "book.csv"))[0].rows) == WORKBOOK_ROWS
    assert cells(written(tmp_path, as_csv(ROWS).encode(), "table.xlsx")) == ROWS


def test_old_workbooks_read(tmp_path: Path) -> None:
    sheets = read_sheets(Path(__file__).with_name("two_sheets.xls"))
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
