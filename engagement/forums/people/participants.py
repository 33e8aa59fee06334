"""Participants: a contact at an event, what was said beforehand, and the status that follows from all of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engagement.forums.groups import event_confidentiality, marked
from engagement.forums.vocabulary import (
    LogKind,
    ParticipantRole,
    ParticipantStatus,
    StatusClass,
)
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database, new_key
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import as_instant

REASON_SEPARATOR = "; "
_ORGANISATIONS = {one.value: one for one in OrganisationKind}


@dataclass(frozen=True)
class LogLine:
    """A line of the door's log, in the order of the log."""

    id: str
    participant_id: str
    kind: LogKind
    at: datetime
    nonce: str
    undoes_id: str | None = None


@dataclass(frozen=True)
class Participant:
    """A contact at an event. `reply` is what was said beforehand, `status` what it has come to."""

    id: str
    event_id: str
    contact_id: str
    provider_id: str
    service_id: str | None
    reply: ParticipantStatus
    status: ParticipantStatus
    role: ParticipantRole
    walk_in: bool
    substitute_for_id: str | None
    offer_expires_at: str | None
    invited_at: str | None
    answered_at: str | None
    waiting_since: str | None
    waiting_number: int | None
    reasons: tuple[str, ...]
    note: str
    name: str
    provider: str
    service: str
    kind: ServiceKind | None
    district: str
    organisation: OrganisationKind = OrganisationKind.CARE_PROVIDER

    @property
    def is_of_provider(self) -> bool:
        """Whether the person comes from a care provider; partners, the council and groups are counted apart."""
        return self.organisation is OrganisationKind.CARE_PROVIDER

    @property
    def was_invited(self) -> bool:
        """Whether an invitation was made and not withdrawn."""
        return not self.walk_in and self.reply is not ParticipantStatus.CANCELLED

    @property
    def home(self) -> str:
        """The service, or the provider where the person stands for the whole of it."""
        return self.service or self.provider


# --- what follows from the log --------------------------------------------------------------------------


def standing(lines: Iterable[LogLine]) -> list[LogLine]:
    """The ins and outs that have not been undone, in the order of the log."""
    lines = list(lines)
    undone = {line.undoes_id for line in lines if line.kind is LogKind.UNDO}
    return [line for line in lines if line.kind is not LogKind.UNDO and line.id not in undone]


def is_present(lines: Iterable[LogLine]) -> bool:
    """Whether the person is in the room."""
    left = standing(lines)
    return bool(left) and left[-1].kind is LogKind.ENTRY


def status_from(
    reply: ParticipantStatus, lines: Iterable[LogLine], *, ends: datetime, held: bool
) -> ParticipantStatus:
    """The status: who is in the log came; of those who are not, who had a place did not show once it was held.

    Going home at the end is not leaving early.
    """
    left = standing(lines)
    if any(line.kind is LogKind.ENTRY for line in left):
        early = left[-1].kind is LogKind.EXIT and left[-1].at < ends
        return ParticipantStatus.LEFT_EARLY if early else ParticipantStatus.ATTENDED
    return ParticipantStatus.NO_SHOW if held and reply.counts else reply


# --- reading --------------------------------------------------------------------------------------------

_SELECT = """select participant.id, participant.event_id, participant.contact_id, participant.provider_id,
    participant.service_id, participant.reply, participant.status, participant.role, participant.walk_in,
    participant.substitute_for_id, participant.offer_expires_at, participant.invited_at, participant.answered_at,
    participant.waiting_since, participant.waiting_number, participant.reasons, participant.note,
    contact.name, provider.name, coalesce(service.name, ''), service.kind, coalesce(service.district, ''),
    provider.organisation
    from participant join contact on contact.id = participant.contact_id
    join provider on provider.id = participant.provider_id
    left join service on service.id = participant.service_id"""


def get(db: Database, participant_id: str) -> Participant:
    """One participant."""
    row = db.row(f"{_SELECT} where participant.id = ?", (participant_id,))
    if row is None:
        raise LookupError(f"there is no participant {participant_id}")
    return _participant(row)


