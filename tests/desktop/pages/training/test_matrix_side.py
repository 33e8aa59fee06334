"""Who has what on the training page: the matrix, and what is required."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.training.requirement import WriteRequirement
from desktop.pages.training.matrix_side import REQUIRED, MatrixSide
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.register.services import Service
from engagement.register.vocabulary import ServiceKind
from resources.database import OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.training_desk import TODAY, a_page, act, fill, ready, said
from tests.workforce.training.people import a_course, a_service
from workforce.training.matrix_tables import HOW_TO_READ
from workforce.training.records import add_record
from workforce.training.requirements import add_requirement, requirements


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def home(desk: Desk) -> Service:
    return a_service(desk.db)


@pytest.fixture
def course(desk: Desk) -> str:
    return a_course(desk.db, "Fire safety")


@pytest.fixture
def side(desk: Desk, home: Service, course: str, qtbot: QtBot) -> Iterator[MatrixSide]:
    page, side = a_page(desk, qtbot, MatrixSide)
    yield side
    page.close()


def test_nothing_required_begins_with_requiring(side: MatrixSide, desk: Desk, course: str) -> None:
    assert "No training is required of anybody yet." in said(side.matrix)
    assert side.table() is None
    act(side, "required_add")
    dialog = dialog_over(side, WriteRequirement)
    dialog.submit()
    assert "needed" in said(dialog)
    fill(dialog, course_ids=(course,), kind=ServiceKind.RESIDENTIAL_HOME, source="Policy 4")
    assert audit(dialog) == []
    dialog.submit()
    (made,) = requirements(desk.db)
    assert (made.kind, made.soon_days, made.source) == (ServiceKind.RESIDENTIAL_HOME, 90, "Policy 4")
    assert side.show_what.answer() == REQUIRED
    assert side.required.key == made.id
    assert "All staff, residential home" in said(side.required.detail)


def test_what_is_required_is_changed_and_required_no_more(side: MatrixSide, desk: Desk, course: str) -> None:
    made = add_requirement(desk.db, course)
    side.show_what.show_answer(REQUIRED)
    side.reload()
    side.show_row(made.id)
    side.required.opened.emit(made.id)
    dialog = dialog_over(side, WriteRequirement)
    fill(dialog, soon_days=30, from_on=date(2020, 5, 2), until_on=date(2020, 5, 1))
    dialog.submit()
    assert "before the first" in said(dialog)
    fill(dialog, until_on=None)
    dialog.submit()
    assert requirements(desk.db)[0].soon_days == 30
    table = side.table()
    assert table is not None and table.title == "Required training"
    assert side.row_for_history() == ("training_requirement", made.id)
    act(side, "required_remove")
    dialog_over(side, Question)._yes.click()
    assert requirements(desk.db) == []


def test_the_matrix_has_a_column_for_each_course_and_the_pane_each_service(
    side: MatrixSide, desk: Desk, home: Service, course: str
) -> None:
    add_requirement(desk.db, course)
    add_record(
        desk.db,
        course,
        home.provider_id,
        date(2020, 2, 10),
        today=TODAY,
        service_id=home.id,
        people=9,
        of_people=12,
    )
    side.reload()
    table = side.table()
    assert table is not None and table.as_at == TODAY and HOW_TO_READ in table.notes
    assert dict(zip((one.heading for one in table.columns), table.rows[0], strict=True))["Fire safety"] == (
        "Missing, 9 of 12"
    )
    assert side.how.isVisible()
    assert side.row_for_history() == ("provider", home.provider_id)
    assert side.status_text() == "1 row"
    gone: list[tuple[str, str]] = []
    desk.navigator.asked.connect(lambda page, key: gone.append((page, key)))
    act(side, "matrix_open")
    assert gone == [("providers", home.provider_id)]
    assert not ready(side, "required_edit")
    assert audit(side.window()) == []


def test_other_courses_are_other_columns(side: MatrixSide, desk: Desk, course: str, home: Service) -> None:
    add_requirement(desk.db, course)
    side.reload()
    first = side.matrix.list
    side.reload()
    assert side.matrix.list is first
    add_requirement(desk.db, a_course(desk.db, "Food hygiene"))
    side.reload()
    table = side.table()
    assert table is not None and [one.heading for one in table.columns][4:6] == [
        "Fire safety",
        "Food hygiene",
    ]
    assert side.matrix.list is not first
    side.show_row(home.provider_id)
    side.focus_first()
    side.focus_filter()
    assert side.matrix.list.key == home.provider_id
