from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.results.ties import Contender, close_words, in_order, tie_words
from awards.vocabulary import TieBrokenBy, TieRule

ADA = Contender("ada", Fraction(400), Fraction(400), Fraction(1, 2))
BEN = Contender("ben", Fraction(400), Fraction(450), Fraction(1, 4))
CAL = Contender("cal", Fraction(300), Fraction(500), Fraction(1))


@pytest.mark.parametrize(
    ("rule", "places"),
    [
        (TieRule.HIGHER_MEDIAN, {"ben": 1, "ada": 2, "cal": 3}),
        (TieRule.HEAVIEST_CRITERION, {"ada": 1, "ben": 2, "cal": 3}),
        (TieRule.CHAIR, {"ada": 1, "ben": 1, "cal": 3}),
        (TieRule.JOINT, {"ada": 1, "ben": 1, "cal": 3}),
    ],
)
def test_the_rule_parts_only_those_with_the_same_mean(rule: TieRule, places: dict[str, int]) -> None:
    placed = in_order([CAL, BEN, ADA], rule)
    assert {one.key: one.place for one in placed} == places
    ada = next(one for one in placed if one.key == "ada")
    assert ada.tied == ("ben",)
    assert ada.level == (("ben",) if places["ada"] == places["ben"] else ())
    assert ada.parted_by is (TieBrokenBy.NOT_TIED if ada.level else TieBrokenBy.RULE)


def test_where_the_rule_has_nothing_to_go_by_they_stay_level() -> None:
    bare = Contender("ben", Fraction(400), Fraction(450))
    assert [one.place for one in in_order([ADA, bare], TieRule.HEAVIEST_CRITERION)] == [1, 1]
    same = Contender("dot", Fraction(400), Fraction(450))
    placed = in_order([ADA, BEN, same], TieRule.HIGHER_MEDIAN)
    assert [(one.key, one.place, one.level) for one in placed] == [
        ("ben", 1, ("dot",)),
        ("dot", 1, ("ben",)),
        ("ada", 3, ()),
    ]


def test_a_hair_is_no_tie() -> None:
    close = Contender("ben", Fraction(400) + Fraction(1, 10**9), Fraction(1))
    placed = in_order([ADA, close], TieRule.JOINT)
    assert [(one.key, one.place, one.tied) for one in placed] == [("ben", 1, ()), ("ada", 2, ())]
    assert "and yet differ" in close_words(["Ada Example", "Ben Specimen"])


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=9), st.sampled_from(list(TieRule)))
def test_places_are_one_more_than_those_ahead(figures: list[tuple[int, int]], rule: TieRule) -> None:
    contenders = [
        Contender(f"n{n}", Fraction(mean), Fraction(median), Fraction(median))
        for n, (mean, median) in enumerate(figures)
    ]
    mean = {one.key: one.mean for one in contenders}
    placed = in_order(contenders, rule)
    assert sorted(one.key for one in placed) == sorted(mean)
    for one in placed:
        ahead = [other for other in placed if other.place < one.place]
        assert one.place == 1 + len(ahead)
        assert all(mean[other.key] >= mean[one.key] for other in ahead)
        assert set(one.level) <= set(one.tied)
        assert all(mean[key] == mean[one.key] for key in one.tied)
    assert placed == in_order(reversed(contenders), rule)


def test_ties_in_words() -> None:
    both = ["Ada Example", "Ben Specimen"]
    assert tie_words(both, TieRule.HIGHER_MEDIAN, ["Ben Specimen"]) == (
        "Ada Example and Ben Specimen have the same mean. The round’s rule (the higher median) puts Ben Specimen first."
    )
    assert "the chair’s vote does" in tie_words(both, TieRule.HIGHER_MEDIAN, both)
    assert "share the place" in tie_words(both, TieRule.JOINT, both)
    assert "the chair’s vote decides" in tie_words(both, TieRule.CHAIR, both)
    three = [*both, "Cal Instance"]
    assert "does not decide between Ada Example and Ben Specimen" in tie_words(
        three, TieRule.HIGHER_MEDIAN, both
    )
