"""What was written in a survey: coded by dialog, by suggestion and by number, its themes, and what may be quoted."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.survey.code_texts import CodeTexts, MergeCode, NameCode
from desktop.pages.survey.survey import SurveyPage
from desktop.pages.survey.words_side import QUOTES, TEXTS, THEMES, WordsSide
from desktop.pages.survey.words_side_typed import TypedNumber
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.widgets.words_shown import words
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.coding import codes, texts
from workforce.survey.waves.waves import Wave

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)
REASONS, ONE_THING = "vacancy_reasons", "one_thing"


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
    """Two waves with texts to two questions."""
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    for wave, text in (
        (first, "No buses at night"), (first, "no buses at night!"), (second, "No buses at night"),
        (second, "No bus at night"), (second, "Brexit"),
    ):  # fmt: skip
        kept.answer(wave.id, {REASONS: text}, quote_consent="yes")
    kept.answer(second.id, {ONE_THING: "Better pay"}, quote_consent="yes")
    kept.answer(second.id, {ONE_THING: "Ring 0115 977 3201"}, quote_consent="yes")
    return first, second


@pytest.fixture
def page(desk: Desk, kept: Written, qtbot: QtBot) -> SurveyPage:
    made = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.reload()
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, WordsSide)))
    made.show()
    return made


@pytest.fixture
def side(waves: tuple[Wave, Wave], page: SurveyPage) -> WordsSide:
    page.reload()
    found = page.current
    assert isinstance(found, WordsSide)
    return found


def ask(side: WordsSide, code: str, what: str = TEXTS) -> None:
    """Choose a question and what of it is shown, as a person does."""
    side.question.show_answer(Written.question(_Kept(side), code).id)
    side.show_what.show_answer(what)


class _Kept(Written):
    """The survey of the side's file."""

    def __init__(self, side: WordsSide) -> None:
        self.db, self.survey_id = side._desk.db, side.survey_id


