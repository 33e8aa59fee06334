"""What was copied from an earlier report is told on the page, until somebody says that it still holds."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.reports.compose_side import ComposeSide
from desktop.shell.page import Desk
from engagement.committee.items import add_paragraph, item, items_of
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import begin_report
from resources.database import history
from resources.spans import Span
from tests.desktop.pages.reports.reports_desk import begin, page_at, use_sections


def test_it_still_holds_is_offered_until_it_is_said(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_sections(monkeypatch, ())
    first = begin(desk.db)
    add_paragraph(desk.db, first.id, "Winter asks more.")
    at = add_meeting(desk.db, "Adult Social Care and Public Health Committee", date(2020, 3, 9))
    made = begin_report(
        desk.db, "Quality in March", at.id, Span(date(2019, 10, 1), date(2019, 12, 31)), copy_of=first.id
    )
    page = page_at(desk, qtbot, ComposeSide)
    desk.changes.changed.connect(page.show_side)
    side = page.current
    assert isinstance(side, ComposeSide)
    side.show_row(made.id)
    side.reload()
    qtbot.waitUntil(lambda: not side.live.is_making)
    line = items_of(desk.db, made.id)[-1]
    side.links.go_to_line(line.id)
    told = side.live.made
    assert told is not None
    assert any("read it again" in one.words and one.item == line.id for one in told.composed.to_mend)
    beneath = next(one.beneath for one in side.parts.outline.lines.lines if one.key == line.id)
    assert beneath == "Paragraph, carried over"
    read = next(one for one in side.actions_here() if one.name == "compose_read")
    assert read.ready()
    read.run()
    assert item(desk.db, line.id).carried_over is None and not read.ready()
    history.undo(desk.db)
    assert item(desk.db, line.id).carried_over == first.id
