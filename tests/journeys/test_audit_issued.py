"""What was issued, with its dialogs and the view of what changed, at every size looked at."""

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.committee.comparing import compared_with_now
from desktop.committee.making import make_report
from desktop.committee.saving import save_report
from desktop.pages.reports.issued_side import IssuedSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.frame.window import MainWindow
from engagement.committee.items import add_paragraph, items_of, remove_item
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import begin_report
from resources.report.committee.parts import Part
from resources.spans import Span
from tests.journeys.test_audit import _audit_dialogs, faults, in_words, not_reached, settled, window

__all__ = ["window"]
TODAY, NOW = date(2030, 12, 2), datetime(2030, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
def side(window: MainWindow, tmp_path: Path) -> IssuedSide:
    """With a report that was issued, to which a paragraph was added since."""
    window.show_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    db = page._desk.db
    at = add_meeting(db, "Committee of the audit", date(2030, 12, 9))
    held = begin_report(db, "Quality in adult social care", at.id, Span(date(2030, 7, 1), date(2030, 9, 30)))
    for item in items_of(db, held.id):
        remove_item(db, item.id)
    add_paragraph(db, held.id, "Winter was mild.")
    for part in (Part.REPORT_OF, Part.PURPOSE, Part.SIGNATORY, Part.SIGNATORY_POST, Part.ENQUIRIES):
        set_part(db, held.id, part, "Ada Example")
    add_recommendation(db, held.id, "members note the progress")
    made = make_report(db, None, held.id, today=TODAY)
    saved = save_report(db, None, made, tmp_path / "r.docx", now=NOW, note="Sent")
    add_paragraph(db, held.id, "Spring is near.")
    page.turn_to(IssuedSide.tab, saved.issue_id)
    assert isinstance(page.current, IssuedSide)
    return page.current


def test_nothing_of_what_was_issued_has_a_fault(window: MainWindow, side: IssuedSide, qtbot: QtBot) -> None:
    held = side.at_cursor()
    assert held is not None
    found = {"Issued": settled(qtbot, lambda: faults(window)) + not_reached(window)}
    comparison = compared_with_now(side._desk.db, None, held.id, today=TODAY)
    assert comparison.differences
    acts = [side.acts.compare, side.acts.note, side.acts.remove, partial(side.acts.show_compared, comparison)]
    _audit_dialogs(window, qtbot, acts, found)
    assert len(found) == 1 + len(acts)
    assert not in_words(found), "\n".join(in_words(found))
