"""A dressed application, settings in a folder of their own, and a desk, for tests of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import Style, apply_style
from desktop.shell.messages import LastResort
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import make_desk, make_listing, make_window


@pytest.fixture
def styled(qapp: QApplication) -> Style:
    """The application in the light theme and the usual size of text."""
    return apply_style(qapp, Theme.LIGHT, text_scale=1.0)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nobody else has."""
    return Settings(tmp_path)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """What a page is given, over a file with nothing in it."""
    desk = make_desk(settings, opened)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def listing() -> FakeListing:
    """365 services in memory."""
    return make_listing()


@pytest.fixture
def window(desk: Desk, listing: FakeListing, qtbot: QtBot) -> MainWindow:
    """The window over the listing, shown."""
    made = make_window(desk, listing)
    qtbot.addWidget(made)
    made.resize(1366, 738)
    made.show()
    return made


@pytest.fixture
def installed(desk: Desk, tmp_path: Path) -> Iterator[LastResort]:
    """The last resort in place, its log in a folder of its own."""
    last_resort = LastResort(desk.messages, tmp_path / "log")
    last_resort.install()
    yield last_resort
    last_resort.remove()
