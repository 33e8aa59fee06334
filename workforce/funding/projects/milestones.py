"""What a project is to have done by which day."""

from dataclasses import dataclass
from datetime import date, timedelta

from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.rows import refuse_empty
from resources.tables import Cell
from resources.wording import shortened
from workforce.funding.projects.checks import has_come
from workforce.funding.projects.projects import project
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as

SOON = timedelta(days=14)
"""What is due within so many days is near."""


@dataclass(frozen=True)
class MilestoneDraft:
    """What a person says of a milestone."""

    what: str
    due_on: date
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Milestone:
    """A milestone as it stands."""

    id: str
    project_id: str
    what: str
    due_on: date
    done_on: date | None
    note: str

    def is_done_by(self, day: date) -> bool:
        """Whether it was done on a day, as it was known later."""
        return self.done_on is not None and self.done_on <= day

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past and it is not done."""
        return self.done_on is None and self.due_on < today

    def is_due_soon(self, today: date) -> bool:
        """Whether its day is today or near."""
        return self.done_on is None and today <= self.due_on <= today + SOON

    def standing(self, today: date) -> str:
        """Done, Overdue or Planned."""
        if self.done_on is not None:
            return "Done"
        return "Overdue" if self.is_overdue(today) else "Planned"

    def draft(self) -> MilestoneDraft:
        """As it would be entered."""
        return draft_of(MilestoneDraft, self)


_SELECT = f"select {columns_of(Milestone)} from project_milestone"


def milestone(db: Database, key: str) -> Milestone:
    """One by its key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no milestone {key}")
    return row_as(Milestone, row)


def milestones_of(db: Database, project_id: str) -> list[Milestone]:
    """Those of a project, by the day they are due."""
    rows = db.rows(f"{_SELECT} where project_id = ? order by due_on, id", (project_id,))
    return [row_as(Milestone, row) for row in rows]


def open_milestones(db: Database) -> list[Milestone]:
    """Those of all running projects that are not done, by the day they are due."""
    rows = db.rows(
        f"""select {columns_of(Milestone, "m")} from project_milestone m join project on project.id = m.project_id
        where done_on is null and archived_on is null and status <> 'complete' order by due_on, m.id"""
    )
    return [row_as(Milestone, row) for row in rows]


# --- the verbs --------------------------------------------------------------------------------------------------


def add_milestone(db: Database, project_id: str, draft: MilestoneDraft, *, today: date) -> Milestone:
    """Say what is to be done by when."""
    held, cells, key = project(db, project_id), _cells(draft, today), new_key()
    with change(db, f"Added “{shortened(draft.what)}” to the milestones of {held.name}"):
        db.insert_row("project_milestone", {"id": key, "project_id": project_id, **cells})
    return milestone(db, key)


def edit_milestone(db: Database, key: str, draft: MilestoneDraft, *, today: date) -> Milestone:
    """Put right what is said of it."""
    held, cells = milestone(db, key), _cells(draft, today)
    with change(db, f"Changed the milestone “{shortened(held.what)}”"):
        db.update_row("project_milestone", key, cells)
    return milestone(db, key)


def finish_milestone(db: Database, key: str, *, on: date, today: date) -> Milestone:
    """It is done."""
    held = milestone(db, key)
    if held.done_on is not None:
        raise Problem(f"“{shortened(held.what)}” is done already. Open it again first.")
    has_come("done_on", on, today, "Done")
    with change(db, f"Finished the milestone “{shortened(held.what)}”"):
        db.update_row("project_milestone", key, {"done_on": on.isoformat()})
    return milestone(db, key)


def reopen_milestone(db: Database, key: str) -> Milestone:
    """There is something to do after all."""
    held = milestone(db, key)
    if held.done_on is None:
        raise Problem(f"“{shortened(held.what)}” is not done yet.")
    with change(db, f"Opened the milestone “{shortened(held.what)}” again"):
        db.update_row("project_milestone", key, {"done_on": None})
    return milestone(db, key)


def remove_milestone(db: Database, key: str) -> None:
    """It was entered by mistake."""
    held = milestone(db, key)
    with change(db, f"Removed the milestone “{shortened(held.what)}”"):
        db.delete_row("project_milestone", key)


def _cells(draft: MilestoneDraft, today: date) -> dict[str, Cell]:
    refuse_empty("what", draft.what, "The milestone is empty. Write what is to be done.")
    has_come("done_on", draft.done_on, today, "Done")
    return cells_of(draft)
