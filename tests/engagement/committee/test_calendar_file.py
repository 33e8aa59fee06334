"""Meetings and deadlines in a calendar file, read back by a package that has nothing to do with how it was written."""

from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from engagement.committee import deadlines
from engagement.committee.calendar_file import calendar_text, save_calendar
from engagement.committee.due_days import PUBLICATION
from engagement.committee.meetings import CommitteeMeeting, edit_meeting
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.problem import Problem

NOW = datetime(2019, 8, 1, 9, tzinfo=UTC)


def read(path: Path) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def test_each_day_is_whole_and_keeps_its_mark_when_the_meeting_moves(
    db: Database, held: CommitteeReport, september: CommitteeMeeting, tmp_path: Path
) -> None:
    file = tmp_path / "days.ics"
    assert save_calendar(db, file, now=NOW) == 2
    before = read(file)
    assert [(str(one["summary"]), one["dtstart"].dt) for one in before] == [
        (f"Meeting: {september.committee}", date(2019, 9, 9)), (PUBLICATION, date(2019, 8, 30)),
    ]  # fmt: skip
    assert all(one["dtend"].dt - one["dtstart"].dt == date.resolution for one in before)
    assert held.title in str(before[1]["description"])
    edit_meeting(db, september.id, meets_on=date(2019, 9, 16))
    save_calendar(db, file, now=NOW)
    after = read(file)
    assert [one["uid"] for one in after] == [one["uid"] for one in before]
    assert after[1]["dtstart"].dt == date(2019, 9, 6)
    assert all(new["sequence"] > old["sequence"] for old, new in zip(before, after, strict=True))


def test_what_is_met_is_left_out(db: Database, held: CommitteeReport, tmp_path: Path) -> None:
    deadlines.mark_met(db, held.id, PUBLICATION, on=date(2019, 7, 1), today=NOW.date())
    assert save_calendar(db, tmp_path / "days.ics", now=NOW) == 1


def test_a_meeting_without_a_report_has_its_days_too(
    db: Database, december: CommitteeMeeting, tmp_path: Path
) -> None:
    save_calendar(db, tmp_path / "days.ics", now=NOW)
    assert "For the meeting" in str(read(tmp_path / "days.ics")[1]["description"])


def test_without_a_meeting_to_come_there_is_no_file(db: Database, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="No meeting is to come"):
        save_calendar(db, tmp_path / "days.ics", now=NOW)
    assert not (tmp_path / "days.ics").exists()
    assert "VEVENT" not in calendar_text(db, [], [], now=NOW)
