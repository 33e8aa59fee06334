"""Actions: raised at a meeting, carried through its series until they are done or dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from engagement.forums.groups import confidential_events
from engagement.forums.meeting import carrying
from engagement.forums.meeting.carrying import Course, Meeting
from engagement.forums.meeting.listings import OWNER_OF, SERIES_OF
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import as_instant, in_london, instant_text, shortened

DUE_SOON = timedelta(days=7)


@dataclass(frozen=True)
class ActionDraft:
    """What a person says of an action. `owner` is a name as text; a contact as owner goes before it."""

    text: str
    owner: str = ""
    owner_contact_id: str | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Progress:
    """What was said of an action, at a meeting or between."""

    id: str
    said_on: date
    note: str
    event_id: str | None
    event: str


@dataclass(frozen=True)
class ForumAction:
    """An action and its course. `owner` is the contact's name where a contact is the owner.

    `exempt` follows from where it was raised: at an item that is exempt, or at a confidential meeting.
    """

    id: str
    text: str
    owner: str
    owner_contact_id: str | None
    due_on: date | None
    status: ActionStatus
    closed_on: date | None
    closed_event_id: str | None
    event_id: str
    event: str
    item_id: str | None
    series_id: str | None
    series: str
    exempt: bool
    course: Course

    @property
    def raised_on(self) -> date:
        """The day of the meeting that raised it."""
        return self.course.raised_at.day

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its day is past."""
        return self.standing(today) == OVERDUE

    def is_due_soon(self, today: date) -> bool:
        """Whether it is open and due today or in the week to come."""
        return self.standing(today) == DUE_THIS_WEEK

    def standing(self, today: date) -> str:
        """Its status as people read it: Overdue, Due this week, Open, Done, Dropped."""
        return self.standing_while_open(today) if self.status is ActionStatus.OPEN else self.status.label

    def standing_while_open(self, day: date) -> str:
        """The same as at a day on which it was open, whatever became of it later."""
        if self.due_on is None or self.due_on > day + DUE_SOON:
            return ActionStatus.OPEN.label
        return OVERDUE if self.due_on < day else DUE_THIS_WEEK


OVERDUE, DUE_THIS_WEEK = "Overdue", "Due this week"
STANDINGS_OPEN = (OVERDUE, DUE_THIS_WEEK, ActionStatus.OPEN.label)


# --- reading --------------------------------------------------------------------------------------------

_SELECT = f"""select forum_action.id, forum_action.text, {OWNER_OF}, forum_action.owner_contact_id,
    forum_action.due_on, forum_action.status, forum_action.closed_on, forum_action.closed_event_id,
    forum_action.event_id, event.title, forum_action.agenda_item_id, {SERIES_OF}, coalesce(series.name, ''),
    coalesce(agenda_item.exempt, 0) from forum_action join event on event.id = forum_action.event_id
    left join series on series.id = {SERIES_OF}
    left join contact on contact.id = forum_action.owner_contact_id
    left join agenda_item on agenda_item.id = forum_action.agenda_item_id"""
_ORDER = "order by event.starts_at, event.id, coalesce(agenda_item.position, 0), forum_action.id"


def action(db: Database, action_id: str) -> ForumAction:
    """One action."""
    found = _actions(db, "where forum_action.id = ?", (action_id,))
    if not found:
        raise LookupError(f"there is no action {action_id}")
    return found[0]


def is_action(db: Database, key: str) -> bool:
    """Whether the key is an action's."""
    return bool(db.value("select exists (select 1 from forum_action where id = ?)", (key,)))


def all_actions(db: Database, *, only_open: bool = False) -> list[ForumAction]:
    """Every action of every series, in the order in which they were raised."""
    where = f"where forum_action.status = '{ActionStatus.OPEN.value}'" if only_open else ""
    return _actions(db, where, ())


def raised_at(db: Database, event_id: str) -> list[ForumAction]:
    """The actions that a meeting raised, in the order of its items."""
    return _actions(db, "where forum_action.event_id = ?", (event_id,))


