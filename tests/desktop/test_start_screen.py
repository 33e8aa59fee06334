"""The start screen: what it offers, by keyboard and by name, and what it says when a file cannot be opened."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.shell.messages import Messages
from desktop.start_screen import StartScreen
from resources.database.backups import Backup
from resources.problem import Problem
from tests.desktop.accessibility import audit

FILE = Path("/somewhere/Care team.providerdesk")


@pytest.fixture
def screen(styled: Style, qtbot: QtBot) -> StartScreen:
    """The start screen, shown."""
    made = StartScreen(Messages())
    qtbot.addWidget(made)
    made.show()
    return made


def copies(number: int) -> list[Backup]:
    return [
        Backup(Path(f"{day}.backup"), datetime(2026, 3, day, 9, tzinfo=UTC), "asked for", 1, "")
        for day in range(number, 0, -1)
    ]


def test_four_ways_to_begin(screen: StartScreen) -> None:
    assert [one.text() for one in screen.choices.values()] == [
        "Explore sample data",
        "Start a new database",
        "Open a database",
        "Restore a backup",
    ]


@pytest.mark.parametrize("name", ["sample", "new", "open", "restore"])
def test_each_is_asked_for_with_enter(screen: StartScreen, name: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(getattr(screen, f"{name}_asked")):
        QTest.keyClick(screen.choices[name], Qt.Key.Key_Space)


def test_everything_has_a_name(screen: StartScreen) -> None:
    assert audit(screen) == []
    screen.show_problem(
        Problem("It is damaged."), FILE, copies=copies(5), before=Path("/x/Other.providerdesk")
    )
    assert audit(screen) == []


def test_five_backups_at_most_are_offered(screen: StartScreen) -> None:
    screen.show_problem(Problem("It is damaged."), FILE, copies=copies(7))
    words = [one.text() for one in screen.ways_back]
    assert len(words) == 5
    assert words[0] == "Restore the backup of 7 March 2026 at 9am"


def test_the_backup_chosen_is_told_with_its_file(screen: StartScreen, qtbot: QtBot) -> None:
    held = copies(1)
    screen.show_problem(Problem("It is damaged."), FILE, copies=held)
    with qtbot.waitSignal(screen.backup_chosen) as heard:
        QTest.keyClick(screen.ways_back[0], Qt.Key.Key_Space)
    assert heard.args == [held[0], FILE]


def test_reading_only_is_offered_instead_of_backups(screen: StartScreen, qtbot: QtBot) -> None:
    screen.show_problem(Problem("It is open elsewhere."), FILE, can_read=True, copies=copies(3))
    assert [one.text() for one in screen.ways_back] == ["Open it read-only"]
    with qtbot.waitSignal(screen.read_only_asked) as heard:
        screen.ways_back[0].click()
    assert heard.args == [FILE]


def test_the_first_way_back_stands_out(screen: StartScreen) -> None:
    assert screen.choices["sample"].property("kind") == "primary"
    screen.show_problem(Problem("It is damaged."), FILE, copies=copies(2))
    leading = [
        one for one in (*screen.choices.values(), *screen.ways_back) if one.property("kind") == "primary"
    ]
    assert leading == [screen.ways_back[0]]


def test_a_later_problem_replaces_the_first(screen: StartScreen) -> None:
    screen.show_problem(Problem("First."), FILE, copies=copies(2))
    screen.show_problem(Problem("Second."), None)
    assert screen.text == "Second."
    assert screen.ways_back == []


def test_the_choices_wait_while_something_is_made(screen: StartScreen, qtbot: QtBot) -> None:
    seen: list[bool] = []
    screen.jobs.started.connect(lambda _job: seen.append(screen.choices["new"].isEnabled()))
    screen.jobs.run("Making the sample county", lambda _progress: None)
    qtbot.waitUntil(lambda: not screen.jobs.busy)
    assert seen == [False]
    assert screen.choices["new"].isEnabled()
