"""Meetings to come and what is due before them as a calendar file, each a whole day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from engagement.committee.days_ahead import DueDay, days_ahead
from engagement.committee.meetings import CommitteeMeeting, meetings
from resources.calendar_lines import escaped, file_text
from resources.database import Database
from resources.database.history import history_position
from resources.files.replacing import safe_write_bytes
from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.wording import date_words, in_london

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Provider Desk//Committees//EN", "CALSCALE:GREGORIAN",
         "METHOD:PUBLISH")  # fmt: skip


def save_calendar(db: Database, path: Path, *, now: datetime) -> int:
    """Write the file; how many days it holds. Each keeps its mark, so that a later file moves what was taken in."""
    today = in_london(now).date()
    ahead = [one for one in meetings(db) if one.meets_on >= today]
    if not ahead:
        raise Problem("No meeting is to come, so a calendar file would be empty. Add the meeting first.")
    due = [one for one in days_ahead(db, today) if one.deadline.done_on is None]
    safe_write_bytes(path, calendar_text(db, ahead, due, now=now).encode())
    return len(ahead) + len(due)


def calendar_text(db: Database, ahead: list[CommitteeMeeting], due: list[DueDay], *, now: datetime) -> str:
    """The file's text."""
    lines, sequence = list(_HEAD), history_position(db)  # a calendar takes the higher number for the newer
    for at in ahead:
        lines += _day(at.id, f"Meeting: {at.committee}", at.meets_on, at.note, sequence=sequence, now=now)
    for one in due:
        title = f"“{one.report.title}”, for the" if one.report else "For the"
        told = f"{title} meeting of the {one.meeting.committee} on {date_words(one.meeting.meets_on)}."
        mark = sha256_of_bytes(one.key.encode())[:32]
        lines += _day(mark, one.deadline.name, one.deadline.day, told, sequence=sequence, now=now)
    return file_text([*lines, "END:VCALENDAR"])


def _day(key: str, summary: str, day: date, told: str, *, sequence: int, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{key}@provider-desk"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(summary)}"
    if told:
        yield f"DESCRIPTION:{escaped(told)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
