from fractions import Fraction
from random import Random

import numpy as np
import pytest

from awards.judging.scheme import Scale, Scheme, judge_mean
from awards.results.scoring import (
    Marks,
    Summary,
    criterion_means,
    heaviest_mean,
    how_computed,
    left_out,
    summarise,
)

CARE, LEAD, EXTRA = (
    Scale("care", "Care", 20, 100, 500),
    Scale("lead", "Leadership", 10, 100, 500),
    Scale("extra", "Going further", 10, 100, 500, required=False),
)
SCHEME = Scheme((CARE, LEAD, EXTRA))


def test_a_criterion_that_need_not_be_scored_leaves_its_weight_to_the_others() -> None:
    assert judge_mean(SCHEME, {"care": 400, "lead": 300}) == Fraction(1100, 3)
    assert left_out(SCHEME, {"care": 400, "lead": 300}) == ("Going further",)
    assert "Going further need not be scored" in how_computed(SCHEME)


def test_different_scales_are_brought_onto_the_widest() -> None:
    scheme = Scheme((Scale("a", "A", 10, 100, 500), Scale("b", "B", 10, 0, 1000)))
    assert scheme.common == (0, 1000)
    # 3 of 1 to 5 is half way up: 5 of 0 to 10
    assert judge_mean(scheme, {"a": 300, "b": 700}) == 600
    assert "widest" in how_computed(scheme)
    assert "widest" not in how_computed(SCHEME)


def test_abstentions_are_not_nought() -> None:
    found = summarise(
        Scheme((CARE,)),
        [
            Marks("1", "ada", {"care": 400}),
            Marks("2", "ada", {"care": 100}, stands=False),
            Marks("3", "ada", {"care": 500}),
            Marks("1", "ben", {}),
        ],
    )
    assert found["ada"].number == 2
    assert found["ada"].mean == 450
    assert found["ben"].number == 0
    assert found["ben"].mean is found["ben"].median is found["ben"].spread is found["ben"].ends is None


def test_one_score_has_no_spread() -> None:
    assert Summary({"1": Fraction(400)}).spread is None


def test_figures_are_those_of_numpy() -> None:
    rnd = Random(6)
    scales = tuple(Scale(str(n), str(n), rnd.randint(1, 40), 0, 1000) for n in range(5))
    marks = [
        Marks(str(judge), str(nominee), {one.key: 50 * rnd.randint(0, 20) for one in scales})
        for nominee in range(40)
        for judge in range(7)
        if rnd.random() < 0.7
    ]
    weights = np.array([one.weight for one in scales], dtype=float)
    for nominee, found in summarise(Scheme(scales), marks).items():
        each = [
            np.average([one.points[s.key] for s in scales], weights=weights)
            for one in marks
            if one.nominee == nominee
        ]
        assert found.mean is not None and found.median is not None
        assert float(found.mean) == pytest.approx(np.mean(each))
        assert float(found.median) == pytest.approx(np.median(each))
        if len(each) > 1:
            assert found.spread == pytest.approx(np.std(each, ddof=1))
        assert found.ends is not None
        assert [float(end) for end in found.ends] == pytest.approx([min(each), max(each)])


def test_the_mean_of_each_criterion_is_over_finished_judges() -> None:
    marks = [
        Marks("1", "ada", {"care": 400, "lead": 300, "extra": 500}),
        Marks("2", "ada", {"care": 300, "lead": 500}),
        Marks("3", "ada", {"care": 100}),
    ]
    assert criterion_means(SCHEME, marks) == {"care": 350, "lead": 400, "extra": 500}
    assert heaviest_mean(SCHEME, marks) == Fraction(350 - 100, 400)


def test_several_heaviest_criteria_share() -> None:
    scheme = Scheme((Scale("a", "A", 20, 0, 1000), Scale("b", "B", 20, 0, 500), Scale("c", "C", 10, 0, 1000)))
    assert heaviest_mean(scheme, [Marks("1", "ada", {"a": 500, "b": 500, "c": 0})]) == Fraction(3, 4)
    assert heaviest_mean(scheme, []) is None
