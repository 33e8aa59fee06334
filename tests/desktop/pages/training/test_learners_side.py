"""Learners on the training page: added with a post, found twice, made one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.training.learner import ChoosePair, MergeLearners, WriteLearner, WritePost
from desktop.dialogs.training.learners_file import DecideLearners, LearnersPreview
from desktop.dialogs.training.records_file import ChooseColumns
from desktop.pages.training.learners_side import LearnersSide
from desktop.pages.training.training import TrainingPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import TODAY, a_page, act, fill, ready, said
from tests.workforce.training.people import a_service
from tests.workforce.training.school import AFTER, OTHER_ULN, ULN, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book
from workforce.training.learners import LEARNERS_NAMED, learner, learners, posts_of
from workforce.training.vocabulary import Employment, JobRole


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def school(desk: Desk) -> School:
    return School(desk.db)


@pytest.fixture
def page(desk: Desk, school: School, qtbot: QtBot) -> TrainingPage:
    return a_page(desk, qtbot, LearnersSide)[0]


@pytest.fixture
def side(page: TrainingPage) -> LearnersSide:
    found = page.current
    assert isinstance(found, LearnersSide)
    return found


def chosen(page: TrainingPage, key: str) -> str:
    page.reload()
    side = page.current
    assert isinstance(side, LearnersSide)
    side.show_row(key)
    side._settling.now()
    return pane_words(side.detail)


def test_a_learner_is_added_with_where_they_work(
    page: TrainingPage, side: LearnersSide, desk: Desk, school: School, qtbot: QtBot
) -> None:
    assert "No learner is held yet." in said(side)
    school.learner("Catherine Example")
    page.reload()
    act(side, "learner_add")
    dialog = dialog_over(page, WriteLearner)
    assert audit(dialog) == []
    fill(dialog, given_name="Catharine", family_name="Example", uln="1000000018")
    dialog.form.rows["provider_id"].field.show_answer(Pick(school.rosewood, "Rosewood Homes"))
    dialog.form.rows["provider_id"].field.changed.emit()
    assert "There is Catherine Example already." in said(dialog)
    fill(dialog, service_id=school.house, job_role=JobRole.TEAM_LEADER, from_on=date(2019, 5, 1))
    dialog.submit()
    assert "last digit does not fit" in said(dialog) and len(learners(desk.db)) == 1
    fill(dialog, uln=ULN, has_ni_number=True)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    made = learner(desk.db, side.key)
    assert (made.name, made.uln, made.has_ni_number) == ("Catharine Example", ULN, True)
    post = posts_of(desk.db, made.id)[0]
    assert (post.service_id, post.job_role, post.from_on) == (
        school.house,
        JobRole.TEAM_LEADER,
        date(2019, 5, 1),
    )


def test_a_learner_is_changed_and_put_away(
    page: TrainingPage, side: LearnersSide, desk: Desk, school: School
) -> None:
    ada = school.learner("Ada Example")
    assert "Not known" in chosen(page, ada.id)
    side.pane.table.opened.emit(ada.id)
    dialog = dialog_over(page, WriteLearner)
    assert "provider_id" not in dialog.form.rows
    fill(dialog, family_name="Exampleton", note="Nights only.")
    dialog.submit()
    assert learner(desk.db, ada.id).name == "Ada Exampleton"
    act(side, "learner_archive")
    assert "Archived" in chosen(page, ada.id) and ready(side, "learner_archive")
    act(side, "learner_archive")
    assert learner(desk.db, ada.id).archived_on is None


def test_two_posts_are_seen_and_one_is_ended(
    page: TrainingPage, side: LearnersSide, desk: Desk, school: School
) -> None:
    ada = school.learner("Ada Example")
    chosen(page, ada.id)
    act(side, "learner_post")
    dialog = dialog_over(page, WritePost)
    dialog.form.rows["provider_id"].field.show_answer(Pick(school.alder, "Alder Care"))
    dialog.form.rows["provider_id"].field.changed.emit()
    fill(dialog, service_id=school.court, employment=Employment.AGENCY)
    assert audit(dialog) == []
    dialog.submit()
    text = chosen(page, ada.id)
    assert "At two providers" in text and "Alder Care" in text
    second = next(one for one in posts_of(desk.db, ada.id) if one.provider_id == school.alder)
    side.acts.open_post(second.id)
    dialog = dialog_over(page, WritePost)
    assert not dialog.form.rows["provider_id"].isEnabled()
    fill(dialog, until_on=date(2020, 5, 31))
    dialog.submit()
    assert "At two providers" not in chosen(page, ada.id)
    assert side.table().exempt is LEARNERS_NAMED


def test_those_entered_twice_are_compared_and_made_one(
    page: TrainingPage, side: LearnersSide, desk: Desk, school: School
) -> None:
    act(side, "learner_same")
    one, other = school.learner("Catherine Example", uln=ULN), school.learner("Catharine Example")
    assert "May be the same person as" in chosen(page, other.id)
    act(side, "learner_same")
    dialog = dialog_over(page, ChoosePair)
    assert audit(dialog) == []
    dialog.submit()
    merging = dialog_over(page, MergeLearners)
    assert "1 post" in said(merging) and set(merging.form.rows) == {"given_name"} and audit(merging) == []
    fill(merging, given_name=True)
    merging.submit()
    assert [(left.name, left.uln, left.id) for left in learners(desk.db)] == [
        ("Catharine Example", ULN, one.id)
    ]
    history.undo(desk.db)
    chosen(page, other.id)
    act(side, "learner_compare")
    dialog_over(page, MergeLearners).reject()


def test_of_several_who_may_be_the_same_one_is_chosen(
    page: TrainingPage, side: LearnersSide, school: School
) -> None:
    one = school.learner("Catherine Example")
    school.learner("Catharine Example")
    school.learner("Catherine Example", at=school.alder)
    chosen(page, one.id)
    act(side, "learner_compare")
    assert dialog_over(page, ChoosePair).isVisible()


def test_training_and_sessions_are_shown(page: TrainingPage, side: LearnersSide, school: School) -> None:
    held, ada = school.session(), school.learner("Ada Example", uln=OTHER_ULN)
    mark = book(school.db, held.id, ada.id, today=TODAY)
    take_attendance(school.db, held.id, [mark.id], now=AFTER)
    text = chosen(page, ada.id)
    assert OTHER_ULN in text and "Nothing is recorded yet." not in text and "Not booked on any." not in text
    assert audit(page) == []
    side.turn_to.emit("Sessions", held.id)
    assert page.current.row_for_history() == ("training_session", held.id)


LIST = (
    "First name,Surname,ULN,Provider,Job role,Start date\n"
    "Cy,Example,,Rosewood House Ltd,Carer,13/02/2020\n"
    "Di,Example,,Nowhere,Carer,13/02/2020\n"
)


def test_a_file_of_learners_is_previewed_and_taken_in(
    side: LearnersSide, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_service(desk.db)
    before = len(learners(desk.db))
    path = tmp_path / "staff.csv"
    path.write_text(LIST, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    act(side, "learner_file")
    qtbot.waitUntil(lambda: bool(side.findChildren(LearnersPreview)))
    preview = side.files.preview
    assert (len(preview.found.new), len(preview.found.refused)) == (1, 1)
    assert audit(preview) == []
    refused = tmp_path / "refused.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(refused), ""))
    preview.refused_asked.emit()
    assert refused.exists()
    preview.back_asked.emit()
    dialog_over(side, DecideLearners).submit()
    side.files.preview.committed.emit()
    assert len(learners(desk.db)) == before + 1
    assert history.entries(desk.db, limit=1)[0].action == "Took in learners from staff.csv"


def test_rows_that_name_no_place_ask_for_it(
    side: LearnersSide, desk: Desk, school: School, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("Name,Job role\nCy Example,Carer\n", encoding="utf-8")
    side.files.begin(path, {})
    qtbot.waitUntil(lambda: bool(side.findChildren(DecideLearners)))
    dialog = dialog_over(side, DecideLearners)
    home = a_service(desk.db)
    fill(dialog, provider_id=Pick(home.provider_id, "Rosewood House Ltd"))
    dialog.submit()
    assert side.files.preview.found.new[0].place == (home.provider_id, None)


def test_a_column_that_is_not_recognised_is_asked_for(
    side: LearnersSide, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("Wer,First name,Provider\nExample,Cy,Nowhere\n", encoding="utf-8")
    side.files.begin(path, {})
    qtbot.waitUntil(lambda: bool(side.findChildren(ChooseColumns)))
    dialog = dialog_over(side, ChooseColumns)
    fill(dialog, family_name="Wer")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(side.findChildren(LearnersPreview)))
    assert len(side.files.preview.found.refused) == 1
