"""Projects: what for, paid from which fund, led by whom, from when until when, and how far they have come."""

from dataclasses import dataclass
from datetime import date

from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import refuse_empty
from resources.tables import Cell
from workforce.funding.projects.checks import in_order
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as
from workforce.funding.rows import refuse_too_much
from workforce.funding.vocabulary import ProjectStatus


@dataclass(frozen=True)
class ProjectDraft:
    """What a person says of a project. With `tracks_dspt` its providers are followed through the levels of the DSPT."""

    name: str
    starts_on: date
    ends_on: date | None = None
    fund_id: str | None = None
    purpose: str = ""
    lead: str = ""
    budget_pence: int | None = None
    status: ProjectStatus = ProjectStatus.DRAFT
    tracks_dspt: bool = False
    note: str = ""


@dataclass(frozen=True)
class Project:
    """A project as it stands."""

    id: str
    name: str
    fund_id: str | None
    purpose: str
    lead: str
    starts_on: date
    ends_on: date | None
    budget_pence: int | None
    status: ProjectStatus
    tracks_dspt: bool
    note: str
    archived_on: date | None

    @property
    def is_running(self) -> bool:
        """Whether there is still something to do."""
        return self.archived_on is None and self.status is not ProjectStatus.COMPLETE

    def draft(self) -> ProjectDraft:
        """As it would be entered."""
        return draft_of(ProjectDraft, self)


_SELECT = f"select {columns_of(Project)} from project"


def project(db: Database, key: str) -> Project:
    """One by its key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no project {key}")
    return row_as(Project, row)


def projects(db: Database, *, archived: bool = False) -> list[Project]:
    """All of them, those that are not complete first, the newest first."""
    rows = db.rows(
        f"""{_SELECT} where ? or archived_on is null
        order by archived_on is not null, status = 'complete', starts_on desc, name""",
        (archived,),
    )
    return [row_as(Project, row) for row in rows]


def is_project(db: Database, key: str) -> bool:
    """Whether the key is a project's."""
    return bool(db.value("select exists (select 1 from project where id = ?)", (key,)))


def leads(db: Database) -> list[str]:
    """Whoever led a project."""
    return [
        name for (name,) in db.rows("select distinct lead from project where lead <> '' order by lower(lead)")
    ]


# --- the verbs --------------------------------------------------------------------------------------------------


def add_project(db: Database, draft: ProjectDraft) -> Project:
    """Begin to keep a project."""
    cells, key = _cells(db, draft, ""), new_key()
    with change(db, f"Added the project {draft.name.strip()}"):
        db.insert_row("project", {"id": key, **cells})
    return project(db, key)


def edit_project(db: Database, key: str, draft: ProjectDraft) -> Project:
    """Put right what is kept of a project."""
    held, cells = project(db, key), _cells(db, draft, key)
    with change(db, f"Changed the project {held.name}"):
        db.update_row("project", key, cells)
    return project(db, key)


def archive_project(db: Database, key: str, *, today: date) -> Project:
    """Put it away; what is kept of it stays."""
    archiving.archive(db, "project", project(db, key), today=today, called="the project")
    return project(db, key)


def restore_project(db: Database, key: str) -> Project:
    """Bring it back."""
    archiving.restore(db, "project", project(db, key), called="the project")
    return project(db, key)


def _cells(db: Database, draft: ProjectDraft, key: str) -> dict[str, Cell]:
    name = draft.name.strip()
    refuse_empty("name", name, "The name is empty. Write what the project is called.")
    if db.value("select exists (select 1 from project where name = ? and id <> ?)", (name, key)):
        raise FieldProblem("name", f"There is a project {name} already. Give this one another name.")
    in_order("ends_on", draft.starts_on, draft.ends_on, "Ends", "the day on which it starts")
    if draft.budget_pence is not None and draft.budget_pence < 0:
        raise FieldProblem("budget_pence", "Budget: the amount is below zero. Give one from £0.")
    refuse_too_much("budget_pence", draft.budget_pence, "Budget")
    return {**cells_of(draft), "fund_id": draft.fund_id or None}
