"""What the sides of the page of reports have in common: they know which report is chosen."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk


class CommitteeSide(PageSide):
    """A side of the page. `chosen` is the report that is composed, whichever side it was chosen on."""

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.chosen = chosen
