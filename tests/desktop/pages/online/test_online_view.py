"""Online attendance in the window: a file read and reviewed by keyboard, taken in, undone; and each warning."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.dialogs.online.who_it_is import AnotherContact, SamePerson, SomebodyNew
from desktop.pages.online.online_view import OnlineView
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from engagement.forums import events
from engagement.forums.online.review_file import save_review
from engagement.forums.online.vocabulary import Standing
from engagement.forums.online.whom import LeftOut, Matched, NewPerson, SameAs
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    STARTS,
    TITLE,
    fill_county,
    invite,
    make_forums_window,
    plan_forum,
    press,
    statuses,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.engagement.forums.online.online_files import Rows, teams, write

DAY = "10/12/2019, "
ADA = ("Ada Example", f"{DAY}10:00:00", f"{DAY}12:00:00", "", "")
BEN = ("Ben Sampel", f"{DAY}10:00:00", f"{DAY}12:00:00", "", "ben@larkmeadow.example")
NIA = ("Nia Newcomer", f"{DAY}10:00:00", f"{DAY}12:00:00", "", "")
BRIEF = ("Cy Specimen", f"{DAY}10:00:00", f"{DAY}10:04:00", "", "")


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    key = plan_forum(desk.db)
    invite(desk.db, key, "Ada Example", "Cy Specimen")
    return key


@pytest.fixture
def window(desk: Desk, event: str, qtbot: QtBot) -> Iterator[MainWindow]:
    clock: list[datetime] = [STARTS + timedelta(hours=4)]
    made, page = make_forums_window(desk, qtbot, clock)
    page.show_side(OnlineView, event)
    yield made
    desk.jobs.finish()
    made.close()


@pytest.fixture
def view(window: MainWindow) -> OnlineView:
    found = window.findChild(OnlineView)
    assert isinstance(found, OnlineView)
    return found


@pytest.fixture
def read(view: OnlineView, tmp_path: Path, qtbot: QtBot) -> Callable[..., Path]:
    """Read rows as a file, and wait for the review."""

    def begin(rows: Rows, name: str = "attendance.csv") -> Path:
        path = write(tmp_path / name, rows)
        view.begin(path)
        qtbot.waitUntil(lambda: view.panel.review is not None)
        return path

    return begin


def file_of(*joins: tuple[str, ...], **said: str) -> list[list[str]]:
    return teams(joins, joins, **said)


def standings(view: OnlineView) -> list[Standing]:
    assert view.panel.review is not None
    return [line.standing for line in view.panel.review.lines]


def words_in(view: OnlineView) -> str:
    return " ".join(one.text() for one in view.findChildren(QLabel))


def button_named(view: OnlineView, words: str) -> QPushButton:
    return next(one for one in view.findChildren(QPushButton) if one.text() == words)


def test_spellings_that_were_joined_are_said_in_the_table_and_beside_it(
    view: OnlineView, read: Callable[..., Path]
) -> None:
    times = (f"{DAY}10:00:00", f"{DAY}12:00:00", "", "ben@larkmeadow.example")
    read(file_of(("Ben Sample", *times), ("Sample, Ben (EXT)", *times)))
    row = next(iter(view.panel.pane.model.all_rows()))
    assert row[1] == "Ben Sample, also shown as “Sample, Ben (EXT)”"
    assert "Also shown as “Sample, Ben (EXT)”." in words_in(view)


def test_an_event_begins_with_nothing_taken_in(view: OnlineView) -> None:
    assert "Nothing was taken in from an online meeting yet." in words_in(view)
    assert view.status_text() == "0 rows"
    assert view.table() is not None


def test_enter_confirms_and_goes_on_to_the_next_and_ctrl_enter_takes_in(
    view: OnlineView, read: Callable[..., Path], event: str, desk: Desk, window: MainWindow
) -> None:
    read(file_of(ADA, BEN, NIA, BRIEF))
    assert standings(view) == [
        Standing.MATCHED, Standing.TO_DECIDE, Standing.TO_DECIDE, Standing.TOO_SHORT,
    ]  # fmt: skip
    assert view.panel.pane.table.current_key == "2"
    press(Qt.Key.Key_Return)
    assert standings(view)[1] is Standing.CONFIRMED
    assert view.panel.pane.table.current_key == "3"
    press(Qt.Key.Key_Return)  # nobody fits: asks for the new contact
    dialog = dialog_over(view, SomebodyNew)
    assert isinstance(dialog, SomebodyNew)
    assert dialog.form.rows["name"].field.answer() == "Nia Newcomer"
    dialog.form.rows["new_provider"].field.show_answer("Kingfisher Care")
    dialog.submit()
    assert standings(view)[2] is Standing.NEW_CONTACT
    assert (
        "3 people will be checked in and 1 new contact made. Makes 1 new provider: Kingfisher Care. "
        "Not counted: 1 too short."
    ) in words_in(view)
    view.take_in()
    assert statuses(desk.db, event) == {
        "Ada Example": "attended", "Ben Sample": "attended", "Nia Newcomer": "attended", "Cy Specimen": "invited",
    }  # fmt: skip
    assert view.panel.review is None
    assert next(row[2:5] for row in view.files.pane.model.all_rows()) == (3, 1, 0)
    assert "Online attendance taken in: 3 people checked in, 1 new contact" in {
        one.text() for one in window.toast.findChildren(QLabel)
    }


def test_undo_takes_it_back_and_the_view_follows(
    view: OnlineView, read: Callable[..., Path], event: str, desk: Desk
) -> None:
    read(file_of(ADA))
    view.take_in()
    assert view.files.pane.model.rowCount() == 1
    history.undo(desk.db)
    view.reload()
    assert view.files.pane.model.rowCount() == 0
    assert statuses(desk.db, event) == {"Ada Example": "invited", "Cy Specimen": "invited"}


def test_the_pane_shows_file_and_register_side_by_side(view: OnlineView, read: Callable[..., Path]) -> None:
    read(file_of(ADA, BEN))
    said = words_in(view)
    for words in (
        "The file says",
        "The register says",
        "Ben Sampel",
        "Ben Sample",
        "10am to midday",
        "Names alike to",
    ):
        assert words in said
    names = {one.accessibleName() for one in view.findChildren(QLabel)}
    assert "Name in the register: Ben Sample" in names


def test_nothing_is_written_while_somebody_is_undecided(
    view: OnlineView, read: Callable[..., Path], desk: Desk, event: str
) -> None:
    read(file_of(ADA, NIA))
    before = statuses(desk.db, event)
    with pytest.raises(Problem, match="1 person is undecided"):
        view.take_in()
    assert statuses(desk.db, event) == before
    assert view.panel.review is not None


def test_another_contact_leaving_out_counting_and_taking_back(
    view: OnlineView, read: Callable[..., Path]
) -> None:
    read(file_of(ADA, NIA, BRIEF))
    panel = view.panel
    view.choices.ask_contact()
    dialog = dialog_over(view, AnotherContact)
    assert isinstance(dialog, AnotherContact)
    dot = next(one for one in panel.review.found.known.people if one.name == "Dot Demo")  # type: ignore[union-attr]
    dialog.form.rows["contact"].field.show_answer(Pick(dot.id, dot.name, dot.home))
    dialog.submit()
    assert panel.review is not None
    assert panel.review.choices["2"] == Matched(dot.id, "Dot Demo", "Harebell at Home")
    panel.pane.table.go_to("2")
    view.choices.leave_out()
    assert panel.review.choices["2"] == LeftOut()
    panel.pane.table.go_to("3")
    view.choices.count()
    assert standings(view)[2] is Standing.MATCHED
    view.choices.take_back()
    assert standings(view)[2] is Standing.TOO_SHORT


def test_two_lines_may_be_said_to_be_one_person(view: OnlineView, read: Callable[..., Path]) -> None:
    read(file_of(ADA, ("Ada E", f"{DAY}11:00:00", f"{DAY}12:00:00", "", "")))
    panel = view.panel
    panel.pane.table.go_to("2")
    view.choices.ask_same()
    dialog = dialog_over(view, SamePerson)
    assert isinstance(dialog, SamePerson)
    dialog.form.rows["line"].field.show_answer("1")
    dialog.submit()
    assert panel.review is not None
    assert panel.review.choices["2"] == SameAs("1")
    assert len(panel.review.taken) == 1


def test_council_staff_need_no_provider(view: OnlineView, read: Callable[..., Path]) -> None:
    read(file_of(NIA))
    view.choices.ask_newcomer()
    dialog = dialog_over(view, SomebodyNew)
    assert isinstance(dialog, SomebodyNew)
    dialog.submit()
    assert dialog.form.rows["provider_id"].sentence == (
        "Choose a provider of the register, or write the name of a new one."
    )
    dialog.form.rows["council"].field.show_answer(True)
    assert dialog.form.rows["provider_id"].isHidden()
    dialog.submit()
    assert view.panel.review is not None
    assert view.panel.review.choices["1"] == NewPerson("Nia Newcomer", council=True)


def test_a_file_of_another_meeting_has_to_be_confirmed(
    view: OnlineView, read: Callable[..., Path], desk: Desk, event: str
) -> None:
    read(file_of(ADA, title="Budget board"))
    assert f"it is called “Budget board”, and the event “{TITLE}”" in words_in(view)
    with pytest.raises(Problem, match="Confirm that it is this event’s"):
        view.take_in()
    box = next(one for one in view.findChildren(QCheckBox) if one.text() == "It is this event’s meeting")
    box.setChecked(True)
    view.take_in()
    assert statuses(desk.db, event)["Ada Example"] == "attended"


def test_the_order_of_dates_is_asked_where_nothing_shows_it(
    view: OnlineView, read: Callable[..., Path]
) -> None:
    joins = ("Ada Example", "03/04/2020, 10:00:00", "03/04/2020, 12:00:00", "", "")
    read(file_of(joins, starts="03/04/2020, 10:00:00", ends="03/04/2020, 12:00:00"))
    assert "may be 3 April 2020 or 4 March 2020" in words_in(view)
    button_named(view, "The month stands first").click()
    assert view.panel.review is not None
    assert view.panel.review.found.meeting.starts == datetime.fromisoformat("2020-03-04T10:00:00+00:00")


def test_a_clock_of_another_country_is_moved_by_a_button(view: OnlineView, read: Callable[..., Path]) -> None:
    joins = ("Ada Example", f"{DAY}05:00:00", f"{DAY}07:00:00", "", "")
    read(file_of(joins, starts=f"{DAY}05:00:00", ends=f"{DAY}07:00:00"))
    button_named(view, "Move 5 hours later").click()
    assert view.panel.review is not None
    assert view.panel.review.obstacles == ()
    assert "The file’s times are moved 5 hours later" in words_in(view)
    button_named(view, "Take the move back").click()
    assert view.panel.review.found.shift == 0


def test_the_least_minutes_can_be_changed_and_are_remembered(
    view: OnlineView, read: Callable[..., Path], desk: Desk
) -> None:
    read(file_of(ADA, BRIEF))
    view.panel.head.least.setText("")
    view.panel.head.least.textEdited.emit("3")
    assert Standing.TOO_SHORT not in standings(view)
    view.take_in()
    assert desk.settings.number("online_least_minutes", 0) == 3


def test_the_same_file_again_says_when_it_was_taken_in(view: OnlineView, read: Callable[..., Path]) -> None:
    read(file_of(ADA))
    view.take_in()
    read(file_of(ADA), "again.csv")
    assert "This file was taken in for" in words_in(view)
    assert not view.panel.take_in.isEnabled()
    view.leave_review()
    assert view.panel.review is None


def test_a_change_meanwhile_is_seen_in_the_review(
    view: OnlineView, read: Callable[..., Path], desk: Desk, event: str
) -> None:
    read(file_of(NIA))
    view.choices.leave_out()
    invite(desk.db, event, "Dot Demo")
    view.reload()
    assert view.panel.review is not None
    assert view.panel.review.choices == {"1": LeftOut()}
    assert any(one.on_list for one in view.panel.review.found.known.people if one.name == "Dot Demo")
    events.cancel_event(desk.db, event)
    view.reload()
    assert view.panel.review is None


def test_a_file_that_is_none_is_said_in_the_banner(
    view: OnlineView, tmp_path: Path, qtbot: QtBot, window: MainWindow
) -> None:
    with capture_exceptions() as caught:
        view.begin(write(tmp_path / "prices.csv", [["Item", "Price", "Shop"], ["Tea", "2", "Corner"]]))
        qtbot.waitUntil(lambda: not view._desk.jobs.busy)
    assert caught == []
    assert "is no file of attendance" in window.banner.text


def test_a_filled_in_workbook_is_read_back(
    view: OnlineView, read: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(file_of(ADA, NIA))
    review = view.panel.review
    assert review is not None
    path = tmp_path / "review.xlsx"
    save_review(review.choose("2", LeftOut()), path)
    monkeypatch.setattr(
        "desktop.pages.online.online_acts.QFileDialog.getOpenFileName", lambda *_: (str(path), "")
    )
    view.acts.read_review()
    assert standings(view) == [Standing.MATCHED, Standing.LEFT_OUT]
    saved = tmp_path / "saved"
    monkeypatch.setattr("desktop.pages.saving.QFileDialog.getSaveFileName", lambda *_: (str(saved), ""))
    view.acts.save_review()
    assert saved.with_suffix(".xlsx").is_file()


def test_everything_has_a_name_and_can_be_reached(
    view: OnlineView, read: Callable[..., Path], window: MainWindow
) -> None:
    assert audit(window) == []
    read(file_of(ADA, BEN, NIA, BRIEF, title="Budget board"))
    assert audit(window) == []
    view.panel.pane.table.go_to("3")
    for ask, kind in (
        (view.choices.ask_newcomer, SomebodyNew), (view.choices.ask_contact, AnotherContact),
        (view.choices.ask_same, SamePerson),
    ):  # fmt: skip
        ask()
        dialog = dialog_over(view, kind)
        assert audit(dialog) == []
        QDialog.reject(dialog)


def test_a_file_may_be_dropped(view: OnlineView, tmp_path: Path, qtbot: QtBot) -> None:
    path = write(tmp_path / "dropped.csv", file_of(ADA))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    qtbot.waitUntil(lambda: view.panel.review is not None)
    assert standings(view) == [Standing.MATCHED]
