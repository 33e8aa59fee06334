"""A report's outline as a value: all that people decided about it."""

import json

from engagement.committee.edits import edits_of
from engagement.committee.items import items_of
from engagement.committee.meetings import meeting
from engagement.committee.recommendations import recommendations_of
from engagement.committee.report_parts import parts_of
from engagement.committee.reports import report
from resources.database import Database
from resources.report.committee.outline import Outline
from resources.report.looks import DEFAULT_LOOKS, Looks


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
        looks=_looks(db, held.looks_id),
        parts={one.part: one.written for one in parts_of(db, report_id)},
        items=tuple(one.line for one in items_of(db, report_id)),
        recommendations=tuple(one.text for one in recommendations_of(db, report_id)),
        edits=tuple(one.put for one in edits_of(db, report_id)),
    )


def _looks(db: Database, looks_id: str | None) -> Looks:
    """The looks taken from another council's document; ours while there are none."""
    text = db.value("select looks from report_looks where id = ?", (looks_id,)) if looks_id else None
    if text is None:
        return DEFAULT_LOOKS
    known = json.loads(str(text))
    return Looks(**{name: known[name] for name in Looks.__dataclass_fields__ if name in known})
