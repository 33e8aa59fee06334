"""What about projects wants doing: milestones and reports to funders that are overdue or near."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, shortened
from workforce.funding.projects.funder_reports import FunderReport, funder_reports
from workforce.funding.projects.milestones import Milestone, open_milestones
from workforce.funding.projects.projects import project
from workforce.funding.projects.tables import report_of

PAGE = "funding"
MOST_NAMED = 5
"""With more than so many overdue they are one line: the page has the list."""


T = TypeVar("T", FunderReport, Milestone)


def project_attention(db: Database, today: date) -> list[Attention]:
    """The lines for Home."""
    return [*_reports(db, today), *_milestones(db, today)]


def _reports(db: Database, today: date) -> list[Attention]:
    found = [one for one in funder_reports(db) if one.is_open]

    def line(one: FunderReport, what: str, urgency: Urgency) -> Attention:
        detail = f"{report_of(db, one)}. Report to the funder, due on {date_words(one.due_on)}"
        return Attention(
            urgency, f"{what}: {shortened(one.what, 80)}", detail, PAGE, one.id, "Open the report", one.due_on
        )

    late = [one for one in found if one.is_overdue(today)]
    soon = [one for one in found if one.is_due_soon(today)]
    return _lines(late, soon, line, "report to funders is", "reports to funders are", today)


def _milestones(db: Database, today: date) -> list[Attention]:
    found = open_milestones(db)

    def line(one: Milestone, what: str, urgency: Urgency) -> Attention:
        held = project(db, one.project_id)
        lead = f"{held.lead}. " if held.lead else ""
        detail = f"{lead}Milestone of {held.name}, due on {date_words(one.due_on)}"
        return Attention(
            urgency,
            f"{what}: {shortened(one.what, 80)}",
            detail,
            PAGE,
            one.project_id,
            "Open the project",
            one.due_on,
        )

    late = [one for one in found if one.is_overdue(today)]
    soon = [one for one in found if one.is_due_soon(today)]
    return _lines(late, soon, line, "milestone of projects is", "milestones of projects are", today)


def _lines(
    late: Sequence[T], soon: Sequence[T], line: Callable[[T, str, Urgency], Attention], one: str, many: str, today: date
) -> list[Attention]:  # fmt: skip
    if len(late) > MOST_NAMED:
        first = line(late[0], "Overdue", Urgency.DUE)
        what = f"{count_of(len(late), one, many)} overdue"
        told = [
            Attention(
                Urgency.DUE, what, f"The longest: {first.detail}", PAGE, first.key, first.verb, first.day
            )
        ]
    else:
        told = [line(each, "Overdue", Urgency.DUE) for each in late]
    for each in soon[:MOST_NAMED]:
        is_today = each.due_on == today
        told.append(
            line(each, "Due today" if is_today else "Due soon", Urgency.TODAY if is_today else Urgency.SOON)
        )
    return told
