"""What a fund pays for without a claim: committed first, then paid, or released where nothing comes of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made, refuse_empty
from resources.wording import date_words, money, shortened
from workforce.funding.funds.allocations import pot_of
from workforce.funding.funds.balance import Passed, Pot, passed_cells, refuse_overspend
from workforce.funding.funds.funds import Fund, fund, refuse_closed_books
from workforce.funding.rows import refuse_too_much
from workforce.funding.vocabulary import SpendingStatus


class SpendingFacts(TypedDict, total=False):
    """What can be entered beside what is bought and for how much."""

    workstream: str
    to_whom: str
    note: str


class SpendingEdits(SpendingFacts, total=False):
    """What can be put right."""

    what: str
    pence: int
    year: int
    committed_on: date


class Ended(NamedTuple):
    """Paid or released on a day."""

    status: SpendingStatus
    on: date


@dataclass(frozen=True)
class Spending:
    """Money for something that no claim asks for."""

    id: str
    fund_id: str
    year: int
    workstream: str
    what: str
    to_whom: str
    pence: int
    committed_on: date
    paid_on: date | None
    released_on: date | None
    note: str
    over_passed_by: str
    over_reason: str

    @property
    def status(self) -> SpendingStatus:
        """How far it has gone."""
        if self.released_on is not None:
            return SpendingStatus.RELEASED
        return SpendingStatus.PAID if self.paid_on is not None else SpendingStatus.COMMITTED

    @property
    def pot(self) -> Pot:
        """What it is charged to."""
        return Pot(self.year, self.workstream)


COLUMNS = columns_of(Spending)


def _spending(row: tuple[Any, ...]) -> Spending:
    day = date.fromisoformat
    return made(Spending, row, committed_on=day, paid_on=day, released_on=day)


def spending(db: Database, key: str) -> Spending:
    """The one with this key."""
    row = db.row(f"select {COLUMNS} from spending where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no spending {key}")
    return _spending(row)


def spending_of(db: Database, fund_id: str) -> list[Spending]:
    """The latest first."""
    rows = db.rows(
        f"select {COLUMNS} from spending where fund_id = ? order by committed_on desc, id desc", (fund_id,)
    )
    return [_spending(row) for row in rows]


def add_spending(
    db: Database, fund_id: str, what: str, pence: int, *, year: int, committed_on: date, today: date,
    ended: Ended | None = None, passed: Passed | None = None, **given: Unpack[SpendingFacts],
) -> Spending:  # fmt: skip
    """Commit money to something; with `ended` it is paid or released already.

    What is not free is refused, or passed by a named person with a reason.
    """
    held = fund(db, fund_id)
    pot = pot_of(db, fund_id, year, given.get("workstream", ""))
    _refuse(held, pence)
    _refuse_to_come("committed_on", "Committed", committed_on, today)
    refuse_empty("what", what, "What: nothing is written. Say what is bought.")
    key = new_key()
    with change(db, f"Committed {money(pence)} of {held.name} to {shortened(what)}"):
        over = refuse_overspend(
            db, fund_id, year=pot.year, workstream=pot.workstream, pence=pence, passed=passed
        )
        db.insert_row("spending", {
            "id": key, "fund_id": fund_id, "year": pot.year, "workstream": pot.workstream, "what": what.strip(),
            "to_whom": given.get("to_whom", "").strip(), "pence": pence, "committed_on": committed_on.isoformat(),
            "note": given.get("note", "").strip(), **passed_cells(over),
        })  # fmt: skip
        _end(db, key, ended, today)
    return spending(db, key)


def edit_spending(
    db: Database, key: str, *, today: date, ended: Ended | None = None, passed: Passed | None = None,
    **given: Unpack[SpendingEdits],
) -> Spending:  # fmt: skip
    """Put it right; what it needs more, or of another year or workstream, must be free there or be passed.

    With `ended` it is paid or released in the same change.
    """
    before = spending(db, key)
    held = fund(db, before.fund_id)
    after: dict[str, Any] = {
        name: given.get(name, getattr(before, name)) for name in SpendingEdits.__annotations__
    }
    pence, pot = int(after["pence"]), pot_of(db, held.id, after["year"], after["workstream"])
    _refuse(held, pence)
    refuse_empty("what", after["what"], "What: nothing is written. Say what is bought.")
    if after["committed_on"] != before.committed_on:
        _refuse_to_come("committed_on", "Committed", after["committed_on"], today)
    _refuse_before(before, after["committed_on"])
    with change(db, f"Changed the spending on {shortened(before.what)}"):
        cells: dict[str, Any] = {}
        if before.status is not SpendingStatus.RELEASED:
            more = pence - before.pence if pot == before.pot else pence
            over = refuse_overspend(
                db, held.id, year=pot.year, workstream=pot.workstream, pence=more, passed=passed
            )
            cells = passed_cells(over) if over else {}
        db.update_row("spending", key, {
            "what": after["what"].strip(), "to_whom": after["to_whom"].strip(), "note": after["note"].strip(),
            "pence": pence, "year": pot.year, "workstream": pot.workstream,
            "committed_on": after["committed_on"].isoformat(), **cells,
        })  # fmt: skip
        _end(db, key, ended, today)
    return spending(db, key)


def pay_spending(db: Database, key: str, *, on: date, today: date) -> Spending:
    """It is paid: what was committed is gone."""
    before = _still_committed(db, key)
    _refuse_to_come("paid_on", "Paid", on, today)
    if on < before.committed_on:
        raise FieldProblem(
            "paid_on",
            f"Paid: {date_words(on)} is before {date_words(before.committed_on)}, when it was committed. "
            "Give a later day.",
        )
    with change(db, f"Paid {money(before.pence)} for {shortened(before.what)}"):
        db.update_row("spending", key, {"paid_on": on.isoformat()})
    return spending(db, key)


def release_spending(db: Database, key: str, *, on: date, today: date) -> Spending:
    """Nothing comes of it: the money is free again."""
    before = _still_committed(db, key)
    _refuse_to_come("released_on", "Released", on, today)
    if on < before.committed_on:
        raise FieldProblem(
            "released_on",
            f"Released: {date_words(on)} is before {date_words(before.committed_on)}, when it was committed. "
            "Give a later day.",
        )
    with change(db, f"Released {money(before.pence)} for {shortened(before.what)}"):
        db.update_row("spending", key, {"released_on": on.isoformat()})
    return spending(db, key)


def remove_spending(db: Database, key: str) -> None:
    """Take it out, where it was entered by mistake."""
    gone = spending(db, key)
    refuse_closed_books(fund(db, gone.fund_id))
    with change(db, f"Removed the spending of {money(gone.pence)} on {shortened(gone.what)}"):
        db.delete_row("spending", key)


def _end(db: Database, key: str, ended: Ended | None, today: date) -> None:
    if ended is not None:
        how = pay_spending if ended.status is SpendingStatus.PAID else release_spending
        how(db, key, on=ended.on, today=today)


def _still_committed(db: Database, key: str) -> Spending:
    held = spending(db, key)
    refuse_closed_books(fund(db, held.fund_id))
    if held.status is not SpendingStatus.COMMITTED:
        day = held.paid_on or held.released_on
        raise Problem(
            f"“{shortened(held.what)}” was {held.status.label.lower()} on {date_words(day or held.committed_on)}. "
            "Only what is committed can be paid or released."
        )
    return held


def _refuse(held: Fund, pence: int) -> None:
    refuse_closed_books(held)
    if not held.is_ours:
        raise FieldProblem("pence", f"Amount: {held.name} is not ours to spend. Choose a fund that we hold.")
    refuse_too_much("pence", pence, "Amount")
    if pence <= 0:
        raise FieldProblem("pence", f"Amount: {money(pence)} buys nothing. Give an amount above £0.")


def _refuse_before(held: Spending, committed_on: date) -> None:
    ended = held.paid_on or held.released_on
    if ended is not None and committed_on > ended:
        raise FieldProblem(
            "committed_on",
            f"Committed: {date_words(committed_on)} is after {date_words(ended)}, when it was "
            f"{held.status.label.lower()}. Give an earlier day.",
        )


def _refuse_to_come(field: str, heading: str, day: date, today: date) -> None:
    if day > today:
        raise FieldProblem(
            field,
            f"{heading}: {date_words(day)} is after today, {date_words(today)}. Give a day up to today.",
        )
