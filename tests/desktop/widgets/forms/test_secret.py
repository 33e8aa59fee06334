"""What nobody should read over a shoulder."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.forms.secret import SecretField


def test_it_is_read_only_while_show_is_pressed_in(styled: Style, qtbot: QtBot) -> None:
    field = SecretField()
    qtbot.addWidget(field.widget)
    field.line.setText("  four words nobody knows ")
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.show_button.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.show_button.accessibleName() == "Hide what is typed"
    assert field.answer() == "  four words nobody knows "


def test_it_is_never_kept_and_can_be_forgotten(styled: Style, qtbot: QtBot) -> None:
    field = SecretField(shown=True)
    qtbot.addWidget(field.widget)
    field.line.setText("four words nobody knows")
    assert (field.as_it_stands(), field.told()) == (None, "")
    field.stand_as("something else")
    assert field.answer() == "four words nobody knows"
    field.show_button.click()
    field.forget()
    field.line.undo()
    assert field.answer() == "" and field.line.echoMode() is QLineEdit.EchoMode.Normal
