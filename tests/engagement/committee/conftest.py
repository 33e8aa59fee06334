"""A committee with two meetings, and a report to the first."""

from datetime import date

import pytest

from engagement.committee import meetings, reports
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.spans import Span

COMMITTEE = "Adult Social Care and Public Health Committee"


@pytest.fixture
def september(db: Database) -> CommitteeMeeting:
    return meetings.add_meeting(db, COMMITTEE, date(2019, 9, 9))


@pytest.fixture
def december(db: Database) -> CommitteeMeeting:
    return meetings.add_meeting(db, COMMITTEE, date(2019, 12, 9))


@pytest.fixture
def held(db: Database, september: CommitteeMeeting) -> CommitteeReport:
    return reports.begin_report(
        db, "Progress on market management", september.id, Span(date(2019, 4, 1), date(2019, 6, 30))
    )
