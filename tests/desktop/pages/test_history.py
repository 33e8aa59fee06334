"""The history page: what was done, by whom, since when, and to which rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.pages.history import HistoryPage
from desktop.pages.history_words import describe_change, row_name
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.register.council import set_council
from engagement.register.duplicates import mark_not_duplicates
from engagement.register.providers import add_provider
from engagement.register.services import edit_service
from resources.database import Database, OpenFile, change, history, new_key
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


# Names of rows


def insert_event(db: Database, key: str) -> None:
    times = {"starts_at": "2026-03-04T10:00:00+00:00", "ends_at": "2026-03-04T11:00:00+00:00"}
    db.insert_row("event", {"id": key, "kind": "provider_forum", "title": "Provider forum", **times})


def test_rows_are_known_by_their_name_or_by_what_they_belong_to(db: Database) -> None:
    home = add_home(db)
    event, contact, participant, entry = (new_key() for _ in range(4))
    with change(db, "By hand"):
        db.insert_row("contact", {"id": contact, "provider_id": home.provider_id, "name": "Ada Example",
                                  "role": "manager", "consent": "written"})  # fmt: skip
        insert_event(db, event)
        db.insert_row("participant", {"id": participant, "event_id": event, "contact_id": contact,
                                      "provider_id": home.provider_id, "reply": "accepted",
                                      "status": "accepted"})  # fmt: skip
        db.insert_row("check_in", {"id": entry, "participant_id": participant, "event_id": event, "seq": 1,
                                   "kind": "entry", "at": "2026-03-04T10:05:00+00:00", "by": "Bola",
                                   "device": "Laptop 1", "nonce": "n1"})  # fmt: skip
    assert [
        row_name(db, table, key)
        for table, key in (
            ("service", home.id),
            ("contact", contact),
            ("event", event),
            ("participant", participant),
            ("check_in", entry),
        )
    ] == ["Example House", "Ada Example", "Provider forum", "Participant: Ada Example", "Door: Ada Example"]
    said = dict(describe_change(db, history.entries(db, limit=1)[0].id, 60))
    assert said["Door: Ada Example"].splitlines() == [
        "Participant: Ada Example",
        "Event: Provider forum",
        "Kind: entry",
        "At: 4 March 2026 at 10:05am",
        "By: Bola",
        "Device: Laptop 1",
        "List: door",
    ]


def test_two_that_are_different_are_said_by_name(db: Database) -> None:
    one, other = add_provider(db, name="Ash Ltd"), add_provider(db, name="Ashe Limited")
    mark_not_duplicates(db, "provider", one.id, other.id)
    [(_, said)] = describe_change(db, history.entries(db, limit=1)[0].id, 60)
    assert {line.split(": ")[1] for line in said.splitlines()} == {"Ash Ltd", "Ashe Limited"}


def test_a_row_that_is_gone_keeps_its_last_name(db: Database) -> None:
    key = new_key()
    with change(db, "Made"):
        insert_event(db, key)
    with change(db, "Removed"):
        db.delete_row("event", key)
    newest = history.entries(db, limit=1)[0]
    assert describe_change(db, newest.id, 60) == [("Provider forum", "Removed.")]


def test_a_kind_of_row_nobody_named_is_called_by_its_table(db: Database) -> None:
    set_council(db, "Derby")
    assert row_name(db, "office", "council") == "Setting"
