"""The page of backups: listed, checked, made and restored."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.kept_with_backups import make_backup
from desktop.pages.backups import BackupsPage
from desktop.shell.jobs import Progress
from desktop.shell.looks.style import Style
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from resources.database import OpenFile, backups
from resources.database.backups import Backup
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import make_real_desk
from tests.workforce.funding.claims.claiming import TODAY, county
from workforce.funding.claims.evidence import add_evidence, kept_file

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


@pytest.fixture
def certificate(page: BackupsPage, tmp_path: Path) -> Path:
    """A certificate that is kept, and in a backup."""
    db, path = page._desk.db, page._desk.opened.path
    (tmp_path / "ada.pdf").write_bytes(b"Ada")
    kept = add_evidence(
        db, county(db).claim(db).id, "Certificate", seen_on=TODAY, today=TODAY, file=tmp_path / "ada.pdf"
    )
    make_backup(db, path, reason="asked for", now=NOON)
    page.reload()
    page.focus_first()
    return kept_file(db, kept)


def test_evidence_is_said_and_checked_with_the_backup(
    page: BackupsPage, certificate: Path, qtbot: QtBot
) -> None:
    assert page.kept.text() == "1 file of evidence: kept with the backups."
    with qtbot.wait_signal(page._desk.messages.toasted) as heard:
        page._check()
    assert heard.args is not None
    assert heard.args[0].endswith("is whole, and so are the files kept with it")
    certificate.write_bytes(b"altered")
    with pytest.raises(
        Problem, match="is whole, but 1 of the files kept with it is missing or altered"
    ) as told:
        page._looked(page._chosen(), page._look(Progress()))
    assert told.value.details == ("“ada.pdf” of claim 1: altered, beside the file",)


def test_missing_evidence_is_brought_back(page: BackupsPage, certificate: Path) -> None:
    assert "put_back" not in ready(page)
    certificate.unlink()
    page.reload()
    assert page.kept.text().endswith("1 is missing beside this file and can be brought back.")
    assert "put_back" in ready(page)
    page._put_back()
    assert certificate.read_bytes() == b"Ada"
    assert page.kept.text() == "1 file of evidence: kept with the backups."


def test_everything_has_a_name(page: BackupsPage) -> None:
    make(page)
    assert audit(page) == []
