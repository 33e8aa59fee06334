"""What every test may ask for: a real, migrated database in a folder of its own, and no window on a screen."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PROVIDER_DESK_HOME"] = tempfile.mkdtemp(prefix="provider-desk-tests-")

import pytest
from hypothesis import settings

from desktop.capabilities import CAPABILITIES
from desktop.vault_capabilities import VAULT_CAPABILITIES
from resources.database import Database, OpenFile, database, open_file, opening
from resources.database.locked import keyring
from resources.database.locked.key_files import Slowness

atexit.register(shutil.rmtree, os.environ["PROVIDER_DESK_HOME"], ignore_errors=True)

# The same examples each time: a run that fails fails again. More are tried by hand with `--hypothesis-profile=default`.
settings.register_profile("the same each time", derandomize=True)
settings.load_profile("the same each time")

# Nobody pulls the plug on a test: waiting for the disk at every change would only take time.
_SHIPPED = database._SETTINGS_OF_A_WRITER
database._SETTINGS_OF_A_WRITER = (*_SHIPPED, "synchronous = off")

keyring.slowness = Slowness(
    rounds=64, least=16, most=256
)  # a passphrase that is quick to try, in tests alone


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: the garbage collector need not go through all of it again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


_DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete, without importing Qt for tests that need none


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new, closed database: making one takes longer than copying it."""
    path = tmp_path_factory.mktemp("migrated") / "new.providerdesk"
    open_file(path, CAPABILITIES, who="Test Officer", create=True).close()
    return path.read_bytes()


@contextmanager
def _known_to_be_whole() -> Iterator[None]:
    """A copy of what was just closed: looking at it before it is opened takes a third of the time of opening it."""
    look = opening._check
    opening._check = lambda *_given, **_more: False
    try:
        yield
    finally:
        opening._check = look


@pytest.fixture
def opened(tmp_path: Path, migrated: bytes) -> Iterator[OpenFile]:
    """An opened file with nothing in it."""
    path = tmp_path / "office.providerdesk"
    path.write_bytes(migrated)
    with _known_to_be_whole():
        file = open_file(path, CAPABILITIES, who="Test Officer")
    yield file
    file.close()


@pytest.fixture
def db(opened: OpenFile) -> Database:
    """Its database."""
    return opened.db


@pytest.fixture
def shipped_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are opened as the program opens them, and wait for the disk."""
    monkeypatch.setattr(database, "_SETTINGS_OF_A_WRITER", _SHIPPED)


@pytest.fixture(scope="session")
def migrated_vault(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new i-Work register, not locked: what it holds does not depend on its lock."""
    path = tmp_path_factory.mktemp("migrated vault") / "new.iwork"
    open_file(path, VAULT_CAPABILITIES, who="Test Coach", create=True).close()
    return path.read_bytes()


@pytest.fixture
def opened_vault(tmp_path: Path, migrated_vault: bytes) -> Iterator[OpenFile]:
    """An opened register with nothing in it."""
    path = tmp_path / "register.iwork"
    path.write_bytes(migrated_vault)
    with _known_to_be_whole():
        file = open_file(path, VAULT_CAPABILITIES, who="Test Coach")
    yield file
    file.close()


@pytest.fixture
def vault(opened_vault: OpenFile) -> Database:
    """Its database."""
    return opened_vault.db


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files to try the program on; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("PROVIDER_DESK_DATA", Path(__file__).parents[2] / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real files is not here: set PROVIDER_DESK_DATA")
    return folder


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A window or dialog that a test leaves behind would take the next test's keys."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets is not None else None
    if app is not None and widgets is not None:
        for window in widgets.QApplication.topLevelWidgets():
            if window.isVisible():
                window.close()
                window.deleteLater()
        app.sendPostedEvents(None, _DEFERRED_DELETE)
