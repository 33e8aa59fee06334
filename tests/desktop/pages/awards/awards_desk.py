"""What tests of the awards page begin with: the page, as wide as in a small window, turned to one of its sides."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from desktop.pages.awards.awards import AwardsPage
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk
from tests.awards.gala import NOW


def page_at(desk: Desk, qtbot: QtBot, side: type[PageSide], now: datetime = NOW) -> AwardsPage:
    """The page as it is seen when somebody has turned to a side; of a round that a Gala has made before."""
    made = AwardsPage(desk, now=lambda: now)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.reload()
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, side)))
    made.show()
    return made
