"""A forum from plan to Word summary with the keyboard alone."""

from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.shell.style import Style
from resources.database import OpenFile
from tests.desktop.pages.forum_desk import (
    AT_THE_DOOR,
    NOW,
    fill_county,
    keyboard,
    make_forums_window,
    press,
    statuses,
)
from tests.desktop.pages.register_desk import make_real_desk

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TAB, ENTER, DOWN, ESC = KEY.Key_Tab, KEY.Key_Return, KEY.Key_Down, KEY.Key_Escape


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


def tab_to(name: str) -> None:
    """Tab until the keyboard is on the control of this name, as a person does who listens."""
    for _ in range(40):
        if keyboard().accessibleName().startswith(name):
            return
        press(TAB)
    raise AssertionError(f"Tab never came to {name}")


def test_a_forum_from_plan_to_summary(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock: list[datetime] = [NOW]
    window, page = make_forums_window(desk, qtbot, clock)

    def now_in(title: str) -> bool:
        active = QApplication.activeWindow()
        return active is not None and active.windowTitle().startswith(title)

    def back() -> None:
        """The window again; without a window manager nobody gives it the keyboard back."""
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        window.activateWindow()
        qtbot.waitUntil(lambda: now_in("Provider Desk"))

    press(KEY.Key_N, hold=CTRL)
    qtbot.waitUntil(lambda: now_in("Plan a forum"))
    tab_to("Title")
    press("Provider forum, December 2019")
    for name, text in (
        ("Day", "10/12/2019"),
        ("Begins", "10am"),
        ("Ends", "12pm"),
        ("Where", "Civic Centre"),
    ):
        tab_to(name)
        press(text)
    press(ENTER)

    qtbot.waitUntil(lambda: now_in("Audience of"))
    press(ENTER, hold=CTRL)
    back()
    event = page.people.event_id
    assert sorted(statuses(desk.db, event)) == ["Ada Example", "Cy Specimen", "Dot Demo"]

    press(KEY.Key_A, hold=CTRL)
    press(KEY.Key_A, hold=CTRL | SHIFT)
    assert set(statuses(desk.db, event).values()) == {"accepted"}
    press(KEY.Key_Z, hold=CTRL)
    assert set(statuses(desk.db, event).values()) == {"invited"}
    press(KEY.Key_Y, hold=CTRL)
    assert set(statuses(desk.db, event).values()) == {"accepted"}

    clock.append(AT_THE_DOOR)
    press(KEY.Key_D, hold=CTRL)
    qtbot.waitUntil(lambda: now_in("Door"))
    press("ada", ENTER, "Gus Newcomer", ENTER, "ros", ENTER)
    assert page.door is not None
    assert page.door.news.text == "Gus Newcomer of Rosewood Court is in, as a walk-in, 10:02"
    press(ESC)
    qtbot.waitUntil(lambda: now_in("Leave the door"))
    press(ENTER)
    back()

    page.close_or_reopen()
    qtbot.waitUntil(lambda: now_in("Close"))
    press(ENTER)
    back()
    assert statuses(desk.db, event) == {
        "Ada Example": "attended", "Cy Specimen": "no_show", "Dot Demo": "no_show", "Gus Newcomer": "attended",
    }  # fmt: skip

    path = tmp_path / "summary.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(KEY.Key_W, hold=CTRL | SHIFT)
    document = Document(str(path))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "2 people from 2 providers and 2 services were present, 1 of them without an invitation." in text
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert ["Larkmeadow House Limited", "1", "0", "0"] in rows
    assert window.isVisible()
