"""An issued report held against a later one."""

from datetime import UTC, date, datetime

import pytest

from engagement.committee.issue_comparing import compare_issues, compare_with_now, issued_table
from engagement.committee.issues import issues, keep_issue
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation, decide, note_step
from engagement.committee.reports import begin_report
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from engagement.register import providers
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import Heading, Paragraph, Report
from resources.report.committee.comparing import Kind
from resources.report.committee.composing import Composed, Origin
from resources.report.exemption import Exemption
from resources.spans import Span
from resources.wording import count_of

NOW = datetime(2020, 1, 6, 12, tzinfo=UTC)
EXEMPT = Exemption(3, "It names a provider.")


def told(*sentences: str, exempt: Exemption | None = None) -> Composed:
    blocks = [Paragraph(text, key=str(number), exempt=exempt) for number, text in enumerate(sentences)]
    origins = [Origin(section="market", sentence=block.key) for block in blocks]
    return Composed(Report("Progress report", blocks=(Heading("Information"), *blocks)), (Origin(), *origins))


@pytest.fixture
def report_id(db: Database) -> str:
    at = add_meeting(db, "Example Committee", date(2020, 1, 13))
    return begin_report(db, "Progress report", at.id, Span(date(2019, 10, 1), date(2019, 12, 31))).id


def issued(db: Database, report_id: str, composed: Composed, now: datetime) -> str:
    return keep_issue(
        db, report_id, composed, now=now, as_at=now.date(), file_name="r.docx", public_sha256="a", exempt_sha256="",
        manifest="{}",
    ).id  # fmt: skip


def renamed_on(db: Database, key: str, name: str, moment: datetime) -> None:
    with change(db, "Renamed", now=moment):
        db.update_row("provider", key, {"name": name})


def test_a_provider_renamed_between_the_two_is_told_as_such(db: Database, report_id: str) -> None:
    with change(db, "Added", now=NOW.replace(year=2018)):
        key = providers.add_provider(db, name="Elm Inn").id
    first = issued(db, report_id, told("Elm Inn is outstanding."), NOW)
    renamed_on(db, key, "Elm House", NOW.replace(month=2))
    second = issued(db, report_id, told("Elm House (formerly Elm Inn) is outstanding."), NOW.replace(month=3))
    renamed_on(db, key, "Oak House", NOW.replace(month=5))
    found = compare_issues(db, second, first)
    assert [one.kind for one in found.differences] == [Kind.RENAMED]
    assert found.older == "Progress report, 6 January 2020 at midday"
    today = compare_with_now(db, first, told("Oak House is outstanding."), as_at=date(2020, 6, 1))
    assert [one.kind for one in today.differences] == [Kind.RENAMED]
    assert today.newer == "Progress report, as it is now"


def test_recommendations_are_followed_up(db: Database, report_id: str) -> None:
    asked = add_recommendation(db, report_id, "members note it")
    today = date(2020, 3, 1)
    decide(db, asked.id, RecommendationOutcome.AGREED, on=date(2020, 1, 13), today=today)
    note_step(
        db, asked.id, "Letters went out.", on=date(2020, 2, 3), progress=Progress.UNDER_WAY, today=today
    )
    first = issued(db, report_id, told("A."), NOW)
    found = compare_issues(db, first, issued(db, report_id, told("B."), NOW.replace(month=3)))
    assert found.followed_up.rows == [
        ("members note it", "Agreed", "2020-01-13", "Under way", "3 Feb 2020: Letters went out.")
    ]
    headings = [block.text for block in found.report.blocks if isinstance(block, Heading)]
    assert headings[-1] == "What became of the recommendations"
    assert found.table.base == f"{count_of(1, 'difference')}: 1 said differently"


def test_what_is_exempt_marks_both_papers(db: Database, report_id: str) -> None:
    first = issued(db, report_id, told("A.", exempt=EXEMPT), NOW)
    found = compare_with_now(db, first, told("B."), as_at=date(2020, 3, 1))
    assert found.table.exempt == EXEMPT and found.report.is_exempt


def test_the_same_report_twice_is_refused(db: Database, report_id: str) -> None:
    first = issued(db, report_id, told("A."), NOW)
    with pytest.raises(Problem, match="twice"):
        compare_issues(db, first, first)


def test_the_list_of_what_was_issued(db: Database, report_id: str) -> None:
    issued(db, report_id, told("A."), NOW)
    table = issued_table(issues(db))
    assert table.rows == [("2020-01-06T12:00:00+00:00", "Progress report", "2020-01-06", "r.docx", 0, "")]
