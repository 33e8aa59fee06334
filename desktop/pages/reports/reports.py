"""The page of reports to a committee: begun, composed, followed up, issued."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.locking.open_vault import OpenVault
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.compose_side import ComposeSide
from desktop.pages.reports.issued_side import IssuedSide
from desktop.pages.reports.recommendations_side import RecommendationsSide
from desktop.pages.reports.reports_side import ReportsSide
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.page import Desk

SIDES: tuple[type[CommitteeSide], ...] = (ReportsSide, ComposeSide, RecommendationsSide, IssuedSide)
"""In the order of their tabs: Reports, Compose, Recommendations, Issued, Deadlines, Looks."""


class ReportsPage(SidesPage):
    """A tab for each side. `chosen` is the report that they speak of, `vault` the register of i-Work if it is open."""

    def __init__(
        self, desk: Desk, vault: OpenVault | None = None, *, now: Callable[[], datetime] = clock.now
    ) -> None:
        self.chosen = ChosenReport(desk, vault)
        super().__init__(
            desk, tuple(side(desk, self.chosen, now=now) for side in SIDES), "Sides of the reports"
        )
        self.chosen.changed.connect(self.show_side)
