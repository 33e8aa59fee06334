"""What the sides of the awards page have in common: they speak of one round."""

from collections.abc import Callable
from datetime import datetime

from awards.rounds.rounds import AwardRound
from desktop import clock
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk


class AwardsSide(PageSide):
    """A side of the awards. `chosen` is the round that stands above the tabs."""

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.chosen = chosen

    def round(self) -> AwardRound | None:
        """The round that is shown; None while there is none."""
        return self.chosen.round()

    def may_change_round(self) -> bool:
        """Whether the round shown may be changed here: there is one, not put away, in a file that can be written."""
        held = self.round()
        return self.may_write() and held is not None and held.archived_on is None
