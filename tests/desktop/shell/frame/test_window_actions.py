from PySide6.QtCore import Qt

from desktop.shell.frame.window import MainWindow
from desktop.shell.looks import look as looks
from desktop.shell.looks.style import Style, look
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from tests.desktop.shell.frame.window_parts import item

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_theme_and_the_size_of_text_are_remembered(window: MainWindow, desk: Desk, styled: Style) -> None:
    item(window, "theme_dark").trigger()
    item(window, "text_larger").trigger()
    assert look() == looks.DARK
    kept = Settings(desk.settings.path.parent)
    assert (kept.text("theme"), kept.number("text_scale", 1.0)) == ("dark", 1.1)
    item(window, "text_normal").trigger()
    assert styled.text_scale == 1.0
