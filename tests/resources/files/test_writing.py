import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.files.reading import read_sheets
from resources.files.writing import save_csv, save_xlsx, sheet_names, table_as_text
from resources.problem import Problem
from resources.tables import Column, ColumnKind, Table

COLUMNS = (
    Column("name", "Provider", width=220),
    Column("beds", "Beds", ColumnKind.NUMBER),
    Column("good", "Good", ColumnKind.PERCENT),
    Column("paid", "Paid", ColumnKind.MONEY),
    Column("due", "Due", ColumnKind.DATE),
    Column("at", "Arrived", ColumnKind.TIME),
    Column("dormant", "Dormant", ColumnKind.FLAG),
)


ROWS = [
    ("=1+1", 1250, 7, 11_200_000, "2019-12-09", "2019-07-01T09:00:00+00:00", 1),
    ("01159000000", -3, 8, -550, "not known", None, 0),
    ("St John’s", None, None, None, None, None, None),
]


TABLE = Table("Market/2019", COLUMNS, ROWS)


def test_csv_opens_in_excel_with_text_that_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    save_csv(TABLE, path)
    assert path.read_bytes().decode("utf-8-sig") == (
        "Provider,Beds,Good,Paid,Due,Arrived,Dormant\r\n"
        "'=1+1,1250,7,112000.00,2019-12-09,2019-07-01 10:00,Yes\r\n"
        "01159000000,-3,8,-5.50,not known,,No\r\n"
        "St John’s,,,,,,\r\n"
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_clipboard_gets_tabs_numbers_and_percentages() -> None:
    assert table_as_text(TABLE).splitlines()[1:] == [
        "'=1+1\t1250\t7%\t112000.00\t2019-12-09\t2019-07-01 10:00\tYes",
        "01159000000\t-3\t8%\t-5.50\tnot known\t\tNo",
        "St John’s\t\t\t\t\t\t",
    ]


def test_points_are_numbers_with_two_places(tmp_path: Path) -> None:
    columns = (Column("mean", "Mean", ColumnKind.POINTS),)
    table = Table("Results", columns, [(467,), (1000,), ("too few",), (None,)])
    save_csv(table, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").split() == [
        "Mean",
        "4.67",
        "10.00",
        "too",
        "few",
        '""',
    ]
    save_xlsx([table], tmp_path / "out.xlsx")
    assert [row.cells for row in read_sheets(tmp_path / "out.xlsx")[0].rows] == [
        ("Mean",), ("4.67",), ("10",), ("too few",),
    ]  # fmt: skip


def test_a_workbook_reads_back_with_numbers_dates_and_what_the_figures_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    about = Table("Market/2019", COLUMNS, ROWS, "3 services", "CQC", date(2019, 5, 1), ("Rounded.",))
    save_xlsx([about, TABLE], path)
    first, second = read_sheets(path)
    expected = [
        ("Provider", "Beds", "Good", "Paid", "Due", "Arrived", "Dormant"),
        ("=1+1", "1250", "0.07", "112000", "2019-12-09", "2019-07-01T10:00:00", "Yes"),
        ("01159000000", "-3", "0.08", "-5.5", "not known", "", "No"),
        ("St John’s", "", "", "", "", "", ""),
    ]
    assert [row.cells for row in second.rows] == expected
    beneath = ["", "Market/2019", "Base: 3 services", "Rounded.", "Source: CQC", "As at 1 May 2019"]
    assert [row.cells for row in first.rows] == expected + [(text, *[""] * 6) for text in beneath]
    assert [first.name, second.name] == ["Market 2019", "Market 2019 (2)"]


def test_nothing_hidden_travels_in_a_workbook_and_its_look_is_set(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    save_xlsx([TABLE], path)
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        core = archive.read("docProps/core.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert not [name for name in names if "comment" in name or "pivot" in name or "external" in name]
    assert "<dc:title>Market/2019</dc:title>" in core and "<dc:creator></dc:creator>" in core
    assert "£#,##0.00" in styles and "d mmm yyyy" in styles
    assert "<autoFilter" in sheet and 'state="frozen"' in sheet and "<f>" not in sheet


def test_a_table_too_long_for_excel_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Excel takes 1,048,576"):
        save_xlsx([Table("Long", COLUMNS, range(1_100_000))], tmp_path / "out.xlsx")  # type: ignore[arg-type]


def test_sheet_names_are_taken_by_excel() -> None:
    assert sheet_names(["a/b[1]", "A b 1", "", "History", "x" * 40, "x" * 40, "'quoted'"]) == [
        "a b 1",
        "A b 1 (2)",
        "Table 3",
        "History of changes",
        "x" * 31,
        "x" * 27 + " (2)",
        "quoted",
    ]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.tuples(words, st.integers(-(10**9), 10**9)), min_size=1, max_size=5))
def test_any_text_and_number_reads_back_from_a_workbook(tmp_path: Path, cells: list[tuple[str, int]]) -> None:
    path = tmp_path / "out.xlsx"
    save_xlsx([Table("Any", (Column("a", "A"), Column("n", "N", ColumnKind.NUMBER)), cells)], path)
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows][1:] == [(text, str(number)) for text, number in cells]


@given(words)
def test_no_text_becomes_a_formula(text: str) -> None:
    line = table_as_text(Table("Any", (Column("a", "A"),), [(text,)])).split("\r\n")[1]
    assert not line.startswith(("=", "+", "-", "@", "\t"))
