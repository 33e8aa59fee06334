"""Shares with their bases, exact until they are printed; what a small base is, is a setting."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from resources.wording import Number, and_list, exact, number, rounded_whole


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
