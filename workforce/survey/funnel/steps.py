"""How many get from one stage of recruiting to the next: of all people together, and at a typical provider.

Counts are bounds: the same where a figure was given, apart where a range was. A share of bounds has bounds of its own,
the lowest and the highest that the answers allow. A stage that a provider skipped leaves out its pairs, and so does a
pair that cannot be: nobody reaches a stage without those before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import combinations, pairwise
from math import ceil, floor, lcm

from resources.statistics import (
    BASES_OF_PROVIDERS,
    BaseRule,
    Bounds,
    Quartiles,
    Ratio,
    Share,
    quartiles_of_ratios,
    share,
)
from workforce.survey.vocabulary import FUNNEL, Role

STAND_INS: Mapping[tuple[Role, Role], Role] = {
    (Role.INVITED, Role.ATTENDED): Role.SHARE_ATTENDED,
    (Role.ATTENDED, Role.APPOINTABLE): Role.SHARE_APPOINTABLE,
}
"""The question that asks for a step's share itself, of those who cannot give counts."""

PEOPLE_AT: Mapping[Role, str] = {
    Role.APPLIED: "applied",
    Role.INVITED: "invited",
    Role.ATTENDED: "attended",
    Role.APPOINTABLE: "appointable",
    Role.OFFERED: "offered a post",
    Role.STARTED: "started",
    Role.STILL_THERE: "still there after 90 days",
}
"""What people at a stage are, in the middle of a sentence."""


_DID = (Role.APPLIED, Role.ATTENDED, Role.STARTED)


def those_at(stage: Role) -> str:
    """Those who attended, those invited."""
    return f"those {'who ' if stage in _DID else ''}{PEOPLE_AT[stage]}"


def step_words(stage_from: Role, stage_to: Role) -> str:
    """Of those who attended, appointable."""
    return f"Of {those_at(stage_from)}, {PEOPLE_AT[stage_to]}"


# --- what was answered ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FunnelAnswers:
    """What one response says of the stages. `shares` are 0 to 1, by the role of the question that asks for them."""

    response_id: str
    number: int
    name: str = ""
    kind: str = ""
    counts: Mapping[Role, Bounds] = field(default_factory=dict)
    shares: Mapping[Role, Bounds] = field(default_factory=dict)

    @cached_property
    def in_parts(self) -> Mapping[Role, "Ends"]:
        """The counts in the same parts of a person."""
        return _in_parts(self.counts)

    @cached_property
    def people(self) -> Mapping[Role, "Ends"]:
        """The counts in whole people: part of one lies between none and one."""
        return {role: (floor(one.low), ceil(one.high)) for role, one in self.counts.items()}


Ends = tuple[int, int]
"""The lowest and the highest that a count may be, in whole numbers, which are far quicker than fractions."""


def _in_parts(counts: Mapping[Role, Bounds]) -> dict[Role, Ends]:
    """All of them in parts of a person so small that every count is a whole number of them."""
    parts = lcm(*(end.denominator for one in counts.values() for end in (one.low, one.high)))
    return {role: (_parts(one.low, parts), _parts(one.high, parts)) for role, one in counts.items()}


