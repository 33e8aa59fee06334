"""What the side Round says of the round itself: where it stands, its rules, its phases and how it got there."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from awards.rounds.moving_on import phase_standing
from awards.rounds.phase_plan import PlannedPhase, phases_of
from awards.rounds.phases import embargo_words, following, in_the_way, worth_knowing
from awards.rounds.rounds import AwardRound
from awards.rounds.tables import rules_lines, steps_table
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import date_short, moment_words


def round_detail(
    db: Database, held: AwardRound, actions: Sequence[Action], plan: Callable[[str], object] | None, *, today: date
) -> Detail:  # fmt: skip
    """All of it; `plan` opens the days of a phase, None where nothing may be changed."""
    return Detail(
        held.name,
        subtitle=_subtitle(held),
        pills=((ColumnKind.STATUS, held.phase.label),),
        actions=actions,
        sections=[
            *_next(db, held),
            Section("Phases", [_phase(one, plan, held, today) for one in phases_of(db, held.id)]),
            Section(
                "Rules", [Line(name, words) for name, words in rules_lines(held)] + [Line("Note", held.note)]
            ),
            Section("How it got here", table=steps_table(db, held), folded=True),
        ],
    )


def _subtitle(held: AwardRound) -> str:
    if held.archived_on is not None:
        return f"Archived on {date_short(held.archived_on)}"
    if held.announced_at is not None:
        return f"Announced {moment_words(held.announced_at)}"
    return embargo_words(held.embargo_until)


def _next(db: Database, held: AwardRound) -> list[Section]:
    goal = following(held.phase)
    if goal is None or held.archived_on is not None:
        return []
    standing = phase_standing(db, held.id)
    ways = in_the_way(goal, standing)
    lines = [Line("Next", goal.label)]
    lines += [Line("In the way", words) for words in ways]
    if not ways:
        lines += [Line("In the way", "Nothing: it can be moved on.")]
        lines += [Line("But", words) for words in worth_knowing(goal, standing)]
    return [Section("What comes next", lines, stacked=True)]


def _phase(one: PlannedPhase, plan: Callable[[str], object] | None, held: AwardRound, today: date) -> Line:
    when = _when(one) or "No day is planned"
    over = one.phase is held.phase and one.is_over(today) and following(held.phase) is not None
    words = f"{when}, overdue" if over else when
    return Line(one.phase.label, words, open=partial(plan, one.phase.value) if plan is not None else None)


def _when(one: PlannedPhase) -> str:
    first = date_short(one.from_on) if one.from_on else ""
    last = date_short(one.until_on) if one.until_on else ""
    if first and last:
        year = f" {last.rpartition(' ')[2]}"
        return first if first == last else f"{first.removesuffix(year)} to {last}"
    if first:
        return f"from {first}"
    return f"until {last}" if last else ""
