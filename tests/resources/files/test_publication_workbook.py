import csv
import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import python_calamine

from resources.files.publication_workbook import (
    Publication,
    Shorthand,
    long_table,
    save_publication,
    save_publication_csv,
    unit_headings,
)
from resources.problem import Problem
from resources.tables import Column, ColumnKind, Table
from tests.resources.report.word.test_validity import errors_in

COLUMNS = (
    Column("reason", "Reason"),
    Column("services", "Services", ColumnKind.NUMBER),
    Column("share", "Share", ColumnKind.PERCENT),
)
REASONS = Table(
    "Reasons for vacancies",
    COLUMNS,
    [("Pay", 57, 54), ("=Transport", None, None), ("Retirement", "[c]", "[u]"), ("", 1250, 12.5)],
    base="105 services that answered",
    source="Recruitment survey",
    notes=("Percentages are of those who answered.", "They are rounded."),
)
LENGTHS = Table("Length of service", COLUMNS[:2], [("Under 1 year", 210)], notes=("They are rounded.",))
PUBLICATION = Publication(
    "Recruitment survey: tables",
    (REASONS, LENGTHS),
    about=("What care providers answered.",),
    source="Recruitment survey, September 2026",
    published_on=date(2026, 11, 22),
    publisher="Sampleshire County Council",
    contact=("Market Management", "01159 496 0000"),
    notes=("Rounded figures may not add to 100.",),
)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "tables.xlsx"
    save_publication(PUBLICATION, path)
    return path


def sheets_of(path: Path) -> dict[str, list[list[object]]]:
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_cover_contents_and_notes_come_before_one_table_a_sheet(saved: Path) -> None:
    sheets = sheets_of(saved)
    assert list(sheets) == ["Cover_sheet", "Contents", "Notes", "Table_1", "Table_2"]
    assert [row[0] for row in sheets["Cover_sheet"]] == [
        "Recruitment survey: tables", "What care providers answered.", "Source",
        "Recruitment survey, September 2026", "Publication date", "22 November 2026", "Publisher",
        "Sampleshire County Council", "Contact details", "Market Management", "01159 496 0000",
    ]  # fmt: skip
    assert sheets["Contents"][3:] == [
        ["Worksheet", "What it holds"],
        ["Notes", "Notes and shorthand used in this workbook"],
        ["Table_1", "Reasons for vacancies"],
        ["Table_2", "Length of service"],
    ]


def test_a_table_begins_in_a1_and_leaves_no_cell_blank(saved: Path) -> None:
    assert sheets_of(saved)["Table_1"] == [
        ["Table 1: Reasons for vacancies [note 2] [note 3]", "", ""],
        [
            "This worksheet contains one table. The notes that its title names are in the Notes worksheet.",
            "",
            "",
        ],
        [
            "Where there is no figure, this stands for it: [c] confidential: the figure is small, or would give a "
            "figure away that is not shown, [u] of low reliability: too few answered to give a percentage or a "
            "median, [x] not available and [z] not applicable.",
            "",
            "",
        ],
        ["Base: 105 services that answered", "", ""],
        ["Source: Recruitment survey", "", ""],
        ["Reason", "Services", "Share (%)"],
        ["Pay", 57.0, 54.0],
        ["=Transport", "[x]", "[x]"],
        ["Retirement", "[c]", "[u]"],
        ["[z]", 1250.0, 12.5],
    ]


def test_a_note_said_twice_stands_once(saved: Path) -> None:
    sheets = sheets_of(saved)
    assert [row for row in sheets["Notes"] if str(row[0]).startswith("note ")] == [
        ["note 1", "Rounded figures may not add to 100."],
        ["note 2", "Percentages are of those who answered."],
        ["note 3", "They are rounded."],
    ]
    assert sheets["Table_2"][0][0] == "Table 2: Length of service [note 3]"
    assert [row[0] for row in sheets["Notes"][1:6]] == [
        "This worksheet contains one table.",
        *(f"Shorthand: {one.value} means {one.meaning}." for one in Shorthand),
    ]


