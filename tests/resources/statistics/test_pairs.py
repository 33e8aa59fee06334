import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import binom, norm

from resources.statistics import mcnemar, paired_difference, sign_test, wilson


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_mid_p_of_a_sign_test_is_what_scipys_binomial_distribution_gives(up, down):
    fewer, moved = min(up, down), up + down
    expected = 2 * (binom.cdf(fewer, moved, 0.5) - binom.pmf(fewer, moved, 0.5) / 2)
    assert sign_test(up, down) == pytest.approx(min(1.0, expected), abs=1e-9)
    assert mcnemar(up, down) == sign_test(down, up)


def test_nobody_who_moved_is_no_sign_of_a_change():
    assert sign_test(0, 0) == 1.0
    assert sign_test(0, 5) == pytest.approx(2 * 0.5 / 32)


def test_mcnemars_mid_p_is_the_published_example():
    # Fagerland, Lydersen and Laake (2013): airway hyper-responsiveness before and after transplantation, 1 and 7.
    assert round(mcnemar(1, 7), 3) == 0.039


def test_many_who_moved_take_no_time_and_no_rounding():
    assert sign_test(50_400, 49_600) == pytest.approx(2 * norm.sf(800 / 100_000**0.5), rel=0.01)


def _score_statistic(change, up, down, pairs):
    """The score at a change that is taken as true, the rest found by maximising the likelihood."""

    def unlikely(q):
        chances = np.array([q + change, q, 1 - 2 * q - change])
        counts = np.array([up, down, pairs - up - down])
        return -float(np.sum(counts * np.log(np.maximum(chances, 1e-300))))

    least, most = max(0.0, -change), (1 - change) / 2
    q = minimize_scalar(unlikely, bounds=(least, most), method="bounded", options={"xatol": 1e-12}).x
    return (up - down - pairs * change) / np.sqrt(pairs * (2 * q + change * (1 - change)))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 80))
def test_the_interval_among_pairs_is_where_the_likelihood_puts_it(up, down, stayed):
    pairs = up + down + stayed
    found, observed = paired_difference(up, down, pairs), (up - down) / pairs
    score = norm.ppf(0.975)
    low = brentq(lambda d: _score_statistic(d, up, down, pairs) - score, -0.9999, observed)
    high = brentq(lambda d: _score_statistic(d, up, down, pairs) + score, observed, 0.9999)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


def test_the_edges_of_an_interval_among_pairs():
    assert paired_difference(0, 0, 0) is None
    none = paired_difference(0, 0, 40)
    assert (none.low, none.high) == pytest.approx((-0.08762, 0.08762), abs=1e-5)
    every = paired_difference(40, 0, 40)
    assert (every.high, every.low) == (1.0, pytest.approx(2 * wilson(40, 40).low - 1))  # all went one way
    assert paired_difference(0, 40, 40).low == -1.0


def test_where_the_test_is_clear_the_interval_leaves_out_no_change():
    clear = [
        (up, down) for up in range(80) for down in range(up) if sign_test(up, down) < 0.05
    ]  # fmt: skip
    assert len(clear) > 2000
    assert all(paired_difference(up, down, up + down + 30).low > 0 for up, down in clear)
