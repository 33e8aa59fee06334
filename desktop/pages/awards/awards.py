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
from desktop.pages.awards.round_side import NOTHING, RoundSide
from desktop.pages.awards.scores_side import ScoresSide
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage

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
        start = Action("awards_first", "Start a round", self.head.acts.start)
        self.beginning = EmptyPage(NOTHING, None if desk.opened.read_only else start)
        self.column.addWidget(self.beginning, 100)  # the tabs above it need no room
        self.chosen.changed.connect(self.show_side)

    def show_side(self) -> None:
        """The round and the side that is shown, as they stand now."""
        self.head.reload()
        super().show_side()
        self.beginning.setVisible(self._is_beginning())
        self.current.setVisible(not self._is_beginning())

    def _is_beginning(self) -> bool:
        """While there is no round every side says the same, and the way to begin."""
        return not self.chosen.key and not isinstance(self.current, RoundSide)

    def focus_first(self) -> None:
        """Where the work of the side shown begins, or the way to a first round."""
        (self.beginning.setFocus if self._is_beginning() else super().focus_first)()
