from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import make_desk, make_window
from tests.desktop.shell.frame.window_parts import button, services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_change_reloads_the_page_that_is_seen_and_the_hidden_one_when_it_is_shown(
    window: MainWindow, desk: Desk, listing: FakeListing
) -> None:
    page = services_page(window)
    listing.rows.pop()
    listing.forget()
    desk.changes.tell("Archived one")
    assert page.pane.model.rowCount() == 364
    window.show_page("home")
    listing.rows.pop()
    listing.forget()
    desk.changes.tell("Archived one")
    assert page.pane.model.rowCount() == 364
    window.show_page("services")
    assert page.pane.model.rowCount() == 363


def test_a_page_without_rows_says_what_comes_next(
    styled: Style, settings: Settings, opened: OpenFile, qtbot: QtBot
) -> None:
    window = make_window(make_desk(settings, opened), FakeListing([]))
    qtbot.addWidget(window)
    window.show()
    services_page(window)
    assert button(window, "Import a CQC file").isVisible()
