"""All pairs at once come to what is judged of each pair."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workforce.iwork.matching.assigning.many import RULES, many_people, many_posts
from tests.workforce.iwork.matching.pairs import RULES as SMALL_RULES
from tests.workforce.iwork.matching.pairs import persons, posts
from workforce.iwork.matching.arithmetic import reaches
from workforce.iwork.matching.assigning import shift_grid
from workforce.iwork.matching.assigning.arrays import NEVER, metres_at_most
from workforce.iwork.matching.assigning.matrix import Matrix, in_the_way, matrix
from workforce.iwork.matching.facts import MatchPerson, MatchPost, Rules, Speed, Way
from workforce.iwork.matching.judging import judge
from workforce.iwork.vocabulary import Factor, TravelMode

_WEIGHTS = st.fixed_dictionaries({factor: st.integers(0, 10) for factor in Factor})
_NAMED_PEOPLE = st.lists(persons(), max_size=4).map(
    lambda some: [replace(one, key=f"person {at}", number=at + 1) for at, one in enumerate(some)]
)
_NAMED_POSTS = st.lists(posts(), max_size=4).map(
    lambda some: [replace(one, key=f"post {at}", employer_id=f"home {at % 2}", number=at + 1)
                  for at, one in enumerate(some)]
)  # fmt: skip
_BANS = st.frozensets(
    st.tuples(
        st.sampled_from(["person 0", "person 2"]), st.sampled_from(["post 0", "post 3", "home 1", "gone"])
    )
)


def agrees(found: Matrix, rules: Rules) -> bool:
    judged = [[judge(person, post, rules) for post in found.posts] for person in found.people]
    assert found.fits.tolist() == [[one.fits for one in row] for row in judged]
    assert found.scores.tolist() == [[one.score for one in row] for row in judged]
    for kind, refused in in_the_way(found.people, found.posts, rules).items():
        assert refused.tolist() == [
            [kind in {finding.kind for finding in one.unmet} for one in row] for row in judged
        ]
    return True


@given(_NAMED_PEOPLE, _NAMED_POSTS, _WEIGHTS, _BANS)
def test_every_pair_is_as_it_is_judged(
    people: list[MatchPerson],
    jobs: list[MatchPost],
    weights: dict[Factor, int],
    bans: frozenset[tuple[str, str]],
) -> None:
    rules = replace(SMALL_RULES, weights=weights, bans=bans)
    assert agrees(matrix(people, jobs, rules), rules)


def test_a_hundred_and_fifty_people_and_forty_posts_are_as_each_pair_is_judged() -> None:
    chance = random.Random(3)
    found = matrix(many_people(150, chance), many_posts(40, chance), RULES)
    assert 0 < found.fits.sum() < found.fits.size
    assert agrees(found, RULES)


def test_nobody_and_nothing_make_an_empty_matrix() -> None:
    assert matrix([], [], RULES).fits.shape == (0, 0)
    assert matrix(many_people(2, random.Random(1)), [], RULES).scores.shape == (2, 0)


def test_a_closed_post_has_no_place() -> None:
    jobs = many_posts(3, random.Random(1))
    found = matrix([], [replace(jobs[0], open=False), replace(jobs[1], open=True, places=0), jobs[2]], RULES)
    assert found.places.tolist() == [0, 0, jobs[2].places]


@given(
    st.sampled_from([None, 1, 14, 30, 200]), st.sampled_from([None, 1, 33, 100]), st.integers(1, 700),
    st.integers(0, 40), st.integers(0, 100),
)  # fmt: skip
def test_the_longest_way_is_the_last_one_that_is_near_enough(
    minutes: int | None, tenths: int | None, an_hour: int, wait: int, detour: int
) -> None:
    way, speed = Way(TravelMode.BUS, minutes, tenths), Speed(an_hour, wait, detour)
    most = metres_at_most(way, speed)
    if most == NEVER:
        assert reaches(way, 1_000_000, speed)
    else:
        assert most < 0 or reaches(way, most, speed)
        assert not reaches(way, max(0, most + 1), speed)


def test_the_same_people_in_another_order_have_the_same_scores() -> None:
    chance = random.Random(5)
    people, jobs = many_people(130, chance), many_posts(10, chance)
    there = matrix(people, jobs, RULES)
    back = matrix(people[::-1], jobs[::-1], RULES)
    assert np.array_equal(there.scores, back.scores[::-1, ::-1])
    assert np.array_equal(there.fits, back.fits[::-1, ::-1])


@pytest.mark.parametrize("few", [0, 10])
def test_people_are_sorted_by_what_they_can_work_in_either_way(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift_grid, "_FEW", few)
    chance = random.Random(11)
    assert agrees(matrix(many_people(60, chance), many_posts(30, chance), RULES), RULES)
