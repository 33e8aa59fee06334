"""Events: planned, changed, cancelled, archived; what stands in their way, and what to look at twice."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from datetime import time as clock_time
from typing import Any

from engagement.forums.groups import confidentiality_of
from engagement.forums.people import places
from engagement.forums.people.audience_rule import AudienceRule, read_rule, to_text
from engagement.forums.people.participants import restate_event
from engagement.forums.vocabulary import CAME, Confidentiality, EventKind, EventState
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.wording import (
    as_instant,
    clock_words,
    count_of,
    date_words,
    event_when,
    from_london,
    in_london,
    instant_text,
)
from resources.words import sql_values


@dataclass(frozen=True)
class EventDraft:
    """What a person says of an event; instants are aware, kept in UTC and shown on London's clock."""

    kind: EventKind
    title: str
    starts: datetime
    ends: datetime
    place: str = ""
    online_link: str = ""
    capacity: int | None = None
    audience: AudienceRule = AudienceRule()  # noqa: RUF009 a frozen value
    notes: str = ""
    series_id: str | None = None
    confidentiality: Confidentiality | None = None
    """None where it is as confidential as its kind: see `openness`."""

    @property
    def openness(self) -> Confidentiality:
        """What may be published of it: what is said of the event itself, or what its kind has."""
        return confidentiality_of(self.kind, self.confidentiality)


@dataclass(frozen=True, kw_only=True)
class Event(EventDraft):
    """A planned, held or cancelled event."""

    id: str
    state: EventState = EventState.PLANNED
    archived_on: date | None = None

    @property
    def day(self) -> date:
        """The London day on which it begins."""
        return in_london(self.starts).date()

    @property
    def when(self) -> str:
        """Tuesday 10 December 2019, 10am to 12:30pm."""
        return event_when(self.starts, self.ends)

    def is_still_to_come(self, now: datetime) -> bool:
        """Whether it is planned and has not begun."""
        return self.state is EventState.PLANNED and now < self.starts

    def draft(self) -> EventDraft:
        """What a form shows of it and `edit_event` takes."""
        return EventDraft(**{field.name: getattr(self, field.name) for field in fields(EventDraft)})


_COLUMNS = """id, series_id, kind, title, starts_at, ends_at, place, online_link, capacity, audience, state, notes,
    archived_on, confidentiality"""


def get(db: Database, event_id: str) -> Event:
    """One event."""
    row = db.row(f"select {_COLUMNS} from event where id = ?", (event_id,))
    if row is None:
        raise LookupError(f"there is no event {event_id}")
    return _event(row)


def is_event(db: Database, key: str) -> bool:
    """Whether the key is an event's."""
    return bool(db.value("select exists (select 1 from event where id = ?)", (key,)))


def events(db: Database, *, archived: bool = False) -> list[Event]:
    """Every event, the earliest first; with `archived` those put away too."""
    rows = db.rows(
        f"select {_COLUMNS} from event where (? or archived_on is null) order by starts_at, id", (archived,)
    )
    return [_event(row) for row in rows]


def events_to_come(db: Database, now: datetime) -> list[Event]:
    """Planned events that have not begun, the soonest first; none of those put away."""
    return [one for one in events(db) if one.is_still_to_come(now)]


def _event(row: tuple[Any, ...]) -> Event:
    return Event(
        id=row[0], series_id=row[1], kind=EventKind(row[2]), title=row[3], starts=_utc(row[4]), ends=_utc(row[5]),
        place=row[6], online_link=row[7], capacity=row[8], audience=read_rule(row[9]), state=EventState(row[10]),
        notes=row[11], archived_on=date.fromisoformat(row[12]) if row[12] else None,
        confidentiality=Confidentiality(row[13]) if row[13] else None,
    )  # fmt: skip


def _utc(text: str) -> datetime:
    return as_instant(text).astimezone(UTC)


# --- when -----------------------------------------------------------------------------------------------


def instants(
    day: date, start: clock_time, end: clock_time, *, last_day: date | None = None
) -> tuple[datetime, datetime]:
    """The instants of London clock times as typed; refused when the clocks skip them."""
    return _instant(day, start, "start"), _instant(last_day or day, end, "end")


def _instant(day: date, clock: clock_time, field: str) -> datetime:
    moment = from_london(day, clock)
    if in_london(moment).time() != clock:
        raise FieldProblem(
            field,
            f"There is no {clock_words(clock)} on {date_words(day)}: the clocks go forward from 1am to 2am. "
            "Choose another time.",
        )
    return moment


# --- the verbs ------------------------------------------------------------------------------------------


def plan_event(db: Database, draft: EventDraft) -> str:
    """Plan an event, and return its key."""
    values = _values(draft)
    key = new_key()
    with change(db, f"Planned {draft.title.strip()}"):
        db.insert_row("event", {"id": key, **values})
    return key


