"""Certificates of attendance: for those who came and for nobody else, with the time that they were there."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.online.files_held import attended_seconds
from engagement.forums.people import participants
from engagement.forums.people.participants import LogLine, Participant, standing
from engagement.forums.vocabulary import LogKind, LogList, ParticipantStatus
from engagement.register.letterhead import Letterhead, letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.word.certificates import Certificate, certificate_pages, length_words
from resources.report.word.markup import Xml
from resources.report.word.pages import open_again, save_pages, write_pages
from resources.wording import and_list, count_of, date_words, in_london

# --- how long somebody was there ---------------------------------------------------------------------------


def times_of(
    db: Database, event_id: str, people: Sequence[Participant], *, now: datetime
) -> Mapping[str, str]:
    """How long each of the people who came was there, in words, by participant; who did not come is not in it.

    Who came to the room and stayed has the length of the event. Who left early, or was there online alone, has the
    time that was recorded, as far as it lies within the event.
    """
    event = events.get(db, event_id)
    if now < event.ends:
        raise Problem(
            f"{event.title} is not over, so nobody can be certified to have been there. Make certificates afterwards."
        )
    log, online = participants.log_of_event(db, event_id), _online_lines(db, event_id)
    seconds = attended_seconds(db, event_id)
    found = {}
    for person in people:
        if person.event_id == event_id and person.status.came:
            lines = standing(log.get(person.id, []))
            spent = time_spent(person, lines, event, online=online, seconds=seconds.get(person.id))
            found[person.id] = length_words(spent)
    return found


def time_spent(
    person: Participant,
    lines: Sequence[LogLine],
    event: Event,
    *,
    online: frozenset[str],
    seconds: int | None,
) -> timedelta:
    """From the lines of the log that stand; `online` are the keys of those that come from an online meeting."""
    whole = event.ends - event.starts
    in_the_room = [line for line in lines if line.id not in online]
    if in_the_room:
        left_early = person.status is ParticipantStatus.LEFT_EARLY
        return _within(lines, event) if left_early else whole
    return min(timedelta(seconds=seconds), whole) if seconds else _within(lines, event)


def _within(lines: Sequence[LogLine], event: Event) -> timedelta:
    """The time between ins and outs that lies within the event, once where a room and a meeting overlap."""
    total, since = timedelta(), None
    for line in sorted(lines, key=lambda line: line.at):
        at = min(max(line.at, event.starts), event.ends)
        if line.kind is LogKind.ENTRY:
            since = since or at
        elif since is not None:
            total, since = total + (at - since), None
    return total + (event.ends - since) if since is not None else total


def _online_lines(db: Database, event_id: str) -> frozenset[str]:
    rows = db.rows(
        "select id from check_in where event_id = ? and list = ?", (event_id, LogList.ONLINE.value)
    )
    return frozenset(key for (key,) in rows)


# --- the page ---------------------------------------------------------------------------------------------


def certificate_of(person: Participant, time: str, event: Event, head: Letterhead) -> Certificate:
    """What stands on the certificate of somebody who came."""
    return Certificate(
        name=person.name, home=person.home, did="attended", what=event.title, when=_when_and_where(event),
        time=time, from_whom=", ".join(part for part in (head.team, head.council) if part),
    )  # fmt: skip


def _when_and_where(event: Event) -> str:
    day, last = date_words(event.day), in_london(event.ends).date()
    when = f"on {day}" if last == event.day else f"from {day} to {date_words(last)}"
    where = f", {event.place}" if event.place else ""
    return f"{when}{where}"


# --- files -------------------------------------------------------------------------------------------------


def who_came(db: Database, event_id: str) -> list[Participant]:
    """Everybody who may have a certificate."""
    return [person for person in participants.of_event(db, event_id) if person.status.came]


def check_certificates(
    db: Database, event_id: str, *, now: datetime, chosen: Sequence[str] = ()
) -> tuple[list[Participant], Mapping[str, str]]:
    """Who gets a certificate with which time; refused where nobody may have one, or one of the `chosen` may not."""
    people = who_came(db, event_id)
    if chosen:
        people = [person for person in people if person.id in chosen]
        _refuse_others(db, people, chosen)
    if not people:
        raise Problem("Nobody is recorded as having come, so there is no certificate to make.")
    return people, times_of(db, event_id, people, now=now)


def save_certificates(
    db: Database, event_id: str, path: Path, *, now: datetime, chosen: Sequence[str] = ()
) -> int:
    """Write the certificates, a page each, of those who came (or of the `chosen`); returns how many."""
    people, times = check_certificates(db, event_id, now=now, chosen=chosen)
    event = events.get(db, event_id)
    body = _pages(people, times, event, letterhead(db))
    save_pages(path, title=_title(event), as_at=in_london(now).date(), body=body)
    return len(people)


def _refuse_others(db: Database, people: Sequence[Participant], chosen: Sequence[str]) -> None:
    others = [participants.get(db, key).name for key in chosen if key not in {one.id for one in people}]
    if others:
        told = and_list(others) if len(others) <= 3 else count_of(len(others), "person", "people")
        raise Problem(f"{told} did not come, and certificates are only for those who came. Choose others.")


def certificate_files(
    db: Database, event_id: str, people: Sequence[Participant], *, now: datetime
) -> dict[str, bytes]:
    """A document for each of the people who came, to go with an e-mail; the last of them is opened to prove them."""
    event, head, day = events.get(db, event_id), letterhead(db), in_london(now).date()
    times = times_of(db, event_id, people, now=now)
    made, last = {}, BytesIO()
    for person in people:
        if person.id in times:
            last = BytesIO()
            write_pages(last, title=_title(event), as_at=day, body=_pages([person], times, event, head))
            made[person.id] = last.getvalue()
    if made:
        open_again(last)
    return made


def _title(event: Event) -> str:
    return f"Certificates of attendance: {event.title}"


def _pages(
    people: Sequence[Participant], times: Mapping[str, str], event: Event, head: Letterhead
) -> list[Xml]:
    return certificate_pages([certificate_of(one, times[one.id], event, head) for one in people])
