"""Ticking people off a list from the keyboard."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.question import Question
from desktop.widgets.tick_sheet import TickLine, TickSheet
from resources.problem import Problem

KEY = Qt.Key
LINES = (
    TickLine("a", "1   Siân O’Brien, Elm Lodge", "Siân O’Brien Elm Lodge"),
    TickLine("b", "2   Ben Lund-Moss, Ash Court", "Ben Lund-Moss Ash Court", ticked=True),
    TickLine("c", "3   Cy Moss, Elm Lodge", "Cy Moss Elm Lodge", fixed=True),
)


@pytest.fixture
def sheet(styled: Style, qtbot: QtBot) -> TickSheet:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    made = TickSheet(host, title="Sheet", question="Who came?", said="Space ticks.", verb="Save the ticks")
    made.show_lines(LINES)
    return made


def test_letters_jump_whatever_the_marks_and_space_ticks_and_goes_on(sheet: TickSheet, qtbot: QtBot) -> None:
    given: list[tuple[str, ...]] = []
    sheet.ask(given.append)
    qtbot.keyClicks(sheet.jump, "obr")
    assert sheet.list.currentRow() == 0
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    assert (sheet.list.currentRow(), sheet.jump.text()) == (1, "")
    qtbot.keyClicks(sheet.jump, "3")
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    qtbot.keyClicks(sheet.jump, "ben")
    assert sheet.list.currentRow() == 1
    qtbot.keyClick(sheet.jump, KEY.Key_Return)
    assert given == [("a", "b")]


def test_a_refusal_is_said_and_the_ticks_stay(sheet: TickSheet, qtbot: QtBot) -> None:
    def refuse(_keys: object) -> None:
        raise Problem("It begins tomorrow.")

    sheet.ask(refuse)
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    sheet.submit()
    assert "It begins tomorrow." in sheet.banner.text and sheet.isVisible() and sheet.ticked() == ["a", "b"]


def test_leaving_asks_only_when_a_tick_was_turned(sheet: TickSheet, qtbot: QtBot) -> None:
    sheet.ask(print)
    qtbot.keyClicks(sheet.jump, "2")
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    sheet.reject()
    question = sheet.findChild(Question)
    assert question is not None and sheet.isVisible()
    question.close()
    qtbot.keyClicks(sheet.jump, "2")
    qtbot.keyClick(sheet.jump, KEY.Key_Space)
    sheet.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
