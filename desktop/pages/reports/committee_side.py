"""What the sides of the page of reports have in common: they know which report is chosen."""

from collections.abc import Callable
from datetime import datetime

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk
from engagement.committee.reports import CommitteeReport


class CommitteeSide(PageSide):
    """A side of the page. `chosen` is the report that is composed, whichever side it was chosen on."""

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.chosen = chosen

    def report(self) -> CommitteeReport | None:
        """The report that is chosen; None while there is none."""
        return self.chosen.report()

    def may_change_report(self) -> bool:
        """Whether the report chosen may be changed here: there is one, not put away, in a file that can be written."""
        held = self.report()
        return self.may_write() and held is not None and held.archived_on is None
