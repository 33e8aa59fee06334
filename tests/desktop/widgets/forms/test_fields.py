from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.forms.fields import ChoiceField, Pick, PickField
from desktop.widgets.forms.form import Answers
from tests.desktop.widgets.forms.everything import Everything, line


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


def test_what_is_picked_is_known_while_letters_are_typed(dialog: Everything, qtbot: QtBot) -> None:
    field = dialog.form.rows["provider"].field
    assert isinstance(field, PickField)
    field.show_answer(Pick("k1", "Alder Lodge"))
    assert field.picked == "k1"
    qtbot.keyClicks(line(dialog, "provider"), "x")
    assert field.picked == ""


def test_a_choice_by_letters_has_its_name_where_they_are_typed(qtbot: QtBot) -> None:
    many = [(number, f"District {number}") for number in range(20)]
    before, after = ChoiceField(many), ChoiceField([])
    for field in (before, after):
        qtbot.addWidget(field.widget)
        field.widget.setAccessibleName("District")
    after.set_options(many)
    assert [field.box.lineEdit().accessibleName() for field in (before, after)] == ["District", "District"]


def test_a_choice_with_too_little_room_ends_in_dots_and_is_answered_whole(qtbot: QtBot) -> None:
    field = ChoiceField([("long", "Proud to be a Learning and Development Champion")])
    qtbot.addWidget(field.box)
    field.show_answer("long")
    shown = []
    for width in (160, 900):
        field.box.resize(width, 30)
        option = QStyleOptionComboBox()
        field.box.initStyleOption(option)
        shown.append(option.currentText)
    assert shown[0].startswith("Proud to be") and shown[0].endswith("…")
    assert shown[1] == field.box.currentText() and field.answer() == "long"


@pytest.mark.parametrize("others", [0, 15], ids=["chosen", "found by letters"])
def test_of_two_choices_with_the_same_words_the_one_chosen_is_the_answer(qtbot: QtBot, others: int) -> None:
    field = ChoiceField(
        [("one", "J. Smith"), ("other", "J. Smith"), *((n, f"Judge {n}") for n in range(others))]
    )
    qtbot.addWidget(field.widget)
    for value in ("other", "one"):
        field.show_answer(value)
        assert field.answer() == value
    field.set_options([("third", "J. Smith")])
    assert field.answer() is None


def test_a_list_of_choices_shows_all_of_a_few_beneath_the_field(styled: Style, qtbot: QtBot) -> None:
    field = ChoiceField([("a", "Shares"), ("b", "Per cent"), (None, "Not decided")])
    qtbot.addWidget(field.box)
    field.box.show()
    field.show_answer(None)
    field.box.showPopup()
    view = field.box.view()
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(3)]
    assert rows[0].top() >= 0 and rows[2].bottom() <= view.viewport().height()
    field.box.hidePopup()
