"""The reports: begun, saved and put away."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.listed_side import ListedSide
from desktop.pages.reports.outline_file_acts import OutlineFileActs
from desktop.pages.reports.report_acts import ReportActs
from desktop.pages.reports.reports_shown import COLUMNS, report_detail, report_rows
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from engagement.committee.reports import CommitteeReport, reports

NOTHING = (
    "No report to a committee is begun yet. A report has a meeting and a period, and begins with the parts and "
    "sections that such a report has."
)
_COMPOSE = "Compose"


class ReportsSide(ListedSide):
    """A table of the reports, and beside it all that is known of the one with the cursor."""

    tab, kept_in = "Reports", "committee_report"
    beside = ("report_compose", "report_edit", "report_restore")

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._reports: dict[str, CommitteeReport] = {}
        self.acts = ReportActs(desk, self, self.at_cursor, now=self._now)
        self.outlines = OutlineFileActs(desk, self, self.at_cursor, now=self._now)
        first = Action("report_first", "Begin a report", self._begin_first)
        part = ListPart(
            desk, COLUMNS, name="committee_reports", title="Reports to committees", one="Report",
            empty=EmptyPage(NOTHING, None if desk.opened.read_only else first), draw=self._detail,
            chips=("committee", "state"),
        )  # fmt: skip
        self.lay_out(part)
        part.opened.connect(self._compose)
        self.acts.began.connect(self._compose)
        self.outlines.began.connect(self._compose)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With reports."""
        acts = self.acts
        return [
            Action("report_begin", "Begin a report…", acts.begin, "Ctrl+N", icon="add", primary=True,
                   enabled=self.may_write),
            Action("report_next", "Begin the next one from this…", acts.begin_next, enabled=self._may_follow,
                   tip="For the next meeting and period without a report, as a copy of this one"),
            Action("report_compose", "Compose", self._compose_this, icon="reports", enabled=self.is_one,
                   tip="Its outline, and its pages as they will be printed"),
            Action("report_edit", "Change…", acts.edit, icon="edit", enabled=self._may_change),
            Action("report_archive", "Archive…", acts.archive, icon="archive", enabled=self._may_change),
            Action("report_restore", "Bring back", acts.restore, icon="restore", enabled=self._is_away,
                   toolbar=False),
            Action("report_outline_save", "Save its outline…", self.outlines.save, toolbar=False,
                   enabled=self.is_one),
            Action("report_outline_begin", "Begin from an outline…", self.outlines.begin, toolbar=False,
                   enabled=self.may_write),
        ]  # fmt: skip

    def at_cursor(self) -> CommitteeReport | None:
        """The report with the cursor."""
        return self._reports.get(self.part.key)

    def _may_change(self) -> bool:
        held = self.at_cursor()
        return self.may_write() and held is not None and held.archived_on is None

    def _may_follow(self) -> bool:
        return self.may_write() and self.at_cursor() is not None

    def _is_away(self) -> bool:
        held = self.at_cursor()
        return self.may_write() and held is not None and held.archived_on is not None

    def _begin_first(self) -> None:
        if self.may_write():
            self.acts.begin()

    def _compose_this(self) -> None:
        self._compose(self.part.key)

    @Slot(str)
    def _compose(self, key: str) -> None:
        self.chosen.choose(key)
        self.turn_to.emit(_COMPOSE, key)

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The reports as they are now."""
        held = reports(self._desk.db, archived=True)
        self._reports = {one.id: one for one in held}
        self.part.show_rows(report_rows(self._desk.db, held, today=self._today()), keys=list(self._reports))
        self.tell()

    def _detail(self, key: str) -> Detail | None:
        held = self._reports.get(key)
        if held is None:
            return None
        return report_detail(self._desk.db, held, self.actions_beside(), today=self._today())

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a report’s."""
        return key in {one.id for one in reports(self._desk.db, archived=True)}
