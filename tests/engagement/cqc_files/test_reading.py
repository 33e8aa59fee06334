"""CQC's files in every shape that they come in, and files that are none of them."""

import hashlib
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from engagement.cqc_files.contents import CqcFile, FileKind
from engagement.cqc_files.read import NeedsColumns, NeedsDate, date_in_name, read, read_all
from resources.problem import Problem

TODAY = date(2019, 12, 9)
PREAMBLE = "CQC Locations data,,,\n,,,\nThis data was produced on 01 May 2019,,,\n,,,\n"


def said(path: Path, **more) -> CqcFile:
    return read(path, today=TODAY, **more)


def contents(file: CqcFile) -> tuple:
    """What a file says, without where it says it."""
    return (
        file.kind,
        [location[1:] for location in file.locations],
        [rating[1:] for rating in file.ratings],
        [(row.cells, row.reason, row.field) for row in file.refused],
    )


def refusals(file: CqcFile) -> list[tuple[int, str, str]]:
    return [(row.line, row.field, row.reason) for row in file.refused]


# --- which day, which kind


def test_the_day_stands_in_the_lines_above_the_headings(office, home):
    file = said(office.path("directory.csv", [home(1)], above=PREAMBLE))
    assert (file.kind, file.as_at, file.dated_by, file.rows) == (
        FileKind.DIRECTORY,
        date(2019, 5, 1),
        "the lines above its headings",
        1,
    )
    assert file.locations[0].line == 6


def test_the_day_stands_in_the_name_or_is_asked_for(office, home):
    assert said(office.directory("2019-08-01", home(1))).dated_by == "its name"
    undated = office.path("directory.csv", [home(1)])
    with pytest.raises(NeedsDate, match=r"Nothing in “directory.csv” says which day it is of\. Say which"):
        said(undated)
    assert said(undated, as_at=date(2019, 8, 1)).dated_by == "your choice"


def test_a_day_that_is_still_to_come_is_refused(office, home):
    with pytest.raises(Problem, match="is dated 01/01/2020, which is still to come"):
        said(office.directory("2020-01-01", home(1)))


def test_a_day_before_cqc_began_is_refused(office, home):
    file = office.directory("2019-05-01", home(1))
    with pytest.raises(Problem, match="is dated 31/03/2009, and CQC began on 1 April 2009"):
        said(file, as_at=date(2009, 3, 31))
    assert said(file, as_at=date(2009, 4, 1)).as_at == date(2009, 4, 1)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-05-01 directory", date(2019, 5, 1)),
        ("01_May_2019_CQC_directory", date(2019, 5, 1)),
        ("CQC directory 1st August 2019", date(2019, 8, 1)),
        ("HSCA_Active_Locations_03_June_2024", date(2024, 6, 3)),
        ("ratings 01-08-2019 final", date(2019, 8, 1)),
        ("20190801_ratings", date(2019, 8, 1)),
        ("directory August 2019", date(2019, 8, 1)),
        ("2016-02_directory", date(2016, 2, 1)),
        ("directory", None),
        ("1-101712519", None),
        ("2019-13-45", None),
    ],
)
def test_days_in_names(name, day):
    assert date_in_name(name) == day


def test_another_kind_than_was_asked_for_is_refused(office, rating):
    file = office.ratings("2019-05-01", rating(1))
    with pytest.raises(Problem) as refused:
        said(file, expect=FileKind.DIRECTORY)
    assert refused.value.sentence == (
        "“2019-05-01 ratings.csv” is a file of CQC latest ratings; a file of CQC directory was expected. "
        "Choose another file."
    )


def test_files_are_put_in_the_order_of_their_days_with_ratings_last(office, home, rating):
    files = [
        office.ratings("2019-08-01", rating(1)),
        office.directory("2019-08-01", home(1)),
        office.ratings("2019-05-01", rating(1)),
        office.directory("2019-05-01", home(1)),
    ]
    assert [file.name for file in read_all(files, today=TODAY)] == [
        "2019-05-01 directory.csv",
        "2019-05-01 ratings.csv",
        "2019-08-01 directory.csv",
        "2019-08-01 ratings.csv",
    ]


# --- headings


