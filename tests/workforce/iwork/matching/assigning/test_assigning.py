"""The best assignment: against every possible one where there are few, and against scipy's other solver on many."""

import itertools
import random
from collections.abc import Iterator

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import milp
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

from workforce.iwork.matching.assigning.assigning import NO_POST, PinTrouble, assign
from workforce.iwork.matching.assigning.ties import ties

Case = tuple[np.ndarray, np.ndarray, np.ndarray]


@st.composite
def small_cases(draw: st.DrawFn) -> Case:
    people, posts = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    most = draw(st.sampled_from([1, 3, 1000]))
    cells = st.lists(st.integers(0, most), min_size=people * posts, max_size=people * posts)
    flags = st.lists(st.booleans(), min_size=people * posts, max_size=people * posts)
    places = draw(st.lists(st.integers(0, 3), min_size=posts, max_size=posts))
    return (
        np.array(draw(cells)).reshape(people, posts),
        np.array(draw(flags)).reshape(people, posts),
        np.array(places),
    )


def every(fits: np.ndarray, places: np.ndarray, fixed: dict[int, int]) -> Iterator[tuple[int, ...]]:
    """Every assignment there is, one after another."""
    people, posts = fits.shape
    choices = [
        [fixed[one]] if one in fixed else [NO_POST, *(p for p in range(posts) if fits[one, p])]
        for one in range(people)
    ]
    for post_of in itertools.product(*choices):
        if all(post_of.count(post) <= places[post] for post in range(posts)):
            yield post_of


def goodness(post_of: tuple[int, ...], scores: np.ndarray) -> tuple[int, int]:
    pairs = [(person, post) for person, post in enumerate(post_of) if post != NO_POST]
    return len(pairs), int(sum(scores[pair] for pair in pairs))


@given(small_cases())
def test_no_possible_assignment_is_better(case: Case) -> None:
    scores, fits, places = case
    found = assign(scores, fits, places)
    assert found.post_of in set(every(fits, places, {}))
    assert (found.placed, found.score) == max(goodness(one, scores) for one in every(fits, places, {}))


@given(small_cases())
def test_the_ties_are_those_of_all_equally_good_assignments(case: Case) -> None:
    scores, fits, places = case
    found = assign(scores, fits, places)
    best = (found.placed, found.score)
    wanted: dict[int, set[int]] = {}
    for other in every(fits, places, {}):
        if goodness(other, scores) == best:
            for person, post in enumerate(other):
                if post != found.post_of[person]:
                    wanted.setdefault(person, set()).add(post)
    told = ties(found, scores, fits, places)
    assert {person: set(posts) for person, posts in told.items()} == wanted


@given(small_cases(), st.data())
def test_pins_are_kept_and_bans_too(case: Case, data: st.DataObject) -> None:
    scores, fits, places = case
    pair = st.tuples(st.integers(0, fits.shape[0] - 1), st.integers(0, fits.shape[1] - 1))
    pins, bans = data.draw(st.lists(pair, max_size=3)), data.draw(st.lists(pair, max_size=3))
    found = assign(scores, fits, places, pins, bans)
    fixed = dict(found.pinned)
    allowed = fits.copy()
    for banned in bans:
        allowed[banned] = False
    ways = list(every(allowed, places, fixed))
    assert found.post_of in ways
    assert (found.placed, found.score) == max(goodness(one, scores) for one in ways)
    told = ties(found, scores, fits, places, bans)
    equal = [one for one in ways if goodness(one, scores) == (found.placed, found.score)]
    assert told == {
        person: tuple(sorted(others, key=lambda post: (post == NO_POST, post)))
        for person in range(len(fits))
        if (others := {one[person] for one in equal} - {found.post_of[person]})
    }
    unheld = [told_pin for told_pin, trouble in found.troubles if not trouble.is_held]
    assert sorted([*found.pinned, *unheld]) == sorted(set(pins))


