from datetime import date, time

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    TextField,
    TimeField,
    number_field,
    options_of,
)
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.reading import read_date, read_time, read_whole
from desktop.widgets.question import Question
from resources.problem import Problem
from tests.desktop.accessibility import audit


def find(text: str) -> list[Pick]:
    known = [Pick("k1", "Rosewood House", "Bassetlaw"), Pick("k2", "Rosewood Lodge", "Gedling")]
    return [pick for pick in known if text.casefold() in pick.words.casefold()]


class Everything(FormDialog):
    """One field of each kind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Add a service", "Add service", parent)
        add = self.form.add
        add("name", "Name", TextField(), needed=True, help_text="As in the contract.")
        add("kind", "Kind", ChoiceField(options_of(("Nursing home", "Home care"))), value="Home care")
        add("officer", "Officer", ChoiceField([(f"k{at}", f"Officer {at}") for at in range(30)]))
        add("since", "Since", DateField(today=date(2026, 3, 4)))
        add("opens", "Opens", TimeField())
        add("beds", "Beds", number_field(most=500))
        add("provider", "Provider", PickField(find))
        add("agreed", "", CheckField("Agreed to be contacted"))
        add("notes", "Notes", LongTextField())

    def value(self, answers: Answers) -> Answers:
        if answers.get("name") == "Nobody":
            raise Problem("Nobody is not the name of a service. Give it its own name.")
        return answers


@pytest.fixture
def dialog(qtbot: QtBot, styled: object) -> Everything:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = Everything(parent)
    made.kept_parent = parent  # type: ignore[attr-defined]
    return made


def line(dialog: FormDialog, name: str) -> QWidget:
    return dialog.form.rows[name].field.target


def test_typed_answers_come_back_as_values(dialog: Everything, qtbot: QtBot) -> None:
    given: list[Answers] = []
    dialog.ask(given.append)
    for name, text in {
        "name": "  Rosewood   House ",
        "officer": "officer 7",
        "since": "9/12/2019",
        "opens": "9.30am",
        "beds": "1,2",
        "provider": "lodge",
        "notes": "Two\nlines",
    }.items():
        target = line(dialog, name)
        if name == "officer":
            target.setEditText(text)
        elif name == "notes":
            target.setPlainText(text)
        else:
            qtbot.keyClicks(target, text)
    qtbot.keyClick(line(dialog, "provider"), Qt.Key.Key_Return)
    line(dialog, "agreed").setChecked(True)
    dialog.submit()
    assert given == [
        {
            "name": "Rosewood House",
            "kind": "Home care",
            "officer": "k7",
            "since": date(2019, 12, 9),
            "opens": time(9, 30),
            "beds": 12,
            "provider": "k2",
            "agreed": True,
            "notes": "Two\nlines",
        }
    ]


def test_empty_answers_are_none_and_empty_text(dialog: Everything) -> None:
    given: list[Answers] = []
    dialog.ask(given.append)
    dialog.form.rows["name"].field.show_answer("Rosewood House")
    dialog.form.rows["kind"].field.show_answer(None)
    dialog.submit()
    assert given == [
        {
            "name": "Rosewood House",
            "kind": None,
            "officer": None,
            "since": None,
            "opens": None,
            "beds": None,
            "provider": None,
            "agreed": False,
            "notes": "",
        }
    ]


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


def test_every_field_is_named_and_says_that_it_is_needed(dialog: Everything) -> None:
    dialog.ask(lambda value: None)
    assert audit(dialog) == []
    assert line(dialog, "name").accessibleName() == "Name, needed"
    assert line(dialog, "kind").accessibleName() == "Kind"
    assert line(dialog, "agreed").accessibleName() == "Agreed to be contacted"


@pytest.mark.parametrize(
    "text",
    ["9 Dec 2019", "9 december 2019", "9/12/2019", "09.12.19", "2019-12-09", "Mon 9th Dec 2019", "9-12-2019"],
)
def test_dates_are_read_day_first(text: str) -> None:
    assert read_date(text) == date(2019, 12, 9)


@pytest.mark.parametrize(
    "text", ["soon", "31/2/2019", "13/13/2019", "9 Foo 2019", "9", "12/2019", "99/99/99"]
)
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="Write a date as 9 Dec 2019 or 9/12/2019"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10am", time(10)),
        ("2:30 pm", time(14, 30)),
        ("14.30", time(14, 30)),
        ("12am", time(0)),
        ("midday", time(12)),
    ],
)
def test_times_are_read(text: str, read: time) -> None:
    assert read_time(text) == read


@pytest.mark.parametrize("text", ["25:00", "13pm", "0am", "half ten", "10:75"])
def test_what_is_no_time_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="Write a time as"):
        read_time(text)


def test_numbers_are_read_or_refused() -> None:
    assert read_whole("1,200", least=0, most=2000) == 1200
    for text in ("-1", "many", "2001", "1.5"):
        with pytest.raises(Problem, match="from 0 to 2,000"):
            read_whole(text, least=0, most=2000)
