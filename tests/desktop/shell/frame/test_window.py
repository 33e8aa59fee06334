import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import FakeUndo, make_desk, make_window
from tests.desktop.shell.frame.window_parts import item, services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_only_the_page_that_is_shown_is_made(window: MainWindow) -> None:
    assert list(window.pages) == ["home"]
    window.show_page("services")
    assert list(window.pages) == ["home", "services"]


def test_control_and_a_number_go_to_a_page(window: MainWindow) -> None:
    assert item(window, "go_services").shortcut() == QKeySequence("Ctrl+2")
    item(window, "go_services").trigger()
    assert window.shown == "services"


def test_while_a_writing_job_runs_the_pages_are_not_used(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page = services_page(window)
    undo = item(window, "undo")
    seen: list[tuple[bool, bool]] = []
    desk.jobs.started.connect(lambda job: seen.append((page.isEnabled(), undo.isEnabled())))
    with qtbot.waitSignal(desk.jobs.ended):
        desk.jobs.run("Importing", lambda progress: None)
    assert (seen, page.isEnabled(), undo.isEnabled()) == ([(False, False)], True, True)


def test_where_the_window_stood_is_remembered(window: MainWindow, desk: Desk, listing: FakeListing) -> None:
    window.resize(780, 600)
    window.close()
    again = make_window(desk, listing)
    assert again.size().toTuple() == (780, 600)
    again.deleteLater()


def test_a_remembered_place_that_cannot_be_read_is_passed_over(
    styled: Style, settings: Settings, opened: OpenFile, qtbot: QtBot
) -> None:
    settings.put("window", "not a place é")
    window = make_window(make_desk(settings, opened), FakeListing([]))
    qtbot.addWidget(window)
    assert window.width() == 1366


@pytest.mark.parametrize("page", ["home", "services"])
def test_every_control_has_a_name_and_no_two_share_a_mnemonic(window: MainWindow, page: str) -> None:
    window.show_page(page)
    assert audit(window) == []


def test_the_window_fits_1366_by_768(window: MainWindow) -> None:
    services_page(window)
    least = window.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 700) == (True, True)


def test_a_closed_window_is_freed(
    styled: Style, settings: Settings, opened: OpenFile, listing: FakeListing, qtbot: QtBot
) -> None:
    window = make_window(make_desk(settings, opened), listing, FakeUndo())
    window.show()
    window.show_page("services")
    kept = weakref.ref(window.page("services"))
    window.close()
    window.deleteLater()
    gone: list[str] = []
    window.destroyed.connect(lambda: gone.append("gone"))
    qtbot.waitUntil(lambda: bool(gone))
    del window
    gc.collect()
    assert kept() is None or not shiboken6.isValid(kept())
