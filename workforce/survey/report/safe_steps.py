"""The steps of recruiting as they may be published: small counts hidden in every step that would give them away.

All steps of a wave are published together and count the same people, those who attended in one step being those from
whom the next begins, so what is hidden is decided of all of them at once.
"""

from collections.abc import Collection, Mapping, Sequence
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
    hidden = _with_whole_stages(linked, numbers, few)
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
    """What the steps add up. Providers that count in the same steps are one group, with a number at each stage.

    Those that gave ranges are groups of their own, with the lowest and the highest, the same in every step.
    """
    pairs = {pair: step for pair, step in _steps(found) if step.pooled is not None}
    parts: dict[str, int] = {}
    bounds: dict[tuple[str, str], None] = {}
    of: dict[Pair, dict[_Group, None]] = {pair: {} for pair in pairs}
    wrong = {pair: frozenset(one.response_id for one in step.left_out) for pair, step in pairs.items()}
    for one in answers:
        mine = [pair for pair in pairs if _counts_in(one, pair, wrong[pair])]
        group = _Group("+".join(f"{a.value}-{b.value}" for a, b in mine), _is_exact(one))
        for stage in {stage for pair in mine for stage in pair}:
            ends = dict(zip((group.low(stage), group.high(stage)), one.people[stage], strict=True))
            for name, people in ends.items():
                parts[name] = parts.get(name, 0) + people
            if len(ends) > 1:
                bounds[group.low(stage), group.high(stage)] = None
        for pair in mine:
            of[pair][group] = None
            bounds[group.low(pair[1]), group.high(pair[0])] = None
    numbers = {pair: _numbers(step, pair, tuple(of[pair]), parts) for pair, step in pairs.items()}
    printed = tuple(one for held in numbers.values() for one in held.all)
    implied = tuple(
        Sum(base.plus + count.minus, count.plus + base.minus)
        for held in numbers.values()
        for base, count in ((held.of_low, held.reached_low), (held.of_high, held.reached_high))
    )
    for low, high in tuple(bounds):  # figures that one with ranges gave are the same in both
        if high == low.replace(":lowest", ":highest") and parts[low] == parts[high]:
            bounds[high, low] = None
    return Linked(parts, printed, implied, tuple(bounds)), numbers


@dataclass(frozen=True)
class _Group:
    """Providers that count in the same steps, all with figures or all with ranges."""

    steps: str
    exact: bool

    def low(self, stage: Role) -> str:
        """The part that is the lowest number of their people at a stage."""
        return f"{self.steps}:{stage.value}" if self.exact else f"{self.steps}:{stage.value}:lowest"

    def high(self, stage: Role) -> str:
        """The highest, which of figures is the same."""
        return self.low(stage) if self.exact else f"{self.steps}:{stage.value}:highest"


def _is_exact(one: FunnelAnswers) -> bool:
    """Whether every count is a whole number of people."""
    return all(low == high for low, high in one.people.values())


def _counts_in(one: FunnelAnswers, pair: Pair, left_out: frozenset[str]) -> bool:
    return pair[0] in one.counts and pair[1] in one.counts and one.response_id not in left_out


def _numbers(step: Step, pair: Pair, groups: Sequence[_Group], parts: dict[str, int]) -> _Numbers:
    """The highest share is of no fewer than it counts, of no more than there were, so it may need a part more."""
    assert step.pooled is not None
    of_low, of_high = (
        tuple(one.high(pair[0]) for one in groups),
        tuple(one.low(pair[0]) for one in groups),
    )
    reached_low, reached_high = (
        tuple(one.low(pair[1]) for one in groups),
        tuple(one.high(pair[1]) for one in groups),
    )
    low, high = step.pooled.low, step.pooled.high
    own = f"{pair[0].value}-{pair[1].value}"
    return _Numbers(
        _come_to(low.base, of_low, f"{own} of low", parts),
        _come_to(low.count, reached_low, f"{own} reached low", parts),
        _come_to(high.base, of_high, f"{own} of high", parts),
        _come_to(high.count, reached_high, f"{own} reached high", parts),
    )


def _come_to(people: int, names: tuple[str, ...], own: str, parts: dict[str, int]) -> Sum:
    """The sum of the parts, with what it is more or less by as a part of its own."""
    more = people - sum(parts[one] for one in names)
    if not more:
        return Sum(names)
    parts[own] = abs(more)
    return Sum((*names, own)) if more > 0 else Sum(names, (own,))


_MOST_PARTS = 200
"""Where ranges make more of them than this, what they tell of each other takes too long to find."""


def _has_secrets(linked: Linked, also: Collection[Sum]) -> bool:
    values = (one.value(linked.parts) for one in (*linked.printed, *linked.implied))
    return bool(also) or any(1 <= one < BELOW for one in values)


def _all_exact(numbers: Mapping[Pair, _Numbers]) -> bool:
    return all((one.of_low, one.reached_low) == (one.of_high, one.reached_high) for one in numbers.values())


def _with_whole_stages(
    linked: Linked, numbers: Mapping[Pair, _Numbers], also: Collection[Sum]
) -> frozenset[Sum]:
    """What is hidden. A stage where ranges were given is hidden in every step as soon as it is in one.

    Each step has the lowest and highest people that its own share allows, so one of them bounds those of another.
    """
    if len(linked.parts) > _MOST_PARTS and _has_secrets(linked, also) and not _all_exact(numbers):
        return frozenset(linked.printed)
    hidden = sums_to_hide(linked, also=also, below=BELOW)
    stages: dict[Role, list[tuple[Sum, Sum]]] = {}
    for pair, held in numbers.items():
        stages.setdefault(pair[0], []).append((held.of_low, held.of_high))
        stages.setdefault(pair[1], []).append((held.reached_low, held.reached_high))
    ranged = [
        {one for both in ends for one in both}
        for ends in stages.values()
        if any(low.value(linked.parts) != high.value(linked.parts) for low, high in ends)
    ]
    more = {one for sums in ranged if sums & hidden for one in sums} - hidden
    return _with_whole_stages(linked, numbers, hidden | more) if more else hidden


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
