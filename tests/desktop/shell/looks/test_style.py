import gc
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.looks import look as looks
from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import Theme
from desktop.shell.looks.packaged import PACKAGED
from desktop.shell.looks.style import Style, apply_style, bold, look, with_text

ROOT = Path(__file__).parents[4]


def test_where_the_platform_has_no_fonts_the_bundled_one_is_used(styled: Style, qapp: QApplication) -> None:
    assert qapp.font().family() == "Liberation Sans"
    assert "Liberation Sans" in QFontDatabase.families()
    assert (PACKAGED / "fonts" / "LICENCE-LiberationSans.txt").is_file()


def test_a_length_grows_with_large_text_and_does_not_shrink_with_small(styled: Style) -> None:
    lengths = []
    for scale in (0.8, 1.0, 2.0):
        styled.choose(Theme.LIGHT, text_scale=scale)
        lengths.append(with_text(520))
    styled.choose(Theme.LIGHT, text_scale=1.0)
    assert lengths == [520, 520, 1040]


def test_a_change_of_theme_changes_colours_palette_and_icons(styled: Style, qtbot: QtBot) -> None:
    button = QPushButton("Undo")
    qtbot.addWidget(button)
    set_icon(button, "undo")
    light = button.icon().pixmap(QSize(16, 16)).toImage()
    styled.choose(Theme.DARK)
    assert look() == looks.DARK
    assert button.palette().window().color().name().upper() == looks.DARK.page
    assert button.icon().pixmap(QSize(16, 16)).toImage() != light
    styled.choose(Theme.CONTRAST)
    assert look() == looks.CONTRAST


class _Asked(QWidget):
    """Remembers whether the collector was on whenever it heard of a change."""

    def __init__(self) -> None:
        super().__init__()
        self.collected: set[bool] = set()

    def changeEvent(self, event: QEvent) -> None:
        self.collected.add(gc.isenabled())
        super().changeEvent(event)


def test_no_widget_is_collected_while_qt_goes_through_all_of_them(styled: Style, qtbot: QtBot) -> None:
    asked = _Asked()
    qtbot.addWidget(asked)
    asked.ensurePolished()
    asked.collected.clear()
    styled.choose(Theme.CONTRAST)
    assert asked.collected == {False}
    assert gc.isenabled()


def test_applying_again_changes_the_one_style(styled: Style, qapp: QApplication) -> None:
    assert apply_style(qapp, Theme.DARK) is styled
    assert styled.theme is Theme.DARK


def test_text_grows_by_the_persons_own_size(styled: Style, qapp: QApplication) -> None:
    styled.choose(Theme.LIGHT, text_scale=1.5)
    assert qapp.font().pointSizeF() == 15
    assert bold(12).pointSizeF() == 18


def test_two_hundred_thousand_calls_that_return_nothing_leave_python_alive() -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None at each and aborts."""
    script = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\nlabel = QLabel()\n"
        "for at in range(200_000): label.setText('')\n"
        "print('alive')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive")
