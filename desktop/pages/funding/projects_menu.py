"""What can be done on the side Projects, and when."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.funding.projects_acts import ProjectActs
from desktop.pages.funding.projects_other_acts import ApprenticeActs, FunderReportActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.funding.projects.funder_reports import funder_report
from workforce.funding.projects.projects import project
from workforce.funding.vocabulary import FunderReportStatus

PROJECTS, REPORTS, APPRENTICES = "Projects", "Reports to funders", "Apprenticeships in the team"

_IN_PANE = (
    "project_edit", "project_level", "report_edit", "report_submit", "report_reopen", "apprentice_edit",
    "apprentice_status",
)  # fmt: skip


class ProjectsView(Protocol):
    """The side, as its actions see it."""

    @property
    def what(self) -> str: ...

    @property
    def key(self) -> str: ...

    def may_write(self) -> bool: ...


class ProjectsMenu(QObject):
    """The actions on each of its three lists, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: ProjectsView, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._desk, self._side = desk, side
        self.projects = ProjectActs(desk, view, self._key, today=today)
        self.reports = FunderReportActs(desk, view, self._key, today=today)
        self.apprentices = ApprenticeActs(desk, view, self._key, today=today)

    def listed(self, what: str) -> list[Action]:
        """What can be done with one of the lists."""
        return {PROJECTS: self._of_projects, REPORTS: self._of_reports, APPRENTICES: self._of_apprentices}[
            what
        ]()

    def _of_projects(self) -> list[Action]:
        acts, one, may = self.projects, partial(self._has_one, PROJECTS), partial(self._may, PROJECTS)
        return [
            Action("project_add", "Add a project…", acts.add, icon="add", primary=True, enabled=may),
            Action("project_edit", "Change…", acts.edit, icon="edit", enabled=one),
            *(Action(f"project_{kind.name}", f"{kind.title}…", partial(acts.list_kept, kind), enabled=one)
              for kind in acts.kinds),
            Action("project_level", "Record a DSPT level…", acts.levels.record, icon="check",
                   enabled=self._follows_dspt),
            Action("project_archive", "Archive project", acts.archive, icon="archive", enabled=one, toolbar=False),
            Action("project_restore", "Archived projects…", acts.keep_archived, enabled=may, toolbar=False),
        ]  # fmt: skip

    def _of_reports(self) -> list[Action]:
        acts, one, is_open = self.reports, partial(self._has_one, REPORTS), self._is_open
        return [
            Action("report_add", "Add a report…", acts.add, icon="add", primary=True,
                   enabled=partial(self._may, REPORTS)),
            Action("report_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("report_begin", "Begin it", acts.begin, enabled=self._is_due),
            Action("report_submit", "Mark as submitted…", acts.submit, icon="check", enabled=is_open),
            Action("report_skip", "Skip…", acts.skip, enabled=is_open),
            Action("report_reopen", "Open again", acts.reopen, enabled=self._is_closed),
            Action("report_remove", "Remove…", acts.remove, enabled=one, tip="Where it was entered by mistake"),
        ]  # fmt: skip

    def _of_apprentices(self) -> list[Action]:
        acts, one = self.apprentices, partial(self._has_one, APPRENTICES)
        return [
            Action("apprentice_add", "Add an apprenticeship…", acts.add, icon="add", primary=True,
                   enabled=partial(self._may, APPRENTICES)),
            Action("apprentice_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("apprentice_status", "How it stands…", acts.say_status, enabled=one),
            Action("apprentice_remove", "Remove…", acts.remove, enabled=one, tip="Where it was entered by mistake"),
        ]  # fmt: skip

    def first(self, what: str) -> Action:
        """What an empty list begins with."""
        words, add = {
            PROJECTS: ("Add a project", self.projects.add),
            REPORTS: ("Add a report", self.reports.add),
            APPRENTICES: ("Add an apprenticeship", self.apprentices.add),
        }[what]
        return Action(f"{what}_first", words, partial(self._add_first, what, add))

    def in_pane(self, what: str) -> list[Action]:
        """Those that stand beside the row chosen."""
        return [one for one in self.listed(what) if one.name in _IN_PANE and one.ready()]

    def in_row(self, what: str) -> list[Action]:
        """The others, above the list: what stands in the pane or in the page's head is not said twice."""
        return [
            one for one in self.listed(what) if one.toolbar and not one.primary and one.name not in _IN_PANE
        ]

    # When

    def _key(self) -> str:
        return self._side.key

    def _may(self, what: str) -> bool:
        return self._side.may_write() and self._side.what == what

    def _has_one(self, what: str) -> bool:
        return self._may(what) and bool(self._key())

    def _follows_dspt(self) -> bool:
        return self._has_one(PROJECTS) and project(self._desk.db, self._key()).tracks_dspt

    def _is_open(self) -> bool:
        return self._has_one(REPORTS) and funder_report(self._desk.db, self._key()).is_open

    def _is_closed(self) -> bool:
        return self._has_one(REPORTS) and not funder_report(self._desk.db, self._key()).is_open

    def _is_due(self) -> bool:
        held = funder_report(self._desk.db, self._key()) if self._has_one(REPORTS) else None
        return held is not None and held.status is FunderReportStatus.DUE

    # What is done

    def _add_first(self, what: str, add: Callable[[], object]) -> None:
        if self._may(what):
            add()

    @Slot(str)
    def open_row(self, _key: str) -> None:
        """Enter on a row changes it."""
        what = self._side.what
        if self._has_one(what):
            {PROJECTS: self.projects.edit, REPORTS: self.reports.edit, APPRENTICES: self.apprentices.edit}[
                what
            ]()
