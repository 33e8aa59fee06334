from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.widgets.question import Question


def test_enter_presses_the_button_that_has_the_keyboard_not_the_default_one(
    styled: Style, qtbot: QtBot
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    done: list[bool] = []
    question = Question("Cancel the event?", "", "Cancel the event", over, danger=True)
    question.ask(lambda: done.append(True))
    back = next(one for one in question.findChildren(QPushButton) if one.text() == "Go back")
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert (done, question.isVisible()) == ([], False)
