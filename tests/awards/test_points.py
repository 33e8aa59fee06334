"""Points and weights are read and written as people write them."""

import pytest

from awards.points import points_words, read_points, read_weight, weight_words
from resources.problem import Problem


@pytest.mark.parametrize(
    ("text", "points"), [("7", 700), (" 7.5 ", 750), ("7.25", 725), ("0", 0), ("1000", 100_000)]
)
def test_points_are_hundredths(text: str, points: int) -> None:
    assert read_points(text) == points
    assert read_points(points_words(points)) == points


@pytest.mark.parametrize("text", ["", "seven", "7,5", "-1", "7.255", "nan", "inf", "1001", "1e9999"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="such as 7"):
        read_points(text)


def test_weights_are_tenths() -> None:
    assert [read_weight(text) for text in ("1", "1.5", "0.1")] == [10, 15, 1]
    assert [weight_words(weight) for weight in (10, 15, 100)] == ["1", "1.5", "10"]
    with pytest.raises(Problem, match="weight"):
        read_weight("1.25")
