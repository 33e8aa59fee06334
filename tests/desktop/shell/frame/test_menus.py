from PySide6.QtCore import Qt

from desktop.shell.frame.window import MainWindow
from tests.desktop.shell.frame.window_parts import item

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_is_named_in_the_menu(window: MainWindow) -> None:
    window.refresh_actions()
    assert item(window, "undo").text().replace("&", "") == "Undo: Added Rosewood House"
    assert not item(window, "redo").isEnabled()
