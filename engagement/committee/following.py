"""The report after this one: for the next meeting that has none, over the next period."""

from dataclasses import dataclass
from datetime import date

from engagement.committee.meetings import CommitteeMeeting, meeting, meetings
from engagement.committee.reports import CommitteeReport, begin_report, report, reports
from resources.database import Database
from resources.problem import Problem
from resources.spans import Span, quarters


@dataclass(frozen=True)
class Following:
    """What is proposed; None of either where nothing stands to reason."""

    meeting: CommitteeMeeting | None
    span: Span | None


def following(db: Database, source_id: str, *, today: date) -> Following:
    """What follows a report: the next meeting of its committee without one, and the next period without one."""
    source = report(db, source_id)
    at = meeting(db, source.meeting_id)
    span = source.span.after
    told = {one.span for one in _of_committee(db, at.committee)}
    while span in told:
        span = span.after
    return Following(_without_report(db, max(at.meets_on, today), at.committee, but=at.id), span)


def proposed(db: Database, *, today: date) -> Following:
    """For a report that begins with no other; no period where the last whole quarter is still to be told."""
    coming = _without_report(db, today)
    committee = coming.committee if coming else next((one.committee for one in meetings(db)), "")
    last = max((one.span for one in _of_committee(db, committee)), key=lambda one: one.last, default=None)
    before = quarters(today, 2)[0]
    return Following(coming, last.after if last is not None and last.last >= before.last else None)


def begin_next(db: Database, source_id: str, *, today: date) -> CommitteeReport:
    """Begin it, copied from this one; raises Problem where no meeting for it is kept."""
    source, found = report(db, source_id), following(db, source_id, today=today)
    if found.meeting is None or found.span is None:
        committee = meeting(db, source.meeting_id).committee
        raise Problem(
            f"No later meeting of the {committee} is kept that has no report yet. Add its next meeting first."
        )
    return begin_report(
        db, source.title, found.meeting.id, found.span, style=source.style, copy_of=source.id
    )  # fmt: skip


def _of_committee(db: Database, committee: str) -> list[CommitteeReport]:
    keys = {one.id for one in meetings(db, archived=True) if _is_of(one, committee)}
    return [one for one in reports(db) if one.meeting_id in keys]


def _without_report(
    db: Database, since: date, committee: str = "", *, but: str = ""
) -> CommitteeMeeting | None:
    """The earliest meeting from a day on for which no report is begun; of one committee, where it is named."""
    taken = {one.meeting_id for one in reports(db)} | {but}
    free = [
        one
        for one in meetings(db)
        if one.meets_on >= since and one.id not in taken and (not committee or _is_of(one, committee))
    ]
    return min(free, key=lambda one: one.meets_on, default=None)


def _is_of(one: CommitteeMeeting, committee: str) -> bool:
    return one.committee.casefold() == committee.casefold()
