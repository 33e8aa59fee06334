"""The ceremony among the forums: its event, guests as contacts, invitations, and replies as the guests' answers.

Awards and forums do not know each other; here they are joined. The replies of an event stay the forums' to keep: the
guest list takes them over where a person says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from awards.ceremony.guests import Guest, edit_guest, guest, guests, record_answers
from awards.rounds.rounds import AwardRound, award_round, edit_round, rounds
from awards.vocabulary import GuestAnswer, GuestRole
from engagement.forums import events
from engagement.forums.events import Event, EventDraft
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.invitations import Invited
from engagement.forums.vocabulary import EventKind, EventState, ParticipantStatus
from engagement.register.contacts import Contact, add_contact, contact, contacts_of, may_be_invited
from engagement.register.names import email_key, name_key, name_of
from engagement.register.providers import add_provider, find_providers
from engagement.register.vocabulary import ConsentBasis, ContactRole, OrganisationKind
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from resources.wording import count_of, in_london

GUESTS_GROUP = "Guests of the awards"
"""The group in the register for guests who work for no provider: families, neighbours, people who draw on care."""
_CONTACT_ROLES = {
    GuestRole.MANAGER: ContactRole.REGISTERED_MANAGER,
    GuestRole.NOMINEE: ContactRole.CARE_WORKER,
}
_S = ParticipantStatus
_ANSWERS = {
    _S.ACCEPTED: GuestAnswer.YES, _S.ATTENDED: GuestAnswer.YES, _S.LEFT_EARLY: GuestAnswer.YES,
    _S.DECLINED: GuestAnswer.NO, _S.APOLOGIES: GuestAnswer.NO, _S.CANCELLED: GuestAnswer.NO,
}  # fmt: skip


# --- the event ------------------------------------------------------------------------------------------------


def ceremony_event(db: Database, held: AwardRound) -> Event | None:
    """The round's ceremony; None while none is chosen, or where its event is gone."""
    return events.get(db, held.event_id) if held.event_id and events.is_event(db, held.event_id) else None


def ceremony_starts(db: Database, held: AwardRound) -> datetime | None:
    """When it begins, where that is known."""
    event = ceremony_event(db, held)
    return event.starts if event is not None else None


def ceremonies(db: Database) -> list[Event]:
    """The events that may be one, the latest first: award ceremonies that were not cancelled."""
    some = [one for one in events.events(db) if one.kind is EventKind.AWARD_CEREMONY]
    return [one for one in reversed(some) if one.state is not EventState.CANCELLED]


def ceremonies_of_others(db: Database, round_id: str) -> dict[str, str]:
    """The events that are another round's ceremony, each with the name of that round."""
    return {
        one.event_id: one.name for one in rounds(db, archived=True) if one.event_id and one.id != round_id
    }


def choose_ceremony(db: Database, round_id: str, event_id: str) -> Event | None:
    """Say which event is the ceremony of a round; '' takes it back."""
    held = award_round(db, round_id)
    title = events.get(db, event_id).title if event_id else ""
    words = f"{title} is the ceremony of {held.name}" if title else f"{held.name} has no ceremony yet"
    with change(db, words):
        edit_round(db, round_id, event_id=event_id)
    return ceremony_event(db, award_round(db, round_id))


def plan_ceremony(db: Database, round_id: str, draft: EventDraft) -> Event:
    """Plan the event and choose it, as one change."""
    with change(db, f"Planned {draft.title.strip()}"):
        key = events.plan_event(db, draft)
        edit_round(db, round_id, event_id=key)
    return events.get(db, key)


