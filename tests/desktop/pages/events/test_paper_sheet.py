"""Ticking a paper sheet: its order, jumping by number and letters, Space, one change for all."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pages.events.forums import ForumsPage
from desktop.pages.events.paper_sheet import PaperSheet
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.forums.at_the_door import door
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    STARTS,
    TITLE,
    fill_county,
    invite,
    make_forums_window,
    plan_forum,
    statuses,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk

KEY = Qt.Key


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    key = plan_forum(desk.db)
    names = ("Ada Example", "Ben Sample", "Cy Specimen", "Dot Demo")
    for one in invite(desk.db, key, *names, reply=ParticipantStatus.ACCEPTED)[:1]:
        door.check_in(desk.db, key, one, now=STARTS, device="door", nonce="first")
    return key


@pytest.fixture
def page(desk: Desk, event: str, qtbot: QtBot) -> Iterator[ForumsPage]:
    window, made = make_forums_window(desk, qtbot, [STARTS])
    made.show_row(event)
    yield made
    window.close()


@pytest.fixture
def sheet(page: ForumsPage) -> PaperSheet:
    page.acts.tick_paper()
    found = dialog_over(page, PaperSheet)
    assert isinstance(found, PaperSheet)
    return found


def current(sheet: PaperSheet) -> str:
    return sheet.list.currentItem().text()


def test_the_list_has_the_sheets_order(sheet: PaperSheet) -> None:
    assert [sheet.list.item(row).text().split("   ")[-1] for row in range(sheet.list.count())] == [
        "Dot Demo, Harebell at Home",
        "Ada Example, Larkmeadow House (checked in at the door)",
        "Ben Sample, Larkmeadow House",
        "Cy Specimen, Rosewood Court",
    ]


def test_numbers_and_letters_jump_space_ticks_and_goes_on(sheet: PaperSheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.jump, "3")
    assert "Ben Sample" in current(sheet)
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    assert ("Cy Specimen" in current(sheet), sheet.jump.text()) == (True, "")
    qtbot.keyClicks(sheet.jump, "hare")
    assert "Dot Demo" in current(sheet)
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    assert sheet._count.text() == "2 of 4 ticked"
    qtbot.keyClick(sheet.jump, KEY.Key_Up)
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    assert sheet._count.text() == "1 of 4 ticked"


def test_who_was_checked_in_at_the_door_stays_so(sheet: PaperSheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.jump, "2")
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    assert sheet.list.item(1).checkState() == Qt.CheckState.Checked


def test_all_ticks_are_one_change(sheet: PaperSheet, qtbot: QtBot, desk: Desk, event: str) -> None:
    for number in ("3", "4"):
        qtbot.keyClicks(sheet.jump, number)
        qtbot.keyClick(sheet.jump, KEY.Key_Space)
    qtbot.keyClick(sheet.jump, KEY.Key_Return)
    assert statuses(desk.db, event) == {
        "Ada Example": "attended", "Ben Sample": "attended", "Cy Specimen": "attended", "Dot Demo": "accepted",
    }  # fmt: skip
    undone = history.undo(desk.db)
    assert undone is not None and undone.action == f"Ticked 2 people from the paper sheet of {TITLE}"
    assert statuses(desk.db, event)["Ben Sample"] == "accepted"


def test_the_event_is_closed_next_when_asked(
    sheet: PaperSheet, page: ForumsPage, qtbot: QtBot, desk: Desk, event: str
) -> None:
    sheet.close_next.show_answer(True)
    sheet.submit()
    dialog_over(page, Question)._choose()
    assert statuses(desk.db, event)["Dot Demo"] == "no_show"


def test_the_sheet_may_have_had_those_who_had_not_answered(
    page: ForumsPage, sheet: PaperSheet, desk: Desk, event: str
) -> None:
    sheet.list.item(0).setCheckState(Qt.CheckState.Checked)
    invite(desk.db, event, "Eve Unasked")
    sheet.unanswered.show_answer(True)
    assert (sheet.list.count(), sheet._count.text()) == (5, "1 of 5 ticked")


def test_leaving_with_ticks_asks(sheet: PaperSheet, qtbot: QtBot) -> None:
    assert audit(sheet) == []
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    sheet.reject()
    assert sheet.isVisible()
    dialog_over(sheet, Question)._choose()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
