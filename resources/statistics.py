"""Shares with their bases, intervals, ranks with ties, and verdicts on change.

Shares are exact fractions until they are printed; thresholds are settings; every verdict can state its rule.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from resources.wording import Number, and_list, exact, number, rounded_whole

# --- shares ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BaseRule:
    """Below `hide` a percentage is not shown; below `flag` it is shown and marked as a small base."""

    hide: int = 10
    flag: int = 30

    def note(self) -> str:
        """The sentence printed beneath a table that keeps this rule."""
        hidden = f" No percentage is given of fewer than {self.hide}." if self.hide else ""
        return f"Percentages of fewer than {self.flag} are marked as a small base: one more or fewer " + (
            f"changes them a good deal.{hidden}"
        )


BASES_OF_PROVIDERS = BaseRule()


@dataclass(frozen=True)
class Share:
    """`count` of `base`; nothing of nothing has no value."""

    count: int
    base: int
    rule: BaseRule = BASES_OF_PROVIDERS

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.base:
            raise ValueError(f"a share of {self.count} of {self.base}")

    @property
    def value(self) -> Fraction | None:
        """From 0 to 1, exact."""
        return Fraction(self.count, self.base) if self.base else None

    @property
    def percent(self) -> int | None:
        """From 0 to 100, rounded as `wording.rounded` does."""
        return None if self.value is None else rounded_whole(self.value * 100)

    @property
    def small(self) -> bool:
        """Whether the base is to be marked as small."""
        return self.base < self.rule.flag

    @property
    def hidden(self) -> bool:
        """Whether the base is too small for the percentage to be shown."""
        return self.base < max(self.rule.hide, 1)

    @property
    def shown(self) -> int | None:
        """The percentage, unless the base is too small to show it."""
        return None if self.hidden else self.percent


def share(count: int, base: int, rule: BaseRule = BASES_OF_PROVIDERS) -> Share:
    """`count` of `base` under the rule for small bases."""
    return Share(count, base, rule)


def rounding_note(percentages: Iterable[Number], name: str = "Percentages") -> str:
    """A sentence when rounded percentages that belong together do not add to 100; otherwise nothing."""
    total = sum(map(exact, percentages), Fraction(0))
    return "" if total == 100 else f"{name} are rounded, so they add up to {number(total)} and not to 100."


def rounding_note_of(profiles: Iterable[Sequence[Number]], what: str = "rows") -> str:
    """The same for many sets of percentages at once: how many of them do not add to 100."""
    totals = [sum(map(exact, profile), Fraction(0)) for profile in profiles]
    others = Counter(total for total in totals if total != 100)
    if not others:
        return ""
    sums = and_list([number(total) for total in sorted(others)], "or")
    add = "adds" if others.total() == 1 else "add"
    return f"Percentages are rounded, so {others.total()} of the {len(totals)} {what} {add} up to {sums}, not 100."


# --- intervals ------------------------------------------------------------------------------------------


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


# --- change ---------------------------------------------------------------------------------------------


class Verdict(StrEnum):
    """What may be said of a change between two dates or waves."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NO_CLEAR_CHANGE = "no_clear_change"
    QUESTION_CHANGED = "question_changed"
    BASE_TOO_SMALL = "base_too_small"
    BASE_NOT_KNOWN = "base_not_known"

    @property
    def label(self) -> str:
        """The words people read."""
        return self.value.replace("_", " ").capitalize()


CHANGE_RULE = (
    "A change is called improved or worsened only when both bases are {least} or more and the 95% interval "
    "of the difference (Newcombe) leaves out no change."
)


@dataclass(frozen=True)
class Change:
    """From one printed percentage to another; `points` is the difference of the printed figures."""

    before: int | None
    after: int | None
    verdict: Verdict
    rule: str

    @property
    def points(self) -> int | None:
        """In percentage points; None when either figure is missing."""
        return None if self.before is None or self.after is None else self.after - self.before


def change(before: Share, after: Share, *, higher_is_better: bool, least_base: int | None = None) -> Change:
    """The verdict on a changed share; `least_base` is the base rule's flag unless given."""
    least = after.rule.flag if least_base is None else least_base
    rule = CHANGE_RULE.format(least=least)
    return Change(before.percent, after.percent, _verdict(before, after, higher_is_better, least), rule)


def _verdict(before: Share, after: Share, higher_is_better: bool, least: int) -> Verdict:
    interval = difference(before, after)
    if interval is None or min(before.base, after.base) < least:
        return Verdict.BASE_TOO_SMALL
    if interval.low <= 0 <= interval.high:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.IMPROVED if (interval.low > 0) is higher_is_better else Verdict.WORSENED


# --- ranks ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ranked:
    """A name's place; those who share it are `tied_with`, and the places they take are then left out."""

    name: str
    value: Number
    place: int
    tied_with: tuple[str, ...] = ()

    @property
    def joint(self) -> bool:
        """Whether others share the place."""
        return bool(self.tied_with)


def rank(values: Mapping[str, Number | None], *, highest_first: bool) -> list[Ranked]:
    """Places by the figures as given, which should be the printed ones: what prints alike is joint.

    Names without a figure have no place. Order: by place, then as given.
    """
    figures = {name: exact(value) for name, value in values.items() if value is not None}
    places = [
        Ranked(
            name,
            values[name] or 0,
            1 + sum(other > figure if highest_first else other < figure for other in figures.values()),
            tuple(other for other in figures if other != name and figures[other] == figure),
        )
        for name, figure in figures.items()
    ]
    return sorted(places, key=lambda ranked: ranked.place)
