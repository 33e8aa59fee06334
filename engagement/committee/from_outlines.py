"""A report begun from an outline file, or the outline alone for a run that keeps nothing."""

from dataclasses import dataclass
from datetime import date

from engagement.committee import kept
from engagement.committee.items import exempt_cells, write_cells
from engagement.committee.limits import one_line
from engagement.committee.meetings import CommitteeMeeting, add_meeting, meeting, meeting_on, meetings
from engagement.committee.outline_files import SavedOutline
from engagement.committee.outline_periods import span_of
from engagement.committee.reports import (
    CommitteeReport,
    refuse_same_title,
    refuse_times,
    report,
    report_before,
)
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import Item, ItemKind, Outline, PartText
from resources.rows import cells_of
from resources.spans import Span
from resources.tables import Cell


@dataclass(frozen=True)
class When:
    """The days that an outline is about, once they are known."""

    meets_on: date
    span: Span
    since: date | None


def next_meeting(db: Database, committee: str, today: date) -> CommitteeMeeting | None:
    """The next meeting of a committee that is kept, today's included; None when there is none."""
    called = committee.casefold()
    coming = [one for one in meetings(db) if one.committee.casefold() == called and one.meets_on >= today]
    return min(coming, key=lambda one: one.meets_on, default=None)


def when(db: Database, saved: SavedOutline, *, today: date, meets_on: date | None = None) -> When:
    """The meeting, the period and the report before, as seen from today; raises Problem where one is not to be had.

    Without a day, the meeting is the outline's own, or the next that is kept of its committee.
    """
    day = meets_on or saved.meets_on or _meeting_ahead(db, saved.committee, today).meets_on
    if isinstance(saved.period, Span):
        span = saved.period
    else:
        latest = report_before(db, saved.committee, date.max)
        span = span_of(saved.period, today, latest.last_on if latest else None)
    since = saved.since if isinstance(saved.since, date) else None
    if saved.since is True and (before := report_before(db, saved.committee, span.last)) is not None:
        since = before.last_on
    refuse_times(span, since)
    return When(day, span, since)


def as_outline(
    db: Database, saved: SavedOutline, *, today: date, meets_on: date | None = None
) -> Outline:  # fmt: skip
    """The outline itself, nothing of it kept; its pictures are `saved.pictures`."""
    at = when(db, saved, today=today, meets_on=meets_on)
    return Outline(
        title=saved.title,
        committee=saved.committee,
        meets_on=at.meets_on,
        span=at.span,
        since=at.since,
        agenda_item=saved.agenda_item,
        style=saved.style,
        parts={part: PartText(text) for part, text in saved.parts.items()},
        items=saved.items,
        recommendations=saved.recommendations,
    )


def begin_from_outline(
    db: Database, saved: SavedOutline, *, today: date, meeting_id: str | None = None, title: str = ""
) -> CommitteeReport:
    """Begin a report with all that an outline file says; its meeting is added where it is not kept yet."""
    at = meeting(db, meeting_id) if meeting_id else None
    days = when(db, saved, today=today, meets_on=at.meets_on if at else None)
    name = one_line("title", "Title", title or saved.title, empty="nothing was entered. Write one.")
    _refuse_repeated(saved.items)
    for png in saved.pictures.values():
        kept.keep_picture(db, png)
    key = new_key()
    with change(db, f"Began the report {name} from an outline"):
        where = at.id if at else _meeting(db, saved.committee, days.meets_on)
        refuse_same_title(db, name, where)
        db.insert_row(
            "committee_report",
            {"id": key, **cells_of({
                "title": name, "meeting_id": where, "agenda_item": saved.agenda_item, "first_on": days.span.first,
                "last_on": days.span.last, "since_on": days.since, "style": saved.style.value,
            })},
        )  # fmt: skip
        _write(db, key, saved)
    return report(db, key)


def _meeting(db: Database, committee: str, day: date) -> str:
    held = meeting_on(db, committee, day)
    return (held or add_meeting(db, committee, day)).id


def _meeting_ahead(db: Database, committee: str, today: date) -> CommitteeMeeting:
    coming = next_meeting(db, committee, today)
    if coming is None:
        raise Problem(
            f"The outline names no meeting, and none of the {committee} is kept from today on. Add it, or give its day."
        )
    return coming


def _write(db: Database, report_id: str, saved: SavedOutline) -> None:
    for part, text in saved.parts.items():
        db.insert_row(
            "report_part", {"id": new_key(), "report_id": report_id, "part": part.value, "text": text}
        )
    for place, one in enumerate(saved.items, 1):
        row = {"id": new_key(), "report_id": report_id, "place": place, **_cells(one, saved)}
        db.insert_row("report_item", row)
    for place, text in enumerate(saved.recommendations, 1):
        row = {"id": new_key(), "report_id": report_id, "place": place, "text": text}
        db.insert_row("recommendation", row)


def _cells(one: Item, saved: SavedOutline) -> dict[str, Cell]:
    given: dict[str, object] = {"text": one.text}
    if one.kind is ItemKind.SECTION:
        given = {"section": one.section, "options": one.options}
    elif one.kind is ItemKind.HEADING:
        given |= {"level": one.level}
    elif one.kind is ItemKind.PICTURE:
        name = saved.file_names.get(one.file, "")
        given |= {"alt": one.alt, "file_sha256": one.file, "file_name": name}
    return {**write_cells(one.kind, given), **exempt_cells(one.exempt)}


def _refuse_repeated(items: tuple[Item, ...]) -> None:
    keys = [one.section for one in items if one.section]
    for key in keys:
        if keys.count(key) > 1:
            raise FieldProblem(
                "section",
                f"The outline names the section “{key.replace('_', ' ')}” twice. Take one of them out.",
            )
