"""The actions of every series on one page: overdue first, filtered, said of, closed, opened again and moved."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.meeting.action import ActionForm, MoveAction
from desktop.dialogs.meeting.said import SayOfAction
from desktop.page_list import page_specs
from desktop.pages.events.forums import ForumsPage
from desktop.pages.meeting.actions_page import ActionsPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk, PageSpec
from desktop.shell.settings import Settings
from desktop.shell.undo import HistoryKeeper
from engagement.forums import series
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.database import Condition, Database, OpenFile, Query, change
from resources.wording import in_london
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import NOW, plan_forum
from tests.desktop.pages.register_desk import dialog_over, make_real_desk

TODAY = in_london(NOW).date()


def raise_at(db: Database, event: str, text: str, due: int | None, owner: str = "Priya Sample") -> str:
    day = TODAY + timedelta(days=due) if due is not None else None
    return actions.raise_action(db, event, ActionDraft(text, owner, due_on=day))


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    """A series with a meeting in August and one in September; four actions, one of them done."""
    db = opened.db
    made = series.series_from_event(db, plan_forum(db), "Quarterly forum")
    august, _ = (series.plan_next(db, made, day) for day in (date(2019, 8, 6), date(2019, 9, 10)))
    for text, due, owner in (("No day", None, ""), ("Soon", 3, "Max Specimen"), ("Late", -9, "Priya Sample")):
        raise_at(db, august, text, due, owner)
    actions.close(db, raise_at(db, august, "Finished", -20), on=date(2019, 9, 10))
    return make_real_desk(opened, settings)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ActionsPage]:
    make = partial(ActionsPage, desk, now=lambda: NOW)
    forums = PageSpec("forums", "Forums", "forums", partial(ForumsPage, desk, now=lambda: NOW))
    specs = [PageSpec("actions", "Actions", "actions", make), forums]
    window = MainWindow(specs, desk, undo=HistoryKeeper(desk.db))
    qtbot.addWidget(window)
    window.resize(1366, 738)
    window.show()
    made = window.pages["actions"]
    assert isinstance(made, ActionsPage)
    made.focus_first()
    yield made
    window.close()


def column(page: ActionsPage, name: str) -> list[str]:
    at = page.model.column_named(name)
    return [page.model.text(row, at) for row in range(page.model.rowCount())]


def run(page: ActionsPage, name: str) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    next(item for item in window.items_now() if item.action.name == name).trigger()


def test_open_actions_are_listed_overdue_first_with_how_often_they_were_carried(page: ActionsPage) -> None:
    assert column(page, "text") == ["Late", "Soon", "No day"]
    assert column(page, "status") == ["Overdue", "Due this week", "Open"]
    assert column(page, "carried") == ["1", "1", "1"]
    assert page.status_text() == "3 rows"


def test_chips_filter_and_closed_actions_are_shown_when_asked_for(page: ActionsPage) -> None:
    page.pane.show_query(Query(conditions=(Condition("owner", ("Max Specimen",)),)))
    assert column(page, "text") == ["Soon"]
    page.pane.show_query(Query(conditions=(Condition("status", ("Done",)),)))
    assert column(page, "text") == ["Finished"]


def test_the_pane_tells_the_course_and_going_to_the_meeting_goes_there(page: ActionsPage) -> None:
    key, window = page.pane.table.current_key, page.window()
    actions.say_progress(page._desk.db, key, "Half done", on=TODAY)
    said = {one.accessibleName() for one in page.detail.findChildren(QLabel)}
    assert {"Owner: Priya Sample", "Due: 11 November 2019", "Carried: through 1 meeting"} <= said
    assert "20 November 2019: Half done" in said
    run(page, "meeting")
    assert isinstance(window, MainWindow) and window.shown == "forums"
    forums = window.pages["forums"]
    assert isinstance(forums, ForumsPage)
    assert forums.event_id == actions.action(page._desk.db, key).event_id


def test_progress_done_reopen_and_drop(page: ActionsPage) -> None:
    db, key = page._desk.db, page.pane.table.current_key
    run(page, "progress")
    dialog = dialog_over(page, SayOfAction)
    dialog.submit()
    assert dialog.form.rows["note"].sentence == "Note is needed."
    dialog.form.rows["note"].field.show_answer("Rang them")
    dialog.submit()
    assert [one.note for one in actions.progress(db, key)] == ["Rang them"]
    run(page, "done")
    dialog = dialog_over(page, SayOfAction)
    dialog.submit()
    assert (actions.action(db, key).status, actions.action(db, key).closed_on) == (ActionStatus.DONE, TODAY)
    assert column(page, "text") == ["Soon", "No day"]
    page.show_row(key)
    assert page.pane.table.current_key == key
    run(page, "reopen")
    page.show_row(key)
    run(page, "drop")
    dialog = dialog_over(page, SayOfAction)
    dialog.submit()
    assert actions.action(db, key).status is ActionStatus.DROPPED


def test_an_action_is_changed_and_moved_to_another_series(page: ActionsPage) -> None:
    db, key = page._desk.db, page.pane.table.current_key
    held = series.all_series(db)[0]
    other = series.add_series(db, series.SeriesDraft("Network", held.kind, "Network", held.start, held.end))
    run(page, "change")
    form = dialog_over(page, ActionForm)
    form.form.rows["owner"].field.show_answer("Somebody New")
    form.submit()
    assert actions.action(db, key).owner == "Somebody New"
    run(page, "move")
    move = dialog_over(page, MoveAction)
    move.form.rows["series"].field.show_answer(other)
    move.submit()
    assert actions.action(db, key).series == "Network"


def test_the_sidebar_counts_what_is_overdue(desk: Desk) -> None:
    spec = next(one for one in page_specs(desk, back_up=print, restore=print) if one.key == "actions")
    assert spec.attention is not None
    assert spec.attention() >= 1  # by the clock on the wall all of them are long overdue


def test_everything_has_a_name(page: ActionsPage) -> None:
    assert audit(page.window()) == []


def test_the_table_is_marked_while_an_action_shown_is_of_a_confidential_meeting(
    page: ActionsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saved = tmp_path / "actions.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(saved), "CSV (*.csv)"))
    run(page, "save_table")
    assert "EXEMPT" not in saved.read_text(encoding="utf-8-sig")
    with change(desk.db, "Closed"):
        event = str(desk.db.value("select event_id from forum_action limit 1"))
        desk.db.update_row("event", event, {"confidentiality": "confidential"})
    page.catch_up()
    run(page, "save_table")
    assert saved.read_text(encoding="utf-8-sig").startswith('"EXEMPT – NOT FOR PUBLICATION: paragraph 3')
