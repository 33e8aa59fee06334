"""The funnel of a wave: applied, invited, attended, appointable, offered, started, still there after 90 days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from resources.statistics import Bounds
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, in_order
from workforce.survey.analysis.words import filter_words, wave_day, wave_source
from workforce.survey.funnel.steps import (
    STAND_INS,
    FunnelAnswers,
    LeftOut,
    Step,
    impossible,
    onward_steps,
    steps,
)
from workforce.survey.report.few_providers import providers_by_response
from workforce.survey.report.safe_steps import Pair, SafeStep, safe_steps
from workforce.survey.vocabulary import FUNNEL, Role


@dataclass(frozen=True)
class StageTotal:
    """How many people all providers that gave it had at a stage."""

    stage: Role
    low: int
    high: int
    providers: int


@dataclass(frozen=True)
class Funnel:
    """The funnel of a wave or of the part of it that a filter leaves.

    `steps` lead from each stage to the next, `onward` from applied and invited to the later ones; `by_kind` holds the
    steps of each kind of service, and `queries` every response whose answers cannot all be right.
    """

    wave_id: str
    source: str
    as_at: date
    filtered_to: str
    responses: int
    stages: tuple[StageTotal, ...]
    steps: tuple[Step, ...]
    onward: tuple[Step, ...]
    by_kind: Mapping[str, tuple[Step, ...]]
    queries: tuple[LeftOut, ...]

    def step(self, stage_from: Role, stage_to: Role) -> Step | None:
        """One of its steps; None where a stage was not asked."""
        return next(
            (
                one
                for one in (*self.steps, *self.onward)
                if (one.stage_from, one.stage_to) == (stage_from, stage_to)
            ),
            None,
        )

    @property
    def answered(self) -> bool:
        """Whether anybody answered anything of it."""
        return any(one.pooled or one.typical for one in (*self.steps, *self.onward))


def funnel(data: WaveData) -> Funnel:
    """All of it, from what the wave was answered."""
    answers = funnel_answers(data)
    stages = stages_asked(data)
    kinds = in_order(GroupBy.KIND, [one.kind for one in answers])
    found = Funnel(
        data.wave.id, wave_source(data), wave_day(data), filter_words(data.filter), len(data.responses),
        tuple(_total(answers, stage) for stage in stages), steps(answers, stages), onward_steps(answers, stages),
        {kind: steps([one for one in answers if one.kind == kind], stages) for kind in kinds}, queries(answers),
    )  # fmt: skip
    safe = safe_steps(found, answers, providers_by_response(data))
    return replace(
        found,
        steps=tuple(_with_hidden(one, safe) for one in found.steps),
        onward=tuple(_with_hidden(one, safe) for one in found.onward),
    )


def _with_hidden(one: Step, safe: Mapping[Pair, SafeStep]) -> Step:
    """Decided of all steps at once: each takes some of the people of others."""
    if one.pooled is None:
        return one
    told = safe[one.stage_from, one.stage_to]
    hides_of, hides_reached = (not isinstance(cell, int) for cell in (told.of[0], told.reached[0]))
    return replace(one, pooled=replace(one.pooled, hides_of=hides_of, hides_reached=hides_reached))


def stages_asked(data: WaveData) -> tuple[Role, ...]:
    """The stages that the wave asked for."""
    return tuple(stage for stage in FUNNEL if data.with_role(stage) is not None)


def funnel_answers(data: WaveData) -> list[FunnelAnswers]:
    """What each response says of the stages, by number."""
    return data.once("funnel_answers", lambda: _funnel_answers(data))


def _funnel_answers(data: WaveData) -> list[FunnelAnswers]:
    told = {role: _told(data, role) for role in (*FUNNEL, *STAND_INS.values())}
    found = []
    columns = ("id", "name", "kind")
    for number, key, name, kind in zip(
        data.responses.index.tolist(), *(data.responses[one].tolist() for one in columns), strict=True
    ):
        counts = {role: told[role][number] for role in FUNNEL if number in told[role]}
        said = {role: told[role][number] for role in STAND_INS.values() if number in told[role]}
        shares = {role: one for role, held in said.items() if (one := share_said(held)) is not None}
        if counts or shares:
            found.append(FunnelAnswers(key, number, name, kind, counts, shares))
    return found


def share_said(percentage: Bounds) -> Bounds | None:
    """From 0 to 1; None where it is no percentage of people."""
    found = Bounds(percentage.low / 100, percentage.high / 100)
    return found if found.low >= 0 and found.high <= 1 else None


def _told(data: WaveData, role: Role) -> dict[int, Bounds]:
    return {number: one for number, one in data.figures(role).items() if 0 <= one.low <= one.high}


def _total(answers: Sequence[FunnelAnswers], stage: Role) -> StageTotal:
    given = [one.people[stage] for one in answers if stage in one.people]
    return StageTotal(stage, sum(low for low, _ in given), sum(high for _, high in given), len(given))


def queries(answers: Sequence[FunnelAnswers]) -> tuple[LeftOut, ...]:
    """Every pair of stages of every response that cannot be right, by number."""
    return tuple(
        LeftOut(one.response_id, one.number, one.name, wrong)
        for one in sorted(answers, key=lambda one: one.number)
        for wrong in impossible(one.counts)
    )