def test_tables_are_marked_up_and_nothing_is_merged_or_a_formula(saved: Path) -> None:
    with ZipFile(saved) as parts:
        names = parts.namelist()
        sheet = parts.read("xl/worksheets/sheet4.xml").decode()
        table = parts.read("xl/tables/table3.xml").decode()
        properties = parts.read("docProps/core.xml").decode()
        contents = parts.read("xl/worksheets/sheet2.xml").decode()
    assert "mergeCell" not in sheet and "<f>" not in sheet and 'ySplit="6"' in sheet
    assert 'ref="A6:C10"' in table and "autoFilter" not in table
    assert "Recruitment survey: tables" in properties and "Sampleshire County Council" in properties
    assert "'Table_2'!A1" in contents
    assert not [name for name in names if "sharedStrings" in name and "comment" in name]


def test_the_office_validator_finds_nothing(saved: Path) -> None:
    assert errors_in(saved) == []


def test_headings_have_units_and_no_two_are_alike() -> None:
    share = Column("share", "Share", ColumnKind.PERCENT)
    paid = Column("paid", "Paid", ColumnKind.MONEY)
    assert unit_headings((share, share, paid)) == ["Share (%)", "Share (%) (again)", "Paid (£)"]


def test_cells_of_other_kinds_are_said_in_words(tmp_path: Path) -> None:
    columns = (
        Column("on", "Day", ColumnKind.DATE),
        Column("open", "Open", ColumnKind.FLAG),
        Column("paid", "Paid", ColumnKind.MONEY),
    )
    rows = [("2026-11-22", 1, 11_200_050), ("not known", 0, None)]
    save_publication(Publication("P", (Table("T", columns, rows),)), tmp_path / "p.xlsx")
    sheets = sheets_of(tmp_path / "p.xlsx")
    assert sheets["Table_1"][-2:] == [["22 November 2026", "Yes", 112000.5], ["not known", "No", "[x]"]]
    assert sheets["Notes"][-1] == ["note 1", "There are no notes."]


def test_a_table_without_rows_is_a_header_with_an_empty_row(tmp_path: Path) -> None:
    save_publication(Publication("P", (Table("T", COLUMNS, ()),)), tmp_path / "p.xlsx")
    assert sheets_of(tmp_path / "p.xlsx")["Table_1"][-1] == ["Reason", "Services", "Share (%)"]


def test_the_long_csv_has_a_row_for_each_figure(tmp_path: Path) -> None:
    save_publication_csv(PUBLICATION, tmp_path / "long.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "long.csv").read_bytes().decode("utf-8-sig"))))
    base = "105 services that answered"
    title = "Reasons for vacancies"
    assert rows == [
        ["Table", "Title", "Row", "Measure", "Value", "Unit", "Marker", "Base"],
        ["Table 1", title, "Pay", "Services", "57", "", "", base],
        ["Table 1", title, "Pay", "Share", "54", "%", "", base],
        ["Table 1", title, "'=Transport", "Services", "", "", "[x]", base],
        ["Table 1", title, "'=Transport", "Share", "", "%", "[x]", base],
        ["Table 1", title, "Retirement", "Services", "", "", "[c]", base],
        ["Table 1", title, "Retirement", "Share", "", "%", "[u]", base],
        ["Table 1", title, "", "Services", "1250", "", "", base],
        ["Table 1", title, "", "Share", "12.5", "%", "", base],
        ["Table 2", "Length of service", "Under 1 year", "Services", "210", "", "", ""],
    ]
    assert long_table(PUBLICATION).title == PUBLICATION.title


def test_a_drive_that_changes_what_it_was_given_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resources.files.publication_workbook._workbook", lambda _publication: b"no workbook")
    with pytest.raises(Problem, match="gave back another workbook"):
        save_publication(PUBLICATION, tmp_path / "p.xlsx")
    assert list(tmp_path.iterdir()) == []
