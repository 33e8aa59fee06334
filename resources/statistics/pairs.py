"""Tests of those who answered twice: how many went up and how many down, of whom chance would send half each way."""

from math import exp, lgamma, log, sqrt

from resources.statistics.intervals import Interval, standard_score

_HALVINGS = 80


def sign_test(up: int, down: int) -> float:
    """The two-sided mid-p of the sign test: of those who moved, as many up as chance would have it?

    Mid-p counts half of what was found itself. The exact test is too cautious with few who moved; mid-p keeps close to
    the 5% that is said (Fagerland and others, 2013).
    """
    moved, fewer = up + down, min(up, down)
    if up == down:
        return 1.0
    return min(1.0, 2 * (sum(_chance(one, moved) for one in range(fewer)) + _chance(fewer, moved) / 2))


def _chance(of: int, moved: int) -> float:
    return exp(lgamma(moved + 1) - lgamma(of + 1) - lgamma(moved - of + 1) - moved * log(2))


def mcnemar(up: int, down: int) -> float:
    """McNemar's exact test, mid-p, for a yes or no asked twice: the sign test of those who changed their answer."""
    return sign_test(up, down)


def paired_difference(up: int, down: int, pairs: int, *, confidence: float = 0.95) -> Interval | None:
    """Tango's score interval for the change in a share among pairs; None of nobody.

    Unlike the test it takes into account that how many changed their answer is chance too.
    """
    if not pairs:
        return None
    score = standard_score(confidence)
    observed = (up - down) / pairs
    return Interval(_end(up, down, pairs, score, observed, -1.0), _end(up, down, pairs, score, observed, 1.0))


def _end(up: int, down: int, pairs: int, score: float, inside: float, outside: float) -> float:
    """The furthest difference that the score does not rule out, between one that is inside and the last there is."""
    if _fits(outside, up, down, pairs, score):
        return outside
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if _fits(middle, up, down, pairs, score) else (inside, middle)
    return (inside + outside) / 2


def _fits(change: float, up: int, down: int, pairs: int, score: float) -> bool:
    """Whether what was found is within the score's reach if the true change were this."""
    linear = (2 * pairs - up + down) * change - up - down
    constant = -down * change * (1 - change)
    # The most likely share that goes down, given this change.
    downward = (sqrt(max(0.0, linear**2 - 8 * pairs * constant)) - linear) / (4 * pairs)
    variance = pairs * (2 * downward + change * (1 - change))
    return (up - down - pairs * change) ** 2 <= score**2 * max(variance, 0.0)
