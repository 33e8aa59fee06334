"""What one judge’s scores come to."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from awards.judging.scheme import Scale, Scheme, judge_mean

CARE, LEAD, EXTRA = (
    Scale("care", "Care", 20, 100, 500),
    Scale("lead", "Leadership", 10, 100, 500),
    Scale("extra", "Going further", 10, 100, 500, required=False),
)
SCHEME = Scheme((CARE, LEAD, EXTRA))


def test_a_judges_score_is_the_mean_by_weight() -> None:
    # (2 × 4 + 1 × 3 + 1 × 5) / 4
    assert judge_mean(SCHEME, {"care": 400, "lead": 300, "extra": 500}) == 400


def test_while_one_that_must_be_scored_is_empty_there_is_no_score() -> None:
    assert judge_mean(SCHEME, {"care": 400, "extra": 500}) is None


def test_nought_is_a_score_and_nothing_is_none() -> None:
    from_nought = Scheme((Scale("a", "A", 10, 0, 1000), Scale("b", "B", 10, 0, 1000)))
    assert judge_mean(from_nought, {"a": 0, "b": 0}) == 0
    assert judge_mean(from_nought, {}) is None


def test_criteria_that_do_not_count_and_weights_of_nought_have_no_part_in_it() -> None:
    scheme = Scheme((CARE, Scale("note", "Note", 50, 100, 500, counts=False), Scale("z", "Z", 0, 100, 500)))
    assert judge_mean(scheme, {"care": 300}) == 300
    assert judge_mean(Scheme((Scale("z", "Z", 0, 100, 500),)), {"z": 300}) is None


def test_a_moved_weight_keeps_the_others() -> None:
    moved = SCHEME.with_weight("lead", Fraction(11, 10))
    assert [one.weight for one in moved.scales] == [200, 110, 100]
    assert SCHEME.from_share(SCHEME.share(Fraction(333))) == 333


_POINTS = st.lists(st.integers(0, 20), min_size=3, max_size=3)


@given(_POINTS, st.lists(st.integers(1, 90), min_size=3, max_size=3), st.integers(1, 9))
def test_only_the_ratio_of_weights_matters(points: list[int], weights: list[int], times: int) -> None:
    def mean(factor: int) -> Fraction | None:
        scales = tuple(Scale(str(n), str(n), weight * factor, 0, 1000) for n, weight in enumerate(weights))
        return judge_mean(Scheme(scales), {str(n): 50 * point for n, point in enumerate(points)})

    found = mean(1)
    assert found == mean(times)
    assert found is not None and min(points) * 50 <= found <= max(points) * 50
