"""Raking, beside iterative proportional fitting of the table itself with numpy."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resources.problem import Problem
from workforce.survey.analysis.raking import Dimension, Raking, rake

KIND, DISTRICT = ("nursing", "home care", "residential"), ("Ashfield", "Mansfield")


def _dimension(name: str, groups: list[str], population: dict[str, int]) -> Dimension:
    return Dimension(name, dict(enumerate(groups, 1)), population)


def _fitted(counts: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The table of sums of weights, fitted to both margins."""
    table = counts.astype(float)
    for _ in range(2_000):
        table = table * (rows / table.sum(axis=1))[:, None]
        off = np.abs(table.sum(axis=0) - columns).max()
        table = table * (columns / table.sum(axis=0))[None, :]
        if off < 1e-12:
            break
    return table


def test_by_one_margin_each_weight_is_population_over_answers() -> None:
    found = rake((_dimension("kind", ["a"] * 30 + ["b"] * 10, {"a": 100, "b": 100}),))
    assert (found.weights[1], found.weights[40]) == (pytest.approx(2 / 3), pytest.approx(2))
    assert found.effective_base == pytest.approx(40**2 / (30 * (2 / 3) ** 2 + 10 * 4))
    assert (found.converged, found.capped, found.warnings) == (True, 0, ())


def test_answers_in_the_population_s_own_shares_keep_the_weight_of_one() -> None:
    found = rake((_dimension("kind", ["a"] * 30 + ["b"] * 10, {"a": 300, "b": 100}),))
    assert set(found.weights.values()) == {1.0}
    assert found.effective_base == 40


@given(
    st.lists(st.tuples(st.sampled_from(KIND), st.sampled_from(DISTRICT)), min_size=6, max_size=80),
    st.tuples(*[st.integers(5, 60)] * 3),
    st.integers(20, 80),
)
def test_two_margins_are_fitted_as_numpy_fits_the_table(
    answered: list[tuple[str, str]], kinds: tuple[int, ...], first: int
) -> None:
    counts = np.array([[answered.count((kind, district)) for district in DISTRICT] for kind in KIND])
    assume((counts > 0).all())
    share = first / 100
    districts = {DISTRICT[0]: first, DISTRICT[1]: 100 - first}
    margins = (
        _dimension("kind", [kind for kind, _ in answered], dict(zip(KIND, kinds, strict=True))),
        _dimension("district", [district for _, district in answered], districts),
    )
    found = rake(margins, cap=1e9)
    size = len(answered)
    wanted = _fitted(counts, np.array(kinds) / sum(kinds) * size, np.array([share, 1 - share]) * size)
    for at, (kind, district) in enumerate(answered, 1):
        place = KIND.index(kind), DISTRICT.index(district)
        assert found.weights[at] == pytest.approx(wanted[place] / counts[place], rel=1e-5)


@given(
    st.lists(st.sampled_from(KIND), min_size=3, max_size=200),
    st.tuples(*[st.integers(0, 500)] * 3),
    st.floats(1.5, 8),
)
def test_weights_average_one_and_reproduce_the_margin_unless_held(
    answered: list[str], kinds: tuple[int, ...], cap: float
) -> None:
    population = {kind: count for kind, count in zip(KIND, kinds, strict=True) if kind in answered}
    assume(sum(population.values()) and all(population.values()))
    found = rake((_dimension("kind", answered, population),), cap=cap)
    assert np.mean(list(found.weights.values())) == pytest.approx(1)
    assert found.effective_base <= len(answered) + 1e-6
    if found.capped:
        assert any("held at" in one for one in found.warnings)
    else:
        assert _shares(found, answered) == pytest.approx(
            {kind: count / sum(population.values()) for kind, count in population.items()}
        )


def _shares(found: Raking, answered: list[str]) -> dict[str, float]:
    sums: Counter[str] = Counter()
    for number, kind in enumerate(answered, 1):
        sums[kind] += found.weights[number]
    return {kind: total / len(answered) for kind, total in sums.items()}


def test_no_weight_goes_over_the_cap_and_the_shares_that_are_off_are_said() -> None:
    found = rake((_dimension("kind", ["a"] * 39 + ["b"], {"a": 50, "b": 50}),), cap=5)
    assert found.capped == 1 and found.weights[40] == pytest.approx(5)
    assert found.weights[1] == pytest.approx(35 / 39)
    assert found.warnings[0] == "1 response was held at 5 times the average weight."
    assert "percentage points off" in found.warnings[1]
    assert found.rounds < 100


def test_a_group_of_which_nobody_answered_is_refused_by_name() -> None:
    with pytest.raises(Problem, match=r"by kind, because nobody answered of home care \(12 invited\)"):
        rake((_dimension("kind", ["nursing"] * 5, {"nursing": 20, "home care": 12, "other": 0}),))


def test_a_response_of_no_known_group_counts_as_one() -> None:
    found = rake((_dimension("kind", ["a", "a", "b", "unknown"], {"a": 10, "b": 10}),))
    assert found.weights == pytest.approx({1: 0.75, 2: 0.75, 3: 1.5, 4: 1})
    assert found.warnings == ("1 response is of no group of the population; each counts as one.",)
