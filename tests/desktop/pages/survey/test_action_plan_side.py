"""The action plan and the library of practices on the survey page."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.choices import provider_pick
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.survey.plan_action import CloseAction, WriteAction
from desktop.dialogs.survey.practice import NoteUse, PutOnAgenda, WritePractice
from desktop.pages.survey.action_plan_side import ACTIONS, PRACTICES, ActionPlanSide
from desktop.pages.survey.survey import SurveyPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.forums.events import EventDraft, plan_event
from engagement.forums.meeting import agenda
from engagement.forums.vocabulary import EventKind
from engagement.register.providers import provider
from resources.database import OpenFile, history
from resources.report.document_text import passages
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.widgets.words_shown import words
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.action_plan.actions import ActionDraft, actions, add_action
from workforce.survey.action_plan.practice_uses import UseDraft, add_use, uses
from workforce.survey.action_plan.practices import practices
from workforce.survey.vocabulary import ActionStatus, Measure, Works
from workforce.survey.waves.waves import Wave

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)
FEW = "Not enough applicants"


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def kept(desk: Desk) -> Written:
    return Written(desk.db)


@pytest.fixture
def waves(kept: Written) -> tuple[Wave, Wave]:
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    for wave, few in ((first, 24), (second, 12)):
        for number in range(32):
            chosen = [FEW] if number < few else ["Retirement"]
            does = ["Psychometric testing"] if number < few else ["Retention or attendance bonus"]
            kept.answer(
                wave.id,
                choices={"vacancy_reasons": chosen, "retention_methods": does, "best_retention": does},
            )
    return first, second


@pytest.fixture
def page(desk: Desk, kept: Written, waves: tuple[Wave, Wave], qtbot: QtBot) -> SurveyPage:
    made = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.reload()
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, ActionPlanSide)))
    made.show()
    return made


@pytest.fixture
def side(page: SurveyPage) -> ActionPlanSide:
    found = page.current
    assert isinstance(found, ActionPlanSide)
    return found


def act(side: ActionPlanSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: ActionPlanSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def planned(kept: Written, waves: tuple[Wave, Wave]) -> str:
    draft = ActionDraft(
        "Talk to colleges", "Too few apply", "Wren Invented", date(2020, 5, 1), Measure.SHARE,
        kept.question("vacancy_reasons").id, kept.option("vacancy_reasons", FEW), waves[0].id, waves[1].id,
    )  # fmt: skip
    return add_action(kept.db, kept.survey_id, draft).id


# --- the plan ---------------------------------------------------------------------------------------------------


def test_an_empty_plan_begins_with_an_action(
    side: ActionPlanSide, kept: Written, waves: tuple[Wave, Wave], qtbot: QtBot
) -> None:
    assert "Nothing is planned yet" in said(side)
    side.focus_first()
    side.plan.empty.focusProxy().click()
    dialog = dialog_over(side, WriteAction)
    assert audit(dialog) == []
    fill(dialog, action="Talk to colleges", finding="Too few apply", owner="Wren Invented", measure=Measure.SHARE,
         question_id=kept.question("vacancy_reasons").id)  # fmt: skip
    fill(dialog, option_id=kept.option("vacancy_reasons", FEW), wave_id=waves[1].id)
    dialog.submit()
    (held,) = actions(kept.db, kept.survey_id)
    assert (held.action, held.measure, held.baseline_wave_id) == (
        "Talk to colleges",
        Measure.SHARE,
        waves[0].id,
    )
    assert side.plan.pane.table.current_key == held.id
    qtbot.waitUntil(lambda: "75% of 32" in said(side.plan.detail))
    assert "points" in said(side.plan.detail)
    assert audit(side.window()) == []


def test_a_share_wants_its_answer(side: ActionPlanSide, qtbot: QtBot) -> None:
    act(side, "plan_add")
    dialog = dialog_over(side, WriteAction)
    assert dialog.form.rows["option_id"].isHidden() and dialog.form.rows["wave_id"].isHidden()
    fill(dialog, action="Try", measure=Measure.SHARE)
    assert not dialog.form.rows["option_id"].isHidden()
    dialog.submit()
    assert "Choose the question’s answer" in said(dialog)
    fill(dialog, measure=Measure.NONE)
    dialog.submit()
    qtbot.waitUntil(lambda: "It is not measured by the survey" in said(side.plan.detail))


def test_an_action_is_changed_done_opened_again_dropped_and_removed(
    side: ActionPlanSide, kept: Written, waves: tuple[Wave, Wave]
) -> None:
    key = planned(kept, waves)
    side.show_row(key)
    side.reload()
    assert side.plan.pane.model.row(0)[2] == "Overdue"
    QTest.keyClick(side.plan.pane.table, Qt.Key.Key_Return)
    dialog = dialog_over(side, WriteAction)
    fill(dialog, due_on=date(2020, 12, 1))
    dialog.submit()
    side.reload()
    assert side.plan.pane.model.row(0)[2] == "Open"
    act(side, "plan_edit")
    dialog_over(side, WriteAction).submit()
    act(side, "plan_done")
    closing = dialog_over(side, CloseAction)
    assert audit(closing) == []
    fill(closing, note="All were told")
    closing.submit()
    side.reload()
    held = actions(kept.db)[0]
    assert (held.status, held.closed_on, held.note) == (ActionStatus.DONE, NOW.date(), "All were told")
    assert side.row.buttons["plan_done"].text() == "Open again" and not ready(side, "plan_drop")
    act(side, "plan_done")
    side.reload()
    act(side, "plan_drop")
    dialog_over(side, CloseAction).submit()
    assert actions(kept.db)[0].status is ActionStatus.DROPPED
    side.reload()
    act(side, "plan_remove")
    dialog_over(side, Question)._yes.click()
    assert actions(kept.db) == []
    assert history.undo(kept.db) is not None
    assert len(actions(kept.db)) == 1


def test_home_and_the_history_find_an_action(
    page: SurveyPage, side: ActionPlanSide, kept: Written, waves: tuple[Wave, Wave]
) -> None:
    key = planned(kept, waves)
    practice = practices(kept.db)[2].id
    page.show_row(practice)
    assert side.what == PRACTICES and side.row_for_history() == ("survey_practice", practice)
    page.show_row(key)
    assert side.what == ACTIONS and side.row_for_history() == ("survey_action", key)
    table = side.table()
    assert table is not None and table.title == "Action plan" and side.status_text() == "1 row"
    side.focus_filter()


# --- practices --------------------------------------------------------------------------------------------------


def turn(side: ActionPlanSide) -> None:
    """To the practices, with the cursor on the first."""
    side.show_what.show_answer(PRACTICES)
    side.practices.pane.table.go_to_first()


def test_the_library_says_what_each_wave_says(side: ActionPlanSide, qtbot: QtBot) -> None:
    turn(side)
    side.practices.pane.show_row(
        next(one.id for one in practices(side._desk.db) if "Psychometric" in one.name)
    )
    qtbot.waitUntil(lambda: "24 of 32 do this" in said(side.practices.detail))
    assert "12 of 32 say it works best" in said(side.practices.detail)
    table = side.table()
    assert table is not None and len(table.rows) == 8 and len(table.columns) == 8
    assert audit(side.window()) == []


def test_a_practice_is_added_changed_archived_and_restored(side: ActionPlanSide, kept: Written) -> None:
    turn(side)
    act(side, "practice_add")
    dialog = dialog_over(side, WritePractice)
    assert audit(dialog) == []
    fill(dialog, name="Free meals", description="On shift")
    dialog.submit()
    side.reload()
    assert side.practices.chosen()[0].practice.name == "Free meals"
    act(side, "practice_change")
    dialog = dialog_over(side, WritePractice)
    fill(dialog, name="Meals on shift")
    dialog.submit()
    side.reload()
    act(side, "practice_put_away")
    assert "Meals on shift" not in [one.name for one in practices(kept.db)]
    act(side, "practice_restore")
    kept_list = dialog_over(side, KeptList)
    kept_list.row.buttons["practice_back"].click()
    assert "Meals on shift" in [one.name for one in practices(kept.db)]
    kept_list.accept()


def test_where_a_practice_was_tried_is_noted_changed_and_removed(side: ActionPlanSide, kept: Written) -> None:
    home = kept.home("Rosewood House")
    turn(side)
    QTest.keyClick(side.practices.pane.table, Qt.Key.Key_Return)
    kept_list = dialog_over(side, KeptList)
    kept_list.row.buttons["use_add"].click()
    dialog = dialog_over(kept_list, NoteUse)
    assert audit(dialog) == []
    fill(dialog, provider_id=provider_pick(provider(kept.db, home[0])))
    dialog._provider.changed.emit()  # as choosing from its list does
    fill(dialog, service_id=home[1], works=Works.PARTLY, effect="Two stayed")
    dialog.submit()
    (use,) = uses(kept.db)
    assert (use.place, use.works, use.effect, use.said_on) == (
        "Rosewood House",
        Works.PARTLY,
        "Two stayed",
        NOW.date(),
    )
    kept_list.table.go_to_first()
    kept_list.row.buttons["use_change"].click()
    dialog = dialog_over(kept_list, NoteUse)
    fill(dialog, works=Works.YES)
    dialog.submit()
    assert uses(kept.db)[0].works is Works.YES
    kept_list.row.buttons["use_remove"].click()
    assert uses(kept.db) == []
    kept_list.accept()


def test_who_tried_it_is_opened_in_the_register(side: ActionPlanSide, kept: Written, desk: Desk) -> None:
    home = kept.home("Rosewood House")
    bonus = practices(kept.db)[0]
    made = add_use(kept.db, bonus.id, UseDraft(home[0], Works.YES, NOW.date(), home[1]), today=NOW.date())
    went: list[tuple[str, str]] = []
    desk.navigator.asked.connect(lambda page, key: went.append((page, key)))
    turn(side)
    side.practices._open_use(made.id)
    assert went == [("providers", home[1])]


def test_chosen_practices_are_taken_to_a_forum(
    side: ActionPlanSide, kept: Written, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn(side)
    act(side, "practice_agenda")
    asked = dialog_over(side, Question)
    went: list[str] = []
    desk.navigator.asked.connect(lambda page, _key: went.append(page))
    asked._yes.click()
    assert went == ["forums"]
    starts = datetime(2020, 7, 1, 9, tzinfo=UTC)
    draft = EventDraft(
        EventKind.PROVIDER_FORUM, "Provider forum, July 2020", starts, starts + timedelta(hours=2)
    )
    event = plan_event(kept.db, draft)
    act(side, "practice_agenda")
    dialog = dialog_over(side, PutOnAgenda)
    assert audit(dialog) == []
    dialog.submit()
    (item,) = agenda.items(kept.db, event)
    assert (item.title, item.minutes) == ("What works: Retention or attendance bonus", 15)
    path = tmp_path / "Practices.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_more: (str(path), ""))
    side.practices.pane.table.selectAll()
    act(side, "practice_handout")
    text = "\n".join(one.text for one in passages(path.read_bytes()))
    assert "8 practices" in text and "Psychometric testing" in text
