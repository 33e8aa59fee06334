"""Interest in i-Work told at a forum: somebody of a provider would give work to people whom the i-Work team supports.

Nothing of anybody on the i-Work register is here. The register takes these in while it is open.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import marked
from engagement.forums.people import participants
from engagement.forums.vocabulary import EventState
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.rows import made
from resources.tables import Column, ColumnKind, Table
from resources.wording import as_instant, instant_text


@dataclass(frozen=True)
class Interest:
    """One person’s interest, told at one event, with where they work and how to reach them."""

    id: str
    event_id: str
    event: str
    participant_id: str
    at: datetime
    by: str
    note: str
    contact: str
    email: str
    phone: str
    provider_id: str
    provider: str
    service_id: str
    service: str
    postcode: str
    district: str


_SELECT = """select line.id, line.event_id, event.title, line.participant_id, line.at, line.by, line.note,
    contact.name, contact.email, contact.phone, provider.id, provider.name, coalesce(service.id, ''),
    coalesce(service.name, ''), coalesce(service.postcode, provider.postcode), coalesce(service.district, '')
    from iwork_interest as line join participant on participant.id = line.participant_id
    join event on event.id = line.event_id join contact on contact.id = participant.contact_id
    join provider on provider.id = participant.provider_id
    left join service on service.id = participant.service_id
    where not exists (select 1 from iwork_interest as other where other.participant_id = line.participant_id
        and other.id < line.id)"""
"""Of two rows of one person, as after a merge, the first."""


def _interest(row: tuple[Any, ...]) -> Interest:
    return made(Interest, row, at=as_instant)


def interest(db: Database, key: str) -> Interest:
    """The interest with this key."""
    row = db.row(f"{_SELECT} and line.id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no interest in i-Work {key}")
    return _interest(row)


def interests(db: Database, event_id: str = "") -> list[Interest]:
    """All that was told at one event, or at any, in the order of telling."""
    rows = db.rows(f"{_SELECT} and ? in ('', line.event_id) order by line.at, line.id", (event_id,))
    return [_interest(row) for row in rows]


def interest_of(db: Database, participant_id: str) -> Interest | None:
    """What one person told at an event, if anything."""
    row = db.row(f"{_SELECT} and line.participant_id = ?", (participant_id,))
    return _interest(row) if row else None


def express_interest(
    db: Database, event_id: str, participant_id: str, *, now: datetime, note: str = ""
) -> Interest:
    """Somebody on the event’s list would give work. Told twice, it is kept once, with what was said first."""
    event = _taking_place(db, event_id)
    person = participants.get(db, participant_id)
    if person.event_id != event.id:
        raise LookupError(f"participant {participant_id} is not at event {event_id}")
    if person.organisation is OrganisationKind.COUNCIL:
        raise Problem(f"{person.name} is of the council, so this is not an employer’s interest.")
    held = interest_of(db, participant_id)
    if held is not None:
        return held
    key = new_key()
    with change(db, f"Noted that {person.name} is interested in i-Work"):
        db.insert_row(
            "iwork_interest",
            {
                "id": key, "event_id": event_id, "participant_id": participant_id, "at": instant_text(now),
                "by": db.who, "note": note.strip(),
            },
        )  # fmt: skip
    return interest(db, key)


def take_back_interest(db: Database, key: str) -> None:
    """It was noted by mistake; what the register of i-Work took in stays there."""
    held = interest(db, key)
    with change(db, f"Took back that {held.contact} is interested in i-Work"):
        for (row,) in db.rows(
            "select id from iwork_interest where participant_id = ?", (held.participant_id,)
        ):
            db.delete_row("iwork_interest", row)


def _taking_place(db: Database, event_id: str) -> Event:
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} is cancelled, so nothing is told there.")
    return event


COLUMNS = (
    Column("at", "When", ColumnKind.TIME, width=150),
    Column("service", "Home or service", width=200),
    Column("provider", "Provider", width=200),
    Column("contact", "Who", width=170),
    Column("phone", "Telephone", width=120),
    Column("email", "E-mail", width=200),
    Column("note", "Note", width=200),
    Column("by", "Noted by", width=140),
)


def interest_table(db: Database, event_id: str) -> Table:
    """Who expressed an interest at an event."""
    event = events.get(db, event_id)
    rows = [
        (instant_text(one.at), one.service, one.provider, one.contact, one.phone, one.email, one.note, one.by)
        for one in interests(db, event_id)
    ]
    return marked(Table(f"Interested in i-Work at {event.title}", COLUMNS, rows), event.openness)
