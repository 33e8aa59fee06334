from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from resources.statistics import rank_sum_test, tends_higher

FIGURES = st.lists(st.integers(0, 12), min_size=1, max_size=40)


@given(FIGURES, FIGURES)
def test_the_rank_sum_test_is_scipys(before, after):
    found = rank_sum_test(before, after)
    if len({*before, *after}) == 1:
        assert found == 1.0
    else:
        expected = mannwhitneyu(after, before, method="asymptotic", use_continuity=True)
        assert found == pytest.approx(expected.pvalue, abs=1e-9)
        assert tends_higher(before, after) == Fraction(expected.statistic) / (len(before) * len(after))


def test_without_figures_on_both_sides_there_is_no_p():
    assert rank_sum_test([], [1]) is None
    assert rank_sum_test([1], []) is None
    assert tends_higher([1], [1]) == Fraction(1, 2)
