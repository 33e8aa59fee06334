"""What tests of the i-Work page begin with: the open register, turned to one of its sides."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from desktop.pages.iwork.open_register import OpenRegister, register_desk
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk
from resources.database import OpenFile

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def register_at(
    office: Desk, opened_vault: OpenFile, qtbot: QtBot, side: type[PageSide], now: datetime = NOW
) -> OpenRegister:
    """The register as it is seen when somebody has turned to a side."""
    made = OpenRegister(register_desk(office, opened_vault), office, now=lambda: now)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.reload()
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, side)))
    made.show()
    return made
