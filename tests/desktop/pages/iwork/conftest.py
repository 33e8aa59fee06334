"""The program on a file with a locked register beside it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import page_list
from desktop.office import Office
from desktop.pages.iwork import iwork
from desktop.shell.looks.style import Style
from desktop.shell.settings import Settings
from resources.database import OpenFile
from resources.database.locked.places import places_of
from tests.desktop.pages.iwork.locked_desk import Clocks, Held, with_register
from tests.workforce.iwork.placements.world import World, made_world


@pytest.fixture
def world(opened_vault: OpenFile) -> World:
    """Two people and a post on an open register."""
    return made_world(opened_vault.db)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def office_file(tmp_path: Path, migrated: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed file of the office, in a home of its own."""
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "home" / "Care team.providerdesk"
    path.parent.mkdir()
    path.write_bytes(migrated)
    return path


@pytest.fixture
def program(
    office_file: Path, clocks: Clocks, styled: Style, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Held]:
    """The program on it, without a register yet."""
    real = iwork.IWorkPage
    monkeypatch.setattr(
        page_list, "IWorkPage", lambda desk, vault: real(desk, vault, now=clocks.now, ticks=clocks.ticks)
    )
    settings = Settings()
    settings.put("who", "Test Coach")
    office = Office(settings, now=clocks.now)
    office.open(office_file)
    yield Held(office, qtbot, clocks)
    office.quit()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a new register, and the code of its sheet: making one takes longer than copying it."""
    path = tmp_path_factory.mktemp("begun") / "Care team.providerdesk"
    code = with_register(path)
    return places_of(path).folder, code


@pytest.fixture
def code(office_file: Path, begun: tuple[Path, str]) -> str:
    """The code of the recovery sheet of a register beside the file."""
    folder, code = begun
    shutil.copytree(folder, places_of(office_file).folder)
    return code


@pytest.fixture
def held(code: str, program: Held) -> Held:
    """The program on a file with a register, which is locked; its page is shown."""
    program.go_to_page()
    return program
