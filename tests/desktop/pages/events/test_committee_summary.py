"""The committee summary from the window: a period chosen, the document made on a thread and saved."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.events.period import AskedPeriod, ChoosePeriod
from desktop.pages.events.forums import ForumsPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.forums.at_the_door import door
from resources.database import OpenFile, new_key
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    STARTS,
    fill_county,
    invite,
    make_forums_window,
    named,
    plan_forum,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    clock: list[datetime] = [STARTS + timedelta(hours=8)]
    return make_forums_window(desk, qtbot, clock)[0]


@pytest.fixture
def page(window: MainWindow) -> ForumsPage:
    found = window.pages["forums"]
    assert isinstance(found, ForumsPage)
    return found


@pytest.fixture
def ask(page: ForumsPage) -> Callable[[], ChoosePeriod]:
    def run() -> ChoosePeriod:
        next(one for one in page.page_actions() if one.name == "committee_summary").run()
        return dialog_over(page, ChoosePeriod)

    return run


def answers(dialog: ChoosePeriod) -> dict[str, object]:
    return {name: row.read() for name, row in dialog.form.rows.items()}


def test_the_days_follow_the_period_and_the_period_the_days(ask: Callable[[], ChoosePeriod]) -> None:
    dialog = ask()
    rows = dialog.form.rows
    rows["period"].field.show_answer("Last financial year")
    found = answers(dialog)
    first, last = found["first"], found["last"]
    assert isinstance(first, date) and isinstance(last, date)
    assert (first.month, first.day, last.month, last.day) == (4, 1, 3, 31)
    rows["last"].field.show_answer(last.replace(day=30))
    assert answers(dialog)["period"] == "other"
    rows["last"].field.show_answer(last)
    assert answers(dialog)["period"] == "Last financial year"
    assert audit(dialog) == []


def test_an_end_before_the_beginning_is_said_at_its_field(ask: Callable[[], ChoosePeriod]) -> None:
    dialog = ask()
    dialog.form.rows["first"].field.show_answer(date(2019, 12, 31))
    dialog.form.rows["last"].field.show_answer(date(2019, 1, 1))
    dialog.submit()
    assert "before it begins" in dialog.form.rows["last"].sentence


def test_a_period_still_to_come_is_said_at_its_field(ask: Callable[[], ChoosePeriod]) -> None:
    dialog = ask()
    dialog.form.rows["first"].field.show_answer(date(2030, 1, 1))
    dialog.form.rows["last"].field.show_answer(date(2030, 3, 31))
    dialog.submit()
    assert "nothing can be told of it yet" in dialog.form.rows["first"].sentence


def test_the_document_is_made_and_names_nobody(
    page: ForumsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[], ChoosePeriod],
) -> None:  # fmt: skip
    event = plan_forum(desk.db)
    invite(desk.db, event, "Ada Example")
    key = named(desk.db, event, "Ada Example").id
    door.check_in(desk.db, event, key, now=STARTS, device="door", nonce=new_key())
    path = tmp_path / "summary.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    dialog = ask()
    dialog.form.rows["first"].field.show_answer(date(2019, 4, 1))
    dialog.form.rows["last"].field.show_answer(date(2020, 3, 31))
    dialog.submit()
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: desk.jobs.job is None, timeout=20_000)
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "1 event was held from 1 April 2019 so far, to 10 December 2019: 1 provider forum." in text
    assert "Ada Example" not in text


def test_a_period_without_events_is_said_on_the_page(
    page: ForumsPage, window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    asked = AskedPeriod(date(2010, 1, 1), date(2010, 12, 31), None)
    page.summary.save(asked, tmp_path / "summary.docx")
    qtbot.waitUntil(lambda: "No event is kept from" in window.banner.text, timeout=20_000)
    assert not (tmp_path / "summary.docx").exists()
