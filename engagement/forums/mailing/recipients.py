"""To whom something is written, and who is left out of it with the reason."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import marked
from engagement.forums.mailing.mailings import LastWritten, last_written
from engagement.forums.mailing.vocabulary import UNANSWERED, Purpose, Way, Whom
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import Confidentiality, EventState
from engagement.register.letterhead import is_address
from engagement.register.vocabulary import ConsentBasis
from resources.database import Database
from resources.problem import Problem
from resources.tables import Cell, Column, Table
from resources.wording import as_date, count_of

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "cllr",
                    "councillor", "lord", "lady"})  # fmt: skip


@dataclass(frozen=True)
class Correspondent:
    """A person at an event with all that writing to them needs. `address` has no name in it; its last line is the
    postcode."""

    person: Participant
    consent: ConsentBasis
    email: str
    address: tuple[str, ...]
    archived: bool
    written: LastWritten | None = None

    @property
    def first_name(self) -> str:
        """How a letter speaks to them: the first name, or the whole name where it begins with a title."""
        first, _, rest = self.person.name.strip().partition(" ")
        return self.person.name.strip() if rest and first.casefold().rstrip(".") in TITLES else first

    @property
    def reachable(self) -> str:
        """E-mail and post, Post, or nothing."""
        ways = [name for name, there in (("E-mail", is_address(self.email)), ("post", self.address)) if there]
        text = " and ".join(ways)
        return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class LeftOut:
    """Somebody whom nothing is written to, and why."""

    person: Participant
    reason: str


@dataclass(frozen=True)
class Recipients:
    """To whom, and who not."""

    people: tuple[Correspondent, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def words(self) -> str:
        """12 people; 3 are left out."""
        said = count_of(len(self.people), "person", "people")
        number = len(self.left_out)
        return f"{said}; {count_of(number, 'is', 'are')} left out" if number else said

    def reasons(self) -> tuple[str, ...]:
        """Each reason with how many it concerns, the most frequent first."""
        counts = Counter(one.reason for one in self.left_out)
        return tuple(f"{number:,}: {reason}" for reason, number in counts.most_common())


def correspondents(db: Database, event_id: str) -> list[Correspondent]:
    """Everybody at an event; the address is the service's, else the provider's."""
    facts = {
        key: (ConsentBasis(consent), email.strip(), address_lines(address, postcode), archived is not None)
        for key, consent, email, archived, address, postcode in db.rows(
            """select participant.id, contact.consent, contact.email, contact.archived_on,
                iif(coalesce(service.address, '') <> '', service.address, provider.address),
                iif(coalesce(service.address, '') <> '', service.postcode, provider.postcode)
            from participant join contact on contact.id = participant.contact_id
            join provider on provider.id = participant.provider_id
            left join service on service.id = participant.service_id where participant.event_id = ?""",
            (event_id,),
        )
    }
    written = last_written(db, event_id)
    return [
        Correspondent(person, *facts[person.id], written.get(person.id))
        for person in participants.of_event(db, event_id)
    ]


def address_lines(address: str, postcode: str) -> tuple[str, ...]:
    """An address line by line, the postcode last and once; nothing where only a postcode is known."""
    lines = [" ".join(part.split()) for part in address.replace("\n", ",").split(",")]
    lines = [line for line in dict.fromkeys(lines) if line and line.casefold() != postcode.casefold()]
    if not lines:
        return ()
    return (*lines, postcode) if postcode else tuple(lines)


def choose(
    db: Database,
    event_id: str,
    purpose: Purpose,
    way: Way,
    *,
    whom: Whom = Whom.ALL,
    chosen: Collection[str] = (),
) -> Recipients:
    """Whom a purpose fits (or those of the `chosen` participants whom it fits), parted by whether the way is open."""
    event = events.get(db, event_id)
    _check_event(event, purpose)
    people: list[Correspondent] = []
    left_out: list[LeftOut] = []
    for one in correspondents(db, event_id):
        if not _is_meant(one, purpose, whom, chosen):
            continue
        reason = _unfit(one.person, purpose, whom) or barred(one, way)
        if reason:
            left_out.append(LeftOut(one.person, reason))
        else:
            people.append(one)
    return Recipients(tuple(people), tuple(left_out))


def _check_event(event: Event, purpose: Purpose) -> None:
    if event.state is EventState.CANCELLED and purpose is not Purpose.THANKS:
        raise Problem(
            f"{event.title} is cancelled, so nobody is invited to it or reminded of it. Plan it again first."
        )
    if event.state is EventState.HELD and purpose is not Purpose.THANKS:
        raise Problem(f"{event.title} has been held, so only thanks can be written now.")


def _is_meant(one: Correspondent, purpose: Purpose, whom: Whom, chosen: Collection[str]) -> bool:
    if whom is Whom.CHOSEN:
        return one.person.id in chosen
    fits = one.person.status in purpose.statuses
    return fits and (whom is Whom.ALL or one.written is None)


def _unfit(person: Participant, purpose: Purpose, whom: Whom) -> str:
    """Why somebody who was chosen is not written to for this purpose."""
    if whom is not Whom.CHOSEN or person.status in purpose.statuses:
        return ""
    if purpose is Purpose.THANKS:
        return "Did not come; thanks are for those who came."
    if person.status.came:
        return f"Came already ({person.status.label.lower()})."
    if purpose is Purpose.REMINDER:
        return f"Has answered ({person.status.label.lower()}), so there is nothing to remind of."
    return ""


def barred(one: Correspondent, way: Way) -> str:
    """Why somebody cannot be written to by a way; empty where they can."""
    if one.archived:
        return "The contact is archived."
    if one.consent is ConsentBasis.WITHDRAWN:
        return "Asked not to be contacted."
    if not one.consent.allows_contact:
        return "How they agreed to be contacted is not recorded."
    if way in (Way.LETTER, Way.LABEL) and not one.address:
        return "Neither the service nor the provider has a postal address."
    if way is Way.EMAIL_DRAFT and not one.email:
        return "No e-mail address is known."
    if way is Way.EMAIL_DRAFT and not is_address(one.email):
        return "The e-mail address is not one that can be written to."
    if way is Way.MAIL_MERGE and not one.address and not is_address(one.email):
        return "Neither a postal nor an e-mail address is known."
    return ""


def barred_people(db: Database, event_id: str) -> Recipients:
    """Everybody at an event who cannot be written to by any way."""
    reasons = [LeftOut(one.person, barred(one, Way.MAIL_MERGE)) for one in correspondents(db, event_id)]
    return Recipients((), tuple(one for one in reasons if one.reason))


def fitting_purpose(db: Database, event_id: str) -> Purpose:
    """Thanks after the event; before it a reminder once everybody who owes an answer, and can be, was written to."""
    if events.get(db, event_id).state is EventState.HELD:
        return Purpose.THANKS
    owing = [
        one
        for one in correspondents(db, event_id)
        if one.person.status in UNANSWERED and not barred(one, Way.MAIL_MERGE)
    ]
    return Purpose.REMINDER if owing and all(one.written for one in owing) else Purpose.INVITATION


def left_out_table(recipients: Recipients, title: str, openness: Confidentiality) -> Table:
    """Who is left out of something at an event that is so open, and why."""
    columns = (Column("name", "Name", width=180), Column("home", "Organisation", width=220),
               Column("reason", "Why left out", width=380))  # fmt: skip
    rows: Sequence[tuple[Cell, ...]] = [
        (one.person.name, one.person.home, one.reason) for one in recipients.left_out
    ]
    return marked(Table(f"Left out: {title}", columns, list(rows)), openness)


def refuse_nobody(recipients: Recipients, what: str) -> None:
    """Refuse to make a file for nobody."""
    if not recipients.people:
        raise Problem(f"There is nobody to make {what} for.", details=recipients.reasons())


def days_since(moment: str | None, now: datetime) -> int | None:
    """How many London days ago something was; None where it was not."""
    return (as_date(now) - as_date(moment)).days if moment else None
