"""What of projects stands on Home."""

from datetime import date, timedelta

from resources.attention import Urgency
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.attention import project_attention
from workforce.funding.projects.funder_reports import FunderReportDraft, add_funder_report
from workforce.funding.projects.milestones import MilestoneDraft, add_milestone


def test_reports_and_milestones_that_are_late_or_near(held: Held) -> None:
    db, key = held.db, held.project.id
    report = add_funder_report(db, FunderReportDraft("Interim report", date(2019, 12, 1), project_id=key))
    add_milestone(db, key, MilestoneDraft("Test again", TODAY), today=TODAY)
    add_milestone(db, key, MilestoneDraft("Next", TODAY + timedelta(14)), today=TODAY)
    add_milestone(db, key, MilestoneDraft("Far ahead", TODAY + timedelta(15)), today=TODAY)
    found = [(one.urgency, one.what, one.key) for one in project_attention(db, TODAY)]
    assert found == [
        (Urgency.DUE, "Overdue: Interim report", report.id),
        (Urgency.TODAY, "Due today: Test again", key),
        (Urgency.SOON, "Due soon: Next", key),
    ]
    assert project_attention(db, TODAY)[1].detail == (
        "Wren Invented. Milestone of Digital security, due on 9 December 2019"
    )


def test_many_that_are_late_are_one_line(held: Held) -> None:
    for number in range(6):
        draft = MilestoneDraft(f"Step {number}", date(2019, 11, 1 + number))
        add_milestone(held.db, held.project.id, draft, today=TODAY)
    (line,) = project_attention(held.db, TODAY)
    assert line.what == "6 milestones of projects are overdue"
    assert "Milestone of Digital security, due on 1 November 2019" in line.detail
