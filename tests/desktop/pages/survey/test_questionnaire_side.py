"""The questionnaire on the survey's page: looked at, changed and printed, by keyboard and by mouse."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.survey.question import WriteQuestion
from desktop.dialogs.survey.survey_name import BringBack, NameSurvey
from desktop.pages.survey.questionnaire_side import QuestionnaireSide
from desktop.pages.survey.survey import SurveyPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question as Ask
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.starting import start_survey
from workforce.survey.surveys import Survey, surveys
from workforce.survey.vocabulary import QuestionKind, Role, Topic, WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def survey(desk: Desk) -> Survey:
    return start_survey(desk.db)


@pytest.fixture
def wave(desk: Desk, survey: Survey) -> Wave:
    return plan_wave(desk.db, survey.id, WaveDraft("Baseline 2026", WaveKind.BASELINE, NOW.date()))


@pytest.fixture
def page(desk: Desk, survey: Survey, qtbot: QtBot) -> SurveyPage:
    made = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.reload()
    made.show()
    desk.changes.changed.connect(made.reload)
    made.turn_to("Questionnaire", "")
    return made


@pytest.fixture
def side(page: SurveyPage) -> QuestionnaireSide:
    found = page.current
    assert isinstance(found, QuestionnaireSide)
    return found


def asked(desk: Desk, survey: Survey, code: str) -> Question:
    return next(one for one in questions(desk.db, survey.id, retired=True) if one.code == code)


def fill(dialog: FormDialog, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)


def run(page: SurveyPage, name: str) -> None:
    action = next(one for one in page.page_actions() if one.name == name)
    assert action.ready(), name
    action.run()


def ready(page: SurveyPage, name: str) -> bool:
    return next(one for one in page.page_actions() if one.name == name).ready()


def said(side: QuestionnaireSide) -> str:
    side._settling.now()
    QApplication.processEvents()
    return "\n".join(label.text() for label in side.detail.findChildren(QLabel))


def gone(qtbot: QtBot, dialog: object) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_a_question_says_what_it_counts_as_and_where_it_was_asked(
    side: QuestionnaireSide, desk: Desk, survey: Survey, wave: Wave
) -> None:
    side.show_row(asked(desk, survey, "share_attended").id)
    told = said(side)
    assert "Range or band · Invited and attended" in told
    assert "Share of those invited who attend" in told and "None yet" in told
    assert side.table().rows[11][5:7] == ("Share of those invited who attend", "Baseline 2026")
    assert audit(side) == []


def test_a_question_is_added_with_its_options(
    page: SurveyPage, side: QuestionnaireSide, desk: Desk, survey: Survey, qtbot: QtBot
) -> None:
    run(page, "add_question")
    dialog = dialog_over(side, WriteQuestion)
    assert audit(dialog) == []
    fill(dialog, wording="How much do you pay?", topic=Topic.RETENTION, kind=QuestionKind.BAND,
         options="Little: 0 to 10\nMuch")  # fmt: skip
    dialog.submit()
    assert "“Much” needs the figures" in dialog.form.rows["options"].sentence
    fill(dialog, options="Little: 0 to 10\nMuch: 10 to 20", dont_know="Cannot say")
    dialog.submit()
    gone(qtbot, dialog)
    added = asked(desk, survey, "pay")
    assert [(one.wording, one.low, one.high) for one in added.offered] == [
        ("Little", "0", "10"),
        ("Much", "10", "20"),
        ("Cannot say", None, None),
    ]
    assert side.pane.table.current_key == added.id


def test_only_what_fits_the_kind_is_asked(page: SurveyPage, side: QuestionnaireSide) -> None:
    run(page, "add_question")
    dialog = dialog_over(side, WriteQuestion)

    def shown() -> set[str]:
        return {name for name, row in dialog.form.rows.items() if not row.isHidden()}

    fill(dialog, kind=QuestionKind.TEXT)
    assert not shown() & {"options", "other", "dont_know", "role", "unit", "allow_other"}
    fill(dialog, kind=QuestionKind.PEOPLE)
    assert {"role", "unit", "dont_know"} <= shown() and not shown() & {"options", "other"}
    fill(dialog, kind=QuestionKind.SEVERAL_CHOICES)
    assert {"options", "other", "allow_other"} <= shown() and "role" not in shown()
    dialog._touched = False
    dialog.reject()


def test_what_becomes_of_the_options_is_said_before_it_is_done(
    page: SurveyPage, side: QuestionnaireSide, desk: Desk, survey: Survey, wave: Wave, qtbot: QtBot
) -> None:
    held = asked(desk, survey, "how_hard")
    side.show_row(held.id)
    run(page, "edit_question")
    dialog = dialog_over(side, WriteQuestion)
    assert dialog._what_happens.isHidden()
    fill(dialog, options="Very easy\nFairly easy\nNeither easy nor hard\nQuite hard")
    assert dialog._what_happens.text() == (
        "“Quite easy” becomes “Fairly easy”. No longer offered: “Very hard”."
    )
    dialog.submit()
    gone(qtbot, dialog)
    after = asked(desk, survey, "how_hard")
    assert [one.wording for one in after.offered][1] == "Fairly easy"
    assert after.offered[1].id == held.offered[1].id
    assert [one.wording for one in after.options if one.retired_on] == ["Very hard"]
    history.undo(desk.db)
    assert asked(desk, survey, "how_hard") == held


def test_a_measure_that_stands_already_is_refused_by_its_field(
    page: SurveyPage, side: QuestionnaireSide
) -> None:
    run(page, "add_question")
    dialog = dialog_over(side, WriteQuestion)
    fill(dialog, wording="Who came?", kind=QuestionKind.PEOPLE, role=Role.ATTENDED)
    dialog.submit()
    assert "is measured by" in dialog.form.rows["role"].sentence
    dialog._touched = False
    dialog.reject()


def test_a_question_is_moved_retired_and_restored(
    page: SurveyPage, side: QuestionnaireSide, desk: Desk, survey: Survey
) -> None:
    first, second, *_ = questions(desk.db, survey.id)
    side.show_row(first.id)
    run(page, "question_down")
    assert [one.id for one in questions(desk.db, survey.id)][:2] == [second.id, first.id]
    run(page, "question_up")
    assert questions(desk.db, survey.id)[0].id == first.id
    run(page, "retire_question")
    assert side.table().rows[-1][-1] == "Retired"
    side.show_row(first.id)
    assert not ready(page, "question_up")
    run(page, "retire_question")
    assert questions(desk.db, survey.id)[-1].id == first.id
    run(page, "remove_question")
    assert first.id not in [one.id for one in questions(desk.db, survey.id, retired=True)]


def test_a_wave_that_asked_it_is_a_way_to_the_wave(
    page: SurveyPage, side: QuestionnaireSide, desk: Desk, survey: Survey, wave: Wave
) -> None:
    side.show_row(asked(desk, survey, "how_hard").id)
    side._go_to_wave(wave.id)
    assert page.current.tab == "Waves" and page.current.row_for_history() == ("survey_wave", wave.id)


def test_the_survey_is_named_another_added_and_one_archived(
    page: SurveyPage, side: QuestionnaireSide, desk: Desk, qtbot: QtBot
) -> None:
    assert page.choice.survey.widget.isHidden()
    run(page, "name_survey")
    dialog = dialog_over(side, NameSurvey)
    fill(dialog, name="Workforce survey")
    dialog.submit()
    gone(qtbot, dialog)
    run(page, "add_survey")
    dialog = dialog_over(side, NameSurvey)
    fill(dialog, name="Exit survey", purpose="Why people leave")
    dialog.submit()
    gone(qtbot, dialog)
    assert sorted(one.name for one in surveys(desk.db)) == ["Exit survey", "Workforce survey"]
    assert not page.choice.survey.widget.isHidden()
    run(page, "archive_survey")
    dialog_over(side, Ask)._choose()
    assert [one.name for one in surveys(desk.db)] == ["Exit survey"]
    qtbot.waitUntil(lambda: side.pane.model.count().number == 0)
    run(page, "restore_survey")
    dialog = dialog_over(side, BringBack)
    dialog.submit()
    gone(qtbot, dialog)
    assert sorted(one.name for one in surveys(desk.db)) == ["Exit survey", "Workforce survey"]
    assert not ready(page, "restore_survey")


def test_the_questionnaire_is_saved_as_a_word_document(
    page: SurveyPage, side: QuestionnaireSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "paper.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(path), ""))
    run(page, "survey_paper")
    assert path.exists()


def test_nothing_is_offered_to_change_where_the_file_is_only_read(
    desk: Desk, survey: Survey, qtbot: QtBot
) -> None:
    desk.opened.read_only = True
    page = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(page)
    page.reload()
    page.turn_to("Questionnaire", "")
    assert not any(ready(page, name) for name in ("add_question", "edit_question", "retire_question"))
    assert ready(page, "survey_paper")


def test_a_file_without_a_survey_offers_to_start_it(desk: Desk, qtbot: QtBot) -> None:
    page = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(page)
    page.reload()
    desk.changes.changed.connect(page.reload)
    assert page.tabs.isHidden() and page.status_text() == ""
    assert audit(page) == []
    run(page, "start_survey")
    assert [one.name for one in surveys(desk.db)] == ["Recruitment survey"]
    assert not page.tabs.isHidden() and not ready(page, "start_survey")
    side = page.current
    assert isinstance(side, QuestionnaireSide), "what it asks is looked at before it is asked"
    assert not side.next.isHidden() and audit(page) == []
    plan_wave(desk.db, surveys(desk.db)[0].id, WaveDraft("Baseline 2026", WaveKind.BASELINE, NOW.date()))
    assert side.next.isHidden()
