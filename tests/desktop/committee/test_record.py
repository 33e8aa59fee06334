"""Find anything finds reports and recommendations by their words, and says which they are."""

from datetime import date, time

from desktop.capabilities import attention
from desktop.finding import finder
from desktop.shell.page import Navigator
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.reports import begin_report
from resources.database import Database
from resources.spans import Span
from resources.wording import from_london


def test_each_is_found_and_leads_to_the_page_of_reports(db: Database) -> None:
    at = add_meeting(db, "Invented Committee", date(2020, 1, 13))
    held = begin_report(db, "Winter in homes", at.id, Span(date(2019, 10, 1), date(2019, 12, 31)))
    asked = add_recommendation(db, held.id, "members agree to a winter fund")
    gone_to: list[tuple[str, str]] = []
    navigator = Navigator()
    navigator.asked.connect(lambda page, key: gone_to.append((page, key)))
    found = finder(db, navigator)("winter")
    assert [(one.kind, one.title, one.detail) for one in found] == [
        ("Report", "Winter in homes", "Invented Committee, 13 January 2020"),
        (
            "Recommendation",
            "members agree to a winter fund",
            "Winter in homes, 13 January 2020, Not decided yet",
        ),
    ]
    for one in found:
        one.open()
    assert gone_to == [("reports", held.id), ("reports", asked.id)]


def test_home_lists_the_meeting_that_has_no_report(db: Database) -> None:
    add_meeting(db, "Invented Committee", date(2020, 1, 13))
    lines = attention(db, from_london(date(2020, 1, 6), time(9)))
    assert [(one.what, one.page) for one in lines] == [("Begin a report to the committee", "reports")]
