from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.frame.status import StatusLine, backup_words, saved_words
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from tests.desktop.sample_window import NOW
from tests.desktop.shell.frame.window_parts import services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_status_line_says_saved_backup_and_rows(window: MainWindow) -> None:
    services_page(window)
    assert window.status.text == "All changes saved 14:32 · last backup 20 minutes ago · 365 rows"


def test_saved_and_backup_in_words() -> None:
    assert saved_words(None) == "All changes saved"
    assert backup_words(None, NOW) == "no backup yet"
    assert backup_words(NOW - timedelta(days=1), NOW) == "last backup yesterday"


def test_a_note_stands_first_in_the_status_line(qtbot: QtBot, styled: Style) -> None:
    line = StatusLine(lambda: datetime(2026, 3, 4, tzinfo=UTC))
    qtbot.addWidget(line)
    line.set_note("Read only: open at the front desk PC")
    assert line.text == "Read only: open at the front desk PC · All changes saved · no backup yet"
