"""Places and the waiting list: who holds one, who waits for one, and to whom one that is free is offered."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from engagement.forums.people.participants import set_reply
from engagement.forums.vocabulary import COUNTED, ParticipantStatus
from resources.database import Database, change
from resources.wording import and_list, as_instant, count_of, instant_text, moment_words

OFFER_STANDS = timedelta(hours=48)
"""How long a place is kept for the person to whom it is offered, but never beyond the event's start."""

_COUNTED = ", ".join(f"'{status.value}'" for status in COUNTED)


@dataclass(frozen=True)
class Places:
    """The places of an event; `capacity` and `left` are None where there is no limit."""

    capacity: int | None
    taken: int
    waiting: int

    @property
    def left(self) -> int | None:
        """How many are free; none, not fewer, where more people were let in."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)


def counted(db: Database, event_id: str) -> int:
    """How many people take up a place."""
    return int(
        db.value(
            f"select count(*) from participant where event_id = ? and status in ({_COUNTED})", (event_id,)
        )
    )


def places(db: Database, event_id: str) -> Places:
    """The places of an event."""
    capacity = db.value("select capacity from event where id = ?", (event_id,))
    waiting = db.value(
        "select count(*) from participant where event_id = ? and status = 'waitlisted'", (event_id,)
    )
    return Places(capacity, counted(db, event_id), waiting)


def waiting_list(db: Database, event_id: str) -> list[str]:
    """The participants who wait, the first in line first."""
    return [
        key
        for (key,) in db.rows(
            "select id from participant where event_id = ? and status = 'waitlisted' order by waiting_number, id",
            (event_id,),
        )
    ]


def has_place_for(db: Database, event_id: str, participant_id: str) -> bool:
    """Whether the participant may take a place now: a free one that nobody further ahead in line waits for."""
    left = places(db, event_id).left
    if left is None:
        return True
    line = waiting_list(db, event_id)
    ahead = line.index(participant_id) if participant_id in line else len(line)
    return left > ahead


def put_in_line(db: Database, participant_id: str, *, now: datetime, **values: str | None) -> None:
    """Put a participant at the end of the waiting list; one who waits already keeps the place in line."""
    row = db.row("select event_id, reply from participant where id = ?", (participant_id,))
    if row is None:
        return
    if row[1] == ParticipantStatus.WAITLISTED:
        if "note" in values:
            db.update_row("participant", participant_id, {"note": values["note"]})
        return
    last = db.value("select coalesce(max(waiting_number), 0) from participant where event_id = ?", (row[0],))
    set_reply(
        db,
        participant_id,
        ParticipantStatus.WAITLISTED,
        waiting_since=instant_text(now),
        waiting_number=last + 1,
        **values,
    )


def offer_places(db: Database, event_id: str, *, now: datetime) -> tuple[str, ...]:
    """Offer every free place to those who wait, the first in line first; none once the event has begun."""
    row = db.row("select starts_at, state from event where id = ?", (event_id,))
    if row is None or row[1] != "planned" or now >= as_instant(row[0]):
        return ()
    left = places(db, event_id).left
    waiting = waiting_list(db, event_id)
    offered = waiting if left is None else waiting[:left]
    if not offered:
        return ()
    until = instant_text(min(now + OFFER_STANDS, as_instant(row[0])))
    with change(db, f"Offered {count_of(len(offered), 'place')} to those waiting"):
        for key in offered:
            set_reply(db, key, ParticipantStatus.PLACE_OFFERED, offer_expires_at=until)
    return tuple(offered)


def end_offers_by(db: Database, event_id: str, starts: datetime) -> None:
    """Shorten the offers that would stand beyond the event's start; within a change."""
    start = instant_text(starts)
    rows = db.rows(
        "select ?, id from participant where event_id = ? and reply = 'place_offered' and offer_expires_at > ?",
        (start, event_id, start),
    )
    db.update_rows("participant", ("offer_expires_at",), rows)


def expire_offers(db: Database, *, now: datetime) -> tuple[str, ...]:
    """Take back the offers that nobody answered in time, and offer the places to the next in line.

    Returns the participants whose offer ran out. They stand as declined, with a note that says why, and may still
    accept if a place is free.
    """
    found = db.rows(
        """select participant.id, participant.event_id, participant.offer_expires_at, participant.note, contact.name
        from participant join event on event.id = participant.event_id
        join contact on contact.id = participant.contact_id
        where participant.status = 'place_offered' and participant.offer_expires_at <= ?
        and event.state = 'planned' order by participant.waiting_number""",
        (instant_text(now),),
    )
    if not found:
        return ()
    names = [row[4] for row in found]
    told = and_list(names) if len(names) <= 3 else count_of(len(names), "person", "people")
    with change(db, f"Took back the place offered to {told}"):
        for key, _, expired, note, _ in found:
            said = f"The place was offered until {moment_words(expired)} and not answered."
            set_reply(db, key, ParticipantStatus.DECLINED, note=f"{note}\n{said}".strip())
        for event_id in dict.fromkeys(row[1] for row in found):
            offer_places(db, event_id, now=now)
    return tuple(row[0] for row in found)
