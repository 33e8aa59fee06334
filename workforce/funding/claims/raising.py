"""Money that a change to a claim promises beyond what was promised before it."""

from dataclasses import dataclass

from resources.database import Database
from resources.tables import Cell
from resources.wording import money
from workforce.funding.funds.balance import Overspent, Passed, passed_cells, refuse_overspend, shortfall


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

    Returns the cells that say who passed it and how much, where it had to be passed. What was passed of one allocation
    was not passed of another.
    """
    same = before is not None and before.allocation == after.allocation
    more = after.pence - (before.pence if before is not None and same else 0)
    short = shortfall(db, after.fund_id, year=after.year, workstream=after.workstream, pence=more)
    kept = refuse_overspend(
        db, after.fund_id, year=after.year, workstream=after.workstream, pence=more, passed=passed
    )
    return _cells(kept, short) if kept or not same else {}


def refuse_committing(
    db: Database, asked: Charge, passed: Passed | None, *, before: Passed | None, over_pence: int
) -> dict[str, Cell]:
    """Refuse to commit what was asked for where the allocation does not hold it by now.

    An overspend that was passed `before` need not be passed again, unless more is short than the `over_pence` of then.
    """
    where, year, workstream, pence = asked.fund_id, asked.year, asked.workstream, asked.pence
    short = shortfall(db, where, year=year, workstream=workstream, pence=pence, asked_already=True)
    if passed is None and before is not None and short <= over_pence:
        return _cells(before, short) if short else {}
    try:
        kept = refuse_overspend(
            db, where, year=year, workstream=workstream, pence=pence, passed=passed, asked_already=True
        )
    except Overspent as refused:
        raise _grown(refused, before, over_pence) from None
    return _cells(kept, short) if kept else {}


def _grown(refused: Overspent, before: Passed | None, over_pence: int) -> Overspent:
    if before is None:
        return refused
    told = f"{before.by} let {money(over_pence)} beyond the allocation pass, and {money(refused.short)} is short now."
    return Overspent(f"{told} {refused.sentence}", refused.short)


def _cells(passed: Passed | None, short: int) -> dict[str, Cell]:
    return {**passed_cells(passed), "over_pence": short if passed else 0}
