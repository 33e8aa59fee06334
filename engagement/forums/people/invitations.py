"""Invitations and replies: asked, answered, waiting, given apologies for, and come instead of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import GROUPS, usual_roles
from engagement.forums.people import participants
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.participants import REASON_SEPARATOR, Participant, set_reply
from engagement.forums.people.places import has_place_for, offer_places, put_in_line
from engagement.forums.vocabulary import EventState, ParticipantRole, ParticipantStatus, may_reply
from engagement.register import contacts
from engagement.register.names import name_of
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import and_list, count_of, instant_text

REPLIES = (
    ParticipantStatus.ACCEPTED,
    ParticipantStatus.TENTATIVE,
    ParticipantStatus.DECLINED,
    ParticipantStatus.APOLOGIES,
)
"""What a person may answer; the waiting list and offers follow by themselves."""


@dataclass(frozen=True)
class Invited:
    """Who was invited, as participants, and how many stood on the list already."""

    participants: tuple[str, ...]
    already: int


@dataclass(frozen=True)
class Recorded:
    """What a reply came to: whose reply was kept, who of them has to wait, and who was offered a freed place."""

    replied: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What else came of it than the reply, each without a full stop."""
        waiting = count_of(len(self.waiting), "person", "people")
        offered = count_of(len(self.offered), "free place")
        return (
            *((f"All places are taken: {waiting} put on the waiting list",) if self.waiting else ()),
            *((f"{offered} offered to the waiting list",) if self.offered else ()),
        )


def invite(
    db: Database,
    event_id: str,
    selected: Sequence[Selected],
    *,
    now: datetime,
    role: ParticipantRole | None = None,
) -> Invited:
    """Invite people, each once, and keep why. One whose invitation was withdrawn is invited again.

    Without a role each has the usual one of the kind of event: see `groups.usual_role`.
    """
    event = _open(db, event_id)
    known = {person.contact_id: person for person in participants.of_event(db, event_id, undone=True)}
    each: dict[str, Selected] = {}
    for one in selected:
        each.setdefault(one.contact_id, one)
    roles = dict.fromkeys(each, role) if role else usual_roles(db, event.kind, each)
    with change(db, f"Invited to {event.title}") as entry:
        keys = [
            _invite_one(db, event_id, one, known.get(one.contact_id), now, roles[one.contact_id])
            for one in each.values()
        ]
        made = tuple(key for key in keys if key)
        entry.action = f"Invited {count_of(len(made), 'person', 'people')} to {event.title}"
    return Invited(made, len(each) - len(made))


def invite_by_hand(
    db: Database,
    event_id: str,
    contact_id: str,
    *,
    now: datetime,
    role: ParticipantRole | None = None,
) -> str:
    """Invite somebody whom no rule selects; the new participant's key. Raises Problem when they are on the list."""
    one = contacts.contact(db, contact_id)
    service, provider = name_of(db, "service", one.service_id), name_of(db, "provider", one.provider_id)
    chosen = Selected(
        one.id, one.name, one.role, one.service_id, service, one.provider_id, provider, ("Added by hand",)
    )
    made = invite(db, event_id, [chosen], now=now, role=role)
    if not made.participants:
        raise Problem(f"{one.name} is on the list already.")
    return made.participants[0]


def _invite_one(
    db: Database,
    event_id: str,
    one: Selected,
    known: Participant | None,
    now: datetime,
    role: ParticipantRole,
) -> str | None:
    values = {"invited_at": instant_text(now), "reasons": REASON_SEPARATOR.join(one.reasons)}
    if known is None:
        return participants.add(
            db,
            event_id,
            one.contact_id,
            reply=ParticipantStatus.INVITED,
            service_id=one.service_id,
            role=role.value,
            **values,
        )
    if known.status is not ParticipantStatus.CANCELLED:
        return None
    set_reply(db, known.id, ParticipantStatus.INVITED, answered_at=None, walk_in=0, **values)
    return known.id


def withdraw(db: Database, participant_ids: Iterable[str], *, now: datetime) -> Recorded:
    """Take invitations back; the places they held go to those who wait."""
    people = [participants.get(db, key) for key in participant_ids]
    return _record(
        db, people, ParticipantStatus.CANCELLED, now=now, action="Withdrew the invitation of {who}"
    )


def record_reply(
    db: Database,
    participant_ids: Iterable[str],
    reply: ParticipantStatus,
    *,
    now: datetime,
    beyond_capacity: bool = False,
    note: str = "",
) -> Recorded:
    """Keep what people answered. When the places are taken, who accepts goes to the waiting list instead.

    `beyond_capacity` gives a place all the same, and keeps by whom it was given.
    """
    if reply not in REPLIES:
        raise ValueError(f"{reply.label} is not an answer that a person gives")
    people = [participants.get(db, key) for key in participant_ids]
    return _record(
        db, people, reply, now=now, action="{who}: {reply}", beyond_capacity=beyond_capacity, note=note
    )


def _record(
    db: Database,
    people: Sequence[Participant],
    reply: ParticipantStatus,
    *,
    now: datetime,
    action: str,
    beyond_capacity: bool = False,
    note: str = "",
) -> Recorded:
    for person in people:
        _check_reply(person, reply)
    before = {person.id: person.reply for person in people}
    waiting: list[str] = []
    with change(db, action.format(who=_who(people), reply=reply.label.lower())):
        for person in people:
            values = {"answered_at": instant_text(now)}
            if note:
                values["note"] = f"{person.note}\n{note}".strip()
            if _takes_place(person, reply):
                if _accept(db, person, values, now=now, beyond_capacity=beyond_capacity):
                    waiting.append(person.id)
            elif person.reply is not reply:
                set_reply(db, person.id, reply, **values)
            elif note:
                db.update_row("participant", person.id, {"note": values["note"]})
        offered = [
            key
            for event_id in dict.fromkeys(person.event_id for person in people)
            for key in offer_places(db, event_id, now=now)
        ]
    replied = tuple(key for key, was in before.items() if was is not reply)
    return Recorded(replied, tuple(waiting), tuple(offered))


