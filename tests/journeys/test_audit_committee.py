"""The page of reports with all that comes after composing, at every size that is looked at: each side, dialog and view.

What is asked while a report is composed is looked at in `test_audit_reports`.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.committee.making import make_report
from desktop.committee.saving import save_report
from desktop.pages.reports.compose_side import ComposeSide
from desktop.pages.reports.issued_side import IssuedSide
from desktop.pages.reports.recommendations_side import RecommendationsSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.frame.window import MainWindow
from desktop.widgets.page_preview.marks import Showing
from engagement.committee.items import add_paragraph, add_section, items_of, remove_item, set_exempt
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation, decide, note_step
from engagement.committee.report_parts import set_part
from engagement.committee.reports import CommitteeReport, begin_report
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.spans import Span
from tests.journeys.conftest import COUNTY_NOW
from tests.journeys.test_audit import (
    _audit_dialogs,
    _close,
    _open_windows,
    faults,
    in_words,
    not_reached,
    settled,
    window,
)

__all__ = ["window"]

TODAY = COUNTY_NOW.date()
ELSEWHERE = {"report_compose", "recommendation_report"}
"""They turn to another side."""
KEPT_BACK = Exemption(3, "It tells of a provider’s money.", "It would harm trade.", "Members", "2026-12-01")
PARTS = {
    Part.REPORT_OF: "Service Director", Part.PURPOSE: "To tell members of progress.", Part.SIGNATORY: "Ada Example",
    Part.SIGNATORY_POST: "Service Director", Part.ENQUIRIES: "Ada Example, Commissioning",
}  # fmt: skip


def add_report(db: Database, title: str, meets_on: date, span: Span) -> CommitteeReport:
    """A short one that nothing stops, all but a line of it public."""
    at = add_meeting(db, "Example Scrutiny Committee", meets_on)
    made = begin_report(db, title, at.id, span)
    for item in items_of(db, made.id):
        remove_item(db, item.id)
    add_section(db, made.id, "outstanding")
    add_paragraph(db, made.id, "The team visited twelve homes.")
    typed = add_paragraph(db, made.id, "Xylorand Court is in talks with its bank.")
    set_exempt(db, typed.id, KEPT_BACK)
    for part, text in PARTS.items():
        set_part(db, made.id, part, text)
    return made


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> Iterator[ReportsPage]:
    """With a report that was issued, its recommendation decided and followed up, and the one after it."""
    window.show_page("reports")
    shown = window.page("reports")
    assert isinstance(shown, ReportsPage)
    db = shown._desk.db
    summer, autumn = (
        Span(date(2025, 7, 1), date(2025, 9, 30)),
        Span(date(2025, 10, 1), date(2025, 12, 31)),
    )
    first = add_report(db, "Quality in summer", date(2025, 11, 10), summer)
    asked = add_recommendation(db, first.id, "members note the report")
    decide(db, asked.id, RecommendationOutcome.AGREED, on=date(2025, 11, 10), today=TODAY)
    note_step(db, asked.id, "A plan was made.", on=TODAY, progress=Progress.UNDER_WAY, today=TODAY)
    second = add_report(db, "Quality in autumn", TODAY + timedelta(days=40), autumn)
    add_recommendation(db, second.id, "members thank the providers")
    for report in (first, second):
        made = make_report(db, None, report.id, today=TODAY)
        save_report(
            db, None, made, tmp_path / f"{report.title}.docx", now=datetime(2026, 3, 4, 9, tzinfo=UTC)
        )
    shown.chosen.choose(second.id)
    shown.reload()
    yield shown
    shown._desk.jobs.finish()


def test_no_dialog_of_any_other_side_has_a_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    for side in page.sides:
        if isinstance(side, ComposeSide):
            continue
        page.turn_to(side.tab, "")
        side.focus_first()
        found[side.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        for one in side.actions_here():
            if one.ready() and one.name not in ELSEWHERE:
                before = set(_open_windows(window))
                one.run()
                for opened in set(_open_windows(window)) - before:
                    words = f"{type(opened).__name__} “{opened.windowTitle()}”"
                    found[words] = settled(qtbot, lambda at=opened: faults(at)) + not_reached(opened)  # type: ignore[misc]
                    _close(opened, qtbot)
                qtbot.waitUntil(lambda: not page._desk.jobs.busy, timeout=60_000)
    asked = {words.split(" ")[0] for words in found}
    assert {"WriteReport", "DecideRecommendation", "NoteStep", "CompareWith", "NoteOnIssue"} <= asked, asked
    assert not in_words(found), "\n".join(in_words(found))


def test_what_two_reports_differ_in_has_no_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    page.turn_to(IssuedSide.tab, "")
    side = page.current
    assert isinstance(side, IssuedSide)
    side.focus_first()
    held = side.at_cursor()
    assert held is not None
    others = [key for key in side._issues if key != held.id]
    before = set(_open_windows(window))
    side.acts.compare_with(held.id, others[0])
    qtbot.waitUntil(lambda: bool(set(_open_windows(window)) - before), timeout=60_000)
    (dialog,) = set(_open_windows(window)) - before
    found = {"what differs": settled(qtbot, lambda: faults(dialog)) + not_reached(dialog)}
    _close(dialog, qtbot)
    assert not in_words(found), "\n".join(in_words(found))


def test_steps_of_a_recommendation_have_no_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    page.turn_to(RecommendationsSide.tab, "")
    side = page.current
    assert isinstance(side, RecommendationsSide)
    side.show_row(next(key for key, one in side._held.items() if one.steps))
    found: dict[str, list[str]] = {}
    _audit_dialogs(window, qtbot, [side.acts.steps, side.acts.decide, side.acts.note], found)
    assert not in_words(found), "\n".join(in_words(found))


def test_the_pages_of_a_report_have_no_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    page.turn_to(ComposeSide.tab, "")
    side = page.current
    assert isinstance(side, ComposeSide)
    qtbot.waitUntil(lambda: not side.live.is_making, timeout=60_000)
    preview, found = side.parts.preview, {}
    for showing in Showing:
        side.head.shown.show_answer(showing)
        for zoom in (preview.fit, preview.full):
            zoom.click()
            preview.view.setFocus()
            found[f"{showing.name}, {zoom.text()}"] = settled(qtbot, lambda: faults(window)) + not_reached(
                window
            )
    said = [str(preview.view.blocks.data(preview.view.blocks.index(row))) for row in range(3)]
    assert len(found) == 6 and all(said)
    assert not in_words(found), "\n".join(in_words(found))


def test_what_is_asked_of_lines_has_no_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    """Those dialogs that are asked of one line alone, of a section that was left out, and before something goes."""
    page.turn_to(ComposeSide.tab, "")
    side = page.current
    assert isinstance(side, ComposeSide)
    qtbot.waitUntil(lambda: not side.live.is_making, timeout=60_000)
    found: dict[str, list[str]] = {}
    typed = items_of(page._desk.db, page.chosen.key)[-1]
    side.links.go_to_line(typed.id)
    adding = side.lines.adding
    asked = [
        side.lines.remove,
        side.lines.say_exempt,
        adding.add_section,
        partial(side.lines.edit_part, Part.EXEMPT_NOTICE),
        partial(side.lines.edit_part, Part.SIGNATORY),
    ]
    _audit_dialogs(window, qtbot, asked, found)
    assert len(found) == len(asked)
    assert not in_words(found), "\n".join(in_words(found))
