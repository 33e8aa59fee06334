"""The answers of a wave: read, typed in, tied, put right, and taken in from files step by step, by keyboard too."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.survey.answer import ChangeAnswer
from desktop.dialogs.survey.response import TypeInResponse
from desktop.dialogs.survey.same_provider import ALL, CountOne
from desktop.dialogs.survey.who_it_is import WhoseIsIt
from desktop.pages.survey import import_flow, sides
from desktop.pages.survey.answers_side import AnswersSide
from desktop.pages.survey.import_wizard import PREVIEW, ImportWizard
from desktop.pages.survey.survey import SurveyPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.register.providers import add_provider_with_service
from engagement.register.services import Service, add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Condition, OpenFile, Query, change, history, open_file
from resources.files.reading import read_sheets
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.desktop.pages.survey import answers_files as files
from workforce.survey.answers.decisions import Means, WhoDecision
from workforce.survey.answers.preview import preview_notes
from workforce.survey.answers.recording import add_response
from workforce.survey.answers.responses import Answer, Response, responses
from workforce.survey.starting import start_survey
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import AnswerState, WaveKind
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
OPENS = date(2026, 11, 1)
HOME = ServiceKind.RESIDENTIAL_HOME


@pytest.fixture(autouse=True)
def this_side_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other sides of the page have tests of their own."""
    monkeypatch.setattr(sides, "SIDES", (AnswersSide,))


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def homes(desk: Desk) -> list[Service]:
    """Rose House alone; Oak House and four more of one provider."""
    rose = add_provider_with_service(desk.db, {"name": "Rose Care Ltd"}, {"name": "Rose House", "kind": HOME})
    oak = add_provider_with_service(desk.db, {"name": "Woodland Care"}, {"name": "Oak House", "kind": HOME})
    more = [add_service(desk.db, oak.provider_id, name=f"{tree} Lodge", kind=HOME)
            for tree in ("Ash", "Beech", "Cedar", "Elder")]  # fmt: skip
    return [rose, oak, *more]


@pytest.fixture
def wave(desk: Desk) -> Wave:
    survey = start_survey(desk.db)
    return plan_wave(desk.db, survey.id, WaveDraft("Baseline 2026", WaveKind.BASELINE, OPENS))


@pytest.fixture
def page(desk: Desk, wave: Wave, homes: list[Service], qtbot: QtBot) -> SurveyPage:
    made = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, AnswersSide)))
    return made


@pytest.fixture
def side(page: SurveyPage) -> AnswersSide:
    return next(one for one in page.sides if isinstance(one, AnswersSide))


@pytest.fixture
def wizard(side: AnswersSide) -> ImportWizard:
    return side.actions_list.files.wizard


def by_code(side: AnswersSide, code: str) -> Asked:
    return next(one for one in asked_of_wave(side._desk.db, side.wave_id) if one.question.code == code)


def exact(figure: int) -> Answer:
    return Answer(low=str(figure), high=str(figure))


def held(side: AnswersSide) -> list[Response]:
    return responses(side._desk.db, side.wave_id)


def run(side: AnswersSide, name: str) -> None:
    action = next(one for one in side.actions_here() if one.name == name)
    assert action.ready(), name
    action.run()


def ready(side: AnswersSide) -> set[str]:
    return {one.name for one in side.actions_here() if one.ready()}


def three(side: AnswersSide, homes: list[Service]) -> list[Response]:
    """One of Rose House that cannot be, a second of it, and one of nobody."""
    applied, invited, attended = (
        by_code(side, one).question.id for one in ("applied", "invited", "attended")
    )
    rose = {"provider_id": homes[0].provider_id, "services": [homes[0].id]}
    add_response(side._desk.db, side.wave_id, {invited: exact(6), attended: exact(9)}, **rose)  # type: ignore[arg-type]
    add_response(side._desk.db, side.wave_id, {applied: exact(20)}, **rose)  # type: ignore[arg-type]
    add_response(side._desk.db, side.wave_id, {applied: Answer(AnswerState.DONT_KNOW, said="no idea")},
                 said_name="Oak Hse")  # fmt: skip
    return held(side)


def said(side: AnswersSide) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [one.text() for one in side.detail.findChildren(QLabel) if one.isVisibleTo(side.detail)]


def go(wizard: ImportWizard, place: int, qtbot: QtBot) -> None:
    wizard.step_asked.emit(place)
    qtbot.waitUntil(lambda: wizard.at == place)


def begin(side: AnswersSide, path: Path, qtbot: QtBot) -> ImportWizard:
    side.actions_list.files.begin(path)
    wizard = side.actions_list.files.wizard
    qtbot.waitUntil(lambda: wizard.draft is not None and side._pile.currentWidget() is wizard)
    return wizard


# --- with nothing yet -------------------------------------------------------------------------------------------


