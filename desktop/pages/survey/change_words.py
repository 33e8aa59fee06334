"""What changed, in the cells of a table and in sentences."""

from decimal import Decimal

from resources.statistics import BASES_OF_PROVIDERS, Verdict
from resources.statistics.needed import answers_needed
from resources.tables import Cell, Column, ColumnKind
from resources.wording import count_of, number, percent, shortened, signed
from workforce.survey.action_plan.actions import ActionDraft
from workforce.survey.changes.change_row import ChangeRow, Compared, Compares, Comparison, Figure
from workforce.survey.vocabulary import Measure

_ALL, _SAME = "All answers", "Same providers"
COLUMNS = (
    Column("what", "What", width=212),
    Column("all_change", f"{_ALL}: change", width=106),
    Column("all_points", f"{_ALL}: points", width=128),
    Column("all_verdict", f"{_ALL}: verdict", ColumnKind.STATUS, 126),
    Column("same_change", f"{_SAME}: change", width=106),
    Column("same_points", f"{_SAME}: points", width=128),
    Column("same_verdict", f"{_SAME}: verdict", ColumnKind.STATUS, 126),
    Column("question", "Question", width=280),
)
POINTS = 10
MEASURED = "From several questions"


def key_of(row: ChangeRow) -> str:
    """The same in every pair of waves."""
    return "/".join((row.compares.value, row.question_id or row.name, row.option_id or ""))


def cells(row: ChangeRow) -> tuple[Cell, ...]:
    """A line of the table."""
    question = shortened(row.question, 60) if row.question else MEASURED
    return (name_of(row), *_compared(row.all_answers), *_compared(row.same_providers), question)


def name_of(row: ChangeRow) -> str:
    """What is compared; the question where that is only a median."""
    return shortened(row.question, 60) if row.compares is Compares.MIDDLE and row.question else row.name


def _compared(told: Compared | None) -> tuple[Cell, Cell, Cell]:
    if told is None:
        return None, None, None
    joined = " to " if told.verdict.is_subtracted else ", then "
    change = joined.join(_figure(one) or f"{one.base} answers" for one in (told.before, told.after))
    if told.before.printed is None and told.after.printed is None:
        change = ""
    return change, points_words(told), told.verdict.label


def _figure(one: Figure) -> str:
    if one.printed is None:
        return ""
    return percent(one.printed) if one.compares.is_percentage else number(one.printed, 1)


def points_words(told: Compared) -> str:
    """+7 (−3 to 17): percentage points with their interval."""
    if told.points is None:
        return ""
    points = _points(told.points)
    if told.interval is None:
        return points
    low, high = (_end(round(end * 100)) for end in (told.interval.low, told.interval.high))
    return f"{points} ({low} to {high})"


def _end(points: int) -> str:
    return signed(points).removeprefix("+")


def _points(points: Decimal) -> str:
    return signed(points, 0 if points == points.to_integral_value() else 1)


# --- sentences ----------------------------------------------------------------------------------------------


def finding(row: ChangeRow) -> str:
    """Not enough applicants: from 59% to 45%, improved."""
    told = row.all_answers
    if told.verdict is Verdict.QUESTION_CHANGED:
        return f"{name_of(row)}: the question changed, so that nothing is compared"
    if row.not_coded:
        return f"{name_of(row)}: not compared, because {row.not_coded.rstrip('.')}"
    before, after = _figure(told.before), _figure(told.after)
    if not before or not after:
        return f"{name_of(row)}: too few answers to compare"
    return f"{name_of(row)}: from {before} to {after}, {told.verdict.label.lower()}"


def draft_from(row: ChangeRow, wave_id: str) -> ActionDraft:
    """An action about a finding, measured first in this wave by the same figure."""
    if row.option_id is not None:
        return ActionDraft(
            "", finding(row), measure=Measure.SHARE, question_id=row.question_id, option_id=row.option_id,
            baseline_wave_id=wave_id,
        )  # fmt: skip
    return ActionDraft("", finding(row), measure=row.measure, baseline_wave_id=wave_id)


