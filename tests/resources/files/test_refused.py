from pathlib import Path

from resources.files.headers import FieldSpec, find_header
from resources.files.reading import read_sheets
from resources.files.refused import RefusedGroup, RefusedRow, group_refused, save_refused

HEADINGS = ("Location ID", "Name", "Phone number")
REFUSED = [
    RefusedRow(
        4, "Sheet1", ("1-100", "Rosewood House", "01159000000"), "“soon” is not a date", "Publication Date"
    ),
    RefusedRow(7, "Sheet1", ("", "=Oak"), "The location ID is blank", "Location ID"),
    RefusedRow(9, "Sheet1", ("1-102", "Elm", "", "extra"), "“later” is not a date", "Publication Date"),
]


def test_rows_are_grouped_by_what_would_repair_them() -> None:
    assert group_refused(REFUSED) == [
        RefusedGroup("Publication Date: “soon” is not a date", 2, (4, 9)),
        RefusedGroup("Location ID: The location ID is blank", 1, (7,)),
    ]
    assert group_refused([]) == []


def test_the_lines_of_only_a_few_are_named() -> None:
    many = [RefusedRow(line, "", (), "Row 5 of 9 is short") for line in range(1, 100)]
    assert group_refused(many) == [RefusedGroup("Row 5 of 9 is short", 99, (1, 2, 3, 4, 5))]


def test_the_workbook_reads_like_the_file_was_and_the_added_columns_are_unknown(tmp_path: Path) -> None:
    path = tmp_path / "refused.xlsx"
    save_refused(path, HEADINGS, REFUSED)
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [
        ("Location ID", "Name", "Phone number", "", "Reason", "Line"),
        ("1-100", "Rosewood House", "01159000000", "", "“soon” is not a date", "4"),
        ("", "=Oak", "", "", "The location ID is blank", "7"),
        ("1-102", "Elm", "", "extra", "“later” is not a date", "9"),
    ]
    specs = (FieldSpec("location_id", ("Location ID",), True), FieldSpec("name", ("Name",), True))
    found = find_header(sheet.head(), specs)
    assert found is not None and found.unknown == ("Phone number", "Reason", "Line")
    assert found.mapping == {"location_id": 0, "name": 1}


def test_rows_refused_a_second_time_get_the_columns_once(tmp_path: Path) -> None:
    path = tmp_path / "refused.xlsx"
    again = RefusedRow(2, "Refused rows", ("1-100", "Rosewood", "0115", "old reason", "4"), "Still wrong")
    save_refused(path, (*HEADINGS, "Reason", "Line"), [again])
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [
        ("Location ID", "Name", "Phone number", "Reason", "Line"),
        ("1-100", "Rosewood", "0115", "Still wrong", "2"),
    ]


def test_a_file_with_a_reason_of_its_own_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "refused.xlsx"
    save_refused(path, ("Name", "Reason"), [RefusedRow(2, "", ("Elm", "mine"), "Wrong")])
    (sheet,) = read_sheets(path)
    assert [row.cells for row in sheet.rows] == [
        ("Name", "Reason", "Reason for refusal", "Line"),
        ("Elm", "mine", "Wrong", "2"),
    ]
