from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from resources.statistics import (
    BaseRule,
    Change,
    Interval,
    Ranked,
    Share,
    Verdict,
    change,
    difference,
    rank,
    rounding_note,
    rounding_note_of,
    share,
    wilson,
)


def test_a_share_is_exact_until_it_is_printed():
    assert share(1, 3).value == Fraction(1, 3)
    assert [share(*pair).percent for pair in ((1, 8), (3, 40), (12, 13), (8, 13), (0, 5))] == [
        12,
        8,
        92,
        62,
        0,
    ]
    assert (share(0, 0).value, share(0, 0).percent, share(0, 0).shown) == (None, None, None)


def test_small_bases_are_marked_and_smaller_ones_hidden():
    shares = [share(1, base) for base in (9, 10, 29, 30)]
    assert [(one.small, one.hidden) for one in shares] == [
        (True, True), (True, False), (True, False), (False, False),
    ]  # fmt: skip
    assert [one.shown for one in shares] == [None, 10, 3, 3]
    assert share(1, 9, BaseRule(hide=0, flag=5)).shown == 11


def test_the_base_rule_states_itself():
    assert BaseRule().note() == (
        "Percentages of fewer than 30 are marked as a small base: one more or fewer changes them a good deal. "
        "No percentage is given of fewer than 10."
    )
    assert BaseRule(hide=0).note().endswith("a good deal.")


@pytest.mark.parametrize(("count", "base"), [(-1, 3), (4, 3)])
def test_a_share_is_never_more_than_its_base(count, base):
    with pytest.raises(ValueError, match="a share of"):
        Share(count, base)


def test_percentages_that_do_not_add_to_100_are_noted():
    assert rounding_note([10, 23, 60, 7]) == ""
    assert rounding_note([1, 14, 82, 2]) == "Percentages are rounded, so they add up to 99 and not to 100."
    assert rounding_note_of([[50, 50], [33, 33, 33], [67, 34]]) == (
        "Percentages are rounded, so 2 of the 3 rows add up to 99 or 101, not 100."
    )
    assert rounding_note_of([[50, 50]]) == ""


@given(
    st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.sampled_from([0.9, 0.95]),
)
def test_wilsons_interval_is_scipys(pair, confidence):
    expected = binomtest(*pair).proportion_ci(confidence_level=confidence, method="wilson")
    found = wilson(*pair, confidence=confidence)
    assert found.low == pytest.approx(expected.low, abs=1e-9)
    assert found.high == pytest.approx(expected.high, abs=1e-9)


def test_a_known_population_narrows_the_interval():
    free, known = wilson(60, 107), wilson(60, 107, population=352)
    assert free.low < known.low < 60 / 107 < known.high < free.high
    assert wilson(60, 107, population=107) == Interval(60 / 107, 60 / 107)
    huge = wilson(60, 107, population=10**9)
    assert huge.low == pytest.approx(free.low, abs=1e-6)
    assert wilson(0, 0) is None


def test_the_interval_of_a_difference_is_newcombes_published_example():
    found = difference(share(48, 80), share(56, 70))
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)
    assert difference(share(0, 0), share(1, 2)) is None


def test_a_change_is_judged_by_its_interval_and_says_its_rule():
    good = change(share(48, 80), share(56, 70), higher_is_better=True)
    assert (good.verdict, good.points, good.before, good.after) == (Verdict.IMPROVED, 20, 60, 80)
    assert "both bases are 30 or more" in good.rule
    assert change(share(48, 80), share(56, 70), higher_is_better=False).verdict is Verdict.WORSENED
    assert change(share(56, 70), share(48, 80), higher_is_better=False).verdict is Verdict.IMPROVED
    assert change(share(48, 80), share(50, 80), higher_is_better=True).verdict is Verdict.NO_CLEAR_CHANGE
    assert change(share(0, 29), share(29, 29), higher_is_better=True).verdict is Verdict.BASE_TOO_SMALL
    assert change(share(0, 0), share(29, 29), higher_is_better=True).points is None
    assert Verdict.NO_CLEAR_CHANGE.label == "No clear change"


def test_points_are_the_difference_of_the_printed_figures():
    assert Change(12, 15, Verdict.NO_CLEAR_CHANGE, "").points == 3


def test_equal_figures_share_a_place_and_the_next_place_is_left_out():
    assert rank({"a": 6, "b": 8, "c": 6, "d": 5, "e": None}, highest_first=True) == [
        Ranked("b", 8, 1),
        Ranked("a", 6, 2, ("c",)),
        Ranked("c", 6, 2, ("a",)),
        Ranked("d", 5, 4),
    ]
    assert [(r.name, r.place) for r in rank({"a": 0, "b": 8, "c": 0}, highest_first=False)] == [
        ("a", 1), ("c", 1), ("b", 3),
    ]  # fmt: skip


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 100)), st.booleans())
def test_a_place_is_one_more_than_those_ahead_and_joint_when_shared(values, highest_first):
    ranked = rank(values, highest_first=highest_first)
    assert sorted(r.name for r in ranked) == sorted(values)
    for one in ranked:
        ahead = [v for v in values.values() if (v > one.value if highest_first else v < one.value)]
        assert one.place == len(ahead) + 1
        assert one.joint == (list(values.values()).count(one.value) > 1)
