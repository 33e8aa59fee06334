"""How far judges agree: Krippendorff's alpha, exact, with scores missing where a judge gave none.

Alpha is 1 where all judges gave the same to each nominee, 0 where they agree no better than chance would, and below 0
where they agree less than that (K. Krippendorff, “Computing Krippendorff's Alpha-Reliability”, 2011). For scores by
their order alone (ordinal) his distance between two values is that of their middle places among all values.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from resources.wording import count_of, number, rounded

WELL, FAIRLY = Decimal("0.80"), Decimal("0.67")
"""From where Krippendorff relies on scores, and from where he draws tentative conclusions (“Content Analysis”)."""
FEW = 3
"""Of fewer nominees nothing is said of agreement but the figure."""


class Level(Enum):
    """What the distance between two scores means."""

    INTERVAL = "interval"
    ORDINAL = "ordinal"


@dataclass(frozen=True)
class Agreement:
    """Alpha by distance and by order, of how many nominees and scores; None where it cannot be said."""

    interval: Fraction | None
    ordinal: Fraction | None
    nominees: int
    scores: int

    @property
    def is_little(self) -> bool:
        """Whether the judges agree so little that their order should not be relied on; not said of few nominees."""
        alpha = self.interval
        return alpha is not None and self.nominees >= FEW and rounded(alpha, 2) < FAIRLY

    @property
    def words(self) -> str:
        """The judges agree well (alpha 0.84, of 23 nominees with 71 scores) …"""
        if not self.nominees:
            return "How far the judges agree cannot be said: no nominee has scores of two judges yet."
        base = f"{count_of(self.nominees, 'nominee')} with {count_of(self.scores, 'score')}"
        if self.interval is None:
            return f"All scores are the same ({base}), so that agreement cannot be measured."
        figures = f"alpha {number(self.interval, 2)}"
        if self.ordinal is not None:
            figures += f", by order alone {number(self.ordinal, 2)}"
        if self.nominees < FEW:
            return f"From {base} it can hardly be told how far the judges agree ({figures})."
        return f"{_verdict(self.interval)} ({figures}; {base})."


def _verdict(alpha: Fraction) -> str:
    """By the figure as it is printed."""
    told = rounded(alpha, 2)
    if told >= WELL:
        return "The judges agree well"
    if told >= FAIRLY:
        return "The judges agree fairly: take the order as tentative"
    if told > 0:
        return "The judges agree little: the order of nominees should not rest on the means alone"
    return "The judges agree no better than chance would: the order of nominees should not rest on the means"


def agreement(scores: Iterable[Mapping[str, Fraction]]) -> Agreement:
    """Of the scores of each nominee, by judge. Nominees with fewer than two scores tell nothing of agreement."""
    units = [list(of_nominee.values()) for of_nominee in scores if len(of_nominee) > 1]
    return Agreement(
        alpha(units, Level.INTERVAL),
        alpha(units, Level.ORDINAL),
        len(units),
        sum(len(unit) for unit in units),
    )


def alpha(units: Sequence[Sequence[Fraction]], level: Level) -> Fraction | None:
    """Krippendorff's alpha of the values of each unit; None where there is no pair, or all values are the same."""
    paired = [list(unit) for unit in units if len(unit) > 1]
    if level is Level.ORDINAL:
        paired = _middle_places(paired)
    values = [value for unit in paired for value in unit]
    expected = _squares(values)
    if not expected:
        return None
    observed = sum((_squares(unit) / (len(unit) - 1) for unit in paired), Fraction(0))
    return 1 - (len(values) - 1) * observed / expected


def _squares(values: Sequence[Fraction]) -> Fraction:
    """The squared differences of all pairs, each pair in both orders."""
    total = sum(values, Fraction(0))
    return 2 * (len(values) * sum((value * value for value in values), Fraction(0)) - total * total)


def _middle_places(units: Sequence[Sequence[Fraction]]) -> list[list[Fraction]]:
    counted = Counter(value for unit in units for value in unit)
    places: dict[Fraction, Fraction] = {}
    below = 0
    for value in sorted(counted):
        places[value] = below + Fraction(counted[value], 2)
        below += counted[value]
    return [[places[value] for value in unit] for unit in units]
