"""Nominees with the same mean: in which order the round's rule puts them, and what it leaves to the panel.

Means are exact fractions: they are the same or they are not, however they print.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from awards.vocabulary import TieBrokenBy, TieRule
from resources.wording import and_list

CLOSE = 1
"""Hundredths: means that lie closer than this print alike, though they are not the same."""


@dataclass(frozen=True)
class Contender:
    """A nominee as far as order goes. `heaviest` is the mean on the heaviest criterion."""

    key: str
    mean: Fraction
    median: Fraction
    heaviest: Fraction | None = None


@dataclass(frozen=True)
class Placed:
    """A nominee's place. `tied` are those with the same mean; `level` those whom the rule did not part from it."""

    key: str
    place: int
    tied: tuple[str, ...] = ()
    level: tuple[str, ...] = ()

    @property
    def parted_by(self) -> TieBrokenBy:
        """What a decision for it rests on as far as the rule goes."""
        return TieBrokenBy.RULE if self.tied and not self.level else TieBrokenBy.NOT_TIED


def in_order(contenders: Iterable[Contender], rule: TieRule) -> list[Placed]:
    """The highest mean first; those with the same mean as the rule parts them, and level where it does not."""
    placed: list[Placed] = []
    for same in _groups(contenders, lambda one: one.mean):
        tied = tuple(one.key for one in same)
        for level in _parted(same, rule):
            place = len(placed) + 1
            keys = tuple(one.key for one in level)
            placed += [
                Placed(one.key, place, _without(tied, one.key), _without(keys, one.key)) for one in level
            ]
    return placed


def _parted(same: Sequence[Contender], rule: TieRule) -> list[list[Contender]]:
    if len(same) > 1 and rule is TieRule.HIGHER_MEDIAN:
        return _groups(same, lambda one: one.median)
    if len(same) > 1 and rule is TieRule.HEAVIEST_CRITERION and all(one.heaviest is not None for one in same):
        return _groups(same, lambda one: one.heaviest or Fraction(0))
    return [list(same)]


def _groups(
    contenders: Iterable[Contender], figure: Callable[[Contender], Fraction]
) -> list[list[Contender]]:
    ordered = sorted(contenders, key=lambda one: one.key)
    ordered.sort(key=figure, reverse=True)
    return [list(group) for _, group in groupby(ordered, key=figure)]


def _without(keys: tuple[str, ...], own: str) -> tuple[str, ...]:
    return tuple(key for key in keys if key != own)


def tie_words(names: Sequence[str], rule: TieRule, first: Sequence[str]) -> str:
    """What the rule makes of a tie. `first` are those whom it puts first."""
    told = f"{and_list(names)} have the same mean."
    if len(first) < len(names) and len(first) == 1:
        return f"{told} The round’s rule ({_rule(rule)}) puts {first[0]} first."
    if rule is TieRule.JOINT:
        return f"{told} By the round’s rule they share the place."
    if rule is TieRule.CHAIR:
        return f"{told} By the round’s rule the chair’s vote decides."
    level = f" between {and_list(first)}" if len(first) < len(names) else ""
    return f"{told} The round’s rule ({_rule(rule)}) does not decide{level}: the chair’s vote does."


def _rule(rule: TieRule) -> str:
    return rule.label[0].lower() + rule.label[1:]


def close_words(names: Sequence[str]) -> str:
    """Said where a hair parts nominees."""
    return f"{and_list(names)} are less than a hundredth of a point apart: their means print alike and yet differ."