def act(side: WordsSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready()
    found.run()


def coded(side: WordsSide, key: str) -> list[str]:
    return [one.wording for one in texts.text(side._desk.db, side.chosen_question(), key).codes]


def said(widget: QWidget) -> str:
    """All that can be read on a widget."""
    return "\n".join(words(widget))


def choose(side: WordsSide, key: str) -> None:
    side.texts.pane.table.go_to(key)
    side.texts.pane.table.setFocus()


def test_an_empty_page_says_where_texts_come_from(page: SurveyPage) -> None:
    side = page.current
    assert "Nobody has written anything yet" in said(side)
    assert side.table() is None and side.status_text() == ""
    side.focus_first()
    side.focus_filter()
    asked: list[tuple[str, str]] = []
    side.turn_to.connect(lambda tab, key: asked.append((tab, key)))
    side._nothing.focusProxy().click()
    assert asked == [("Answers", "")]


def test_the_questions_with_texts_and_each_text_once(side: WordsSide) -> None:
    assert side.texts.pane.model.rowCount() == 3
    assert side.status_text() == "3 of 3 to code"
    table = side.table()
    assert table is not None and table.rows[0][:2] == ("No buses at night", 3)
    assert audit(side.window()) == []


def test_a_text_is_coded_by_the_dialog_and_it_is_undone(side: WordsSide, desk: Desk) -> None:
    choose(side, "brexit")
    act(side, "words_code")
    dialog = dialog_over(side, CodeTexts)
    assert audit(dialog) == []
    dialog.form.rows["new"].field.show_answer("Leaving the EU")
    dialog.submit()
    assert coded(side, "brexit") == ["Leaving the EU"]
    assert "Leaving the EU" in said(side.texts.detail)
    assert "Test Officer" in said(side.texts.detail)
    assert history.undo(desk.db) is not None
    assert coded(side, "brexit") == []
    assert not any(one.from_coding for one in codes.frame(_Kept(side).question(REASONS)))


def test_the_dialog_wants_a_code_and_one_alone_where_there_is_one_answer(
    side: WordsSide, kept: Written
) -> None:
    choose(side, "brexit")
    act(side, "words_code")
    dialog = dialog_over(side, CodeTexts)
    dialog.submit()
    assert dialog.isVisible() and "No code is chosen" in said(dialog)
    dialog._touched = False
    dialog.reject()
    kept.answer(side.wave_id, {"best_retention": "Free meals"})
    side.reload()
    ask(side, "best_retention")
    choose(side, "free meals")
    QTest.keyClick(side.texts.pane.table, Qt.Key.Key_Return)
    dialog = dialog_over(side, CodeTexts)
    option = kept.option("best_retention", "Psychometric testing")
    dialog.form.rows["codes"].field.show_answer(option)
    dialog.form.rows["new"].field.show_answer("Meals")
    dialog.submit()
    assert "takes one code" in said(dialog)
    dialog.form.rows["new"].field.show_answer("")
    dialog.submit()
    assert coded(side, "free meals") == ["Psychometric testing"]


def test_a_number_typed_over_the_table_codes_the_texts_chosen(side: WordsSide) -> None:
    choose(side, "brexit")
    table = side.texts.pane.table
    QTest.keyClick(table, Qt.Key.Key_2)
    assert coded(side, "brexit") == ["Not enough applicants"]
    QTest.keyClick(table, Qt.Key.Key_1)  # it may go on: there are more than ten codes
    assert coded(side, "brexit") == ["Not enough applicants"]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert coded(side, "brexit") == ["Perception of low pay", "Not enough applicants"]
    QTest.keyClick(table, Qt.Key.Key_0)
    assert coded(side, "brexit") == []
    assert texts.text(side._desk.db, side.chosen_question(), "brexit").fits_none
    act(side, "words_uncode")
    assert not texts.text(side._desk.db, side.chosen_question(), "brexit").is_coded


def test_several_texts_at_once(side: WordsSide) -> None:
    side.texts.pane.table.setFocus()
    side.texts.pane.table.selectAll()
    assert len(side.texts.chosen()) == 3
    act(side, "words_none")
    assert side.status_text() == "3 texts"
    side.texts.pane.table.selectAll()
    act(side, "words_code")
    dialog = dialog_over(side, CodeTexts)
    assert "Code 3 texts" in said(dialog)
    dialog._touched = False
    dialog.reject()


def test_a_suggestion_is_shown_and_taken_only_by_the_person(side: WordsSide, qtbot: QtBot) -> None:
    choose(side, "no buses at night")
    QTest.keyClick(side.texts.pane.table, Qt.Key.Key_2)
    choose(side, "no bus at night")
    qtbot.waitUntil(lambda: "nearly the same" in said(side.texts.detail))
    assert coded(side, "no bus at night") == []
    side.texts.suggestion_taken.emit(_Kept(side).option(REASONS, "Not enough applicants"))
    assert coded(side, "no bus at night") == ["Not enough applicants"]


def test_codes_are_kept_in_a_list(side: WordsSide) -> None:
    ask(side, ONE_THING)
    act(side, "words_codes")
    kept_list = dialog_over(side, KeptList)
    for name in ("Pay", "Wages"):
        kept_list.row.buttons["code_add"].click()
        dialog = dialog_over(kept_list, NameCode)
        dialog.form.rows["wording"].field.show_answer(name)
        dialog.submit()
    kept_list.table.go_to_last()
    kept_list.row.buttons["code_rename"].click()
    dialog = dialog_over(kept_list, NameCode)
    dialog.form.rows["wording"].field.show_answer("Salary")
    dialog.submit()
    kept_list.row.buttons["code_retire"].click()
    assert kept_list.row.buttons["code_retire"].text() == "Restore"
    kept_list.row.buttons["code_retire"].click()
    kept_list.row.buttons["code_merge"].click()
    merge = dialog_over(kept_list, MergeCode)
    merge.form.rows["kept"].field.show_answer(codes.frame(_Kept(side).question(ONE_THING))[0].id)
    merge.submit()
    assert [one.wording for one in codes.frame(_Kept(side).question(ONE_THING))] == ["Pay"]
    kept_list.accept()


def test_a_lonely_code_has_nothing_to_merge_into(side: WordsSide) -> None:
    ask(side, ONE_THING)
    codes.add_code(side._desk.db, side.chosen_question(), "Pay")
    act(side, "words_codes")
    kept_list = dialog_over(side, KeptList)
    with pytest.raises(Problem, match="no other code"):
        side.menu.codes._merge(kept_list)
    kept_list.accept()


def test_themes_are_a_table_of_every_wave_and_a_chart_of_one(side: WordsSide) -> None:
    choose(side, "no buses at night")
    QTest.keyClick(side.texts.pane.table, Qt.Key.Key_2)
    ask(side, REASONS, THEMES)
    table = side.table()
    assert table is not None and table.rows == [("Not enough applicants", 2, None, 1, None)]
    assert side.themes.chart.bars.rows == [("Not enough applicants", (1.0,))]
    assert "Again" in side.themes.chart.bars.subtitle
    assert side.row.isVisible() and not side.row.buttons["words_code"].isEnabled()
    side.focus_first()
    side.focus_filter()


def test_a_quote_that_names_somebody_is_not_offered(side: WordsSide) -> None:
    ask(side, ONE_THING, QUOTES)
    assert side.quotes.pane.model.rowCount() == 2
    assert side.quote_row.isVisible() and not side.row.isVisible()
    table = side.table()
    assert table is not None and [row[0] for row in table.rows] == ["Better pay"]
    side.quotes.pane.table.go_to_first()
    act(side, "words_copy_quote")
    assert QGuiApplication.clipboard().text() == "“Better pay” (A provider)"
    side.quotes.pane.table.go_to_last()
    with pytest.raises(Problem, match="a telephone number"):
        act(side, "words_copy_quote")
    assert side.row_for_history() == ("survey_question", side.chosen_question())


def test_the_figures_of_a_number_come_one_by_one() -> None:
    typed = TypedNumber()
    assert [typed.figure(key, 9) for key in "390"] == [3, 9, 0]
    assert typed.figure("1", 14) is None and typed.waits
    assert typed.waiting_words(["Pay"] * 14).startswith("1: press Enter for “Pay”")
    assert typed.figure("2", 14) == 12 and not typed.waits
    assert typed.figure("1", 14) is None and typed.figure("9", 14) == 9 and not typed.waits
    assert typed.figure("1", 14) is None and typed.enter() == 1 and typed.enter() is None
    typed.figure("1", 14)
    typed.clear()
    assert typed.figure("5", 14) == 5 and typed.figure("7", 3) is None
