"""What may be said of a change between two dates or waves, and by which rule."""

from dataclasses import dataclass
from enum import StrEnum

from resources.statistics.intervals import difference
from resources.statistics.shares import Share


class Verdict(StrEnum):
    """What may be said of a change between two dates or waves."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    CLEARLY_HIGHER = "clearly_higher"
    CLEARLY_LOWER = "clearly_lower"
    NO_CLEAR_CHANGE = "no_clear_change"
    QUESTION_CHANGED = "question_changed"
    BASE_TOO_SMALL = "base_too_small"
    BASE_NOT_KNOWN = "base_not_known"
    NOT_CODED_YET = "not_coded_yet"

    @property
    def label(self) -> str:
        """The words people read."""
        return self.value.replace("_", " ").capitalize()

    @property
    def is_subtracted(self) -> bool:
        """Whether the two figures measure the same, so that one may be taken from the other."""
        return self not in (Verdict.QUESTION_CHANGED, Verdict.NOT_CODED_YET)

    @property
    def is_clear(self) -> bool:
        """Whether it says that something changed."""
        return self in (
            Verdict.IMPROVED,
            Verdict.WORSENED,
            Verdict.CLEARLY_HIGHER,
            Verdict.CLEARLY_LOWER,
        )


CHANGE_RULE = (
    "A change is called improved or worsened only when both bases are {least} or more. The 95% interval of the "
    "difference (Newcombe) must leave out no change too."
)
NEITHER_RULE = "Where neither way is better, it is called clearly higher or clearly lower by the same rule."


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


def change(
    before: Share, after: Share, *, higher_is_better: bool | None, least_base: int | None = None
) -> Change:
    """The verdict on a changed share; `least_base` is the base rule's flag unless given.

    `higher_is_better` is None where neither way is.
    """
    least = after.rule.flag if least_base is None else least_base
    rule = CHANGE_RULE.format(least=least)
    if higher_is_better is None:
        rule = f"{rule} {NEITHER_RULE}"
    return Change(before.percent, after.percent, _verdict(before, after, higher_is_better, least), rule)


def _verdict(before: Share, after: Share, higher_is_better: bool | None, least: int) -> Verdict:
    interval = difference(before, after)
    if interval is None or min(before.base, after.base) < least:
        return Verdict.BASE_TOO_SMALL
    if interval.low <= 0 <= interval.high:
        return Verdict.NO_CLEAR_CHANGE
    return clear_verdict(higher=interval.low > 0, higher_is_better=higher_is_better)


def clear_verdict(*, higher: bool, higher_is_better: bool | None) -> Verdict:
    """The word for a change that is clear."""
    if higher_is_better is None:
        return Verdict.CLEARLY_HIGHER if higher else Verdict.CLEARLY_LOWER
    return Verdict.IMPROVED if higher is higher_is_better else Verdict.WORSENED