def find(db: Database, event_id: str, contact_id: str) -> Participant | None:
    """The participant that a contact is at an event, if any."""
    row = db.row(
        f"{_SELECT} where participant.event_id = ? and participant.contact_id = ?", (event_id, contact_id)
    )
    return _participant(row) if row else None


UNDONE_WALK_IN = """(participant.walk_in = 1 and participant.status = 'cancelled' and participant.invited_at is null
    and participant.answered_at is null)"""
"""SQL for a person who is at an event by a check-in alone that was taken back, and of whom nothing else is known."""


def of_event(db: Database, event_id: str, *, undone: bool = False) -> list[Participant]:
    """Everybody at an event by provider and name.

    Somebody who walked in and whose check-in was undone is no longer among them. The row stays, for the door's log
    keeps every in and out and each line of it is about a participant; `undone` gives these too.
    """
    rows = db.rows(
        f"{_SELECT} where participant.event_id = ? and (? or not {UNDONE_WALK_IN}) "
        "order by provider.name, contact.name, participant.id",
        (event_id, undone),
    )
    return [_participant(row) for row in rows]


def _participant(row: tuple[Any, ...]) -> Participant:
    return Participant(
        id=row[0],
        event_id=row[1],
        contact_id=row[2],
        provider_id=row[3],
        service_id=row[4],
        reply=ParticipantStatus(row[5]),
        status=ParticipantStatus(row[6]),
        role=ParticipantRole(row[7]),
        walk_in=bool(row[8]),
        substitute_for_id=row[9],
        offer_expires_at=row[10],
        invited_at=row[11],
        answered_at=row[12],
        waiting_since=row[13],
        waiting_number=row[14],
        reasons=tuple(row[15].split(REASON_SEPARATOR)) if row[15] else (),
        note=row[16],
        name=row[17],
        provider=row[18],
        service=row[19],
        kind=ServiceKind(row[20]) if row[20] else None,
        district=row[21],
        organisation=_ORGANISATIONS[row[22]],
    )


def log_of_event(db: Database, event_id: str) -> dict[str, list[LogLine]]:
    """Each participant's lines of the door's log."""
    return _log(db, "event_id", event_id)


def log_of(db: Database, participant_id: str) -> list[LogLine]:
    """One participant's lines of the door's log."""
    return _log(db, "participant_id", participant_id).get(participant_id, [])


def _log(db: Database, column: str, key: str) -> dict[str, list[LogLine]]:
    found: dict[str, list[LogLine]] = defaultdict(list)
    for line, participant, kind, at, nonce, undoes in db.rows(
        f"select id, participant_id, kind, at, nonce, undoes_id from check_in where {column} = ? order by seq, id",
        (key,),
    ):
        found[participant].append(LogLine(line, participant, LogKind(kind), as_instant(at), nonce, undoes))
    return found


# --- writing, always within a change --------------------------------------------------------------------


def add(
    db: Database,
    event_id: str,
    contact_id: str,
    *,
    reply: ParticipantStatus,
    service_id: str | None = None,
    **values: Cell,
) -> str:
    """A new participant with its provider; one whose provider has a single service stands for that one."""
    provider_id, own_service = _whence(db, contact_id)
    key = new_key()
    db.insert_row(
        "participant",
        {
            "id": key,
            "event_id": event_id,
            "contact_id": contact_id,
            "provider_id": provider_id,
            "service_id": service_id or own_service,
            "reply": reply.value,
            "status": reply.value,
            **values,
        },
    )
    return key


def _whence(db: Database, contact_id: str) -> tuple[str, str | None]:
    row = db.row(
        """select provider_id, coalesce(service_id, (
            select min(id) from service where provider_id = contact.provider_id and archived_on is null
            having count(*) = 1))
        from contact where id = ?""",
        (contact_id,),
    )
    if row is None:
        raise LookupError(f"there is no contact {contact_id}")
    return row[0], row[1]