def test_without_a_wave_the_way_to_the_waves_is_shown(desk: Desk, qtbot: QtBot) -> None:
    start_survey(desk.db)
    page = SurveyPage(desk, now=lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    side = next(one for one in page.sides if isinstance(one, AnswersSide))
    page.tabs.turn_to(side)
    assert side._pile.currentWidget() is side._no_wave and side.table() is None
    assert ready(side) == set()
    asked: list[str] = []
    side.turn_to.disconnect()
    side.turn_to.connect(lambda tab, _key: asked.append(tab))
    side._no_wave.focusProxy().click()  # type: ignore[union-attr]
    assert asked == ["Waves"]


def test_without_answers_both_ways_in_are_offered(side: AnswersSide, page: SurveyPage) -> None:
    assert side._pile.currentWidget() is side._no_answers and side.status_text() == ""
    assert ready(side) == {"answers_file", "answers_type", "answers_remembered"}
    assert audit(page) == []


# --- reading ----------------------------------------------------------------------------------------------------


def test_a_response_is_read_in_words_with_its_queries_first(
    side: AnswersSide, page: SurveyPage, homes: list[Service]
) -> None:
    first, _, untied = three(side, homes)
    side.show_row(first.id)
    words = said(side)
    assert words[0] == "Response 1: Rose House, Rose Care Ltd"
    assert words.index("9 attended of 6 invited cannot be.") < words.index("9 people")
    assert "Not answered" in words
    side.show_row(untied.id)
    assert "Don’t know\nSent as “no idea”" in said(side)
    assert side.status_text() == "3 responses"
    assert side.row_for_history() == ("survey_response", untied.id)
    table = side.table()
    assert table is not None and len(table.rows) == 3
    side.pane.show_query(Query(conditions=(Condition("state", ("Not tied",)),)))
    shown = side.table()
    assert shown is not None and [row[1] for row in shown.rows] == ["Oak Hse"]
    assert audit(page) == []


def test_the_provider_is_a_press_away(
    side: AnswersSide, homes: list[Service], desk: Desk, qtbot: QtBot
) -> None:
    first, _, untied = three(side, homes)
    side.show_row(first.id)
    with qtbot.waitSignal(desk.navigator.asked) as asked:
        run(side, "answers_whole")
    assert asked.args == ["providers", homes[0].id]
    side.show_row(untied.id)
    assert "answers_whole" not in ready(side)


def test_a_file_that_is_only_read_shows_answers_and_changes_none(
    side: AnswersSide, homes: list[Service], desk: Desk, settings: Settings, qtbot: QtBot
) -> None:
    three(side, homes)
    path, capabilities = desk.opened.path, desk.opened.capabilities
    desk.opened.close()
    reading = open_file(path, capabilities, who="Reader", read_only=True)
    other = SurveyPage(make_real_desk(reading, settings), now=lambda: NOW)
    qtbot.addWidget(other)
    other.show()
    shown = next(one for one in other.sides if isinstance(one, AnswersSide))
    other.tabs.turn_to(shown)
    shown.pane.table.go_to_first()
    assert len(shown._shown.lines) == 3 and ready(shown) == {"answers_whole"}
    with pytest.raises(Problem, match="only read"):
        shown.actions_list.files.choose()
    shown.actions_list.open_response()
    assert not other.findChildren(ChangeAnswer)
    other.close()
    reading.close()


# --- typing in --------------------------------------------------------------------------------------------------


def type_in(side: AnswersSide) -> TypeInResponse:
    run(side, "answers_type")
    dialog = dialog_over(side, TypeInResponse)
    assert isinstance(dialog, TypeInResponse)
    return dialog


def test_a_response_is_typed_in_by_keyboard(side: AnswersSide, homes: list[Service], qtbot: QtBot) -> None:
    dialog = type_in(side)
    assert audit(dialog) == []
    qtbot.waitUntil(dialog.whose.pick.line.hasFocus)
    QTest.keyClicks(dialog.whose.pick.line, "Rose")
    QTest.keyClick(dialog.whose.pick.line, Qt.Key.Key_Return)
    staff, reasons = by_code(side, "staff").question.id, by_code(side, "vacancy_reasons").question.id
    figure = dialog.form.rows[staff].field.target
    QTest.keyClicks(figure, "12")
    ticks = dialog.form.rows[reasons].field.target
    ticks.setFocus()
    qtbot.waitUntil(ticks.hasFocus)
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    QTest.keyClick(figure, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = held(side)
    assert made.services == (homes[0].id,) and made.received_on == NOW.date()
    assert made.answers[staff] == exact(12)
    assert made.answers[reasons].options == (by_code(side, "vacancy_reasons").options[0].option.id,)
    assert history.undo(side._desk.db) is not None and held(side) == []


def test_what_cannot_be_is_said_at_once_and_kept_with_a_note(side: AnswersSide, homes: list[Service]) -> None:
    dialog = type_in(side)
    dialog.whose.show_unit(homes[0].provider_id, (homes[0].id,))
    invited, attended = by_code(side, "invited").question.id, by_code(side, "attended").question.id
    dialog.form.rows[invited].field.show_answer(exact(6))
    dialog.form.rows[attended].field.show_answer(exact(9))
    assert dialog._queries[attended].text() == "9 attended of 6 invited cannot be."
    assert dialog._queries[attended].isVisibleTo(dialog)
    dialog.submit()
    assert held(side) == [] and "9 attended of 6 invited" in dialog.form.rows["note"].sentence
    assert dialog.form.rows[attended].field.answer() == exact(9), "nothing typed is lost"
    dialog.form.rows["note"].field.show_answer("Three came who were not invited")
    dialog.submit()
    assert held(side)[0].note == "Three came who were not invited"


def test_a_query_goes_once_it_is_put_right(side: AnswersSide) -> None:
    dialog = type_in(side)
    invited, attended = by_code(side, "invited").question.id, by_code(side, "attended").question.id
    dialog.form.rows[invited].field.show_answer(exact(6))
    dialog.form.rows[attended].field.show_answer(exact(9))
    dialog.form.rows[invited].field.show_answer(exact(12))
    assert not dialog._queries[attended].isVisibleTo(dialog)
    dialog.form.rows["said_name"].field.show_answer("A new home")
    dialog.submit()
    assert held(side)[0].said_name == "A new home" and held(side)[0].provider_id is None


def test_a_response_that_is_there_already_is_said_before(side: AnswersSide, homes: list[Service]) -> None:
    three(side, homes)
    dialog = type_in(side)
    dialog.whose.show_unit(homes[0].provider_id, (homes[0].id,))
    assert dialog.known.text().startswith("Response 1 is of the same service already")
    dialog.whose.show_unit(homes[1].provider_id, (homes[1].id,))
    assert dialog.known.text() == ""


def test_both_of_one_service_are_kept_only_once_that_was_read(
    side: AnswersSide, homes: list[Service]
) -> None:
    three(side, homes)
    dialog = type_in(side)
    dialog.whose.show_unit(homes[0].provider_id, (homes[0].id,))
    assert dialog.known.isVisibleTo(dialog)
    dialog.form.rows[by_code(side, "staff").question.id].field.show_answer(exact(30))
    dialog.submit()
    assert len(held(side)) == 3 and "Save once more to keep both." in dialog.form.rows["who"].sentence
    dialog.submit()
    assert len(held(side)) == 4


def test_a_pile_of_forms_is_typed_one_after_the_other(
    side: AnswersSide, homes: list[Service], qtbot: QtBot
) -> None:
    with change(side._desk.db, "The wave is over"):
        side._desk.db.update_row("survey_wave", side.wave_id, {"closes_on": "2026-11-10"})
    first = type_in(side)
    assert first.form.rows["received_on"].field.answer() == date(2026, 11, 10)
    first.whose.show_unit(homes[0].provider_id, (homes[0].id,))
    first.form.rows["received_on"].field.show_answer(date(2026, 11, 8))
    first.form.rows[by_code(side, "staff").question.id].field.show_answer(exact(30))
    first.submit_and_next()
    made = held(side)[-1]
    assert side.pane.table.current_key == made.id
    qtbot.waitUntil(lambda: not first.isVisible())
    second = dialog_over(side, TypeInResponse)
    assert isinstance(second, TypeInResponse) and second is not first
    assert second.form.rows["received_on"].field.answer() == date(2026, 11, 8)
    QTest.keyClicks(second.whose.pick.line, "zzz")
    assert second.whose.pick.nothing.isVisibleTo(second)
    second.submit()
    assert "Nothing is found for “zzz”" in second.form.rows["who"].sentence


def test_what_is_missing_or_cannot_be_read_is_said_by_its_field(side: AnswersSide) -> None:
    dialog = type_in(side)
    staff = by_code(side, "staff").question.id
    dialog.form.rows[staff].field.target.setText("lots")  # type: ignore[attr-defined]
    dialog.submit()
    assert "no figure" in dialog.form.rows[staff].sentence
    dialog.form.rows[staff].field.target.setText("12")  # type: ignore[attr-defined]
    dialog.submit()
    assert "Choose whose answers" in dialog.form.rows["who"].sentence
    dialog.form.rows["said_name"].field.show_answer("A home")
    dialog.form.rows["received_on"].field.show_answer(date(2020, 1, 1))
    dialog.submit()
    assert "opens on 1 November 2026" in dialog.form.rows["received_on"].sentence
    assert held(side) == []


def test_one_form_may_be_for_several_services(side: AnswersSide, homes: list[Service]) -> None:
    dialog = type_in(side)
    dialog.whose.show_unit(homes[1].provider_id)
    assert not dialog.form.rows["services"].isHidden()
    dialog.whose.services.show_answer([homes[1].id, homes[2].id])
    dialog.form.rows[by_code(side, "staff").question.id].field.show_answer(exact(30))
    dialog.submit()
    assert set(held(side)[0].services) == {homes[1].id, homes[2].id}


# --- putting right ----------------------------------------------------------------------------------------------


def test_an_answer_is_put_right(side: AnswersSide, homes: list[Service]) -> None:
    first = three(side, homes)[0]
    side.show_row(first.id)
    run(side, "answers_change")
    dialog = dialog_over(side, ChangeAnswer)
    assert isinstance(dialog, ChangeAnswer) and audit(dialog) == []
    invited = by_code(side, "invited").question.id
    assert dialog.at == invited, "what is queried comes first"
    dialog.form.rows[invited].field.show_answer(exact(10))
    dialog.submit()
    assert held(side)[0].answers[invited] == exact(10)
    assert not side.shown.queried


def test_an_answer_may_be_taken_away(side: AnswersSide, homes: list[Service]) -> None:
    first = three(side, homes)[0]
    side.show_row(first.id)
    side.pane.table.opened.emit(first.id)
    dialog = dialog_over(side, ChangeAnswer)
    assert isinstance(dialog, ChangeAnswer)
    attended = by_code(side, "attended").question.id
    dialog.question.show_answer(attended)
    dialog.form.rows[attended].field.show_answer(None)
    dialog.submit()
    assert attended not in held(side)[0].answers


def test_whose_it_is_is_chosen_from_the_likeliest(side: AnswersSide, homes: list[Service]) -> None:
    untied = three(side, homes)[2]
    side.show_row(untied.id)
    run(side, "answers_whose")
    dialog = dialog_over(side, WhoseIsIt)
    assert isinstance(dialog, WhoseIsIt) and audit(dialog) == []
    likely = dialog.form.rows["likely"].field
    likely.show_answer("0")
    assert dialog.whose.now.services == (homes[1].id,)
    dialog.submit()
    assert held(side)[2].services == (homes[1].id,)
    run(side, "answers_whose")
    again = dialog_over(side, WhoseIsIt)
    assert isinstance(again, WhoseIsIt)
    again.whose.show_unit(homes[0].provider_id, (homes[0].id,))
    assert again.known.text().startswith("Response 1 is of the same service already")
    again.whose.pick.show_answer(None)
    again.whose._picked()
    again.submit()
    assert held(side)[2].provider_id is None


def test_homes_of_several_providers_are_tied_to_the_provider_chosen(
    side: AnswersSide, homes: list[Service]
) -> None:
    said = "Oak House; Rose House; Ash Lodge"
    one = add_response(
        side._desk.db, side.wave_id, {by_code(side, "staff").question.id: exact(5)}, said_name=said
    )
    side.show_row(one.id)
    why = "They are of 2 providers: choose whose response it is."
    assert any(why in label.text() for label in side.detail.findChildren(QLabel))
    run(side, "answers_whose")
    dialog = dialog_over(side, WhoseIsIt)
    assert isinstance(dialog, WhoseIsIt) and audit(dialog) == []
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "They are of 2 providers: choose whose response it is." in words
    assert dialog.form.rows["likely"].field._options[0][1].endswith(", 2 services named")  # type: ignore[attr-defined]
    dialog.form.rows["likely"].field.show_answer("0")
    assert set(dialog.whose.now.services) == {homes[1].id, homes[2].id}
    dialog.submit()
    assert set(held(side)[0].services) == {homes[1].id, homes[2].id}


def test_names_of_several_providers_in_one_cell_are_a_row_to_decide(
    side: AnswersSide, homes: list[Service], tmp_path: Path, qtbot: QtBot
) -> None:
    said = "Oak House; Rose House; Ash Lodge"
    wizard = begin(side, files.microsoft(tmp_path / "one.csv", [said, "Elder Lodge"]), qtbot)
    go(wizard, 2, qtbot)
    names = wizard.names
    ((key, cells),) = names.rows(wizard.draft)  # type: ignore[arg-type]
    assert (
        cells[0] == said
        and cells[2:4] == ("To decide", "Of 2 providers")
        and names.waiting(wizard.draft) == 1
    )  # type: ignore[arg-type]
    assert (
        "They are of 2 providers: choose whose response it is." in names.about.text()
        and names.field is not None
    )
    names.field.show_answer("0")
    assert names.waiting(wizard.draft) == 0 and wizard.draft is not None  # type: ignore[arg-type]
    assert wizard.draft.decisions.who[key].provider_id == homes[1].provider_id
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    assert set(held(side)[0].services) == {homes[1].id, homes[2].id}


def test_two_of_one_service_stand_side_by_side_and_one_counts(
    side: AnswersSide, homes: list[Service]
) -> None:
    first, second, untied = three(side, homes)
    side.show_row(untied.id)
    assert "answers_count" not in ready(side)
    side.show_row(second.id)
    assert "Duplicate" in str(side._shown.lines[second.id].cells)
    run(side, "answers_count")
    dialog = dialog_over(side, CountOne)
    assert isinstance(dialog, CountOne) and audit(dialog) == []
    rows = list(dialog.view.cells.all_rows())
    assert {row[2] for row in rows} == {"Differs"} and ("6 people", "Not answered") in {
        row[3:] for row in rows
    }
    dialog.submit()
    assert [one.counts for one in held(side)] == [False, True, True]
    assert (
        side._shown.lines[first.id].standing == "Does not count" and not side._shown.lines[second.id].standing
    )
    run(side, "answers_count")
    again = dialog_over(side, CountOne)
    assert isinstance(again, CountOne)
    again.form.rows["counts"].field.show_answer(ALL)
    again.submit()
    assert all(one.counts for one in held(side))


def test_a_response_is_removed_and_brought_back(side: AnswersSide, homes: list[Service]) -> None:
    first = three(side, homes)[0]
    side.show_row(first.id)
    run(side, "answers_remove")
    question = dialog_over(side, Question)
    assert isinstance(question, Question)
    question._choose()
    assert len(held(side)) == 2
    history.undo(side._desk.db)
    assert len(held(side)) == 3


# --- taking a file in -------------------------------------------------------------------------------------------


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Rose House, a likely Oak House, nobody, five homes in one cell, and a row that cannot be."""
    wrong = files.answers(9, "Ash Lodge")
    wrong[1] = "-4"
    names = [
        "Rose House",
        "Oak Hse",
        "Nowhere Hall",
        "Oak House; Ash Lodge; Beech Lodge; Cedar Lodge; Elder Lodge",
    ]
    return files.microsoft(tmp_path / "form.csv", names, more=[wrong])


def test_a_file_is_taken_in_by_its_steps_and_undone(
    side: AnswersSide,
    form: Path,
    homes: list[Service],
    qtbot: QtBot,
    page: SurveyPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(form), ""))
    run(side, "answers_file")
    wizard = side.actions_list.files.wizard
    qtbot.waitUntil(lambda: side._pile.currentWidget() is wizard)
    assert audit(page) == [] and held(side) == [] and "answers_file" not in ready(side)
    wizard.columns.rest.click()  # type: ignore[attr-defined]
    assert wizard.columns.waiting(wizard.draft) == 0  # type: ignore[arg-type]
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.at == 1)
    assert audit(page) == [] and wizard.words.waiting(wizard.draft) > 0  # type: ignore[arg-type]
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.at == 2)
    assert audit(page) == []
    shown = [row[1] for row in wizard.names.pane.model.all_rows()]
    assert "Rose House" not in shown and {"Oak Hse", "Nowhere Hall"} <= set(shown)
    wizard.names.sure.setChecked(True)
    folded = {row[1] for row in wizard.names.pane.model.all_rows()}
    assert {"Rose House", "Elder Lodge"} <= folded, "five homes of one cell are five names"
    wizard.names.pane.table.go_to("oak hse")
    wizard.names.pane.table.opened.emit("oak hse")
    assert wizard.draft is not None and wizard.draft.decisions.who["oak hse"].service_id == homes[1].id
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.at == PREVIEW)
    assert wizard.preview.sentence.text() == "5 responses: 4 new and 1 refused." and audit(page) == []
    wizard.go_on()
    made = held(side)
    assert [len(one.services) for one in made] == [1, 1, 0, 5]
    assert side._pile.currentWidget() is side._held and not side.actions_list.files.shows(side.wave_id)
    done = history.undo(side._desk.db)
    assert done is not None and "4 responses" in done.action and held(side) == []


def test_a_second_export_says_what_is_in_already(side: AnswersSide, tmp_path: Path, qtbot: QtBot) -> None:
    first = begin(side, files.microsoft(tmp_path / "one.csv", ["Rose House", "Oak House"]), qtbot)
    go(first, PREVIEW, qtbot)
    first.go_on()
    later = files.microsoft(tmp_path / "two.csv", ["Rose House", "Oak House", "Ash Lodge", "Beech Lodge"])
    again = begin(side, later, qtbot)
    assert again.draft is not None
    assert {use.remembered for use in again.draft.uses.values()} == {True}
    go(again, PREVIEW, qtbot)
    assert again.preview.sentence.text() == "4 responses: 2 new and 2 already in."
    assert again.preview.verb == "Take in 2 responses"
    again.go_on()
    once_more = begin(side, later, qtbot)
    go(once_more, PREVIEW, qtbot)
    assert not once_more.preview.can_commit and once_more.preview.verb == "Nothing to take in"


def test_answers_that_changed_since_stand_only_where_that_is_said(
    side: AnswersSide, tmp_path: Path, qtbot: QtBot
) -> None:
    path = files.microsoft(tmp_path / "one.csv", ["Rose House", "Oak House"])
    first = begin(side, path, qtbot)
    go(first, PREVIEW, qtbot)
    first.go_on()
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    rows[1][6] = "77"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    again = begin(side, path, qtbot)
    go(again, PREVIEW, qtbot)
    assert not again.preview.can_commit and again.preview.changed.isVisibleTo(again)
    again.preview.changed.click()
    qtbot.waitUntil(lambda: again.preview.can_commit)
    assert again.preview.verb == "Take in 1 change"
    again.go_on()
    assert held(side)[0].answers[by_code(side, "staff").question.id].low == "77"


def test_earlier_responses_of_a_name_said_now_are_tied_too(
    side: AnswersSide, homes: list[Service], tmp_path: Path, qtbot: QtBot
) -> None:
    first = begin(side, files.microsoft(tmp_path / "one.csv", ["The old rectory"]), qtbot)
    go(first, PREVIEW, qtbot)
    first.go_on()
    (before,) = held(side)
    assert before.provider_id is None
    again = begin(side, files.microsoft(tmp_path / "two.csv", ["The old rectory"] * 2), qtbot)
    go(again, PREVIEW, qtbot)
    assert not again.preview.earlier.isVisibleTo(again)
    draft = again.draft
    assert draft is not None and draft.found is not None
    (name,) = draft.found.names
    rose = homes[0]
    again.names.said.emit(draft.with_who(name.said_key, WhoDecision(rose.provider_id, rose.id)))
    go(again, PREVIEW, qtbot)
    qtbot.waitUntil(lambda: again.preview.earlier.isVisibleTo(again))
    assert again.preview.earlier.text() == "1 earlier response gave a name that is decided now: tie it too"
    again.preview.earlier.click()
    qtbot.waitUntil(lambda: again.draft is not None and not again.draft.stale)
    again.go_on()
    assert [one.provider_id for one in held(side) if one.said_name] == [rose.provider_id] * 2


def test_going_back_loses_nothing(side: AnswersSide, tmp_path: Path, qtbot: QtBot) -> None:
    odd = [files.answers(number, "Rose House") for number in range(1, 7)]
    odd[0][2] = "Perception of low pay;Low pay compared to shops;"
    wizard = begin(side, files.microsoft(tmp_path / "odd.csv", [], more=odd), qtbot)
    key = next(one.key for one in wizard.draft.file.columns if one.heading == files.NEW)  # type: ignore[union-attr]
    wizard.columns.pane.table.go_to(key)
    assert wizard.columns.field is not None
    wizard.columns.field.show_answer(wizard.columns._options()[1][0])
    assert "(one choice)" in wizard.columns._new.text()
    go(wizard, 1, qtbot)
    pay = next(key for key, cells in wizard.words.rows(wizard.draft) if str(cells[0]).startswith("Low pay"))  # type: ignore[arg-type]
    wizard.words.pane.table.go_to(pay)
    assert wizard.words.field is not None
    new = next(value for value, words in wizard.words.field._options if words.startswith("A new option"))
    wizard.words.field.show_answer(new)
    go(wizard, PREVIEW, qtbot)
    for place in (2, 1, 0, 1):
        go(wizard, place, qtbot)
    assert wizard.draft is not None
    assert [one.means for one in wizard.draft.decisions.words.values()] == [Means.NEW_OPTION]
    assert ("Low pay compared to shops", "Decided") in {
        (cells[0], cells[2]) for _, cells in wizard.words.rows(wizard.draft)
    }
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    wordings = [one.wording for one in by_code(side, "vacancy_reasons").options]
    assert "Low pay compared to shops" in wordings


def test_words_mean_a_figure_a_share_or_no_answer(side: AnswersSide, tmp_path: Path, qtbot: QtBot) -> None:
    odd = [files.answers(number, "Rose House") for number in (1, 2, 3, 4)]
    odd[0][1], odd[1][1] = "a good handful", "who knows, ask head office"
    for row, told in zip(odd, ("0.5", "50%", "0.25", "half"), strict=True):
        row[6] = told
    wizard = begin(side, files.microsoft(tmp_path / "odd.csv", [], more=odd), qtbot)
    go(wizard, 1, qtbot)
    keys = {str(cells[0]): key for key, cells in wizard.words.rows(wizard.draft)}  # type: ignore[arg-type]
    wizard.words.pane.table.go_to(keys["“0.5” and “0.25”"])
    QTest.keyClick(wizard.words.pane.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "other rows selected are not decided with it." in wizard.words.about.text()
    assert wizard.words.field is not None
    wizard.words.field.show_answer(True)
    wizard.words.pane.table.go_to(keys["a good handful"])
    figure = next(v for v, _ in wizard.words.field._options if v is not None and v.means is Means.FIGURE)
    wizard.words.field.show_answer(figure)
    assert wizard.words.figure is not None
    wizard.words.figure.show_answer("nonsense")
    assert "Type a figure" in wizard.words.form.rows["figure"].sentence
    wizard.words.figure.show_answer("10 to 14")
    wizard.words.pane.table.go_to(keys["who knows, ask head office"])
    unknown = next(v for v, _ in wizard.words.field._options if v is not None and v.means is Means.DONT_KNOW)
    wizard.words.field.show_answer(unknown)
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    staff, share = by_code(side, "staff").question.id, by_code(side, "share_attended").question.id
    made = held(side)
    assert (made[0].answers[staff].low, made[0].answers[staff].high) == ("10", "14")
    assert made[0].answers[staff].said == "a good handful"
    assert made[1].answers[staff].state is AnswerState.DONT_KNOW
    assert made[0].answers[share].low == "50" and made[2].answers[share].low == "25"


def test_the_same_is_said_of_several_words_at_once(side: AnswersSide, tmp_path: Path, qtbot: QtBot) -> None:
    odd = [files.answers(number, "Rose House") for number in (1, 2)]
    odd[0][7], odd[1][7] = "dreadful", "hopeless"
    wizard = begin(side, files.microsoft(tmp_path / "odd.csv", [], more=odd), qtbot)
    go(wizard, 1, qtbot)
    table = wizard.words.pane.table
    rows = [key for key, cells in wizard.words.rows(wizard.draft) if cells[0] in ("dreadful", "hopeless")]  # type: ignore[arg-type]
    table.go_to(rows[0])
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.selected_keys()) == 2 and wizard.words.field is not None
    assert wizard.words.heading.text() == "“hopeless” and 1 more"
    assert "The same is said of “dreadful”." in wizard.words.about.text()
    hard = by_code(side, "how_hard").options[-1]
    wanted = next(v for v, words in wizard.words.field._options if words == hard.wording)
    wizard.words.field.show_answer(wanted)
    assert wizard.draft is not None
    assert {one.option_id for one in wizard.draft.decisions.words.values()} == {hard.option.id}
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    assert [one.answers[hard.option.question_id].options for one in held(side)] == [(hard.option.id,)] * 2


def test_suggestions_are_taken_by_enter_and_all_at_once(
    side: AnswersSide, tmp_path: Path, qtbot: QtBot
) -> None:
    odd = [files.answers(number, "Rose House") for number in (1, 2)]
    odd[0][2], odd[1][2] = "Perceptions of low pays", "Not enough aplicants"
    wizard = begin(side, files.microsoft(tmp_path / "odd.csv", [], more=odd), qtbot)
    go(wizard, 1, qtbot)
    first = next(key for key, cells in wizard.words.rows(wizard.draft) if cells[0] == "Not enough aplicants")  # type: ignore[arg-type]
    offered = {cells[0]: cells[3] for _, cells in wizard.words.rows(wizard.draft)}  # type: ignore[arg-type]
    assert offered["Not enough aplicants"] == "Not enough applicants?"
    wizard.words.pane.table.go_to(first)
    QTest.keyClick(wizard.words.pane.table, Qt.Key.Key_Return)
    assert wizard.draft is not None and len(wizard.draft.decisions.words) == 1
    wizard.words.every.click()  # type: ignore[attr-defined]
    assert len(wizard.draft.decisions.words) == 2


def test_what_a_file_asks_otherwise_is_said_and_what_was_planned_may_be_kept(
    side: AnswersSide, tmp_path: Path, qtbot: QtBot
) -> None:
    path = files.microsoft(tmp_path / "one.csv", ["Rose House", "Oak House"])
    planned, now = (
        by_code(side, "staff").wording,
        "How many permanent and temporary staff do you employ today?",
    )
    path.write_text(path.read_text(encoding="utf-8-sig").replace(files.STAFF, now), encoding="utf-8")
    wizard = begin(side, path, qtbot)
    columns = wizard.columns
    rows = {cells[0]: (key, cells) for key, cells in columns.rows(wizard.draft)}  # type: ignore[arg-type]
    key, cells = rows[now]
    assert cells[2] == "Likely" and "% alike; asked otherwise" in str(cells[3])
    shown = [row[0] for row in columns.pane.model.all_rows()]
    assert shown.index(key) < shown.index(rows[files.REASONS][0]), (
        "what is only likely comes before what is certain"
    )
    columns.pane.table.go_to(key)
    assert columns._otherwise.text() == f"Asked in this file as “{now}”, planned as “{planned}”."
    assert columns.wording is not None and columns.wording.answer() is False and audit(side) == []
    columns.wording.show_answer(True)
    assert wizard.draft is not None and wizard.draft.decisions.as_planned == {key}
    go(wizard, PREVIEW, qtbot)
    assert any("what was planned is kept" in note for note in preview_notes(wizard.draft.found))  # type: ignore[arg-type]
    wizard.go_on()
    assert by_code(side, "staff").wording == planned
    again = begin(side, path, qtbot)
    again.columns.pane.table.go_to(rows[files.REASONS][0])
    assert not again.columns._otherwise.isVisibleTo(again) and not again.columns._otherwise.text()


def test_words_kept_as_other_are_one_choice_that_keeps_them(
    side: AnswersSide, tmp_path: Path, qtbot: QtBot
) -> None:
    odd = files.answers(1, "Rose House")
    odd[2] = "Brexit"
    wizard = begin(side, files.microsoft(tmp_path / "odd.csv", [], more=[odd]), qtbot)
    go(wizard, 1, qtbot)
    wizard.words.pane.table.go_to(
        next(key for key, cells in wizard.words.rows(wizard.draft) if cells[0] == "Brexit")
    )  # type: ignore[arg-type]
    assert wizard.words.field is not None
    kept = [
        (value, words) for value, words in wizard.words.field._options if "ther”" in words or words == "Other"
    ]
    assert [words for _, words in kept] == ["“Other”, with these words as its text"]
    wizard.words.field.show_answer(kept[0][0])
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    assert held(side)[0].answers[by_code(side, "vacancy_reasons").question.id].text == "Brexit"


def test_whom_a_name_means_is_said_and_those_of_nobody_left_out(
    side: AnswersSide, form: Path, homes: list[Service], qtbot: QtBot
) -> None:
    wizard = begin(side, form, qtbot)
    go(wizard, 2, qtbot)
    names = wizard.names
    names.pane.table.go_to("nowhere hall")
    assert names.field is not None and names.pick is not None
    names.field.show_answer("elsewhere")
    names.pick.line.setText("Elder")
    names.pick._search("Elder")
    names.pick.take(names.pick.list.item(0))
    assert wizard.draft is not None and wizard.draft.decisions.who["nowhere hall"].service_id == homes[5].id
    names.field.show_answer("nobody")
    assert wizard.draft.decisions.who["nowhere hall"].provider_id is None
    names.hold.setChecked(True)
    go(wizard, PREVIEW, qtbot)
    assert "left out as nobody’s" in wizard.preview.sentence.text()
    go(wizard, 2, qtbot)
    names.pane.table.go_to("nowhere hall")
    names.field.show_answer("open")
    assert "nowhere hall" not in wizard.draft.decisions.who


def test_the_next_to_decide_is_a_key_away(side: AnswersSide, form: Path, qtbot: QtBot) -> None:
    wizard = begin(side, form, qtbot)
    go(wizard, 2, qtbot)
    at = wizard.names.pane.table.current_key
    run(side, "answers_to_decide")
    assert wizard.names.pane.table.current_key not in ("", at)
    assert "answers_next" in ready(side)
    run(side, "answers_back")
    qtbot.waitUntil(lambda: wizard.at == 1)
    run(side, "answers_next")
    qtbot.waitUntil(lambda: wizard.at == 2)
    wizard.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: wizard.at == 0)


def test_columns_that_cannot_be_so_are_refused_beside_them(
    side: AnswersSide, form: Path, qtbot: QtBot
) -> None:
    wizard = begin(side, form, qtbot)
    assert wizard.draft is not None
    staff = by_code(side, "staff").question.id
    key = next(one.key for one in wizard.draft.file.columns if one.heading == files.NEW)
    wizard.columns.pane.table.go_to(key)
    assert wizard.columns.field is not None
    use = next(value for value, _ in wizard.columns.field._options if value[1] == staff)
    wizard.columns.field.show_answer(use)
    wizard.go_on()
    qtbot.waitUntil(lambda: bool(wizard.banner.text))
    assert "would both answer" in wizard.banner.text and wizard.at == 0


def test_refused_rows_are_saved_as_a_workbook(
    side: AnswersSide, form: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = begin(side, form, qtbot)
    go(wizard, PREVIEW, qtbot)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "refused.xlsx"), "")
    )
    wizard.preview.save.click()
    (sheet,) = [one for one in read_sheets(tmp_path / "refused.xlsx") if not one.hidden]
    rows = [row for row in sheet.rows if not row.is_blank]
    assert len(rows) == 2 and "Ash Lodge" in rows[1].cells


def test_a_file_is_put_away_only_when_that_is_meant(side: AnswersSide, form: Path, qtbot: QtBot) -> None:
    wizard = begin(side, form, qtbot)
    run(side, "answers_leave")
    assert not side.actions_list.files.shows(side.wave_id) and side._pile.currentWidget() is side._no_answers
    wizard = begin(side, form, qtbot)
    wizard.columns.rest.click()  # type: ignore[attr-defined]
    wizard.left.emit()
    question = dialog_over(side, Question)
    assert isinstance(question, Question) and side.actions_list.files.shows(side.wave_id)
    question._choose()
    assert not side.actions_list.files.shows(side.wave_id)


def test_a_second_file_waits_for_the_first(
    side: AnswersSide, page: SurveyPage, form: Path, desk: Desk, qtbot: QtBot
) -> None:
    wizard = begin(side, form, qtbot)
    draft = wizard.draft
    first, survey = side.wave_id, side.survey_id
    later = plan_wave(desk.db, survey, WaveDraft("Again 2027", WaveKind.RE_EVALUATION, date(2027, 1, 1)))
    page.choice.reload()
    page.choice.show_wave(later.id)
    assert side._pile.currentWidget() is side._no_answers
    with pytest.raises(Problem, match="still on its way into Baseline 2026"):
        side.actions_list.files.begin(form)
    page.choice.show_wave(first)
    assert side._pile.currentWidget() is wizard and wizard.draft is draft


def test_a_change_meanwhile_shows_the_preview_anew(
    side: AnswersSide, form: Path, homes: list[Service], qtbot: QtBot
) -> None:
    wizard = begin(side, form, qtbot)
    go(wizard, PREVIEW, qtbot)
    before = wizard.draft
    add_response(side._desk.db, side.wave_id, {by_code(side, "staff").question.id: exact(3)})
    with pytest.raises(Problem, match="changed after this preview"):
        side.actions_list.files.commit()
    qtbot.waitUntil(
        lambda: wizard.draft is not before and wizard.draft is not None and not wizard.draft.stale
    )
    wizard.go_on()
    assert len(held(side)) == 5


def test_a_long_file_is_taken_in_beside_the_window(
    side: AnswersSide, form: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_flow, "AT_ONCE", 0)
    wizard = begin(side, form, qtbot)
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: len(held(side)) == 4 and side._pile.currentWidget() is side._held)


def test_a_file_is_dropped_on_the_tab(side: AnswersSide, form: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(form))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    side.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, button, keys))
    qtbot.waitUntil(lambda: side.actions_list.files.shows(side.wave_id))


@pytest.mark.parametrize("program", ["google", "surveymonkey"])
def test_other_programs_files_come_in_the_same_way(
    side: AnswersSide, program: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = getattr(files, program)(tmp_path / "form.csv", ["Rose House", "Oak House", "Ash Lodge"])
    wizard = begin(side, path, qtbot)
    go(wizard, PREVIEW, qtbot)
    wizard.go_on()
    made = held(side)
    assert len(made) == 3 and all(one.provider_id for one in made)
    reasons = by_code(side, "vacancy_reasons")
    offered = {one.option.id for one in reasons.options}
    assert all(set(one.answers[reasons.question.id].options) <= offered for one in made)


def test_the_two_real_waves_come_in(
    side: AnswersSide, page: SurveyPage, shared_data: Path, desk: Desk, qtbot: QtBot
) -> None:
    survey = add_survey(desk.db, "Software developers")
    first = plan_wave(desk.db, survey.id, WaveDraft("2016", WaveKind.BASELINE, date(2016, 1, 1)))
    second = plan_wave(desk.db, survey.id, WaveDraft("2017", WaveKind.RE_EVALUATION, date(2017, 1, 1)))
    page.choice.reload()
    page.choice.survey.show_answer(survey.id)
    for wave, year, number in ((first, 2016, 273), (second, 2017, 253)):
        page.choice.show_wave(wave.id)
        wizard = begin(side, shared_data / "survey" / f"limesurvey_{year}" / "public_data.csv", qtbot)
        wizard.columns.rest.click()  # type: ignore[attr-defined]
        go(wizard, PREVIEW, qtbot)
        wizard.go_on()
        qtbot.waitUntil(
            lambda wave=wave, number=number: len(responses(desk.db, wave.id)) == number, timeout=20_000
        )
        qtbot.waitUntil(lambda: not desk.jobs.busy)