def _who(people: Sequence[Participant]) -> str:
    return people[0].name if len(people) == 1 else count_of(len(people), "person", "people")


def _check_reply(person: Participant, reply: ParticipantStatus) -> None:
    if person.status.came:
        raise Problem(
            f"{person.name} was checked in, so a reply no longer fits. Undo the check-in first if that is wrong."
        )
    if person.status is not reply and not may_reply(person.status, reply):
        raise Problem(
            f"{person.name} stands at “{person.status.label}”, which cannot become “{reply.label}”. "
            "Reopen the event first if that is wrong."
        )


def _takes_place(person: Participant, reply: ParticipantStatus) -> bool:
    return reply is ParticipantStatus.ACCEPTED and person.reply is not ParticipantStatus.ACCEPTED


def _accept(
    db: Database, person: Participant, values: dict[str, str], *, now: datetime, beyond_capacity: bool
) -> bool:
    """Give the person a place, or put them in line; True when they have to wait.

    Once the event is closed nobody waits for a place: the answer is kept as it was given.
    """
    kept = person.reply is ParticipantStatus.PLACE_OFFERED or _is_held(db, person.event_id)
    if not kept and not has_place_for(db, person.event_id, person.id):
        if not beyond_capacity:
            put_in_line(db, person.id, now=now, **values)
            return True
        noted = values.get("note", person.note)
        values = {**values, "note": f"{noted}\nGiven a place beyond capacity by {db.who}.".strip()}
    set_reply(db, person.id, ParticipantStatus.ACCEPTED, **values)
    return False


def _is_held(db: Database, event_id: str) -> bool:
    return events.get(db, event_id).state is EventState.HELD


def substitute(
    db: Database,
    participant_id: str,
    contact_id: str,
    *,
    now: datetime,
    role: ParticipantRole | None = None,
) -> str:
    """Somebody else comes instead: the one sends apologies, the other has the place. Returns the other's key.

    Who held no place cannot hand one on: the other then accepts like anybody, and may have to wait. Without a role the
    other has that of the one.
    """
    person = participants.get(db, participant_id)
    _check_reply(person, ParticipantStatus.APOLOGIES)
    other = participants.find(db, person.event_id, contact_id)
    if contact_id == person.contact_id:
        raise Problem(f"{person.name} cannot come instead of themselves. Choose another person.")
    if other is not None and (other.status.counts or other.substitute_for_id not in (None, person.id)):
        raise Problem(f"{other.name} is coming already and cannot stand in for {person.name} as well.")
    name = name_of(db, "contact", contact_id)
    answered = instant_text(now)
    with change(db, f"{name} comes instead of {person.name}"):
        key = other.id if other else participants.add(
            db, person.event_id, contact_id, reply=ParticipantStatus.INVITED, service_id=person.service_id,
            role=person.role.value, invited_at=answered, reasons=f"Instead of {person.name}",
        )  # fmt: skip
        if role is not None:
            db.update_row("participant", key, {"role": role.value})
        handed_on = person.status.counts
        set_reply(db, person.id, ParticipantStatus.APOLOGIES, answered_at=answered)
        db.update_row("participant", key, {"substitute_for_id": person.id})
        if handed_on:
            set_reply(db, key, ParticipantStatus.ACCEPTED, answered_at=answered)
        else:
            _accept(db, participants.get(db, key), {"answered_at": answered}, now=now, beyond_capacity=False)
        offer_places(db, person.event_id, now=now)
    return key


def substitute_newcomer(
    db: Database, participant_id: str, name: str, *, now: datetime, role: ParticipantRole | None = None
) -> str:
    """Somebody whom the register does not know comes instead: a new contact at the same home."""
    person = participants.get(db, participant_id)
    with change(db, f"{name} comes instead of {person.name}"):
        new = contacts.add_contact(db, person.provider_id, service_id=person.service_id, name=name)
        return substitute(db, participant_id, new.id, now=now, role=role)


def set_role(db: Database, participant_ids: Iterable[str], role: ParticipantRole) -> tuple[str, ...]:
    """What people are at the event. Returns those of whom it was not so before."""
    people = [participants.get(db, key) for key in participant_ids]
    changed = [one for one in people if one.role is not role]
    for event_id in dict.fromkeys(one.event_id for one in changed):
        _check_role(events.get(db, event_id), role)
    if not changed:
        return ()
    with change(db, f"{_who(changed)}: {role.label.lower()} of the event"):
        for person in changed:
            db.update_row("participant", person.id, {"role": role.value})
    return tuple(one.id for one in changed)


def _check_role(event: Event, role: ParticipantRole) -> None:
    roles = GROUPS[event.kind].roles
    if role not in roles:
        known = and_list([one.label.lower() for one in roles], "or")
        raise Problem(
            f"Nobody is “{role.label.lower()}” at an event of the kind “{event.kind.label}”. Choose {known}."
        )


def _open(db: Database, event_id: str) -> Event:
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} is cancelled, so nobody can be invited. Plan it again first.")
    if event.state is EventState.HELD:
        raise Problem(
            f"{event.title} has been held, so nobody can be invited. Add who came at the door instead."
        )
    return event
