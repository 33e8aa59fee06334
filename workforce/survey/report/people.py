"""Counts and shares of people as they may be published: small ones hidden, with whatever would give them away."""

from dataclasses import dataclass
from fractions import Fraction

from resources.disclosure import Percentage, PublishedRow, made_safe
from resources.suppression import HIDDEN, SMALLEST_SHOWN, suppress_list
from resources.tables import Cell
from workforce.survey.analysis.length_of_service import LengthOfService
from workforce.survey.analysis.rates import RateFigures

BELOW = SMALLEST_SHOWN[0]
TENTH = Fraction(1, 10)


@dataclass(frozen=True)
class SafeLength:
    """One length of service as it is printed: people, and their share of all staff in per cent."""

    wording: str
    people: Cell
    pooled: Cell


def safe_lengths(found: LengthOfService) -> tuple[SafeLength, ...]:
    """Where ranges were given and one of them may be small, nothing but typical shares is told."""
    if not all(one.people.exact for one in found.rows):
        small = any(0 < one.people.low < BELOW for one in found.rows)
        return tuple(
            SafeLength(
                one.wording, HIDDEN if small else one.people.cell(),
                HIDDEN if small else one.pooled.times(100).cell(),
            )
            for one in found.rows
        )  # fmt: skip
    counts = [int(one.people.low) for one in found.rows]
    shown = suppress_list(counts, below=BELOW)
    row = PublishedRow(
        "Length of service",
        sum(counts),
        tuple(
            Percentage(one.wording, count, shows_count=told is not None, unit=TENTH, hides_count=told is None)
            for one, count, told in zip(found.rows, counts, shown.counts, strict=True)
        ),
        shows_base=shown.total is not None,
        adds_up=True,
        people=True,
    )
    (safe,) = made_safe([row], below=BELOW).rows
    return tuple(
        SafeLength(one.name, HIDDEN if told is None else told, _printed(safe.printed(one)))
        for one, told in zip(safe.percentages, shown.counts, strict=True)
    )


def _printed(value: Fraction | None) -> Cell:
    if value is None:
        return HIDDEN
    return int(value) if value.denominator == 1 else float(value)


def is_small(found: RateFigures) -> bool:
    """Whether so few are counted, all together, that their pooled rate is not told."""
    least, most = (sum(getattr(one.counted, end) for one in found.services) for end in ("low", "high"))
    return bool(most > 0 and least < BELOW)
