"""What a project is to achieve, counted: a measure, its target and how many so far."""

from dataclasses import dataclass
from datetime import date

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import refuse_empty
from resources.tables import Cell
from resources.wording import shortened
from workforce.funding.projects.checks import can_be_counted, has_come
from workforce.funding.projects.projects import project
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as


@dataclass(frozen=True)
class OutcomeDraft:
    """What a person says of an outcome. `achieved` is as at `measured_on`; few of them are not told `of_people`."""

    measure: str
    target: int | None = None
    achieved: int | None = None
    measured_on: date | None = None
    note: str = ""
    of_people: bool = False


@dataclass(frozen=True)
class ProjectOutcome:
    """An outcome as it stands."""

    id: str
    project_id: str
    measure: str
    target: int | None
    achieved: int | None
    measured_on: date | None
    note: str
    of_people: bool

    @property
    def standing(self) -> str:
        """8 of 11; 8, without a target; Not measured yet."""
        if self.achieved is None:
            return "Not measured yet"
        return f"{self.achieved:,}" if self.target is None else f"{self.achieved:,} of {self.target:,}"

    def draft(self) -> OutcomeDraft:
        """As it would be entered."""
        return draft_of(OutcomeDraft, self)


_SELECT = f"select {columns_of(ProjectOutcome)} from project_outcome"


def outcome(db: Database, key: str) -> ProjectOutcome:
    """One by its key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no outcome {key}")
    return row_as(ProjectOutcome, row)


def outcomes_of(db: Database, project_id: str) -> list[ProjectOutcome]:
    """Those of a project, in the order in which they were added."""
    rows = db.rows(f"{_SELECT} where project_id = ? order by id", (project_id,))
    return [row_as(ProjectOutcome, row) for row in rows]


# --- the verbs --------------------------------------------------------------------------------------------------


def add_outcome(db: Database, project_id: str, draft: OutcomeDraft, *, today: date) -> ProjectOutcome:
    """Say what is to be achieved."""
    held, cells, key = project(db, project_id), _cells(draft, today), new_key()
    with change(db, f"Added “{shortened(draft.measure)}” to the outcomes of {held.name}"):
        db.insert_row("project_outcome", {"id": key, "project_id": project_id, **cells})
    return outcome(db, key)


def edit_outcome(db: Database, key: str, draft: OutcomeDraft, *, today: date) -> ProjectOutcome:
    """Put it right, or say how many it is by now."""
    held, cells = outcome(db, key), _cells(draft, today)
    with change(db, f"Changed the outcome “{shortened(held.measure)}”"):
        db.update_row("project_outcome", key, cells)
    return outcome(db, key)


def remove_outcome(db: Database, key: str) -> None:
    """It was entered by mistake."""
    held = outcome(db, key)
    with change(db, f"Removed the outcome “{shortened(held.measure)}”"):
        db.delete_row("project_outcome", key)


def _cells(draft: OutcomeDraft, today: date) -> dict[str, Cell]:
    refuse_empty("measure", draft.measure, "The measure is empty. Write what is counted.")
    can_be_counted("target", draft.target, "Target")
    can_be_counted("achieved", draft.achieved, "Achieved")
    if draft.achieved is not None and draft.measured_on is None:
        raise FieldProblem(
            "measured_on", f"There is no day to {draft.achieved:,} achieved. Say on which day it was counted."
        )
    has_come("measured_on", draft.measured_on, today, "Measured")
    return cells_of(draft)
