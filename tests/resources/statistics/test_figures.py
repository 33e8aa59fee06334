"""Figures between bounds, beside numpy's."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.statistics import (
    Bounds,
    Quartiles,
    bounds,
    bounds_of,
    figure_of,
    quartiles,
    quartiles_of_ratios,
    spread,
)

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
    assert [float(one) for one in told] == pytest.approx(wanted)
    assert all(one.exact for one in (found.median, found.mean, found.total)) and found.ranges == 0


@given(_RANGES, st.randoms(use_true_random=False))
def test_whatever_the_true_figures_are_they_lie_within_the_bounds(
    ranges: list[tuple[int, int]], chance
) -> None:
    found = spread([low for low, _ in ranges], [high for _, high in ranges])
    true = [chance.randint(low, high) for low, high in ranges]
    assert found is not None
    for between, at in ((found.lower_quartile, 0.25), (found.median, 0.5), (found.upper_quartile, 0.75)):
        assert between.low - 1e-9 <= np.quantile(true, at) <= between.high + 1e-9
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
    assert bounds(Fraction(1, 3)).times(100).cell() == 33.3


def test_a_figure_is_printed_with_a_half_rounded_to_the_even_neighbour() -> None:
    assert [bounds("0.25").cell(), bounds("0.35").cell(), bounds("12.25", "12.35").ends()] == [
        0.2, 0.4, (12.2, 12.4),
    ]  # fmt: skip


def test_in_a_sentence_it_is_said_as_it_is_printed() -> None:
    assert [str(bounds(1200)), str(bounds(8, "2.5"))] == ["1,200", "2.5 to 8"]


def test_decimals_of_a_table_in_memory_are_the_figures_that_were_answered() -> None:
    assert figure_of(0.1) == Fraction(1, 10) and figure_of(12.0) == 12
    assert bounds_of(0.1, 0.3) == bounds("0.1", "0.3") and bounds_of(0.1, 0.3) is bounds_of(0.1, 0.3)
    assert spread([0.1] * 3, [0.1] * 3).total == bounds("0.3")  # type: ignore[union-attr]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=40))
def test_quartiles_are_those_of_numpy_and_exact(values: list[int]) -> None:
    found = quartiles([Fraction(value, 7) for value in values])
    expected = np.quantile(np.array(values) / 7, [0.25, 0.5, 0.75])
    assert [float(one) for one in (found.lower, found.median, found.upper)] == pytest.approx(list(expected))
    assert quartiles_of_ratios([(value, 7) for value in values]) == found
    assert quartiles([Fraction(1, 3), Fraction(2, 3)]) == Quartiles(
        Fraction(5, 12), Fraction(1, 2), Fraction(7, 12)
    )
