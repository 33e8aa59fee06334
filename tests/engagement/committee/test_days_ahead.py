"""Tests of what is due before the meetings to come."""

from datetime import date

from engagement.committee import deadlines
from engagement.committee.days_ahead import (
    NO_REPORT,
    days_ahead,
    days_cells,
    days_table,
    holiday_keys,
    holidays_table,
    rule_keys,
    rules_table,
)
from engagement.committee.due_days import PUBLICATION
from engagement.committee.meetings import CommitteeMeeting, edit_meeting
from engagement.committee.reports import CommitteeReport, archive_report
from resources.database import Database

TODAY = date(2019, 8, 29)
DRAFT = "Draft to the service director"


def told(db: Database, today: date = TODAY) -> list[tuple[object, ...]]:
    return [cells[:5] for cells in days_cells(db, days_ahead(db, today), today)]


def test_each_meeting_to_come_has_its_days_whether_or_not_a_report_is_begun(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    assert told(db) == [
        ("2019-08-30", PUBLICATION, "To come", "1 left", held.title),
        ("2019-11-29", PUBLICATION, "To come", "66 left", NO_REPORT),
    ]
    assert [one.meeting.id for one in days_ahead(db, date(2019, 9, 10))] == [december.id]


def test_what_is_overdue_due_today_and_met_is_said_in_words(db: Database, held: CommitteeReport) -> None:
    deadlines.set_deadline(db, DRAFT, 10)
    assert told(db, date(2019, 8, 30))[0] == ("2019-08-23", DRAFT, "Overdue", "4 late", held.title)
    assert told(db, date(2019, 8, 30))[1][2:4] == ("Due today", "today")
    deadlines.mark_met(db, held.id, DRAFT, on=date(2019, 8, 23), today=TODAY)
    assert told(db)[0][2:4] == ("Met", "")
    deadlines.take_back_met(db, held.id, DRAFT)
    deadlines.mark_met(db, held.id, DRAFT, on=date(2019, 8, 27), today=TODAY)
    assert told(db)[0][2] == "Met late"
    assert days_table(db, TODAY).rows[0][7] == "2019-08-27"


def test_a_meeting_that_moves_moves_its_days_past_a_bank_holiday(
    db: Database, held: CommitteeReport, september: CommitteeMeeting
) -> None:
    edit_meeting(db, september.id, meets_on=date(2019, 9, 2))
    assert told(db, date(2019, 8, 20))[0][0] == "2019-08-22"


def test_a_report_that_was_put_away_counts_no_more(db: Database, held: CommitteeReport) -> None:
    archive_report(db, held.id, today=TODAY)
    assert [cells[4] for cells in told(db)] == [NO_REPORT]


def test_the_law_s_rule_is_listed_until_somebody_sets_another_for_all(db: Database) -> None:
    assert rule_keys(db) == [f"law {PUBLICATION}"]
    of_one = deadlines.set_deadline(db, PUBLICATION, 8, is_clear=True, committee="Audit Committee")
    assert rule_keys(db) == [f"law {PUBLICATION}", of_one.id]
    of_all = deadlines.set_deadline(db, PUBLICATION, 7, is_clear=True, source="Our guide")
    assert rule_keys(db) == [of_all.id, of_one.id]
    assert [row[1:3] for row in rules_table(db).rows] == [
        ("7 clear days before the meeting", "All"), ("8 clear days before the meeting", "Audit Committee"),
    ]  # fmt: skip


def test_bank_holidays_of_three_years_with_what_was_said_of_them(db: Database) -> None:
    deadlines.add_holiday(db, date(2020, 6, 1), "Proclaimed")
    deadlines.work_on(db, date(2019, 8, 26))
    rows = {row[0]: row[1:] for row in holidays_table(db, TODAY).rows}
    assert list(rows) == holiday_keys(db, TODAY) == sorted(rows)
    assert rows["2020-06-01"] == ("Proclaimed", "Added here")
    assert rows["2019-08-26"][1] == "Worked after all"
    assert rows["2019-08-26"][0] != ""
    assert rows["2021-12-27"][1] == ""
