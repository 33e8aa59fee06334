"""Reports that a funder is owed: due, being written, submitted, or skipped with the reason."""

from dataclasses import dataclass
from datetime import date, timedelta

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import refuse_empty
from resources.tables import Cell
from resources.wording import shortened
from workforce.funding.projects.checks import has_come, in_order
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as
from workforce.funding.vocabulary import FunderReportStatus

SOON = timedelta(days=28)
"""A report due within so many days is near: it takes longer than a milestone."""


@dataclass(frozen=True)
class FunderReportDraft:
    """What a person says of a report that is owed: for a fund, or for a project."""

    what: str
    due_on: date
    fund_id: str | None = None
    project_id: str | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    note: str = ""


@dataclass(frozen=True)
class FunderReport:
    """A report as it stands."""

    id: str
    fund_id: str | None
    project_id: str | None
    what: str
    due_on: date
    covers_from: date | None
    covers_to: date | None
    status: FunderReportStatus
    submitted_on: date | None
    reason: str
    note: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be handed in."""
        return self.status in (FunderReportStatus.DUE, FunderReportStatus.DRAFT)

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past and it is not handed in."""
        return self.is_open and self.due_on < today

    def is_due_soon(self, today: date) -> bool:
        """Whether its day is today or near."""
        return self.is_open and today <= self.due_on <= today + SOON

    def standing(self, today: date) -> str:
        """Overdue, also with a draft; Due; Draft; Submitted, also late; Skipped."""
        if self.is_overdue(today):
            return "Overdue, draft" if self.status is FunderReportStatus.DRAFT else "Overdue"
        late = self.submitted_on is not None and self.submitted_on > self.due_on
        return f"{self.status.label}, late" if late else self.status.label

    def draft(self) -> FunderReportDraft:
        """As it would be entered."""
        return draft_of(FunderReportDraft, self)


_SELECT = f"select {columns_of(FunderReport)} from funder_report"


def funder_report(db: Database, key: str) -> FunderReport:
    """One by its key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no report {key}")
    return row_as(FunderReport, row)


def funder_reports(db: Database, *, fund_id: str = "", project_id: str = "") -> list[FunderReport]:
    """All of them, or those of a fund or a project: what is still to be handed in first, by day."""
    rows = db.rows(
        f"""{_SELECT} where (?1 = '' or fund_id = ?1) and (?2 = '' or project_id = ?2)
        order by status in ('submitted', 'skipped'), due_on, id""",
        (fund_id, project_id),
    )
    return [row_as(FunderReport, row) for row in rows]


def is_funder_report(db: Database, key: str) -> bool:
    """Whether the key is a report's."""
    return bool(db.value("select exists (select 1 from funder_report where id = ?)", (key,)))


# --- the verbs --------------------------------------------------------------------------------------------------


def add_funder_report(db: Database, draft: FunderReportDraft) -> FunderReport:
    """A report is owed."""
    cells, key = _cells(draft), new_key()
    with change(db, f"Added the report “{shortened(draft.what)}”"):
        db.insert_row("funder_report", {"id": key, "status": FunderReportStatus.DUE.value, **cells})
    return funder_report(db, key)


def edit_funder_report(db: Database, key: str, draft: FunderReportDraft) -> FunderReport:
    """Put right what is owed."""
    held, cells = funder_report(db, key), _cells(draft)
    with change(db, f"Changed the report “{shortened(held.what)}”"):
        db.update_row("funder_report", key, cells)
    return funder_report(db, key)


def begin_funder_report(db: Database, key: str) -> FunderReport:
    """It is being written."""
    held = funder_report(db, key)
    if held.status is not FunderReportStatus.DUE:
        raise Problem(f"“{shortened(held.what)}” is “{held.status.label}” already.")
    return _move(db, held, FunderReportStatus.DRAFT, f"Began the report “{shortened(held.what)}”")


def submit_funder_report(db: Database, key: str, *, on: date, today: date) -> FunderReport:
    """It was handed in."""
    held = _open(db, key)
    has_come("submitted_on", on, today, "Submitted")
    return _move(
        db,
        held,
        FunderReportStatus.SUBMITTED,
        f"Submitted the report “{shortened(held.what)}”",
        submitted_on=on,
    )


def skip_funder_report(db: Database, key: str, *, reason: str) -> FunderReport:
    """It will not be handed in, for a reason."""
    held = _open(db, key)
    refuse_empty("reason", reason, "There is no reason. Write why the report is not handed in.")
    return _move(
        db, held, FunderReportStatus.SKIPPED, f"Skipped the report “{shortened(held.what)}”", reason=reason
    )


def reopen_funder_report(db: Database, key: str) -> FunderReport:
    """It is owed after all."""
    held = funder_report(db, key)
    if held.is_open:
        raise Problem(f"“{shortened(held.what)}” is still to be handed in.")
    return _move(db, held, FunderReportStatus.DUE, f"Opened the report “{shortened(held.what)}” again")


def remove_funder_report(db: Database, key: str) -> None:
    """It was entered by mistake."""
    held = funder_report(db, key)
    with change(db, f"Removed the report “{shortened(held.what)}”"):
        db.delete_row("funder_report", key)


def _open(db: Database, key: str) -> FunderReport:
    held = funder_report(db, key)
    if not held.is_open:
        raise Problem(f"“{shortened(held.what)}” is “{held.status.label}” already. Open it again first.")
    return held


def _move(
    db: Database, held: FunderReport, status: FunderReportStatus, action: str, *, submitted_on: date | None = None,
    reason: str = "",
) -> FunderReport:  # fmt: skip
    with change(db, action):
        db.update_row(
            "funder_report", held.id,
            {"status": status.value, "reason": reason.strip(),
             "submitted_on": submitted_on.isoformat() if submitted_on else None},
        )  # fmt: skip
    return funder_report(db, held.id)


def _cells(draft: FunderReportDraft) -> dict[str, Cell]:
    refuse_empty("what", draft.what, "The report is empty. Write which report is due.")
    if not draft.fund_id and not draft.project_id:
        raise FieldProblem("of", "Nothing is chosen. Choose the fund or the project that the report is of.")
    in_order("covers_to", draft.covers_from, draft.covers_to, "Covers until", "the day from which it covers")
    return {**cells_of(draft), "fund_id": draft.fund_id or None, "project_id": draft.project_id or None}
