"""From judges' scores to a nominee's mean, median and spread: exact fractions; what was not given is never nought.

What one judge's scores come to is `awards.judging.scheme`. Abstentions count nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import sqrt
from statistics import median

from awards.judging.scheme import Scheme, judge_mean
from resources.wording import and_list


@dataclass(frozen=True)
class Marks:
    """What one judge gave one nominee: hundredths by the key of the criterion. `stands` is false of an abstention."""

    judge: str
    nominee: str
    points: Mapping[str, int]
    stands: bool = True


def left_out(scheme: Scheme, points: Mapping[str, int]) -> tuple[str, ...]:
    """The criteria whose weights the others took over, since they need not be scored and were not."""
    return tuple(scale.name for scale in scheme.weighed if not scale.required and scale.key not in points)


@dataclass(frozen=True)
class Summary:
    """The scores of several judges for one nominee: their means in hundredths, by judge."""

    by_judge: Mapping[str, Fraction]

    @property
    def number(self) -> int:
        """How many judges scored it."""
        return len(self.by_judge)

    @cached_property
    def mean(self) -> Fraction | None:
        """Their mean."""
        return sum(self.by_judge.values(), Fraction(0)) / self.number if self.by_judge else None

    @cached_property
    def median(self) -> Fraction | None:
        """The score in the middle, or halfway between the two in the middle."""
        return Fraction(median(self.by_judge.values())) if self.by_judge else None

    @cached_property
    def variance(self) -> Fraction | None:
        """The sample variance; None for fewer than two."""
        if self.mean is None or self.number < 2:
            return None
        return sum(((one - self.mean) ** 2 for one in self.by_judge.values()), Fraction(0)) / (
            self.number - 1
        )

    @property
    def spread(self) -> float | None:
        """The sample standard deviation, in hundredths."""
        return None if self.variance is None else sqrt(self.variance)

    @property
    def ends(self) -> tuple[Fraction, Fraction] | None:
        """The lowest and the highest."""
        return (min(self.by_judge.values()), max(self.by_judge.values())) if self.by_judge else None


def summarise(scheme: Scheme, marks: Iterable[Marks]) -> dict[str, Summary]:
    """Each nominee's scores; those whom nobody has scored yet are there too."""
    found: dict[str, dict[str, Fraction]] = {}
    for one in marks:
        of_nominee = found.setdefault(one.nominee, {})
        mean = judge_mean(scheme, one.points) if one.stands else None
        if mean is not None:
            of_nominee[one.judge] = mean
    return {nominee: Summary(by_judge) for nominee, by_judge in found.items()}


def criterion_means(scheme: Scheme, marks: Sequence[Marks]) -> dict[str, Fraction]:
    """The mean of each criterion over the judges whose scores are complete, in its own points."""
    counted = [one for one in marks if one.stands and judge_mean(scheme, one.points) is not None]
    found: dict[str, Fraction] = {}
    for scale in scheme.scales:
        given = [one.points[scale.key] for one in counted if scale.key in one.points]
        if given:
            found[scale.key] = Fraction(sum(given), len(given))
    return found


def heaviest_mean(scheme: Scheme, marks: Sequence[Marks]) -> Fraction | None:
    """The mean on the heaviest criterion, or over all that are heaviest; each as how far up its scale it is."""
    means = criterion_means(scheme, marks)
    of_heaviest = [
        (means[one.key] - one.least) / (one.most - one.least) for one in scheme.heaviest if one.key in means
    ]
    return sum(of_heaviest, Fraction(0)) / len(of_heaviest) if of_heaviest else None


def how_computed(scheme: Scheme) -> str:
    """In words, for beneath a table."""
    told = (
        "A judge’s score is the mean of the criteria, each by its weight; the mean is that of all judges who scored "
        "the nominee. Who abstained, stood aside or has not finished is not counted, and never as nought."
    )
    free = [one.name for one in scheme.weighed if not one.required]
    if free:
        told += (
            f" {and_list(free)} need not be scored: where it is empty, the other criteria count by their own weights."
            if len(free) == 1
            else f" {and_list(free)} need not be scored: where one is empty, the others count by their own weights."
        )
    if not scheme.is_even:
        told += " Criteria that are scored on different scales are brought onto the widest of them."
    return told
