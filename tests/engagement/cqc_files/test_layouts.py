"""Under which headings each fact stands."""

import pytest

from tests.engagement.cqc_files.reading_files import contents, office_headings, refusals, said


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


@pytest.mark.parametrize(
    "spelling", ["Postcode", "Location Post Code", "Location Postal Code", " post  code "]
)
def test_spellings_of_the_postcode(office, home, spelling):
    headings = tuple(spelling if name == "Postcode" else name for name in office_headings())
    assert said(office.path("2019-05-01 d.csv", [home(1)], headings)).locations[0].facts[6] == "OL9 6LD"


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
