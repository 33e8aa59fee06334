"""The three lists of the side Projects: what each holds, and what is said of a row of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desktop.pages.funding.projects_detail import apprentice_detail, project_detail, report_detail
from desktop.pages.funding.projects_menu import APPRENTICES, PROJECTS, REPORTS, ProjectsMenu
from desktop.widgets.detail import Detail
from resources.database import Database
from resources.tables import Table
from workforce.funding.projects.apprentices import apprentice, apprentices, is_apprentice
from workforce.funding.projects.funder_reports import funder_report, funder_reports, is_funder_report
from workforce.funding.projects.projects import is_project, project, projects
from workforce.funding.projects.tables import apprentices_table, projects_table, reports_table

KEPT_IN: Mapping[str, str] = {PROJECTS: "project", REPORTS: "funder_report", APPRENTICES: "apprentice"}
"""The lists in their order, each with the table that it shows."""
CHIPS: Mapping[str, tuple[str, ...]] = {
    PROJECTS: ("status", "fund", "lead"),
    REPORTS: ("standing", "of"),
    APPRENTICES: ("status",),
}
NOTHING: Mapping[str, str] = {
    PROJECTS: "No project is held yet. A project has milestones, outcomes, providers that take part and what they say.",
    REPORTS: "No report to a funder is held yet. Each has the day on which it is due, and Home says when that is near.",
    APPRENTICES: "No apprenticeship in the team is held yet.",
}


def read_list(db: Database, what: str, *, today: date) -> tuple[Table, Sequence[str]]:
    """A list with the keys of its rows."""
    if what == PROJECTS:
        return projects_table(db, today=today), [one.id for one in projects(db)]
    if what == REPORTS:
        return reports_table(db, today=today), [one.id for one in funder_reports(db)]
    return apprentices_table(db, today=today), [one.id for one in apprentices(db)]


def list_of(db: Database, key: str) -> str:
    """The list that has a row with this key; none, where it is no key of these."""
    tests = ((PROJECTS, is_project), (REPORTS, is_funder_report), (APPRENTICES, is_apprentice))
    return next((what for what, is_one in tests if is_one(db, key)), "")


def detail_of(
    db: Database, what: str, key: str, menu: ProjectsMenu, *, today: date, may_write: bool,
    show: Callable[[str], object],
) -> Detail:  # fmt: skip
    """What the pane says of a row; `show` goes to another one."""
    actions = menu.in_pane(what)
    if what == PROJECTS:
        return project_detail(
            db, project(db, key), menu.projects, actions, today=today, may_write=may_write, open_report=show
        )
    if what == REPORTS:
        return report_detail(db, funder_report(db, key), actions, today=today)
    return apprentice_detail(apprentice(db, key), actions, today=today)
