"""A forum from plan to Word summary with the keyboard alone."""

from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
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


class Journey:
    """The window, its clock, and the steps of a forum."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.clock: list[datetime] = [NOW]
        self.window, self.page = make_forums_window(desk, qtbot, self.clock)
        self.event = ""

    def wait_for(self, title: str) -> None:
        """Until the window with this title has the keyboard."""

        def has_it() -> bool:
            active = QApplication.activeWindow()
            return active is not None and active.windowTitle().startswith(title)

        self.qtbot.waitUntil(has_it)

    def back(self) -> None:
        """The window again; without a window manager nobody gives it the keyboard back."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.wait_for("Provider Desk")

    def stand_at(self) -> dict[str, str]:
        """What everybody stands at, by name."""
        return statuses(self.desk.db, self.event)

    def plan_and_invite(self) -> None:
        press(KEY.Key_N, hold=CTRL)
        self.wait_for("Plan a forum")
        for name, text in (
            ("Title", "Provider forum, December 2019"), ("Day", "10/12/2019"), ("Begins", "10am"), ("Ends", "12pm"),
            ("Where", "Civic Centre"),
        ):  # fmt: skip
            tab_to(name)
            press(text)
        press(ENTER)
        self.wait_for("Audience of")
        press(ENTER, hold=CTRL)
        self.back()
        self.event = self.page.people.event_id

    def everybody_accepts(self) -> None:
        press(KEY.Key_A, hold=CTRL)
        press(KEY.Key_A, hold=CTRL | SHIFT)

    def stand_at_the_door(self) -> str:
        self.clock.append(AT_THE_DOOR)
        press(KEY.Key_D, hold=CTRL)
        self.wait_for("Door")
        press("ada", ENTER, "Gus Newcomer", ENTER, "ros", ENTER)
        assert self.page.door.window is not None
        said = self.page.door.window.face.news.text
        press(ESC)
        self.wait_for("Leave the door")
        press(ENTER)
        self.back()
        return said

    def close(self) -> None:
        press(KEY.Key_L, hold=CTRL)
        self.wait_for("Close")
        press(ENTER)
        self.back()


def test_a_forum_from_plan_to_summary(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = Journey(desk, qtbot)
    journey.plan_and_invite()
    assert sorted(journey.stand_at()) == ["Ada Example", "Cy Specimen", "Dot Demo"]
    journey.everybody_accepts()
    assert set(journey.stand_at().values()) == {"accepted"}
    press(KEY.Key_Z, hold=CTRL)
    assert set(journey.stand_at().values()) == {"invited"}
    press(KEY.Key_Y, hold=CTRL)
    assert set(journey.stand_at().values()) == {"accepted"}
    assert journey.stand_at_the_door() == "Gus Newcomer of Rosewood Court is in, as a walk-in, 10:02"
    journey.close()
    assert journey.stand_at() == {
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
