"""Support in work: what was given, and what is planned week by week, fading. What is said of both is pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import as_date, date_words
from workforce.iwork.placements.placements import placement
from workforce.iwork.placements.whom import person_words
from workforce.iwork.times import hours_said, hours_words, read_hours
from workforce.iwork.vocabulary import SupportKind


@dataclass(frozen=True)
class SupportVisit:
    """Support that was given on a day."""

    id: str
    placement_id: str
    done_on: date
    minutes: int
    kind: SupportKind
    by: str
    words: str


@dataclass(frozen=True)
class SupportPlan:
    """From this week of the job on, so many minutes a week, until a later week says otherwise."""

    id: str
    placement_id: str
    from_week: int
    minutes_week: int


class NewVisit(TypedDict, total=False):
    """What else may be said of support given. Without `by` it was whoever writes it down."""

    kind: SupportKind
    by: str
    words: str


class VisitFacts(NewVisit, total=False):
    """What may be put right of it."""

    done_on: date
    minutes: int


# --- support given ----------------------------------------------------------------------------------------


def visit(vault: Database, key: str) -> SupportVisit:
    """One by its key."""
    row = vault.row(f"select {columns_of(SupportVisit)} from support_visit where id = ?", (key,))
    if row is None:
        raise LookupError(f"no support {key}")
    return _visit(row)


def visits_of(vault: Database, placement_id: str) -> list[SupportVisit]:
    """All support given in a placement, the earliest first."""
    rows = vault.rows(
        f"select {columns_of(SupportVisit)} from support_visit where placement_id = ? order by done_on, id",
        (placement_id,),
    )
    return [_visit(row) for row in rows]


def visits_of_all(vault: Database) -> dict[str, list[SupportVisit]]:
    """The same of every placement that has any, by its key."""
    found: dict[str, list[SupportVisit]] = {}
    for row in vault.rows(f"select {columns_of(SupportVisit)} from support_visit order by done_on, id"):
        one = _visit(row)
        found.setdefault(one.placement_id, []).append(one)
    return found


def _visit(row: tuple[Any, ...]) -> SupportVisit:
    return made(SupportVisit, row, done_on=as_date, kind=SupportKind)


def add_visit(
    vault: Database, placement_id: str, done_on: date, minutes: int, *, today: date, **given: Unpack[NewVisit]
) -> SupportVisit:  # fmt: skip
    """Write down support that was given."""
    key = new_key()
    facts: VisitFacts = {
        "kind": SupportKind.ON_THE_JOB,
        "by": vault.who,
        **given,
        "done_on": done_on,
        "minutes": minutes,
    }
    _refuse_visit(vault, placement_id, done_on, minutes, today)
    with change(vault, f"Recorded support of {_who(vault, placement_id)}"):
        vault.insert_row("support_visit", {"id": key, "placement_id": placement_id, **cells_of(facts)})
    return visit(vault, key)


def edit_visit(vault: Database, key: str, *, today: date, **given: Unpack[VisitFacts]) -> SupportVisit:
    """Put right what was written down."""
    held = visit(vault, key)
    _refuse_visit(
        vault,
        held.placement_id,
        given.get("done_on", held.done_on),
        given.get("minutes", held.minutes),
        today,
    )
    with change(vault, f"Changed support of {_who(vault, held.placement_id)}"):
        vault.update_row("support_visit", key, cells_of(given))
    return visit(vault, key)


def remove_visit(vault: Database, key: str) -> None:
    """Take away what was entered by mistake."""
    held = visit(vault, key)
    with change(vault, f"Removed support of {_who(vault, held.placement_id)}"):
        vault.delete_row("support_visit", key)


def _who(vault: Database, placement_id: str) -> str:
    return person_words(vault, placement(vault, placement_id).person_id)


def _refuse_visit(vault: Database, placement_id: str, day: date, minutes: int, today: date) -> None:
    began = placement(vault, placement_id).began_on
    if day > today:
        raise FieldProblem(
            "done_on", f"{date_words(day)} is still to come. Support is written down once it was given."
        )
    if day < began:
        raise FieldProblem(
            "done_on", f"The placement began on {date_words(began)}, so there was no support in it before."
        )
    if not 0 < minutes <= 24 * 60:
        raise FieldProblem("minutes", "Support of one day is more than nothing and at most 24 hours.")


# --- support planned --------------------------------------------------------------------------------------


def plan_of(vault: Database, placement_id: str) -> list[SupportPlan]:
    """What is planned, by week."""
    rows = vault.rows(
        f"select {columns_of(SupportPlan)} from support_plan where placement_id = ? order by from_week",
        (placement_id,),
    )
    return [SupportPlan(*row) for row in rows]


def plans_of_all(vault: Database) -> dict[str, list[SupportPlan]]:
    """The same of every placement that has one, by its key."""
    found: dict[str, list[SupportPlan]] = {}
    for row in vault.rows(f"select {columns_of(SupportPlan)} from support_plan order by from_week"):
        one = SupportPlan(*row)
        found.setdefault(one.placement_id, []).append(one)
    return found


def set_plan(vault: Database, placement_id: str, steps: Iterable[tuple[int, int]]) -> list[SupportPlan]:
    """Plan all of it anew: (from which week of the job, how many minutes a week)."""
    wanted = sorted(steps)
    if len({week for week, _ in wanted}) < len(wanted):
        raise FieldProblem("plan", "Two lines begin in the same week. Give each week once.")
    with change(vault, f"Planned support of {_who(vault, placement_id)}"):
        held = {one.from_week: one for one in plan_of(vault, placement_id)}
        for week in held.keys() - {week for week, _ in wanted}:
            vault.delete_row("support_plan", held[week].id)
        for week, minutes in wanted:
            if week not in held:
                cells = cells_of({"placement_id": placement_id, "from_week": week, "minutes_week": minutes})
                vault.insert_row("support_plan", {"id": new_key(), **cells})
            elif held[week].minutes_week != minutes:
                vault.update_row("support_plan", held[week].id, {"minutes_week": minutes})
    return plan_of(vault, placement_id)


_STEP = re.compile(r"(?:from\s+)?week\s*(\d{1,3})\s*(?:on)?\s*[:=,]?\s*(none|0|.+)", re.IGNORECASE)
_PLAN_HELP = "Write it as “week 1: 10; week 5: 4; week 14: 0”, in hours a week."


def read_plan(text: str) -> list[tuple[int, int]]:
    """“week 1: 10; week 5: 4½; week 14: 0” as weeks and minutes."""
    found = []
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        match = _STEP.fullmatch(part.strip())
        if match is None or int(match[1]) == 0:
            raise FieldProblem("plan", f"“{part.strip()}” cannot be read. {_PLAN_HELP}")
        found.append((int(match[1]), _plan_minutes(match[2])))
    return found


def _plan_minutes(text: str) -> int:
    bare = re.sub(r"\s*(hours?|hrs?|h)?(\s*a\s*week)?$", "", text.strip().casefold())
    if bare in ("0", "none", "no"):
        return 0
    try:
        return read_hours(bare)
    except Problem:
        raise FieldProblem("plan", f"“{text.strip()}” is no number of hours. {_PLAN_HELP}") from None


def plan_said(plan: Sequence[SupportPlan]) -> str:
    """As it is typed."""
    return "; ".join(f"week {one.from_week}: {hours_said(one.minutes_week) or '0'}" for one in plan)


# --- planned against given, pure --------------------------------------------------------------------------


@dataclass(frozen=True)
class SupportWeek:
    """One week of the job. `planned` is None while nothing is planned for it."""

    week: int
    from_on: date
    planned: int | None
    given: int


def week_of(started_on: date, day: date) -> int:
    """Which week of the job a day lies in; the first is 1, days before the start lie in 0 and below."""
    return (day - started_on).days // 7 + 1


def planned_in(plan: Sequence[SupportPlan], week: int) -> int | None:
    """Minutes planned for a week; None before the first that is planned."""
    begun = [one for one in plan if one.from_week <= week]
    return max(begun, key=lambda one: one.from_week).minutes_week if begun else None


def support_weeks(
    plan: Sequence[SupportPlan], visits: Sequence[SupportVisit], started_on: date, last: date
) -> tuple[SupportWeek, ...]:
    """Every week of the job up to the day `last`, with what was planned and what was given."""
    given: dict[int, int] = {}
    for one in visits:
        week = week_of(started_on, one.done_on)
        given[week] = given.get(week, 0) + one.minutes
    return tuple(
        SupportWeek(week, started_on + timedelta(weeks=week - 1), planned_in(plan, week), given.get(week, 0))
        for week in range(1, week_of(started_on, last) + 1)
    )


def fading_words(weeks: Sequence[SupportWeek]) -> str:
    """Whether support fades as planned, by the last four whole weeks."""
    recent = [one for one in weeks[:-1] if one.planned is not None][-4:]
    if not recent and weeks and weeks[-1].planned is not None:
        return "The first whole week that support was planned for is not over yet."
    if not recent:
        return "Nothing is planned yet: plan how support fades."
    planned, given = sum(one.planned or 0 for one in recent), sum(one.given for one in recent)
    if not planned and not given:
        return "Support has faded: in the last weeks none was planned and none given."
    lead = f"In the last {len(recent)} whole weeks" if len(recent) > 1 else "In the last whole week"
    told = f"{lead} {hours_words(given)} were given and {hours_words(planned)} planned"
    if given > planned:
        return f"{told}: more than planned. See what is needed, or plan anew."
    if given < planned:
        return f"{told}: less than planned. Either it fades sooner, or visits are not written down."
    return f"{told}: as planned."