# --- guests in the register -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class WhoCanBeInvited:
    """The guests asked about, by what can be done; `barred` with the reason of each."""

    ready: tuple[Guest, ...]
    not_in_register: tuple[Guest, ...]
    invited_already: tuple[Guest, ...]
    barred: tuple[tuple[Guest, str], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be said before anybody is invited."""
        said = [f"{count_of(len(self.ready), 'guest')} can be invited."]
        if self.invited_already:
            stand = "stands" if len(self.invited_already) == 1 else "stand"
            said.append(
                f"{count_of(len(self.invited_already), 'guest')} {stand} on the list of the event already."
            )
        if self.not_in_register:
            are = "is" if len(self.not_in_register) == 1 else "are"
            said.append(
                f"{count_of(len(self.not_in_register), 'guest')} {are} not in the register: add them first, with how "
                "they agreed to be written to."
            )
        return (*said, *(f"{one.name} is not invited: {reason}" for one, reason in self.barred))


def who_can_be_invited(db: Database, round_id: str, keys: Sequence[str] = ()) -> WhoCanBeInvited:
    """Of all guests of a round, or of those chosen."""
    some = [one for one in guests(db, round_id) if not keys or one.id in keys]
    event = ceremony_event(db, award_round(db, round_id))
    on_list = {one.contact_id for one in participants.of_event(db, event.id)} if event is not None else set()
    ready, unknown, already, barred = [], [], [], []
    for one in some:
        if one.contact_id is None:
            unknown.append(one)
        elif one.contact_id in on_list:
            already.append(one)
        elif may := may_be_invited(contact(db, one.contact_id)):
            ready.append(one)
        else:
            barred.append((one, may.reason))
    return WhoCanBeInvited(tuple(ready), tuple(unknown), tuple(already), tuple(barred))


@dataclass(frozen=True)
class NewContacts:
    """How guests become contacts: where they belong ('' is the group of guests), and how they agreed."""

    guest_ids: tuple[str, ...]
    consent: ConsentBasis
    consent_on: date | None
    provider_id: str = ""
    service_id: str | None = None


def known_contact(db: Database, one: Guest, provider_id: str) -> Contact | None:
    """Somebody of the same name and address, or of the same name alone, whom the register holds there already."""
    there = [
        held for held in contacts_of(db, provider=provider_id) if name_key(held.name) == name_key(one.name)
    ]
    if one.email:
        there = [held for held in there if not held.email or email_key(held.email) == email_key(one.email)]
    return there[0] if len(there) == 1 else None


def make_contacts(db: Database, asked: NewContacts) -> list[Guest]:
    """Put guests into the register and tie them to it; one who is there already is tied and not added twice."""
    if not asked.consent.allows_contact:
        raise FieldProblem(
            "consent",
            "Only who agreed to be written to is added for invitations. Choose how they agreed, or ask first.",
        )
    some = [one for key in asked.guest_ids if (one := guest(db, key)).contact_id is None]
    if not some:
        raise Problem("All of these guests are in the register already. Select others.")
    who = some[0].name if len(some) == 1 else count_of(len(some), "guest")
    with change(db, f"Added {who} to the register"):
        provider_id = asked.provider_id or _group(db)
        for one in some:
            held = known_contact(db, one, provider_id) or add_contact(
                db, provider_id, name=one.name, email=one.email, service_id=asked.service_id,
                role=_CONTACT_ROLES.get(one.role, ContactRole.OTHER) if asked.provider_id else ContactRole.OTHER,
                consent=asked.consent, consent_on=asked.consent_on,
            )  # fmt: skip
            edit_guest(db, one.id, contact_id=held.id)
    return [guest(db, one.id) for one in some]


def _group(db: Database) -> str:
    for one in find_providers(db, GUESTS_GROUP):
        if one.name == GUESTS_GROUP and one.organisation is OrganisationKind.GROUP:
            return one.id
    return add_provider(db, name=GUESTS_GROUP, organisation=OrganisationKind.GROUP).id


# --- inviting, and replies ------------------------------------------------------------------------------------


def invite_guests(db: Database, round_id: str, keys: Sequence[str] = (), *, now: datetime) -> Invited:
    """Invite all guests who can be invited, or those of them chosen, and note that they were asked."""
    held = award_round(db, round_id)
    event = ceremony_event(db, held)
    if event is None:
        raise Problem(f"{held.name} has no ceremony among the forums yet. Choose or plan it first.")
    found = who_can_be_invited(db, round_id, keys)
    if not found.ready:
        raise Problem(" ".join(("Nobody is left to invite.", *found.sentences[1:])))
    with change(db, f"Invited {count_of(len(found.ready), 'guest')} to {event.title}"):
        each = {str(one.contact_id): _selected(db, one) for one in found.ready}
        made = invitations.invite(db, event.id, list(each.values()), now=now)
        record_answers(
            db, [one.id for one in found.ready if one.answer is GuestAnswer.NOT_ASKED], GuestAnswer.ASKED,
            today=in_london(now).date(),
        )  # fmt: skip
    return made


def _selected(db: Database, one: Guest) -> Selected:
    held = contact(db, str(one.contact_id))
    service, provider = name_of(db, "service", held.service_id), name_of(db, "provider", held.provider_id)
    return Selected(
        held.id, held.name, held.role, held.service_id, service, held.provider_id, provider,
        (f"Guest of the awards: {one.role.label.lower()}",),
    )  # fmt: skip


@dataclass(frozen=True)
class Reply:
    """What a guest's answer becomes by what they replied to the event."""

    guest: Guest
    answer: GuestAnswer


def replies(db: Database, round_id: str) -> list[Reply]:
    """The replies that the guest list does not say yet. Where nobody has replied, what is noted stays."""
    event = ceremony_event(db, award_round(db, round_id))
    if event is None:
        return []
    by_contact = {one.contact_id: one for one in participants.of_event(db, event.id)}
    found = []
    for one in guests(db, round_id):
        person = by_contact.get(one.contact_id or "")
        if person is None:
            continue
        said = _ANSWERS.get(person.status) or _ANSWERS.get(person.reply)
        if said is None and one.answer is GuestAnswer.NOT_ASKED:
            said = GuestAnswer.ASKED
        if said is not None and said is not one.answer:
            found.append(Reply(one, said))
    return found


def take_replies(db: Database, round_id: str, *, today: date) -> list[Guest]:
    """Note all of them, as one change."""
    found = replies(db, round_id)
    if not found:
        raise Problem("The guest list says already what was replied. There is nothing new to take over.")
    with change(db, f"Took over {count_of(len(found), 'reply', 'replies')} to the ceremony"):
        for answer in dict.fromkeys(one.answer for one in found):
            record_answers(db, [one.guest.id for one in found if one.answer is answer], answer, today=today)
    return [guest(db, one.guest.id) for one in found]
