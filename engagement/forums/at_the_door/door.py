"""The door: in, out, undone, walked in, by ones and by parties; and the close of an event.

The log is only ever added to: undoing a check-in adds a line. Each act has a nonce, made by the page when the key is
pressed, so that an act asked for twice is done once. Statuses follow from the log (see `participants`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from engagement.forums import events
from engagement.forums.at_the_door.door_log import is_written, last_act, next_number
from engagement.forums.events import Event
from engagement.forums.groups import usual_roles
from engagement.forums.people import participants
from engagement.forums.people.invitations import record_reply, substitute
from engagement.forums.people.participants import (
    LogLine,
    Participant,
    is_present,
    log_of,
    log_of_event,
    standing,
)
from engagement.forums.people.places import counted
from engagement.forums.vocabulary import EventState, LogKind, LogList, ParticipantRole, ParticipantStatus
from engagement.register import contacts, providers
from engagement.register.names import folded
from engagement.register.vocabulary import ConsentBasis, ContactRole, OrganisationKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.wording import count_of, in_london, instant_text, time_words


@dataclass(frozen=True)
class CheckedIn:
    """What came of asking somebody in. `already` when they were in the room: nothing was written then."""

    participant_id: str
    name: str
    home: str
    at: datetime
    already: bool = False
    walk_in: bool = False
    warning: str = ""

    @property
    def sentence(self) -> str:
        """What the door says."""
        if self.already:
            return f"{self.name} was checked in already, at {time_words(self.at)}."
        return f"{self.name}, {self.home}, is checked in."


# --- in -------------------------------------------------------------------------------------------------


def check_in(
    db: Database, event_id: str, participant_id: str, *, now: datetime, device: str, nonce: str
) -> CheckedIn:
    """Somebody on the list is here."""
    event, person = _at(db, event_id), _of(db, event_id, participant_id)
    lines = log_of(db, participant_id)
    if is_present(lines):
        return _already(person, standing(lines)[-1])
    written = [line for line in lines if line.nonce == nonce]
    if written:
        return _already(person, written[0])
    with change(db, f"Checked in {person.name}"):
        _enter(db, person, now=now, device=device, nonce=nonce)
    return _done(db, event, person, now)


def check_in_contact(
    db: Database, event_id: str, contact_id: str, *, now: datetime, device: str, nonce: str
) -> CheckedIn:
    """Somebody of the register is here; who was not invited is a walk-in."""
    known = participants.find(db, event_id, contact_id)
    if known is not None:
        return check_in(db, event_id, known.id, now=now, device=device, nonce=nonce)
    event = _at(db, event_id)
    name = db.value("select name from contact where id = ?", (contact_id,))
    with change(db, f"Checked in {name}, who walked in"):
        person = _walked_in(db, _at(db, event_id), contact_id)
        _enter(db, person, now=now, device=device, nonce=nonce)
    return _done(db, event, person, now)


def come_instead(
    db: Database,
    event_id: str,
    participant_id: str,
    contact_id: str,
    *,
    now: datetime,
    device: str,
    nonce: str,
) -> CheckedIn:
    """Somebody is here instead of one who was expected: tied together and checked in, as one change."""
    _of(db, event_id, participant_id)
    before = _by_nonce(db, event_id, nonce)
    if before is not None:
        return before
    with change(db, "Checked in a substitute") as entry:
        key = substitute(db, participant_id, contact_id, now=now)
        done = check_in(db, event_id, key, now=now, device=device, nonce=nonce)
        instead_of = participants.get(db, participant_id).name
        entry.action = f"Checked in {done.name} instead of {instead_of}"
    return done


def party(
    db: Database,
    event_id: str,
    *,
    provider_id: str = "",
    service_id: str = "",
    now: datetime,
    device: str,
    nonce: str,
) -> tuple[CheckedIn, ...]:
    """Everybody expected from one provider, or from one service, is here. Who is in the room already stays so."""
    event = _at(db, event_id)
    coming = [
        person
        for person in expected_but_absent(db, event_id)
        if (service_id and person.service_id == service_id)
        or (provider_id and person.provider_id == provider_id)
    ]
    if not coming or _by_nonce(db, event_id, nonce) is not None:
        return ()
    whose = coming[0].service if service_id else coming[0].provider
    with change(db, f"Checked in {count_of(len(coming), 'person', 'people')} from {whose}"):
        for person in coming:
            _enter(db, person, now=now, device=device, nonce=nonce)
    return tuple(_done(db, event, person, now) for person in coming)


@dataclass(frozen=True)
class WalkIn:
    """Who came without being asked, as said at the door. A provider is one of the register or a new name.

    `organisation` is what a new one is. Without a role the person has the usual one.
    """

    name: str
    provider_id: str | None = None
    new_provider: str = ""
    service_id: str | None = None
    contact_role: ContactRole = ContactRole.OTHER
    email: str = ""
    phone: str = ""
    consent: ConsentBasis = ConsentBasis.NOT_RECORDED
    role: ParticipantRole | None = None
    organisation: OrganisationKind = OrganisationKind.CARE_PROVIDER


def walk_in(db: Database, event_id: str, who: WalkIn, *, now: datetime, device: str, nonce: str) -> CheckedIn:
    """Check in somebody new: person, and provider where it is new, are made in the same change.

    A person or provider of that very name is taken from the register rather than made again.
    """
    event = _at(db, event_id)
    if not who.name.strip():
        raise FieldProblem("name", "There is no name. Write the person’s name.")
    if not who.provider_id and not who.new_provider.strip():
        raise FieldProblem("provider", "There is no provider. Choose one, or write the name of a new one.")
    before = _by_nonce(db, event_id, nonce)
    if before is not None:
        return before
    with change(db, f"Checked in {who.name.strip()}, who walked in"):
        provider_id = who.provider_id or _provider_named(db, who.new_provider, who.organisation)
        contact_id = _person_named(db, provider_id, who) or _new_contact(db, provider_id, who, now)
        known = participants.find(db, event_id, contact_id)
        if known is not None:
            return check_in(db, event_id, known.id, now=now, device=device, nonce=nonce)
        person = _walked_in(db, event, contact_id, role=who.role, service_id=who.service_id)
        _enter(db, person, now=now, device=device, nonce=nonce)
    return _done(db, event, person, now)


def _new_contact(db: Database, provider_id: str, who: WalkIn, now: datetime) -> str:
    agreed = in_london(now).date() if who.consent.allows_contact else None
    return contacts.add_contact(
        db, provider_id, service_id=who.service_id, name=who.name, role=who.contact_role, email=who.email,
        phone=who.phone, consent=who.consent, consent_on=agreed,
    ).id  # fmt: skip


def _provider_named(db: Database, name: str, organisation: OrganisationKind) -> str:
    for key, known in db.rows("select id, name from provider where archived_on is null order by id"):
        if folded(known) == folded(name):
            return str(key)
    return providers.add_provider(db, name=name, organisation=organisation).id


def _person_named(db: Database, provider_id: str, who: WalkIn) -> str | None:
    """The one contact of that name at the provider, and at the service when it is said."""
    found = [
        (key, service)
        for key, name, service in db.rows(
            "select id, name, service_id from contact where provider_id = ? and archived_on is null order by id",
            (provider_id,),
        )
        if folded(name) == folded(who.name)
    ]
    fitting = [key for key, service in found if not who.service_id or service in (None, who.service_id)]
    return fitting[0] if len(fitting) == 1 else None


def _walked_in(
    db: Database,
    event: Event,
    contact_id: str,
    *,
    role: ParticipantRole | None = None,
    service_id: str | None = None,
) -> Participant:
    role = role or usual_roles(db, event.kind, [contact_id])[contact_id]
    # Nothing was said beforehand, so an undone check-in leaves the row cancelled; `participants.of_event` drops it.
    key = participants.add(
        db, event.id, contact_id, reply=ParticipantStatus.CANCELLED, service_id=service_id, role=role.value,
        walk_in=1,
    )  # fmt: skip
    return participants.get(db, key)


# --- out, apologies, undone -------------------------------------------------------------------------------


def check_out(
    db: Database, event_id: str, participant_id: str, *, now: datetime, device: str, nonce: str
) -> bool:
    """Somebody goes; before the end of the event that is leaving early. False when they were not in the room."""
    _at(db, event_id)
    person = _of(db, event_id, participant_id)
    if not is_present(log_of(db, participant_id)):
        return False
    with change(db, f"Checked out {person.name}"):
        _write(db, person, LogKind.EXIT, now=now, device=device, nonce=nonce)
    return True


def apologies(db: Database, event_id: str, participant_id: str, *, now: datetime, note: str = "") -> None:
    """Somebody sends apologies on the day."""
    _at(db, event_id)
    _of(db, event_id, participant_id)
    record_reply(db, [participant_id], ParticipantStatus.APOLOGIES, now=now, note=note)


@dataclass(frozen=True)
class Undone:
    """What the door took back."""

    kind: LogKind
    names: tuple[str, ...]

    @property
    def what(self) -> str:
        """Check-in of Amina Khan."""
        act = "check-in" if self.kind is LogKind.ENTRY else "check-out"
        who = self.names[0] if len(self.names) == 1 else count_of(len(self.names), "person", "people")
        return f"{act} of {who}"

    @property
    def sentence(self) -> str:
        """What the door says."""
        return f"The {self.what} is undone."


def next_undo(db: Database, event_id: str) -> Undone | None:
    """What `undo_last` would take back."""
    last = last_act(db, event_id)
    return _as_undone(db, last) if last else None


def undo_last(db: Database, event_id: str, *, now: datetime, device: str, nonce: str) -> Undone | None:
    """Take back the last act at the door that is not undone yet, a whole party at once; the log keeps both."""
    _at(db, event_id)
    if _by_nonce(db, event_id, nonce) is not None:
        return None
    last = last_act(db, event_id)
    if not last:
        return None
    done = _as_undone(db, last)
    with change(db, f"Undid the {done.what}"):
        for line in last:
            _write(
                db, participants.get(db, line.participant_id), LogKind.UNDO,
                now=now, device=device, nonce=nonce, undoes=line.id,
            )  # fmt: skip
    return done


def undo_check_in(
    db: Database, event_id: str, participant_id: str, *, now: datetime, device: str, nonce: str
) -> bool:
    """Take back one person's last in or out, whatever happened at the door since. False when there is none."""
    _at(db, event_id)
    person, lines = _of(db, event_id, participant_id), standing(log_of(db, participant_id))
    if not lines:
        return False
    with change(
        db, f"Undid the {'check-in' if lines[-1].kind is LogKind.ENTRY else 'check-out'} of {person.name}"
    ):
        _write(db, person, LogKind.UNDO, now=now, device=device, nonce=nonce, undoes=lines[-1].id)
    return True


