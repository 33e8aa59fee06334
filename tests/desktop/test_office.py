"""Opening, making, leaving and restoring files, and what a person is told when one cannot be opened."""

import gc
import hashlib
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.capabilities import CAPABILITIES
from desktop.dialogs.your_council import YourCouncil
from desktop.office import Office
from desktop.shell.frame.window import MainWindow
from desktop.shell.jobs import Progress
from desktop.shell.looks.style import Style
from desktop.shell.settings import Settings
from engagement.register.council import council, set_council
from engagement.register.providers import add_provider
from engagement.register.sample_data import mark_as_sample
from resources.database import OpenFile, backups, open_file
from resources.database.opening import DamagedFile
from resources.folders import backup_folder, sample_file
from resources.problem import Problem

NOW = datetime(2026, 3, 4, 14, 52, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders, nobody else's."""
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def office(styled: Style, settings: Settings, qtbot: QtBot) -> Iterator[Office]:
    """One run of the program."""
    made = Office(settings)
    yield made
    made.quit()


@pytest.fixture
def path(tmp_path: Path, migrated: bytes) -> Path:
    """A closed file with nothing in it."""
    made = tmp_path / "Care team.providerdesk"
    made.write_bytes(migrated)
    return made


def change_something(path: Path, name: str = "Oldham") -> None:
    file = open_file(path, CAPABILITIES, who="Ada")
    set_council(file.db, name)
    file.close()


def make_backup(path: Path, when: datetime = NOW) -> None:
    file = open_file(path, CAPABILITIES, who="Ada")
    backups.make(file.db, path, reason="asked for", now=when)
    file.close()


def window_of(office: Office) -> MainWindow:
    assert office.window is not None
    return office.window


def ways_back(office: Office) -> list[str]:
    assert office.screen is not None and office.screen.isVisible()
    return [one.text() for one in office.screen.ways_back]


def said(office: Office) -> str:
    assert office.screen is not None
    return office.screen.text


def is_free(path: Path) -> bool:
    open_file(path, CAPABILITIES).close()
    return not path.with_name(path.name + "-wal").exists()


# Opening


def test_the_first_start_shows_the_start_screen(office: Office) -> None:
    office.start()
    assert office.window is None
    assert office.screen is not None and office.screen.isVisible()
    assert office.screen.choices["sample"].hasFocus() or not office.screen.isActiveWindow()


def test_a_file_named_is_opened(office: Office, path: Path) -> None:
    office.start(path)
    assert window_of(office).windowTitle() == "Care team – Provider Desk"
    assert office.screen is None


def test_the_file_used_last_is_opened(office: Office, path: Path, settings: Settings) -> None:
    settings.put("last_file", str(path))
    office.start()
    assert window_of(office).isVisible()


def test_the_last_file_that_has_gone_is_said_and_its_backups_are_offered(
    office: Office, path: Path, settings: Settings
) -> None:
    make_backup(path)
    settings.put("last_file", str(path))
    path.unlink()
    office.start()
    assert "There is no file at" in said(office)
    assert ways_back(office) == ["Restore the backup of 4 March 2026 at 2:52pm"]


def test_a_missing_file_is_brought_back_from_its_backup(office: Office, path: Path, qtbot: QtBot) -> None:
    change_something(path)
    make_backup(path)
    path.unlink()
    office.start(path)
    assert office.screen is not None
    qtbot.mouseClick(office.screen.ways_back[0], Qt.MouseButton.LeftButton)
    assert office.opened is not None and council(office.opened.db) == "Oldham"
    assert office.screen is None


def test_a_damaged_file_offers_its_backups_and_is_kept_aside(
    office: Office, path: Path, qtbot: QtBot
) -> None:
    make_backup(path)
    path.write_bytes(path.read_bytes()[:5000] + b"\0" * 60_000)
    damaged = path.read_bytes()
    office.start(path)
    assert "is damaged" in said(office)
    assert office.screen is not None
    qtbot.mouseClick(office.screen.ways_back[0], Qt.MouseButton.LeftButton)
    assert window_of(office).isVisible()
    aside = list(path.with_name("Care team backups").glob("Set aside */Care team.providerdesk"))
    assert [one.read_bytes() for one in aside] == [damaged]


def test_a_newer_file_is_left_alone(office: Office, path: Path) -> None:
    file = open_file(path, CAPABILITIES)
    file.db.execute("update derived_capability set version = 99")
    file.close()
    bytes_before = path.read_bytes()
    office.start(path)
    assert "newer version" in said(office)
    assert "Open it read-only" not in ways_back(office)
    assert path.read_bytes() == bytes_before


def test_a_file_in_use_is_opened_read_only(office: Office, path: Path, qtbot: QtBot) -> None:
    other = open_file(path, CAPABILITIES, who="Ada")
    office.start(path)
    assert "already open, by Ada" in said(office)
    assert ways_back(office) == ["Open it read-only"]
    assert office.screen is not None
    qtbot.mouseClick(office.screen.ways_back[0], Qt.MouseButton.LeftButton)
    assert "Care team (read only)" in window_of(office).windowTitle()
    assert window_of(office).status.text.startswith("Read only")
    other.close()


def test_a_file_of_something_else_is_refused(office: Office, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("To whom it may concern " * 100)
    office.start(letter)
    assert "is not a Provider Desk file" in said(office)
    assert ways_back(office) == []
    assert letter.read_text().startswith("To whom")


def test_a_file_that_cannot_be_opened_leads_back_to_the_one_of_before(
    office: Office, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    office.open(path)
    office.open(tmp_path / "gone.providerdesk")
    assert ways_back(office) == ["Go back to “Care team”"]
    assert office.screen is not None
    qtbot.mouseClick(office.screen.ways_back[0], Qt.MouseButton.LeftButton)
    assert window_of(office).windowTitle() == "Care team – Provider Desk"


def test_opening_the_open_file_keeps_its_window(office: Office, path: Path) -> None:
    office.open(path)
    window = office.window
    office.open(path)
    assert office.window is window


def test_a_relative_name_is_remembered_whole(
    office: Office, path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    office.open(Path(path.name))
    assert settings.text("last_file") == str(path)


def test_a_killed_program_leaves_a_file_that_opens_and_says_it_was_checked(
    office: Office, path: Path, qtbot: QtBot
) -> None:
    kill = """
import os, signal, sys
from pathlib import Path
from desktop.capabilities import CAPABILITIES
from engagement.register.council import set_council
from resources.database import open_file
file = open_file(Path(sys.argv[1]), CAPABILITIES, who="Ada")
set_council(file.db, "Oldham")
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", kill, str(path)], check=False, cwd=Path(__file__).parents[2])
    heard: list[str] = []
    office.messages.toasted.connect(lambda text, _undo: heard.append(text))
    office.start(path)
    assert office.opened is not None and council(office.opened.db) == "Oldham"
    assert heard == ["“Care team” was not closed properly. It was checked and is whole"]


def test_a_window_that_cannot_be_made_lets_the_file_go(
    office: Office, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("desktop.file_window.page_specs", fail)
    with pytest.raises(RuntimeError):
        office.open(path)
    assert office.screen is not None and office.screen.isVisible()
    assert is_free(path)


def test_damage_met_while_the_window_is_made_offers_the_files_backups(
    office: Office, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(path)

    def fail(*_given: object, **_named: object) -> None:
        raise DamagedFile("The file is damaged. Restore the last backup.")

    with monkeypatch.context() as damaged:
        damaged.setattr("desktop.file_window.page_specs", fail)
        office.open(path)
    assert "is damaged" in said(office)
    assert is_free(path)
    assert office.screen is not None
    qtbot.mouseClick(office.screen.ways_back[0], Qt.MouseButton.LeftButton)
    assert window_of(office).isVisible()


# Making


def test_a_new_database_is_made_where_it_is_asked_for(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getSaveFileName", tmp_path / "St. Ann's team")
    office.start()
    office.menu.ask_new()
    assert office.opened is not None
    assert office.opened.path == tmp_path / "St. Ann's team.providerdesk"


def test_a_new_database_never_replaces_a_file(
    office: Office, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_something(path)
    before = path.read_bytes()
    answer(monkeypatch, "getSaveFileName", path)
    office.start()
    office.menu.ask_new()
    assert "already there" in said(office)
    assert path.read_bytes() == before


def test_a_place_where_nothing_can_be_made_is_said(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("no folder")
    office.create(tmp_path / "a file" / "New.providerdesk")
    assert "could not be made" in said(office)


def test_a_full_disk_is_said_and_the_window_stays(
    office: Office, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    office.open(path)
    assert office.opened is not None
    db = office.opened.db
    pages = db.value("pragma page_count")
    db.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(Problem) as raised:
        set_council(db, "Nottinghamshire" * 20_000)
    assert "full" in raised.value.sentence
    office.messages.raised(raised.value)
    qtbot.waitUntil(lambda: bool(window_of(office).banner.text))
    assert council(db) == ""
    db.execute(f"pragma max_page_count = {pages * 10}")
    set_council(db, "Derby")
    assert council(db) == "Derby"


def test_the_files_used_lately_stand_in_the_menu(office: Office, path: Path, tmp_path: Path) -> None:
    office.create(tmp_path / "First.providerdesk")
    office.open(path)
    labels = [item.action.label for item in window_of(office).items_now()]
    assert "Open “First”" in labels
    assert "Open “Care team”" not in labels


def answer(monkeypatch: pytest.MonkeyPatch, question: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, question, lambda *_given, **_named: (str(path), ""))


# Sample data


@pytest.fixture
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample county that is made in a moment."""

    def make(db: object, *, today: object, progress: Callable[[int, int, str], None]) -> None:
        progress(1, 2, "Providers")
        mark_as_sample(db)  # type: ignore[arg-type]

    monkeypatch.setattr("engagement.sample.make", make)


@pytest.mark.usefixtures("small_sample")
def test_sample_data_is_made_once_in_a_file_of_its_own(office: Office, qtbot: QtBot) -> None:
    office.start()
    assert office.screen is not None
    qtbot.mouseClick(office.screen.choices["sample"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: office.window is not None)
    assert office.opened is not None and office.opened.path == sample_file()
    assert [one.name for one in sample_file().parent.iterdir() if "making" in one.name] == []
    assert "Sample data: nothing here is real" in window_of(office).status.text
    made = sample_file().stat().st_ino
    office.show_start()
    office.explore_sample()
    assert office.window is not None
    assert sample_file().stat().st_ino == made


@pytest.mark.usefixtures("small_sample")
def test_one_click_leaves_sample_data_for_the_teams_own_file(
    office: Office, path: Path, qtbot: QtBot
) -> None:
    office.open(path)
    office.explore_sample()
    qtbot.waitUntil(lambda: office.window is not None)
    leave = [
        one
        for one in window_of(office).findChildren(QPushButton)
        if one.text() == "Leave sample data" and one.isVisibleTo(window_of(office))
    ]
    qtbot.mouseClick(leave[0], Qt.MouseButton.LeftButton)
    assert office.opened is not None and office.opened.path == path


@pytest.mark.usefixtures("small_sample")
def test_sample_data_is_not_what_the_next_start_opens(
    office: Office, settings: Settings, qtbot: QtBot
) -> None:
    office.explore_sample()
    qtbot.waitUntil(lambda: office.window is not None)
    assert settings.text("last_file") == ""


def test_sample_data_says_so_wherever_it_is_opened(office: Office, path: Path, settings: Settings) -> None:
    file = open_file(path, CAPABILITIES, who="Ada")
    mark_as_sample(file.db)
    file.close()
    office.open(path)
    assert "Sample data: nothing here is real" in window_of(office).status.text
    assert settings.text("last_file") == ""
    assert "leave_sample" in {action.name for action in office.menu.actions()}


def test_home_opens_the_question_for_the_council(office: Office, path: Path, qtbot: QtBot) -> None:
    file = open_file(path, CAPABILITIES, who="Ada")
    add_provider(file.db, name="Example Ltd")
    file.close()
    office.open(path)
    window = window_of(office)
    window.show_page("home")
    asks = [one for one in window.findChildren(QPushButton) if one.text() == "Your council…"]
    qtbot.mouseClick(asks[0], Qt.MouseButton.LeftButton)
    [dialog] = window.findChildren(YourCouncil)
    assert dialog.isVisible()
    dialog.reject()


def test_a_file_that_is_not_sample_data_does_not_say_so(office: Office, path: Path) -> None:
    sample_file().parent.mkdir(parents=True)
    sample_file().write_bytes(path.read_bytes())
    office.open(sample_file())
    assert "Sample data" not in window_of(office).status.text


def test_sample_data_that_is_stopped_leaves_nothing(
    office: Office, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def make(_db: object, *, today: object, progress: Callable[[int, int, str], None]) -> None:
        assert office.screen is not None
        office.screen.jobs.cancel()
        progress(1, 2, "Providers")

    monkeypatch.setattr("engagement.sample.make", make)
    office.open(path)
    office.explore_sample()
    assert office.screen is not None
    jobs = office.screen.jobs
    qtbot.waitUntil(lambda: not jobs.busy)
    assert ways_back(office) == ["Go back to “Care team”"]
    assert office.screen.ways_back[0].isEnabled()
    assert not sample_file().exists()
    assert list(sample_file().parent.glob("*making*")) == []


def test_closing_the_start_screen_while_it_makes_sample_data_ends_the_program(
    office: Office, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def make(_db: object, *, today: object, progress: Callable[[int, int, str], None]) -> None:
        while True:
            progress(1, 2, "Providers")

    monkeypatch.setattr("engagement.sample.make", make)
    office.start()
    office.explore_sample()
    assert office.screen is not None
    with qtbot.waitSignal(office.ended):
        office.screen.close()
    assert office.window is None
    assert not sample_file().exists()


# Restoring


def test_restoring_while_the_file_is_open(office: Office, path: Path) -> None:
    make_backup(path)
    office.open(path)
    assert office.opened is not None
    set_council(office.opened.db, "Oldham")
    office.restore_here(backups.listed(path)[0])
    assert council(office.opened.db) == ""
    assert window_of(office).isVisible()
    assert [one.reason for one in backups.listed(path)] == ["asked for"]


def test_a_restore_brings_the_files_kept_with_the_backup_and_says_what_it_could_not(
    office: Office, path: Path
) -> None:
    make_backup(path)
    copies = backup_folder(path) / "evidence"
    copies.mkdir()
    whole = hashlib.sha256(b"Ada").hexdigest()
    (copies / whole).write_bytes(b"Ada")
    (copies / whole.replace(whole[0], "0" if whole[0] != "0" else "1")).write_bytes(b"altered")
    heard: list[Problem] = []
    office.messages.refused.connect(heard.append)
    office.restore(backups.listed(path)[0], path)
    assert (path.with_name("Care team evidence") / whole).read_bytes() == b"Ada"
    assert [one.sentence for one in heard] == [
        "The backup is restored, but 1 file that was kept with it could not be brought back. Look under “Backups”."
    ]


def test_a_backup_that_has_changed_is_refused_and_the_window_stays(office: Office, path: Path) -> None:
    make_backup(path)
    backup = backups.listed(path)[0]
    backup.path.write_bytes(backup.path.read_bytes()[:-10])
    office.open(path)
    window = office.window
    with pytest.raises(Problem, match="has changed since it was made"):
        office.restore_here(backup)
    assert office.window is window


def test_a_backup_is_chosen_from_the_start_screen(
    office: Office, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from desktop.widgets.question import Question

    change_something(path)
    make_backup(path)
    path.unlink()
    answer(monkeypatch, "getOpenFileName", backups.listed(path)[0].path)
    office.start()
    office.menu.ask_restore()
    assert office.screen is not None
    question = office.screen.findChildren(Question)[0]
    question._choose()
    assert office.opened is not None and office.opened.path == path
    assert council(office.opened.db) == "Oldham"


# Closing


def test_closing_the_window_closes_the_file_and_ends_the_program(
    office: Office, path: Path, qtbot: QtBot
) -> None:
    office.open(path)
    with qtbot.waitSignal(office.ended):
        window_of(office).close()
    assert office.opened is None
    assert is_free(path)
    assert not path.with_name(path.name + ".in-use.json").exists()


def test_closing_backs_up_what_changed(office: Office, path: Path) -> None:
    office.open(path)
    assert office.opened is not None
    set_council(office.opened.db, "Oldham")
    window_of(office).close()
    assert [one.reason for one in backups.listed(path)] == ["on closing"]


def test_closing_backs_up_nothing_that_did_not_change(office: Office, path: Path) -> None:
    office.open(path)
    window_of(office).close()
    assert backups.listed(path) == []


def test_closing_while_a_job_runs_stops_it_and_hands_nothing_over(
    office: Office, path: Path, qtbot: QtBot
) -> None:
    office.open(path)
    handed: list[object] = []

    def work(progress: Progress) -> str:
        while not progress.cancelled:
            pass
        return "done all the same"

    window_of(office)._desk.jobs.run("Counting", work, done=handed.append)
    window_of(office).close()
    qtbot.wait(10)
    assert handed == []
    assert is_free(path)


def test_a_backup_on_closing_that_cannot_be_made_is_said_at_the_next_start(
    office: Office, path: Path, settings: Settings, qtbot: QtBot
) -> None:
    path.with_name("Care team backups").write_text("a file where the folder should be")
    office.open(path)
    assert office.opened is not None
    set_council(office.opened.db, "Oldham")
    with qtbot.waitSignal(office.ended):
        window_of(office).close()
    assert is_free(path)
    again = Office(settings)
    again.start()
    assert again.window is not None and "No backup was made on closing" in again.window.banner.text
    again.quit()


def test_switching_files_frees_the_old_window_with_its_pages(
    office: Office, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    office.open(path)
    old = window_of(office)
    for key in list(old._specs):
        old.show_page(key)
    left = [weakref.ref(old), *(weakref.ref(page) for page in old.pages.values())]
    database = weakref.ref(office.opened)
    del old
    office.create(tmp_path / "Second.providerdesk")
    qtbot.waitUntil(lambda: not any(_is_alive(one) for one in left))
    gc.collect()
    assert database() is None
    assert is_free(path)


def _is_alive(one: "weakref.ref[object]") -> bool:
    gc.collect()
    held = one()
    return held is not None and shiboken6.isValid(held)


# Backups in the course of the day


def test_a_backup_is_made_once_half_a_day_while_something_changes(
    styled: Style, settings: Settings, path: Path, qtbot: QtBot
) -> None:
    clock = [datetime.now(UTC)]
    office = Office(settings, now=lambda: clock[0])
    office.open(path)
    assert office.opened is not None and office.shown is not None
    office.shown.keeper.back_up_when_due()
    assert backups.listed(path) == []
    set_council(office.opened.db, "Oldham")
    office.shown.keeper.back_up_when_due()
    qtbot.waitUntil(lambda: len(backups.listed(path)) == 1 and not window_of(office)._desk.jobs.busy)
    assert "last backup" in window_of(office).status.text
    set_council(office.opened.db, "Derby")
    office.shown.keeper.back_up_when_due()
    assert not window_of(office)._desk.jobs.busy
    office.quit()


def test_a_backup_that_fails_is_not_complained_of_every_minute(
    office: Office, path: Path, qtbot: QtBot
) -> None:
    path.with_name("Care team backups").write_text("a file where the folder should be")
    office.open(path)
    assert office.opened is not None and office.shown is not None
    set_council(office.opened.db, "Oldham")
    heard: list[object] = []
    office.messages.refused.connect(heard.append)
    office.shown.keeper.back_up_when_due()
    qtbot.waitUntil(lambda: bool(heard))
    office.shown.keeper.back_up_when_due()
    assert not window_of(office)._desk.jobs.busy
    assert len(heard) == 1


# Read-only


@pytest.fixture
def reading(office: Office, path: Path) -> OpenFile:
    """The office, reading only."""
    change_something(path)
    office.open(path, read_only=True)
    assert office.opened is not None
    return office.opened


def test_read_only_has_no_undo_and_no_writing_actions(office: Office, reading: OpenFile) -> None:
    items = {item.action.name: item.isEnabled() for item in window_of(office).items_now()}
    assert "undo" not in items
    assert not items["back_up"]
    assert not items["council"]


def test_read_only_refuses_a_change_with_a_sentence_and_stays_usable(
    office: Office, reading: OpenFile
) -> None:
    with pytest.raises(Problem, match="can only be read"):
        set_council(reading.db, "Derby")
    for key in window_of(office)._specs:
        window_of(office).show_page(key)
    assert council(reading.db) == "Oldham"


# Who and whose


def test_the_name_given_stands_in_the_history(office: Office, path: Path) -> None:
    from desktop.dialogs.your_name import YourName

    office.open(path)
    office.menu.ask_name()
    dialog = window_of(office).findChildren(YourName)[0]
    dialog.form.rows["name"].field.show_answer("Bola Example")
    dialog.submit()
    assert office.opened is not None
    set_council(office.opened.db, "Oldham")
    from resources.database import history

    assert history.entries(office.opened.db, limit=1)[0].who == "Bola Example"


def test_the_council_is_set_from_the_menu(office: Office, path: Path) -> None:
    from desktop.dialogs.your_council import YourCouncil

    office.open(path)
    office.menu.ask_council()
    dialog = window_of(office).findChildren(YourCouncil)[0]
    dialog.submit()
    assert office.opened is not None and council(office.opened.db) == ""
