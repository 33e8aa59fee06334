"""The funding page: what nobody has claimed, claims, funds, the rulebook, ASC-WDS and projects."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.funding.ascwds_side import AscwdsSide
from desktop.pages.funding.claims_side import ClaimsSide
from desktop.pages.funding.funds_side import FundsSide
from desktop.pages.funding.projects_side import ProjectsSide
from desktop.pages.funding.report_acts import FundingReportActs
from desktop.pages.funding.rulebook_side import RulebookSide
from desktop.pages.funding.unclaimed_side import UnclaimedSide
from desktop.pages.sides.sides_page import PageSide, SidesPage
from desktop.shell.actions import Action
from desktop.shell.page import Desk

SIDES: tuple[type[PageSide], ...] = (
    UnclaimedSide,
    ClaimsSide,
    FundsSide,
    RulebookSide,
    AscwdsSide,
    ProjectsSide,
)
"""In the order of their tabs."""


class FundingPage(SidesPage):
    """A tab for each side of funding."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, tuple(side(desk, now=now) for side in SIDES), "Sides of funding")
        self.report_acts = FundingReportActs(desk, self, now=now)

    def papers(self) -> list[Action]:
        """The summary, its tables, and the awards as 360Giving has them."""
        return self.report_acts.listed()
