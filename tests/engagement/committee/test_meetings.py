"""Meetings of committees."""

from datetime import date

import pytest

from engagement.committee import meetings, reports
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.reports import CommitteeReport
from resources.database import Database, history
from resources.problem import FieldProblem, Problem

DAY = date(2019, 9, 10)


def test_the_latest_stands_first(
    db: Database, september: CommitteeMeeting, december: CommitteeMeeting
) -> None:
    assert meetings.meetings(db) == [december, september]
    assert december.name == "Adult Social Care and Public Health Committee, 9 December 2019"


def test_a_committee_keeps_its_spelling(db: Database, september: CommitteeMeeting) -> None:
    made = meetings.add_meeting(db, "adult social care  and public health committee", DAY)
    assert made.committee == september.committee
    assert meetings.committees(db) == [september.committee]
    assert meetings.meeting_on(db, "ADULT SOCIAL CARE AND PUBLIC HEALTH COMMITTEE", DAY) == made


def test_a_committee_spelt_anew_is_so_at_all_of_its_meetings(
    db: Database, september: CommitteeMeeting, december: CommitteeMeeting
) -> None:
    other = meetings.add_meeting(db, "Cabinet", DAY)
    spelt = "Adult Social Care and public health Committee"
    assert meetings.edit_meeting(db, september.id, committee=spelt).committee == spelt
    assert meetings.committees(db) == [spelt, "Cabinet"]
    assert meetings.edit_meeting(db, other.id, committee=spelt.upper()).committee == spelt
    history.undo(db)
    history.undo(db)
    assert meetings.meetings(db) == [december, other, september]


def test_one_meeting_a_day(db: Database, september: CommitteeMeeting, december: CommitteeMeeting) -> None:
    with pytest.raises(FieldProblem, match="kept already"):
        meetings.add_meeting(db, september.committee, september.meets_on)
    with pytest.raises(FieldProblem, match="kept already"):
        meetings.edit_meeting(db, december.id, meets_on=september.meets_on)


def test_a_day_beyond_our_times_is_refused(db: Database) -> None:
    with pytest.raises(FieldProblem, match="not a day of our times"):
        meetings.add_meeting(db, "Cabinet", date(1066, 10, 14))


def test_it_is_put_right(db: Database, september: CommitteeMeeting) -> None:
    made = meetings.edit_meeting(db, september.id, meets_on=DAY, note="Moved by a day")
    assert (made.meets_on, made.note) == (DAY, "Moved by a day")
    assert meetings.edit_meeting(db, september.id) == made


def test_put_away_and_brought_back(db: Database, september: CommitteeMeeting) -> None:
    meetings.archive_meeting(db, september.id, today=DAY)
    assert meetings.meetings(db) == []
    assert [one.archived_on for one in meetings.meetings(db, archived=True)] == [DAY]
    with pytest.raises(FieldProblem, match="It is archived: restore it"):
        meetings.add_meeting(db, september.committee, september.meets_on)
    assert meetings.restore_meeting(db, september.id) == september


def test_one_with_a_report_stays(db: Database, september: CommitteeMeeting, held: CommitteeReport) -> None:
    assert reports.reports_of(db, september.id) == [held]
    with pytest.raises(Problem, match="has 1 report"):
        meetings.remove_meeting(db, september.id)


def test_one_added_by_mistake_goes_and_comes_back(db: Database, september: CommitteeMeeting) -> None:
    meetings.remove_meeting(db, september.id)
    assert meetings.meetings(db) == []
    with pytest.raises(LookupError):
        meetings.meeting(db, september.id)
    history.undo(db)
    assert meetings.meeting(db, september.id) == september
