"""Money that a change to a claim promises beyond what was promised before it."""

from dataclasses import dataclass

from resources.database import Database
from resources.tables import Cell
from workforce.funding.funds.balance import Passed, passed_cells, refuse_overspend


@dataclass(frozen=True)
class Charge:
    """An allocation, and what it is charged with."""

    fund_id: str
    year: int
    workstream: str
    pence: int

    @property
    def allocation(self) -> tuple[str, int, str]:
        """Which one."""
        return self.fund_id, self.year, self.workstream


def refuse_raised(
    db: Database, before: Charge | None, after: Charge, passed: Passed | None
) -> dict[str, Cell]:
    """Refuse what the allocation does not hold, within the change that promises it.

    Returns the cells that say who passed it, where it had to be passed.
    """
    same = before is not None and before.allocation == after.allocation
    more = after.pence - (before.pence if before is not None and same else 0)
    kept = refuse_overspend(
        db, after.fund_id, year=after.year, workstream=after.workstream, pence=more, passed=passed
    )
    return passed_cells(kept) if kept else {}


def refuse_committing(db: Database, asked: Charge, passed: Passed | None) -> dict[str, Cell]:
    """Refuse to commit what was asked for where the allocation does not hold it by now."""
    kept = refuse_overspend(
        db, asked.fund_id, year=asked.year, workstream=asked.workstream, pence=asked.pence, passed=passed,
        asked_already=True,
    )  # fmt: skip
    return passed_cells(kept) if kept else {}
