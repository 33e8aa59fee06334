"""How an action is getting on: the figure it began from, the figure since, and what may be said of the change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from resources.database import Database
from resources.statistics import Verdict
from resources.wording import capital_first, date_words
from workforce.survey.action_plan.actions import PlanAction
from workforce.survey.changes.change_row import ChangeRow, Comparison, Figure
from workforce.survey.changes.tables import figure_words, points_words
from workforce.survey.vocabulary import Measure
from workforce.survey.waves.waves import Wave, wave

if TYPE_CHECKING:
    from workforce.survey.analysis.frame import WaveData

NOT_MEASURED = "Not measured"


@dataclass(frozen=True)
class Progress:
    """`before` and `after` are None where the wave has no such figure; `sentence` says how it stands, or why not yet.

    `change` is the row of the comparison of the two waves, with the verdict and its rule.
    """

    sentence: str
    before: Figure | None = None
    after: Figure | None = None
    change: ChangeRow | None = None

    @property
    def points(self) -> Decimal | None:
        """In percentage points, of all answers."""
        return self.change.all_answers.points if self.change else None

    @property
    def verdict(self) -> Verdict | None:
        """On the change in all answers."""
        return self.change.all_answers.verdict if self.change else None


def progress(
    db: Database, plan: Iterable[PlanAction], known: Comparison | None = None, *,
    read: Callable[[str], "WaveData"] | None = None, until: date | None = None,
) -> dict[str, Progress]:  # fmt: skip
    """Of each action by its key; waves that several are measured in are compared once, and not if it is `known`.

    `read` gives a wave by its key, where somebody may have read it already. Waves that were not over by the day
    `until` are not looked at.
    """
    compared: dict[tuple[str, str], Comparison | None] = {}
    if known is not None and known.filter.is_everybody:
        compared[known.earlier.id, known.later.id] = known
    found = {}
    for one in plan:
        first, second = (_in_time(db, key, until) for key in (one.baseline_wave_id, one.wave_id))
        for pair in ((first, second), (first, first)):
            if one.measure is not Measure.NONE and all(pair) and pair not in compared:
                compared[pair] = _compare(db, *pair, read)
            if compared.get(pair):  # the first wave alone is of use only where the two cannot be compared yet
                break
        found[one.id] = progress_of(
            db, one, compared.get((first, second)), compared.get((first, first)), until
        )
    return found


def _in_time(db: Database, wave_id: str | None, until: date | None) -> str:
    """The key of a wave that was over by a day; else ''."""
    return wave_id if wave_id and not _is_later(wave(db, wave_id), until) else ""


def _is_later(held: Wave, until: date | None) -> bool:
    return until is not None and (held.closes_on or held.opens_on) > until


def progress_of(
    db: Database, one: PlanAction, compared: Comparison | None, alone: Comparison | None = None,
    until: date | None = None,
) -> Progress:  # fmt: skip
    """Of one action; `compared` are its two waves, `alone` the first with itself, where they have answers."""
    if one.measure is Measure.NONE:
        return Progress(NOT_MEASURED)
    if one.baseline_wave_id is None:
        return Progress("No wave is chosen in which it was measured first.")
    row = _row(one, compared) if compared else None
    if row is not None:
        return Progress(_change_words(row), row.all_answers.before, row.all_answers.after, row)
    began = _row(one, alone) if alone else None
    if began is None:
        return Progress(capital_first(_waiting(db, one, until)))
    first = began.all_answers.before
    told = f"{figure_words(first)} in {wave(db, one.baseline_wave_id).name}"
    return Progress(f"{told}; {_waiting(db, one, until)}", first)


def waves_measured(db: Database, plan: Iterable[PlanAction]) -> list[str]:
    """The waves that have to be read to say how a plan is getting on: those with answers in which it is measured."""
    wanted = {
        key for one in plan if one.measure is not Measure.NONE for key in (one.baseline_wave_id, one.wave_id)
    }
    return sorted(key for key in wanted if key and _has_answers(db, key))


def _has_answers(db: Database, wave_id: str) -> bool:
    found = db.value("select exists (select 1 from survey_response where wave_id = ? and counts)", (wave_id,))
    return bool(found)


def _compare(
    db: Database, first: str, second: str, read: Callable[[str], "WaveData"] | None
) -> Comparison | None:
    from workforce.survey.changes.comparing import compare, compare_data  # loaded when first used

    if not (_has_answers(db, first) and _has_answers(db, second)):
        return None
    return compare(db, first, second) if read is None else compare_data(db, read(first), read(second))


def _row(one: PlanAction, compared: Comparison) -> ChangeRow | None:
    if one.measure is not Measure.SHARE:
        return compared.measured(one.measure)
    rows = compared.of_question(one.question_id or "")
    return next((row for row in rows if row.option_id == one.option_id), None)


def _waiting(db: Database, one: PlanAction, until: date | None) -> str:
    if one.wave_id is None:
        return "measured again once a later wave is planned and chosen."
    later = wave(db, one.wave_id)
    if until is not None and _is_later(later, until):
        return f"measured again in {later.name}, which was not over by {date_words(until)}."
    if _has_answers(db, later.id):
        return f"it cannot be compared: {later.name} or the wave before did not measure it."
    return f"measured again in {later.name}, which has no answers yet."


def _change_words(row: ChangeRow) -> str:
    """Improved, +14 points: 55% of 75, then 69% of 68."""
    told = row.all_answers
    if row.not_coded:
        return f"Not compared yet: {row.not_coded}"
    verdict = " ".join(part for part in (f"{told.verdict.label},", points_words(told)) if part).rstrip(",")
    return f"{verdict}: {figure_words(told.before)}, then {figure_words(told.after)}"


def measure_words(db: Database, one: PlanAction) -> str:
    """By what it is measured: the share that chose “Not enough applicants”."""
    if one.measure is Measure.NONE:
        return NOT_MEASURED
    if one.measure is not Measure.SHARE:
        return one.measure.label
    wording = db.value("select wording from survey_option where id = ?", (one.option_id,))
    return f"Share that chose “{wording}”"


def wave_names(db: Database, plan: Iterable[PlanAction]) -> Mapping[str, str]:
    """The names of the waves of a plan by key."""
    wanted = {key for one in plan for key in (one.baseline_wave_id, one.wave_id) if key}
    return {key: wave(db, key).name for key in wanted}
