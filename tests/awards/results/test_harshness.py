"""Harshness held against numpy's least squares."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awards.results.harshness import (
    Harshness,
    JudgeEffect,
    NotJoined,
    effect_words,
    harshness,
    joined,
)


def _scores(seed: int, nominees: int = 20, judges: int = 5) -> dict[str, dict[str, Fraction]]:
    rnd = Random(seed)
    adds = [rnd.randint(-80, 80) for _ in range(judges)]
    return {
        f"n{one:03}": {
            f"j{judge:02}": Fraction(3000 + 100 * rnd.randint(0, 9) + adds[judge], rnd.choice((3, 4, 7)))
            for judge in rnd.sample(range(judges), rnd.randint(1, 3))
        }
        for one in range(nominees)
    }


def _by_numpy(scores: dict[str, dict[str, Fraction]]) -> dict[str, float]:
    judges = sorted({judge for of_nominee in scores.values() for judge in of_nominee})
    rows, values = [], []
    for place, of_nominee in enumerate(scores.values()):
        for judge, value in of_nominee.items():
            row = np.zeros(len(scores) + len(judges))
            row[place] = row[len(scores) + judges.index(judge)] = 1
            rows.append(row)
            values.append(float(value))
    found, *_ = np.linalg.lstsq(np.array(rows), np.array(values), rcond=None)
    added = found[len(scores) :]
    return dict(zip(judges, added - added.mean(), strict=True))


@pytest.mark.parametrize("seed", range(8))
def test_effects_are_those_of_numpys_least_squares(seed: int) -> None:
    scores = _scores(seed)
    found = harshness(scores)
    assert isinstance(found, Harshness)
    expected = _by_numpy(scores)
    for effect in found.effects:
        assert float(effect.added) == pytest.approx(expected[effect.judge], abs=1e-6)
    for nominee, of_nominee in scores.items():
        own = np.mean([float(value) - expected[judge] for judge, value in of_nominee.items()])
        assert float(found.adjusted[nominee]) == pytest.approx(own, abs=1e-6)
    assert sum(effect.added for effect in found.effects) == 0


@given(
    st.lists(st.integers(-100, 100), min_size=2, max_size=5),
    st.lists(st.integers(100, 900), min_size=2, max_size=8),
)
@settings(max_examples=40, deadline=None)
def test_where_scores_are_worth_and_addition_both_are_found(adds: list[int], worths: list[int]) -> None:
    scores = {
        str(one): {str(judge): Fraction(worth + add) for judge, add in enumerate(adds)}
        for one, worth in enumerate(worths)
    }
    found = harshness(scores)
    assert isinstance(found, Harshness)
    middle = Fraction(sum(adds), len(adds))
    assert [effect.added for effect in found.effects] == [add - middle for add in adds]
    assert found.adjusted == {str(one): worth + middle for one, worth in enumerate(worths)}


def test_a_nominee_of_the_harsh_judge_alone_is_lifted() -> None:
    scores = {
        "a": {"1": Fraction(400), "2": Fraction(300)},
        "b": {"1": Fraction(500), "2": Fraction(400)},
        "c": {"2": Fraction(350)},
    }
    found = harshness(scores)
    assert isinstance(found, Harshness)
    assert [(one.judge, one.added, one.scored, one.shared) for one in found.effects] == [
        ("1", 50, 2, 2),
        ("2", -50, 3, 2),
    ]
    assert found.adjusted["c"] == 400
    assert (found.free, found.rests_on_little) == (1, True)


def test_judges_who_share_nobody_are_not_compared() -> None:
    scores = {
        "a": {"1": Fraction(400), "2": Fraction(300)},
        "b": {"3": Fraction(500), "4": Fraction(400)},
        "c": {},
    }
    found = harshness(scores)
    assert found == NotJoined((("1", "2"), ("3", "4")))
    assert found.words({n: f"Judge {n}" for n in "1234"}) == (
        "Harshness cannot be told: these judges share no nominee with each other, directly or through others: "
        "Judge 1 and Judge 2; nor Judge 3 and Judge 4. Give a nominee of each to a judge of the other."
    )


def test_nominees_of_others_help_where_they_join_and_stay_out_where_they_do_not() -> None:
    scores = {
        "a": {"1": Fraction(400)},
        "b": {"2": Fraction(300)},
        "other category": {"1": Fraction(500), "2": Fraction(300)},
        "far away": {"3": Fraction(500), "4": Fraction(400)},
    }
    found = harshness(scores, among=("a", "b"))
    assert isinstance(found, Harshness)
    assert found.adjusted["a"] == 300
    assert found.adjusted["b"] == 400
    assert "far away" not in found.adjusted
    assert len(joined(scores)) == 2


def test_one_judge_alone_cannot_be_harsh() -> None:
    found = harshness({"a": {"1": Fraction(400)}})
    assert isinstance(found, NotJoined)
    assert "only one judge has scored here" in found.words({"1": "Judge 1"})
    assert isinstance(harshness({}), NotJoined)


def test_effects_in_words() -> None:
    lower = JudgeEffect("2", Fraction(-40), 18, 17)
    assert effect_words(lower, "Judge 2", "0.4 points") == (
        "Judge 2 scores 0.4 points lower than the mean of all judges on the same nominees (18 nominees, 17 of them "
        "shared with another judge)."
    )
    assert "higher" in effect_words(JudgeEffect("2", Fraction(40), 1, 1), "Judge 2", "0.4 points")
    assert "as the others do" in effect_words(JudgeEffect("2", Fraction(0), 1, 1), "Judge 2", "0 points")