def _parts(value: Fraction, parts: int) -> int:
    return value.numerator * (parts // value.denominator)


# --- what cannot be -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Impossible:
    """More at a later stage than at an earlier one, whatever the ranges hold."""

    stage_from: Role
    stage_to: Role
    before: Bounds
    after: Bounds

    @property
    def sentence(self) -> str:
        """9 attended of 6 invited. Words take far longer than finding it, so they wait until they are read."""
        return f"{self.after} {PEOPLE_AT[self.stage_to]} of {self.before} {PEOPLE_AT[self.stage_from]}"


def impossible(counts: Mapping[Role, Bounds]) -> tuple[Impossible, ...]:
    """The pairs of stages that cannot both be right, nearest stages first; a pair round another is not said too."""
    given = [stage for stage in FUNNEL if stage in counts]
    parts = _in_parts(counts)
    found: list[tuple[int, int]] = []
    for earlier, later in sorted(combinations(range(len(given)), 2), key=lambda pair: pair[1] - pair[0]):
        around = any(earlier <= one and other <= later for one, other in found)
        if not around and _surely_more(parts[given[later]], parts[given[earlier]]):
            found.append((earlier, later))
    return tuple(_impossible(given[earlier], given[later], counts) for earlier, later in sorted(found))


def _surely_more(later: Ends, earlier: Ends) -> bool:
    return later[0] > earlier[1]


def _impossible(stage_from: Role, stage_to: Role, counts: Mapping[Role, Bounds]) -> Impossible:
    return Impossible(stage_from, stage_to, counts[stage_from], counts[stage_to])


@dataclass(frozen=True)
class LeftOut:
    """A pair of answers that is not counted, and why."""

    response_id: str
    number: int
    name: str
    wrong: Impossible

    @property
    def reason(self) -> str:
        """9 attended of 6 invited."""
        return self.wrong.sentence

    @property
    def sentence(self) -> str:
        """Response 12, Rosewood House: 9 attended of 6 invited."""
        return f"{response_words(self.number, self.name)}: {self.reason}"


def response_words(number_: int, name: str) -> str:
    """Which response a sentence is about."""
    return f"Response {number_}, {name}" if name else f"Response {number_}"


# --- a step ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pooled:
    """The share of all people of the providers that gave both stages: the lowest and the highest it may be.

    `largest` is the part of the people (0 to 1) that one provider brings: what it does weighs that much. A table of the
    whole funnel `hides_of` where the people at the earlier stage, `hides_reached` where those at the later would be
    small, of few providers, or let such numbers of other steps be worked out.
    """

    low: Share
    high: Share
    providers: int
    largest: Fraction = Fraction(0)
    hides_of: bool = False
    hides_reached: bool = False

    @property
    def exact(self) -> bool:
        """Whether every provider gave figures, not ranges."""
        return (self.low.count, self.low.base) == (self.high.count, self.high.base)

    @property
    def hidden(self) -> bool:
        """Whether too few providers, or too few people, stand behind it to show it."""
        return self.providers < max(self.low.rule.hide, 1) or self.high.hidden

    @property
    def small(self) -> bool:
        """Whether it is to be marked as of a small base."""
        return self.providers < self.low.rule.flag or self.high.small


@dataclass(frozen=True)
class Typical:
    """The median of the providers' own shares: of the lowest each may be, and of the highest.

    `from_bands` of the `providers` gave no counts, but said about how many.
    """

    low: Quartiles
    high: Quartiles
    providers: int
    from_bands: int
    rule: BaseRule = BASES_OF_PROVIDERS

    @property
    def exact(self) -> bool:
        """Whether the middle is one figure, not a range."""
        return self.low.median == self.high.median

    @property
    def hidden(self) -> bool:
        """Whether too few providers stand behind it to show it."""
        return self.providers < max(self.rule.hide, 1)

    @property
    def small(self) -> bool:
        """Whether it is to be marked as of a small base."""
        return self.providers < self.rule.flag


@dataclass(frozen=True)
class Step:
    """From one stage to a later one. `of_nobody` counts providers with nobody at the first: they have no share."""

    stage_from: Role
    stage_to: Role
    pooled: Pooled | None
    typical: Typical | None
    left_out: tuple[LeftOut, ...] = ()
    of_nobody: int = 0

    @property
    def words(self) -> str:
        """Of those invited, attended."""
        return step_words(self.stage_from, self.stage_to)


def steps(answers: Sequence[FunnelAnswers], stages: Sequence[Role] = FUNNEL) -> tuple[Step, ...]:
    """From each stage to the next of those that were asked."""
    asked = [stage for stage in FUNNEL if stage in stages]
    return tuple(step(answers, *pair) for pair in pairwise(asked))


def onward_steps(answers: Sequence[FunnelAnswers], stages: Sequence[Role] = FUNNEL) -> tuple[Step, ...]:
    """From applied, and from invited, to each later stage but the next: what comes of those who begin."""
    asked = [stage for stage in FUNNEL if stage in stages]
    return tuple(
        step(answers, beginning, later)
        for beginning in (Role.APPLIED, Role.INVITED)
        if beginning in asked
        for later in asked[asked.index(beginning) + 2 :]
    )


def step(
    answers: Sequence[FunnelAnswers], stage_from: Role, stage_to: Role, *, rule: BaseRule = BASES_OF_PROVIDERS
) -> Step:
    """One step over all responses that say anything of it."""
    given = [one for one in answers if _gave_counts(one, stage_from, stage_to)]
    left_out = tuple(
        LeftOut(one.response_id, one.number, one.name, _impossible(stage_from, stage_to, one.counts))
        for one in given
        if _surely_more(one.in_parts[stage_to], one.in_parts[stage_from])
    )  # fmt: skip
    wrong = {one.response_id for one in left_out}
    counted = [one for one in given if one.response_id not in wrong]
    pairs = [(one.people[stage_from], one.people[stage_to]) for one in counted]
    own = _own_ratios(answers, stage_from, stage_to)
    from_counts = sum(one.response_id in own for one in counted)
    typical = _typical(list(own.values()), len(own) - from_counts, rule)
    return Step(stage_from, stage_to, _pooled(pairs, rule), typical, left_out, len(counted) - from_counts)


OwnShare = tuple[Ratio, Ratio]
"""The lowest and the highest that a provider's share may be."""


def _own_ratio(stage_from: Ends, stage_to: Ends) -> OwnShare | None:
    """One provider's share; None of nobody. Where there may have been nobody, it may be any share of those there."""
    if not stage_from[1]:
        return None
    low = stage_to[0], stage_from[1]
    if stage_from[0] == stage_from[1] and stage_to[0] == stage_to[1]:
        return low, low
    if not stage_to[1]:
        return low, (0, 1)
    return low, (1, 1) if stage_to[1] >= stage_from[0] else (stage_to[1], stage_from[0])


def own_shares(answers: Sequence[FunnelAnswers], stage_from: Role, stage_to: Role) -> dict[str, Bounds]:
    """Each response's own share of a step, by response: by its counts, else by what it said of the share itself."""
    own = _own_ratios(answers, stage_from, stage_to)
    return {key: Bounds(Fraction(*low), Fraction(*high)) for key, (low, high) in own.items()}


def _own_ratios(answers: Sequence[FunnelAnswers], stage_from: Role, stage_to: Role) -> dict[str, OwnShare]:
    found = {}
    for one in answers:
        if _gave_counts(one, stage_from, stage_to):
            before, after = one.in_parts[stage_from], one.in_parts[stage_to]
            own = None if _surely_more(after, before) else _own_ratio(before, after)
        else:
            own = _said_share(one, stage_from, stage_to)
        if own is not None:
            found[one.response_id] = own
    return found


def _gave_counts(one: FunnelAnswers, stage_from: Role, stage_to: Role) -> bool:
    return stage_from in one.counts and stage_to in one.counts


def _said_share(one: FunnelAnswers, stage_from: Role, stage_to: Role) -> OwnShare | None:
    stand_in = STAND_INS.get((stage_from, stage_to))
    said = one.shares.get(stand_in) if stand_in is not None else None
    return None if said is None else (said.low.as_integer_ratio(), said.high.as_integer_ratio())


def _pooled(pairs: Sequence[tuple[Ends, Ends]], rule: BaseRule) -> Pooled | None:
    """The highest share takes as many at the later stage as may be, and at the earlier no more than they need."""
    whole = [(a[0], a[1], min(b[0], a[1]), min(b[1], a[1])) for a, b in pairs]
    base = sum(high for _, high, _, _ in whole)
    if not base:
        return None
    lowest = share(sum(low for _, _, low, _ in whole), base, rule)
    highest_base = sum(max(low, most) for low, _, _, most in whole)
    highest = share(sum(most for _, _, _, most in whole), highest_base, rule) if highest_base else lowest
    largest = Fraction(max(high for _, high, _, _ in whole), base)
    return Pooled(lowest, highest, sum(high > 0 for _, high, _, _ in whole), largest)


def _typical(own: Sequence[OwnShare], from_bands: int, rule: BaseRule) -> Typical | None:
    if not own:
        return None
    low = quartiles_of_ratios([one for one, _ in own])
    known = all(low is high for low, high in own)
    high = low if known else quartiles_of_ratios([one for _, one in own])
    return Typical(low, high, len(own), from_bands, rule)
