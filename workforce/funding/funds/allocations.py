"""What a fund holds by year and workstream, as its funder first set it; what was moved since are variations."""

from dataclasses import dataclass
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import columns_of, made
from resources.tables import Cell
from resources.wording import money
from workforce.funding.funds.balance import Passed, Pot, passed_cells, refuse_overspend
from workforce.funding.funds.funds import Fund, fund, refuse_closed_books
from workforce.funding.rows import refuse_too_much
from workforce.years import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True)
class Allocation:
    """Pence for a year, of a workstream where the fund is divided by them."""

    id: str
    fund_id: str
    year: int
    workstream: str
    pence: int
    note: str
    over_passed_by: str
    over_reason: str

    @property
    def pot(self) -> Pot:
        """Where it belongs."""
        return Pot(self.year, self.workstream)


COLUMNS = columns_of(Allocation)


def allocations_of(db: Database, fund_id: str) -> list[Allocation]:
    """By year and workstream."""
    rows = db.rows(
        f"select {COLUMNS} from allocation where fund_id = ? order by year, workstream collate nocase",
        (fund_id,),
    )
    return [made(Allocation, row) for row in rows]


def workstreams_of(db: Database, fund_id: str) -> list[str]:
    """Those that the fund is divided by, as it writes them; "" is the fund undivided."""
    rows = db.rows(
        """select workstream from allocation where fund_id = ?1
        union select to_workstream from variation where fund_id = ?1 and to_workstream is not null
        union select workstream from spending where fund_id = ?1 order by 1""",
        (fund_id,),
    )
    return [workstream for (workstream,) in rows]


def pot_of(db: Database, fund_id: str, year: int, workstream: str) -> Pot:
    """The year and workstream as the fund writes them: “mentoring ” is its “Mentoring”."""
    words = " ".join(workstream.split())
    known = {one.casefold(): one for one in workstreams_of(db, fund_id)}
    return Pot(checked_year(year), known.get(words.casefold(), words))


def set_allocation(
    db: Database, fund_id: str, year: int, workstream: str, pence: int, note: str = "", *,
    passed: Passed | None = None,
) -> Allocation:  # fmt: skip
    """What the fund holds for a year and workstream. Lowered below what is promised of it only if that is passed."""
    held, pot = fund(db, fund_id), pot_of(db, fund_id, year, workstream)
    _refuse(held, pence)
    with change(db, f"Allocated {money(pence)} of {held.name} to {pot.words}"):
        before = _find(db, fund_id, pot)
        less = (before.pence if before else 0) - pence
        over = refuse_overspend(
            db, fund_id, year=pot.year, workstream=pot.workstream, pence=less, passed=passed
        )
        key = before.id if before else new_key()
        cells: dict[str, Cell] = {"pence": pence, "note": note.strip(), **passed_cells(over)}
        if before:
            db.update_row("allocation", key, cells)
        else:
            own: dict[str, Cell] = {
                "id": key,
                "fund_id": fund_id,
                "year": pot.year,
                "workstream": pot.workstream,
            }
            db.insert_row("allocation", {**own, **cells})
    return allocation(db, key)


def remove_allocation(db: Database, key: str, *, passed: Passed | None = None) -> None:
    """Take it out, where it was entered by mistake."""
    gone = allocation(db, key)
    held = fund(db, gone.fund_id)
    refuse_closed_books(held)
    with change(db, f"Removed the allocation of {held.name} to {gone.pot.words}"):
        refuse_overspend(
            db, held.id, year=gone.year, workstream=gone.workstream, pence=gone.pence, passed=passed
        )
        db.delete_row("allocation", key)


def allocation(db: Database, key: str) -> Allocation:
    """The one with this key."""
    row = db.row(f"select {COLUMNS} from allocation where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no allocation {key}")
    return made(Allocation, row)


def checked_year(year: int) -> int:
    """The year, or a FieldProblem where it is none of our times."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise FieldProblem(
            "year", f"Year: {year} is none of our times. Give the year in which it begins, as 2019/20."
        )
    return year


def _find(db: Database, fund_id: str, pot: Pot) -> Allocation | None:
    row: tuple[Any, ...] | None = db.row(
        f"select {COLUMNS} from allocation where fund_id = ? and year = ? and workstream = ?", (fund_id, *pot)
    )
    return made(Allocation, row) if row else None


def _refuse(held: Fund, pence: int) -> None:
    refuse_closed_books(held)
    if not held.is_ours:
        raise FieldProblem(
            "pence",
            f"Amount: providers claim {held.name} from {held.funder or 'the funder'} themselves, so that the team "
            "allocates nothing of it. Change its kind first if it is ours.",
        )
    refuse_too_much("pence", pence, "Amount")
    if pence < 0:
        raise FieldProblem("pence", f"Amount: {money(pence)} is below nothing. Give an amount from £0.")
