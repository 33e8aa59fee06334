"""Projects as tables."""

from datetime import date

from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.funds.funds import add_fund
from workforce.funding.projects.apprentices import ApprenticeDraft, add_apprentice
from workforce.funding.projects.funder_reports import FunderReportDraft, add_funder_report
from workforce.funding.projects.milestones import MilestoneDraft, add_milestone
from workforce.funding.projects.outcomes import OutcomeDraft, add_outcome
from workforce.funding.projects.projects import ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.projects.tables import (
    TEAM_EXEMPT,
    WORDS_EXEMPT,
    apprentices_table,
    level_counts_table,
    levels_table,
    milestones_table,
    outcomes_table,
    projects_table,
    quotes_table,
    reports_table,
    taking_part_table,
)
from workforce.funding.projects.taking_part import TakingPartDraft, add_taking_part, record_level
from workforce.funding.vocabulary import DsptLevel, FundKind

JOINED = date(2019, 9, 10)


def test_a_project_says_what_is_next(held: Held) -> None:
    db, key = held.db, held.project.id
    add_milestone(db, key, MilestoneDraft("Launch", date(2019, 9, 9), date(2019, 9, 9)), today=TODAY)
    add_milestone(db, key, MilestoneDraft("Test again", date(2020, 1, 9)), today=TODAY)
    add_taking_part(db, key, TakingPartDraft(held.larch, JOINED), today=TODAY)
    fund = add_fund(db, "Burdett Trust", FundKind.GRANTED, opens_on=date(2019, 4, 1))
    add_project(db, ProjectDraft("Burdett", date(2019, 4, 1), fund_id=fund.id, budget_pence=6_000_000))
    table = projects_table(db, today=TODAY)
    assert table.rows == [
        (
            "Digital security",
            "Draft",
            "Test again",
            "2020-01-09",
            "1 of 2",
            1,
            None,
            "",
            "Wren Invented",
            "2020-03-31",
        ),
        ("Burdett", "Draft", "", None, "", 0, 6_000_000, "Burdett Trust", "", None),
    ]
    assert table.base == "2 projects" and table.as_at == TODAY
    assert [row[1] for row in milestones_table(db, key, today=TODAY).rows] == ["Done", "Planned"]


def test_providers_stand_with_their_level_as_at_the_day(held: Held) -> None:
    db, key = held.db, held.project.id
    part = add_taking_part(db, key, TakingPartDraft(held.larch, JOINED, held.larch_house), today=TODAY)
    add_taking_part(db, key, TakingPartDraft(held.teacup, JOINED, left_on=date(2019, 12, 1)), today=TODAY)
    record_level(db, part.id, DsptLevel.STANDARDS_MET, date(2019, 12, 1), today=TODAY)
    assert taking_part_table(db, key, on=TODAY).rows == [
        ("Larkmeadow House", "Standards met", "2019-12-01", "2019-09-10", None, ""),
        ("Teacup Ltd", "", None, "2019-09-10", "2019-12-01", ""),
    ]
    assert levels_table(db, part.id).rows == [("Standards met", "2019-12-01", "")]
    counts = level_counts_table(db, key, on=TODAY)
    assert counts.rows == [
        ("Not started", 0),
        ("Started", 0),
        ("Approaching standards", 0),
        ("Standards met", 1),
    ]
    assert counts.base == "1 provider taking part on 9 December 2019"


def test_a_project_that_does_not_follow_the_dspt_has_no_levels(held: Held) -> None:
    other = add_project(held.db, ProjectDraft("Burdett", date(2019, 4, 1)))
    add_taking_part(held.db, other.id, TakingPartDraft(held.larch, JOINED), today=TODAY)
    assert taking_part_table(held.db, other.id, on=TODAY).rows == [("Larkmeadow Ltd", "2019-09-10", None, "")]


def test_outcomes_words_reports_and_apprentices(held: Held) -> None:
    db, key = held.db, held.project.id
    add_outcome(db, key, OutcomeDraft("Tests", 11, 8, TODAY), today=TODAY)
    add_quote(db, key, QuoteDraft("Good", TODAY, "Ada Example", "Nurse", held.larch), today=TODAY)
    add_funder_report(db, FunderReportDraft("Interim", date(2019, 12, 1), project_id=key, covers_to=TODAY))
    add_apprentice(db, ApprenticeDraft("Wren Invented", "Operational manager", date(2019, 6, 1), 5))
    assert outcomes_table(db, key, today=TODAY).rows == [("Tests", 11, 8, "2019-12-09", "")]
    assert quotes_table(db, key).exempt is WORDS_EXEMPT
    assert quotes_table(db, key).rows == [
        ("Good", "Not asked", "Ada Example", "Nurse", "Larkmeadow Ltd", "2019-12-09")
    ]
    assert reports_table(db, today=TODAY).rows == [
        ("Interim", "Overdue", "2019-12-01", "Digital security", "until 9 December 2019", None, "")
    ]
    assert apprentices_table(db, today=TODAY).exempt is TEAM_EXEMPT
    assert apprentices_table(db, today=TODAY).rows == [
        ("Wren Invented", "Under way", "Operational manager", 5, "2019-06-01", None, None, "")
    ]
