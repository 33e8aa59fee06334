"""What changed, in the cells of a table and in sentences."""

from decimal import Decimal

from resources.statistics import Verdict
from resources.statistics.needed import answers_needed
from resources.tables import Cell, Column, ColumnKind
from resources.wording import count_of, number, percent, shortened
from workforce.survey.action_plan.actions import ActionDraft
from workforce.survey.changes.change_row import ChangeRow, Compared, Compares, Figure
from workforce.survey.vocabulary import Measure

_ALL, _SAME = "All answers", "Same providers"
COLUMNS = (
    Column("what", "What", width=176),
    Column("all_change", f"{_ALL}: change", width=112),
    Column("all_points", f"{_ALL}: points", width=120),
    Column("all_verdict", f"{_ALL}: verdict", ColumnKind.STATUS, 138),
    Column("same_change", f"{_SAME}: change", width=112),
    Column("same_points", f"{_SAME}: points", width=120),
    Column("same_verdict", f"{_SAME}: verdict", ColumnKind.STATUS, 138),
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
    """+7 (-3 to 17): percentage points with their interval."""
    if told.points is None:
        return ""
    points = signed(told.points)
    if told.interval is None:
        return points
    return f"{points} ({round(told.interval.low * 100)} to {round(told.interval.high * 100)})"


def signed(points: Decimal) -> str:
    """+7, -3, 0."""
    words = number(abs(points), 0 if points == points.to_integral_value() else 1)
    return f"+{words}" if points > 0 else f"-{words}" if points < 0 else "0"


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


def sentences(row: ChangeRow) -> list[str]:
    """All that is known of one line."""
    told = [_sentence("All answers", row.all_answers)]
    if row.same_providers is not None:
        told.append(_same(row))
    elif row.not_coded:
        told.append(row.not_coded)
    elif not row.question_changed:
        told.append("Nobody is known to have answered both times.")
    pooled = row.all_answers.before.pooled_printed, row.all_answers.after.pooled_printed
    if pooled[0] is not None and pooled[1] is not None:
        told.append(
            f"All people together: {percent(pooled[0])}, then {percent(pooled[1])}; this is not judged."
        )
    if row.what_changed:
        told.append(f"{'Compared all the same. ' if row.decided else ''}{' '.join(row.what_changed)}")
    return told


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
