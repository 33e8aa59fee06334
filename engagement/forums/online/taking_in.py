"""Taking a reviewed file in: one change, one undo.

Whoever counts is checked in by a line of the log with the list “online”, in at the first join; out only where the last
leave was a quarter of an hour or more before the end of event and meeting, whichever was first. Who is in the log
already, by the door, by paper or by an earlier file, is not entered again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import usual_role
from engagement.forums.online.files_held import FileHeld, same_file
from engagement.forums.online.found import Found
from engagement.forums.online.known_people import known_people, own_organisation
from engagement.forums.online.people_joined import Joined
from engagement.forums.online.reading import OnlineFile, read
from engagement.forums.online.review import DATES, LEAST_MINUTES, Review, early_leave
from engagement.forums.online.vocabulary import Decision, Standing
from engagement.forums.online.whom import Matched, NewPerson
from engagement.forums.people import participants
from engagement.forums.people.participants import log_of_event, standing
from engagement.forums.vocabulary import EventState, LogKind, LogList, ParticipantRole, ParticipantStatus
from engagement.register import contacts, providers
from engagement.register.council import council
from engagement.register.names import email_key, folded
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change, new_key
from resources.files.reading import Progress
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import count_of, instant_text, moment_words, time_words

# --- before ---------------------------------------------------------------------------------------------


def start_review(
    db: Database,
    event_id: str,
    path: Path,
    *,
    least_minutes: int = LEAST_MINUTES,
    progress: Progress | None = None,
) -> Review:
    """Read a file for an event and match it. Writes nothing; raises Problem."""
    event = _open(db, event_id)
    return review_of(db, event, read(path, progress=progress), least_minutes=least_minutes)


def review_of(db: Database, event: Event, file: OnlineFile, *, least_minutes: int = LEAST_MINUTES) -> Review:
    """The review of a file that was read, with nothing chosen yet."""
    before = same_file(db, file.sha256)
    here = [one for one in before if one.event_id == event.id]
    found = Found(
        event, file, known_people(db, event.id),
        tuple(_taken_elsewhere(one) for one in before if one.event_id != event.id),
        _taken_here(here[0]) if here else "", _in_the_log(db, event.id),
    )  # fmt: skip
    return Review(found, least_minutes)


def _taken_here(held: FileHeld) -> str:
    named = f" as “{held.name}”" if held.name else ""
    return (
        f"This file was taken in for {held.event} on {moment_words(held.taken_in_at)}{named}. Nothing of it is left to "
        "take in; undo that first to take it in anew."
    )


def _taken_elsewhere(held: FileHeld) -> str:
    return f"This file was taken in for {held.event} on {moment_words(held.taken_in_at)}."


def _in_the_log(db: Database, event_id: str) -> dict[str, str]:
    """Contacts who were let in, and when."""
    log = log_of_event(db, event_id)
    return {
        one.contact_id: f"In the log since {time_words(lines[0].at)}"
        for one in participants.of_event(db, event_id)
        if (lines := standing(log.get(one.id, [])))
    }


def _open(db: Database, event_id: str) -> Event:
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} is cancelled, so nobody can have come to it. Plan it again first.")
    return event


# --- taking in --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TakenIn:
    """What came of it. With `before` nothing was written: the very file had been taken in already."""

    checked_in: int = 0
    new_contacts: int = 0
    already: int = 0
    left_early: int = 0
    before: str = ""

    @property
    def sentence(self) -> str:
        """What was done, without a full stop, as a toast says it."""
        if self.before:
            return self.before
        parts = [f"{count_of(self.checked_in, 'person', 'people')} checked in"]
        parts += [f"{count_of(self.new_contacts, 'new contact')}"] if self.new_contacts else []
        parts += [f"{self.already:,} in the log already"] if self.already else []
        parts += [f"{self.left_early:,} left early"] if self.left_early else []
        return f"Online attendance taken in: {', '.join(parts)}"


def check_ready(review: Review) -> None:
    """Refuse while anything is undecided."""
    for one in review.obstacles:
        if not one.confirmed:
            choose = "" if one.name == DATES else " Confirm that it is this event’s, or choose another file."
            raise Problem(f"{one.sentence}{choose}")
    waiting = review.undecided
    if waiting:
        raise Problem(
            f"{count_of(len(waiting), 'person is', 'people are')} undecided. Confirm whom each is taken for, choose "
            "another contact, make a new one, or leave the person out.",
            details=tuple(line.person.shown for line in waiting[:20]),
        )


def take_in(db: Database, review: Review, *, now: datetime, device: str) -> TakenIn:
    """Write it all, or nothing. The same file a second time changes nothing and says when it was taken in."""
    event = _open(db, review.event.id)
    before = [one for one in same_file(db, review.found.file.sha256) if one.event_id == event.id]
    if before:
        return TakenIn(before=_taken_here(before[0]).rstrip("."))
    check_ready(review)
    people = count_of(len(review.taken), "person", "people")
    with change(db, f"Took in online attendance of {event.title}: {people}"):
        return _Writing(db, review, event, now, device).all()


class _Writing:
    def __init__(self, db: Database, review: Review, event: Event, now: datetime, device: str) -> None:
        self._db, self._review, self._event, self._now, self._device = db, review, event, now, device
        self._participants: dict[str, str] = {}
        self._log: list[tuple[Cell, ...]] = []
        self._nonce = new_key()
        self._new = self._already = self._early = 0

    def all(self) -> TakenIn:
        review = self._review
        present = {key for key, lines in log_of_event(self._db, self._event.id).items() if standing(lines)}
        entered: set[str] = set()
        for who, choice in review.taken.items():
            person = self._participant(choice)
            self._participants[who] = person
            if person in present:
                self._already += 1
            elif person not in entered:
                entered.add(person)
                self._enter(person, review.whom.together[who])
        self._write_log()
        participants.restate_event(self._db, self._event.id)
        self._keep_file()
        self._remember()
        return TakenIn(len(entered), self._new, self._already, self._early)

    # people

    def _participant(self, choice: Matched | NewPerson) -> str:
        contact, part = self._contact(choice)
        known = participants.find(self._db, self._event.id, contact)
        if known is not None:
            return known.id
        # Nothing was said beforehand, as of who walks in at the door.
        return participants.add(
            self._db, self._event.id, contact, reply=ParticipantStatus.CANCELLED,
            service_id=choice.service_id if isinstance(choice, NewPerson) else None, role=part.value, walk_in=1,
        )  # fmt: skip

    def _contact(self, choice: Matched | NewPerson) -> tuple[str, ParticipantRole]:
        if isinstance(choice, Matched):
            organisation = self._db.value(
                "select organisation from provider where id = (select provider_id from contact where id = ?)",
                (choice.contact_id,),
            )
            if organisation is None:
                raise Problem(
                    f"{choice.name} is no longer in the register: it changed after this review was made. Read the "
                    "file again."
                )
            return choice.contact_id, self._part(OrganisationKind(organisation))
        provider = self._provider(choice)
        organisation = OrganisationKind(
            self._db.value("select organisation from provider where id = ?", (provider,))
        )
        part = choice.part or self._part(organisation)
        return self._same_name(provider, choice) or self._made(provider, choice), part

    def _part(self, organisation: OrganisationKind) -> ParticipantRole:
        """What somebody from such an organisation is at such an event: of the council's own staff, a host."""
        return usual_role(self._event.kind, organisation)

    def _made(self, provider: str, choice: NewPerson) -> str:
        self._new += 1
        return contacts.add_contact(
            self._db,
            provider,
            service_id=choice.service_id,
            name=choice.name,
            role=choice.role,
            email=choice.email,
        ).id

    def _same_name(self, provider: str, choice: NewPerson) -> str | None:
        """Somebody of that very name and address at the provider is taken rather than made again."""
        some = contacts.contacts_of(self._db, provider=provider)
        fitting = [
            one.id
            for one in some
            if folded(one.name) == folded(choice.name)
            and (not one.email or not choice.email or email_key(one.email) == email_key(choice.email))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _provider(self, choice: NewPerson) -> str:
        if choice.council:
            return own_organisation(self._db) or self._own_organisation_made()
        if choice.provider_id:
            return choice.provider_id
        name = choice.new_provider.strip()
        if not name:
            raise Problem(
                f"Where {choice.name} is from is not said. Choose a provider, or leave the person out."
            )
        for key, known in self._db.rows(
            "select id, name from provider where archived_on is null order by id"
        ):
            if folded(known) == folded(name):
                return str(key)
        return providers.add_provider(self._db, name=name).id

    def _own_organisation_made(self) -> str:
        name = council(self._db) or "The council"
        return providers.add_provider(self._db, name=name, organisation=OrganisationKind.COUNCIL).id

    # the log

    def _enter(self, person: str, lines: Iterable[Joined]) -> None:
        lines = tuple(lines)
        came = min((one.first_join for one in lines if one.first_join), default=self._event.starts)
        went = max((one.last_leave for one in lines if one.last_leave), default=None)
        self._line(person, LogKind.ENTRY, came)
        early = early_leave(went, self._review.found)
        if early is not None:
            self._early += 1
            self._line(person, LogKind.EXIT, max(early, came + timedelta(seconds=1)))

    def _line(self, person: str, kind: LogKind, at: datetime) -> None:
        self._log.append((new_key(), person, self._event.id, kind.value, instant_text(at)))

    def _write_log(self) -> None:
        last = self._db.value(
            "select coalesce(max(seq), 0) from check_in where event_id = ?", (self._event.id,)
        )
        self._db.insert_rows(
            "check_in",
            (
                "id",
                "participant_id",
                "event_id",
                "seq",
                "kind",
                "at",
                "by",
                "device",
                "nonce",
                "undoes_id",
                "list",
            ),
            [
                (
                    *line[:3],
                    last + number,
                    *line[3:],
                    self._db.who,
                    self._device,
                    self._nonce,
                    None,
                    LogList.ONLINE.value,
                )
                for number, line in enumerate(self._log, 1)
            ],
        )

    # what is kept of the file

    def _keep_file(self) -> None:
        review, file, meeting = self._review, self._review.found.part, self._review.found.meeting
        key = new_key()
        self._db.insert_row(
            "online_file",
            {
                "id": key, "event_id": self._event.id, "name": file.name, "sha256": file.sha256,
                "layout": file.layout.value, "meeting_title": file.title, "starts_at": _text(meeting.starts),
                "ends_at": _text(meeting.ends), "least_minutes": review.least_minutes,
                "taken_in_at": instant_text(self._now),
            },
        )  # fmt: skip
        columns = (
            "id", "online_file_id", "event_id", "participant_id", "shown_name", "email", "joins", "seconds",
            "first_join_at", "last_leave_at", "decision",
        )  # fmt: skip
        self._db.insert_rows(
            "online_attendance", columns, [self._kept(key, one) for one in review.found.people]
        )

    def _kept(self, file: str, one: Joined) -> tuple[Cell, ...]:
        stands = self._review.line(one.key).standing
        counts = stands.counts
        return (
            new_key(), file, self._event.id,
            self._participants.get(self._review.whom.identity(one.key)) if counts else None,
            one.shown, one.email if counts else "", one.joins, one.seconds, _text(one.first_join),
            _text(one.last_leave), _DECISIONS.get(stands, Decision.ATTENDED).value,
        )  # fmt: skip

    def _remember(self) -> None:
        """Under which names and addresses somebody was confirmed, for the next file."""
        held = set(self._db.rows("select contact_id, name_key, email_key from known_as"))
        contact_of = dict(
            self._db.rows("select id, contact_id from participant where event_id = ?", (self._event.id,))
        )
        rows = {
            (contact_of[self._participants[who]], key, email_key(one.email))
            for one in self._review.found.people
            if self._review.line(one.key).standing.counts
            and (who := self._review.whom.identity(one.key)) in self._participants
            for key in one.name.keys[:1]
        }
        for contact, name, email in sorted(held):
            if email and any((name, email) == row[1:] and contact != row[0] for row in rows):
                self._forget(contact, name, email)
        self._db.insert_rows(
            "known_as",
            ("id", "contact_id", "name_key", "email_key"),
            [(new_key(), *row) for row in sorted(rows - held)],
        )

    def _forget(self, contact: str, name: str, email: str) -> None:
        """An address is one person's: what was confirmed last holds."""
        key = self._db.value(
            "select id from known_as where contact_id = ? and name_key = ? and email_key = ?",
            (contact, name, email),
        )
        self._db.delete_row("known_as", str(key))


_DECISIONS = {
    Standing.TOO_SHORT: Decision.TOO_SHORT,
    Standing.BOOKED: Decision.BOOKED,
    Standing.LEFT_OUT: Decision.LEFT_OUT,
}


def _text(moment: datetime | None) -> str | None:
    return instant_text(moment) if moment else None