def test_a_file_without_headings_is_read_by_position(office, home, rating):
    with_headings = said(office.directory("2019-05-01", home(1), home(2)))
    without = office.path("2019-05-01 bare.csv", [home(1), home(2)], headings=None)
    assert contents(said(without)) == contents(with_headings)


def test_the_real_files_without_their_headings_say_the_same(shared_data, tmp_path):
    for name in ("oldham_2019-05-01_CQC_directory.csv", "oldham_2019-05-01_Latest_ratings_long.csv"):
        lines = (shared_data / "cqc" / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
        bare = tmp_path / name
        bare.write_text("".join(lines[5 if "directory" in name else 1 :]), encoding="utf-8")
        assert contents(said(bare)) == contents(said(shared_data / "cqc" / name))


def test_columns_may_stand_in_any_order_with_others_among_them(office, home):
    headings = office_headings()
    order = [13, 3, 0, 6, 10, 1, 2, 4, 5, 7, 8, 9, 11, 12, 14]
    turned = office.path(
        "2019-05-01 turned.csv",
        [(*tuple(home(1)[place] for place in order), "x")],
        headings=(*tuple(headings[place] for place in order), "Something new"),
    )
    assert contents(said(turned)) == contents(said(office.directory("2019-05-01", home(1))))


def office_headings() -> tuple[str, ...]:
    return (
        "Name", "Also known as", "Address", "Postcode", "Phone number", "Service's website (if available)",
        "Service types", "Date of latest check", "Specialisms/services", "Provider name", "Local authority",
        "Region", "Location URL", "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
    )  # fmt: skip


@pytest.mark.parametrize(
    "spelling", ["Postcode", "Location Post Code", "Location Postal Code", " post  code "]
)
def test_spellings_of_the_postcode(office, home, spelling):
    headings = tuple(spelling if name == "Postcode" else name for name in office_headings())
    assert said(office.path("2019-05-01 d.csv", [home(1)], headings)).locations[0].facts[6] == "OL9 6LD"


def test_a_renamed_column_is_asked_for_and_a_persons_word_then_reads_the_file(office, home):
    headings = tuple("Type of services" if name == "Service types" else name for name in office_headings())
    file = office.path("2019-05-01 renamed.csv", [home(1)], headings)
    with pytest.raises(NeedsColumns) as asked:
        said(file)
    assert asked.value.kind is FileKind.DIRECTORY
    assert [spec.name for spec in asked.value.missing] == ["service_types"]
    assert asked.value.sentence.startswith("“2019-05-01 renamed.csv” looks like CQC directory")
    assert "No column for the service types was found" in asked.value.sentence
    mended = said(file, columns={"service_types": "Type of services"})
    assert contents(mended) == contents(said(office.directory("2019-05-01", home(1))))
    (through_all,) = read_all([file], today=TODAY, columns={file: {"service_types": "Type of services"}})
    assert contents(through_all) == contents(mended)


def test_two_columns_of_one_meaning_are_asked_about(office, home):
    file = office.path(
        "2019-05-01 twice.csv", [(*home(1), "Rochdale")], (*office_headings(), "Local authority")
    )
    with pytest.raises(NeedsColumns, match="2 columns could be authority"):
        said(file)


def test_two_columns_of_one_heading_are_told_apart_by_their_letters(office, home):
    file = office.path("2019-05-01 twice.csv", [(*home(1), "NG1 7DD")], (*office_headings(), "Postcode"))
    with pytest.raises(NeedsColumns) as asked:
        said(file)
    assert asked.value.sentence == (
        "“2019-05-01 twice.csv” looks like CQC directory, but which column is which is not certain. 2 columns could be "
        "postcode: “Postcode” (column D) and “Postcode” (column P). Choose one of them."
    )
    assert [spec.name for spec in asked.value.asked] == ["postcode"]
    choices = [name for name in asked.value.choices if "Postcode" in name]
    assert choices == ["Postcode (column D)", "Postcode (column P)"]
    read_as = [said(file, columns={"postcode": choice}).locations[0].facts[6] for choice in choices]
    assert read_as == ["OL9 6LD", "NG1 7DD"]


@pytest.mark.parametrize("heading", ["Post code", "CQC Provider ID (for office use only)"])
def test_a_column_that_decides_is_asked_about_though_a_file_may_lack_it(office, home, heading):
    file = office.path("2019-05-01 twice.csv", [(*home(1), "")], (*office_headings(), heading))
    with pytest.raises(NeedsColumns):
        said(file)


def test_a_column_that_decides_nothing_is_left_unread_with_a_remark(office, home):
    file = said(office.path("2019-05-01 d.csv", [(*home(1), "1")], (*office_headings(), "Telephone number")))
    assert file.locations[0].facts[9] == ""
    assert file.remarks[:1] == (
        "“Phone number” (column E) and “Telephone number” (column P) of “2019-05-01 d.csv” could be “Phone number”, so "
        "nothing was read as “Phone number”, and what is held of it stays. Rename or delete all but the right one, "
        "and read the file again.",
    )


# --- files that are none


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Name,E-mail\nA,b@example.org\n", "is none of CQC's files"),
        (",".join(office_headings()) + "\n", "has headings and no rows beneath them"),
    ],
)
def test_a_file_that_is_none_of_cqcs_is_refused_in_a_sentence(office, text, sentence):
    path = office.folder / "2019-05-01 other.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match=sentence):
        said(path)


