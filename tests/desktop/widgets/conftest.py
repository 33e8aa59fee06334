from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def qtbot(qtbot: QtBot) -> Iterator[QtBot]:
    """Holds the widgets it is given: Qt paints once more after a test, when nothing else may hold them any longer."""
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget: QWidget, **more: object) -> None:
        held.append(widget)
        add(widget, **more)

    qtbot.addWidget = add_and_hold
    yield qtbot
    held.clear()
