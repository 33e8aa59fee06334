"""What a person means by a report, a meeting or a line."""

from datetime import date

import pytest

from desktop.command_line.committee_choosing import (
    a_line,
    a_meeting,
    a_recommendation,
    a_report,
    with_its_steps,
)
from engagement.committee.items import items_of
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.reports import CommitteeReport, begin_report
from resources.database import Database
from resources.problem import Problem
from resources.spans import Span

SPAN = Span(date(2019, 7, 1), date(2019, 9, 30))


@pytest.fixture
def two(db: Database) -> list[CommitteeReport]:
    days = (date(2019, 12, 9), date(2020, 3, 9))
    return [begin_report(db, "Progress", add_meeting(db, "Cabinet", day).id, SPAN) for day in days]


def test_a_report_by_its_meetings_day(db: Database, two: list[CommitteeReport]) -> None:
    first, second = two
    assert a_report(db, "progress december") == first
    assert a_report(db, second.id) == second
    assert a_report(db, "Latest") == second
    with pytest.raises(Problem, match="may be more than one report"):
        a_report(db, "progress")


def test_without_any_the_latest_says_how_to_begin(db: Database) -> None:
    with pytest.raises(Problem, match="report-new"):
        a_report(db, "latest")


def test_a_meeting_by_its_day(db: Database, two: list[CommitteeReport]) -> None:
    assert a_meeting(db, "cabinet march").id == two[1].meeting_id


def test_a_line_by_number_key_or_section(db: Database, two: list[CommitteeReport]) -> None:
    first, second = items_of(db, two[0].id)[:2]
    assert a_line(db, two[0].id, "1") == first
    assert a_line(db, two[0].id, second.id) == second
    assert a_line(db, two[0].id, first.section) == first
    with pytest.raises(Problem, match="none that is “”"):
        a_line(db, two[0].id, " ")


def test_a_recommendation_by_its_number(db: Database, two: list[CommitteeReport]) -> None:
    made = add_recommendation(db, two[0].id, "members agree")
    assert a_recommendation(db, two[0].id, 1) == made
    assert with_its_steps(db, made).recommendation == made
    with pytest.raises(Problem, match="1 recommendation and none with the number 2"):
        a_recommendation(db, two[0].id, 2)
