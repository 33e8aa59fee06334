"""The sample county on one fixed day, made once for all journeys and copied for each; a program started anew."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.capabilities import CAPABILITIES
from desktop.office import Office
from desktop.sample_making import fill_with_sample, make_sample_register
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import apply_style
from desktop.shell.settings import Settings
from engagement.committee.kept import folder_beside
from resources.database import open_file
from resources.database.locked.places import places_of
from tests.journeys.stopped_clock import stop_clock
from tests.journeys.typist import Typist

COUNTY_NOW = datetime(2026, 3, 4, 14, 52, tzinfo=UTC)
_READ_THE_CLOCK = ("desktop.clock", "desktop.pages.events.forums", "desktop.shell.frame.window")


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its closed file; test processes beside this one share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    made = shared / "Sample county.providerdesk"
    with FileLock(shared / "sample county.lock"):
        if not made.exists():
            part = shared / "Part of a county.providerdesk"
            opened = open_file(part, CAPABILITIES, who="Sample data", create=True)
            fill_with_sample(opened.db, today=COUNTY_NOW.date())
            opened.close()
            folder_beside(part).rename(folder_beside(made))
            part.rename(made)
    return made


@pytest.fixture(scope="session")
def register_made(sample_made: Path) -> Path:
    """The folder of its locked register, made once beside it."""
    folder = places_of(sample_made).folder
    with FileLock(sample_made.with_name("sample register.lock")):
        if not folder.exists():
            make_sample_register(sample_made, COUNTY_NOW)
    return folder


@pytest.fixture
def county_file(sample_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test may change, while the clock on the wall shows the county's day."""
    stop_clock(monkeypatch, COUNTY_NOW, read_by=_READ_THE_CLOCK)
    copy = tmp_path / "County.providerdesk"
    copy.write_bytes(sample_made.read_bytes())
    shutil.copytree(folder_beside(sample_made), folder_beside(copy))
    return copy


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The program as it is started for the first time."""
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path / "home"))
    apply_style(qapp, Theme.LIGHT, text_scale=1.0)
    made = Office(Settings(tmp_path / "settings"))
    yield made
    made.quit()


@pytest.fixture
def person(office: Office, qtbot: QtBot) -> Typist:
    return Typist(qtbot, lambda: office.window)
