"""Intervals for a share and for the difference of two: Wilson's and Newcombe's."""

from dataclasses import dataclass
from math import erfc, sqrt
from statistics import NormalDist

from resources.statistics.shares import Share


@dataclass(frozen=True)
class Interval:
    """A range from `low` to `high`, both from 0 to 1 (from -1 to 1 for a difference)."""

    low: float
    high: float


def standard_score(confidence: float) -> float:
    """How many standard errors an interval of this confidence reaches to each side: 1.96 for 95%."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def two_sided_p(score: float) -> float:
    """How often chance alone goes as far as this score, to either side."""
    return erfc(abs(score) / sqrt(2))


def wilson(
    successes: int, base: int, *, population: int | None = None, confidence: float = 0.95
) -> Interval | None:
    """Wilson's interval; None of nobody.

    Where the population is known and not much larger than the base, the interval is narrower (finite-population
    correction); everybody asked leaves no interval at all.
    """
    if not base:
        return None
    return _wilson(successes, base, standard_score(confidence), population)


def _wilson(successes: int, base: int, score: float, population: int | None = None) -> Interval:
    observed = successes / base
    if population is not None and population <= base:
        return Interval(observed, observed)
    effective = base if population is None else base * (population - 1) / (population - base)
    z2 = score**2
    middle = (observed + z2 / (2 * effective)) / (1 + z2 / effective)
    reach = sqrt(z2 * (observed * (1 - observed) / effective + z2 / (4 * effective**2))) / (
        1 + z2 / effective
    )
    low = 0.0 if successes == 0 else max(0.0, middle - reach)
    return Interval(low, 1.0 if successes == base else min(1.0, middle + reach))


def difference(before: Share, after: Share, *, confidence: float = 0.95) -> Interval | None:
    """Newcombe's interval for the change in a share, made from both Wilson intervals; None of nobody.

    It is never narrowed for a small population: two populations are hardly ever quite alike, and whether what lies
    behind them changed is asked of more than those who were there on two days (Cochran, Sampling Techniques, 2.14).
    """
    if not before.base or not after.base:
        return None
    return _newcombe(before, after, standard_score(confidence))


def _newcombe(before: Share, after: Share, score: float) -> Interval:
    was, is_now = _wilson(before.count, before.base, score), _wilson(after.count, after.base, score)
    old, new = before.count / before.base, after.count / after.base
    down = sqrt((new - is_now.low) ** 2 + (was.high - old) ** 2)
    up = sqrt((is_now.high - new) ** 2 + (old - was.low) ** 2)
    return Interval(new - old - down, new - old + up)


_FURTHEST_SCORE = 60.0
_HALVINGS = 80


def difference_p(before: Share, after: Share) -> float | None:
    """One less the confidence at which Newcombe's interval first takes in no change; None of nobody.

    So it is below 5% just where the 95% interval leaves out no change.
    """
    if not before.base or not after.base:
        return None
    if before.value == after.value:
        return 1.0
    near, far = 0.0, _FURTHEST_SCORE
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        found = _newcombe(before, after, middle)
        near, far = (near, middle) if found.low <= 0 <= found.high else (middle, far)
    return two_sided_p((near + far) / 2)
