"""What the pane says of a placement: where it stands, what is to be done, and whether the job lasts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind, Table
from resources.wording import capital_first, date_words
from workforce.iwork.placements.access_to_work import access_standing
from workforce.iwork.placements.benefits import benefit_rules
from workforce.iwork.placements.checkpoints import asked_of
from workforce.iwork.placements.pay import against_limits, pay_of, total_of
from workforce.iwork.placements.placements import Placement, placement
from workforce.iwork.placements.support import fading_words, plan_of, plan_said, support_weeks, visits_of
from workforce.iwork.placements.tables import (
    TASTER_COLUMNS,
    checkpoints_table,
    job_words,
    periods_table,
    steps_table,
    taster_lines,
    visits_table,
)
from workforce.iwork.placements.whom import person_with_initials

_WIDTHS = {"words": 80, "employer": 126}


@dataclass(frozen=True)
class Ways:
    """Where a row of the pane leads."""

    support: Callable[[str], object]
    pay: Callable[[str], object]
    checkpoint: Callable[[str], object]
    taster: Callable[[str], object]
    person: Callable[[str], object]
    post: Callable[[str], object]


def placement_detail(
    vault: Database, key: str, actions: Sequence[Action], ways: Ways, *, today: date
) -> Detail:
    """One placement; the person by reference and initials."""
    held = placement(vault, key)
    sections = [
        _facts(vault, held, ways, today), *_job(vault, held, ways, today), _support(vault, held, ways, today),
        *_tasters(vault, held, ways), _steps(vault, held),
    ]  # fmt: skip
    return Detail(
        person_with_initials(vault, held.person_id), job_words(vault, held) or "No post yet",
        [(ColumnKind.STATUS, held.stage.label)], actions, sections,
    )  # fmt: skip


def _facts(vault: Database, held: Placement, ways: Ways, today: date) -> Section:
    total = total_of(vault, held.person_id, today)
    rules = benefit_rules(vault)
    post, access = held.post_id, access_standing(held, rules, today)
    ended = f"{date_words(held.ended_on)}. {held.end_words}".strip() if held.ended_on else ""
    lines = [
        Line("Person", "Open in People", lambda: ways.person(held.person_id)),
        Line("Post", "Open in Posts" if post else "", (lambda: ways.post(post)) if post else None),
        Line("Paused at", held.paused_from.label if held.paused_from else ""),
        Line("Begun", date_words(held.began_on)),
        Line("Started work", date_words(held.started_on) if held.started_on else ""),
        Line("Ended", ended), Line("Why", held.end_reason.label if held.end_reason else ""),
        Line("All jobs today", total.words if total.jobs else ""),
        *(Line("Benefits", one.sentence) for one in against_limits(total, rules, today)),
        Line("Access to Work", capital_first(access.sentence.removeprefix("Access to Work: "))),
        Line("Note", held.note),
    ]  # fmt: skip
    return Section("Placement", lines)


def _job(vault: Database, held: Placement, ways: Ways, today: date) -> list[Section]:
    if held.started_on is None:
        return []
    asked = asked_of(vault, held, today)
    due = [one for one in asked if one.is_due]
    lines = [Line("Due", f"{one.weeks} weeks, since {date_words(one.on)}") for one in due]
    points = _only(checkpoints_table(vault, held.id, today), "weeks", "on", "state")
    pay = periods_table(vault, held.id)
    keys = [one.id for one in pay_of(vault, held.id)]
    return [
        Section(
            "Still in work?", lines, points, keys=[str(one.weeks) for one in asked], opened=ways.checkpoint
        ),
        Section("Hours and pay", (), _only(pay, "from_on", "hours", "pay"), keys=keys, opened=ways.pay),
    ]


def _support(vault: Database, held: Placement, ways: Ways, today: date) -> Section:
    plan, visits = plan_of(vault, held.id), visits_of(vault, held.id)
    lines = [Line("Planned", plan_said(plan))]
    if held.started_on is not None:
        last = min(today, held.ended_on or today)
        lines.append(Line("", fading_words(support_weeks(plan, visits, held.started_on, last))))
    if not visits:
        return Section("Support", [*lines, Line("", "No support is written down yet.")])
    table = _only(visits_table(vault, held.id), "done_on", "hours", "kind", "words")
    newest = Table(table.title, table.columns, list(reversed(table.rows)), exempt=table.exempt)
    return Section("Support", lines, newest, keys=[one.id for one in reversed(visits)], opened=ways.support)


def _tasters(vault: Database, held: Placement, ways: Ways) -> list[Section]:
    lines = taster_lines(vault, held.person_id)
    if not lines:
        return []
    table = _only(
        Table("Tasters", TASTER_COLUMNS, [row for _, row in lines]), "day_on", "employer", "outcome"
    )
    return [Section("Tasters", (), table, keys=[key for key, _ in lines], opened=ways.taster)]


def _steps(vault: Database, held: Placement) -> Section:
    table = _only(steps_table(vault, held.id), "done_on", "to", "words")
    return Section(
        "Steps",
        (),
        Table(table.title, table.columns, list(reversed(table.rows)), exempt=table.exempt),
        folded=True,
    )


def _only(table: Table, *names: str) -> Table:
    """Some of the columns, as wide as the pane has room for."""
    at = [place for place, one in enumerate(table.columns) if one.name in names]
    columns = tuple(
        replace(
            table.columns[place], width=_WIDTHS.get(table.columns[place].name, table.columns[place].width)
        )
        for place in at
    )
    return replace(table, columns=columns, rows=[tuple(row[place] for place in at) for row in table.rows])
