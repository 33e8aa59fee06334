import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest

from resources.statistics import Interval, difference, difference_p, share, wilson


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


PAIRS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("before", "after", "interval"),
    [
        ((3, 10), (9, 10), (0.1705, 0.8090)),
        ((2, 7), (6, 7), (0.0582, 0.8062)),
        ((0, 29), (5, 56), (-0.0381, 0.1926)),
        ((0, 20), (0, 10), (-0.1611, 0.2775)),
        ((0, 20), (10, 10), (0.6791, 1.0)),
        ((0, 10), (10, 10), (0.6075, 1.0)),
    ],
)
def test_differences_are_newcombes_published_ones(before, after, interval):
    found = difference(share(*before), share(*after))
    assert (round(found.low, 4), round(found.high, 4)) == interval


@given(PAIRS, PAIRS, st.sampled_from([0.8, 0.95, 0.99]))
def test_a_difference_is_made_of_scipys_two_intervals(before, after, confidence):
    was, now = (
        binomtest(*pair).proportion_ci(confidence_level=confidence, method="wilson")
        for pair in (before, after)
    )
    old, new = before[0] / before[1], after[0] / after[1]
    found = difference(share(*before), share(*after), confidence=confidence)
    assert found.low == pytest.approx(new - old - math.hypot(new - now.low, was.high - old), abs=1e-9)
    assert found.high == pytest.approx(new - old + math.hypot(now.high - new, old - was.low), abs=1e-9)


@given(PAIRS, PAIRS)
def test_the_p_value_and_the_interval_say_the_same(before, after):
    p = difference_p(share(*before), share(*after))
    interval = difference(share(*before), share(*after))
    assert 0 <= p <= 1
    assert (p < 0.05) == (not interval.low <= 0 <= interval.high)
    assert p == pytest.approx(difference_p(share(*after), share(*before)))


@given(PAIRS, PAIRS)
def test_at_the_confidence_of_the_p_value_the_interval_just_reaches_no_change(before, after):
    p = difference_p(share(*before), share(*after))
    assume(1e-9 < p < 0.999)
    edge = difference(share(*before), share(*after), confidence=1 - p)
    assert min(abs(edge.low), abs(edge.high)) == pytest.approx(0, abs=1e-6)


def test_there_is_no_p_value_of_nobody():
    assert difference_p(share(0, 0), share(1, 2)) is None
    assert difference_p(share(1, 3), share(2, 6)) == 1.0