def test_an_empty_file_is_refused_in_a_sentence(office):
    path = office.folder / "2019-05-01 empty.csv"
    path.write_bytes(b"")
    with pytest.raises(Problem):
        said(path)


# --- encodings, ragged rows, workbooks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(office, home, encoding):
    row = home(1, "Café Rosé – the “Invented” House")
    plain = office.directory("2019-05-01", row, home(2))
    other = office.folder / "2019-05-01 other.csv"
    other.write_bytes(plain.read_text(encoding="utf-8").encode(encoding))
    assert contents(said(other)) == contents(said(plain))


def test_a_short_row_has_blanks_and_a_long_one_is_read_as_far_as_the_headings_go(office, home):
    path = office.directory("2019-05-01", home(1), home(2)[:3], (*home(3), "and", "more"))
    file = said(path)
    assert [location.location_id for location in file.locations] == ["1-1", "1-3"]
    assert refusals(file) == [(3, "CQC Location ID (for office use only)", "There is no Location ID")]


def workbook(
    path: Path, rows: list[tuple[str, ...]], *, serials: bool = False, formulas: bool = False
) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Directory")
    day_format = book.add_format({"num_format": "dd/mm/yyyy"})
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if serials and at and column == 7:
                sheet.write_datetime(at, column, date(2018, 9, 11), day_format)
            elif formulas and at and column in (0, 3):
                sheet.write_formula(at, column, f'="{cell}"', None, cell)
            elif cell:
                sheet.write_string(at, column, cell)
    book.close()
    return path


def test_a_workbook_says_the_same_as_a_csv(office, home, tmp_path):
    rows = [home(1), home(2, checked="")]
    plain = contents(said(office.directory("2019-05-01", *rows)))
    path = tmp_path / "2019-05-01.xlsx"
    assert contents(said(workbook(path, [office_headings(), *rows]))) == plain
    dated = [home(1), home(2)]
    assert contents(said(workbook(path, [office_headings(), *dated], serials=True))) == contents(
        said(office.directory("2019-05-01", *dated))
    )
    assert contents(said(workbook(path, [office_headings(), *rows], formulas=True))) == plain


def test_an_ods_says_the_same_as_a_csv(office, home, tmp_path):
    rows = [home(1), home(2, "Invented & Sons")]
    path = ods(tmp_path / "2019-05-01.ods", [office_headings(), *rows])
    assert contents(said(path)) == contents(said(office.directory("2019-05-01", *rows)))


def ods(path: Path, rows: list[tuple[str, ...]]) -> Path:
    def cell(text: str) -> str:
        plain = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<table:table-cell office:value-type="string"><text:p>{plain}</text:p></table:table-cell>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Directory">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", xml)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


# --- dates


def inspected(file: CqcFile) -> list[object]:
    return [location.facts[14] for location in file.locations]