def open_before(db: Database, event_id: str) -> list[ForumAction]:
    """The actions of its series that a meeting finds open, those raised first first."""
    meeting = _meetings(db, (event_id,))[event_id]
    if meeting.series_id is None:
        return []
    of_series = _actions(db, f"where {SERIES_OF} = ?", (meeting.series_id,))
    return [one for one in of_series if carrying.is_open_before(one.course, meeting)]


def open_after(db: Database, event_id: str, found: Sequence[ForumAction]) -> set[str]:
    """The keys of those actions that were open when the meeting was over."""
    meeting = _meetings(db, (event_id,))[event_id]
    return {one.id for one in found if carrying.is_open_after(one.course, meeting)}


def carried(db: Database, found: Sequence[ForumAction], *, until: datetime) -> dict[str, int]:
    """Through how many meetings of its series each action has been carried by a moment."""
    meetings: dict[str, list[Meeting]] = {}
    for one in _meetings(db).values():
        meetings.setdefault(one.series_id or "", []).append(one)
    end = (until, "~")
    return {
        one.id: carrying.carried(one.course, meetings.get(one.series_id or "", ()), until=end)
        for one in found
    }


def carried_at(db: Database, event_id: str, found: Sequence[ForumAction]) -> dict[str, int]:
    """The same with this meeting as the last."""
    return carried(db, found, until=_meetings(db, (event_id,))[event_id].starts)


def progress(db: Database, action_id: str) -> list[Progress]:
    """What was said of an action, the first first."""
    rows = db.rows(
        """select action_progress.id, said_on, note, event_id, coalesce(event.title, '') from action_progress
        left join event on event.id = event_id where action_id = ? order by said_on, action_progress.id""",
        (action_id,),
    )
    return [Progress(row[0], date.fromisoformat(row[1]), *row[2:]) for row in rows]


def _actions(db: Database, where: str, params: Sequence[Cell]) -> list[ForumAction]:
    rows = db.rows(f"{_SELECT} {where} {_ORDER}", tuple(params))
    if not rows:
        return []
    meetings = _meetings(db, {key for row in rows for key in (row[7], row[8]) if key})
    behind_doors = confidential_events(db, {row[8] for row in rows})
    return [_action(row, meetings, exempt=bool(row[13]) or row[8] in behind_doors) for row in rows]


