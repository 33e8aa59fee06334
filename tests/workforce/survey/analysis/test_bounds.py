"""Figures between bounds, beside numpy's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workforce.survey.analysis.bounds import Bounds, spread

_RANGES = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    min_size=1,
)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=60))
def test_figures_known_exactly_are_numpys(values: list[int]) -> None:
    found = spread(values, values)
    assert found is not None
    told = [
        found.lower_quartile.low,
        found.median.low,
        found.upper_quartile.low,
        found.mean.low,
        found.total.low,
    ]
    wanted = [*np.quantile(values, (0.25, 0.5, 0.75)), np.mean(values), sum(values)]
    assert told == pytest.approx(wanted)
    assert all(one.exact for one in (found.median, found.mean, found.total)) and found.ranges == 0


@given(_RANGES, st.randoms(use_true_random=False))
def test_whatever_the_true_figures_are_they_lie_within_the_bounds(
    ranges: list[tuple[int, int]], chance
) -> None:
    found = spread([low for low, _ in ranges], [high for _, high in ranges])
    true = [chance.randint(low, high) for low, high in ranges]
    assert found is not None
    for bounds, at in ((found.lower_quartile, 0.25), (found.median, 0.5), (found.upper_quartile, 0.75)):
        assert bounds.low - 1e-9 <= np.quantile(true, at) <= bounds.high + 1e-9
    assert found.mean.low - 1e-9 <= np.mean(true) <= found.mean.high + 1e-9
    assert found.ranges == sum(low != high for low, high in ranges)


def test_nobody_has_no_spread() -> None:
    assert spread([], []) is None


def test_a_cell_is_a_figure_or_words() -> None:
    assert [Bounds(12, 12).cell(), Bounds(12.5, 12.5).cell(), Bounds(10, 37.5).cell()] == [
        12,
        12.5,
        "10 to 37.5",
    ]
    assert Bounds(1000, 2000).cell() == "1,000 to 2,000"
    assert Bounds(1 / 3, 1 / 3).times(100).cell() == 33.3
