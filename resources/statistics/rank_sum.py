"""Whether the figures of one group tend to be higher than those of another, whatever their distribution."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from resources.statistics.figures import Figure
from resources.statistics.intervals import two_sided_p


def rank_sum_test(before: Sequence[Figure], after: Sequence[Figure]) -> float | None:
    """The two-sided p of the Mann–Whitney (Wilcoxon rank-sum) test with ties; None without figures in both.

    By the normal approximation with its correction for continuity.
    """
    first, second = len(before), len(after)
    if not first or not second:
        return None
    total = first + second
    tied = sum(count**3 - count for count in Counter(map(float, (*before, *after))).values())
    variance = first * second / 12 * (total + 1 - tied / (total * (total - 1)))
    if variance <= 0:
        return 1.0
    distance = abs(float(_wins(before, after)) - first * second / 2)
    return two_sided_p(max(0.0, distance - 0.5) / sqrt(variance))


def tends_higher(before: Sequence[Figure], after: Sequence[Figure]) -> Fraction:
    """How often a figure of `after` is above one of `before`, from 0 to 1; an equal one counts half."""
    return _wins(before, after) / (len(before) * len(after))


def _wins(before: Sequence[Figure], after: Sequence[Figure]) -> Fraction:
    ordered = sorted(map(float, before))
    return Fraction(
        sum(bisect_left(ordered, one) + bisect_right(ordered, one) for one in map(float, after)), 2
    )
