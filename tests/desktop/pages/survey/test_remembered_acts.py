"""What is remembered of answers is listed over the page, and what is wrong is forgotten there."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.pages.survey.remembered_acts import RememberedActs
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile, change, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over, make_real_desk
from tests.workforce.survey.answers.made import made_wave
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.who_answered import remember_name, remembered_names


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


def test_a_name_is_listed_and_forgotten_and_comes_back_by_undo(desk: Desk, qtbot: QtBot) -> None:
    wave = made_wave(desk.db)
    with change(desk.db, "Decided"):
        remember_name(desk.db, "Elms", WhoDecision())
        remember_name(desk.db, "The vicar", WhoDecision())
    view = QWidget()
    qtbot.addWidget(view)
    acts = RememberedActs(desk, view, lambda: wave.id)
    acts.keep()
    listed = dialog_over(view, KeptList)
    assert isinstance(listed, KeptList) and audit(listed) == []
    assert listed.has_row()
    listed.row.buttons["remembered_forget"].click()
    assert set(remembered_names(desk.db)) == {"the vicar"}
    listed.row.buttons["remembered_forget"].click()
    assert remembered_names(desk.db) == {} and not listed.row.buttons["remembered_forget"].isEnabled()
    history.undo(desk.db)
    assert set(remembered_names(desk.db)) == {"the vicar"}
    listed.accept()
