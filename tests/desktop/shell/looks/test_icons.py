from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.shell.looks.icons import Mark, set_icon
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import Style


def test_an_icon_on_a_button_takes_the_colour_of_its_role(styled: Style, qtbot: QtBot) -> None:
    pictures = []
    for role in ("text", "danger"):
        button = QPushButton()
        qtbot.addWidget(button)
        set_icon(button, "undo", role=role)
        pictures.append(button.icon().pixmap(QSize(16, 16)).toImage())
    assert pictures[0] != pictures[1]


def test_a_mark_is_drawn_anew_in_the_colours_of_the_theme(styled: Style, qtbot: QtBot) -> None:
    mark = Mark("error", "danger")
    qtbot.addWidget(mark)
    mark.show()
    light = mark.grab().toImage()
    styled.choose(Theme.DARK)
    assert mark.grab().toImage() != light
