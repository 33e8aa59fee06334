import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.frame.palette import Palette
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks import look as looks
from desktop.shell.looks.style import look
from tests.desktop.accessibility import audit
from tests.desktop.shell.frame.window_parts import services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_palette_finds_things_and_actions_and_opens_them(window: MainWindow, qtbot: QtBot) -> None:
    window.find_anything()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "alder")
    assert [found.title for found in palette.found][:2] == ["Alder Court 8", "Alder Living 17"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert (window.shown, services_page(window).pane.table.current_key) == ("services", "k16")
    qtbot.waitUntil(lambda: not shiboken6.isValid(palette))


def test_the_palette_runs_an_action_by_its_words(window: MainWindow, qtbot: QtBot) -> None:
    services_page(window)
    window.find_anything()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "hi con")
    assert [found.title for found in palette.found] == ["High contrast"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert look() == looks.CONTRAST


def test_the_palette_says_when_nothing_is_called_so(window: MainWindow, qtbot: QtBot) -> None:
    window.find_anything()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette.found == []
    assert palette.nothing.text() == "Nothing is called “qqqq”. Fewer letters find more."
    assert audit(palette) == []
    palette.close()