@pytest.mark.parametrize(
    ("texts", "days", "remark"),
    [
        (("13/05/2018", "02/03/2018"), ["2018-05-13", "2018-03-02"], False),
        (("05/13/2018", "02/03/2018"), ["2018-05-13", "2018-02-03"], False),
        (("2018-05-13", "2018-03-02T00:00:00"), ["2018-05-13", "2018-03-02"], False),
        (("43233", "43161.5"), ["2018-05-13", "2018-03-02"], False),
        (("13 May 2018", "2nd March 2018"), ["2018-05-13", "2018-03-02"], False),
        (("05/04/2018", "02/03/2018"), ["2018-04-05", "2018-03-02"], True),
        # With the day first the second would lie after the file's own day.
        (("05/04/2018", "04/08/2019"), ["2018-05-04", "2019-04-08"], True),
    ],
)
def test_dates_in_any_order_are_read_by_what_their_column_shows(office, home, texts, days, remark):
    rows = [home(number, checked=text) for number, text in enumerate(texts, 1)]
    file = said(office.directory("2019-07-01", *rows))
    assert (inspected(file), refusals(file), bool(file.remarks)) == (days, [], remark)


def test_a_column_that_does_not_show_its_order_says_so(office, home):
    file = said(office.directory("2019-05-01", home(1, checked="05/04/2018"), home(2, checked="02/03/2018")))
    assert file.remarks == (
        "Nothing in “Date of latest check” shows whether the day or the month stands first: all 2 dates fit both, "
        "such as “05/04/2018”. They were read with the day first.",
    )


def test_a_column_with_both_orders_is_refused(office, home):
    path = office.directory("2019-05-01", home(1, checked="13/05/2018"), home(2, checked="05/13/2018"))
    with pytest.raises(Problem, match="Dates in “Date of latest check” are a mixture") as refused:
        said(path)
    assert "put the dates in one order and read it again" in refused.value.sentence


def test_a_date_that_is_none_refuses_its_row_alone(office, home):
    file = said(office.directory("2019-05-01", home(1, checked="soon"), home(2)))
    assert [location.location_id for location in file.locations] == ["1-2"]
    assert refusals(file) == [(2, "Date of latest check", "“soon” is not a date")]


# --- rows


def test_rows_without_an_id_or_a_name_are_refused(office, home):
    file = said(office.directory("2019-05-01", home(1, id=" "), home(2, name=" "), home(3)))
    assert refusals(file) == [
        (2, "CQC Location ID (for office use only)", "There is no Location ID"),
        (3, "Name", "There is no name"),
    ]


def test_ids_are_read_without_blanks(office, home, rating, active):
    ids = ["1- 109570155", " 1-\u00a0109570156\u200b", "RJ822", "11111"]
    tidy = ["1-109570155", "1-109570156", "RJ822", "11111"]
    listed = said(office.directory("2019-05-01", *(home(1, id=text, provider_id="1- 900") for text in ids)))
    assert [(one.location_id, one.provider_id) for one in listed.locations] == [
        (key, "1-900") for key in tidy
    ]
    rated = said(office.ratings("2019-05-01", *(rating(1, id=text) for text in ids)))
    assert [one.location_id for one in rated.ratings] == tidy
    registered = said(office.hsca("2019-05-01", *(active(1, id=text, provider_id="1- 900") for text in ids)))
    assert [(one.location_id, one.provider_id) for one in registered.locations] == [
        (key, "1-900") for key in tidy
    ]
    assert [one.location_id for one in registered.ratings] == tidy
    refused = said(office.directory("2019-05-01", home(1, id="1- 5", checked="soon"), home(2)))
    assert refused.refused_ids == {"1-5"}


@pytest.mark.parametrize("text", ["1_109", "see note!", "-", "1-" + "0" * 29, "1–109"])
def test_what_has_not_the_shape_of_an_id_is_refused(office, home, rating, active, text):
    for file in (
        office.directory("2019-05-01", home(1, id=text), home(2)),
        office.ratings("2019-05-01", rating(1, id=text), rating(2)),
        office.hsca("2019-05-01", active(1, id=text), active(2)),
    ):
        (refused,) = refusals(said(file))
        plain = text.replace(" ", "")
        assert refused[2] == f"“{plain}” is not a Location ID, such as 1-109570155"


