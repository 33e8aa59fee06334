"""The reach page: its grid, its lists and what becomes of them, by keyboard and mouse; figures made while it waits."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.dialogs.events.plan_event import PlanEvent
from desktop.dialogs.reach.invite_these import InviteThese
from desktop.pages.reach import counting
from desktop.pages.reach.reach import ReachPage
from desktop.pages.reach.reach_views import TABS
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.events import EventDraft
from engagement.forums.people import participants
from engagement.forums.reach.grid import Measure
from engagement.forums.reach.rating_changes import NOT_PROOF
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register.council import set_council
from resources.database import Database, OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages import forum_desk
from tests.desktop.pages.register_desk import make_real_desk

LATER = datetime(2020, 2, 1, 9, tzinfo=UTC)
PLACES = {name: at for at, name in enumerate(TABS)}


def fill(db: Database) -> str:
    """A forum in December that Larkmeadow came to and Rosewood did not, and one to come in March, which is returned."""
    forum_desk.fill_county(db)
    set_council(db, "Nottinghamshire")
    event = forum_desk.plan_forum(db)
    ada, _ = forum_desk.invite(db, event, "Ada Example", "Cy Specimen", reply=ParticipantStatus.ACCEPTED)
    door.check_in(db, event, ada, now=forum_desk.AT_THE_DOOR, device="Laptop 1", nonce="n")
    door.close_event(db, event, now=forum_desk.STARTS + timedelta(hours=3))
    starts = datetime(2020, 3, 10, 10, tzinfo=UTC)
    return events.plan_event(
        db,
        EventDraft(
            EventKind.PROVIDER_FORUM, "March forum", starts, starts + timedelta(hours=2), place="Hall"
        ),
    )


@pytest.fixture(autouse=True)
def february(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)


@pytest.fixture
def reach_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def march(db: Database) -> str:
    """The county, and the key of the forum to come."""
    return fill(db)


@pytest.fixture
def page(reach_desk: Desk, qtbot: QtBot) -> Callable[[], ReachPage]:
    """Make the page and show it."""

    def make() -> ReachPage:
        made = ReachPage(reach_desk, now=lambda: LATER)
        qtbot.addWidget(made)
        made.resize(1189, 640)
        made.show()
        return made

    return make


def turn(page: ReachPage, name: str) -> None:
    page.views.tabs.setCurrentIndex(PLACES[name])


def names(page: ReachPage) -> list[object]:
    return [row[1] for row in page.views.lists[page.views.name].model.all_rows()]


def ready(page: ReachPage) -> set[str]:
    return {action.name for action in page.page_actions() if action.ready()}


def choose(field, value: object) -> None:
    field.show_answer(value)


def test_an_empty_register_offers_what_comes_next(page: Callable[[], ReachPage]) -> None:
    shown = page()
    assert shown._empty.isVisible() and not shown._body.isVisible()
    assert ready(shown) <= {"fold_sentences"}
    assert shown.status_text() == ""
    shown.focus_first()


@pytest.mark.usefixtures("march")
def test_the_first_sentence_and_the_lists(page: Callable[[], ReachPage]) -> None:
    shown = page()
    assert shown.headline.text() == "1 of 4 services came to something in the last 12 months."
    assert "3 services never came (1 invited, 2 never invited)." in shown.more.text
    for name, expected in (
        ("not_seen", []),
        ("never", ["Harebell at Home", "Kingfisher Lodge", "Rosewood Court"]),
        ("new_faces", ["Larkmeadow House"]),
        ("lapsed", []),
        ("services", ["Harebell at Home", "Kingfisher Lodge", "Larkmeadow House", "Rosewood Court"]),
    ):
        turn(shown, name)
        assert names(shown) == expected, name
    turn(shown, "providers")
    assert shown.status_text() == "4 rows"
    assert not audit(shown)


@pytest.mark.usefixtures("march")
def test_enter_on_a_cell_opens_the_list_behind_it(page: Callable[[], ReachPage]) -> None:
    shown = page()
    table = shown.views.grid.table
    assert table is not None
    assert table.cells.text(0, 1) == "1 of 4"
    shown.focus_first()
    assert shown.views.grid.place == ("All", "All")
    QTest.keyClick(table, Qt.Key.Key_Right)  # nursing homes
    assert shown.views.grid.place == ("All", "Nursing home")
    assert "open_cell" in ready(shown)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert shown.views.name == "services"
    assert names(shown) == ["Larkmeadow House"]  # the one of three that the cell counts
    bands = next(one for one in shown.views.lists["services"].bar.query.conditions if one.column == "band")
    assert bands.values == ("Came in 12 months",)
    assert "open_cell" not in ready(shown)


@pytest.mark.usefixtures("march")
def test_what_a_cell_counts_narrows_its_list(page: Callable[[], ReachPage]) -> None:
    shown = page()
    choose(shown.views.grid.measure, Measure.NEVER_INVITED.value)
    choose(shown.views.grid.down, "district")
    table = shown.views.grid.table
    assert table is not None
    assert [row[:3] for row in table.cells.all_rows()] == [
        ("All", "All", "2 of 4"), ("Bassetlaw", "Bassetlaw", "2 of 3"), ("Mansfield", "Mansfield", "0 of 1"),
    ]  # fmt: skip
    table.setCurrentIndex(table.cells.index(1, 1))
    shown.views.open_cell()
    assert names(shown) == ["Harebell at Home", "Kingfisher Lodge"]


@pytest.mark.usefixtures("march")
def test_rows_and_columns_make_way_for_each_other(page: Callable[[], ReachPage]) -> None:
    shown = page()
    choose(shown.views.grid.down, "kind")
    assert (shown.views.grid.down.answer(), shown.views.grid.across.answer()) == ("kind", "rating")
    choose(shown.views.grid.across, "kind")
    assert (shown.views.grid.down.answer(), shown.views.grid.across.answer()) == ("rating", "kind")


def test_a_list_becomes_invitations_in_one_action(
    page: Callable[[], ReachPage], march: str, db: Database, qtbot: QtBot
) -> None:
    shown = page()
    turn(shown, "never")
    shown.invite()
    dialog = shown.findChild(InviteThese)
    assert dialog is not None
    assert dialog.windowTitle() == "Invite 3 services: never"
    assert [row[1:4] for row in dialog.tabs.asked.model.all_rows()] == [
        ("Dot Demo", "Harebell at Home", "Never invited before"),
        ("Cy Specimen", "Rosewood Court", "Invited before, never came"),
    ]
    assert [row[1:] for row in dialog.tabs.left_out.model.all_rows()] == [
        ("Kingfisher Lodge", "Kingfisher Lodge Limited", "No contact with consent at Kingfisher Lodge")
    ]
    assert dialog.sentence.text() == "2 people for 3 services; for 1 service nobody can be asked."
    assert not audit(dialog)
    dialog.invite()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert {one.name for one in participants.of_event(db, march)} == {"Dot Demo", "Cy Specimen"}
    assert "(2 invited, 1 never invited)" in shown.more.text  # the page has heard of it
    history.undo(db)
    assert participants.of_event(db, march) == []


@pytest.mark.usefixtures("march")
def test_of_a_list_several_can_be_chosen(page: Callable[[], ReachPage]) -> None:
    shown = page()
    turn(shown, "services")
    assert len(shown.views.to_invite) == 4
    table = shown.views.lists["services"].table
    table.selectRow(0)
    assert len(shown.views.to_invite) == 4  # the cursor alone chooses nothing
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.record.name for one in shown.views.to_invite] == ["Harebell at Home", "Kingfisher Lodge"]
    turn(shown, "providers")
    assert len(shown.views.to_invite) == 4
    assert "invite_these" in ready(shown)
    turn(shown, "quarters")
    assert shown.views.to_invite == ()
    turn(shown, "lapsed")
    assert "invite_these" not in ready(shown)


@pytest.mark.usefixtures("march")
def test_of_a_cell_those_not_reached_are_invited(page: Callable[[], ReachPage], qtbot: QtBot) -> None:
    shown = page()
    shown.focus_first()
    assert {one.record.name for one in shown.views.to_invite} == {
        "Harebell at Home", "Kingfisher Lodge", "Rosewood Court",
    }  # fmt: skip
    shown.invite()
    dialog = shown.findChild(InviteThese)
    assert dialog is not None
    assert dialog.windowTitle() == "Invite 3 services: All services; not seen in 12 months, or never"
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_an_event_can_be_planned_first(
    page: Callable[[], ReachPage], march: str, db: Database, qtbot: QtBot
) -> None:
    events.cancel_event(db, march)
    shown = page()
    turn(shown, "never")
    shown.invite()
    dialog = shown.findChild(InviteThese)
    assert dialog is not None and dialog.chosen is None
    assert "no event to invite them to" in dialog.sentence.text()
    dialog._plan()
    form = shown.findChild(PlanEvent)
    assert form is not None
    for name, value in (
        ("title", "April forum"), ("day", datetime(2020, 4, 7).date()), ("start", datetime(2020, 4, 7, 10).time()),
        ("ends", datetime(2020, 4, 7, 12).time()),
    ):  # fmt: skip
        form.form.rows[name].field.show_answer(value)
    form.submit()
    qtbot.waitUntil(lambda: shown.findChild(InviteThese) is not None and not shiboken6.isValid(form))
    again = shown.findChild(InviteThese)
    assert again is not None and again.chosen is not None
    assert again.chosen.title == "April forum"
    again.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(again))


@pytest.mark.usefixtures("march")
def test_the_choices_ask_another_question_and_are_remembered(page: Callable[[], ReachPage]) -> None:
    shown = page()
    choose(shown.filters.kind, EventKind.TRAINING_SESSION.value)
    assert shown.headline.text().startswith("0 of 4 services")
    choose(shown.filters.kind, "")
    choose(shown.filters.months, 3)
    assert shown.headline.text() == "1 of 4 services came to something in the last 3 months."
    choose(shown.filters.time, "LAST_YEAR")
    assert shown.status_text() == "as at 31 March 2019"
    choose(shown.filters.area, "")
    again = page()
    assert (again.filters.time.answer(), again.filters.months.answer(), again.filters.area.answer()) == (
        "LAST_YEAR", 3, "",
    )  # fmt: skip


@pytest.mark.usefixtures("march")
def test_quarters_and_ratings(page: Callable[[], ReachPage]) -> None:
    shown = page()
    turn(shown, "quarters")
    assert shown.views.table.rows[-2][:3] == ("Oct to Dec 2019", 1, 4)
    assert len(shown.views.quarters.reached.bars.rows) == 8
    turn(shown, "changes")
    assert shown.views.changes.warning.text() == NOT_PROOF
    assert NOT_PROOF in shown.views.table.notes
    assert [row[0] for row in shown.views.table.rows][:2] == ["Came", "Did not come"]
    assert not audit(shown)


@pytest.mark.usefixtures("march")
def test_tables_are_saved_and_copied(
    page: Callable[[], ReachPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page()
    shown.acts.copy()
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Rating\tAll\t")
    shown.copy_headlines()
    assert QGuiApplication.clipboard().text().startswith("1 of 4 services came")
    for name in ("grid", "never", "quarters", "changes", "providers"):
        turn(shown, name)
        path = tmp_path / f"{name}.xlsx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, at=path, **_n: (str(at), ""))
        shown.acts.save()
        assert path.stat().st_size > 0


@pytest.mark.usefixtures("march")
def test_enter_on_a_service_goes_to_the_register(page: Callable[[], ReachPage], qtbot: QtBot) -> None:
    shown = page()
    turn(shown, "new_faces")
    shown.focus_first()
    pane = shown.views.lists["new_faces"]
    with qtbot.waitSignal(shown._desk.navigator.asked) as heard:
        QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert heard.args == ["providers", pane.table.current_key]
    shown.focus_filter()
    assert shown.window().focusWidget() is pane.bar.field


@pytest.mark.usefixtures("march")
def test_the_sentences_fold_away_and_stay_so(page: Callable[[], ReachPage]) -> None:
    shown = page()
    assert shown.more.isVisible()
    shown._turn_sentences()
    assert not shown.more.isVisible()
    assert not page().more.isVisible()
    assert "never came" in shown.headline.accessibleDescription()


@pytest.mark.usefixtures("march")
def test_of_a_large_register_the_figures_are_made_while_the_window_lives(
    page: Callable[[], ReachPage], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(counting, "is_large", lambda _db: True)
    shown = page()
    assert shown.views.answer is None
    choose(shown.filters.months, 6)  # asked again before the first answer is there
    qtbot.waitUntil(lambda: shown.views.answer is not None)
    assert shown.headline.text() == "1 of 4 services came to something in the last 6 months."
    assert not shown._desk.jobs.busy


@pytest.mark.usefixtures("march")
def test_counting_can_be_stopped(
    page: Callable[[], ReachPage], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(counting, "is_large", lambda _db: True)
    shown = page()
    shown._desk.jobs.cancel()
    qtbot.waitUntil(lambda: not shown._desk.jobs.busy)
    if shown.views.answer is None:
        assert shown.headline.text().startswith("Counting was stopped.")
    choose(shown.filters.months, 6)
    qtbot.waitUntil(lambda: shown.views.answer is not None and shown.views.answer.reach.question.months == 6)
