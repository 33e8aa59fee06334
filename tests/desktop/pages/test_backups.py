"""The page of backups: listed, checked, made and restored."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.backups import BackupsPage
from desktop.shell.looks.style import Style
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from resources.database import OpenFile, backups
from resources.database.backups import Backup
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import make_real_desk

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def asked() -> list[object]:
    """What the office was asked to do."""
    return []


@pytest.fixture
def page(
    styled: Style, settings: Settings, opened: OpenFile, asked: list[object], qtbot: QtBot
) -> Iterator[BackupsPage]:
    """The page, shown."""
    desk = make_real_desk(opened, settings)
    made = BackupsPage(desk, back_up=lambda: asked.append("back up"), restore=asked.append)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    yield made
    desk.jobs.finish()


def make(page: BackupsPage, hour: int = 12) -> Backup:
    opened = page._desk.opened
    made = backups.make(opened.db, opened.path, reason="asked for", now=NOON.replace(hour=hour))
    page.reload()
    return made


def ready(page: BackupsPage) -> set[str]:
    return {action.name for action in page.page_actions() if action.ready()}


def test_without_one_the_page_says_when_they_are_made(page: BackupsPage, asked: list[object]) -> None:
    assert page.pane.model.rowCount() == 0
    assert ready(page) == {"back_up_page"}
    next(action for action in page.page_actions() if action.primary).run()
    assert asked == ["back up"]


def test_backups_are_listed_newest_first_with_size_and_checksum(page: BackupsPage) -> None:
    first, second = make(page, 11), make(page, 12)
    rows = [row[1:] for row in page.pane.model.all_rows()]
    assert rows == [
        (one.made_at.isoformat(), "Asked for", one.size // 1024, one.sha256) for one in (second, first)
    ]


def test_a_backup_is_checked(page: BackupsPage) -> None:
    make(page)
    heard: list[str] = []
    page._desk.messages.toasted.connect(lambda text, _undo: heard.append(text))
    page.focus_first()
    page._check()
    assert heard == ["The backup of 4 March 2026 at midday is whole"]


def test_a_backup_that_has_changed_is_said(page: BackupsPage) -> None:
    made = make(page)
    made.path.write_bytes(made.path.read_bytes() + b"x")
    page.focus_first()
    with pytest.raises(Problem, match="has changed since it was made"):
        page._check()


def test_restoring_is_asked_about_first(page: BackupsPage, asked: list[object]) -> None:
    made = make(page)
    page.focus_first()
    page._ask()
    question = page.findChildren(Question)[0]
    question._choose()
    assert asked == [made]


def test_read_only_neither_makes_nor_restores(page: BackupsPage) -> None:
    make(page)
    page.focus_first()
    assert ready(page) == {"back_up_page", "check", "restore_page"}
    page._desk.opened.read_only = True
    assert ready(page) == {"check"}


def test_everything_has_a_name(page: BackupsPage) -> None:
    make(page)
    assert audit(page) == []
