"""Money moved between a fund's years and workstreams, or to and from its funder, since it was first allocated."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import columns_of, made, refuse_empty
from resources.wording import money
from workforce.funding.funds.allocations import pot_of
from workforce.funding.funds.balance import Passed, Pot, passed_cells, refuse_overspend
from workforce.funding.funds.funds import Fund, fund, refuse_closed_books
from workforce.funding.rows import refuse_too_much


@dataclass(frozen=True)
class Variation:
    """Pence moved. Without a year it came from the funder, or is given back to it."""

    id: str
    fund_id: str
    agreed_on: date
    pence: int
    from_year: int | None
    from_workstream: str | None
    to_year: int | None
    to_workstream: str | None
    reason: str
    agreed_by: str
    over_passed_by: str
    over_reason: str

    @property
    def taken_from(self) -> Pot | None:
        """The pot it came from; None for the funder."""
        return Pot(self.from_year, self.from_workstream or "") if self.from_year is not None else None

    @property
    def given_to(self) -> Pot | None:
        """The pot it went to; None for the funder."""
        return Pot(self.to_year, self.to_workstream or "") if self.to_year is not None else None

    @property
    def words(self) -> str:
        """£500 from Mentoring in 2019/20 to Travel in 2019/20."""
        return moved_words(self.pence, self.taken_from, self.given_to)


COLUMNS = columns_of(Variation)


def moved_words(pence: int, from_: Pot | None, to: Pot | None) -> str:
    """How much is moved from where to where."""
    source, goal = (pot.words if pot else "the funder" for pot in (from_, to))
    return f"{money(pence)} from {source} to {goal}"


def variations_of(db: Database, fund_id: str) -> list[Variation]:
    """As they were agreed."""
    rows = db.rows(f"select {COLUMNS} from variation where fund_id = ? order by agreed_on, id", (fund_id,))
    return [_variation(row) for row in rows]


def variation(db: Database, key: str) -> Variation:
    """The one with this key."""
    row = db.row(f"select {COLUMNS} from variation where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no variation {key}")
    return _variation(row)


def _variation(row: tuple[Any, ...]) -> Variation:
    return made(Variation, row, agreed_on=date.fromisoformat)


def vary(
    db: Database, fund_id: str, *, pence: int, from_: Pot | None, to: Pot | None, reason: str, agreed_by: str,
    agreed_on: date, passed: Passed | None = None,
) -> Variation:  # fmt: skip
    """Move money between years and workstreams; None on one side is the funder. Only what is free can be moved."""
    held = fund(db, fund_id)
    source, goal = (pot_of(db, fund_id, *pot) if pot is not None else None for pot in (from_, to))
    _refuse(held, pence, source, goal)
    refuse_empty("reason", reason, "Why: nothing is written. Say why the money is moved.")
    refuse_empty("agreed_by", agreed_by, "Agreed by: nobody is named. Name who agreed to it.")
    key = new_key()
    with change(db, f"Moved {moved_words(pence, source, goal)} in {held.name}"):
        over = None
        if source is not None:
            over = refuse_overspend(
                db, fund_id, year=source.year, workstream=source.workstream, pence=pence, passed=passed
            )
        db.insert_row("variation", {
            "id": key, "fund_id": fund_id, "agreed_on": agreed_on.isoformat(), "pence": pence,
            "from_year": source.year if source else None, "from_workstream": source.workstream if source else None,
            "to_year": goal.year if goal else None, "to_workstream": goal.workstream if goal else None,
            "reason": reason.strip(), "agreed_by": agreed_by.strip(), **passed_cells(over),
        })  # fmt: skip
    return variation(db, key)


def remove_variation(db: Database, key: str, *, passed: Passed | None = None) -> None:
    """Take it out, where it was entered by mistake: what it gave to a pot must still be free there."""
    gone = variation(db, key)
    held = fund(db, gone.fund_id)
    refuse_closed_books(held)
    with change(db, f"Removed the variation of {gone.words} in {held.name}"):
        goal = gone.given_to
        if goal is not None:
            refuse_overspend(
                db, held.id, year=goal.year, workstream=goal.workstream, pence=gone.pence, passed=passed
            )
        db.delete_row("variation", key)


def _refuse(held: Fund, pence: int, source: Pot | None, goal: Pot | None) -> None:
    refuse_closed_books(held)
    if not held.is_ours:
        raise FieldProblem("pence", f"Amount: {held.name} is not ours, so that none of it can be moved here.")
    refuse_too_much("pence", pence, "Amount")
    if pence <= 0:
        raise FieldProblem("pence", f"Amount: {money(pence)} moves nothing. Give an amount above £0.")
    if source == goal:
        where = source.words if source else "the funder"
        raise FieldProblem("to", f"To: the money comes from {where} too. Choose another year or workstream.")
