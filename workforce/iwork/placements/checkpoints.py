"""Still in work? Asked 4, 13, 26 and 52 weeks after the start. When that is due is pure.

These are the team’s own weeks, counted from the first day of work: nobody else’s definition is meant.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import and_list, as_date, date_words
from workforce.iwork.placements.placements import Placement, placement
from workforce.iwork.placements.whom import person_words

WEEKS = (4, 13, 26, 52)


@dataclass(frozen=True)
class Checkpoint:
    """What was found when somebody looked."""

    id: str
    placement_id: str
    weeks: int
    looked_on: date
    in_work: bool
    minutes_week: int | None
    words: str


@dataclass(frozen=True)
class Asked:
    """A checkpoint of a job as it stands. `answer` is None while nobody has looked."""

    weeks: int
    on: date
    answer: Checkpoint | None
    is_due: bool


def due_on(started_on: date, weeks: int) -> date:
    """The day on which so many weeks of work have passed."""
    return started_on + timedelta(weeks=weeks)


def asked(
    started_on: date | None, ended_on: date | None, answers: Collection[Checkpoint], today: date
) -> tuple[Asked, ...]:
    """All checkpoints of a job. One that lies after its end is never due."""
    if started_on is None:
        return ()
    held = {one.weeks: one for one in answers}
    found = []
    for weeks in WEEKS:
        on, answer = due_on(started_on, weeks), held.get(weeks)
        is_due = answer is None and on <= today and (ended_on is None or on <= ended_on)
        found.append(Asked(weeks, on, answer, is_due))
    return tuple(found)


_SELECT = f"select {columns_of(Checkpoint)} from checkpoint"


def _checkpoint(row: tuple[Any, ...]) -> Checkpoint:
    return made(Checkpoint, row, looked_on=as_date, in_work=bool)


def checkpoint(vault: Database, key: str) -> Checkpoint:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"no checkpoint {key}")
    return _checkpoint(row)


def checkpoints_of(vault: Database, placement_id: str) -> list[Checkpoint]:
    """Those answered in a placement, by their weeks."""
    return [
        _checkpoint(row)
        for row in vault.rows(f"{_SELECT} where placement_id = ? order by weeks", (placement_id,))
    ]


def checkpoints_of_all(vault: Database) -> dict[str, list[Checkpoint]]:
    """The same of every placement that has any, by its key."""
    found: dict[str, list[Checkpoint]] = {}
    for one in map(_checkpoint, vault.rows(f"{_SELECT} order by weeks")):
        found.setdefault(one.placement_id, []).append(one)
    return found


def asked_of(vault: Database, held: Placement, today: date) -> tuple[Asked, ...]:
    """The checkpoints of a placement as they stand."""
    return asked(held.started_on, held.ended_on, checkpoints_of(vault, held.id), today)


def record_checkpoint(
    vault: Database, placement_id: str, weeks: int, *, in_work: bool, today: date, looked_on: date | None = None,
    minutes_week: int | None = None, words: str = "",
) -> Checkpoint:  # fmt: skip
    """Write down what was found, or put it right."""
    held, day = placement(vault, placement_id), looked_on or today
    _refuse(held, weeks, day, today, in_work=in_work)
    facts = cells_of({"looked_on": day, "in_work": in_work, "minutes_week": minutes_week, "words": words})
    key = vault.value("select id from checkpoint where placement_id = ? and weeks = ?", (placement_id, weeks))
    who = person_words(vault, held.person_id)
    with change(vault, f"Recorded the checkpoint of {weeks} weeks of {who}"):
        if key is None:
            key = new_key()
            vault.insert_row("checkpoint", {"id": key, "placement_id": placement_id, "weeks": weeks, **facts})
        else:
            vault.update_row("checkpoint", str(key), facts)
    return checkpoint(vault, str(key))


def remove_checkpoint(vault: Database, key: str) -> None:
    """Take away what was entered by mistake."""
    held = checkpoint(vault, key)
    who = person_words(vault, placement(vault, held.placement_id).person_id)
    with change(vault, f"Removed the checkpoint of {held.weeks} weeks of {who}"):
        vault.delete_row("checkpoint", key)


def _refuse(held: Placement, weeks: int, day: date, today: date, *, in_work: bool) -> None:
    if weeks not in WEEKS:
        wanted = and_list([str(one) for one in WEEKS], "or")
        raise FieldProblem("weeks", f"There is no checkpoint of {weeks} weeks. Choose {wanted}.")
    if held.started_on is None:
        raise Problem(
            "Nobody has started work in this placement yet, so there is no checkpoint. Record the start first."
        )
    on = due_on(held.started_on, weeks)
    if day > today:
        raise FieldProblem("looked_on", f"{date_words(day)} is still to come. Look then, and write it down.")
    if day < on:
        raise FieldProblem(
            "looked_on", f"{weeks} weeks of work have passed on {date_words(on)}. Look then or later."
        )
    if in_work and held.ended_on is not None and held.ended_on < on:
        raise FieldProblem(
            "in_work", f"The job ended on {date_words(held.ended_on)}, before {date_words(on)}."
        )
