"""Training sessions on the training page: planned, booked, attended, and their papers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.training.attendance import TakeAttendance
from desktop.dialogs.training.session import (
    CAME,
    DID_NOT_COME,
    GIVEN_UP,
    BookLearner,
    CancelSession,
    MarkBooking,
    Marked,
    PlanSession,
    find_learner_picks,
)
from desktop.pages.training.courses_side import CoursesSide
from desktop.pages.training.sessions_side import SessionsSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.question import Question
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import NOW, TODAY, a_page, act, fill, ready, said
from tests.workforce.training.school import School
from workforce.training.bookings import book, booking, bookings_of
from workforce.training.learners import add_post
from workforce.training.records import records
from workforce.training.sessions import TrainingSession, plan_session, training_session, training_sessions
from workforce.training.vocabulary import BookingStatus, SessionStatus

KEY = Qt.Key


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def school(desk: Desk) -> School:
    return School(desk.db)


@pytest.fixture
def past(school: School) -> TrainingSession:
    """Three people are booked on it, and nobody said who came."""
    held = school.session(16)
    for name in ("Ada Abbot", "Ben Lund", "Cy Moss"):
        book(school.db, held.id, school.learner(name).id, today=TODAY - timedelta(days=300))
    return held


@pytest.fixture
def coming(school: School, past: TrainingSession) -> TrainingSession:
    """One place, in a week."""
    starts = NOW + timedelta(days=7)
    return plan_session(school.db, past.course_id, starts, starts + timedelta(hours=3), places=1)


@pytest.fixture
def page(desk: Desk, coming: TrainingSession, qtbot: QtBot) -> TrainingPage:
    return a_page(desk, qtbot, SessionsSide)[0]


@pytest.fixture
def side(page: TrainingPage) -> SessionsSide:
    found = page.current
    assert isinstance(found, SessionsSide)
    return found


def chosen(side: SessionsSide, held: TrainingSession) -> str:
    side.show_row(held.id)
    side._settling.now()
    return pane_words(side.detail)


def states(desk: Desk, held: TrainingSession) -> list[BookingStatus]:
    return [one.status for one in bookings_of(desk.db, held.id)]


def test_without_a_course_it_leads_to_the_catalogue(desk: Desk, qtbot: QtBot) -> None:
    page, side = a_page(desk, qtbot, SessionsSide)
    assert "the catalogue has no course" in said(side)
    next(one for one in side.findChildren(QPushButton) if one.text() == "Go to the courses").click()
    assert isinstance(page.current, CoursesSide)


def test_a_session_is_planned_and_changed(
    page: TrainingPage, side: SessionsSide, desk: Desk, school: School
) -> None:
    act(side, "session_plan")
    dialog = dialog_over(page, PlanSession)
    assert audit(dialog) == []
    fill(
        dialog, course_id=Pick(school.course("Fire safety").id, "Fire safety"), places=12, venue="County Hall"
    )
    for name, typed in (("day", "15 June 2020"), ("starts", "2pm"), ("ends", "1pm")):
        dialog.form.rows[name].field.line.setText(typed)
    dialog.submit()
    assert "is not after" in said(dialog)
    dialog.form.rows["ends"].field.line.setText("4:30pm")
    dialog.submit()
    made = training_session(desk.db, side.key)
    assert (made.when, made.places) == ("Monday 15 June 2020, 2pm to 4:30pm", 12)
    act(side, "session_edit")
    dialog = dialog_over(page, PlanSession)
    fill(dialog, trainer="Wren Invented", last_day=made.ends_at.date() + timedelta(days=1))
    dialog.submit()
    page.reload()
    side._settling.now()
    assert "Wren Invented" in pane_words(side.detail)
    assert "Monday 15 June 2020, 2pm to Tuesday 16 June 2020, 4:30pm" in pane_words(side.detail)


def test_attendance_is_taken_from_the_keyboard(
    page: TrainingPage, side: SessionsSide, desk: Desk, past: TrainingSession, qtbot: QtBot
) -> None:
    assert "Attendance not taken" in chosen(side, past)
    side.pane.table.opened.emit(past.id)  # Enter on the row
    dialog = dialog_over(page, TakeAttendance)
    assert audit(dialog) == [] and dialog._count.text() == "3 of 3 ticked"
    qtbot.keyClicks(dialog.jump, "lund")
    qtbot.keyClick(dialog.jump, KEY.Key_Space)
    qtbot.keyClick(dialog.jump, KEY.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert states(desk, past) == [BookingStatus.ATTENDED, BookingStatus.NO_SHOW, BookingStatus.ATTENDED]
    assert len(records(desk.db)) == 2
    page.reload()
    text = chosen(side, past)
    assert "Held" in text and "Did not come" in text and "Attendance not taken" not in text
    act(side, "session_attendance")
    dialog = dialog_over(page, TakeAttendance)
    assert dialog._count.text() == "2 of 3 ticked"
    dialog.reject()
    act(side, "session_take_back")
    dialog_over(page, Question)._yes.click()
    assert records(desk.db) == [] and training_session(desk.db, past.id).is_planned


def test_somebody_is_booked_waits_and_moves_up(
    page: TrainingPage, side: SessionsSide, desk: Desk, school: School, coming: TrainingSession
) -> None:
    chosen(side, coming)
    assert not ready(side, "session_attendance") and not ready(side, "session_certificates")
    ada, two = school.learner("Ada Example"), school.learner("Di Nye")
    add_post(desk.db, two.id, school.alder)
    act(side, "session_book")
    dialog = dialog_over(page, BookLearner)
    dialog.form.rows["learner_id"].field.show_answer(Pick(ada.id, ada.name))
    dialog.form.rows["learner_id"].field.changed.emit()
    assert dialog.form.rows["provider_id"].isHidden()
    dialog.submit()
    page.reload()
    act(side, "session_book")
    dialog = dialog_over(page, BookLearner)
    assert "The session is full" in said(dialog) and audit(dialog) == []
    dialog.form.rows["learner_id"].field.show_answer(Pick(two.id, two.name))
    dialog.form.rows["learner_id"].field.changed.emit()
    assert not dialog.form.rows["provider_id"].isHidden()
    fill(dialog, provider_id=school.alder)
    dialog.submit()
    assert states(desk, coming) == [BookingStatus.BOOKED, BookingStatus.WAITLISTED]
    assert "Waiting list, 1" in chosen(side, coming)
    side.bookings.open_booking(bookings_of(desk.db, coming.id)[0].id)
    dialog = dialog_over(page, MarkBooking)
    fill(dialog, what=GIVEN_UP, note="Ill.")
    dialog.submit()
    assert states(desk, coming) == [BookingStatus.CANCELLED, BookingStatus.BOOKED]
    side.bookings.open_booking(bookings_of(desk.db, coming.id)[0].id)
    dialog_over(page, Question)._yes.click()
    assert states(desk, coming) == [BookingStatus.BOOKED, BookingStatus.WAITLISTED]
    picks = find_learner_picks(desk.db, TODAY, "di nye")
    assert [(one.words, one.detail in ("Alder Care", "Rosewood Homes")) for one in picks] == [
        ("Di Nye", True)
    ]


def test_one_person_is_marked(
    page: TrainingPage, side: SessionsSide, desk: Desk, past: TrainingSession
) -> None:
    chosen(side, past)
    ada, ben, _ = bookings_of(desk.db, past.id)
    for key, what in ((ada.id, CAME), (ben.id, DID_NOT_COME)):
        side.bookings.open_booking(key)
        dialog = dialog_over(page, MarkBooking)
        fill(dialog, what=what)
        dialog.submit()
    assert [one.booking_id for one in records(desk.db)] == [ada.id]
    assert booking(desk.db, ben.id).status is BookingStatus.NO_SHOW
    undone = history.undo(desk.db)
    assert undone is not None and undone.action.startswith("Ben Lund did not come to")


def test_a_session_is_cancelled_reinstated_and_removed(
    page: TrainingPage, side: SessionsSide, desk: Desk, coming: TrainingSession, past: TrainingSession
) -> None:
    chosen(side, coming)
    act(side, "session_cancel")
    dialog = dialog_over(page, CancelSession)
    assert "Nobody is booked on it." in said(dialog)
    fill(dialog, reason="The trainer is ill.")
    dialog.submit()
    assert training_session(desk.db, coming.id).status is SessionStatus.CANCELLED
    page.reload()
    assert not ready(side, "session_book") and "The trainer is ill." in chosen(side, coming)
    act(side, "session_cancel")
    assert training_session(desk.db, coming.id).is_planned
    act(side, "session_remove")
    dialog_over(page, Question)._yes.click()
    assert [one.id for one in training_sessions(desk.db)] == [past.id]


def test_papers_are_saved(
    side: SessionsSide, desk: Desk, past: TrainingSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    chosen(side, past)
    path = tmp_path / "sheet.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    act(side, "session_sheet")
    assert "Ben Lund" in [row.cells[1].text for row in Document(str(path)).tables[0].rows]
    for one in bookings_of(desk.db, past.id):
        side.bookings._marked(one.id, _came())
    side.reload()
    path = tmp_path / "certificates.docx"
    act(side, "session_certificates")
    assert len(Document(str(path)).sections) == 3
    path = tmp_path / "register.csv"
    act(side, "session_register")
    assert "Cy Moss" in path.read_text(encoding="utf-8-sig")


def _came() -> Marked:
    return Marked(CAME, "")


def test_everything_has_a_name_and_room(
    page: TrainingPage, side: SessionsSide, past: TrainingSession
) -> None:
    chosen(side, past)
    assert audit(page) == []
    assert [row[0] for row in side.table().rows] == ["Assisting and moving people"] * 2
    assert side.row_for_history() == ("training_session", past.id) and side.status_text() == "2 rows"
    assert side.has(past.id) and not side.has("gone")