def _as_undone(db: Database, lines: Sequence[LogLine]) -> Undone:
    names = tuple(participants.get(db, line.participant_id).name for line in reversed(lines))
    return Undone(lines[0].kind, names)


# --- afterwards -----------------------------------------------------------------------------------------


def tick_sheet(
    db: Database, event_id: str, participant_ids: Iterable[str], *, at: datetime, device: str, nonce: str
) -> int:
    """Everybody ticked on the paper sheet came; who is in the log already is left as they are. Returns how many
    were added."""
    event = _at(db, event_id)
    log = log_of_event(db, event_id)
    ticked = [key for key in dict.fromkeys(participant_ids) if not standing(log.get(key, []))]
    with change(
        db, f"Ticked {count_of(len(ticked), 'person', 'people')} from the paper sheet of {event.title}"
    ):
        for key in ticked:
            _enter(db, _of(db, event_id, key), now=at, device=device, nonce=nonce, via=LogList.PAPER)
    return len(ticked)


def close_event(db: Database, event_id: str, *, now: datetime) -> int:
    """The event is held: who had a place and did not come is a no-show. Returns how many those are."""
    event = _at(db, event_id)
    check_close(event, now=now)
    with change(db, f"Closed {event.title}"):
        db.update_row("event", event_id, {"state": EventState.HELD.value})
        participants.restate_event(db, event_id)
    return int(
        db.value("select count(*) from participant where event_id = ? and status = 'no_show'", (event_id,))
    )


