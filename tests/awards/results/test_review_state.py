from fractions import Fraction

import pytest

from awards.results.review_state import review_state
from awards.vocabulary import ReviewState

UP, DOWN, MIDDLE = Fraction(2, 3), Fraction(1, 3), Fraction(1, 2)


@pytest.mark.parametrize(
    ("shares", "awaited", "state"),
    [
        ([], 3, ReviewState.NOT_STARTED),
        ([], 0, ReviewState.NOT_STARTED),
        ([UP], 2, ReviewState.IN_PROGRESS),
        ([UP, UP], 0, ReviewState.IN_PROGRESS),  # three are wanted
        ([UP, UP, UP], 0, ReviewState.POSITIVE),
        ([UP, UP, MIDDLE, MIDDLE], 0, ReviewState.POSITIVE),
        ([UP, MIDDLE, MIDDLE], 0, ReviewState.MIXED),
        ([UP, MIDDLE, DOWN], 0, ReviewState.CONFLICTING),
        ([DOWN, DOWN, MIDDLE], 0, ReviewState.NEGATIVE),
        ([DOWN, MIDDLE, MIDDLE], 0, ReviewState.MIXED),
        ([UP, UP, UP], 1, ReviewState.IN_PROGRESS),
    ],
)
def test_how_the_judges_stand(shares: list[Fraction], awaited: int, state: ReviewState) -> None:
    assert review_state(shares, awaited=awaited, wanted=3) is state
