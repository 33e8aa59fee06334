"""Which meeting, report, line or recommendation a subcommand means."""

import argparse

from desktop.command_line.choosing import by_key_or_words
from engagement.committee.issues import ReportIssue, issues
from engagement.committee.items import ReportItem, items_of
from engagement.committee.meetings import CommitteeMeeting, meetings
from engagement.committee.recommendations import MadeBefore, Recommendation, made_before, recommendations_of
from engagement.committee.reports import CommitteeReport, reports
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, date_words, shortened

LATEST = "latest"


def add_report(parser: argparse.ArgumentParser) -> None:
    """Which report."""
    parser.add_argument(
        "report", metavar="REPORT",
        help=f"the report's key, words of its title and its meeting's day, or “{LATEST}”",
    )  # fmt: skip


def add_line(parser: argparse.ArgumentParser) -> None:
    """Which report, and which line of its outline."""
    add_report(parser)
    parser.add_argument("line", metavar="LINE", help="the line's number, its key, or its section")


def a_meeting(db: Database, text: str) -> CommitteeMeeting:
    """A meeting by its key, or words of its committee and day; one that was put away too."""
    return by_key_or_words(meetings(db, archived=True), text, lambda one: one.name, "meeting")


def a_report(db: Database, text: str) -> CommitteeReport:
    """A report by its key, words of its title and its meeting's day, or the latest."""
    held = reports(db, archived=True)
    if text.casefold() == LATEST:
        in_use = [one for one in held if one.archived_on is None]
        if not in_use:
            raise Problem("No report is begun yet. Begin one with “provider-desk report-new”.")
        return in_use[0]
    days = {one.id: date_words(one.meets_on) for one in meetings(db, archived=True)}
    return by_key_or_words(
        held, text, lambda one: f"{one.title} ({days[one.meeting_id]})", "report", name="title"
    )


def an_issue(db: Database, text: str) -> ReportIssue:
    """An issued report by its key, words of its title and when it was saved, or the latest."""
    held = issues(db)
    if text.casefold() == LATEST:
        if not held:
            raise Problem("No report was issued yet. Save one with “provider-desk report-save”.")
        return held[0]
    return by_key_or_words(held, text, lambda one: one.words, "issued report", name="title")


def a_line(db: Database, report_id: str, text: str) -> ReportItem:
    """A line of an outline by its number, its key or its section."""
    held = items_of(db, report_id)
    wanted = text.strip()
    for one in held:
        if wanted in (str(one.place), one.id, one.section) and wanted:
            return one
    raise Problem(
        f"The outline has {count_of(len(held), 'line')} and none that is “{shortened(text, 40)}”. Write its number as "
        "“provider-desk report-show” has it."
    )


def a_recommendation(db: Database, report_id: str, number: int) -> Recommendation:
    """A recommendation of a report by its number."""
    held = recommendations_of(db, report_id)
    found = next((one for one in held if one.place == number), None)
    if found is None:
        raise Problem(
            f"The report has {count_of(len(held), 'recommendation')} and none with the number {number}."
        )
    return found


def with_its_steps(db: Database, held: Recommendation) -> MadeBefore:
    """The same with its meeting and what was done about it."""
    return next(one for one in made_before(db, archived=True) if one.recommendation.id == held.id)
