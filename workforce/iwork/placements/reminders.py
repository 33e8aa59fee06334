"""Reminders that somebody typed. What follows from facts is in `todo`: it goes when the fact changes."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.wording import as_date, date_words
from workforce.iwork.placements.placements import placement
from workforce.iwork.placements.whom import person_words
from workforce.iwork.vocabulary import ReminderKind


@dataclass(frozen=True)
class Reminder:
    """One thing to remember, about somebody, a placement, an employer, or nothing of these."""

    id: str
    person_id: str | None
    placement_id: str | None
    employer_id: str | None
    kind: ReminderKind
    words: str
    due_on: date
    done_on: date | None
    done_by: str


class NewReminder(TypedDict, total=False):
    """Whom it is about, and its kind."""

    person_id: str | None
    placement_id: str | None
    employer_id: str | None
    kind: ReminderKind


class ReminderFacts(NewReminder, total=False):
    """What may be put right of it."""

    words: str
    due_on: date


_SELECT = f"select {columns_of(Reminder)} from reminder"


def _reminder(row: tuple[Any, ...]) -> Reminder:
    return made(Reminder, row, kind=ReminderKind, due_on=as_date, done_on=as_date)


def reminder(vault: Database, key: str) -> Reminder:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"no reminder {key}")
    return _reminder(row)


def is_reminder(vault: Database, key: str) -> bool:
    """Whether it is one that was typed."""
    return bool(vault.value("select exists (select 1 from reminder where id = ?)", (key,)))


def reminders(vault: Database, *, done: bool = False) -> list[Reminder]:
    """Those open, the soonest first, or with `done` those done, the latest first."""
    where = "done_on is not null order by done_on desc" if done else "done_on is null order by due_on"
    return [_reminder(row) for row in vault.rows(f"{_SELECT} where {where}, id")]


def add_reminder(vault: Database, words: str, due_on: date, **given: Unpack[NewReminder]) -> Reminder:
    """Remember something until a day."""
    refuse_empty("words", words, "There is nothing to remember yet. Write what is to be done.")
    key = new_key()
    about = _with_person(vault, given)
    facts = cells_of({"kind": ReminderKind.OTHER, **about, "words": words, "due_on": due_on})
    with change(vault, f"Added a reminder for {date_words(due_on)}"):
        vault.insert_row("reminder", {"id": key, **facts})
    return reminder(vault, key)


def _with_person(vault: Database, given: NewReminder) -> dict[str, Any]:
    """What is about a placement is about its person, too: it goes when the person is deleted."""
    placement_id = given.get("placement_id")
    if not placement_id:
        return dict(given)
    return {**given, "person_id": placement(vault, placement_id).person_id}


def edit_reminder(vault: Database, key: str, **given: Unpack[ReminderFacts]) -> Reminder:
    """Put it right, or put it off."""
    reminder(vault, key)
    if "words" in given:
        refuse_empty("words", given["words"], "There is nothing to remember yet. Write what is to be done.")
    with change(vault, f"Changed a reminder{_about(vault, key)}"):
        vault.update_row("reminder", key, cells_of(given))
    return reminder(vault, key)


def finish_reminder(vault: Database, key: str, *, today: date) -> Reminder:
    """It is done."""
    if reminder(vault, key).done_on is not None:
        raise Problem("This reminder is done already. Open it again, if there is more to do.")
    with change(vault, f"Done: a reminder{_about(vault, key)}"):
        vault.update_row("reminder", key, {"done_on": today.isoformat(), "done_by": vault.who})
    return reminder(vault, key)


def reopen_reminder(vault: Database, key: str) -> Reminder:
    """It is not done after all."""
    with change(vault, f"Opened a reminder{_about(vault, key)} again"):
        vault.update_row("reminder", key, {"done_on": None, "done_by": ""})
    return reminder(vault, key)


def remove_reminder(vault: Database, key: str) -> None:
    """Take away one that was entered by mistake."""
    with change(vault, f"Removed a reminder{_about(vault, key)}"):
        vault.delete_row("reminder", key)


def _about(vault: Database, key: str) -> str:
    held = reminder(vault, key)
    return f" about {person_words(vault, held.person_id)}" if held.person_id else ""
