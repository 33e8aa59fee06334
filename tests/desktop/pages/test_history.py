"""The history page: what was done, by whom, since when, and to which rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.pages.history import HistoryPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.register.council import set_council
from engagement.register.services import edit_service
from resources.database import OpenFile, change, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import add_home, make_real_desk


@pytest.fixture
def page(styled: Style, settings: Settings, opened: OpenFile, qtbot: QtBot) -> Iterator[HistoryPage]:
    """The page, shown, over a register with one home."""
    add_home(opened.db)
    desk: Desk = make_real_desk(opened, settings)
    made = HistoryPage(desk)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    yield made
    desk.jobs.finish()


def actions(page: HistoryPage) -> list[str]:
    return [str(row[1]) for row in page._model.all_rows()]


def shown(page: HistoryPage) -> str:
    page.detail.repaint()
    return " | ".join(one.text() for one in page.detail.findChildren(QLabel))


def test_changes_are_listed_newest_first(page: HistoryPage) -> None:
    set_council(page._desk.db, "Nottinghamshire")
    assert actions(page)[0] == "Set the council to Nottinghamshire"
    assert page.status_text() == "2 rows"


def test_a_change_says_what_it_did_to_which_row(page: HistoryPage) -> None:
    db = page._desk.db
    key = db.value("select id from service")
    edit_service(db, key, beds=31)
    page.focus_first()
    assert "Example House | Beds: 30 → 31" in shown(page)


def test_what_was_undone_says_so(page: HistoryPage) -> None:
    set_council(page._desk.db, "Nottinghamshire")
    history.undo(page._desk.db)
    states = {str(row[1]): row[5] for row in page._model.all_rows()}
    assert states["Set the council to Nottinghamshire"] == "Undone"
    assert states["Undo: Set the council to Nottinghamshire"] == "In force"


def test_since_a_day_shows_what_was_done_on_it_and_later(page: HistoryPage) -> None:
    db = page._desk.db
    with change(db, "Long ago", now=datetime(2019, 12, 9, 23, 30, tzinfo=UTC)):
        db.insert_row("office", {"id": "first", "value": "x"})
    with change(db, "A day later", now=datetime(2019, 12, 10, 0, 30, tzinfo=UTC)):
        db.insert_row("office", {"id": "second", "value": "x"})
    page.since.show_answer(date(2019, 12, 10))
    page.since.changed.emit()
    assert "A day later" in actions(page) and "Long ago" not in actions(page)
    page.since.show_answer(None)
    page.since.changed.emit()
    assert "Long ago" in actions(page)


def test_half_a_date_filters_nothing(page: HistoryPage) -> None:
    before = actions(page)
    page.since.line.setText("10 De")
    assert actions(page) == before


def test_the_list_is_saved(page: HistoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (str(path), ""))
    page._save()
    assert path.read_text(encoding="utf-8-sig").startswith("What was done,When,Who,Rows,State")


def test_everything_has_a_name(page: HistoryPage) -> None:
    page.focus_first()
    assert audit(page) == []
