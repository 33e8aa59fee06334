from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk, Page, PageSpec

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_sidebar_says_how_many_things_need_attention(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.sidebar.buttons.values()]
    assert names[:2] == ["Home, 3 need attention", "Services"]


def test_what_needs_attention_is_counted_once_after_several_changes(
    styled: Style, desk: Desk, qtbot: QtBot
) -> None:
    asked: list[int] = []

    def waiting() -> int:
        asked.append(3 - len(asked))
        return asked[-1]

    window = MainWindow(
        [PageSpec("home", "Home", "home", lambda: Page(desk.changes), attention=waiting)], desk
    )
    qtbot.addWidget(window)
    for number in range(3):
        desk.changes.tell(number)
    assert asked == [3]
    qtbot.waitUntil(lambda: window.sidebar.buttons["home"].accessibleName() == "Home, 2 need attention")
    desk.changes.tell(3)
    qtbot.waitUntil(lambda: asked == [3, 2, 1])


def test_a_page_that_is_checked_without_a_click_is_shown(window: MainWindow) -> None:
    """As a screen reader's own action does."""
    window.sidebar.buttons["services"].toggle()
    assert window.shown == "services"
    window.sidebar.buttons["home"].click()
    assert window.shown == "home"
