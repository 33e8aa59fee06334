"""Apprenticeships in the team itself: who, which, at what level, and how it stands."""

from dataclasses import dataclass
from datetime import date

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import refuse_empty
from resources.tables import Cell
from workforce.funding.projects.checks import has_come, in_order
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as
from workforce.funding.vocabulary import ApprenticeStatus

LEVELS = range(2, 8)
"""The levels at which there are apprenticeships in England."""
_ENDED = (ApprenticeStatus.COMPLETED, ApprenticeStatus.LEFT)


@dataclass(frozen=True)
class ApprenticeDraft:
    """What a person says of an apprenticeship."""

    name: str
    apprenticeship: str
    started_on: date
    level: int | None = None
    expected_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Apprentice:
    """An apprenticeship as it stands."""

    id: str
    name: str
    apprenticeship: str
    level: int | None
    started_on: date
    expected_on: date | None
    ended_on: date | None
    status: ApprenticeStatus
    note: str

    def is_overdue(self, today: date) -> bool:
        """Whether it was expected to be over by now."""
        return self.status not in _ENDED and self.expected_on is not None and self.expected_on < today

    def draft(self) -> ApprenticeDraft:
        """As it would be entered."""
        return draft_of(ApprenticeDraft, self)


_SELECT = f"select {columns_of(Apprentice)} from apprentice"


def apprentice(db: Database, key: str) -> Apprentice:
    """One by its key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no apprentice {key}")
    return row_as(Apprentice, row)


def apprentices(db: Database) -> list[Apprentice]:
    """All of them, those under way first, the newest first."""
    rows = db.rows(f"{_SELECT} order by status in ('completed', 'left'), started_on desc, name, id")
    return [row_as(Apprentice, row) for row in rows]


def is_apprentice(db: Database, key: str) -> bool:
    """Whether the key is an apprentice's."""
    return bool(db.value("select exists (select 1 from apprentice where id = ?)", (key,)))


# --- the verbs --------------------------------------------------------------------------------------------------


def add_apprentice(db: Database, draft: ApprenticeDraft) -> Apprentice:
    """Somebody in the team begins an apprenticeship."""
    cells, key = _cells(draft), new_key()
    with change(db, f"Added the apprenticeship of {draft.name.strip()}"):
        db.insert_row("apprentice", {"id": key, "status": ApprenticeStatus.UNDER_WAY.value, **cells})
    return apprentice(db, key)


def edit_apprentice(db: Database, key: str, draft: ApprenticeDraft) -> Apprentice:
    """Put it right."""
    held, cells = apprentice(db, key), _cells(draft)
    in_order("started_on", draft.started_on, held.ended_on, "Ended", "the day on which it started")
    with change(db, f"Changed the apprenticeship of {held.name}"):
        db.update_row("apprentice", key, cells)
    return apprentice(db, key)


def set_apprentice_status(
    db: Database, key: str, status: ApprenticeStatus, *, on: date, today: date
) -> Apprentice:
    """How it stands from a day on; that day is kept where it ends."""
    held = apprentice(db, key)
    if held.status is status:
        raise Problem(f"The apprenticeship of {held.name} is “{status.label}” already.")
    ended = on if status in _ENDED else None
    has_come("on", ended, today, "Ended")
    in_order("on", held.started_on, ended, "Ended", "the day on which it started")
    with change(db, f"Apprenticeship of {held.name}: {status.label.lower()}"):
        db.update_row(
            "apprentice", key, {"status": status.value, "ended_on": ended.isoformat() if ended else None}
        )
    return apprentice(db, key)


def remove_apprentice(db: Database, key: str) -> None:
    """It was entered by mistake."""
    held = apprentice(db, key)
    with change(db, f"Removed the apprenticeship of {held.name}"):
        db.delete_row("apprentice", key)


def _cells(draft: ApprenticeDraft) -> dict[str, Cell]:
    refuse_empty("name", draft.name, "The name is empty. Write whose apprenticeship it is.")
    refuse_empty(
        "apprenticeship", draft.apprenticeship, "Nothing is written. Write which apprenticeship it is."
    )
    if draft.level is not None and draft.level not in LEVELS:
        raise FieldProblem(
            "level",
            f"There is no apprenticeship at Level {draft.level}. Give a level from {LEVELS[0]} to {LEVELS[-1]}.",
        )
    in_order(
        "expected_on", draft.started_on, draft.expected_on, "Expected to end", "the day on which it starts"
    )
    return cells_of(draft)
