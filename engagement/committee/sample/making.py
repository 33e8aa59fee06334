"""Meetings, last quarter's report and the draft of this quarter's, made by the verbs."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from engagement.committee import deadlines, items, recommendations
from engagement.committee.meetings import CommitteeMeeting, add_meeting
from engagement.committee.report_parts import set_part
from engagement.committee.reports import begin_report
from engagement.committee.sample import words
from engagement.committee.sample.picture import save_drawing
from resources.database import Database, change
from resources.report.exemption import Exemption
from resources.spans import Span, months_before, quarters

AHEAD = timedelta(days=15)
"""The draft's meeting is at least so far off, so that there is something to do before it."""
MONDAY = 0
REVIEWED_AFTER = timedelta(days=182)


@dataclass(frozen=True)
class SampleReports:
    """Their keys."""

    last: str
    draft: str


def add_reports(db: Database, *, today: date) -> SampleReports:
    """Last quarter's report with what was decided of it, and this quarter's draft; the caller keeps the issue."""
    over = [one for one in quarters(today, 3) if one.last < today]
    with change(db, "Made the sample county: meetings of the committee and their deadlines"):
        for name, days in words.DEADLINES:
            deadlines.set_deadline(db, name, days)
        heard, next_one = _add_meetings(db, over[-2], today)
    with change(db, "Made the sample county: last quarter’s report to the committee"):
        last = _add_last(db, heard, over[-2])
    with change(db, "Made the sample county: the draft of this quarter’s report"):
        draft = _add_draft(db, next_one, over[-1], copy_of=last)
        for report in (last, draft):
            _met(db, report, today)
    return SampleReports(last, draft)


def decide_last(db: Database, report_id: str, *, today: date) -> None:
    """What members decided of last quarter's recommendations, and what was done since."""
    with change(db, "Made the sample county: what members decided"):
        for held, told in zip(recommendations.recommendations_of(db, report_id), words.DECIDED, strict=True):
            made = recommendations.decide(db, held.id, told.outcome, words=told.words, today=today)
            for days, text, progress in told.steps:
                on = min((made.decided_on or today) + timedelta(days=days), today)
                recommendations.note_step(db, held.id, text, on=on, progress=progress, today=today)


def keep_back(
    db: Database, report_id: str, found: Iterable[tuple[str, Exemption]], *, meets_on: date
) -> None:
    """Say of each line with something exempt, by its key, why the public interest is served by keeping it back."""
    review = (meets_on + REVIEWED_AFTER).isoformat()
    sections = {one.id: one.section for one in items.items_of(db, report_id)}
    for key, exempt in found:
        why = words.KEPT_BACK.get(sections[key], words.ANY_KEPT_BACK)
        told = Exemption(exempt.paragraph, exempt.reason, why.public_interest, why.seen_by, review)
        items.set_exempt(db, key, told)


def second_monday(year: int, month: int) -> date:
    """On which the committee meets."""
    first = date(year, month, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7 + 7)


def _add_meetings(db: Database, told: Span, today: date) -> tuple[CommitteeMeeting, CommitteeMeeting]:
    """That at which the last report was heard, and those of the year to come, of which the first comes back."""
    closed = months_before(told.first, -5)
    heard = add_meeting(db, words.COMMITTEE, second_monday(closed.year, closed.month))
    month = closed
    while second_monday(month.year, month.month) < today + AHEAD:
        month = months_before(month, -1)
    ahead = []
    for _ in range(4):
        ahead.append(add_meeting(db, words.COMMITTEE, second_monday(month.year, month.month)))
        month = months_before(month, -3)
    return heard, ahead[0]


def _add_last(db: Database, at: CommitteeMeeting, span: Span) -> str:
    since = span.first - timedelta(days=1)
    held = begin_report(db, words.TITLE, at.id, span, since=since, agenda_item="6")
    for one in items.items_of(db, held.id):
        if one.section == "recommendations_before":
            items.remove_item(db, one.id)  # nothing was recommended before it
    for part, text in (words.STAYING | words.OF_THE_QUARTER).items():
        set_part(db, held.id, part, text)
    for part, initials, text in words.COMMENTS:
        set_part(db, held.id, part, text, initials=initials, on=at.meets_on - timedelta(days=17))
    for told in words.DECIDED:
        recommendations.add_recommendation(db, held.id, told.text)
    return held.id


def _add_draft(db: Database, at: CommitteeMeeting, span: Span, *, copy_of: str) -> str:
    held = begin_report(db, words.TITLE, at.id, span, agenda_item="7", copy_of=copy_of)
    items.add_section(db, held.id, "recommendations_before")
    items.add_heading(db, held.id, words.HEADING)
    items.add_paragraph(db, held.id, words.PARAGRAPHS[0])
    items.add_bullets(db, held.id, words.BULLETS)
    _add_picture(db, held.id)
    items.add_paragraph(db, held.id, words.PARAGRAPHS[1])
    secret = items.add_paragraph(db, held.id, words.EXEMPT_PARAGRAPH)
    review = (at.meets_on + REVIEWED_AFTER).isoformat()
    why = words.ANY_KEPT_BACK
    items.set_exempt(
        db,
        secret.id,
        Exemption(3, "It tells of a provider’s plans.", why.public_interest, why.seen_by, review),
    )
    for part, text in words.OF_THE_QUARTER.items():
        set_part(db, held.id, part, text)
    for text in words.ASKED:
        recommendations.add_recommendation(db, held.id, text)
    return held.id


def _add_picture(db: Database, report_id: str) -> None:
    with tempfile.TemporaryDirectory(prefix="Sample ") as folder:
        file = Path(folder) / "learning package.png"
        save_drawing(file, words.STEPS_OF_A_PACKAGE)
        items.add_picture(db, report_id, file, alt=words.ALT, caption=words.CAPTION)


def _met(db: Database, report_id: str, today: date) -> None:
    """Each deadline whose day is over was met on it."""
    for one in deadlines.deadlines_of(db, report_id):
        if one.day < today:
            deadlines.mark_met(db, report_id, one.name, on=one.day, today=today)
