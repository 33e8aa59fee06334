"""What stands in a form can be kept as plain values and put back, also where it cannot be read yet."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    LongTextField,
    Pick,
    PickField,
    TextField,
    number_field,
)
from desktop.widgets.forms.form import Form, FormDialog
from desktop.widgets.forms.several import SeveralField
from desktop.widgets.forms.typed import told_of, type_into, typed_in

PICK = Pick("p1", "IW-014 A.E.", "Referred")


def find(text: str) -> list[Pick]:
    return [PICK] if text.casefold() in PICK.words.casefold() else []


class GridField(Field):
    """A field of a kind that nobody thought of: a line and boxes to tick."""

    def __init__(self) -> None:
        holder = QWidget()
        super().__init__(holder)
        self.line, self.table = QLineEdit(), QTableWidget(2, 2)
        self.table.setHorizontalHeaderLabels(["", "Likes"])
        for row, name in enumerate(("Laying tables", "Washing up")):
            self.table.setItem(row, 0, QTableWidgetItem(name))
            self.table.item(row, 0).setFlags(Qt.ItemFlag.ItemIsEnabled)
            box = QTableWidgetItem()
            box.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            box.setCheckState(Qt.CheckState.Unchecked)
            self.table.setItem(row, 1, box)
        column = QVBoxLayout(holder)
        column.addWidget(self.line)
        column.addWidget(self.table)


def made(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.add("name", "Name", TextField())
    form.add("words", "Words", LongTextField())
    form.add("kind", "Kind", ChoiceField([(1, "One"), (2, "Two")]))
    form.add("many", "Many", ChoiceField([(n, f"Number {n}") for n in range(20)]))
    form.add("own", "", CheckField("Their own"))
    form.add("day", "Day", DateField())
    form.add("hours", "Hours", number_field())
    form.add("who", "Who", PickField(find))
    form.add("letters", "Whom", PickField(find))
    form.add("several", "Several", SeveralField("Some", [("a", "A day"), ("b", "A bee")], nothing="None"))
    form.add("grid", "Grid", GridField())
    return form


@pytest.fixture
def filled(styled: Style, qtbot: QtBot) -> Form:
    form = made(qtbot)
    rows = form.rows
    rows["name"].field.show_answer("Ada Example")
    rows["words"].field.show_answer("Two\nlines")
    rows["kind"].field.show_answer(2)
    rows["many"].field.show_answer(13)
    rows["own"].field.show_answer(True)
    rows["day"].field.line.setText("the fortieth of May")  # type: ignore[attr-defined]
    rows["hours"].field.line.setText("half")  # type: ignore[attr-defined]
    rows["who"].field.show_answer(PICK)
    rows["letters"].field.line.setText("IW")  # type: ignore[attr-defined]
    rows["several"].field.show_answer(("b",))
    grid = rows["grid"].field
    assert isinstance(grid, GridField)
    grid.line.setText("by the window")
    grid.table.item(1, 1).setCheckState(Qt.CheckState.Checked)
    return form


def test_everything_comes_back_as_it_stood(filled: Form, qtbot: QtBot) -> None:
    kept = json.loads(json.dumps(filled.as_it_stands()))
    again = made(qtbot)
    again.stand_as(kept)
    assert again.as_it_stands() == filled.as_it_stands()
    assert again.rows["who"].field.answer() == "p1"
    assert again.rows["several"].field.answer() == ("b",)
    assert again.rows["many"].field.answer() == 13
    again.rows["day"].field.show_answer(date(2026, 5, 4))
    assert again.rows["day"].field.answer() == date(2026, 5, 4)


def test_it_can_be_told_in_words(filled: Form) -> None:
    told = dict(filled.told())
    assert told["Name"] == "Ada Example"
    assert told["Their own"] == "Yes"
    assert told["Day"] == "the fortieth of May"
    assert told["Several"] == "A bee"
    assert told["Grid"] == "by the window; Washing up: Likes"
    assert told["Who"] == "IW-014 A.E."


def test_what_is_hidden_or_no_longer_there_is_left_out(filled: Form, qtbot: QtBot) -> None:
    filled.show_row("name", False)
    kept = filled.as_it_stands()
    assert "name" not in kept
    again = made(qtbot)
    again.stand_as({**kept, "gone": {"line 1": "nowhere"}})
    assert again.rows["name"].field.answer() == ""


def test_a_passphrase_is_never_read(styled: Style, qtbot: QtBot) -> None:
    line = QLineEdit("four words nobody knows")
    qtbot.addWidget(line)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    assert (typed_in(line), told_of(line)) == ({}, "")
    type_into(line, {"line 1": "other"})
    assert line.text() == "four words nobody knows"


class Holder(QWidget):
    """A page that keeps drafts."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[FormDialog] = []

    def dialog_opens(self, dialog: FormDialog) -> None:
        self.opened.append(dialog)


def test_a_dialog_tells_the_page_it_belongs_to(styled: Style, qtbot: QtBot) -> None:
    page = Holder()
    qtbot.addWidget(page)
    side = QWidget(page)
    dialog = FormDialog("Edit IW-014", "Save", side)
    name = dialog.form.add("name", "Name", TextField())
    dialog.ask(lambda _value: None)
    assert page.opened == [dialog] and not dialog.is_touched
    name.show_answer("Ada")
    assert dialog.is_touched
    dialog.deleteLater()


def test_a_dialog_of_another_page_tells_nobody(styled: Style, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    dialog = FormDialog("Edit", "Save", page)
    dialog.ask(lambda _value: None)
    assert dialog.isVisible()
    dialog.deleteLater()
