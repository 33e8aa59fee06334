"""The feedback of an event in the window: typed in by keyboard, taken in from a form, coded, published, undone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.dialogs.feedback.answers import ChangeResponse, TypeInAnswers
from desktop.dialogs.feedback.coding import CodeComment, MergeTheme, NameTheme
from desktop.dialogs.feedback.forms_file import FormsPreview, MapColumns
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.feedback.question import WriteQuestion
from desktop.pages.feedback.feedback_view import FeedbackView
from desktop.pages.feedback.forms_import import FormsImport
from desktop.pages.feedback.response_acts import ResponseActs
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.shell.undo import HistoryKeeper
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.feedback import comments, questions, responses, themes
from engagement.forums.feedback.mapping import NEW
from engagement.forums.feedback.questions import SHIPPED
from engagement.forums.feedback.read_value import DONT_KNOW, Answer
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    STARTS,
    TITLE,
    fill_county,
    invite,
    make_forums_window,
    plan_forum,
    press,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.resources.files.forms import made_forms as forms

USEFUL, RUN, RECOMMEND, CHANGE, DIFFERENTLY = (one.id for one in SHIPPED)


def said(value: str) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def event(desk: Desk) -> str:
    key = plan_forum(desk.db)
    invite(desk.db, key, "Ada Example", "Cy Specimen")
    return key


@pytest.fixture
def window(desk: Desk, event: str, qtbot: QtBot) -> Iterator[MainWindow]:
    clock: list[datetime] = [STARTS + timedelta(days=2)]
    made, page = make_forums_window(desk, qtbot, clock)
    page.show_side(FeedbackView, event)
    yield made
    desk.jobs.finish()
    made.close()


@pytest.fixture
def view(window: MainWindow) -> FeedbackView:
    return window.pages["forums"].room.side(FeedbackView)  # type: ignore[attr-defined]


def comment(view: FeedbackView, text: str = "Parking was hard") -> str:
    """A response with a comment, with the cursor on it."""
    db, event = view._desk.db, view.event_id
    responses.add_response(db, event, {CHANGE: said(text), USEFUL: said("4")})
    key = comments.comments_of(db, event)[-1].id
    view.list.pane.table.go_to(key)
    return key


def test_an_event_without_feedback_says_what_to_do(view: FeedbackView, window: MainWindow) -> None:
    assert view._pile.currentWidget() is view._nothing
    assert view.status_text() == "0 responses"
    ready = {one.name: one.ready() for one in view.actions_here()}
    assert ready["feedback_type_in"] and ready["feedback_file"] and not ready["feedback_summary"]
    assert audit(window) == []


def test_answers_are_typed_by_keyboard_one_response_after_another(
    view: FeedbackView, desk: Desk, event: str, qtbot: QtBot
) -> None:
    view.menu.type_in()
    dialog = dialog_over(view, TypeInAnswers)
    assert isinstance(dialog, TypeInAnswers) and audit(dialog) == []
    qtbot.waitUntil(lambda: dialog.form.rows[USEFUL].field.target.hasFocus())
    press("5", Qt.Key.Key_Tab, "d", Qt.Key.Key_Tab, "y", Qt.Key.Key_Tab, "Parking")
    press(Qt.Key.Key_Return, hold=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.number == 2)
    (made,) = responses.responses_of(desk.db, event)
    assert made.answers == {
        USEFUL: said("5"),
        RUN: DONT_KNOW,
        RECOMMEND: said("yes"),
        CHANGE: said("Parking"),
    }
    assert made.participant_id is None
    assert dialog.isVisible() and dialog.form.rows[CHANGE].field.answer() == ""
    dialog.submit()
    assert "No question is answered" in dialog.banner.text
    person = dialog.form.rows["participant_id"].field
    person.show_answer(desk.db.value("select participant.id from participant join contact on contact.id = contact_id "
                                     "where contact.name = 'Ada Example'"))  # fmt: skip
    dialog.form.rows[USEFUL].field.show_answer("3")
    dialog.submit()
    assert [one.number for one in responses.responses_of(desk.db, event)] == [1, 2]
    assert responses.responses_of(desk.db, event)[1].participant_id
    dialog.reject()
    assert view.status_text() == "2 responses"


def test_a_form_is_mapped_previewed_taken_in_and_undone(
    view: FeedbackView, desk: Desk, event: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = forms.microsoft_csv(tmp_path / "form.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(form), ""))
    view.menu.take_file()
    qtbot.waitUntil(lambda: bool(view.window().findChildren(MapColumns)))
    mapping = dialog_over(view, MapColumns)
    assert isinstance(mapping, MapColumns) and audit(mapping) == []
    mapping.form.rows["4"].field.show_answer(NEW)
    mapping.submit()
    assert responses.responses_of(desk.db, event) == []
    preview = dialog_over(view, FormsPreview)
    assert isinstance(preview, FormsPreview) and audit(preview) == []
    assert len(preview.found.new) == 3 and preview.found.created
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "refused"), ""))
    preview.refused_asked.emit()
    assert (tmp_path / "refused.xlsx").is_file()
    preview.back_asked.emit()
    again = dialog_over(view, MapColumns)
    assert isinstance(again, MapColumns) and again.form.rows["4"].field.answer() == NEW
    again.submit()
    dialog_over(view, FormsPreview).committed.emit()  # type: ignore[attr-defined]
    assert len(responses.responses_of(desk.db, event)) == 3
    assert view.status_text() == "3 responses"
    assert view.figures.chart.bars.rows and view._pile.currentWidget() is view._held
    assert HistoryKeeper(desk.db).undo() == f"Took in 3 responses to {TITLE}"
    assert view.status_text() == "0 responses"


def test_a_preview_out_of_date_is_made_again(
    view: FeedbackView, desk: Desk, event: str, qtbot: QtBot, tmp_path: Path
) -> None:
    view.menu.forms.begin(forms.google_csv(tmp_path / "form.csv"))
    qtbot.waitUntil(lambda: bool(view.window().findChildren(MapColumns)))
    dialog_over(view, MapColumns).submit()  # type: ignore[attr-defined]
    questions.start_questions(desk.db)
    with capture_exceptions() as raised:
        dialog_over(view, FormsPreview).committed.emit()  # type: ignore[attr-defined]
    assert "Something changed" in str(raised[0][1])
    assert responses.responses_of(desk.db, event) == []
    dialog_over(view, FormsPreview).committed.emit()  # type: ignore[attr-defined]
    assert len(responses.responses_of(desk.db, event)) == 3


def test_a_comment_is_coded_with_a_theme_there_and_a_new_one(
    view: FeedbackView, desk: Desk, window: MainWindow
) -> None:
    key = comment(view)
    parking = themes.add_theme(desk.db, "Parking")
    view.list.pane.table.go_to(key)
    view.menu.code()
    dialog = dialog_over(view, CodeComment)
    assert isinstance(dialog, CodeComment) and audit(dialog) == []
    dialog.form.rows["themes"].field.show_answer([parking])
    dialog.form.rows["new"].field.show_answer("Venue")
    dialog.submit()
    assert comments.get(desk.db, key).themes == ("Parking", "Venue")
    assert "Coded by Test Officer" in view.list.whole.text()
    assert view.figures.themes.cells.rowCount() == 2
    assert audit(window) == []


def test_comments_are_published_and_withheld_and_names_are_refused(view: FeedbackView, desk: Desk) -> None:
    key = comment(view)
    publish = next(one for one in view.actions_here() if one.name == "feedback_publish")
    assert publish.label_now is not None and publish.label_now() == "Publish comment"
    publish.run()
    assert comments.get(desk.db, key).publish and publish.label_now() == "Withhold comment"
    assert view.row_for_history() == ("feedback_answer", key)
    publish.run()
    assert not comments.get(desk.db, key).publish
    second = comment(view, "Thank Ada Example")
    with pytest.raises(Problem, match="points to Ada Example"):
        view.menu.publish()
    flags = QItemSelectionModel.SelectionFlag
    model, chosen = view.list.pane.model, view.list.pane.table.selectionModel()
    chosen.select(model.index(model.row_of(key), 0), flags.Select | flags.Rows)
    assert publish.label_now() == "Publish 2 comments" and not comments.get(desk.db, second).publish


def test_a_response_is_put_right_and_removed(view: FeedbackView, desk: Desk, event: str) -> None:
    key = comment(view)
    view.menu.change_response()
    dialog = dialog_over(view, ChangeResponse)
    assert isinstance(dialog, ChangeResponse)
    assert dialog.form.rows[USEFUL].field.answer() == "4"
    dialog.form.rows[USEFUL].field.show_answer(None)
    dialog.form.rows[CHANGE].field.show_answer("Parking")
    dialog.submit()
    assert responses.responses_of(desk.db, event)[0].answers == {CHANGE: said("Parking")}
    view.list.pane.table.go_to(key)
    view.menu.remove_response()
    dialog_over(view, Question)._yes.click()  # type: ignore[attr-defined]
    assert responses.responses_of(desk.db, event) == []


def test_a_response_without_a_comment_is_put_right_and_removed_from_the_list(
    view: FeedbackView, desk: Desk, event: str
) -> None:
    key = responses.add_response(desk.db, event, {USEFUL: said("2")})
    view.menu.responses.keep()
    kept = dialog_over(view, KeptList)
    assert isinstance(kept, KeptList) and audit(kept) == []
    change, remove = kept.row.buttons.values()
    change.click()
    changing = dialog_over(view, ChangeResponse)
    changing.form.rows[USEFUL].field.show_answer("5")  # type: ignore[attr-defined]
    changing.submit()  # type: ignore[attr-defined]
    assert responses.get(desk.db, key).answers == {USEFUL: said("5")}
    remove.click()
    dialog_over(view, Question)._yes.click()  # type: ignore[attr-defined]
    assert responses.responses_of(desk.db, event) == [] and not change.isEnabled()
    kept.accept()


def test_questions_are_kept_in_order(view: FeedbackView, desk: Desk) -> None:
    view.menu.questions.keep()
    kept = dialog_over(view, KeptList)
    assert isinstance(kept, KeptList) and audit(kept) == []
    acts = kept.row.buttons
    acts["question_add"].click()
    writing = dialog_over(view, WriteQuestion)
    assert isinstance(writing, WriteQuestion) and audit(writing) == []
    writing.form.rows["text"].field.show_answer("Which topics?")
    writing.form.rows["answer_kind"].field.show_answer(AnswerKind.CHOICE)
    assert writing.form.rows["satisfied_from"].isHidden()
    writing.form.rows["options"].field.show_answer("Staffing")
    writing.submit()
    assert "two or more" in writing.form.rows["options"].sentence
    writing.form.rows["options"].field.show_answer("Staffing\nPay")
    writing.submit()
    made = questions.all_questions(desk.db)[-1]
    assert (made.text, made.options) == ("Which topics?", ("Staffing", "Pay"))
    kept.table.go_to(made.id)
    acts["question_up"].click()
    assert questions.all_questions(desk.db)[-2].id == made.id
    acts["question_down"].click()
    acts["question_change"].click()
    changing = next(one for one in view.window().findChildren(WriteQuestion) if one.isVisible())
    changing.form.rows["text"].field.show_answer("Which topics next?")
    changing.submit()
    kept.table.go_to(made.id)
    acts["question_retire"].click()
    assert questions.get(desk.db, made.id).retired_on and acts["question_retire"].text() == "Restore"
    acts["question_retire"].click()
    assert questions.get(desk.db, made.id).retired_on is None
    kept.accept()


def test_themes_are_named_merged_and_retired(view: FeedbackView, desk: Desk) -> None:
    comment(view)
    view.menu.themes.keep()
    kept = dialog_over(view, KeptList)
    assert isinstance(kept, KeptList)
    acts = kept.row.buttons
    for name in ("Parking", "Cars"):
        acts["theme_add"].click()
        naming = next(one for one in view.window().findChildren(NameTheme) if one.isVisible())
        naming.form.rows["name"].field.show_answer(name)
        naming.submit()
    parking, cars = (
        next(one for one in themes.all_themes(desk.db) if one.name == name) for name in ("Parking", "Cars")
    )
    kept.table.go_to(cars.id)
    acts["theme_rename"].click()
    renaming = next(one for one in view.window().findChildren(NameTheme) if one.isVisible())
    renaming.form.rows["name"].field.show_answer("Motor cars")
    renaming.submit()
    kept.table.go_to(cars.id)
    acts["theme_merge"].click()
    merging = dialog_over(view, MergeTheme)
    merging.form.rows["kept"].field.show_answer(parking.id)  # type: ignore[attr-defined]
    merging.submit()  # type: ignore[attr-defined]
    assert [one.name for one in themes.all_themes(desk.db)] == ["Parking"]
    kept.table.go_to(parking.id)
    acts["theme_retire"].click()
    assert themes.all_themes(desk.db) == [] and acts["theme_retire"].text() == "Restore"
    acts["theme_retire"].click()
    assert len(themes.all_themes(desk.db)) == 1
    kept.accept()


def test_the_summary_and_tables_are_saved(
    view: FeedbackView, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = comment(view)
    comments.publish_comments(desk.db, [key])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "feedback"), ""))
    view.files.ask_summary()
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "feedback.docx")).paragraphs)
    assert "“Parking was hard”" in text
    for name, save in (("comments.csv", view.files.save_comments), ("themes.xlsx", view.files.save_themes)):
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_a, file=name, **_k: (str(tmp_path / file), "")
        )
        save()
        assert (tmp_path / name).is_file()
    shown = view.table()
    assert shown is not None and shown.title == f"Feedback on {TITLE}"


def test_a_cancelled_event_takes_no_feedback(view: FeedbackView, desk: Desk, event: str) -> None:
    events.cancel_event(desk.db, event)
    assert not next(one for one in view.actions_here() if one.name == "feedback_file").ready()
    for ask in (view.menu.take_file, view.menu.type_in):
        with pytest.raises(Problem, match="was cancelled"):
            ask()


def test_the_keyboard_reaches_comments_and_filter(
    view: FeedbackView, window: MainWindow, qtbot: QtBot
) -> None:
    view.focus_first()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    comment(view)
    view.focus_first()
    assert window.focusWidget() is view.list.pane.table
    view.focus_filter()
    assert window.focusWidget() is view.list.pane.bar.field
    assert history.next_undo(view._desk.db) is not None


def test_an_event_that_has_not_begun_takes_no_feedback(view: FeedbackView, desk: Desk, event: str) -> None:
    before = {"now": lambda: STARTS - timedelta(days=1)}
    for ask in (
        ResponseActs(desk, view, lambda: event, **before).type_in,
        FormsImport(desk, view, lambda: event, **before).choose,
    ):
        with pytest.raises(Problem, match="has not begun, so nobody can have feedback on it yet"):
            ask()
