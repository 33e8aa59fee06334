"""How many answers it takes to see a change, and how small a change so many answers can see."""

from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

POWER, LEVEL = 0.8, 0.05


@dataclass(frozen=True)
class Needed:
    """Answers needed in each wave to see a change of `points`.

    `pairs` is how many would be needed of those who answer both times. With a `population`, `of_population` is how
    many would do if only those were meant who were there on the days of the two waves.
    """

    points: int
    per_wave: int
    pairs: int
    population: int | None = None
    of_population: int | None = None
    smallest_seen: int | None = None

    @property
    def can_be_reached(self) -> bool:
        """Whether the population has so many."""
        return self.population is None or self.per_wave <= self.population


def answers_needed(
    points: int = 10, base_share: float = 0.5, *, population: int | None = None, power: float = POWER
) -> Needed:
    """To see a change of so many points up or down from a share of 0 to 1, four times in five, at the 5% level.

    A half needs the most answers, so that it is safe where the share is not known.
    """
    shares = _changed(points, base_share)
    per_wave = max(_two_waves(base_share, one, power) for one in shares)
    pairs = max(pairs_needed(points, _changing(base_share, one), power=power) for one in shares)
    if population is None:
        return Needed(points, per_wave, pairs)
    corrected = ceil(per_wave / (1 + (per_wave - 1) / population)) if population else 0
    return Needed(
        points, per_wave, pairs, population, corrected, smallest_change_seen(population, base_share, power=power)
    )  # fmt: skip


def pairs_needed(points: int, changing: float, *, power: float = POWER) -> int:
    """How many who answer both times, where this share (0 to 1) changes its answer, one way or the other.

    The fewer change their answer, the fewer are needed; all must, at least, that make up the change.
    """
    if not points > 0:
        raise ValueError("a change of no points cannot be seen")
    change, changing = points / 100, max(changing, points / 100)
    spread = _score(1 - LEVEL / 2) * sqrt(changing) + _score(power) * sqrt(changing - change**2)
    return ceil((spread / change) ** 2)


def smallest_change_seen(per_wave: int, base_share: float = 0.5, *, power: float = POWER) -> int | None:
    """The fewest whole points that so many answers in each wave can see; None where not even the largest change."""
    possible = (points for points in range(1, 101) if _possible(points, base_share))
    return next(
        (
            points
            for points in possible
            if answers_needed(points, base_share, power=power).per_wave <= per_wave
        ),
        None,
    )


def _possible(points: int, share: float) -> bool:
    return any(0 <= one <= 1 for one in _ends(points, share))


def _ends(points: int, share: float) -> tuple[float, float]:
    return round(share + points / 100, 12), round(share - points / 100, 12)


def _changed(points: int, share: float) -> list[float]:
    if not 0 <= share <= 1 or points <= 0 or not _possible(points, share):
        raise ValueError(f"no share is {points} points from {share}")
    return [one for one in _ends(points, share) if 0 <= one <= 1]


def _two_waves(before: float, after: float, power: float) -> int:
    together = (before + after) / 2
    spread = _score(1 - LEVEL / 2) * sqrt(2 * together * (1 - together)) + _score(power) * sqrt(
        before * (1 - before) + after * (1 - after)
    )
    return ceil((spread / (after - before)) ** 2)


def _changing(before: float, after: float) -> float:
    """How many change their answer if the two answers had nothing to do with each other: more than really do."""
    return before * (1 - after) + after * (1 - before)


def _score(part: float) -> float:
    return NormalDist().inv_cdf(part)
