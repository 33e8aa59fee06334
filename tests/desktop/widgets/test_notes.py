from pytestqt.qtbot import QtBot

from desktop.widgets.notes import Notes
from tests.desktop.accessibility import audit


def test_short_notes_take_little_room_and_long_ones_scroll(qtbot: QtBot, styled: object) -> None:
    notes = Notes()
    qtbot.addWidget(notes)
    notes.resize(400, 40)
    notes.say("The base is all services.")
    low = notes.height()
    notes.say("The base is all services. " * 60)
    assert low < notes.height() < 100
    assert notes.text.startswith("The base") and audit(notes) == []


def test_without_words_there_is_no_room_for_them(qtbot: QtBot, styled: object) -> None:
    notes = Notes()
    qtbot.addWidget(notes)
    notes.say("")
    assert notes.height() == 0
