"""Funds: whose money it is, for what, from when until when, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import date_words, money
from workforce.funding.rows import refuse_too_much
from workforce.funding.vocabulary import FundKind, FundStatus


class FundFacts(TypedDict, total=False):
    """What can be entered of a fund beside its name, its kind and the day on which it opens."""

    funder: str
    purpose: str
    closes_on: date | None
    bid_pence: int | None
    conditions: str
    contact_name: str
    contact_details: str
    where_to_claim: str
    status: FundStatus
    note: str


class FundEdits(FundFacts, total=False):
    """What can be put right of it."""

    name: str
    kind: FundKind
    opens_on: date


@dataclass(frozen=True)
class Fund:
    """A fund. `archived_on` is None while the team works with it."""

    id: str
    name: str
    kind: FundKind
    funder: str
    purpose: str
    opens_on: date
    closes_on: date | None
    bid_pence: int | None
    conditions: str
    contact_name: str
    contact_details: str
    where_to_claim: str
    status: FundStatus
    note: str
    archived_on: date | None

    @property
    def is_ours(self) -> bool:
        """Whether the team accounts for its money."""
        return self.kind.is_ours

    @property
    def period(self) -> str:
        """From when until when, in words."""
        first = date_words(self.opens_on)
        return f"{first} to {date_words(self.closes_on)}" if self.closes_on else f"from {first}"

    def is_running(self, day: date) -> bool:
        """Whether the day is within its period."""
        return self.opens_on <= day and (self.closes_on is None or day <= self.closes_on)


COLUMNS = columns_of(Fund)


def _fund(row: tuple[Any, ...]) -> Fund:
    day = date.fromisoformat
    return made(Fund, row, kind=FundKind, status=FundStatus, opens_on=day, closes_on=day, archived_on=day)


def fund(db: Database, key: str) -> Fund:
    """The fund with this key."""
    row = db.row(f"select {COLUMNS} from fund where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no fund {key}")
    return _fund(row)


def is_fund(db: Database, key: str) -> bool:
    """Whether the key is a fund's."""
    return bool(db.value("select exists (select 1 from fund where id = ?)", (key,)))


def funds(db: Database, *, archived: bool = False) -> list[Fund]:
    """What is ours first, the one that opened last before others; those put away only if asked for."""
    rows = db.rows(
        f"select {COLUMNS} from fund where ? or archived_on is null "
        "order by kind = 'signposted', opens_on desc, name collate nocase",
        (archived,),
    )
    return [_fund(row) for row in rows]


def add_fund(db: Database, name: str, kind: FundKind, *, opens_on: date, **given: Unpack[FundFacts]) -> Fund:
    """Add a fund; it is planned until something else is said."""
    facts = {"status": FundStatus.PLANNED, **given, "name": name, "kind": kind, "opens_on": opens_on}
    cells = {"id": new_key(), **_checked(db, facts, key="")}
    with change(db, f"Added the fund {cells['name']}"):
        db.insert_row("fund", cells)
    return fund(db, str(cells["id"]))


def edit_fund(db: Database, key: str, **given: Unpack[FundEdits]) -> Fund:
    """Change what is given and leave the rest."""
    held = fund(db, key)
    if given.get("status", held.status) is not held.status:
        _refuse_status(db, held, given["status"])
    cells = _checked(db, {"opens_on": held.opens_on, "closes_on": held.closes_on, **given}, key=key)
    with change(db, f"Changed the fund {held.name}"):
        db.update_row("fund", key, cells)
        _refuse_turning(db, held)
    return fund(db, key)


def set_fund_status(db: Database, key: str, status: FundStatus) -> Fund:
    """How far it has come. Only what is settled to the penny can be reconciled."""
    held = fund(db, key)
    _refuse_status(db, held, status)
    with change(db, f"{held.name} is {status.label.lower()}"):
        db.update_row("fund", key, {"status": status.value})
    return fund(db, key)


def archive_fund(db: Database, key: str, *, today: date) -> Fund:
    """Put it away; nothing of it may still be promised."""
    held = fund(db, key)
    if held.archived_on is None:
        _refuse_promised(db, held, "archived")
    archiving.archive(db, "fund", held, today=today, called="the fund")
    return fund(db, key)


def restore_fund(db: Database, key: str) -> Fund:
    """Bring it back."""
    archiving.restore(db, "fund", fund(db, key), called="the fund")
    return fund(db, key)


def refuse_closed_books(held: Fund) -> None:
    """Raises Problem where the fund is reconciled or put away: its figures stand as they were agreed."""
    if held.status is FundStatus.RECONCILED:
        raise Problem(
            f"{held.name} is reconciled, so its figures stand. Set it to “{FundStatus.CLOSED.label}” first."
        )
    if held.archived_on is not None:
        raise Problem(f"{held.name} is archived, so its figures stand. Restore it first.")


# --- what cannot be ---------------------------------------------------------------------------------------------


def _checked(db: Database, facts: Mapping[str, Any], *, key: str) -> dict[str, Cell]:
    if "name" in facts:
        refuse_empty("name", facts["name"], "Name: nothing is written. Give the fund a name.")
        _refuse_same_name(db, str(facts["name"]).strip(), key)
    opens, closes = facts["opens_on"], facts.get("closes_on")
    if closes is not None and closes < opens:
        raise FieldProblem(
            "closes_on",
            f"Closes: {date_words(closes)} is before {date_words(opens)}, when it opens. Change one of the two.",
        )
    bid = facts.get("bid_pence")
    refuse_too_much("bid_pence", bid, "Bid for")
    if bid is not None and bid < 0:
        raise FieldProblem("bid_pence", f"Bid for: {money(bid)} is below nothing. Give an amount from £0.")
    return cells_of(facts)


def _refuse_same_name(db: Database, name: str, key: str) -> None:
    other = db.row("select name from fund where lower(name) = lower(?) and id <> ?", (name, key))
    if other is not None:
        raise FieldProblem(
            "name", f"Name: there is a fund {other[0]} already. Add its year, or open that one."
        )


def _refuse_status(db: Database, held: Fund, status: FundStatus) -> None:
    if status is FundStatus.RECONCILED:
        _refuse_promised(db, held, "reconciled")


def _refuse_promised(db: Database, held: Fund, what: str) -> None:
    from workforce.funding.funds.balance import balance  # it reads funds itself

    found = balance(db, held.id)
    if found.committed or found.awaiting:
        raise Problem(
            f"{held.name} cannot be {what} yet: {money(found.committed)} is committed and not paid, and "
            f"{money(found.awaiting)} is claimed and not decided. Settle these first."
        )


def _refuse_turning(db: Database, before: Fund) -> None:
    """Money that providers claim elsewhere has no allocation here; turned into ours it may be overspent at once."""
    from workforce.funding.funds.balance import balance, pots_of

    after = fund(db, before.id)
    if before.is_ours and not after.is_ours and (found := balance(db, before.id)).allocated:
        raise FieldProblem(
            "kind",
            f"Kind: {money(found.allocated)} is allocated of {before.name}, so that it is ours. Take the allocations "
            "out first, or leave the kind as it is.",
        )
    short = next((pot for pot, found in pots_of(db, before.id).items() if found.free < 0), None)
    if after.is_ours and not before.is_ours and short is not None:
        raise FieldProblem(
            "kind",
            f"Kind: claims are noted for {before.name} that no allocation covers in {short.words}. "
            "Take them out first, or leave the kind as it is.",
        )
