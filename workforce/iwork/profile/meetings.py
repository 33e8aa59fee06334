"""Meetings over which a profile is filled: what each covered, and what is for the next time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from resources.tables import Cell
from resources.wording import date_words
from resources.words import Word
from workforce.iwork.profile.whose import reference_to_write


class Part(Word):
    """What a profile is made of, in the order in which it is usually talked about."""

    STRENGTHS = "strengths", "Strengths and interests"
    EXPERIENCE = "experience", "Experience"
    COMMUNICATION = "communication", "How best to communicate"
    TASKS = "tasks", "Tasks"
    SETTING = "setting", "Setting"
    HOURS = "hours", "Hours, days and times"
    TRAVEL = "travel", "Travel"
    SUPPORT = "support", "Support and adjustments"
    CHECKS = "checks", "Checks"


class MeetingFacts(TypedDict, total=False):
    """What can be said of a meeting. `with_whom` is who else was there."""

    met_on: date
    with_whom: str
    covered: str
    next_time: str


@dataclass(frozen=True)
class ProfileMeeting:
    """One meeting."""

    id: str
    person_id: str
    met_on: date
    with_whom: str = ""
    covered: str = ""
    next_time: str = ""


_COLUMNS = columns_of(ProfileMeeting)


def _meeting(row: tuple[Any, ...]) -> ProfileMeeting:
    return made(ProfileMeeting, row, met_on=date.fromisoformat)


def profile_meeting(vault: Database, key: str) -> ProfileMeeting:
    """One by its key."""
    row = vault.row(f"select {_COLUMNS} from profile_meeting where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no meeting {key}")
    return _meeting(row)


def meetings_of(vault: Database, person_id: str) -> list[ProfileMeeting]:
    """Somebody's meetings, the latest first."""
    rows = vault.rows(
        f"select {_COLUMNS} from profile_meeting where person_id = ? order by met_on desc, id desc",
        (person_id,),
    )
    return [_meeting(row) for row in rows]


def add_meeting(
    vault: Database, person_id: str, met_on: date, *, today: date, **given: Unpack["NewMeeting"]
) -> ProfileMeeting:
    """They met."""
    whose = reference_to_write(vault, person_id)
    cells, key = _checked({**given, "met_on": met_on}, today=today), new_key()
    with change(vault, f"Added a meeting with {whose}"):
        vault.insert_row("profile_meeting", {"id": key, "person_id": person_id, **cells})
    return profile_meeting(vault, key)


class NewMeeting(TypedDict, total=False):
    """The same without its day."""

    with_whom: str
    covered: str
    next_time: str


def edit_meeting(vault: Database, key: str, *, today: date, **given: Unpack[MeetingFacts]) -> ProfileMeeting:
    """Change what is given and leave the rest."""
    held = profile_meeting(vault, key)
    whose = reference_to_write(vault, held.person_id)
    cells = _checked(given, today=today)
    if cells:
        with change(vault, f"Changed a meeting with {whose}"):
            vault.update_row("profile_meeting", key, cells)
    return profile_meeting(vault, key)


def remove_meeting(vault: Database, key: str) -> None:
    """It was entered by mistake."""
    held = profile_meeting(vault, key)
    with change(vault, f"Removed a meeting with {reference_to_write(vault, held.person_id)}"):
        vault.delete_row("profile_meeting", key)


def _checked(given: MeetingFacts, *, today: date) -> dict[str, Cell]:
    met = given.get("met_on")
    if met is not None and met > today:
        raise FieldProblem(
            "met_on",
            f"Met on: {date_words(met)} has not come yet. A meeting is kept when it has been; write what is planned "
            "under “For the next time” of the last one.",
        )
    return cells_of(given)


def covered_words(parts: Iterable[Part], more: str = "") -> str:
    """What a meeting covered as it is kept: “Tasks; Travel; went to see the kitchen”."""
    return "; ".join([*(one.label for one in parts), *([more.strip()] if more.strip() else [])])


def covered_parts(covered: str) -> tuple[tuple[Part, ...], str]:
    """The parts that such words name, and what else they say."""
    said = [one.strip() for one in covered.split(";") if one.strip()]
    by_label = {one.label: one for one in Part}
    return (
        tuple(by_label[one] for one in said if one in by_label),
        "; ".join(one for one in said if one not in by_label),
    )
