"""The report after this one."""

from datetime import date

import pytest

from engagement.committee import items, meetings, reports
from engagement.committee.following import begin_next, following, proposed
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.reports import CommitteeReport
from resources.database import Database, history
from resources.problem import Problem
from resources.spans import Span

TODAY = date(2019, 10, 1)
SUMMER, AUTUMN = Span(date(2019, 7, 1), date(2019, 9, 30)), Span(date(2019, 10, 1), date(2019, 12, 31))


def test_the_next_is_for_the_next_meeting_and_period_without_one(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    meetings.add_meeting(db, "Another committee", date(2019, 10, 9))
    march = meetings.add_meeting(db, december.committee.upper(), date(2020, 3, 9))
    found = following(db, held.id, today=TODAY)
    assert (found.meeting, found.span) == (december, SUMMER)
    reports.begin_report(db, "The next", december.id, SUMMER)
    found = following(db, held.id, today=TODAY)
    assert (found.meeting, found.span) == (march, AUTUMN)


def test_it_is_begun_as_a_copy_and_in_one_change(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    items.add_paragraph(db, held.id, "Winter asks more.")
    made = begin_next(db, held.id, today=TODAY)
    assert (made.title, made.meeting_id, made.span, made.since_on) == (
        held.title, december.id, SUMMER, held.last_on,
    )  # fmt: skip
    assert items.items_of(db, made.id)[-1].carried_over == held.id
    history.undo(db)
    assert reports.reports(db) == [held]


def test_without_a_later_meeting_it_says_what_to_do(db: Database, held: CommitteeReport) -> None:
    assert following(db, held.id, today=TODAY).meeting is None
    with pytest.raises(Problem, match="Add its next meeting first"):
        begin_next(db, held.id, today=TODAY)


def test_nothing_that_has_a_report_is_proposed(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    before = date(2019, 8, 1)
    assert proposed(db, today=before).meeting == december
    assert proposed(db, today=before).span == SUMMER  # the quarter until June is told
    assert proposed(db, today=TODAY).span is None  # the one until September is not
    reports.begin_report(db, "The next", december.id, SUMMER)
    assert proposed(db, today=TODAY).meeting is None and proposed(db, today=TODAY).span == AUTUMN
