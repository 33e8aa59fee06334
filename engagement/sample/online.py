"""The sample county's hybrid forum: some came through the door, others by Teams, whose file was taken in after it.

The file is written, read, reviewed and taken in by the functions that an officer's file goes through.
"""

import csv
import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.online.review import Line, Review, likely_newcomer
from engagement.forums.online.taking_in import start_review, take_in
from engagement.forums.online.vocabulary import Grade
from engagement.forums.online.whom import LeftOut, NewPerson
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventKind, EventState
from engagement.register.contacts import contact
from engagement.sample.names import Names
from resources.database import Database, change
from resources.wording import in_london

_HEADINGS = ("Name", "Join time", "Leave time", "Duration", "Email", "Role")
_ONLINE_LINK = "https://meet.example.org/provider-forum"
_FILE = "Provider forum - Attendance report.csv"


def hold_one_online_too(db: Database, rnd: random.Random, names: Names) -> None:
    """Take the attendance of Teams in for the last provider forum that was held."""
    event = _last_forum(db)
    if event is None:
        return
    with change(db, f"Made the sample county: {event.title} by Teams"):
        draft = replace(event.draft(), online_link=_ONLINE_LINK)
        events.edit_event(db, event.id, draft, now=event.ends)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / _FILE
            _write(path, event, _rows(db, event, rnd, names))
            review = _decided(start_review(db, event.id, path))
        take_in(db, review, now=event.ends + timedelta(days=1), device="Office PC")


def _last_forum(db: Database) -> Event | None:
    held = [
        one
        for one in events.events(db)
        if one.state is EventState.HELD and one.kind is EventKind.PROVIDER_FORUM
    ]
    return held[-1] if held else None


def _rows(db: Database, event: Event, rnd: random.Random, names: Names) -> list[tuple[str, ...]]:
    """Who joined: people of the list who did not come to the room, one who did, one from nowhere in the register."""
    everybody = participants.of_event(db, event.id)
    absent = [one for one in everybody if not one.status.came][:9]
    here = [one for one in everybody if one.status.came][:1]
    rows = [row for number, one in enumerate([*absent, *here]) for row in _joins(db, event, one, number)]
    if absent:
        shown = f"{names.person()} ({absent[0].provider})"
        rows.append(_row(shown, event.starts + timedelta(minutes=3), event.ends))
    brief = event.starts + timedelta(minutes=rnd.randint(5, 40))
    rows.append(_row("iPad (2)", brief, brief + timedelta(minutes=4)))
    return rows


def _joins(db: Database, event: Event, one: Participant, number: int) -> list[tuple[str, ...]]:
    """Most joined once, one in three lost the line in between, one in four left early; some show surnames first."""
    email = contact(db, one.contact_id).email
    first, _, last = one.name.rpartition(" ")
    shown = f"{last}, {first} (EXT)" if number % 3 == 1 and first else one.name
    starts, ends = event.starts - timedelta(minutes=number % 5), event.ends + timedelta(minutes=number % 3)
    if number % 4 == 3:
        ends = event.ends - timedelta(minutes=45)
    if number % 3 == 2:
        lost = starts + timedelta(minutes=50)
        return [_row(shown, starts, lost, email), _row(shown, lost + timedelta(minutes=2), ends, email)]
    return [_row(shown, starts, ends, email)]


def _row(shown: str, starts: datetime, ends: datetime, email: str = "") -> tuple[str, ...]:
    minutes = round((ends - starts).total_seconds() / 60)
    return shown, _written(starts), _written(ends), f"{minutes}m 0s", email, "Attendee"


def _written(moment: datetime) -> str:
    return f"{in_london(moment):%d/%m/%Y, %H:%M:%S}"


def _write(path: Path, event: Event, rows: Sequence[tuple[str, ...]]) -> None:
    """As Teams saves it: UTF-16, tabs, a summary above the joins."""
    summary = (
        ("1. Summary",),
        ("Meeting title", event.title),
        ("Attended participants", str(len({row[0] for row in rows}))),
        ("Start time", _written(event.starts - timedelta(minutes=5))),
        ("End time", _written(event.ends + timedelta(minutes=3))),
        (),
        ("3. In-Meeting activities",),
        _HEADINGS,
    )
    with path.open("w", encoding="utf-16", newline="") as file:
        csv.writer(file, delimiter="\t").writerows([*summary, *rows])


def _decided(review: Review) -> Review:
    """As an officer would: who fits is confirmed, who says where they are from is new, the rest is left out."""
    for line in review.undecided:
        if line.match.best is not None:
            review = review.confirm(line.key)
        else:
            review = review.choose(line.key, _newcomer(review, line))
    return review


def _newcomer(review: Review, line: Line) -> NewPerson | LeftOut:
    new = likely_newcomer(line, review.found.known)
    return new if new.provider_id and line.match.grade is Grade.UNKNOWN else LeftOut()