def test_what_is_wrong_with_a_pin_is_told() -> None:
    scores, fits = np.full((4, 2), 500), np.array([[1, 0], [1, 1], [1, 1], [1, 1]], dtype=bool)
    found = assign(
        scores, fits, np.array([1, 1]), pins=[(0, 1), (0, 0), (1, 1), (2, 0), (3, 0)], bans=[(3, 0)]
    )
    assert found.post_of == (1, NO_POST, 0, NO_POST)
    assert found.pinned == ((0, 1), (2, 0))
    assert found.troubles == (
        ((0, 1), PinTrouble.DOES_NOT_FIT),
        ((0, 0), PinTrouble.PINNED_TWICE),
        ((1, 1), PinTrouble.NO_PLACE),
        ((3, 0), PinTrouble.BANNED),
    )


def test_one_more_person_counts_more_than_any_score() -> None:
    scores = np.array([[1000, 0], [1000, 1000]])
    fits = np.array([[True, False], [True, True]])
    assert assign(scores, fits, np.array([1, 1])).post_of == (0, 1)
    greedy = np.array([[0, 1000], [0, 0]])
    assert assign(greedy, np.array([[True, True], [False, True]]), np.array([1, 1])).post_of == (0, 1)


def test_nobody_or_no_post_is_no_assignment() -> None:
    assert assign(np.zeros((0, 3), int), np.zeros((0, 3), bool), np.array([1, 1, 1])).post_of == ()
    assert assign(np.zeros((2, 0), int), np.zeros((2, 0), bool), np.zeros(0, int)).post_of == (
        NO_POST,
        NO_POST,
    )


def test_a_thousand_instances_come_to_the_optimum_that_scipy_finds_in_another_way() -> None:
    """The most that can be placed by Hopcroft and Karp; the highest sum by a sparse solver that has places to spare."""
    chance = random.Random(7)
    for _ in range(1000):
        scores, fits, places = _random_case(chance)
        found = assign(scores, fits, places)
        assert (found.placed, found.score) == _by_scipy(scores, fits, places)


def test_larger_instances_come_to_the_optimum_of_a_linear_programme() -> None:
    chance = random.Random(11)
    for _ in range(10):
        scores, fits, places = _random_case(chance, most=25)
        found = assign(scores, fits, places)
        assert (found.placed, found.score) == _by_programme(scores, fits, places)


def _random_case(chance: random.Random, most: int = 12) -> Case:
    people, posts = chance.randint(1, most), chance.randint(1, most)
    dense, top = chance.choice([0.1, 0.4, 0.9]), chance.choice([2, 100, 1000])
    scores = np.array([[chance.randint(0, top) for _ in range(posts)] for _ in range(people)])
    fits = np.array([[chance.random() < dense for _ in range(posts)] for _ in range(people)])
    return scores, fits, np.array([chance.randint(0, 3) for _ in range(posts)])


def _by_scipy(scores: np.ndarray, fits: np.ndarray, places: np.ndarray) -> tuple[int, int]:
    columns = np.repeat(np.arange(len(places)), places)
    may, worth = fits[:, columns], scores[:, columns]
    if not may.size:
        return 0, 0
    placed = int((maximum_bipartite_matching(csr_array(may), perm_type="column") >= 0).sum())
    people = len(fits)
    cost = np.concatenate(
        [np.where(may, 2_000_000 - worth, 0), 9_000_000 * np.eye(people, dtype=int)], axis=1
    )
    rows, found = min_weight_full_bipartite_matching(csr_array(cost.astype(float)))
    real = found < len(columns)
    return placed, int(worth[rows[real], found[real]].sum())


def _by_programme(scores: np.ndarray, fits: np.ndarray, places: np.ndarray) -> tuple[int, int]:
    from scipy.optimize import Bounds, LinearConstraint

    people, posts = fits.shape
    worth = np.where(fits, scores + 100_000, 0).ravel().astype(float)
    by_person = np.kron(np.eye(people), np.ones(posts))
    by_post = np.kron(np.ones(people), np.eye(posts))
    solved = milp(
        -worth,
        constraints=[LinearConstraint(by_person, ub=1), LinearConstraint(by_post, ub=places)],
        bounds=Bounds(0, fits.ravel().astype(float)),
        integrality=np.ones(people * posts),
    )
    total = round(-solved.fun)
    return divmod(total, 100_000)
