"""Meetings of committees, to which reports go."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.committee.limits import one_line, several_lines
from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.spans import FIRST_DAY, LAST_DAY
from resources.wording import count_of, date_words

KNOWN_COMMITTEE = "Adult Social Care and Public Health Committee"
"""What is offered while there is no meeting yet."""


class MeetingFacts(TypedDict, total=False):
    """What can be said of a meeting."""

    committee: str
    meets_on: date
    note: str


@dataclass(frozen=True)
class CommitteeMeeting:
    """A committee on a day."""

    id: str
    committee: str
    meets_on: date
    note: str
    archived_on: date | None

    @property
    def name(self) -> str:
        """Adult Social Care and Public Health Committee, 9 December 2019."""
        return f"{self.committee}, {date_words(self.meets_on)}"


_COLUMNS = columns_of(CommitteeMeeting)


def _meeting(row: tuple[Any, ...]) -> CommitteeMeeting:
    return made(CommitteeMeeting, row, meets_on=date.fromisoformat, archived_on=date.fromisoformat)


# --- reading --------------------------------------------------------------------------------------------------


def meeting(db: Database, key: str) -> CommitteeMeeting:
    """The meeting with this key."""
    row = db.row(f"select {_COLUMNS} from committee_meeting where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no meeting {key}")
    return _meeting(row)


def meetings(db: Database, *, archived: bool = False) -> list[CommitteeMeeting]:
    """Meetings, the latest first; with `archived`, those too."""
    rows = db.rows(
        f"""select {_COLUMNS} from committee_meeting where (? or archived_on is null)
        order by meets_on desc, committee collate nocase, id""",
        (archived,),
    )
    return [_meeting(row) for row in rows]


def meeting_on(db: Database, committee: str, day: date) -> CommitteeMeeting | None:
    """The meeting of a committee on a day, whatever the capitals of its name; None when there is none."""
    wanted = one_line("committee", "Committee", committee).casefold()
    held = (one for one in meetings(db, archived=True) if one.meets_on == day)
    return next((one for one in held if one.committee.casefold() == wanted), None)


def committees(db: Database) -> list[str]:
    """Every committee that has a meeting, by name."""
    rows = db.rows("select distinct committee from committee_meeting order by committee collate nocase")
    return [str(name) for (name,) in rows]


# --- the verbs ------------------------------------------------------------------------------------------------


def add_meeting(db: Database, committee: str, meets_on: date, *, note: str = "") -> CommitteeMeeting:
    """Keep a meeting. A committee that is known keeps its spelling."""
    cells = _checked(db, {"committee": committee, "meets_on": meets_on, "note": note})
    _refuse_twice(db, str(cells["committee"]), meets_on)
    key = new_key()
    with change(db, f"Added the meeting of the {cells['committee']} on {date_words(meets_on)}"):
        db.insert_row("committee_meeting", {"id": key, **cells_of(cells)})
    return meeting(db, key)


def edit_meeting(db: Database, key: str, **given: Unpack[MeetingFacts]) -> CommitteeMeeting:
    """Change what is given and leave the rest. A committee that is spelt anew is so at all of its meetings."""
    held = meeting(db, key)
    cells = _checked(db, given, held)
    if not cells:
        return held
    committee, day = cells.get("committee", held.committee), cells.get("meets_on", held.meets_on)
    if (committee, day) != (held.committee, held.meets_on):
        _refuse_twice(db, committee, day, but=key)
    with change(db, f"Changed the meeting of the {held.name}"):
        db.update_row("committee_meeting", key, cells_of(cells))
        if committee.casefold() == held.committee.casefold():
            _spell(db, committee)
    return meeting(db, key)


def _spell(db: Database, committee: str) -> None:
    for one in meetings(db, archived=True):
        if one.committee.casefold() == committee.casefold():
            db.update_row("committee_meeting", one.id, {"committee": committee})


def archive_meeting(db: Database, key: str, *, today: date) -> CommitteeMeeting:
    """Put it away; its reports stay."""
    archiving.archive(db, "committee_meeting", meeting(db, key), today=today, called="the meeting:")
    return meeting(db, key)


def restore_meeting(db: Database, key: str) -> CommitteeMeeting:
    """Bring it back."""
    archiving.restore(db, "committee_meeting", meeting(db, key), called="the meeting:")
    return meeting(db, key)


def remove_meeting(db: Database, key: str) -> None:
    """It was added by mistake; refused once a report goes to it."""
    held = meeting(db, key)
    used = int(str(db.value("select count(*) from committee_report where meeting_id = ?", (key,))))
    if used:
        raise Problem(
            f"{held.name} has {count_of(used, 'report')}. Give them another meeting first, or archive this one."
        )
    with change(db, f"Removed the meeting: {held.name}"):
        db.delete_row("committee_meeting", key)


def _checked(db: Database, given: MeetingFacts, held: CommitteeMeeting | None = None) -> dict[str, Any]:
    """A committee that is known keeps its spelling, unless it is that of the meeting `held`, which is put right."""
    told: dict[str, Any] = dict(given)
    if "committee" in told:
        name = one_line(
            "committee", "Committee", told["committee"], empty="nothing was entered. Write its name."
        )
        known = {one.casefold(): one for one in committees(db)}
        is_its_own = held is not None and held.committee.casefold() == name.casefold()
        told["committee"] = name if is_its_own else known.get(name.casefold(), name)
    if "note" in told:
        told["note"] = several_lines("note", "Note", told["note"])
    if "meets_on" in told and not FIRST_DAY <= told["meets_on"] <= LAST_DAY:
        raise FieldProblem(
            "meets_on",
            f"Meets on: {date_words(told['meets_on'])} is not a day of our times. Give one between "
            f"{date_words(FIRST_DAY)} and {date_words(LAST_DAY)}.",
        )
    return told


def _refuse_twice(db: Database, committee: str, day: date, but: str = "") -> None:
    held = meeting_on(db, committee, day)
    if held is not None and held.id != but:
        away = " It is archived: restore it." if held.archived_on else " Choose it from the list."
        raise FieldProblem("meets_on", f"The meeting of the {held.name} is kept already.{away}")
