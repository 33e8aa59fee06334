"""Meetings, reports, outlines and recommendations as tables, for the screen, files and the command line."""

from collections.abc import Iterable, Mapping
from datetime import date

from engagement.committee.items import items_of
from engagement.committee.meetings import CommitteeMeeting, meetings
from engagement.committee.recommendations import MadeBefore, made_before, steps_of
from engagement.committee.reports import CommitteeReport, reports
from resources.database import Database
from resources.report.committee.outline import ItemKind
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import shortened

RECOMMENDATION_COLUMNS = (
    Column("text", "Recommendation", width=320),
    Column("meets_on", "Meeting", ColumnKind.DATE, width=104),
    Column("outcome", "Decision", ColumnKind.STATUS, width=160),
    Column("progress", "Progress", ColumnKind.STATUS, width=116),
    Column("last_on", "Last step on", ColumnKind.DATE, width=110),
    Column("last", "Last step", width=260),
    Column("decided_on", "Decided on", ColumnKind.DATE, width=110),
    Column("place", "No.", ColumnKind.NUMBER, width=50),
    Column("report", "Report", width=240),
    Column("committee", "Committee", width=240),
)
"""What is looked at most stands first: the rest is reached by moving the table sideways."""


def recommendation_cells(one: MadeBefore) -> tuple[Cell, ...]:
    """A recommendation as a row of `RECOMMENDATION_COLUMNS`."""
    held, last = one.recommendation, one.steps[-1] if one.steps else None
    return (
        held.text, one.meets_on.isoformat(), held.outcome.label, held.progress.label,
        _iso(last.on_day if last else None), last.text if last else "", _iso(held.decided_on), held.place, one.title,
        one.committee,
    )  # fmt: skip


def recommendations_table(held: Iterable[MadeBefore], *, title: str = "Recommendations made before") -> Table:
    """What members were asked for, what they decided and what became of it."""
    return Table(title, RECOMMENDATION_COLUMNS, tuple(recommendation_cells(one) for one in held))


def all_recommendations_table(
    db: Database, *, committee: str = "", before: date | None = None, open_only: bool = False
) -> Table:
    """Those of every report, or of one committee; with `open_only` those that still need something."""
    held = made_before(db, committee, before)
    return recommendations_table([one for one in held if not open_only or one.is_open])


def steps_table(db: Database, recommendation_id: str) -> Table:
    """What was done about one, the first day first."""
    columns = (
        Column("on_day", "On", ColumnKind.DATE, width=110),
        Column("text", "What was done", width=400),
        Column("progress", "Progress", ColumnKind.STATUS, width=110),
    )
    rows = ((one.on_day.isoformat(), one.text, one.progress.label) for one in steps_of(db, recommendation_id))
    return Table("What was done", columns, tuple(rows))


def meetings_table(db: Database, *, archived: bool = False) -> Table:
    """Meetings with how many reports go to each."""
    columns = (
        Column("meets_on", "Meets on", ColumnKind.DATE, width=110),
        Column("committee", "Committee", width=320),
        Column("reports", "Reports", ColumnKind.NUMBER, width=80),
        Column("note", "Note", width=260),
        Column("archived_on", "Archived", ColumnKind.DATE, width=110),
    )
    counted = dict(db.rows("select meeting_id, count(*) from committee_report group by meeting_id"))
    rows = (
        (one.meets_on.isoformat(), one.committee, counted.get(one.id, 0), one.note, _iso(one.archived_on))
        for one in meetings(db, archived=archived)
    )
    return Table("Meetings of committees", columns, tuple(rows))


def reports_table(db: Database, *, archived: bool = False) -> Table:
    """Reports, those of the latest meeting first."""
    columns = (
        Column("title", "Title", width=320),
        Column("meets_on", "Meeting", ColumnKind.DATE, width=110),
        Column("committee", "Committee", width=260),
        Column("period", "Period", width=200),
        Column("style", "House style", width=140),
        Column("agenda_item", "Agenda item", width=90),
        Column("archived_on", "Archived", ColumnKind.DATE, width=110),
    )
    held = {one.id: one for one in meetings(db, archived=True)}
    rows = (_report_cells(one, held[one.meeting_id]) for one in reports(db, archived=archived))
    return Table("Reports to committees", columns, tuple(rows))


def outline_table(db: Database, report_id: str, titles: Mapping[str, str]) -> Table:
    """The lines of a report in their order; `titles` are what sections are called, by their keys."""
    columns = (
        Column("place", "No.", ColumnKind.NUMBER, width=50),
        Column("kind", "Kind", width=100),
        Column("what", "What", width=400),
        Column("exempt", "Exempt", width=120),
    )
    held = items_of(db, report_id)
    rows = [
        (
            one.place,
            one.kind.label,
            titles.get(one.section, one.section)
            if one.kind is ItemKind.SECTION
            else shortened(one.text, 100),
            f"Paragraph {one.exempt_paragraph}" if one.exempt_paragraph else "",
        )
        for one in held
    ]
    exempt = next((one.exempt for one in held if one.exempt and one.kind is not ItemKind.SECTION), None)
    return Table("The outline", columns, rows, exempt=exempt)


def _report_cells(one: CommitteeReport, meeting: CommitteeMeeting) -> tuple[Cell, ...]:
    return (
        one.title, meeting.meets_on.isoformat(), meeting.committee, one.span.short, one.style.label.partition(":")[0],
        one.agenda_item, _iso(one.archived_on),
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
