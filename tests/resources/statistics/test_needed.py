import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, norm

from resources.statistics import (
    Needed,
    answers_needed,
    difference_p,
    pairs_needed,
    share,
    sign_test,
    smallest_change_seen,
)


def test_a_change_of_ten_points_from_a_half_takes_388_answers_each_time():
    assert answers_needed(10) == Needed(10, 388, 391)
    assert answers_needed(20).per_wave == 93
    assert (
        answers_needed(10, 0.9).per_wave == 199
    )  # up or down, whichever takes more: here only 80% needs as many


def test_a_population_may_be_too_small_to_see_it():
    found = answers_needed(10, population=352)
    assert (found.per_wave, found.of_population, found.can_be_reached) == (388, 185, False)
    assert found.smallest_seen == 11
    assert answers_needed(10, population=10_000).can_be_reached
    assert answers_needed(10, population=0).of_population == 0


@given(st.integers(1, 60), st.floats(0, 1))
def test_it_is_the_textbook_formula_in_whichever_direction_takes_more(points, before):
    both = (round(before + points / 100, 12), round(before - points / 100, 12))
    ends = [one for one in both if 0 <= one <= 1]
    if not ends:
        with pytest.raises(ValueError, match="no share is"):
            answers_needed(points, before)
        return
    sizes = []
    for after in ends:
        middle, z = (before + after) / 2, norm.ppf([0.975, 0.8])
        reach = z[0] * (2 * middle * (1 - middle)) ** 0.5
        reach += z[1] * (before * (1 - before) + after * (1 - after)) ** 0.5
        sizes.append((reach / (after - before)) ** 2)
    assert answers_needed(points, before).per_wave == pytest.approx(max(sizes), abs=1.001)


def _power(before, after, size):
    """How often the verdict is clear, adding up every pair of counts that could come."""
    found = 0.0
    for count, chance in enumerate(binom.pmf(range(size + 1), size, before)):
        if chance < 1e-7:
            continue
        for later, later_chance in enumerate(binom.pmf(range(size + 1), size, after)):
            if later_chance > 1e-7 and difference_p(share(count, size), share(later, size)) < 0.05:
                found += chance * later_chance
    return found


def test_so_many_answers_do_see_it_four_times_in_five():
    size = answers_needed(30, 0.3).per_wave
    assert 0.77 < min(_power(0.3, 0.6, size), _power(0.3, 0.0001, size)) < 0.87


def test_so_many_pairs_do_see_it_four_times_in_five():
    """Of 100 pairs in which 30% change their answer, 25% up and 5% down."""
    pairs = pairs_needed(20, 0.30)
    found = 0.0
    for moved, chance in enumerate(binom.pmf(range(pairs + 1), pairs, 0.30)):
        for up, up_chance in enumerate(binom.pmf(range(moved + 1), moved, 0.25 / 0.30)):
            found += chance * up_chance if sign_test(up, moved - up) < 0.05 else 0
    assert 0.75 < found < 0.88


def test_the_fewer_change_their_answer_the_fewer_pairs_are_needed():
    assert pairs_needed(10, 0.1) < pairs_needed(10, 0.2) < pairs_needed(10, 0.5)
    assert pairs_needed(10, 0.01) == pairs_needed(10, 0.1)  # at least those who make up the change
    with pytest.raises(ValueError, match="no points"):
        pairs_needed(0, 0.2)


@given(st.integers(5, 3000), st.sampled_from([0.1, 0.3, 0.5, 0.8]))
def test_the_smallest_change_seen_is_the_first_that_so_many_answers_suffice_for(answers, before):
    found = smallest_change_seen(answers, before)
    if found is not None:
        assert answers_needed(found, before).per_wave <= answers
        assert found == 1 or answers_needed(found - 1, before).per_wave > answers


def test_a_handful_of_answers_sees_nothing():
    assert smallest_change_seen(3) is None
