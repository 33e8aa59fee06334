"""The calendar file, read back by a package that has nothing to do with how it was written."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.mailing.calendar_file import (
    calendar_text,
    event_calendar,
    save_calendar,
    sequence_of,
)
from engagement.forums.vocabulary import EventKind, EventState
from engagement.register.letterhead import Letterhead
from resources.calendar_lines import LONGEST_LINE, escaped, folded
from resources.database import Database
from resources.wording import LONDON
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.draft import draft


def made(starts: datetime, ends: datetime, **more: object) -> Event:
    plain = {"kind": EventKind.PROVIDER_FORUM, "title": "Provider forum", "place": "Civic Centre", "id": "e1"}
    return Event(starts=starts, ends=ends, **{**plain, **more})


def read(text: str) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    (event,) = calendar.walk("VEVENT")
    assert event.errors == []
    return event


def instants(event: icalendar.Event) -> tuple[datetime, datetime]:
    """Start and end in UTC. A local time is read by Python's own London clock, the first of two that are alike."""
    found = []
    for name in ("DTSTART", "DTEND"):
        value = event[name].dt
        if event[name].params.get("TZID"):
            assert event[name].params["TZID"] == "Europe/London"
            value = value.replace(tzinfo=LONDON, fold=0)
        found.append(value.astimezone(UTC))
    return found[0], found[1]


AROUND_CLOCK_CHANGES = [
    (
        datetime(2026, 3, 28, 10, tzinfo=UTC),
        datetime(2026, 3, 28, 12, tzinfo=UTC),
    ),  # the day before, winter time
    (
        datetime(2026, 3, 30, 9, tzinfo=UTC),
        datetime(2026, 3, 30, 11, tzinfo=UTC),
    ),  # the day after, summer time
    (
        datetime(2026, 3, 28, 22, tzinfo=UTC),
        datetime(2026, 3, 29, 3, tzinfo=UTC),
    ),  # over midnight and the change
    (datetime(2026, 10, 24, 9, tzinfo=UTC), datetime(2026, 10, 24, 11, tzinfo=UTC)),
    (datetime(2026, 10, 26, 10, tzinfo=UTC), datetime(2026, 10, 26, 12, tzinfo=UTC)),
    (
        datetime(2026, 10, 24, 21, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    ),  # 1:30am, the first time
    (
        datetime(2026, 10, 24, 21, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ),  # 1:30am, the second time
    (
        datetime(2026, 10, 25, 1, 10, tzinfo=UTC),
        datetime(2026, 10, 25, 3, tzinfo=UTC),
    ),  # begins the second time
    (
        datetime(2026, 6, 1, 22, 30, tzinfo=UTC),
        datetime(2026, 6, 2, 1, tzinfo=UTC),
    ),  # over midnight in summer
]


@pytest.mark.parametrize(("starts", "ends"), AROUND_CLOCK_CHANGES)
def test_the_instants_come_back_on_both_sides_of_each_clock_change(starts: datetime, ends: datetime) -> None:
    event = read(calendar_text(made(starts, ends), sequence=0, now=NOW))
    assert instants(event) == (starts, ends)


@settings(max_examples=150)
@given(
    st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2037, 12, 1)),
    st.integers(min_value=1, max_value=60 * 72),
)
def test_any_instants_come_back(start: datetime, minutes: int) -> None:
    starts = start.replace(second=0, microsecond=0, tzinfo=UTC)
    ends = starts + timedelta(minutes=minutes)
    assert instants(read(calendar_text(made(starts, ends), sequence=0, now=NOW))) == (starts, ends)


