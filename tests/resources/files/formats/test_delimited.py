from pathlib import Path

import pytest

from resources.files.formats import delimited
from resources.files.reading import Row, read_sheets
from resources.problem import Problem
from tests.resources.files.made_files import ROWS, as_csv, cells, made, refusal, written


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


def test_an_empty_file_is_named_as_empty(tmp_path: Path) -> None:
    for data in (b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"\0" * 500):
        assert "is empty" in refusal(made(tmp_path, "a.csv", data))


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


def test_a_text_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, "a.csv", b"a,b\n" + b"1,2\n" * 3_000)
    rows = iter(read_sheets(path)[0].rows)
    next(rows)
    with path.open("ab") as file:
        file.write(b"3,4\n" * 3_000)
    with pytest.raises(Problem, match="changed while it was being read"):
        list(rows)


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
