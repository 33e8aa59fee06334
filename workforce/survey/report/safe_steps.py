"""The steps of recruiting as they may be published: small counts hidden in every step that would give them away.

All steps of a wave are published together and count the same people, those who attended in one step being those from
whom the next begins, so what is hidden is decided of all of them at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from resources.files.publication_workbook import Shorthand
from resources.linked_sums import Linked, Sum, sums_to_hide
from resources.suppression import HIDDEN, SMALLEST_SHOWN
from resources.tables import Cell
from resources.wording import rounded_whole
from workforce.survey.funnel.steps import FunnelAnswers, Step
from workforce.survey.report.few_providers import told_by_few
from workforce.survey.vocabulary import Role

if TYPE_CHECKING:  # which marks what these steps may not tell
    from workforce.survey.funnel.funnel import Funnel

BELOW = SMALLEST_SHOWN[0]
LOW = Shorthand.LOW_BASE.value
Pair = tuple[Role, Role]


@dataclass(frozen=True)
class SafeStep:
    """A step with its cells, each from the lowest to the highest it may be: people at the stage before, those of them
    who got to the next, and their share in whole per cent. What is hidden says why.
    """

    step: Step
    of: tuple[Cell, Cell]
    reached: tuple[Cell, Cell]
    pooled: tuple[Cell, Cell]
    typical: tuple[Cell, Cell]

    @property
    def tells_pooled(self) -> bool:
        """Whether the share of all people together may be told."""
        return isinstance(self.pooled[0], int)

    @property
    def to_tell(self) -> Step:
        """The step without what may not be told of it, for a sentence."""
        return self.step if self.tells_pooled else replace(self.step, pooled=None)


@dataclass(frozen=True)
class _Numbers:
    """The four numbers of people that a step prints; the highest share may be of fewer than the lowest."""

    of_low: Sum
    reached_low: Sum
    of_high: Sum
    reached_high: Sum

    @property
    def all(self) -> tuple[Sum, ...]:
        return (self.of_low, self.reached_low, self.of_high, self.reached_high)


def safe_steps(
    found: "Funnel", answers: Sequence[FunnelAnswers], whose: Mapping[str, str] | None = None
) -> dict[Pair, SafeStep]:
    """Every step of the funnel, onward ones too; of too few providers nothing is told but how many they are.

    `whose` has the provider of each response; without it each is of a provider of its own.
    """
    linked, numbers = linked_steps(found, answers)
    few = [
        one
        for pair, step in _steps(found)
        if step.pooled is not None
        for one in _of_few(step, numbers[pair], answers, whose or {})
    ]
    hidden = sums_to_hide(linked, also=few, below=BELOW)
    return {pair: _safe(step, numbers.get(pair), linked, hidden) for pair, step in _steps(found)}


def _steps(found: "Funnel") -> list[tuple[Pair, Step]]:
    return [((one.stage_from, one.stage_to), one) for one in (*found.steps, *found.onward)]


def _of_few(
    step: Step, held: "_Numbers", answers: Sequence[FunnelAnswers], whose: Mapping[str, str]
) -> tuple[Sum, ...]:
    """All its numbers where too few answered; those of a stage at which one provider has nearly all the people."""
    if step.pooled is None or step.pooled.hidden:
        return held.all
    wrong = frozenset(one.response_id for one in step.left_out)
    counted = [one for one in answers if _counts_in(one, (step.stage_from, step.stage_to), wrong)]
    stages = (
        (step.stage_from, (held.of_low, held.of_high)), (step.stage_to, (held.reached_low, held.reached_high)),
    )  # fmt: skip
    found: list[Sum] = []
    for stage, numbers in stages:
        if told_by_few(
            (whose.get(one.response_id, one.response_id), one.counts[stage].high) for one in counted
        ):
            found += numbers
    return tuple(found)


def linked_steps(found: "Funnel", answers: Sequence[FunnelAnswers]) -> tuple[Linked, dict[Pair, "_Numbers"]]:
    """What the steps add up. Providers that count in the same steps are one group, with a number at each stage."""
    pairs = {pair: step for pair, step in _steps(found) if step.pooled is not None}
    parts: dict[str, int] = {}
    bounds: dict[tuple[str, str], None] = {}
    of: dict[Pair, dict[str, None]] = {pair: {} for pair in pairs}
    wrong = {pair: frozenset(one.response_id for one in step.left_out) for pair, step in pairs.items()}
    exact = [one for one in answers if _is_exact(one)]
    for one in exact:
        mine = [pair for pair in pairs if _counts_in(one, pair, wrong[pair])]
        group = "+".join(f"{a.value}-{b.value}" for a, b in mine)
        for stage in {stage for pair in mine for stage in pair}:
            name = f"{group}:{stage.value}"
            parts[name] = parts.get(name, 0) + int(one.counts[stage].low)
        for pair in mine:
            of[pair][group] = None
            bounds[f"{group}:{pair[1].value}", f"{group}:{pair[0].value}"] = None
    numbers = {}
    for pair, step in pairs.items():
        base, count = (tuple(f"{group}:{stage.value}" for group in of[pair]) for stage in pair)
        numbers[pair] = _with_ranges(step, pair, base, count, parts)
    printed = tuple(one for held in numbers.values() for one in held.all)
    implied = tuple(
        Sum(base.plus, count.plus)
        for held in numbers.values()
        for base, count in ((held.of_low, held.reached_low), (held.of_high, held.reached_high))
    )
    return Linked(parts, printed, implied, tuple(bounds)), numbers


def _is_exact(one: FunnelAnswers) -> bool:
    """Whether every count is a whole number of people."""
    return all(held.exact and held.low.denominator == 1 for held in one.counts.values())


def _counts_in(one: FunnelAnswers, pair: Pair, left_out: frozenset[str]) -> bool:
    return pair[0] in one.counts and pair[1] in one.counts and one.response_id not in left_out


def _with_ranges(
    step: Step, pair: Pair, base: tuple[str, ...], count: tuple[str, ...], parts: dict[str, int]
) -> _Numbers:
    """With what those brought who gave ranges, which no other step need have in the same way."""
    assert step.pooled is not None
    low, high = step.pooled.low, step.pooled.high
    found = []
    for which, names, whole in (
        ("of low", base, low.base), ("reached low", count, low.count), ("of high", base, high.base),
        ("reached high", count, high.count),
    ):  # fmt: skip
        rest = whole - sum(parts[one] for one in names)
        own = f"{pair[0].value}-{pair[1].value} {which}"
        if rest:
            parts[own] = rest
        found.append(Sum((*names, own) if rest else names))
    return _Numbers(*found)


def _safe(step: Step, held: _Numbers | None, linked: Linked, hidden: frozenset[Sum]) -> SafeStep:
    middle: tuple[Cell, Cell] = (LOW, LOW)
    if step.typical is not None and not step.typical.hidden:
        middle = (_percent(step.typical.low.median), _percent(step.typical.high.median))
    if step.pooled is None or held is None or step.pooled.hidden:
        return SafeStep(step, (LOW, LOW), (LOW, LOW), (LOW, LOW), middle)
    of, reached = (
        _both(first, second, linked, hidden)
        for first, second in ((held.of_low, held.of_high), (held.reached_low, held.reached_high))
    )
    pooled: tuple[Cell, Cell] = (HIDDEN, HIDDEN)
    if HIDDEN not in (*of, *reached):
        pooled = (_percent(step.pooled.low.value), _percent(step.pooled.high.value))
    return SafeStep(step, of, reached, pooled, middle)


def _both(low: Sum, high: Sum, linked: Linked, hidden: frozenset[Sum]) -> tuple[Cell, Cell]:
    if low in hidden or high in hidden:
        return HIDDEN, HIDDEN
    ends = sorted((low.value(linked.parts), high.value(linked.parts)))
    return ends[0], ends[1]


def _percent(share: Fraction | float | None) -> int:
    return rounded_whole(100 * (share or 0))
