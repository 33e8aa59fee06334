"""Agenda and minutes by keyboard alone: going through the items, notes that keep themselves, decisions, actions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from docx import Document
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.meeting.action import ActionForm
from desktop.dialogs.meeting.item import AgendaItemForm
from desktop.dialogs.meeting.minutes import MinutesForm
from desktop.dialogs.meeting.said import DecisionForm, SayOfAction
from desktop.pages.meeting.agenda_list import AgendaModel
from desktop.pages.meeting.meeting_view import MeetingView
from desktop.pages.meeting.notes_box import PAUSE
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.forums import series
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import FIRST_AGENDA, ItemDraft
from engagement.forums.meeting.minutes import minutes_of
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.database import OpenFile, history
from resources.wording import in_london
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    NOW,
    STARTS,
    fill_county,
    keyboard,
    make_forums_window,
    plan_forum,
    press,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up
AT_THE_MEETING = STARTS + timedelta(minutes=20)
DAY = in_london(STARTS).date()


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    """A forum with three items, the second in a series, which finds two actions open."""
    first = plan_forum(desk.db)
    made = series.series_from_event(desk.db, first, "Quarterly forum")
    before = series.plan_next(desk.db, made, DAY - timedelta(days=91))
    for text in ("Send the guide", "Book the hall"):
        actions.raise_action(
            desk.db, before, ActionDraft(text, "Priya Sample", due_on=DAY - timedelta(days=30))
        )
    for title in ("Welcome", "Pay", "Any other business"):
        agenda.add_item(desk.db, first, ItemDraft(title, 30))
    return first


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def window(desk: Desk, event: str, qtbot: QtBot, clock: list[datetime]) -> Iterator[MainWindow]:
    made, page = make_forums_window(desk, qtbot, clock)
    page.show_side(MeetingView, event)
    yield made
    made.close()


@pytest.fixture
def view(window: MainWindow) -> MeetingView:
    return window.pages["forums"].room.side(MeetingView)  # type: ignore[attr-defined]


def rows(view: MeetingView) -> list[tuple[str, ...]]:
    return [
        tuple(view.list.cells.text(at, column) for column in (1, 2))
        for at in range(view.list.cells.rowCount())
    ]


def run(window: MainWindow, name: str) -> None:
    next(item for item in window.items_now() if item.action.name == name).trigger()


def test_the_items_are_shown_with_the_times_that_follow_from_their_minutes(view: MeetingView) -> None:
    assert rows(view) == [("10am", "Welcome"), ("10:30am", "Pay"), ("11am", "Any other business")]
    agenda.add_item(view._desk.db, view.event_id, ItemDraft("Long", 45))
    assert view._times.text() == "Ends at 12:15pm, 15 minutes past the end of the event."


def test_a_meeting_is_minuted_by_keyboard_alone(
    view: MeetingView, window: MainWindow, desk: Desk, event: str, clock: list[datetime], qtbot: QtBot
) -> None:
    clock.append(AT_THE_MEETING)
    press(ENTER)  # on the first item
    assert keyboard() is view.editor.notes
    press("Everybody was welcomed.")
    assert view.status_text() == "3 items, notes not saved yet"
    press(DOWN, hold=CTRL)
    assert view.editor.item_id == agenda.items(desk.db, event)[1].id
    assert agenda.items(desk.db, event)[0].notes == "Everybody was welcomed."
    assert keyboard() is view.editor.notes
    press("Costs rose.")
    press(Qt.Key.Key_F7)
    assert keyboard() is view.editor.decision
    press("To pay travel time", ENTER)
    assert keyboard() is view.editor.notes
    assert [(one.number, one.text) for one in agenda.decisions(desk.db, event)] == [
        ("2.1", "To pay travel time")
    ]
    press(Qt.Key.Key_F8)
    dialog = dialog_over(window.pages["forums"], ActionForm)
    qtbot.waitUntil(lambda: keyboard() is dialog.form.rows["text"].field.target)
    press("Write to providers", Qt.Key.Key_Tab, "Priya Sample", ENTER)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (raised,) = actions.raised_at(desk.db, event)
    assert (raised.text, raised.owner, raised.item_id) == (
        "Write to providers",
        "Priya Sample",
        view.editor.item_id,
    )
    assert agenda.items(desk.db, event)[1].notes == "Costs rose."
    assert view.editor.raised.cells.text(0, 0) == "Write to providers"
    window.activateWindow()  # offscreen nobody gives the keyboard back
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert keyboard() is view.editor.notes
    press(UP, hold=CTRL)
    assert view.editor.notes.toPlainText() == "Everybody was welcomed."


def test_notes_keep_themselves_after_a_pause_as_one_entry(
    view: MeetingView, desk: Desk, event: str, qtbot: QtBot
) -> None:
    before = len(list(history.entries(desk.db)))
    press(ENTER, "Said one thing.")
    qtbot.waitUntil(lambda: view.status_text() == "3 items", timeout=PAUSE + 3000)
    assert agenda.items(desk.db, event)[0].notes == "Said one thing."
    assert len(list(history.entries(desk.db))) == before + 1
    press(" And more")
    assert view.editor.notes.toPlainText() == "Said one thing. And more"


def test_notes_are_kept_when_the_event_is_left(
    view: MeetingView, window: MainWindow, desk: Desk, event: str
) -> None:
    press(ENTER, "Left in a hurry")
    press(Qt.Key.Key_Left, hold=ALT)
    assert agenda.items(desk.db, event)[0].notes == "Left in a hurry"
    assert view.event_id == ""


def test_notes_are_kept_before_the_window_closes(window: MainWindow, desk: Desk, event: str) -> None:
    held: list[str] = []
    window.closed.connect(lambda: held.append(agenda.items(desk.db, event)[0].notes))
    press(ENTER, "Typed just before closing")
    window.close()
    assert held == ["Typed just before closing"]


def test_what_is_being_typed_stays_while_others_change_the_file_and_an_undo_shows_where_nothing_is(
    view: MeetingView, desk: Desk, event: str
) -> None:
    press(ENTER, "Half a sen")
    agenda.add_item(desk.db, event, ItemDraft("New"))
    assert view.editor.notes.toPlainText() == "Half a sen"
    view.editor.notes.flush()
    history.undo(desk.db)
    assert view.editor.notes.toPlainText() == ""


def test_items_move_by_key_and_by_drag(view: MeetingView, desk: Desk, event: str) -> None:
    press(DOWN)
    press(UP, hold=ALT)
    assert [title for _, title in rows(view)] == ["Pay", "Welcome", "Any other business"]
    assert view.list.current_key == agenda.items(desk.db, event)[0].id
    model = view.list.cells
    assert isinstance(model, AgendaModel)
    data = model.mimeData([model.index(0, 0)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert [title for _, title in rows(view)] == ["Welcome", "Any other business", "Pay"]
    model.dropMimeData(
        model.mimeData([model.index(2, 0)]), Qt.DropAction.MoveAction, -1, -1, model.index(1, 0)
    )
    assert [title for _, title in rows(view)] == ["Welcome", "Pay", "Any other business"]


def test_an_item_is_added_behind_the_one_chosen_changed_and_removed(
    view: MeetingView, window: MainWindow, desk: Desk, event: str, qtbot: QtBot
) -> None:
    run(window, "agenda_add")
    dialog = dialog_over(window.pages["forums"], AgendaItemForm)
    dialog.form.rows["title"].field.show_answer("Training")
    dialog.form.rows["minutes"].field.show_answer(15)
    dialog.submit()
    assert rows(view)[1] == ("10:30am", "Training")
    assert view.list.current_key == agenda.items(desk.db, event)[1].id
    run(window, "agenda_change")
    dialog = dialog_over(window.pages["forums"], AgendaItemForm)
    assert dialog.form.rows["minutes"].field.answer() == 15
    dialog.form.rows["standing"].field.show_answer(True)
    dialog.submit()
    assert agenda.items(desk.db, event)[1].standing
    run(window, "agenda_remove")
    assert [title for _, title in rows(view)] == ["Welcome", "Pay", "Any other business"]


def test_open_actions_from_before_are_done_or_carried_on(
    view: MeetingView, window: MainWindow, desk: Desk, clock: list[datetime]
) -> None:
    clock.append(AT_THE_MEETING)
    run(window, "before_open")
    assert keyboard() is view.before.table
    run(window, "before_done")
    done, still = actions.open_before(desk.db, view.event_id)
    assert (done.status, done.closed_event_id, done.closed_on) == (ActionStatus.DONE, view.event_id, DAY)
    assert view.before._heading.text() == "Open actions from before (1)"
    view.before.table.go_to(still.id)
    run(window, "before_carry")
    dialog = dialog_over(window.pages["forums"], SayOfAction)
    dialog.form.rows["note"].field.show_answer("Half done")
    dialog.submit()
    (said,) = actions.progress(desk.db, still.id)
    assert (said.note, said.event_id, said.said_on) == ("Half done", view.event_id, DAY)


def test_a_decision_and_an_action_are_put_right(
    view: MeetingView, window: MainWindow, desk: Desk, event: str
) -> None:
    item = agenda.items(desk.db, event)[0].id
    agenda.decide(desk.db, item, "To wait")
    actions.raise_action(desk.db, event, ActionDraft("Ask"), item_id=item)
    view.editor.decisions.go_to_first()
    run(window, "minute_decision")
    dialog = dialog_over(window.pages["forums"], DecisionForm)
    dialog.form.rows["text"].field.show_answer("To begin")
    dialog.submit()
    assert agenda.decisions(desk.db, event)[0].text == "To begin"
    view.editor.raised.go_to_first()
    run(window, "minute_action")
    form = dialog_over(window.pages["forums"], ActionForm)
    form.form.rows["due_on"].field.show_answer(DAY)
    form.submit()
    assert actions.raised_at(desk.db, event)[0].due_on == DAY
    run(window, "minute_undecide")
    assert agenda.decisions(desk.db, event) == []


def test_chair_and_agreement_are_kept(view: MeetingView, window: MainWindow, desk: Desk, event: str) -> None:
    run(window, "minute_chair")
    dialog = dialog_over(window.pages["forums"], MinutesForm)
    dialog.form.rows["chair"].field.show_answer("Priya Sample")
    dialog.form.rows["agreed_on"].field.show_answer(DAY - timedelta(days=1))
    dialog.submit()
    assert dialog.isVisible() and "before the meeting" in dialog.form.rows["agreed_on"].sentence
    dialog.form.rows["agreed_on"].field.show_answer(DAY)
    dialog.submit()
    assert minutes_of(desk.db, event).agreed_on == DAY


def test_a_meeting_agrees_the_minutes_of_the_one_before(
    view: MeetingView, window: MainWindow, desk: Desk, event: str, clock: list[datetime]
) -> None:
    before = actions.open_before(desk.db, event)[0].event_id
    agenda.add_item(desk.db, before, ItemDraft("Welcome"))
    item = next(each for each in window.items_now() if each.action.name == "minute_agree")
    assert not item.isEnabled()  # the meeting has not begun
    clock.append(AT_THE_MEETING)
    view.reload()
    window.refresh_actions()
    item.trigger()
    assert minutes_of(desk.db, before).agreed_on == DAY
    window.refresh_actions()
    assert not item.isEnabled()


def test_an_event_without_an_agenda_offers_to_start_one(
    window: MainWindow, desk: Desk, view: MeetingView
) -> None:
    other = plan_forum(desk.db, title="Another forum")
    window.pages["forums"].show_side(MeetingView, other)  # type: ignore[attr-defined]
    assert rows(view) == [] and view._empty.isVisible()
    run(window, "agenda_start")
    assert [title for _, title in rows(view)] == [one.title for one in FIRST_AGENDA]
    assert view.list.current_key == agenda.items(desk.db, other)[0].id
    assert not next(item for item in window.items_now() if item.action.name == "agenda_start").isEnabled()


def test_the_papers_are_saved_for_word(
    view: MeetingView,
    window: MainWindow,
    clock: list[datetime],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock.append(AT_THE_MEETING)
    for name in ("agenda", "minutes", "public"):
        target = tmp_path / f"{name}.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, target=target: (str(target), ""))
        run(window, f"paper_{name}")
        assert Document(str(target)).paragraphs[0].text == "Provider forum, December 2019"


def test_everything_has_a_name(view: MeetingView, window: MainWindow, desk: Desk, event: str) -> None:
    item = agenda.items(desk.db, event)[0].id
    agenda.decide(desk.db, item, "To wait")
    actions.raise_action(desk.db, event, ActionDraft("Ask"), item_id=item)
    assert audit(window) == []
