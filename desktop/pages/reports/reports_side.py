"""The reports: begun, issued and put away."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage

NOTHING = (
    "No report to a committee is begun yet. A report has a meeting and a period, and begins with the parts and "
    "sections that such a report has."
)


class ReportsSide(CommitteeSide):
    """A table of the reports, and beside it all that is known of the one chosen."""

    tab = "Reports"

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.empty = EmptyPage(NOTHING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