def _action(row: tuple[Any, ...], meetings: dict[str, Meeting], *, exempt: bool) -> ForumAction:
    closed_on = _day(row[6])
    return ForumAction(
        id=row[0], text=row[1], owner=row[2], owner_contact_id=row[3], due_on=_day(row[4]),
        status=ActionStatus(row[5]), closed_on=closed_on, closed_event_id=row[7], event_id=row[8], event=row[9],
        item_id=row[10], series_id=row[11], series=row[12], exempt=exempt,
        course=Course(meetings[row[8]], row[11], closed_on, meetings.get(row[7])),
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _meetings(db: Database, keys: Sequence[str] | set[str] = ()) -> dict[str, Meeting]:
    """The events with these keys, or all of those in a series."""
    asked = f"id in ({', '.join('?' * len(keys))})" if keys else "series_id is not null"
    rows = db.rows(
        f"select id, starts_at, series_id, state = 'cancelled' from event where {asked}", tuple(keys)
    )
    return {
        row[0]: Meeting(row[0], as_instant(row[1]), in_london(row[1]).date(), row[2], bool(row[3]))
        for row in rows
    }


# --- the verbs ------------------------------------------------------------------------------------------


def raise_action(db: Database, event_id: str, draft: ActionDraft, *, item_id: str | None = None) -> str:
    """Raise an action at a meeting, at one of its items or at none; its key."""
    values, key = _values(draft), new_key()
    if (
        item_id is not None
        and db.value("select event_id from agenda_item where id = ?", (item_id,)) != event_id
    ):
        raise ValueError("an action is raised at an item of its own meeting")
    with change(db, f"Raised the action “{shortened(draft.text)}”"):
        db.insert_row("forum_action", {"id": key, "event_id": event_id, "agenda_item_id": item_id, **values})
    return key


def edit_action(db: Database, action_id: str, draft: ActionDraft) -> None:
    """Change the words, the owner or the day of an action."""
    values = _values(draft)
    with change(db, f"Changed the action “{shortened(draft.text)}”"):
        db.update_row("forum_action", action_id, values)


def say_progress(db: Database, action_id: str, note: str, *, on: date, event_id: str | None = None) -> str:
    """Note how an action goes on, at a meeting or between; it stays open. The key of the note."""
    if not note.strip():
        raise FieldProblem("note", "There is no note. Write how the action goes on.")
    key = new_key()
    with change(db, f"Noted progress of “{shortened(action(db, action_id).text)}”"):
        db.insert_row(
            "action_progress",
            {
                "id": key,
                "action_id": action_id,
                "event_id": event_id,
                "said_on": on.isoformat(),
                "note": note.strip(),
            },
        )
    return key


def close(db: Database, action_id: str, *, on: date, event_id: str | None = None, note: str = "") -> None:
    """The action is done, at a meeting or between."""
    _end(db, action_id, ActionStatus.DONE, on=on, event_id=event_id, note=note)


def drop(db: Database, action_id: str, *, on: date, event_id: str | None = None, note: str = "") -> None:
    """The action is not done and will not be."""
    _end(db, action_id, ActionStatus.DROPPED, on=on, event_id=event_id, note=note)


def reopen(db: Database, action_id: str) -> None:
    """The action is not over after all: it is carried on as if it had never been closed."""
    one = action(db, action_id)
    if one.status is ActionStatus.OPEN:
        raise Problem(f"“{shortened(one.text)}” is open already.")
    with change(db, f"Reopened the action “{shortened(one.text)}”"):
        values = {"status": ActionStatus.OPEN.value, "closed_on": None, "closed_event_id": None}
        db.update_row("forum_action", action_id, values)


def move_to_series(db: Database, action_id: str, series_id: str) -> None:
    """From now on another series carries the action."""
    one = action(db, action_id)
    own = db.value("select series_id from event where id = ?", (one.event_id,))
    with change(db, f"Moved the action “{shortened(one.text)}” to another series"):
        db.update_row("forum_action", action_id, {"series_id": None if series_id == own else series_id})


def _end(
    db: Database, action_id: str, status: ActionStatus, *, on: date, event_id: str | None, note: str
) -> None:
    one = action(db, action_id)
    if one.status is not ActionStatus.OPEN:
        raise Problem(f"“{shortened(one.text)}” is {one.status.label.lower()} already. Reopen it first.")
    if on < one.raised_on:
        raise FieldProblem("on", "The action would be closed before the meeting at which it was raised.")
    with change(db, f"{status.label}: “{shortened(one.text)}”"):
        if note.strip():
            say_progress(db, action_id, note, on=on, event_id=event_id)
        values: dict[str, Cell] = {
            "status": status.value,
            "closed_on": on.isoformat(),
            "closed_event_id": event_id,
        }
        db.update_row("forum_action", action_id, values)


def _values(draft: ActionDraft) -> dict[str, Cell]:
    if not draft.text.strip():
        raise FieldProblem("text", "The action has no words. Write what is to be done.")
    return {
        "text": draft.text.strip(),
        "owner": "" if draft.owner_contact_id else draft.owner.strip(),
        "owner_contact_id": draft.owner_contact_id,
        "due_on": draft.due_on.isoformat() if draft.due_on else None,
    }


# --- when said at a meeting -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """Where and when something is said of an action; between meetings `event_id` is None."""

    on: date
    event_id: str | None = None


def said_at(db: Database, event_id: str, *, now: datetime) -> Said:
    """At the meeting once it has begun, whenever its minutes are typed; before it, today and at none."""
    starts = db.value("select starts_at from event where id = ?", (event_id,))
    if str(starts) <= instant_text(now):
        return Said(in_london(str(starts)).date(), event_id)
    return Said(in_london(now).date())