def few_pairs(found: Comparison) -> str:
    """Why nothing is said of the same providers, where that holds of every line; else nothing."""
    same = [row.same_providers for row in found.rows if row.same_providers is not None]
    if not same or any(told.verdict is not Verdict.BASE_TOO_SMALL for told in same):
        return ""
    return (
        f"{count_of(found.pairs, 'response')} can be followed from {found.earlier.name} to {found.later.name}; a "
        f"verdict on the same providers needs {BASES_OF_PROVIDERS.flag} that answered the question both times."
    )


def sentences(row: ChangeRow, found: Comparison) -> list[str]:
    """All that is known of one line, of those that were compared."""
    told = [
        _sentence("All answers", row.all_answers)
        + _because_of_many(row.all_answers, _tested(found, same=False))
    ]
    if row.same_providers is not None:
        told.append(_same(row) + _because_of_many(row.same_providers, _tested(found, same=True)))
    elif row.not_coded:
        told.append(row.not_coded)
    elif not row.question_changed:
        told.append("Nobody is known to have answered both times.")
    pooled = row.all_answers.before.pooled_printed, row.all_answers.after.pooled_printed
    if pooled[0] is not None and pooled[1] is not None:
        told.append(
            f"All people together: {percent(pooled[0])}, then {percent(pooled[1])}; this is not judged."
        )
    if row.compares in (Compares.STEP, Compares.RATE):
        told.append(_EXACT_ALONE)
    if row.what_changed:
        told.append(f"{'Compared all the same. ' if row.decided else ''}{' '.join(row.what_changed)}")
    return told


_EXACT_ALONE = (
    "This compares exact figures alone. Funnel and Results count ranges and bands too, so a typical provider may stand "
    "differently there."
)


def _tested(found: Comparison, *, same: bool) -> int:
    compared = [row.same_providers if same else row.all_answers for row in found.rows]
    return sum(told is not None and told.p is not None for told in compared)


def _because_of_many(told: Compared, tested: int) -> str:
    """Why a change whose own interval leaves out no change is not called clear."""
    if told.verdict is not Verdict.NO_CLEAR_CHANGE or told.interval is None:
        return ""
    if told.p_corrected is None or told.interval.low <= 0 <= told.interval.high:
        return ""
    return f" By itself it would look clear; after allowing for {tested:,} comparisons it is not."


def _sentence(who: str, told: Compared) -> str:
    both = [f"{_figure(one) or 'not shown'} of {one.base:,}" for one in (told.before, told.after)]
    if told.verdict is Verdict.QUESTION_CHANGED:
        return f"{who}: {both[0]}, and {both[1]} to the other question."
    points = (
        f", {points_words(told)} points"
        if told.points is not None and told.before.compares.is_percentage
        else ""
    )
    return f"{who}: {both[0]} before, {both[1]} now{points}. {told.verdict.label}."


def _same(row: ChangeRow) -> str:
    told = row.same_providers
    assert told is not None
    moved = "now say it and" if row.compares.of_yes_or_no else "have a higher figure now and"
    lost = "no longer do" if row.compares.of_yes_or_no else "a lower one"
    who = f"The {count_of(told.pairs or 0, 'provider')} that answered both times"
    return f"{_sentence(who, told)} {told.up:,} {moved} {told.down:,} {lost}."


def needed_words(row: ChangeRow, population: int | None) -> str:
    """How many answers would be needed to see 10 points."""
    value = row.all_answers.after.value
    if value is None or not row.compares.of_yes_or_no:
        return "" if row.compares.of_yes_or_no else _WORST.format(needed=answers_needed(POINTS).per_wave)
    found = answers_needed(POINTS, float(value), population=population)
    told = (
        f"To see a change of {POINTS} points from {percent(float(value) * 100)}, {found.per_wave:,} answers would be "
        f"needed in each wave, or {found.pairs:,} of the same providers both times."
    )
    if found.can_be_reached or population is None:
        return told
    seen = (
        f" {found.smallest_seen} points are the smallest change that can be seen."
        if found.smallest_seen
        else ""
    )
    return f"{told} There are only {population:,} to ask.{seen}"


_WORST = (
    f"How many answers it takes to see a change of {POINTS} points in a typical figure is not known beforehand; of a "
    "share it would be at most {needed:,} in each wave."
)
