"""A report's outline as a value: all that people decided about it."""

from dataclasses import replace

from engagement.committee.edits import edits_of
from engagement.committee.items import ReportItem, items_of
from engagement.committee.looks import looks_for
from engagement.committee.meetings import meeting
from engagement.committee.recommendations import recommendations_of
from engagement.committee.report_parts import parts_of
from engagement.committee.reports import report
from resources.database import Database
from resources.report.committee.outline import Item, Outline


def outline(db: Database, report_id: str) -> Outline:
    """The outline of a report as it stands."""
    held = report(db, report_id)
    at = meeting(db, held.meeting_id)
    return Outline(
        title=held.title,
        committee=at.committee,
        meets_on=at.meets_on,
        span=held.span,
        since=held.since_on,
        agenda_item=held.agenda_item,
        style=held.style,
        looks=looks_for(db, held.looks_id),
        parts={one.part: one.written for one in parts_of(db, report_id)},
        items=tuple(_line(db, one) for one in items_of(db, report_id)),
        recommendations=tuple(one.text for one in recommendations_of(db, report_id)),
        edits=tuple(one.put for one in edits_of(db, report_id)),
    )


def _line(db: Database, held: ReportItem) -> Item:
    if held.carried_over is None:
        return held.line
    source = report(db, held.carried_over)
    return replace(held.line, carried_over=f"“{source.title}”, {source.span.words}")
