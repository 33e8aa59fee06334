"""Reports begun from outline files."""

from dataclasses import replace
from datetime import date

import pytest

from engagement.committee import items, kept, meetings, report_parts, reports
from engagement.committee.from_outlines import as_outline, begin_from_outline, when
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.outline_files import SavedOutline, saved_outline
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.outlines import outline
from engagement.committee.reports import CommitteeReport
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.spans import Span

TODAY = date(2019, 11, 22)
COMMITTEE = "Adult Social Care and Public Health Committee"
PLAN = SavedOutline("Progress", COMMITTEE, RelativePeriod.LAST_QUARTER)


def _without_keys(told: Outline) -> Outline:
    return replace(told, items=tuple(replace(one, id="") for one in told.items))


def test_a_report_comes_back_as_it_was(db: Database, held: CommitteeReport) -> None:
    report_parts.set_part(db, held.id, Part.PURPOSE, "To tell.")
    line = items.add_paragraph(db, held.id, "Words.")
    items.set_exempt(db, line.id, Exemption(3, "It names a provider", "Harm", "Members", "2020-01-01"))
    items.edit_item(db, items.items_of(db, held.id)[0].id, options={"kind": "all"})
    with pytest.raises(Problem, match="is begun already"):
        begin_from_outline(db, saved_outline(db, held.id), today=TODAY)
    made = begin_from_outline(db, saved_outline(db, held.id), today=TODAY, title="Another")
    assert made.id != held.id
    told = replace(outline(db, made.id), title=held.title)
    assert _without_keys(told) == _without_keys(outline(db, held.id))


def test_a_moving_one_finds_its_days(db: Database, held: CommitteeReport, december: CommitteeMeeting) -> None:
    days = when(db, PLAN, today=TODAY)
    assert (days.meets_on, days.span) == (december.meets_on, Span(date(2019, 7, 1), date(2019, 9, 30)))
    assert days.since == held.last_on
    since = when(db, replace(PLAN, period=RelativePeriod.SINCE_LAST_REPORT), today=TODAY)
    assert since.span == Span(date(2019, 7, 1), TODAY)
    assert when(db, replace(PLAN, since=False), today=TODAY).since is None


def test_without_a_meeting_ahead_it_asks_for_one(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(
        Problem, match="none of the Adult Social Care and Public Health Committee is kept from today"
    ):
        when(db, PLAN, today=TODAY)
    assert when(db, PLAN, today=TODAY, meets_on=date(2019, 12, 9)).meets_on == date(2019, 12, 9)


def test_its_meeting_is_added_where_it_is_not_kept(db: Database) -> None:
    plan = replace(PLAN, meets_on=date(2019, 12, 9), items=(Item("", ItemKind.SECTION, section="forums"),))
    made = begin_from_outline(db, plan, today=TODAY, title="Other")
    assert made.title == "Other"
    (meeting,) = meetings.meetings(db)
    assert (meeting.id, meeting.committee) == (made.meeting_id, COMMITTEE)
    history.undo(db)
    assert reports.reports(db) == []
    assert meetings.meetings(db) == []


def test_a_section_named_twice_is_refused(db: Database, december: CommitteeMeeting) -> None:
    twice = replace(PLAN, items=(Item("", ItemKind.SECTION, section="forums"),) * 2)
    with pytest.raises(FieldProblem, match="names the section “forums” twice"):
        begin_from_outline(db, twice, today=TODAY)
    assert reports.reports(db) == []


def test_its_pictures_are_kept(db: Database, december: CommitteeMeeting) -> None:
    line = Item("", ItemKind.PICTURE, text="Stall", alt="A stall.", file="")
    png = b"\x89PNG of a stall"
    sha256 = kept.keep_picture(db, png)
    (kept.folder_of(db) / f"{sha256}.png").unlink()
    plan = replace(
        PLAN, items=(replace(line, file=sha256),), pictures={sha256: png}, file_names={sha256: "a.png"}
    )
    made = begin_from_outline(db, plan, today=TODAY)
    (item,) = items.items_of(db, made.id)
    assert (item.file_sha256, item.file_name) == (sha256, "a.png")
    assert kept.picture(db, sha256) == png


def test_an_outline_for_a_run_keeps_nothing(db: Database, december: CommitteeMeeting) -> None:
    plan = replace(PLAN, parts={Part.PURPOSE: "To tell."}, recommendations=("Members note it.",))
    told = as_outline(db, plan, today=TODAY)
    assert (told.title, told.meets_on, told.recommendations) == (
        "Progress",
        december.meets_on,
        plan.recommendations,
    )
    assert told.parts[Part.PURPOSE].text == "To tell."
    assert reports.reports(db) == []
