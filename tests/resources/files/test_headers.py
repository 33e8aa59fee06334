import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.files.headers import (
    Ambiguous,
    FieldSpec,
    closest,
    find_header,
    header_by_position,
    match_header,
    preamble,
)
from resources.files.rows import Row
from resources.files.values import date_in_text

SPECS = (
    FieldSpec(
        "location_id", ("Location ID", "CQC Location ID"), required=True, meaning="the CQC location ID"
    ),
    FieldSpec("name", ("Location Name", "Name"), required=True),
    FieldSpec("postcode", ("Location Postal Code", "Location Post Code", "Postcode"), meaning="the postcode"),
    FieldSpec("care_home", ("Care home?",)),
    FieldSpec("website", ("Service's website",)),
    FieldSpec("inherited", ("Inherited Rating (Y/N)",)),
)


def rows(*cells: tuple[str, ...]) -> list[Row]:
    return [Row(line, row) for line, row in enumerate(cells, start=1)]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("LOCATION ID", "location_id"),
        ("CQC Location ID (for office use only)", "location_id"),
        ("Location\u00a0ID ", "location_id"),
        ("location_id", "location_id"),
        ("Location  Names", "name"),
        ("Care Home?", "care_home"),
        ("Service’s website (if available)", "website"),
        ("Inherited rating [Y/N]", "inherited"),
        ("INHERITED RATING", "inherited"),
    ],
)
def test_headings_are_matched_by_meaning(heading: str, field: str) -> None:
    assert match_header(Row(1, (heading,)), SPECS).mapping == {field: 0}


def test_the_header_is_found_below_a_preamble_with_its_date() -> None:
    sheet = rows(
        ("CQC Locations data", "", ""),
        ("", "", ""),
        ("This data was produced on 01 May 2019", "", ""),
        ("Name", "Postcode", "CQC Location ID (for office use only)", "Region"),
        ("Rosewood House", "NG18 2AT", "1-100", "East Midlands"),
        ("", "", "", ""),
        ("Oak Lodge",),
    )
    found = find_header(sheet, SPECS)
    assert found is not None
    assert (found.row_index, found.line, found.unknown) == (3, 4, ("Region",))
    assert found.mapping == {"name": 0, "postcode": 1, "location_id": 2}
    assert preamble(sheet, found) == ("CQC Locations data", "This data was produced on 01 May 2019")
    assert str(date_in_text(preamble(sheet, found))) == "2019-05-01"
    assert [row.line for row in found.below(sheet)] == [5, 7]
    pick = found.picker(("location_id", "care_home", "name"))
    assert [pick(row) for row in found.below(sheet)] == [
        ("1-100", "", "Rosewood House"),
        ("", "", "Oak Lodge"),
    ]
    assert found.values(sheet[6]) == {"name": "Oak Lodge", "postcode": "", "location_id": ""}


def test_no_header_is_reported_as_none() -> None:
    assert find_header(rows(("Rosewood House", "1-100"), ("Oak Lodge", "1-101")), SPECS) is None
    assert find_header([], SPECS) is None


def test_a_header_lower_than_the_longest_preamble_is_not_looked_for() -> None:
    sheet = rows(*[("x",)] * 31, ("Location ID", "Name"))
    assert find_header(sheet, SPECS) is None


def test_the_fullest_header_wins_over_an_earlier_one() -> None:
    sheet = rows(("Name", "Postcode"), ("a", "b"), ("Location ID", "Name", "Postcode"))
    found = find_header(sheet, SPECS)
    assert found is not None and found.row_index == 2


def test_two_columns_for_one_field_are_reported_not_guessed() -> None:
    found = match_header(Row(1, ("Location ID", "Name", "name ")), SPECS)
    assert found.mapping == {"location_id": 0}
    assert found.ambiguous == (Ambiguous(("name",), (1, 2), ("Name", "name ")),)
    assert found.missing == ()
    assert found.sentences() == (
        "2 columns could be name: “Name” (column B) and “name ” (column C). Choose one of them.",
    )


def test_one_column_for_two_fields_is_reported() -> None:
    specs = (FieldSpec("first", ("Name",)), FieldSpec("second", ("Name",)))
    found = match_header(Row(1, ("Name",)), specs)
    assert (found.mapping, found.ambiguous) == ({}, (Ambiguous(("first", "second"), (0,), ("Name",)),))


def test_a_full_heading_is_not_contested_by_one_with_a_remark() -> None:
    specs = (FieldSpec("name", ("Name",)), FieldSpec("original", ("Name (Original Name)",)))
    found = match_header(Row(1, ("Name (Original Name)", "Name")), specs)
    assert (found.mapping, found.ambiguous) == ({"original": 0, "name": 1}, ())


def test_a_persons_own_mapping_wins() -> None:
    row = Row(1, ("Location ID", "Name", "Trading as"))
    assert match_header(row, SPECS, saved={"name": "trading AS"}).mapping == {"location_id": 0, "name": 2}
    assert match_header(row, SPECS, saved={"name": "Gone"}).mapping == {"location_id": 0, "name": 1}


def test_a_missing_column_names_the_heading_that_looks_like_it() -> None:
    specs = (SPECS[0], FieldSpec("postcode", ("Location Post Code",), True, "the postcode"))
    found = match_header(Row(1, ("Location ID", "Location Pst Code", "Beds")), specs)
    assert found.sentences() == ("No column for the postcode was found; “Location Pst Code” looks like it.",)
    bare = match_header(Row(1, ("Location ID", "Beds")), specs)
    assert bare.sentences() == (
        "No column for the postcode was found (it is usually headed “Location Post Code”).",
    )


def test_closest_gives_nothing_where_nothing_is_like() -> None:
    assert closest("Postcode", ["Beds", "", "Region"]) is None
    assert closest("Post code", ["Beds", "Postcode (if known)"]) == "Postcode (if known)"


def test_a_file_without_a_header_is_read_by_position() -> None:
    found = header_by_position(("location_id", None, "name"))
    sheet = rows(("1-100", "x", "Rosewood House"))
    assert [found.values(row) for row in found.below(sheet)] == [
        {"location_id": "1-100", "name": "Rosewood House"}
    ]


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8))
def test_any_rows_can_be_searched(cells: list[list[str]]) -> None:
    sheet = rows(*[tuple(row) for row in cells], ("Location ID", "Location Name", "Postcode"))
    found = find_header(sheet, SPECS)
    assert found is not None and "location_id" in found.mapping
