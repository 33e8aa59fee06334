from PySide6.QtCore import Qt

from desktop.shell.frame.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_sidebar_says_how_many_things_need_attention(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.sidebar.buttons.values()]
    assert names[:2] == ["Home, 3 need attention", "Services"]
