from PySide6.QtCore import Qt

from desktop.shell.frame.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_sidebar_says_how_many_things_need_attention(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.sidebar.buttons.values()]
    assert names[:2] == ["Home, 3 need attention", "Services"]


def test_a_page_that_is_checked_without_a_click_is_shown(window: MainWindow) -> None:
    """As a screen reader's own action does."""
    window.sidebar.buttons["services"].toggle()
    assert window.shown == "services"
    window.sidebar.buttons["home"].click()
    assert window.shown == "home"
