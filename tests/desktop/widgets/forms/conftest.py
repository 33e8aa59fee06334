import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.widgets.forms.everything import Everything


@pytest.fixture
def dialog(qtbot: QtBot, styled: object) -> Everything:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = Everything(parent)
    made.kept_parent = parent  # type: ignore[attr-defined]
    return made