def set_reply(db: Database, participant_id: str, reply: ParticipantStatus, **values: Cell) -> None:
    """Keep what was said, and let the status follow. What belongs to another reply alone is cleared."""
    cleared: dict[str, Cell] = {}
    if reply is not ParticipantStatus.PLACE_OFFERED:
        cleared["offer_expires_at"] = None
    if reply not in (ParticipantStatus.PLACE_OFFERED, ParticipantStatus.WAITLISTED):
        cleared |= {"waiting_since": None, "waiting_number": None}
    db.update_row("participant", participant_id, {"reply": reply.value, **cleared, **values})
    restate(db, participant_id)


def restate(db: Database, participant_id: str) -> ParticipantStatus:
    """Bring one participant's status in step with reply, log and event."""
    row = db.row(
        "select participant.reply, participant.status, event.ends_at, event.state = 'held' from participant "
        "join event on event.id = participant.event_id where participant.id = ?",
        (participant_id,),
    )
    if row is None:
        raise LookupError(f"there is no participant {participant_id}")
    status = status_from(
        ParticipantStatus(row[0]), log_of(db, participant_id), ends=as_instant(row[2]), held=bool(row[3])
    )
    if status != row[1]:
        db.update_row("participant", participant_id, {"status": status.value})
    return status


def restate_event(db: Database, event_id: str) -> None:
    """Bring the status of everybody at an event in step."""
    event = db.row("select ends_at, state = 'held' from event where id = ?", (event_id,))
    if event is None:
        raise LookupError(f"there is no event {event_id}")
    ends, held, log = as_instant(event[0]), bool(event[1]), log_of_event(db, event_id)
    changed = []
    for key, reply, status in db.rows(
        "select id, reply, status from participant where event_id = ?", (event_id,)
    ):
        became = status_from(ParticipantStatus(reply), log.get(key, []), ends=ends, held=held)
        if became != status:
            changed.append((became.value, key))
    db.update_rows("participant", ("status",), changed)


# --- figures and tables -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class StatusCount:
    """How many stand at a status."""

    status: ParticipantStatus
    number: int

    @property
    def status_class(self) -> StatusClass:
        """What the status amounts to."""
        return self.status.status_class

    @property
    def counted(self) -> int:
        """How many of them take up a place."""
        return self.number if self.status.counts else 0


def figures(db: Database, event_id: str) -> tuple[StatusCount, ...]:
    """How many stand at each status, in the order of the vocabulary; those with nobody too."""
    numbers = Counter(
        status
        for (status,) in db.rows(
            f"select status from participant where event_id = ? and not {UNDONE_WALK_IN}", (event_id,)
        )
    )
    return tuple(StatusCount(status, numbers[status]) for status in ParticipantStatus)


PARTICIPANT_COLUMNS = (
    Column("name", "Name", width=180),
    Column("provider", "Provider", width=200),
    Column("service", "Service", width=200),
    Column("kind", "Kind", width=130),
    Column("district", "District", width=130),
    Column("status", "Status", ColumnKind.STATUS, width=150),
    Column("status_class", "Class", width=90),
    Column("walk_in", "Walk-in", ColumnKind.FLAG, width=70),
    Column("role", "Role at the event", width=120),
    Column("answered_at", "Replied", ColumnKind.TIME, width=150),
    Column("substitute_for", "Instead of", width=150),
    Column("reasons", "Why invited", width=260),
    Column("note", "Note", width=200),
)


def participants_table(db: Database, event_id: str, people: Sequence[Participant] | None = None) -> Table:
    """Everybody at an event, a row each, in the order of `of_event`."""
    everybody = list(people) if people is not None else of_event(db, event_id)
    names = {person.id: person.name for person in everybody}
    title = db.value("select title from event where id = ?", (event_id,))
    table = Table(f"People at {title}", PARTICIPANT_COLUMNS, [_row(person, names) for person in everybody])
    return marked(table, event_confidentiality(db, event_id))


def _row(person: Participant, names: dict[str, str]) -> tuple[Cell, ...]:
    return (
        person.name,
        person.provider,
        person.service,
        person.kind.label if person.kind else "",
        person.district,
        person.status.label,
        person.status.status_class.label,
        int(person.walk_in),
        person.role.label,
        person.answered_at,
        names.get(person.substitute_for_id or "", ""),
        REASON_SEPARATOR.join(person.reasons),
        person.note,
    )
