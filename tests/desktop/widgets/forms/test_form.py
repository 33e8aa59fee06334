import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.form import Answers
from desktop.widgets.question import Question
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.widgets.forms.everything import Everything, line


def test_what_is_missing_or_cannot_be_read_is_said_at_the_top_and_by_the_field(dialog: Everything) -> None:
    given: list[Answers] = []
    dialog.ask(given.append)
    line(dialog, "since").setText("soon")
    line(dialog, "provider").setText("nobody")
    dialog.submit()
    assert given == []
    assert dialog.isVisible()
    assert dialog.banner.text == "3 answers need another look before this can be saved."
    assert dialog.form.rows["name"].sentence == "Name is needed."
    assert dialog.form.rows["since"].sentence.startswith("“soon” is not a date.")
    assert line(dialog, "since").text() == "soon"
    assert dialog.focusWidget() is line(dialog, "name")
    assert line(dialog, "name").accessibleDescription() == "Name is needed. As in the contract."


def test_what_was_wrong_goes_when_the_field_changes(dialog: Everything, qtbot: QtBot) -> None:
    dialog.ask(lambda value: None)
    line(dialog, "since").setText("soon")
    dialog.submit()
    qtbot.keyClicks(line(dialog, "name"), "R")
    name, since = dialog.form.rows["name"], dialog.form.rows["since"]
    assert (name.sentence, name._error.isVisible()) == ("", False)
    assert not line(dialog, "name").property("refused")
    assert line(dialog, "name").accessibleDescription() == "As in the contract."
    assert since.sentence.startswith("“soon” is not a date.")


def test_a_value_that_is_refused_leaves_the_dialog_open_with_what_was_typed(dialog: Everything) -> None:
    dialog.ask(lambda value: None)
    line(dialog, "name").setText("Nobody")
    dialog.submit()
    assert dialog.banner.text == "Nobody is not the name of a service. Give it its own name."
    assert (dialog.isVisible(), line(dialog, "name").text()) == (True, "Nobody")


def test_a_problem_while_saving_leaves_the_dialog_open_too(dialog: Everything) -> None:
    def refuse(_value: object) -> None:
        raise Problem("A provider of that name is held already. Open it instead.")

    dialog.ask(refuse)
    line(dialog, "name").setText("Rosewood House")
    dialog.submit()
    assert dialog.banner.text == "A provider of that name is held already. Open it instead."
    assert dialog.isVisible()


def test_a_hidden_row_is_not_asked(dialog: Everything) -> None:
    given: list[Answers] = []
    dialog.form.show_row("name", False)
    dialog.ask(given.append)
    dialog.submit()
    assert "name" not in given[0]


def test_escape_asks_only_when_something_was_typed(dialog: Everything, qtbot: QtBot) -> None:
    dialog.ask(lambda value: None)
    line(dialog, "name").setText("R")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    question = dialog.findChild(Question)
    leave = next(one for one in question.findChildren(QPushButton) if one.text() == "Leave")
    leave.click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_escape_on_an_untouched_form_closes_and_frees_it(dialog: Everything, qtbot: QtBot) -> None:
    dialog.ask(lambda value: None)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_an_answered_form_is_freed(dialog: Everything, qtbot: QtBot) -> None:
    dialog.ask(lambda value: None)
    line(dialog, "name").setText("Rosewood House")
    qtbot.keyClick(line(dialog, "name"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_enter_on_cancel_leaves(dialog: Everything, qtbot: QtBot) -> None:
    given: list[Answers] = []
    dialog.ask(given.append)
    cancel = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert given == []
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_enter_answers_where_nothing_is_to_be_filled_in(dialog: Everything, qtbot: QtBot) -> None:
    for name in dialog.form.rows:
        dialog.form.show_row(name, False)
    given: list[Answers] = []
    dialog.ask(given.append)
    verb = dialog.focusWidget()
    assert isinstance(verb, QPushButton) and verb.text() == "Add service"
    qtbot.keyClick(verb, Qt.Key.Key_Return)
    assert given == [{}]


def test_every_field_is_named_and_says_that_it_is_needed(dialog: Everything) -> None:
    dialog.ask(lambda value: None)
    assert audit(dialog) == []
    assert line(dialog, "name").accessibleName() == "Name, needed"
    assert line(dialog, "kind").accessibleName() == "Kind"
    assert line(dialog, "agreed").accessibleName() == "Agreed to be contacted"
