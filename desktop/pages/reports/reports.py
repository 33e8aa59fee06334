"""The page of reports to a committee: begun, composed, followed up, issued."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from desktop import clock
from desktop.committee.cut_off import saves_cut_off
from desktop.locking.open_vault import OpenVault
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.compose_side import ComposeSide
from desktop.pages.reports.deadlines_side import DeadlinesSide
from desktop.pages.reports.issued_side import IssuedSide
from desktop.pages.reports.looks_side import LooksSide
from desktop.pages.reports.recommendations_side import RecommendationsSide
from desktop.pages.reports.reports_side import ReportsSide
from desktop.pages.sides.sides_page import SidesPage
from desktop.shell.page import Desk
from desktop.shell.public_view import PublicView
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Report
from resources.wording import in_london

SIDES: tuple[type[CommitteeSide], ...] = (
    ReportsSide,
    ComposeSide,
    RecommendationsSide,
    IssuedSide,
    DeadlinesSide,
    LooksSide,
)
"""In the order of their tabs: Reports, Compose, Recommendations, Issued, Deadlines, Looks."""

_PUBLIC = "The public document of the report that is composed is shown as it stands now."


class ReportsPage(SidesPage):
    """A tab for each side. `chosen` is the report that they speak of, `vault` the register of i-Work if it is open."""

    def __init__(
        self, desk: Desk, vault: OpenVault | None = None, *, now: Callable[[], datetime] = clock.now
    ) -> None:
        self.chosen, self._now = ChosenReport(desk, vault), now
        super().__init__(
            desk, tuple(side(desk, self.chosen, now=now) for side in SIDES), "Sides of the reports"
        )
        self.chosen.changed.connect(self.show_side)
        self._is_told = False

    def reload(self) -> None:
        """As it stands now; the first time, saves that were cut off are told."""
        super().reload()
        if not self._is_told:
            self._is_told = True
            told = saves_cut_off(self._desk.db)
            if told:
                self._desk.messages.problem(Problem(told[0], details=told[1:]))

    def public_view(self) -> PublicView:
        """The public document of the report chosen; nothing else of what is written about reports."""
        key, day = self.chosen.key, in_london(self._now()).date()
        view = super().public_view()
        if not key:
            return view
        return PublicView((_PUBLIC, *view.covered), reads=(partial(_public_document, key, day),))


def _public_document(key: str, today: date, db: Database, vault: Database | None) -> Report:
    from desktop.committee.public_pages import public_report  # loaded when first used

    return public_report(db, vault, key, today=today)