def test_an_id_that_comes_twice_is_refused_unless_it_says_the_same(office, home):
    file = said(office.directory("2019-05-01", home(1), home(1), home(1, "Another name"), home(2)))
    assert [location.location_id for location in file.locations] == ["1-1", "1-2"]
    assert refusals(file) == [
        (
            4,
            "CQC Location ID (for office use only)",
            "The Location ID stands on line 2 too, with other details",
        )
    ]


def test_text_is_tidied_and_telephones_get_their_zero(office, home):
    row = home(
        1, "  The\u00a0 “Invented”   House ", also="-", postcode="ol96ld", phone="1610000000",
        types="Residential homes|Dementia|Residential homes", specialisms="A|B|A", provider="-",
    )  # fmt: skip
    (location,) = said(office.directory("2019-05-01", row)).locations
    assert location.facts[:11] == (
        "The “Invented” House", "", "residential_home", "Residential homes|Dementia", "A|B",
        "1 Sample Street, Oldham", "OL9 6LD", "Oldham", "North West", "01610000000", "",
    )  # fmt: skip
    assert location.provider_name == ""


# --- ratings


def test_texts_of_ratings(office, rating):
    texts = (
        "Good", "Requires Improvement", "INADEQUATE", "Outstanding", "Insufficient evidence to rate",
        "Inspected but not rated", "Regulations met", "Not Rated", "Not applicable", "No published rating",
    )  # fmt: skip
    rows = [rating(number, text) for number, text in enumerate(texts, 1)]
    file = said(office.ratings("2019-05-01", *rows, rating(99, "Splendid")))
    assert [each.rating.value for each in file.ratings] == [
        "good", "requires_improvement", "inadequate", "outstanding", *["not_rated"] * 6,
    ]  # fmt: skip
    assert refusals(file) == [(12, "Latest Rating", "“Splendid” is not a rating that CQC gives")]


def test_only_the_whole_location_is_rated_and_key_questions_are_told_apart(office, rating):
    file = said(
        office.ratings(
            "2019-05-01",
            rating(1),
            rating(1, domain="Well-led"),
            rating(1, domain="Is it safe?"),
            rating(1, group="Older people"),
            rating(1, domain="Kindness"),
            rating(1, group="", domain="Caring"),
        )
    )
    assert [each.question.value for each in file.ratings] == ["overall", "well_led", "safe", "caring"]
    assert file.not_overall == 1
    assert refusals(file) == [(6, "Domain", "“Kindness” is none of CQC's key questions")]


def test_ratings_need_a_day_and_what_is_not_rated_needs_none(office, rating):
    file = said(
        office.ratings(
            "2019-05-01",
            rating(1, day=""),
            rating(2, "Not Rated", day=""),
            rating(3, "Not Rated", day="soon"),
        )
    )
    assert file.ratings == []
    assert refusals(file) == [
        (2, "Publication Date", "There is a rating without a publication date"),
        (4, "Publication Date", "“soon” is not a date"),
    ]


def test_ratings_with_the_month_first_and_inherited_ones(office, rating):
    file = said(
        office.ratings("2019-05-01", rating(1, day="10/25/2018"), rating(2, day="03/04/2019", inherited="Y"))
    )
    assert [(each.published_on, each.inherited) for each in file.ratings] == [
        ("2018-10-25", False),
        ("2019-03-04", True),
    ]


def test_two_ratings_of_one_day_that_differ_are_refused(office, rating):
    file = said(
        office.ratings(
            "2019-05-01", rating(1), rating(1), rating(1, "Inadequate"), rating(1, day="11/10/2018")
        )
    )
    assert [(each.rating.value, each.published_on) for each in file.ratings] == [
        ("good", "2018-10-10"),
        ("good", "2018-10-11"),
    ]
    assert refusals(file) == [
        (4, "Latest Rating", "Line 2 gives another rating for the same question and day")
    ]


def test_ratings_published_after_the_files_own_day_are_remarked_on(office, rating):
    file = said(office.ratings("2019-05-01", rating(1, day="25/05/2019"), rating(2, day="25/04/2019")))
    assert len(file.ratings) == 2
    assert file.remarks == (
        "1 rating of “2019-05-01 ratings.csv” came out after 1 May 2019, the day that the file is of. "
        "Check that day.",
    )


