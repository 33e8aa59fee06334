"""The criteria of a category as they are counted, and what one judge's scores come to: exact fractions. Pure.

A judge's score of a nominee is the mean of the criteria that count, each by its weight, once every criterion that must
be scored is. Where one that need not be is empty, the weights of the others share its place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from awards.rounds.criteria import Criterion


@dataclass(frozen=True)
class Scale:
    """A criterion as it is counted: its weight in tenths, its ends in hundredths of a point."""

    key: str
    name: str
    weight: int
    least: int
    most: int
    required: bool = True
    counts: bool = True

    @property
    def is_weighed(self) -> bool:
        """Whether it has any part in the mean."""
        return self.counts and self.weight > 0

    def share(self, points: int) -> Fraction:
        """How far up its scale: 0 at the least, 1 at the most."""
        return Fraction(points - self.least, self.most - self.least)


@dataclass(frozen=True)
class Scheme:
    """The criteria of one category. Where their scales differ, scores are brought onto the widest of them."""

    scales: tuple[Scale, ...]

    @cached_property
    def weighed(self) -> tuple[Scale, ...]:
        """Those that have a part in the mean."""
        return tuple(scale for scale in self.scales if scale.is_weighed)

    @cached_property
    def common(self) -> tuple[int, int]:
        """The ends of the scale on which means are told, in hundredths."""
        widest = max(self.weighed or self.scales, key=lambda one: one.most - one.least, default=None)
        return (widest.least, widest.most) if widest is not None else (0, 1)

    @cached_property
    def is_even(self) -> bool:
        """Whether all of them are scored on the same scale."""
        return all((one.least, one.most) == self.common for one in self.weighed)

    @cached_property
    def heaviest(self) -> tuple[Scale, ...]:
        """The criterion with the greatest weight, or all that share it."""
        top = max((one.weight for one in self.weighed), default=0)
        return tuple(one for one in self.weighed if one.weight == top)

    def on_common(self, scale: Scale, points: int) -> Fraction | int:
        """A score on the common scale."""
        least, most = self.common
        return (
            points
            if (scale.least, scale.most) == self.common
            else least + scale.share(points) * (most - least)
        )

    def share(self, mean: Fraction) -> Fraction:
        """How far up the common scale a mean is, from 0 to 1."""
        least, most = self.common
        return (mean - least) / (most - least)

    def from_share(self, share: Fraction) -> Fraction:
        """The mean that stands so far up the common scale."""
        least, most = self.common
        return least + share * (most - least)

    def with_weight(self, key: str, factor: Fraction) -> "Scheme":
        """The same with one weight moved. Weights count only against each other, so that all are made whole again."""
        return Scheme(
            tuple(
                replace(one, weight=one.weight * (factor.numerator if one.key == key else factor.denominator))
                for one in self.scales
            )
        )


def scheme_of(criteria: Iterable[Criterion]) -> Scheme:
    """The criteria of a category as they are counted."""
    return Scheme(
        tuple(
            Scale(one.id, one.name, one.weight, one.least, one.most, one.required, one.counts)
            for one in criteria
        )
    )


def judge_mean(scheme: Scheme, points: Mapping[str, int]) -> Fraction | None:
    """The mean of one judge's scores by weight; None while one that must be given is missing, or nothing counts."""
    if any(scale.required and scale.key not in points for scale in scheme.weighed):
        return None
    given = [scale for scale in scheme.weighed if scale.key in points]
    weights = sum(scale.weight for scale in given)
    if not weights:
        return None
    total = sum(scale.weight * scheme.on_common(scale, points[scale.key]) for scale in given)
    return Fraction(total) / weights