def check_close(event: Event, *, now: datetime) -> None:
    """Refuse to close what has not begun."""
    if event.is_still_to_come(now):
        raise Problem(
            f"{event.title} has not begun, so nobody can have missed it. Close it once it has: {event.when}."
        )


def reopen_event(db: Database, event_id: str) -> None:
    """The event is not over after all: who did not show is expected again."""
    event = events.get(db, event_id)
    if event.state is not EventState.HELD:
        return
    with change(db, f"Reopened {event.title}"):
        db.update_row("event", event_id, {"state": EventState.PLANNED.value})
        participants.restate_event(db, event_id)


# --- who is where ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DoorCounts:
    """The big numbers. `expected` had a place beforehand, come or not; `came` were let in, `present` are here."""

    expected: int
    present: int
    came: int
    walk_ins: int
    left: int
    absent: int


def counts(db: Database, event_id: str) -> DoorCounts:
    """The numbers at the door."""
    log, people = log_of_event(db, event_id), participants.of_event(db, event_id)
    came = [person for person in people if person.status.came]
    present = sum(is_present(log.get(person.id, [])) for person in came)
    expected = [person for person in people if person.reply.counts]
    return DoorCounts(
        expected=len(expected),
        present=present,
        came=len(came),
        walk_ins=sum(person.walk_in for person in came),
        left=len(came) - present,
        absent=sum(not person.status.came for person in expected),
    )


