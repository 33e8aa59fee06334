"""The minutes of a meeting: who chaired and took them, and when they were agreed."""

from dataclasses import dataclass
from datetime import date, datetime

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.meeting import agenda
from engagement.forums.people import participants
from engagement.forums.vocabulary import EventState, ParticipantRole
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import instant_text


@dataclass(frozen=True)
class Minutes:
    """What is said of the minutes as a whole."""

    chair: str = ""
    taken_by: str = ""
    agreed_on: date | None = None
    note: str = ""


def minutes_of(db: Database, event_id: str) -> Minutes:
    """As kept; a chair and a minute taker not named here are those who came in that part."""
    row = db.row("select chair, taken_by, agreed_on, note from minutes where event_id = ?", (event_id,))
    chair, taken_by, agreed_on, note = row or ("", "", None, "")
    return Minutes(
        chair or _who_was(db, event_id, ParticipantRole.CHAIR),
        taken_by or _who_was(db, event_id, ParticipantRole.MINUTE_TAKER),
        date.fromisoformat(agreed_on) if agreed_on else None,
        note,
    )


def _who_was(db: Database, event_id: str, role: ParticipantRole) -> str:
    people = (one for one in participants.of_event(db, event_id) if one.role is role and one.status.came)
    return next((one.name for one in people), "")


def keep_minutes(db: Database, event_id: str, said: Minutes) -> None:
    """Keep who chaired, who took the minutes, when they were agreed, and a note on them."""
    event = events.get(db, event_id)
    if said.agreed_on is not None and said.agreed_on < event.day:
        raise FieldProblem(
            "agreed_on", "The minutes cannot be agreed before the meeting. Choose a later day."
        )
    values: dict[str, Cell] = {
        "chair": said.chair.strip(), "taken_by": said.taken_by.strip(), "note": said.note.strip(),
        "agreed_on": said.agreed_on.isoformat() if said.agreed_on else None,
    }  # fmt: skip
    key = db.value("select id from minutes where event_id = ?", (event_id,))
    with change(db, f"Changed the minutes of {event.title}"):
        if key:
            db.update_row("minutes", str(key), values)
        else:
            db.insert_row("minutes", {"id": new_key(), "event_id": event_id, **values})


def agree(db: Database, event_id: str, *, on: date) -> None:
    """A later meeting agreed the minutes."""
    event = events.get(db, event_id)
    if on < event.day:
        raise FieldProblem(
            "agreed_on", "The minutes cannot be agreed before the meeting. Choose a later day."
        )
    key = db.value("select id from minutes where event_id = ?", (event_id,))
    with change(db, f"Agreed the minutes of {event.title}"):
        if key:
            db.update_row("minutes", str(key), {"agreed_on": on.isoformat()})
        else:
            db.insert_row("minutes", {"id": new_key(), "event_id": event_id, "agreed_on": on.isoformat()})


def to_be_agreed(db: Database, event_id: str) -> Event | None:
    """The meeting before this one in its series, while its minutes are not agreed; None where it has no agenda."""
    event = events.get(db, event_id)
    key = db.value(
        """select id from event where series_id = ? and (starts_at, id) < (?, ?) and state <> 'cancelled'
        order by starts_at desc, id desc limit 1""",
        (event.series_id, instant_text(event.starts), event.id),
    )
    if not key or not agenda.items(db, str(key)):
        return None
    agreed = db.value("select agreed_on from minutes where event_id = ?", (key,))
    return None if agreed else events.get(db, str(key))


def check_minutes(db: Database, event_id: str, *, now: datetime) -> None:
    """Refuse minutes of what was cancelled or has not begun. Without an agenda they say who was there."""
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} was cancelled, so it has no minutes.")
    if event.is_still_to_come(now):
        raise Problem(f"{event.title} has not begun, so it has no minutes yet. It begins on {event.when}.")


def check_agenda(db: Database, event_id: str) -> None:
    """Refuse papers of an event without an agenda."""
    if not agenda.items(db, event_id):
        raise Problem(f"{events.get(db, event_id).title} has no agenda yet. Start the agenda first.")
