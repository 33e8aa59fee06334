from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.choice_row import add_choice, add_text, put_beside, row_of_choices
from tests.desktop.accessibility import audit


def test_each_choice_stands_beneath_its_name(qtbot: QtBot, styled: object) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QHBoxLayout(whole)
    kind, area = add_choice(row, "Kind", [("home", "Homes")]), add_choice(row, "Area")
    whole.show()
    assert [one.text() for one in whole.findChildren(QLabel)] == ["Kind", "Area"]
    kind.show_answer("home")
    assert (kind.widget.accessibleName(), kind.answer(), area.answer()) == ("Kind", "home", None)
    assert audit(whole) == []


def test_a_line_to_type_into_stands_beside_them(qtbot: QtBot, styled: object) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QHBoxLayout(whole)
    add_choice(row, "Kind")
    line = add_text(row, "Find", "Name or place")
    whole.show()
    assert [one.text() for one in whole.findChildren(QLabel)] == ["Kind", "Find"]
    line.show_answer("ada")
    assert (line.widget.accessibleName(), line.answer()) == ("Find", "ada") and audit(whole) == []


def test_what_stands_beside_choices_is_level_with_their_foot(qtbot: QtBot, styled: object) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(700, 90)
    row = row_of_choices()
    QVBoxLayout(whole).addLayout(row)
    kind, button = add_choice(row, "Kind"), QPushButton("Add")
    put_beside(row, [button], share=2)
    whole.show()
    assert button.geometry().left() > kind.widget.geometry().right()
    assert button.geometry().bottom() >= kind.widget.geometry().bottom()
