"""How the judges together stand to a nominee, in a word.

A judge speaks for a nominee with a score in the upper third of the scale, against with one in the lower third.
"""

from collections.abc import Iterable
from fractions import Fraction

from awards.vocabulary import ReviewState

FOR, AGAINST = Fraction(2, 3), Fraction(1, 3)

HOW = (
    "Positive: at least half of the judges score in the upper third of the scale and nobody in the lower; negative the "
    "other way about; conflicting: some in the upper and some in the lower; mixed: anything else."
)


def review_state(shares: Iterable[Fraction], *, awaited: int, wanted: int) -> ReviewState:
    """Of the judges' scores, each from 0 to 1 up the scale. `awaited` judges have not finished; `wanted` are needed."""
    given = list(shares)
    if not given:
        return ReviewState.NOT_STARTED
    if awaited or len(given) < wanted:
        return ReviewState.IN_PROGRESS
    speak_for = sum(one >= FOR for one in given)
    against = sum(one <= AGAINST for one in given)
    if speak_for and against:
        return ReviewState.CONFLICTING
    if 2 * speak_for >= len(given):
        return ReviewState.POSITIVE
    return ReviewState.NEGATIVE if 2 * against >= len(given) else ReviewState.MIXED