def present_now(db: Database, event_id: str) -> list[Participant]:
    """Who is in the room, by provider and name."""
    log = log_of_event(db, event_id)
    return [person for person in participants.of_event(db, event_id) if is_present(log.get(person.id, []))]


def expected_but_absent(db: Database, event_id: str) -> list[Participant]:
    """Who has a place and has not been here, by provider and name."""
    return [
        person
        for person in participants.of_event(db, event_id)
        if person.reply.counts and not person.status.came
    ]


# --- the log --------------------------------------------------------------------------------------------


def _enter(
    db: Database, person: Participant, *, now: datetime, device: str, nonce: str, via: LogList = LogList.DOOR
) -> None:
    _write(db, person, LogKind.ENTRY, now=now, device=device, nonce=nonce, via=via)


def _write(
    db: Database,
    person: Participant,
    kind: LogKind,
    *,
    now: datetime,
    device: str,
    nonce: str,
    undoes: str | None = None,
    via: LogList = LogList.DOOR,
) -> None:
    """Add a line at the end of the log, unless this act has written it already."""
    if is_written(db, person.id, kind, nonce=nonce):
        return
    db.insert_row(
        "check_in",
        {
            "id": new_key(),
            "participant_id": person.id,
            "event_id": person.event_id,
            "seq": next_number(db, person.event_id),
            "kind": kind.value,
            "at": instant_text(now),
            "by": db.who,
            "device": device,
            "nonce": nonce,
            "undoes_id": undoes,
            "list": via.value,
        },
    )
    participants.restate(db, person.id)


def _at(db: Database, event_id: str) -> Event:
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} is cancelled, so its door is closed. Plan it again first.")
    return event


def _of(db: Database, event_id: str, participant_id: str) -> Participant:
    person = participants.get(db, participant_id)
    if person.event_id != event_id:
        raise LookupError(f"participant {participant_id} is not at the event {event_id}")
    return person


def _already(person: Participant, line: LogLine) -> CheckedIn:
    return CheckedIn(person.id, person.name, person.home, line.at, already=True, walk_in=person.walk_in)


def _by_nonce(db: Database, event_id: str, nonce: str) -> CheckedIn | None:
    """What an act did when it was asked for the first time."""
    key = db.value(
        "select participant_id from check_in where nonce = ? and event_id = ? limit 1", (nonce, event_id)
    )
    if key is None:
        return None
    line = next(line for line in log_of(db, key) if line.nonce == nonce)
    return _already(participants.get(db, key), line)


def _done(db: Database, event: Event, person: Participant, now: datetime) -> CheckedIn:
    return CheckedIn(
        person.id, person.name, person.home, now, walk_in=person.walk_in, warning=_warning(db, event)
    )


def _warning(db: Database, event: Event) -> str:
    taken = counted(db, event.id)
    if event.capacity is None or taken <= event.capacity:
        return ""
    return f"The room has {count_of(event.capacity, 'place')}; {taken:,} people are here or still expected."
