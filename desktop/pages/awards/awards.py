"""The awards page: a round from nominations to its ceremony."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.board_side import BoardSide
from desktop.pages.awards.ceremony_side import CeremonySide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.figures_side import FiguresSide
from desktop.pages.awards.nominations_side import NominationsSide
from desktop.pages.awards.panel_side import PanelSide
from desktop.pages.awards.qualifying_side import QualifyingSide
from desktop.pages.awards.results_side import ResultsSide
from desktop.pages.awards.round_head import RoundHead
from desktop.pages.awards.round_side import RoundSide
from desktop.pages.awards.scores_side import ScoresSide
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.page import Desk

SIDES: tuple[type[AwardsSide], ...] = (
    NominationsSide,
    BoardSide,
    QualifyingSide,
    PanelSide,
    ScoresSide,
    ResultsSide,
    CeremonySide,
    FiguresSide,
    RoundSide,
)
"""In the order of their tabs."""


class AwardsPage(SidesPage):
    """A tab for each side; above them the round that all of them are about."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        self.chosen = ChosenRound(desk)
        super().__init__(
            desk, tuple(side(desk, self.chosen, now=now) for side in SIDES), "Sides of the awards"
        )
        self.head = RoundHead(desk, self.chosen, now=now)
        self.column.insertWidget(0, self.head)
        self.chosen.changed.connect(self.show_side)

    def show_side(self) -> None:
        """The round and the side that is shown, as they stand now."""
        self.head.reload()
        super().show_side()
