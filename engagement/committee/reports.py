"""Reports to a committee: for which meeting, over which period, in whose house style."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.committee.limits import one_line, several_lines
from engagement.committee.meetings import meeting
from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import Style
from resources.report.committee.parts import OFFICER_PARTS, Part
from resources.rows import cells_of, columns_of, made
from resources.spans import Span, refuse_beyond
from resources.wording import date_words


class ReportFacts(TypedDict, total=False):
    """What can be said of a report."""

    title: str
    meeting_id: str
    agenda_item: str
    first_on: date
    last_on: date
    since_on: date | None
    style: Style
    looks_id: str | None
    note: str


@dataclass(frozen=True)
class CommitteeReport:
    """A report. `since_on` is the last day that the report before it told of, from which changes are told."""

    id: str
    title: str
    meeting_id: str
    agenda_item: str
    first_on: date
    last_on: date
    since_on: date | None
    style: Style
    looks_id: str | None
    note: str
    archived_on: date | None

    @property
    def name(self) -> str:
        """Its title."""
        return self.title

    @property
    def span(self) -> Span:
        """The period it is about."""
        return Span(self.first_on, self.last_on)


STAYS: tuple[Part, ...] = (
    *OFFICER_PARTS, Part.PURPOSE, Part.OTHER_OPTIONS, Part.STATUTORY, Part.SERVICE_USERS, Part.DIVISIONS,
)  # fmt: skip
"""The parts that the next report begins with. What rests on this quarter's figures or on somebody's comment is not."""

_COLUMNS = columns_of(CommitteeReport)


def _report(row: tuple[Any, ...]) -> CommitteeReport:
    day = date.fromisoformat
    return made(
        CommitteeReport, row, first_on=day, last_on=day, since_on=day, style=Style, archived_on=day
    )  # fmt: skip


# --- reading --------------------------------------------------------------------------------------------------


def report(db: Database, key: str) -> CommitteeReport:
    """The report with this key."""
    row = db.row(f"select {_COLUMNS} from committee_report where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no report {key}")
    return _report(row)


def reports(db: Database, *, archived: bool = False) -> list[CommitteeReport]:
    """Reports, those of the latest meeting first; with `archived`, those too."""
    return [
        _report(row)
        for row in db.rows(f"{_IN_ORDER} where (? or one.archived_on is null) {_ORDER}", (archived,))
    ]


def reports_of(db: Database, meeting_id: str) -> list[CommitteeReport]:
    """Those that go to a meeting."""
    return [_report(row) for row in db.rows(f"{_IN_ORDER} where one.meeting_id = ? {_ORDER}", (meeting_id,))]


def report_before(db: Database, committee: str, last: date, *, but: str = "") -> CommitteeReport | None:
    """The latest report to a committee, in whatever capitals, whose period ended before a day; None for none."""
    row = db.row(
        f"""{_IN_ORDER} where committee_meeting.committee = ? collate nocase and one.last_on < ? and one.id <> ?
        and one.archived_on is null order by one.last_on desc, one.id desc""",
        (committee, last.isoformat(), but),
    )
    return None if row is None else _report(row)


def open_report(db: Database, key: str) -> CommitteeReport:
    """The report, which must not be put away: it is about to be changed."""
    held = report(db, key)
    if held.archived_on is not None:
        raise Problem(f"{held.title} is archived, so it stays as it is. Restore it first.")
    return held


_IN_ORDER = (
    f"select {', '.join(f'one.{column}' for column in _COLUMNS.split(', '))} from committee_report one "
    "join committee_meeting on committee_meeting.id = one.meeting_id"
)
_ORDER = "order by committee_meeting.meets_on desc, one.title collate nocase, one.id"


# --- the verbs ------------------------------------------------------------------------------------------------


def begin_report(
    db: Database, title: str, meeting_id: str, span: Span, *, style: Style = Style.NOTTINGHAMSHIRE,
    since: date | None = None, agenda_item: str = "", copy_of: str | None = None,
) -> CommitteeReport:  # fmt: skip
    """Begin a report with the outline of its style, or with that of an earlier one and the parts that stay the same.

    Without `since`, changes are told from the last day of the report before to the same committee.
    """
    from engagement.committee.beginning import copied, shipped  # they write the rows of a report

    at = meeting(db, meeting_id)
    if since is None and (before := report_before(db, at.committee, span.last)) is not None:
        since = before.last_on
    source = report(db, copy_of) if copy_of else None
    cells = _checked(
        {"title": title, "meeting_id": meeting_id, "agenda_item": agenda_item, "first_on": span.first,
         "last_on": span.last, "since_on": since, "style": style, "looks_id": source.looks_id if source else None},
        span, since,
    )  # fmt: skip
    refuse_same_title(db, str(cells["title"]), at.id)
    key = new_key()
    with change(db, f"Began the report {cells['title']}"):
        db.insert_row("committee_report", {"id": key, **cells_of(cells)})
        if source is not None:
            copied(db, source.id, key)
        else:
            shipped(db, key, style)
    return report(db, key)


def edit_report(db: Database, key: str, **given: Unpack[ReportFacts]) -> CommitteeReport:
    """Change what is given and leave the rest."""
    held = open_report(db, key)
    span = Span(given.get("first_on", held.first_on), given.get("last_on", held.last_on))
    if given.get("meeting_id", held.meeting_id) != held.meeting_id:
        meeting(db, given["meeting_id"])
    cells = _checked(given, span, given.get("since_on", held.since_on))
    if not cells:
        return held
    title, at = cells.get("title", held.title), cells.get("meeting_id", held.meeting_id)
    if (title, at) != (held.title, held.meeting_id):
        refuse_same_title(db, title, at, but=key)
    with change(db, f"Changed the report {cells.get('title', held.title)}"):
        db.update_row("committee_report", key, cells_of(cells))
    return report(db, key)


def archive_report(db: Database, key: str, *, today: date) -> CommitteeReport:
    """Put it away; its recommendations and what became of them stay."""
    archiving.archive(db, "committee_report", report(db, key), today=today, called="the report")
    return report(db, key)


def restore_report(db: Database, key: str) -> CommitteeReport:
    """Bring it back."""
    held = report(db, key)
    refuse_same_title(db, held.title, held.meeting_id, but=key)
    archiving.restore(db, "committee_report", held, called="the report")
    return report(db, key)


def _checked(given: ReportFacts, span: Span, since: date | None) -> dict[str, Any]:
    told: dict[str, Any] = dict(given)
    if "title" in told:
        told["title"] = one_line("title", "Title", told["title"], empty="nothing was entered. Write one.")
    if "agenda_item" in told:
        told["agenda_item"] = one_line("agenda_item", "Agenda item", told["agenda_item"], most=20)
    if "note" in told:
        told["note"] = several_lines("note", "Note", told["note"])
    refuse_times(span, since)
    return told


def refuse_same_title(db: Database, title: str, meeting_id: str, *, but: str = "") -> None:
    """Refuse a second report of the same title to a meeting: nobody could tell which one is meant."""
    same = (one for one in reports_of(db, meeting_id) if one.title.casefold() == title.casefold())
    if any(one.id != but and one.archived_on is None for one in same):
        raise FieldProblem(
            "title",
            f"Title: “{title}” is begun already for the meeting of the {meeting(db, meeting_id).name}. Open that one, "
            "or give this one another title.",
        )


def refuse_times(span: Span, since: date | None) -> None:
    """Refuse a period that ends before it begins, or before the report from which changes are told."""
    if span.last < span.first:
        raise FieldProblem(
            "last_on",
            f"Period: it would end on {date_words(span.last)}, before it begins on {date_words(span.first)}. "
            "Swap them.",
        )
    refuse_beyond(span)
    if since is not None and since > span.last:
        raise FieldProblem(
            "since_on",
            f"Last report: {date_words(since)} is after the period ends on {date_words(span.last)}. "
            "Give an earlier day.",
        )
