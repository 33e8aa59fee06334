"""Reports as rows of a table, and one of them in full."""

from collections.abc import Sequence
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.committee.deadlines import next_deadline
from engagement.committee.issues import ReportIssue, issues, issues_of
from engagement.committee.items import items_of
from engagement.committee.meetings import meeting, meetings
from engagement.committee.recommendations import recommendations_of
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_short, date_words, lower_first, moment_short

COLUMNS = (
    Column("report", "Report", width=280),
    Column("meets_on", "Meets on", ColumnKind.DATE, width=108),
    Column("state", "State", ColumnKind.STATUS, width=116),
    Column("due", "Next deadline", width=270),
    Column("period", "Period", width=124),
    Column("committee", "Committee", width=280),
    Column("issued", "Last saved", width=150),
)


def report_rows(db: Database, held: Sequence[CommitteeReport], *, today: date) -> list[tuple[Cell, ...]]:
    """A row each, in the order given."""
    known = {one.id: one for one in meetings(db, archived=True)}
    last = _last_issues(db)
    rows: list[tuple[Cell, ...]] = []
    for one in held:
        at, issued = known[one.meeting_id], last.get(one.id)
        state = state_of(one, at.meets_on, issued, today=today)
        saved = moment_short(issued.issued_at) if issued else ""
        due = _due(db, one, at.meets_on, today=today)
        rows.append((one.title, at.meets_on.isoformat(), state, due, one.span.short, at.committee, saved))
    return rows


def reports_table(db: Database, held: Sequence[CommitteeReport], *, today: date) -> Table:
    """The same as a table."""
    rows = report_rows(db, held, today=today)
    return Table(
        "Reports to committees", COLUMNS, tuple(rows), base=f"{count_of(len(rows), 'report')}.", as_at=today
    )


def state_of(held: CommitteeReport, meets_on: date, issued: ReportIssue | None, *, today: date) -> str:
    """How far it has come, in a word."""
    if held.archived_on is not None:
        return "Archived"
    if meets_on < today:
        return "Heard" if issued else "Overdue"
    return "Saved" if issued else "In progress"


def report_detail(db: Database, held: CommitteeReport, actions: Sequence[Action], *, today: date) -> Detail:
    """The report in full."""
    at, issued = meeting(db, held.meeting_id), issues_of(db, held.id)
    state = state_of(held, at.meets_on, next(iter(issued), None), today=today)
    asked = recommendations_of(db, held.id)
    return Detail(
        held.title,
        f"{at.committee}, {date_words(at.meets_on)}",
        pills=((ColumnKind.STATUS, state),),
        actions=actions,
        sections=(
            Section("Report", (
                Line("Next deadline", _due(db, held, at.meets_on, today=today)),
                Line("Period", held.span.words),
                Line("Changes since", date_words(held.since_on) if held.since_on else "The day before the period"),
                Line("House style", held.style.label),
                Line("Agenda item", held.agenda_item),
                Line("Outline", count_of(len(items_of(db, held.id)), "line")),
                Line("Note", held.note),
                Line("Archived", date_words(held.archived_on) if held.archived_on else ""),
            )),
            Section("Recommendations", tuple(
                Line(f"{place})", f"{one.text} {one.outcome.label}." if one.decided_on else one.text)
                for place, one in enumerate(asked, 1)
            ), folded=not asked),
            Section("Saved", tuple(
                Line(date_short(one.issued_at.date()), one.file_name) for one in issued
            ), folded=not issued),
        ),
    )  # fmt: skip


def _due(db: Database, held: CommitteeReport, meets_on: date, *, today: date) -> str:
    """What is to be met next, while the meeting is still to come."""
    found = next_deadline(db, held.id) if held.archived_on is None and meets_on >= today else None
    return f"{date_short(found.day)}: {lower_first(found.name)}" if found is not None else ""


def _last_issues(db: Database) -> dict[str, ReportIssue]:
    found: dict[str, ReportIssue] = {}
    for one in issues(db):
        found.setdefault(one.report_id, one)
    return found
