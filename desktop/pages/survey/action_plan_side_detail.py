"""What the pane says of an action and of a practice."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.survey.action_plan.actions import PlanAction
from workforce.survey.action_plan.progress import Progress
from workforce.survey.action_plan.standing import PracticeStanding
from workforce.survey.action_plan.tables import uses_table
from workforce.survey.changes.tables import figure_words, points_words
from workforce.survey.vocabulary import Measure
from workforce.survey.waves.waves import Wave


def action_detail(
    held: PlanAction, how: Progress, measured: str, waves: Mapping[str, str], actions: Sequence[Action], *,
    today: date,
) -> Detail:  # fmt: skip
    """One action of the plan."""
    due = f"{date_words(held.due_on)}" if held.due_on else ""
    closed = f"{held.status.label} on {date_words(held.closed_on)}" if held.closed_on else ""
    what = Section(
        "Action",
        (
            Line("Finding", held.finding), Line("Owner", held.owner), Line("Due", due), Line("Closed", closed),
            Line("Note", held.note),
        ),
    )  # fmt: skip
    return Detail(
        held.action, "", [(ColumnKind.STATUS, held.standing(today))], actions,
        (what, _measured(held, how, measured, waves)),
    )  # fmt: skip


def _measured(held: PlanAction, how: Progress, measured: str, waves: Mapping[str, str]) -> Section:
    if held.measure is Measure.NONE:
        return Section(
            "Progress", (Line("", "It is not measured by the survey. “Change…” says by what it could be."),)
        )
    first, again = waves.get(held.baseline_wave_id or "", ""), waves.get(held.wave_id or "", "")
    lines = [Line("Measured by", measured)]
    if how.before is not None:
        lines.append(Line(first or "Before", figure_words(how.before)))
    if how.after is not None:
        lines.append(Line(again or "Since", figure_words(how.after)))
    if how.change is not None and how.points is not None:
        lines.append(Line("Change", points_words(how.change.all_answers)))
    if how.verdict is not None:
        lines.append(Line("Verdict", how.verdict.label, kind=ColumnKind.STATUS))
    pairs = how.change.same_providers if how.change else None
    if pairs is not None and pairs.pairs:
        said = f"{pairs.verdict.label}, of {count_of(pairs.pairs, 'provider')} that answered both times"
        lines.append(Line("Same providers", said))
    if how.change is None:
        lines.append(Line("", how.sentence))
    return Section("Progress", tuple(lines))


def practice_detail(
    held: PracticeStanding,
    asked: Sequence[Wave],
    actions: Sequence[Action],
    open_use: Callable[[str], object],
) -> Detail:
    """One practice: what it is, what the waves say, where it was tried."""
    one = held.practice
    surveyed = [line for wave in asked for line in _of_wave(held, wave)]
    said = surveyed or [Line("", "No answer of the survey is linked to it, or nobody has answered yet.")]
    return Detail(
        one.name, f"{one.topic.label}. {one.source}".strip(), (), actions,
        (
            Section("What it is", (Line("", one.description or "Nothing is written of it yet."),)),
            Section("In the survey", tuple(said)),
            Section("Tried by", (Line("", held.works_words),), _uses(held), opened=open_use,
                    keys=[use.id for use in held.uses]),
        ),
    )  # fmt: skip


def _uses(held: PracticeStanding) -> Table:
    return uses_table(held.practice.name, held.uses)


def _of_wave(held: PracticeStanding, wave: Wave) -> list[Line]:
    does, best = held.does.get(wave.id), held.best.get(wave.id)
    lines = []
    if does is not None:
        shown = f"{does.shown}%, " if does.shown is not None else ""
        lines.append(Line(wave.name, f"{shown}{does.count:,} of {does.base:,} do this"))
    if best is not None and best.base:
        lines.append(Line("", f"{best.count:,} of {best.base:,} say it works best"))
    return lines
