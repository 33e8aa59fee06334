"""A row of the survey is shown in its survey, wave and side: from Home, from Find anything, from the history."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.finding import finder
from desktop.pages.home import HomePage
from desktop.pages.survey import wave_reading
from desktop.pages.survey.survey import SurveyPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from tests.desktop.pages.register_desk import make_real_desk, make_window
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.action_plan.actions import ActionDraft, add_action
from workforce.survey.action_plan.practices import practices
from workforce.survey.attention import survey_attention
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.texts import code, texts
from workforce.survey.surveys import add_survey, archive_survey
from workforce.survey.vocabulary import WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


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
    """Nobody is tied to the first response of either; the second closes soon; an action is late, another due soon."""
    kept.home("Rose House")
    first, second = kept.wave(), kept.wave("Again", AGAIN, TODAY + timedelta(days=3))
    for one in (first, second):
        kept.answer(one.id, {"vacancy_reasons": "No buses at night"})
        kept.answer(one.id, {"vacancy_reasons": "Brexit"})
    add_action(kept.db, kept.survey_id, ActionDraft("Ask for a bus", due_on=TODAY - timedelta(days=9)))
    add_action(kept.db, kept.survey_id, ActionDraft("Advertise on buses", due_on=TODAY + timedelta(days=2)))
    return first, second


@pytest.fixture
def window(desk: Desk, waves: tuple[Wave, Wave], qtbot: QtBot) -> MainWindow:
    return make_window(desk, qtbot)


def page(window: MainWindow) -> SurveyPage:
    found = window.pages["survey"]
    assert isinstance(found, SurveyPage) and window.shown == "survey"
    return found


def shown(window: MainWindow) -> tuple[str, str, str]:
    """The side, the wave and the row."""
    here = page(window)
    return here.current.tab, here.choice.wave_id, here.current.row_for_history()[1]


def test_every_line_of_the_survey_on_home_opens_what_it_tells(
    window: MainWindow, desk: Desk, waves: tuple[Wave, Wave]
) -> None:
    lines = survey_attention(desk.db, NOW)
    assert {one.verb for one in lines} == {"Open the action", "Open the wave", "Open the response"}
    wave_of = dict(desk.db.rows("select id, wave_id from survey_response"))
    tabs = {"Open the action": "Action plan", "Open the wave": "Waves", "Open the response": "Answers"}
    for at, line in enumerate(lines):
        home = HomePage(desk, now=lambda: NOW)
        home.reload()
        buttons = [one for one in home.findChildren(QPushButton) if one.text() in tabs]
        assert len(buttons) == len(lines)
        next(one for one in buttons if line.what in one.accessibleName()).click()
        tab, wave, row = shown(window)
        assert (tab, row) == (tabs[line.verb], line.key), at
        if line.verb != "Open the action":
            assert wave == wave_of.get(line.key, waves[1].id)


def test_the_response_of_another_survey_is_opened(window: MainWindow, kept: Written, desk: Desk) -> None:
    window.show_page("survey")
    other = add_survey(desk.db, "Exit survey")
    elsewhere = plan_wave(desk.db, other.id, WaveDraft("Leavers", WaveKind.BASELINE, TODAY))
    response = kept.answer(elsewhere.id)
    window.show_page("survey", response)
    assert shown(window) == ("Answers", elsewhere.id, response)
    assert page(window).choice.survey_id == other.id
    window.show_page("survey", "a key of nothing")
    assert shown(window) == ("Answers", elsewhere.id, response)


def test_a_response_of_a_large_wave_is_shown_once_it_is_read(
    window: MainWindow, kept: Written, waves: tuple[Wave, Wave], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(wave_reading, "LARGE", 1)
    response = kept.answer(waves[0].id)
    window.show_page("survey", response)
    qtbot.waitUntil(lambda: shown(window) == ("Answers", waves[0].id, response))


@pytest.mark.parametrize(
    ("words", "tab"), [("Again", "Waves"), ("Advertise on buses", "Action plan"), ("Taster", "Action plan")]
)
def test_what_find_anything_finds_is_shown(window: MainWindow, desk: Desk, words: str, tab: str) -> None:
    found = [
        one for one in finder(desk.db, desk.navigator)(words) if "urvey" in one.kind or "ecruit" in one.kind
    ]
    assert found
    for one in found:
        one.open()
        side, _, row = shown(window)
        assert side == tab and row


def test_an_archived_survey_is_not_found(desk: Desk, kept: Written, waves: tuple[Wave, Wave]) -> None:
    archive_survey(desk.db, kept.survey_id, today=TODAY)
    find = finder(desk.db, desk.navigator)
    assert [one.title for one in (*find("Again"), *find("Advertise on buses"))] == []


def test_a_question_a_practice_and_a_text_are_shown(
    window: MainWindow, kept: Written, desk: Desk, waves: tuple[Wave, Wave]
) -> None:
    question = kept.question("vacancy_reasons").id
    buses = add_code(desk.db, question, "Buses").id
    code(desk.db, question, [texts(desk.db, question)[0].text_key], [buses], now=NOW)
    window.show_page("survey", question)
    assert shown(window)[0] in ("Results", "Questionnaire") and shown(window)[2] == question
    practice = practices(desk.db)[1].id
    window.show_page("survey", practice)
    assert (shown(window)[0], shown(window)[2]) == ("Action plan", practice)
    window.show_page("survey", str(desk.db.value("select id from survey_coding")))
    assert shown(window)[0] == "In words"


def test_menus_and_keys_follow_the_tab_shown(window: MainWindow, waves: tuple[Wave, Wave]) -> None:
    window.show_page("survey")
    here = page(window)

    def seen() -> list[str]:
        found = [one for one in window.menuBar().actions() if one.isVisible()]
        assert all("&" in one.text() for one in found)
        return [one.text().replace("&", "") for one in found][4:]

    keys = {}
    for side in (*reversed(here.sides), *here.sides):
        here.tabs.turn_to(side)
        assert set(seen()) <= {"Go", "Help", side.tab}
        able = [one for one in window.items_now() if one.isEnabled() and one.action.shortcut == "Ctrl+N"]
        keys[side.tab] = [one.action.name for one in able]
    assert keys["Waves"] == ["plan_wave"] and keys["Questionnaire"] == ["add_question"]
    assert keys["Answers"] == ["answers_type"] and keys["Action plan"] == ["plan_add"]


@pytest.mark.parametrize("tab", ["Answers", "In words", "Action plan"])
def test_reading_that_is_stopped_says_so_and_can_be_begun_again(
    window: MainWindow, desk: Desk, tab: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(wave_reading, "LARGE", 1)
    desk.settings.put("survey_plan", {"what": "Practices"})
    window.show_page("survey")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    side = next(one for one in page(window).sides if one.tab == tab)
    page(window).tabs.turn_to(side)
    assert side.reading.is_working and side._reading.isVisible()
    side.reading.stopped.emit()
    assert side._stopped.isVisible()
    qtbot.waitUntil(lambda: not side.reading.is_working)
    assert not side._reading.isVisible() and not side._stopped.isVisible()
