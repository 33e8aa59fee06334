"""Ratings new, corrected, withdrawn and inherited."""

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"


def test_re_inspected_first_changed_and_corrected_ratings(office, home, rating, groups):
    homes = [home(number) for number in range(1, 5)]
    may = office.ratings(MAY, rating(1), rating(2), rating(4), rating(8))
    office.imported(office.directory(MAY, *homes), may)
    august = office.ratings(
        AUGUST,
        rating(1, "Inadequate", "20/07/2019"),
        rating(2, "Good", "20/07/2019"),
        rating(3, "Requires improvement", "19/07/2019"),
        rating(4, "Outstanding"),
        rating(4, "Good", domain="Safe"),
        rating(8),
    )
    checked = office.imported(office.directory(AUGUST, *homes), august)
    assert groups(checked) == {
        "UNCHANGED": [(f"1-{number}", "") for number in range(1, 5)],
        "RE_INSPECTED": [
            ("1-1", "Good (10 Oct 2018) → Inadequate (20 Jul 2019)"),
            ("1-2", "Good (10 Oct 2018) → Good (20 Jul 2019)"),
        ],
        "FIRST_RATING": [("1-3", "Requires improvement, published 19 Jul 2019")],
        "CHANGED_RATING": [("1-1", "Good (10 Oct 2018) → Inadequate (20 Jul 2019)")],
        "RATINGS_ADDED": [
            ("1-1", "Overall: Inadequate, published 20 Jul 2019"),
            ("1-2", "Overall: Good, published 20 Jul 2019"),
            ("1-3", "Overall: Requires improvement, published 19 Jul 2019"),
            ("1-4", "Safe: Good, published 10 Oct 2018"),
        ],
        "CORRECTED": [("1-4", "Overall: Outstanding, published 10 Oct 2018; held as Good")],
        "NOT_HELD": [("1-8", "Overall: Good")],
    }
    assert office.ratings_of(4) == [
        ("overall", "2018-10-10", "outstanding", 0), ("safe", "2018-10-10", "good", 0),
    ]  # fmt: skip
    older = office.imported(may)  # an older file does not take the correction back
    assert "CORRECTED" not in groups(older)
    assert office.ratings_of(4)[0][2] == "outstanding"


def test_a_rating_that_was_withdrawn_and_one_after_none(office, home, rating, groups):
    office.imported(
        office.directory(MAY, home(1), home(2)), office.ratings(MAY, rating(1), rating(2, "Regulations met"))
    )
    checked = office.imported(
        office.directory(AUGUST, home(1), home(2)),
        office.ratings(
            AUGUST, rating(1, "Insufficient evidence to rate", "20/07/2019"), rating(2, day="21/07/2019")
        ),
    )
    found = groups(checked)
    assert found["CHANGED_RATING"] == [("1-1", "Good (10 Oct 2018) → Not yet rated (20 Jul 2019)")]
    assert found["FIRST_RATING"] == [("1-2", "Good, published 21 Jul 2019")]


def test_inherited_ratings_are_kept_as_inherited(office, home, rating, groups):
    office.imported(office.directory(MAY, home(1)), office.ratings(MAY, rating(1)))
    checked = office.imported(office.ratings(AUGUST, rating(1, inherited="Y")))
    assert groups(checked) == {
        "CORRECTED": [("1-1", "Overall: Good (inherited), published 10 Oct 2018; held as Good")]
    }
    assert office.ratings_of(1) == [("overall", "2018-10-10", "good", 1)]
