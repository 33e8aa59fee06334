"""How an action is getting on: the figure it began from, the figure since, and what may be said of the change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from resources.database import Database
from resources.statistics import Verdict
from resources.wording import count_of, number, percent
from workforce.survey.action_plan.actions import PlanAction
from workforce.survey.analysis.frame import read_wave
from workforce.survey.analysis.frequencies import frequency
from workforce.survey.changes.change_row import ChangeRow, Comparison, Figure
from workforce.survey.vocabulary import Measure
from workforce.survey.waves.waves import wave

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


def progress(db: Database, plan: Iterable[PlanAction]) -> dict[str, Progress]:
    """Of each action by its key; waves that several are measured in are compared once."""
    held = list(plan)
    pairs = {(one.baseline_wave_id, one.wave_id) for one in held if one.measure is not Measure.NONE}
    compared = {(first, second): _compare(db, first, second) for first, second in pairs if first and second}
    return {
        one.id: progress_of(db, one, compared.get((one.baseline_wave_id or "", one.wave_id or "")))
        for one in held
    }


def progress_of(db: Database, one: PlanAction, compared: Comparison | None) -> Progress:
    """Of one action; `compared` are its two waves, where both are known and have answers."""
    if one.measure is Measure.NONE:
        return Progress(NOT_MEASURED)
    if one.baseline_wave_id is None:
        return Progress("No wave is chosen in which it was measured first.")
    row = _row(one, compared) if compared else None
    if row is not None:
        return Progress(_change_words(row), row.all_answers.before, row.all_answers.after, row)
    first = _first_figure(db, one)
    told = f"{figure_words(first)} in {wave(db, one.baseline_wave_id).name}" if first else ""
    return Progress(f"{told}; {_waiting(db, one)}" if told else _waiting(db, one).capitalize(), first)


def _compare(db: Database, first: str, second: str) -> Comparison | None:
    from workforce.survey.changes.comparing import compare  # loaded when first used

    answered = {key for (key,) in db.rows("select distinct wave_id from survey_response where counts")}
    return compare(db, first, second) if {first, second} <= answered else None


def _row(one: PlanAction, compared: Comparison) -> ChangeRow | None:
    if one.measure is not Measure.SHARE:
        return compared.measured(one.measure)
    rows = compared.of_question(one.question_id or "")
    return next((row for row in rows if row.option_id == one.option_id), None)


def _first_figure(db: Database, one: PlanAction) -> Figure | None:
    """The share it began from, as long as there is nothing to compare it with."""
    if one.measure is not Measure.SHARE or one.baseline_wave_id is None or one.question_id is None:
        return None
    try:
        found = frequency(read_wave(db, one.baseline_wave_id), one.question_id)
    except LookupError:  # that wave did not ask it
        return None
    share = next((row.share for row in found.rows if row.option_id == one.option_id), None)
    if share is None:
        return None
    value = Fraction(share.count, share.base) if share.base else None
    return Figure(value, share.base, count=share.count)


def _waiting(db: Database, one: PlanAction) -> str:
    if one.wave_id is None:
        return "measured again once a later wave is planned and chosen."
    later = wave(db, one.wave_id)
    answered = db.value(
        "select exists (select 1 from survey_response where wave_id = ? and counts)", (later.id,)
    )
    if answered:
        return f"it cannot be compared: {later.name} or the wave before did not measure it."
    return f"measured again in {later.name}, which has no answers yet."


def _change_words(row: ChangeRow) -> str:
    all_answers = row.all_answers
    before, after = figure_words(all_answers.before), figure_words(all_answers.after)
    points = all_answers.points
    moved = f", {points_words(points, row)}" if points is not None else ""
    return f"{before} before, {after} since{moved}: {all_answers.verdict.label.lower()}."


def figure_words(one: Figure) -> str:
    """45% of 60; too few to show (8)."""
    if one.printed is None:
        return f"too few to show ({count_of(one.base, 'answer')})"
    said = percent(one.printed) if one.compares.is_percentage else number(one.printed, 1)
    return f"{said} of {one.base:,}"


def points_words(points: Decimal, row: ChangeRow) -> str:
    """Up 12 points; down 1 point; no change."""
    if not points:
        return "no change"
    size = abs(points)
    unit = (" point" if size == 1 else " points") if row.compares.is_percentage else ""
    places = 0 if row.compares.is_percentage else 1
    return f"{'up' if points > 0 else 'down'} {number(size, places)}{unit}"


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
