import pytest

from engagement.register.duplicates.likeness import (
    LARGEST_BLOCK,
    NOT_ALIKE,
    Record,
    names_alike,
    pairs_to_compare,
    people_likeness,
    places_likeness,
)

POSTCODE = "NG2 7QP"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Rosewood House", "Rosewood Care Home", True),
        ("Rosewood House Ltd", "ROSEWOOD  HOUSE LIMITED", True),
        ("St. Anne’s", "St Annes", True),
        ("Bell & Sons", "Bell and Sons", True),
        ("Café Day Centre", "Cafe Day Centre", True),
        ("Rosewood House", "Rosewod House", True),
        ("Unit 1 Rosewood", "Unit 2 Rosewood", False),
        ("Rosewood House", "Elm View", False),
    ],
)
def test_names_that_mean_one(one, other, alike):
    assert (names_alike(Record("1", one), Record("2", other)) >= 85) is alike


def place(name, **more):
    return Record(name, name, **more)


def test_places_are_alike_for_reasons():
    same_place = places_likeness(
        place("Rosewood House", postcode=POSTCODE), place("Rosewood Care Home", postcode="ng27qp")
    )
    assert (same_place.score, same_place.reasons) == (90, ("Like names at the same postcode, NG2 7QP.",))
    assert places_likeness(place("A", cqc_id="1-1a"), place("B", cqc_id="1-1A")).score == 100
    phone = places_likeness(
        place("Rosewood House", phone="0115 496 0001"), place("Rosewood Home", phone="+44 115 4960001")
    )
    assert phone.reasons[0] == "Like names with the same telephone number, 0115 496 0001."
    assert (
        places_likeness(place("Elm View", postcode=POSTCODE), place("Oak View", postcode=POSTCODE)).score == 0
    )
    assert (
        places_likeness(place("Elm View", postcode=POSTCODE), place("Elm View", postcode="NG1 7DD")).score
        == 0
    )
    assert places_likeness(place("Elm View"), place("elm view")).reasons == ("The same name.",)


def test_two_locations_that_cqc_lists_at_once_are_two_and_one_that_followed_may_be_the_same():
    listed = place("Rosewood House", cqc_id="1-1", postcode=POSTCODE, listed=1)
    also = place("Rosewood House ", cqc_id="1-2", postcode=POSTCODE, listed=1)
    gone = place("Rosewood Home", cqc_id="1-3", postcode=POSTCODE)
    assert places_likeness(listed, also) == NOT_ALIKE
    assert places_likeness(listed, gone).reasons[-1] == (
        "CQC gave them different numbers: one may be the other, registered anew."
    )


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        (
            Record("1", "Jane Smith", email="js@example.org"),
            Record("2", "J Smith", email="JS@example.org"),
            95,
        ),
        (
            Record("1", "Jane Smith", email="info@example.org"),
            Record("2", "Tom Bell", email="info@example.org"),
            0,
        ),
        (Record("1", "Jane Smith", phone="01154960001"), Record("2", "Jane Smyth", phone="0115 4960001"), 85),
        (Record("1", "Jane Smith", within="a"), Record("2", "jane smith", within="a"), 80),
        (Record("1", "Jane Smith", within="a"), Record("2", "Jane Smith", within="b"), 60),
        (
            Record("1", "Jane Smith", within="a", email="a@example.org"),
            Record("2", "Jane Smith", within="b", email="b@example.org"),
            0,
        ),
    ],
)
def test_people_are_alike_by_name_and_something_else(one, other, score):
    assert people_likeness(one, other).score == score


def test_a_pair_comes_once_and_what_very_many_share_pairs_nobody():
    two = [Record("1", "Rosewood House", postcode=POSTCODE), Record("2", "Rosewood House", postcode=POSTCODE)]
    assert [(one.key, other.key) for one, other in pairs_to_compare(two)] == [("1", "2")]
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = [
        Record(str(number), f"{letters[number % 26]}{letters[number // 26]}", phone="0115 496 0001")
        for number in range(LARGEST_BLOCK + 1)
    ]
    assert list(pairs_to_compare(many)) == []
