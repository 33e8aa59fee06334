import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from resources.statistics import Interval, difference, share, wilson


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
