"""Intervals for a share and for the difference of two: Wilson's and Newcombe's."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from resources.statistics.shares import Share


@dataclass(frozen=True)
class Interval:
    """A range from `low` to `high`, both from 0 to 1 (from -1 to 1 for a difference)."""

    low: float
    high: float


def _standard_score(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(
    successes: int, base: int, *, population: int | None = None, confidence: float = 0.95
) -> Interval | None:
    """Wilson's interval; None of nobody.

    Where the population is known and not much larger than the base, the interval is narrower (finite-population
    correction); everybody asked leaves no interval at all.
    """
    if not base:
        return None
    observed = successes / base
    if population is not None and population <= base:
        return Interval(observed, observed)
    effective = base if population is None else base * (population - 1) / (population - base)
    z2 = _standard_score(confidence) ** 2
    middle = (observed + z2 / (2 * effective)) / (1 + z2 / effective)
    reach = sqrt(z2 * (observed * (1 - observed) / effective + z2 / (4 * effective**2))) / (
        1 + z2 / effective
    )
    low = 0.0 if successes == 0 else max(0.0, middle - reach)
    return Interval(low, 1.0 if successes == base else min(1.0, middle + reach))


def difference(before: Share, after: Share, *, confidence: float = 0.95) -> Interval | None:
    """Newcombe's interval for the change in a share, made from both Wilson intervals."""
    ranges = (
        wilson(before.count, before.base, confidence=confidence),
        wilson(after.count, after.base, confidence=confidence),
    )
    if ranges[0] is None or ranges[1] is None:
        return None
    old, new = before.count / before.base, after.count / after.base
    down = sqrt((new - ranges[1].low) ** 2 + (ranges[0].high - old) ** 2)
    up = sqrt((ranges[1].high - new) ** 2 + (old - ranges[0].low) ** 2)
    return Interval(new - old - down, new - old + up)