def edit_event(db: Database, event_id: str, draft: EventDraft, *, now: datetime) -> None:
    """Change what is said of an event. Places that become free are offered to those who wait."""
    values = _values(draft)
    with change(db, f"Changed {draft.title.strip()}"):
        db.update_row("event", event_id, values)
        places.end_offers_by(db, event_id, draft.starts)
        restate_event(db, event_id)
        places.offer_places(db, event_id, now=now)


def cancel_event(db: Database, event_id: str) -> None:
    """Cancel an event; who was invited stays on record."""
    event = get(db, event_id)
    if event.state is EventState.HELD:
        raise Problem(
            f"{event.title} has been held and cannot be cancelled. Reopen it first if that is wrong."
        )
    came = db.value(
        f"select count(*) from participant where event_id = ? and status in ({sql_values(CAME)})", (event_id,)
    )
    if came:
        raise Problem(
            f"{count_of(came, 'person is', 'people are')} checked in at {event.title}, so it cannot be cancelled. "
            "Undo the check-ins first if they are wrong, or close the event."
        )
    with change(db, f"Cancelled {event.title}"):
        db.update_row("event", event_id, {"state": EventState.CANCELLED.value})


def plan_again(db: Database, event_id: str, *, now: datetime) -> None:
    """Take back the cancelling of an event. Places given up in the meantime are offered to those who wait."""
    event = get(db, event_id)
    if event.state is EventState.CANCELLED:
        with change(db, f"Planned {event.title} again"):
            db.update_row("event", event_id, {"state": EventState.PLANNED.value})
            places.offer_places(db, event_id, now=now)


def archive_event(db: Database, event_id: str, *, on: date) -> None:
    """Put an event away; what came of it still counts."""
    with change(db, f"Archived {get(db, event_id).title}"):
        db.update_row("event", event_id, {"archived_on": on.isoformat()})


def restore_event(db: Database, event_id: str) -> None:
    """Take an event out of the archive."""
    with change(db, f"Restored {get(db, event_id).title}"):
        db.update_row("event", event_id, {"archived_on": None})


def _values(draft: EventDraft) -> dict[str, str | int | None]:
    check(draft)
    return {
        "series_id": draft.series_id,
        "kind": draft.kind.value,
        "title": draft.title.strip(),
        "starts_at": instant_text(draft.starts),
        "ends_at": instant_text(draft.ends),
        "place": draft.place.strip(),
        "online_link": draft.online_link.strip(),
        "capacity": draft.capacity,
        "audience": to_text(draft.audience),
        "notes": draft.notes.strip(),
        "confidentiality": draft.confidentiality.value if draft.confidentiality else None,
    }


# --- what stands in the way, and what to look at twice ------------------------------------------------------


def check(draft: EventDraft) -> None:
    """Refuse what cannot be an event."""
    if not draft.title.strip():
        raise FieldProblem(
            "title", "The event has no title. Write one, such as “Provider forum, December 2019”."
        )
    if instant_text(draft.ends) <= instant_text(draft.starts):
        raise FieldProblem("ends", "The event ends before it begins. Choose an end after the start.")
    if draft.capacity is not None and draft.capacity < 1:
        raise FieldProblem("capacity", "Places are 1 or more. Leave the field empty when there is no limit.")


def warnings(db: Database, draft: EventDraft, *, event_id: str | None = None, now: datetime) -> list[str]:
    """Sentences to show beside the form; none of them stops the event."""
    found = [_overlap(draft, other) for other in _overlapping(db, draft, event_id)]
    if not draft.place.strip() and not draft.online_link.strip():
        found.append("There is no place and no link yet, so nobody can be told where to go.")
    if event_id is None and draft.starts < now:
        found.append("The event begins in the past.")
    if (draft.ends - draft.starts).total_seconds() > 24 * 3600:
        found.append("The event lasts longer than a day.")
    if event_id is not None and draft.capacity is not None:
        taken = places.counted(db, event_id)
        if taken > draft.capacity:
            found.append(
                f"{count_of(taken, 'person has', 'people have')} a place already, more than {draft.capacity}."
            )
    return found


def _overlapping(db: Database, draft: EventDraft, event_id: str | None) -> list[Event]:
    rows = db.rows(
        f"select {_COLUMNS} from event where starts_at < ? and ends_at > ? and id is not ? and state <> 'cancelled' "
        "and archived_on is null order by starts_at, id",
        (instant_text(draft.ends), instant_text(draft.starts), event_id),
    )
    return [_event(row) for row in rows]


def _overlap(draft: EventDraft, other: Event) -> str:
    same_place = draft.place.strip() and draft.place.strip().lower() == other.place.lower()
    where = f"at the same place, {other.place}" if same_place else "at the same time"
    return f"{other.title} is {where}: {other.when}."
