"""One event as a calendar file (RFC 5545), which Outlook and every other calendar opens.

Written here rather than with a package: it is one event and one time zone, and Europe/London's rule as two lines is
what calendars read best; the tests read it back with a package that has nothing to do with this code.
"""

from datetime import UTC, datetime
from pathlib import Path

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.vocabulary import EventState
from engagement.register.letterhead import Letterhead, letterhead
from resources.calendar_lines import escaped, file_text
from resources.database import Database, history
from resources.files.replacing import safe_write_bytes
from resources.wording import LONDON

_LONDON = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "DTSTART:19970330T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar_text(event: Event, *, sequence: int, now: datetime, head: Letterhead | None = None) -> str:
    """The file's text. The notes of the event are the team's own and are not in it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Provider Desk//Forums//EN", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", *_LONDON, "BEGIN:VEVENT"]  # fmt: skip
    lines += [
        f"UID:{event.id}@provider-desk",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{sequence}",
        f"DTSTART{_when(event.starts)}",
        f"DTEND{_when(event.ends)}",
        f"SUMMARY:{escaped(event.title)}",
        f"STATUS:{'CANCELLED' if event.state is EventState.CANCELLED else 'CONFIRMED'}",
    ]
    where = event.place or event.online_link
    lines += [f"LOCATION:{escaped(where)}"] if where else []
    if event.online_link:
        lines.append(f"DESCRIPTION:{escaped(f'Join online: {event.online_link}')}")
        lines += [f"URL:{event.online_link}"] if _is_uri(event.online_link) else []
    if head is not None and head.email:
        lines.append(f"ORGANIZER;CN={_quoted(head.team or head.council or head.email)}:mailto:{head.email}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return file_text(lines)


def _when(moment: datetime) -> str:
    """On London's clock; in the hour that the clock shows twice, the second time in UTC, which names it plainly."""
    local = moment.astimezone(LONDON)
    if local.fold:
        return f":{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f";TZID=Europe/London:{local:%Y%m%dT%H%M%S}"


def _quoted(text: str) -> str:
    """A parameter's value, which cannot hold quotation marks or control characters."""
    kept = "".join(letter for letter in text.replace('"', "’") if letter >= " " and letter != "\x7f")
    return f'"{kept}"'


def _is_uri(text: str) -> bool:
    return (
        text.isascii() and text.isprintable() and " " not in text and text.startswith(("http://", "https://"))
    )


def sequence_of(db: Database, event_id: str) -> int:
    """How often the event was changed since it was planned: a calendar takes the higher number for the newer."""
    return max(len(history.of_row(db, "event", event_id)) - 1, 0)


def event_calendar(db: Database, event_id: str, *, now: datetime) -> str:
    """The calendar file of an event as it stands."""
    event = events.get(db, event_id)
    return calendar_text(event, sequence=sequence_of(db, event_id), now=now, head=letterhead(db))


def save_calendar(db: Database, event_id: str, path: Path, *, now: datetime) -> None:
    """Write the calendar file."""
    safe_write_bytes(path, event_calendar(db, event_id, now=now).encode())
