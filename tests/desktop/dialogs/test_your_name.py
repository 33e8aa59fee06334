from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.your_name import YourName


def test_the_name_is_asked_with_the_one_used_until_now_and_given_as_typed(
    qtbot: QtBot, styled: object
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = YourName("Ada Example", over)
    answers = dialog.form.read()
    assert answers is not None and answers["name"] == "Ada Example"
    assert dialog.value({"name": "Zoë Example"}) == "Zoë Example"
