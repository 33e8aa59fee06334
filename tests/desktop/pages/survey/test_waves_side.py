"""The waves on the survey's page: planned, whom they invite, and what can be compared."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.survey.asked import AskOneMore, PutAskedRight
from desktop.dialogs.survey.population import InviteOne, SetPopulation
from desktop.dialogs.survey.wave import SayComparable, WriteWave
from desktop.dialogs.your_council import YourCouncil
from desktop.pages.survey import waves_side_acts
from desktop.pages.survey.survey import SurveyPage
from desktop.pages.survey.waves_side import WavesSide
from desktop.pages.survey.waves_side_view import WavesView
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.pills import Pill
from engagement.register.council import set_council
from engagement.register.services import edit_service
from engagement.register.vocabulary import ServiceKind
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import add_home, dialog_over, make_real_desk
from workforce.survey.questionnaire.editing import edit_question
from workforce.survey.questionnaire.questions import questions
from workforce.survey.starting import start_survey
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.comparability import matches
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.population import invited
from workforce.survey.waves.waves import Wave, waves
from workforce.survey.waves.waves import wave as wave_by_key

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LATER = date(2026, 12, 1)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    set_council(made.db, "Nottinghamshire")
    yield made
    made.jobs.finish()


@pytest.fixture
def homes(desk: Desk) -> dict[str, str]:
    """Three in the own area, one of a kind that is not asked, and one elsewhere."""
    found = {
        name: add_home(desk.db, name, f"{name} Ltd").id for name in ("Rosewood", "The Limes", "Sunny Days")
    }
    edit_service(desk.db, found["Sunny Days"], kind=ServiceKind.DAY_CARE)
    found["Derwent"] = add_home(desk.db, "Derwent", "Derwent Ltd").id
    edit_service(desk.db, found["Derwent"], authority="Derbyshire", district="Amber Valley")
    return found


@pytest.fixture
def survey(desk: Desk) -> Survey:
    return start_survey(desk.db)


@pytest.fixture
def wave(desk: Desk, survey: Survey) -> Wave:
    return plan_wave(desk.db, survey.id, WaveDraft("Baseline 2026", WaveKind.BASELINE, NOW.date()))


@pytest.fixture
def later(desk: Desk, survey: Survey, wave: Wave) -> Wave:
    """One question is reworded before it is planned."""
    key = next(one.id for one in questions(desk.db, survey.id) if one.code == "one_thing")
    edit_question(desk.db, key, wording="What would help you most?")
    return plan_wave(desk.db, survey.id, WaveDraft("Re-evaluation 2027", WaveKind.RE_EVALUATION, LATER))


@pytest.fixture
def page(desk: Desk, survey: Survey, homes: dict[str, str], qtbot: QtBot) -> SurveyPage:
    made = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.reload()
    made.show()
    desk.changes.changed.connect(made.reload)
    made.turn_to("Waves", "")
    return made


@pytest.fixture
def side(page: SurveyPage) -> WavesSide:
    found = page.current
    assert isinstance(found, WavesSide)
    return found


def fill(dialog: FormDialog, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)


def run(page: SurveyPage, name: str) -> None:
    action = next(one for one in page.page_actions() if one.name == name)
    assert action.ready(), name
    action.run()


def ready(page: SurveyPage, name: str) -> bool:
    return next(one for one in page.page_actions() if one.name == name).ready()


def said(side: WavesSide) -> str:
    view = side.current
    view._settling.now()  # type: ignore[attr-defined]
    QApplication.processEvents()
    parts = [label.text() for label in view.detail.findChildren(QLabel)]  # type: ignore[attr-defined]
    return "\n".join([*parts, *(pill.words for pill in view.findChildren(Pill))])


def show(side: WavesSide, view: WavesView) -> None:
    side.tabs.turn_to(view)


def gone(qtbot: QtBot, dialog: object) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_the_first_wave_is_planned_from_the_empty_page(
    page: SurveyPage, side: WavesSide, desk: Desk, survey: Survey, qtbot: QtBot
) -> None:
    run(page, "plan_wave")
    dialog = dialog_over(side, WriteWave)
    assert audit(dialog) == []
    fill(dialog, closes_on=date(2026, 11, 1))
    dialog.submit()
    assert "before it opens" in dialog.form.rows["closes_on"].sentence
    fill(dialog, closes_on=None, mode=Mode.MIXED)
    dialog.submit()
    gone(qtbot, dialog)
    (made,) = waves(desk.db, survey.id)
    assert (made.name, made.kind, made.mode) == ("Baseline 2026", WaveKind.BASELINE, Mode.MIXED)
    assert page.choice.wave_id == made.id
    told = said(side)
    assert "Nobody is invited yet." in told and "As the questionnaire stands." in told
    assert audit(side) == []


def test_a_wave_is_put_right_archived_and_restored(
    page: SurveyPage, side: WavesSide, desk: Desk, wave: Wave, qtbot: QtBot
) -> None:
    page.reload()
    run(page, "edit_wave")
    dialog = dialog_over(side, WriteWave)
    fill(dialog, name="First wave", asked_of=AskedOf.PROVIDER, note="By e-mail")
    dialog.submit()
    gone(qtbot, dialog)
    held = wave_by_key(desk.db, wave.id)
    assert (held.name, held.asked_of, held.note) == ("First wave", AskedOf.PROVIDER, "By e-mail")
    run(page, "archive_wave")
    assert page.choice.wave_id == ""
    side.waves.pane.show_row(wave.id)
    assert "Archived" in said(side)
    run(page, "archive_wave")
    assert page.choice.wave_id == wave.id


def test_the_row_of_a_wave_is_the_wave_chosen_above(
    page: SurveyPage, side: WavesSide, wave: Wave, later: Wave
) -> None:
    page.choice.show_wave(later.id)
    side.waves.pane.table.go_to(wave.id)
    assert page.choice.wave_id == wave.id
    page.choice.show_wave(later.id)
    assert side.waves.pane.table.current_key == later.id


def test_a_wave_asks_the_questions_as_they_stand_once_they_changed(
    page: SurveyPage, side: WavesSide, desk: Desk, wave: Wave, later: Wave
) -> None:
    page.reload()
    side.show_row(wave.id)
    assert "1 question differs from the questionnaire as it stands." in said(side)
    run(page, "wave_as_now")
    assert "What would help you most?" in [one.wording for one in asked_of_wave(desk.db, wave.id)]


def test_the_population_is_set_with_a_preview_of_who_is_left_out(
    page: SurveyPage, side: WavesSide, desk: Desk, wave: Wave, qtbot: QtBot
) -> None:
    page.reload()
    show(side, side.invited)
    run(page, "set_population")
    dialog = dialog_over(side, SetPopulation)
    assert audit(dialog) == []
    assert dialog.sentence.text() == ("2 services would be invited; 1 in the area left out, 1 are elsewhere.")
    assert dialog.outside.model.row(0)[1:] == (
        "Sunny Days", "Sunny Days Ltd", "Day care", "Day care: not a kind that is asked",
    )  # fmt: skip
    dialog.active.show_answer(True)
    assert dialog.sentence.text().startswith("0 services would be invited; 3 in the area left out")
    assert not dialog._invite.isEnabled()
    dialog.active.show_answer(False)
    dialog.day.line.setText("somewhen")
    assert not dialog.banner.isHidden() and not dialog._invite.isEnabled()
    dialog.day.show_answer(LATER)
    dialog.kinds.show_answer((ServiceKind.DAY_CARE, ServiceKind.NURSING_HOME))
    dialog.invite()
    gone(qtbot, dialog)
    assert [one.name for one in invited(desk.db, wave.id)] == ["Rosewood", "Sunny Days", "The Limes"]
    assert wave_by_key(desk.db, wave.id).population_on == LATER
    assert side.invited.model.rowCount() == 3 and side.table().base == "3 invited; 0 of them answered."


def test_whose_area_it_is_can_be_said_there_and_ctrl_enter_invites(
    page: SurveyPage, side: WavesSide, desk: Desk, homes: dict[str, str], wave: Wave, qtbot: QtBot
) -> None:
    set_council(desk.db, "")
    page.reload()
    show(side, side.invited)
    run(page, "set_population")
    dialog = dialog_over(side, SetPopulation)
    assert dialog.banner.isHidden() and "Say which council you are" in dialog.sentence.text()
    dialog.ask_council.click()
    asked = next(one for one in dialog.findChildren(YourCouncil))
    asked.form.rows["name"].field.show_answer("Nottinghamshire")
    asked.submit()
    assert dialog.ask_council.isHidden() and dialog.sentence.text().startswith("2 services would be invited")
    assert dialog.authorities.button.toolTip() == "Your own: Nottinghamshire"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.kinds.target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    gone(qtbot, dialog)
    assert len(invited(desk.db, wave.id)) == 2


def test_a_large_register_is_looked_through_beside_the_window(
    page: SurveyPage, side: WavesSide, desk: Desk, wave: Wave, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waves_side_acts, "AT_ONCE", 1)
    page.reload()
    show(side, side.invited)
    run(page, "set_population")
    dialog = dialog_over(side, SetPopulation)
    assert dialog.sentence.text() == "Looking through the register…" and not dialog._invite.isEnabled()
    dialog.active.show_answer(True)
    dialog.active.show_answer(False)
    qtbot.waitUntil(lambda: dialog.sentence.text().startswith("2 services would be invited"))
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    dialog.invite()
    gone(qtbot, dialog)
    qtbot.waitUntil(lambda: side.invited.model.rowCount() == 2)
    run(page, "set_population")
    again = dialog_over(side, SetPopulation)
    again.reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert len(invited(desk.db, wave.id)) == 2


def test_somebody_is_invited_and_left_out_by_hand(
    page: SurveyPage, side: WavesSide, desk: Desk, homes: dict[str, str], wave: Wave, qtbot: QtBot
) -> None:
    page.reload()
    show(side, side.invited)
    run(page, "invite_one")
    dialog = dialog_over(side, InviteOne)
    found = dialog._services("derw")
    assert [(one.key, one.words) for one in found] == [(homes["Derwent"], "Derwent")]
    fill(dialog, whom=found[0])
    dialog.submit()
    gone(qtbot, dialog)
    assert [one.name for one in invited(desk.db, wave.id)] == ["Derwent"]
    side.invited.pane.table.go_to_first()
    run(page, "leave_out")
    assert invited(desk.db, wave.id) == []
    history.undo(desk.db)
    assert len(invited(desk.db, wave.id)) == 1


def test_providers_are_found_where_these_are_asked(
    page: SurveyPage, side: WavesSide, desk: Desk, survey: Survey, qtbot: QtBot
) -> None:
    draft = WaveDraft("Baseline", WaveKind.BASELINE, NOW.date(), asked_of=AskedOf.PROVIDER)
    made = plan_wave(desk.db, survey.id, draft)
    page.reload()
    show(side, side.invited)
    run(page, "invite_one")
    dialog = dialog_over(side, InviteOne)
    (found,) = dialog._providers("rosewood")
    fill(dialog, whom=Pick(found.key, found.words))
    dialog.submit()
    gone(qtbot, dialog)
    assert [one.name for one in invited(desk.db, made.id)] == ["Rosewood Ltd"]


def test_what_changed_waits_first_and_is_decided_with_a_reason(
    page: SurveyPage, side: WavesSide, desk: Desk, wave: Wave, later: Wave, qtbot: QtBot
) -> None:
    page.choice.show_wave(later.id)
    show(side, side.asked)
    assert side.asked.told.text() == (
        "Against Baseline 2026: 1 question of 25 changed and waits to be decided; until then each is a break."
    )
    side.asked.pane.table.go_to_first()
    told = said(side)
    assert "It was asked as “What one thing would help you most to recruit and keep staff?”." in told
    assert "Break, not decided" in told
    assert audit(side) == []
    run(page, "comparable")
    dialog = dialog_over(side, SayComparable)
    dialog.submit()
    assert "needed" in dialog.form.rows["reason"].sentence
    fill(dialog, reason="Means the same")
    dialog.submit()
    gone(qtbot, dialog)
    assert [one.comparable for one in matches(desk.db, wave.id, later.id) if one.decided] == [True]
    assert "Means the same" in said(side)
    run(page, "call_break")
    changed = next(one for one in matches(desk.db, wave.id, later.id) if one.decided)
    assert not changed.comparable
    run(page, "undecided")
    assert [one.comparable for one in matches(desk.db, wave.id, later.id) if one.is_break] == [False]


def test_what_stayed_the_same_can_only_be_called_a_break(
    page: SurveyPage, side: WavesSide, wave: Wave, later: Wave
) -> None:
    page.choice.show_wave(later.id)
    show(side, side.asked)
    side.asked.pane.table.go_to_last()
    assert "Asked in the same words with the same options." in said(side)
    assert not ready(page, "comparable") and ready(page, "call_break")


def test_of_the_first_wave_it_is_shown_what_it_asks(page: SurveyPage, side: WavesSide, wave: Wave) -> None:
    page.reload()
    show(side, side.asked)
    side.asked.pane.table.go_to_first()
    assert "How many permanent and temporary staff do you employ?" in said(side)
    assert side.asked.told.text().startswith("The first wave:") and not ready(page, "call_break")
    assert len(side.table().rows) == side.asked.model.rowCount()


def test_how_it_was_asked_is_put_right_for_the_wave_alone(
    page: SurveyPage, side: WavesSide, desk: Desk, survey: Survey, wave: Wave, qtbot: QtBot
) -> None:
    page.reload()
    show(side, side.asked)
    held = next(one for one in questions(desk.db, survey.id) if one.code == "how_hard")
    side.asked.pane.table.go_to(held.id)
    run(page, "put_asked_right")
    dialog = dialog_over(side, PutAskedRight)
    assert audit(dialog) == []
    fill(dialog, wording="How difficult is it?", options="Very easy\nImpossible\nQuite hard\nVery hard")
    dialog.submit()
    assert "“Impossible” is no option of this question" in dialog.form.rows["options"].sentence
    fill(dialog, options="Dead easy\nQuite easy\nQuite hard\nVery hard")
    dialog.submit()
    gone(qtbot, dialog)
    asked = next(one for one in asked_of_wave(desk.db, wave.id) if one.question.id == held.id)
    assert asked.wording == "How difficult is it?"
    assert [(one.option.wording, one.wording) for one in asked.options][:2] == [
        ("Very easy", "Dead easy"),
        ("Quite easy", "Quite easy"),
    ]
    history.undo(desk.db)
    assert (
        len(next(one for one in asked_of_wave(desk.db, wave.id) if one.question.id == held.id).options) == 5
    )


def test_a_question_is_left_out_of_a_wave_and_asked_again(
    page: SurveyPage, side: WavesSide, desk: Desk, survey: Survey, wave: Wave, qtbot: QtBot
) -> None:
    page.reload()
    show(side, side.asked)
    with pytest.raises(Problem, match="asks every question"):
        run(page, "ask_one_more")
    held = next(one for one in questions(desk.db, survey.id) if one.code == "how_hard")
    side.asked.pane.table.go_to(held.id)
    run(page, "drop_asked")
    assert held.id not in [one.question.id for one in asked_of_wave(desk.db, wave.id)]
    run(page, "ask_one_more")
    dialog = dialog_over(side, AskOneMore)
    fill(dialog, question=held.id)
    dialog.submit()
    gone(qtbot, dialog)
    assert asked_of_wave(desk.db, wave.id)[-1].question.id == held.id


def test_the_questionnaire_of_a_wave_is_saved(
    page: SurveyPage, side: WavesSide, wave: Wave, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.reload()
    path = tmp_path / "wave.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(path), ""))
    run(page, "wave_paper")
    assert path.exists()


def test_without_a_wave_there_is_only_the_way_to_plan_one(
    page: SurveyPage, side: WavesSide, desk: Desk, wave: Wave
) -> None:
    page.reload()
    show(side, side.invited)
    history.undo(desk.db)
    assert side.current is side.waves
    assert [side.tabs.bar.isTabEnabled(at) for at in range(3)] == [True, False, False]
