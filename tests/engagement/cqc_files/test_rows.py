"""What each row says, and the rows that are refused."""

import pytest

from engagement.cqc_files.contents import CqcFile
from resources.problem import Problem
from tests.engagement.cqc_files.reading_files import refusals, said


def test_a_short_row_has_blanks_and_a_long_one_is_read_as_far_as_the_headings_go(office, home):
    path = office.directory("2019-05-01", home(1), home(2)[:3], (*home(3), "and", "more"))
    file = said(path)
    assert [location.location_id for location in file.locations] == ["1-1", "1-3"]
    assert refusals(file) == [(3, "CQC Location ID (for office use only)", "There is no Location ID")]


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


def test_rows_without_an_id_or_a_name_are_refused(office, home):
    file = said(office.directory("2019-05-01", home(1, id=" "), home(2, name=" "), home(3)))
    assert refusals(file) == [
        (2, "CQC Location ID (for office use only)", "There is no Location ID"),
        (3, "Name", "There is no name"),
    ]


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
