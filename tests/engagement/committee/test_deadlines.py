from datetime import date

import pytest

from engagement.committee.deadlines import (
    add_holiday,
    archive_deadline,
    days_before,
    deadlines_of,
    forget_holiday,
    mark_met,
    next_deadline,
    rules,
    set_deadline,
    take_back_met,
    work_on,
)
from engagement.committee.due_days import PUBLICATION
from engagement.committee.meetings import CommitteeMeeting, add_meeting, edit_meeting
from engagement.committee.reports import begin_report
from resources.database import Database
from resources.problem import Problem
from resources.spans import Span

TODAY = date(2019, 11, 20)


@pytest.fixture
def meeting(db: Database) -> CommitteeMeeting:
    return add_meeting(db, "Scrutiny", date(2019, 12, 9))


@pytest.fixture
def report_id(db: Database, meeting: CommitteeMeeting) -> str:
    return begin_report(db, "Market position", meeting.id, Span(date(2019, 10, 1), date(2019, 12, 1))).id


def told(db: Database, meeting_id: str) -> list[tuple[str, date]]:
    return [(one.name, one.day) for one in days_before(db, meeting_id)]


def test_the_law_stands_until_a_rule_of_that_name_takes_its_place(
    db: Database, meeting: CommitteeMeeting
) -> None:
    assert told(db, meeting.id) == [(PUBLICATION, date(2019, 11, 29))]
    held = set_deadline(db, PUBLICATION.upper(), 8, is_clear=True, committee="Scrutiny")
    assert told(db, meeting.id) == [(PUBLICATION.upper(), date(2019, 11, 26))]
    archive_deadline(db, held.id, today=TODAY)
    assert told(db, meeting.id) == [(PUBLICATION, date(2019, 11, 29))]


def test_a_deadline_put_away_comes_back_when_it_is_set_again(db: Database, meeting: CommitteeMeeting) -> None:
    held = set_deadline(db, "Briefing", 2)
    archive_deadline(db, held.id, today=TODAY)
    assert set_deadline(db, "Briefing", 3).id == held.id
    assert told(db, meeting.id)[-1] == ("Briefing", date(2019, 12, 4))


def test_a_committee_written_in_other_capitals_has_no_second_rule(db: Database) -> None:
    held = set_deadline(db, "Briefing", 2, committee="Économie Scrutiny")
    again = set_deadline(db, "BRIEFING", 3, committee="économie scrutiny")
    assert (again.id, [one.working_days for one in rules(db)]) == (held.id, [3])


def test_all_days_move_with_the_meeting(db: Database, meeting: CommitteeMeeting) -> None:
    edit_meeting(db, meeting.id, meets_on=date(2019, 12, 16))
    assert told(db, meeting.id) == [(PUBLICATION, date(2019, 12, 6))]


def test_a_proclaimed_holiday_and_a_worked_one_count(db: Database, meeting: CommitteeMeeting) -> None:
    add_holiday(db, date(2019, 12, 4), "Royal visit")
    assert told(db, meeting.id) == [(PUBLICATION, date(2019, 11, 28))]
    work_on(db, date(2019, 12, 4))
    assert told(db, meeting.id) == [(PUBLICATION, date(2019, 11, 29))]
    forget_holiday(db, date(2019, 12, 4))
    with pytest.raises(Problem, match="nothing to take back"):
        forget_holiday(db, date(2019, 12, 4))


def test_a_holiday_that_is_known_is_not_added_and_a_working_day_not_worked(db: Database) -> None:
    with pytest.raises(Problem, match="a bank holiday already: Christmas Day"):
        add_holiday(db, date(2019, 12, 25), "Christmas")
    with pytest.raises(Problem, match="4 December 2019 is no bank holiday"):
        work_on(db, date(2019, 12, 4))


def test_what_was_met_is_noted_once_and_can_be_taken_back(db: Database, report_id: str) -> None:
    set_deadline(db, "Briefing", 2)
    assert mark_met(db, report_id, "briefing", on=TODAY, today=TODAY).done_on == TODAY
    assert [one.done_on for one in deadlines_of(db, report_id)] == [None, TODAY]
    with pytest.raises(Problem, match="met on 20 November 2019 already"):
        mark_met(db, report_id, "Briefing", on=TODAY, today=TODAY)
    assert take_back_met(db, report_id, "Briefing").done_on is None
    with pytest.raises(Problem, match="not noted as met"):
        take_back_met(db, report_id, "Briefing")


def test_the_next_deadline_is_the_first_that_is_not_met(db: Database, report_id: str) -> None:
    mark_met(db, report_id, PUBLICATION, on=TODAY, today=TODAY)
    assert next_deadline(db, report_id) is None
    set_deadline(db, "Briefing", 2)
    found = next_deadline(db, report_id)
    assert found is not None
    assert found.name == "Briefing"


def test_what_cannot_be_is_refused_with_a_sentence(db: Database, report_id: str) -> None:
    with pytest.raises(Problem, match="There is no deadline “Tea” for this report"):
        mark_met(db, report_id, "Tea", on=TODAY, today=TODAY)
    with pytest.raises(Problem, match="21 November 2019 is in the future"):
        mark_met(db, report_id, PUBLICATION, on=date(2019, 11, 21), today=TODAY)
    with pytest.raises(Problem, match="from 0 to 250"):
        set_deadline(db, "Briefing", 251)
    with pytest.raises(Problem, match="Write what is due"):
        set_deadline(db, " ", 1)
