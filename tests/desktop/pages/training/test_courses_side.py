"""The catalogue on the training page."""

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from desktop.dialogs.training.course import WriteCourse
from desktop.dialogs.training.session import PlanSession
from desktop.pages.training.courses_side import CoursesSide
from desktop.pages.training.sessions_side import SessionsSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import a_page, act, fill, ready, said
from tests.workforce.training.school import School
from workforce.training.courses import course, courses
from workforce.training.sessions import training_sessions
from workforce.training.vocabulary import CourseKind


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> TrainingPage:
    return a_page(desk, qtbot, CoursesSide)[0]


@pytest.fixture
def side(page: TrainingPage) -> CoursesSide:
    found = page.current
    assert isinstance(found, CoursesSide)
    return found


def test_an_empty_catalogue_begins_with_the_usual_courses(side: CoursesSide, desk: Desk) -> None:
    assert "The catalogue is empty." in said(side) and "Add the usual courses" in pane_words(side)
    act(side, "course_usual")
    assert len(courses(desk.db)) == 52
    act(side, "course_usual")
    assert len(courses(desk.db)) == 52


def test_a_course_is_added_changed_archived_and_brought_back(
    page: TrainingPage, side: CoursesSide, desk: Desk, qtbot: QtBot
) -> None:
    act(side, "course_add")
    dialog = dialog_over(page, WriteCourse)
    fill(dialog, name="Level 3 Diploma", kind=CourseKind.QUALIFICATION, level=3, credits=58, category="21")
    assert audit(dialog) == []
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    key = side.key
    made = course(desk.db, key)
    assert (made.name, made.kind, made.level, made.credits, made.category) == (
        "Level 3 Diploma", CourseKind.QUALIFICATION, 3, 58, "21"
    )  # fmt: skip
    act(side, "course_edit")
    dialog = dialog_over(page, WriteCourse)
    fill(dialog, name=" ", valid_months=12, level=None)
    dialog.submit()
    assert "Name is needed" in said(dialog)
    fill(dialog, name="Level 3 Diploma in Care")
    dialog.submit()
    page.reload()
    side._settling.now()
    assert (course(desk.db, key).level, course(desk.db, key).valid_months) == (None, 12)
    assert "Level 3 Diploma in Care" in pane_words(side.detail) and "12 months" in pane_words(side.detail)
    act(side, "course_archive")
    page.reload()
    assert side.pane.model.count().number == 0
    side.show_row(key)
    assert side.key == key and ready(side, "course_archive")
    act(side, "course_archive")
    assert course(desk.db, key).archived_on is None
    side.show_row(key)
    assert page.current.row_for_history() == ("course", key)


def test_a_session_of_the_course_is_planned_from_here(
    page: TrainingPage, side: CoursesSide, desk: Desk, qtbot: QtBot
) -> None:
    school = School(desk.db)
    held = school.session()
    page.reload()
    side.show_row(held.course_id)
    side._settling.now()
    assert "0 places taken, no limit" in pane_words(side.detail)
    act(side, "course_session")
    dialog = dialog_over(page, PlanSession)
    for name, typed in (("day", "8 Jun 2020"), ("starts", "10am"), ("ends", "1pm")):
        dialog.form.rows[name].field.line.setText(typed)
    dialog.submit()
    assert isinstance(page.current, SessionsSide)
    made = next(one for one in training_sessions(desk.db) if one.id != held.id)
    assert (made.course_id, page.current.key) == (held.course_id, made.id)
    history.undo(desk.db)
    assert len(training_sessions(desk.db)) == 1


def test_everything_has_a_name_and_room(page: TrainingPage, side: CoursesSide, desk: Desk) -> None:
    School(desk.db).session()
    page.reload()
    assert audit(page) == []
    table = side.table()
    assert table.rows[0][0] == "Assisting and moving people" and table.exempt is None
    assert side.status_text() == "1 row"
