"""Training records on the training page: typed, put right, taken away, and taken in from files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.choices import provider_pick
from desktop.dialogs.training.record import WriteRecord
from desktop.dialogs.training.records_file import ChooseColumns, DecideRecords, RecordsPreview
from desktop.pages.training.records_side import RecordsSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.question import Question
from engagement.register.providers import provider
from engagement.register.services import Service
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.training_desk import TODAY, a_page, act, fill, ready, said
from tests.workforce.training.people import a_course, a_learner, a_service
from workforce.training.learners import LEARNERS_NAMED, learners
from workforce.training.records import add_record, record, records

DONE = date(2020, 2, 10)


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
def page(desk: Desk, home: Service, course: str, qtbot: QtBot) -> TrainingPage:
    return a_page(desk, qtbot, RecordsSide)[0]


@pytest.fixture
def side(page: TrainingPage) -> RecordsSide:
    found = page.current
    assert isinstance(found, RecordsSide)
    return found


def test_an_empty_side_begins_with_a_file(side: RecordsSide) -> None:
    assert "No training record is held yet." in said(side.part)
    assert side.table() is None
    assert not ready(side, "record_edit")
    assert audit(side.window()) == []


def test_a_record_of_a_group_is_added_and_put_right(
    side: RecordsSide, desk: Desk, home: Service, course: str
) -> None:
    act(side, "record_add")
    dialog = dialog_over(side, WriteRecord)
    dialog.submit()
    assert "needed" in said(dialog)
    fill(
        dialog,
        course_id=course,
        completed_on=DONE,
        provider_id=provider_pick(provider(desk.db, home.provider_id)),
    )
    dialog.form.rows["provider_id"].field.changed.emit()
    fill(dialog, service_id=home.id)
    dialog.submit()
    assert "How many completed it: nothing was entered" in said(dialog)
    fill(dialog, people=9, of_people=8)
    dialog.submit()
    assert "9 of 8 cannot be" in said(dialog)
    assert audit(dialog) == []
    fill(dialog, of_people=12)
    dialog.submit()
    (made,) = records(desk.db)
    assert (made.people, made.of_people, made.service_id, made.expires_on) == (
        9,
        12,
        home.id,
        date(2021, 2, 10),
    )
    side.reload()
    assert side.part.key == made.id
    assert "9 of 12 workers" in said(side.part.detail)
    assert side.row_for_history() == ("training_record", made.id)
    side.part.pane.table.opened.emit(made.id)
    fill(dialog_over(side, WriteRecord), people=10)
    dialog_over(side, WriteRecord).submit()
    assert record(desk.db, made.id).people == 10
    act(side, "record_remove")
    dialog_over(side, Question)._yes.click()
    assert records(desk.db) == []
    history.undo(desk.db)
    assert len(records(desk.db)) == 1


def test_a_record_of_a_named_learner(side: RecordsSide, desk: Desk, home: Service, course: str) -> None:
    ada = a_learner(desk.db)
    act(side, "record_add")
    dialog = dialog_over(side, WriteRecord)
    fill(
        dialog,
        course_id=course,
        completed_on=DONE,
        provider_id=provider_pick(provider(desk.db, home.provider_id)),
    )
    fill(dialog, who="learner")
    dialog.submit()
    assert "nobody is chosen" in said(dialog)
    fill(dialog, learner_id=Pick(ada, "Ada Example", ""))
    dialog.submit()
    (made,) = records(desk.db)
    assert (made.learner_id, made.people) == (ada, 1)
    side.reload()
    table = side.table()
    assert table is not None and table.exempt == LEARNERS_NAMED
    assert table.rows[0][1] == "Ada Example"
    assert side.has(made.id) and not side.has(ada)
    side.show_row(made.id)
    assert side.status_text() == "1 row"


def a_file(folder: Path, text: str) -> Path:
    path = folder / "training.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_decided_previewed_and_taken_in(
    side: RecordsSide, desk: Desk, course: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(
        tmp_path,
        "Course,Service,Name,Number trained,Completed\n"
        "Fire safty,Rosewood House,,9,13/02/2020\n"
        "Fire safety,Rosewood House,Ben Example,,13/02/2020\n"
        "Fire safety,Nowhere,,9,13/02/2020\n",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    act(side, "record_file")
    qtbot.waitUntil(lambda: bool(side.findChildren(DecideRecords)))
    dialog = dialog_over(side, DecideRecords)
    assert "“Fire safty” is" in said(dialog)
    assert audit(dialog) == []
    fill(dialog, add_learners=True)
    dialog.submit()
    preview = dialog_over(side, RecordsPreview)
    assert isinstance(preview, RecordsPreview)
    assert (len(preview.found.new), len(preview.found.refused)) == (2, 1)
    refused = tmp_path / "refused.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(refused), ""))
    preview.refused_asked.emit()
    assert refused.exists()
    preview.back_asked.emit()
    dialog_over(side, DecideRecords).submit()
    preview = side.files.preview
    assert preview is not None
    a_course(desk.db, "Added meanwhile")
    with qtbot.captureExceptions():
        preview.committed.emit()
    assert records(desk.db) == []
    preview = side.files.preview
    assert preview is not None
    preview.committed.emit()
    assert len(records(desk.db)) == 2
    assert [one.name for one in learners(desk.db)] == ["Ben Example"]


def test_columns_that_are_not_recognised_are_asked_for(
    side: RecordsSide, desk: Desk, home: Service, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_file(tmp_path, "Course,Wann,People\nFire safety,13/02/2020,9\n")
    side.files.begin(path, {})
    qtbot.waitUntil(lambda: bool(side.findChildren(ChooseColumns)))
    dialog = dialog_over(side, ChooseColumns)
    fill(dialog, completed_on="Wann")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(side.findChildren(DecideRecords)))
    dialog = dialog_over(side, DecideRecords)
    fill(dialog, provider_id=provider_pick(provider(desk.db, home.provider_id)))
    dialog.form.rows["provider_id"].field.changed.emit()
    fill(dialog, service_id=home.id)
    dialog.submit()
    preview = dialog_over(side, RecordsPreview)
    preview.committed.emit()
    (made,) = records(desk.db)
    assert (made.service_id, made.people) == (home.id, 9)


def test_the_pane_leads_to_the_register(side: RecordsSide, desk: Desk, home: Service, course: str) -> None:
    made = add_record(desk.db, course, home.provider_id, DONE, today=TODAY, service_id=home.id, people=2)
    side.reload()
    gone: list[tuple[str, str]] = []
    desk.navigator.asked.connect(lambda page, key: gone.append((page, key)))
    side.show_row(made.id)
    side.focus_first()
    side.focus_filter()
    link = next(one for one in side.part.detail.findChildren(QPushButton) if one.text() == "Rosewood House")
    link.click()
    assert gone == [("providers", home.id)]
    assert audit(side.window()) == []
