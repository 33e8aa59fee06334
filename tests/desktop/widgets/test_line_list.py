"""Lines with a quieter one beneath: by keys, read out, and the cursor stays where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.line_list import LineList, ListedLine
from tests.desktop.accessibility import audit

LINES = (
    ListedLine("purpose", "Purpose of the report", "To be written", warns=True, is_head=True),
    ListedLine("forums", "Forums", "Section", indent=1),
    ListedLine(
        "typed", "A paragraph of many words that stands on more than one line of the list", "Paragraph", 2
    ),
)


@pytest.fixture
def shown(styled: Style, qtbot: QtBot) -> LineList:
    made = LineList("Outline")
    qtbot.addWidget(made)
    made.resize(240, 300)
    made.show_lines(LINES)
    made.show()
    return made


def test_keys_move_open_and_ask_to_remove(shown: LineList) -> None:
    moved: list[str] = []
    opened: list[str] = []
    removed: list[str] = []
    shown.moved.connect(moved.append)
    shown.opened.connect(opened.append)
    shown.removal_asked.connect(removed.append)
    shown.go_to_first()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert (moved, opened, removed) == (["forums"], ["forums"], ["forums"])


def test_the_cursor_stays_on_its_line_or_at_its_place(shown: LineList) -> None:
    moved: list[str] = []
    shown.moved.connect(moved.append)
    assert shown.go_to("forums") and not shown.go_to("gone")
    shown.show_lines((LINES[1], LINES[0], LINES[2]))
    assert shown.key == "forums"
    shown.show_lines((LINES[0], LINES[2]))
    assert shown.key == "purpose"
    shown.show_lines(())
    assert shown.key == "" and moved == []


def test_both_lines_are_read_out_and_long_ones_take_more_room(shown: LineList) -> None:
    index = shown.lines.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Purpose of the report, To be written"
    heights = [shown.visualRect(shown.lines.index(row)).height() for row in range(3)]
    assert heights[2] > heights[1]
    assert audit(shown) == []


def test_a_mouse_chooses_and_opens(shown: LineList, qtbot: QtBot) -> None:
    opened: list[str] = []
    shown.opened.connect(opened.append)
    at = shown.visualRect(shown.lines.index(1)).center()
    with qtbot.waitSignal(shown.clicked_on):
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == ["forums"]
