"""What may be told together: a reader who works out all that fits what is shown finds no small number.

Tried by brute force over every register of a few kinds of people, and with another solver (scipy's integer programmes)
over all kinds.
"""

import random
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from workforce.iwork.figures.counted import Counted, State, possible_states
from workforce.iwork.figures.safe_counts import BELOW, Told, linked_counts, safe_counts

C = Counted
IN_WORK = frozenset({C.THEN_REGISTER, C.REGISTER, C.WORK})


def people(*, looking: int = 0, fewer: int = 0, more: int = 0, lasting: int = 0) -> list[State]:
    """So many of each kind, all on the register before and now."""
    register = frozenset({C.THEN_REGISTER, C.REGISTER})
    return [
        *[register] * looking,
        *[IN_WORK | {C.FEWER}] * fewer,
        *[IN_WORK | {C.MORE}] * more,
        *[IN_WORK | {C.FEWER, C.WEEKS_13}] * lasting,
    ]


def test_numbers_of_five_and_more_are_told() -> None:
    told = safe_counts(people(looking=30, fewer=10, more=6, lasting=7))
    assert (told[C.REGISTER], told[C.WORK], told[C.FEWER], told[C.MORE], told[C.WEEKS_13]) == (
        53,
        23,
        17,
        6,
        7,
    )


def test_a_part_is_not_told_where_the_rest_is_small() -> None:
    told = safe_counts(people(looking=30, fewer=15, more=3))
    assert told[C.WORK] == 18 and told[C.MORE] is None and told[C.FEWER] is None, "18 less 15 is 3"
    told = safe_counts(people(looking=2, fewer=10, more=10))
    assert told[C.REGISTER] == 22 and told[C.WORK] is None, "two are not in work"


def test_weeks_are_not_told_where_those_who_are_not_there_yet_are_few() -> None:
    told = safe_counts(people(looking=30, fewer=2, lasting=13))
    assert told[C.WORK] == 15 and told[C.WEEKS_13] is None


def test_nobody_is_no_secret_and_what_is_hidden_for_another_reason_stays_so() -> None:
    told = safe_counts(people(looking=30, fewer=12))
    assert told[C.MORE] == 0 and told[C.FEWER] == 12
    assert safe_counts(people(looking=30, fewer=12), also=[C.WORK])[C.WORK] is None
    assert set(safe_counts([]).values()) == {0}


def test_that_nobody_of_a_hidden_few_works_longer_is_not_told_either() -> None:
    few = [IN_WORK | {C.FEWER, C.AUTISM, C.AUTISM_FEWER}] * 3
    told = safe_counts([*few, *people(looking=20, fewer=12)])
    assert told[C.AUTISM] is None and told[C.AUTISM_MORE] is None and told[C.AUTISM_FEWER] is None
    assert told[C.LD] == told[C.LD_MORE] == 0 and told[C.WEEKS_13] == 0, "that is of all in work"
    assert safe_counts(people(looking=4))[C.WORK] is None


def test_an_overlap_of_the_two_measures_is_not_given_away() -> None:
    both = IN_WORK | {C.FEWER, C.LD, C.LD_FEWER, C.AUTISM, C.AUTISM_FEWER}
    ld, autism = IN_WORK | {C.FEWER, C.LD, C.LD_FEWER}, IN_WORK | {C.FEWER, C.AUTISM, C.AUTISM_FEWER}
    told = safe_counts([*[both] * 3, *[ld] * 10, *[autism] * 6, *people(looking=20)])
    assert told[C.WORK] == 19, "of 19 in work 13 and 9 would leave 3 at least with both"
    assert told[C.LD] is None or told[C.AUTISM] is None or _most_with_both(told) >= BELOW


def _most_with_both(told: Told) -> int:
    return min(told[C.LD] or 0, told[C.AUTISM] or 0)


# --- brute force ------------------------------------------------------------------------------------------------

