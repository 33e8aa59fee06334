from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.your_council import YourCouncil


def test_the_council_is_asked_with_the_one_held_and_may_be_none(qtbot: QtBot, styled: object) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = YourCouncil("Oldham", ["Nottinghamshire", "Oldham"], over)
    answers = dialog.form.read()
    assert answers is not None and answers["name"] == "Oldham"
    assert dialog.value({"name": "Nottinghamshire"}) == "Nottinghamshire"
    assert dialog.value({"name": None}) == ""
