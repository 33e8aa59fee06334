"""What changed from one wave to another: every figure that both measured, of all answers and of the same providers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from resources.database import Database
from resources.statistics import Verdict
from resources.wording import count_of
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.rates import Rate
from workforce.survey.analysis.words import filter_words
from workforce.survey.changes.change_row import (
    ChangeRow,
    Compared,
    Compares,
    Comparison,
    Figure,
    OneWaveOnly,
)
from workforce.survey.changes.coded_so_far import CodedSoFar, coded_so_far
from workforce.survey.changes.judging import Pairs, all_answers, judged, rule, same_providers
from workforce.survey.changes.measured import (
    Measured,
    chosen_by_option,
    new_staff_figures,
    numbers,
    rate_shares,
    step_figures,
    upper_end,
    upper_options,
    upper_words,
)
from workforce.survey.changes.pairing import PAIRED_BY, pairs, ties
from workforce.survey.funnel.steps import step_words
from workforce.survey.questionnaire.matching import QuestionMatch
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, Better, Measure, QuestionKind, Role
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.comparability import matches

__all__ = [
    "ChangeRow",
    "Compared",
    "Compares",
    "Comparison",
    "Figure",
    "OneWaveOnly",
    "compare",
    "compare_data",
]

_INDEPENDENT = (
    "All answers are compared as if other providers had answered each time; where many answered both times, the same "
    "providers show a change sooner."
)
_NO_CORRECTION = (
    "The intervals of a change are not narrowed where most of those invited answered: the question is what lies behind "
    "the answers, not only these providers on these two days."
)
_RANGES = (
    "Medians, typical shares and rates compare figures alone: answers with a range or a band are left out."
)
_UNEVEN = (
    "{question}: {why} Its codes and “Other” are not compared until they are; what both waves offered is compared as "
    "it was chosen, without what was coded to it."
)
_NOTHING_CODED = (
    "{question}: no “other” text of the two waves is coded yet, so “Other” is compared as it was chosen."
)


@dataclass(frozen=True)
class _Measures:
    """What a row measures, and what each wave says of it."""

    compares: Compares
    name: str
    better: Better
    before: Measured
    after: Measured
    option_id: str | None = None
    measure: Measure = Measure.NONE
    roles: tuple[Role, ...] = ()
    coded: CodedSoFar | None = None

    @property
    def anybody(self) -> bool:
        """Whether there is an answer to compare."""
        return bool(self.before.who or self.after.who)


def compare(
    db: Database,
    earlier_wave_id: str,
    later_wave_id: str,
    chosen: AnalysisFilter | None = None,
    *,
    corrected: bool = True,
) -> Comparison:
    """Two waves of one survey. Questions that changed are a break unless a person decided otherwise."""
    return compare_data(
        db, read_wave(db, earlier_wave_id), read_wave(db, later_wave_id), chosen, corrected=corrected
    )


def compare_data(
    db: Database,
    earlier: WaveData,
    later: WaveData,
    chosen: AnalysisFilter | None = None,
    *,
    corrected: bool = True,
) -> Comparison:
    """The same of two waves that were read already, in full."""
    chosen = chosen or AnalysisFilter()
    before, after = filtered(earlier, chosen), filtered(later, chosen)
    found = matches(db, before.wave.id, after.wave.id)
    among = _pairs(db, (earlier, before), (later, after))
    rows = [
        *(
            row
            for match in found
            if match.match.is_in_both
            for row in _of_question(before, after, match, among)
        ),
        *_of_measures(before, after, found, among),
    ]
    result = judged(rows, corrected=corrected)
    return Comparison(
        before.wave, after.wave, result,
        tuple(
            OneWaveOnly(one.question, one.wording, one.later is not None)
            for one in found if not one.match.is_in_both
        ),
        tuple(one for one in found if one.is_break), len(before.responses), len(after.responses), len(among),
        corrected, rule(result, corrected=corrected), _notes(before, after, result, found, len(among)), chosen,
    )  # fmt: skip


def _pairs(db: Database, *waves: tuple[WaveData, WaveData]) -> Pairs:
    """Of all responses, then of those that the filter leaves: it must not make two of what are not the same."""
    every = pairs(*(ties(db, whole.wave.id, whole.responses.index.tolist()) for whole, _ in waves))
    had, have = (set(left.responses.index.tolist()) for _, left in waves)
    return [(earlier, later) for earlier, later in every if earlier in had and later in have]


# --- questions --------------------------------------------------------------------------------------------------


def _of_question(
    before: WaveData, after: WaveData, match: QuestionMatch, among: Pairs
) -> Iterator[ChangeRow]:
    if match.earlier is None or match.later is None:
        return
    for one in _measured(before, after, match.earlier, match.later):
        if one.anybody:
            yield _row(one, match.question, match.wording, match, among)


def _measured(before: WaveData, after: WaveData, was: Asked, now: Asked) -> Iterator[_Measures]:
    kind, better = now.question.kind, now.question.better
    if was.question.kind is not kind:
        return
    if kind in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES, QuestionKind.TEXT):
        yield from _options(before, after, was, now)
    elif kind in (QuestionKind.SCALE, QuestionKind.BAND) and upper_options(now):
        uneven = coded_so_far(before, after, was, now).uneven
        ends = upper_end(before, was, as_chosen=uneven), upper_end(after, now, as_chosen=uneven)
        yield _Measures(Compares.TOP, upper_words(now), better, *ends)
    elif kind in (QuestionKind.NUMBER, QuestionKind.PEOPLE) and now.question.role is None:
        figures = numbers(before, was.question.id), numbers(after, now.question.id)
        yield _Measures(Compares.MIDDLE, "Median", better, *figures)


def _options(before: WaveData, after: WaveData, was: Asked, now: Asked) -> Iterator[_Measures]:
    """What both waves offered, and codes that occur; what one wave offered is told where the options changed.

    Where only some texts are coded, what was offered is compared as it was chosen, and the rest is not compared.
    """
    coded = coded_so_far(before, after, was, now)
    chosen = [chosen_by_option(*one, as_chosen=coded.uneven) for one in ((before, was), (after, now))]
    earlier, later = chosen
    if coded.uneven:
        by_coding = _hang_on_coding(was, now)
        for held, wave in zip(chosen, ((before, was), (after, now)), strict=True):
            held.update({key: one for key, one in chosen_by_option(*wave).items() if key in by_coding})
    words = {one.id: one.wording for one in now.question.options}
    words.update({one.option.id: one.wording for one in now.options})
    for key, wording in words.items():
        if key in earlier and key in later and (earlier[key].chose or later[key].chose):
            yield _Measures(
                Compares.OPTION, wording, now.question.better, earlier[key], later[key], option_id=key,
                coded=coded if coded.uneven and key in by_coding else None,
            )  # fmt: skip


def _hang_on_coding(was: Asked, now: Asked) -> frozenset[str]:
    """“Other”, which coding takes answers from, and whatever one of the waves did not offer."""
    offered = [{one.option.id for one in asked.options if not one.option.is_other} for asked in (was, now)]
    every = {one.id for asked in (was, now) for one in asked.question.options}
    return frozenset(every - (offered[0] & offered[1]))


# --- the funnel and the rates -----------------------------------------------------------------------------------

_STEPS: Mapping[tuple[Role, Role], Measure] = {
    (Role.INVITED, Role.ATTENDED): Measure.ATTENDED,
    (Role.ATTENDED, Role.APPOINTABLE): Measure.APPOINTABLE,
    (Role.OFFERED, Role.STARTED): Measure.STARTED,
    (Role.STARTED, Role.STILL_THERE): Measure.STILL_THERE,
}
_RATES = {Rate.VACANCY: Measure.VACANCY_RATE, Rate.TURNOVER: Measure.TURNOVER_RATE}


def _of_measures(
    before: WaveData, after: WaveData, found: list[QuestionMatch], among: Pairs
) -> Iterator[ChangeRow]:
    by_role = {
        one.later.question.role: one
        for one in found
        if one.match.is_in_both and one.later and one.later.question.role
    }
    for one in (*_steps(before, after), *_rates(before, after)):
        asked = [by_role[role] for role in one.roles if role in by_role]
        if len(asked) == len(one.roles) and one.anybody:
            broken = next((match for match in asked if not match.comparable), asked[0])
            yield _row(one, None, "", broken, among)


def _steps(before: WaveData, after: WaveData) -> Iterator[_Measures]:
    stages = [one for one in FUNNEL if before.with_role(one) is not None and after.with_role(one) is not None]
    steps = list(pairwise(stages))
    was, now = step_figures(before, steps), step_figures(after, steps)
    for pair in steps:
        better = Better.NEITHER if pair[1] in (Role.INVITED, Role.OFFERED) else Better.HIGHER
        measure = _STEPS.get(pair, Measure.NONE)
        yield _Measures(
            Compares.STEP, step_words(*pair), better, was[pair], now[pair], measure=measure, roles=pair
        )


def _rates(before: WaveData, after: WaveData) -> Iterator[_Measures]:
    for rate, measure in _RATES.items():
        figures = rate_shares(before, rate), rate_shares(after, rate)
        yield _Measures(
            Compares.RATE,
            rate.label,
            Better.LOWER,
            *figures,
            measure=measure,
            roles=(Role.STAFF, rate.counted),
        )
    new = new_staff_figures(before), new_staff_figures(after)
    name = "Staff who have been there for less than 1 year"
    yield _Measures(Compares.RATE, name, Better.NEITHER, *new, roles=LENGTHS_OF_SERVICE)


# --- rows -------------------------------------------------------------------------------------------------------


def _row(
    one: _Measures, question_id: str | None, question: str, match: QuestionMatch, among: Pairs
) -> ChangeRow:
    if match.comparable and one.coded:
        was, now = one.before.figure(one.compares), one.after.figure(one.compares)
        left = one.coded.left
        uncoded = replace(was, not_coded=left[0]), replace(now, not_coded=left[1])
        every, same = Compared(*uncoded, Verdict.NOT_CODED_YET), None
    elif match.comparable:
        every = all_answers(one.before, one.after, one.compares)
        same = same_providers(one.before, one.after, one.compares, among) if among else None
    else:
        figures = one.before.figure(one.compares), one.after.figure(one.compares)
        every, same = Compared(*figures, Verdict.QUESTION_CHANGED), None
    told = (match.decision.reason,) if match.decision and match.comparable and match.decision.reason else ()
    return ChangeRow(
        one.compares, one.name, question_id, question, every, same, one.better, one.option_id, one.measure,
        (*match.what_changed, *told), match.decided, one.coded.sentence if match.comparable and one.coded else "",
    )  # fmt: skip


def _notes(
    before: WaveData,
    after: WaveData,
    rows: tuple[ChangeRow, ...],
    found: list[QuestionMatch],
    pairs_found: int,
) -> tuple[str, ...]:
    words = filter_words(after.filter)
    changed = {row.question_id or row.name for row in rows if row.question_changed}
    paired = (
        f"{count_of(pairs_found, 'provider or service', 'providers or services')} answered both times. {PAIRED_BY}"
        if pairs_found
        else "Nobody is known to have answered both times, so the same providers cannot be compared."
    )
    figures = any(not row.compares.of_yes_or_no for row in rows)
    return (
        *((f"Only: {words}.",) if words else ()),
        paired,
        _INDEPENDENT,
        _NO_CORRECTION,
        *((_RANGES,) if figures else ()),
        *_coding_notes(before, after, rows, found),
        *(
            (f"{count_of(len(changed), 'question')} changed between the waves: nothing is subtracted there.",)
            if changed
            else ()
        ),
    )


def _coding_notes(
    before: WaveData, after: WaveData, rows: tuple[ChangeRow, ...], found: list[QuestionMatch]
) -> list[str]:
    """Of each question that is compared and has texts which nobody looked at."""
    told = []
    compared = {row.question_id for row in rows if not row.question_changed}
    for match in found:
        if match.question not in compared or match.earlier is None or match.later is None:
            continue
        coded = coded_so_far(before, after, match.earlier, match.later)
        words = match.wording.rstrip("?:. ")
        if coded.uneven:
            told.append(_UNEVEN.format(question=words, why=coded.sentence))
        elif coded.nothing_yet and match.later.question.kind is not QuestionKind.TEXT:
            told.append(_NOTHING_CODED.format(question=words))
    return told