def test_a_publication_date_that_cannot_be_refuses_its_row(office, rating, active):
    to_come = "The publication date 25 December 2099 is still to come"
    rows = [
        rating(1, day="25/12/2099"), rating(2, "Not Rated", day="25/12/2099"), rating(3, day="10/12/2019"),
        rating(4, day="09/12/2019"), rating(5, day="01/01/2019"),
    ]  # fmt: skip
    file = said(office.ratings("2019-12-01", *rows))
    assert [each.location_id for each in file.ratings] == ["1-4", "1-5"]
    assert refusals(file) == [
        (2, "Publication Date", to_come),
        (3, "Publication Date", to_come),
        (4, "Publication Date", "The publication date 10 December 2019 is still to come"),
    ]
    late = "The publication date 25 June 2019 is more than a month after 1 May 2019, the day of the file"
    assert refusals(said(office.ratings("2019-05-01", rating(1, day="25/06/2019"), rating(2)))) == [
        (2, "Publication Date", late)
    ]
    registered = said(office.hsca("2019-05-01", active(1, day="2099-12-25"), active(2)))
    assert [location.location_id for location in registered.locations] == ["1-2"]
    assert refusals(registered) == [(2, "Publication Date", to_come)]
    assert registered.refused_ids == {"1-1"}


# --- HSCA active locations


def test_active_locations_give_beds_brand_registration_and_dormancy(office, active):
    file = said(office.hsca("2019-05-01", active(1, dormant="Y", nursing="Y")))
    (location,) = file.locations
    assert location.facts == (
        "Invented House 1", None, "nursing_home",
        "Care home service with nursing|Care home service without nursing", None, "1 Sample Street, Oldham",
        "OL9 6LD", "Oldham", "North West", "", "", 24, "2011-01-20", 1, None, "",
    )  # fmt: skip
    assert (location.provider_id, location.provider_name, location.brand) == (
        "1-900",
        "Invented Care Limited",
        "BRAND Invented",
    )
    assert [each[1:] for each in file.ratings] == [
        ("1-1", "Invented House 1", "overall", "good", "2018-10-10", False)
    ]


def test_a_row_that_comes_twice_adds_no_rating(office, active):
    file = said(office.hsca("2019-05-01", active(1), active(1, rating="Inadequate", beds="25")))
    assert [each.rating.value for each in file.ratings] == ["good"]
    assert [row.line for row in file.refused] == [3]


def test_progress_may_stop_the_reading(office, home):
    class StopNow(Exception):
        pass

    def stop(done: int, of: int | None) -> None:
        raise StopNow

    with pytest.raises(StopNow):
        said(office.directory("2019-05-01", home(1)), progress=stop)


def test_a_day_of_yesterday_or_today_is_taken(office, home):
    for day in (TODAY, TODAY - timedelta(days=1)):
        assert said(office.directory(day.isoformat(), home(1))).as_at == day


def test_a_name_that_is_no_utf_8_is_kept_as_text(office, home):
    path = office.directory("2019-08-01", home(1))
    strange = path.rename(path.with_name("caf\udce9 2019-08-01.csv"))
    assert said(strange).name.encode() == "caf\ufffd 2019-08-01.csv".encode()


def test_a_file_that_is_still_being_written_is_refused(office, home, monkeypatch):
    path = office.directory("2019-08-01", home(1))

    def grows(whole: Path) -> str:
        with whole.open("ab") as file:
            file.write(b"1-1,Late\n")
        return "0" * 64

    monkeypatch.setattr("engagement.cqc_files.read._sha256", grows)
    with pytest.raises(Problem, match="changed while it was being read"):
        said(path)


@pytest.mark.parametrize("workbook_too", [False, True])
def test_a_file_that_changes_while_it_is_read_is_refused(office, home, monkeypatch, tmp_path, workbook_too):
    path = office.directory("2019-05-01", home(1))
    if workbook_too:
        path = workbook(tmp_path / "2019-05-01.xlsx", [office_headings(), home(1)])
    digest = hashlib.file_digest

    def written_to_meanwhile(file, name):
        with path.open("ab") as more:
            more.write(b"\n")
        return digest(file, name)

    monkeypatch.setattr(hashlib, "file_digest", written_to_meanwhile)
    with pytest.raises(Problem, match="changed while it was being read"):
        said(path)
    monkeypatch.undo()
