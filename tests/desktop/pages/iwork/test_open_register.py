"""The open register: its sides are on its own file, and hear of its changes alone."""

from pytestqt.qtbot import QtBot

from desktop.pages.iwork.open_register import SIDES, OpenRegister, register_desk
from desktop.pages.iwork.people_side import PeopleSide
from desktop.shell.page import Desk
from resources.database import OpenFile, change
from tests.desktop.pages.iwork.register_desk import register_at


def test_every_side_has_a_tab(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    shown = register_at(desk, opened_vault, qtbot, PeopleSide, *SIDES)
    assert [side.tab for side in shown.sides] == [side.tab for side in SIDES]
    assert isinstance(shown.current, PeopleSide)


def test_it_reads_its_own_file_and_the_office_s(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    made = register_desk(desk, opened_vault)
    shown = OpenRegister(made, desk)
    qtbot.addWidget(shown)
    assert made.db is opened_vault.db
    assert all(side.office is desk for side in shown.sides if hasattr(side, "office"))
    with qtbot.waitSignal(made.changes.changed), change(opened_vault.db, "Added a task"):
        opened_vault.db.insert_row("task", {"id": "t", "name": "Laying tables"})