KINDS: tuple[tuple[State, ...], ...] = (
    (
        frozenset({C.THEN_REGISTER, C.REGISTER}), IN_WORK | {C.MORE}, IN_WORK | {C.FEWER},
        IN_WORK | {C.FEWER, C.WEEKS_13}, frozenset({C.REGISTER, C.REFERRED}),
    ),
    (
        frozenset({C.REGISTER}), IN_WORK | {C.LD}, IN_WORK | {C.AUTISM}, IN_WORK | {C.LD, C.AUTISM},
        frozenset({C.THEN_REGISTER}),
    ),
    (
        IN_WORK | {C.THEN_WORK}, frozenset({C.REGISTER, C.WORK, C.STARTED}), frozenset({C.THEN_REGISTER, C.THEN_WORK}),
        frozenset({C.THEN_REGISTER, C.THEN_WORK, C.REGISTER}), frozenset({C.REGISTER}),
    ),
    (
        IN_WORK, IN_WORK | {C.WEEKS_13}, IN_WORK | {C.WEEKS_13, C.WEEKS_26},
        IN_WORK | {C.WEEKS_13, C.WEEKS_26, C.WEEKS_52}, frozenset({C.REGISTER, C.THEN_REGISTER}),
    ),
)  # fmt: skip
MOST = 24


def _registers(kinds: int) -> np.ndarray:
    """Every register of up to so many people: how many there are of each kind."""
    bars = np.array(list(combinations(range(MOST + kinds), kinds)))
    return np.diff(bars, axis=1, prepend=-1) - 1


def _numbers(kinds: Sequence[State]) -> dict[Counted, np.ndarray]:
    return {
        one: np.array([one in kind for kind in kinds])
        for one in Counted
        if any(one in kind for kind in kinds)
    }


def _secrets(numbers: dict[Counted, np.ndarray]) -> list[np.ndarray]:
    found = list(numbers.values())
    for first, second in combinations(numbers.values(), 2):
        found += [first & second, first & ~second, second & ~first]
    return [one for one in found if one.any()]


@pytest.mark.parametrize("kinds", KINDS)
def test_whoever_tries_every_register_that_fits_finds_no_small_number(kinds: tuple[State, ...]) -> None:
    every, numbers, rng = _registers(len(kinds)), _numbers(kinds), random.Random(7)
    hidden_some = told_some = 0
    for _ in range(25):
        held = np.array([rng.choice((0, 1, 2, 3, 4, 5, 6)) for _ in kinds])
        if held.sum() > MOST - BELOW:
            continue
        told = safe_counts(
            [kind for kind, many in zip(kinds, held, strict=True) for _ in range(many)], among=kinds
        )
        fits = np.ones(len(every), dtype=bool)
        for one, mask in numbers.items():
            if told[one] is not None:
                fits &= every @ mask == told[one]
        worlds = every[fits]
        hidden_some += None in told.values()
        told_some += any(told.values())
        for mask in _secrets(numbers):
            if 1 <= held @ mask < BELOW:
                could = worlds @ mask
                assert could.max() >= BELOW and could.min() < could.max(), (told, mask)
    assert hidden_some and told_some, "both happened"


@pytest.mark.parametrize("seed", range(4))
def test_another_solver_finds_no_small_number_of_any_kind_of_people(seed: int) -> None:
    from scipy.optimize import Bounds, LinearConstraint, milp

    rng, every = random.Random(seed), possible_states()
    pool = {
        at_work: [one for one in every if C.REGISTER in one and (C.WORK in one) is at_work]
        for at_work in (True, False)
    }
    states = [rng.choice(pool[rng.random() < 0.35]) for _ in range(rng.choice((25, 60, 120)))]
    linked, sums = linked_counts(states, among=every)
    told, place = safe_counts(states), {name: at for at, name in enumerate(linked.parts)}

    def row(names: Sequence[str]) -> np.ndarray:
        made = np.zeros(len(place))
        made[[place[name] for name in names]] = 1
        return made

    shown = [one for one in sums if told[one] is not None]
    values = np.array([told[one] for one in shown], dtype=float)
    known = LinearConstraint(np.array([row(sums[one].plus) for one in shown]), values, values)
    secrets = [one for one in (*sums.values(), *linked.implied) if 1 <= one.value(linked.parts) < BELOW]
    assert secrets, "there is something to hide"
    for one in secrets:
        most = milp(
            -row(one.plus),
            constraints=known,
            integrality=np.ones(len(place)),
            bounds=Bounds(0, sum(linked.parts.values())),
        )
        assert most.success and -most.fun > BELOW - 0.5, one