def test_the_time_zone_says_what_londons_clock_does() -> None:
    text = calendar_text(made(*AROUND_CLOCK_CHANGES[0]), sequence=0, now=NOW)
    (zone,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"
    for part in zone.subcomponents:
        rule = rrulestr(part["RRULE"].to_ical().decode(), dtstart=part["DTSTART"].dt.replace(tzinfo=None))
        turns = rule.between(datetime(1999, 1, 1), datetime(2037, 12, 31))
        assert len(turns) == 39
        for turn in turns:
            instant = (turn - part["TZOFFSETFROM"].td).replace(tzinfo=UTC)
            assert (instant - timedelta(seconds=1)).astimezone(LONDON).utcoffset() == part["TZOFFSETFROM"].td
            assert instant.astimezone(LONDON).utcoffset() == part["TZOFFSETTO"].td


def test_what_the_file_says_of_the_event() -> None:
    starts, ends = AROUND_CLOCK_CHANGES[1]
    held = made(
        starts,
        ends,
        title="Tea; talk, \\ and\nmore",
        online_link="https://meet.example.org/a",
        notes="Secret",
    )
    head = Letterhead("Council", 'The "Team"', "", "team@example.org")
    text = calendar_text(held, sequence=3, now=NOW, head=head)
    event = read(text)
    assert event["SUMMARY"] == "Tea; talk, \\ and\nmore"
    assert event["LOCATION"] == "Civic Centre"
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("e1@provider-desk", 3, "CONFIRMED")
    assert event["DTSTAMP"].dt == NOW
    assert event["ORGANIZER"] == "mailto:team@example.org"
    assert event["DESCRIPTION"] == "Join online: https://meet.example.org/a"
    assert icalendar.Calendar.from_ical(text)["METHOD"] == "PUBLISH"
    assert "Secret" not in text


def test_a_cancelled_event_says_so() -> None:
    gone = made(*AROUND_CLOCK_CHANGES[1], state=EventState.CANCELLED)
    assert read(calendar_text(gone, sequence=1, now=NOW))["STATUS"] == "CANCELLED"


def test_a_link_that_is_no_address_is_only_told(db: Database) -> None:
    text = calendar_text(made(*AROUND_CLOCK_CHANGES[1], online_link="Teams, see e-mail"), sequence=0, now=NOW)
    assert "URL:" not in text and read(text)["DESCRIPTION"] == "Join online: Teams, see e-mail"


_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x85\u2028\u2029"), max_size=200)


@given(_TEXT)
def test_any_text_comes_back_but_for_control_characters(text: str) -> None:
    kept = "".join(letter for letter in text if letter in "\n\t" or (letter >= " " and letter != "\x7f"))
    event = read(calendar_text(made(*AROUND_CLOCK_CHANGES[1], title=text), sequence=0, now=NOW))
    assert event["SUMMARY"] == kept


@given(_TEXT)
def test_no_line_is_longer_than_the_standard_has_it_and_no_letter_is_parted(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    pieces = line.encode().split(b"\r\n")
    assert all(len(piece) <= LONGEST_LINE for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    assert [piece.decode() for piece in pieces]
    assert line.replace("\r\n ", "") == f"SUMMARY:{escaped(text)}"


def test_the_number_rises_with_each_change_and_the_name_stays(db: Database) -> None:
    key = events.plan_event(db, draft())
    assert sequence_of(db, key) == 0
    uid = read(event_calendar(db, key, now=NOW))["UID"]
    events.edit_event(db, key, draft(place="Elsewhere"), now=NOW)
    events.cancel_event(db, key)
    event = read(event_calendar(db, key, now=NOW))
    assert (event["SEQUENCE"], event["UID"], event["STATUS"]) == (2, uid, "CANCELLED")


def test_the_file_is_saved_as_it_was_made(db: Database, tmp_path: Path) -> None:
    key = events.plan_event(db, draft())
    save_calendar(db, key, tmp_path / "forum.ics", now=NOW)
    data = (tmp_path / "forum.ics").read_bytes()
    assert data.decode() == event_calendar(db, key, now=NOW)
    assert (
        data.endswith(b"END:VCALENDAR\r\n") and date(2019, 12, 10) == read(data.decode())["DTSTART"].dt.date()
    )
