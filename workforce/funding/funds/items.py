"""What can be claimed from a fund: for which course, how much at most, and what proves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import count_of, date_words, money
from workforce.funding.funds.funds import fund
from workforce.funding.rows import refuse_too_much
from workforce.funding.vocabulary import SourceStanding


class ItemFacts(TypedDict, total=False):
    """What can be entered of it beside its name."""

    course_id: str | None
    most_pence: int | None
    first_percent: int | None
    evidence: str
    valid_from: date | None
    valid_to: date | None
    source: str
    standing: SourceStanding


class ItemEdits(ItemFacts, total=False):
    """What can be put right of it."""

    name: str


@dataclass(frozen=True)
class FundItem:
    """`most_pence` is None where no figure is verified; `first_percent` is what the first of two parts pays.

    `evidence` is the checklist, a line each.
    """

    id: str
    fund_id: str
    course_id: str | None
    name: str
    most_pence: int | None
    first_percent: int | None
    evidence: str
    valid_from: date | None
    valid_to: date | None
    source: str
    standing: SourceStanding
    position: int

    @property
    def checklist(self) -> tuple[str, ...]:
        """What proves a claim, a line each."""
        return tuple(line.strip() for line in self.evidence.splitlines() if line.strip())

    @property
    def most_words(self) -> str:
        """£1,540, or that no figure is known."""
        return money(self.most_pence) if self.most_pence is not None else "no figure yet"

    @property
    def parts_words(self) -> str:
        """How it is paid: in one sum, or 60% and then 40%."""
        if self.first_percent is None:
            return "in one sum"
        return f"{self.first_percent}%, then {100 - self.first_percent}%"

    def is_valid(self, day: date) -> bool:
        """Whether it can be claimed for something of that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


COLUMNS = columns_of(FundItem)


def _item(row: tuple[Any, ...]) -> FundItem:
    day = date.fromisoformat
    return made(FundItem, row, valid_from=day, valid_to=day, standing=SourceStanding)


def item(db: Database, key: str) -> FundItem:
    """The one with this key."""
    row = db.row(f"select {COLUMNS} from fund_item where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is nothing that a fund pays for with the key {key}")
    return _item(row)


def items_of(db: Database, fund_id: str, on: date | None = None) -> list[FundItem]:
    """What the fund pays for, in its order; only what is valid on a day where one is given."""
    rows = db.rows(f"select {COLUMNS} from fund_item where fund_id = ? order by position, id", (fund_id,))
    return [one for one in map(_item, rows) if on is None or one.is_valid(on)]


def add_item(db: Database, fund_id: str, name: str, **given: Unpack[ItemFacts]) -> FundItem:
    """Something more that can be claimed."""
    held = fund(db, fund_id)
    facts = {"standing": SourceStanding.OURS, **given, "name": name}
    cells = {"id": new_key(), "fund_id": fund_id, "position": _next(db, fund_id), **_checked(facts)}
    with change(db, f"Added {cells['name']} to what {held.name} pays for"):
        db.insert_row("fund_item", cells)
    return item(db, str(cells["id"]))


def edit_item(db: Database, key: str, **given: Unpack[ItemEdits]) -> FundItem:
    """Change what is given and leave the rest."""
    held = item(db, key)
    cells = _checked({"valid_from": held.valid_from, "valid_to": held.valid_to, **given})
    with change(db, f"Changed {held.name}, which {fund(db, held.fund_id).name} pays for"):
        db.update_row("fund_item", key, cells)
    return item(db, key)


def remove_item(db: Database, key: str) -> None:
    """Take it out, where it was entered by mistake: nothing may refer to it."""
    held = item(db, key)
    for table, what in (("claim", "claim"), ("rule", "rule"), ("eligibility_decision", "decision")):
        used = int(str(db.value(f"select count(*) from {table} where item_id = ?", (key,))))
        if used:
            speaks = "speaks" if used == 1 else "speak"
            raise Problem(
                f"{held.name} cannot be removed: {count_of(used, what)} of the fund {speaks} of it. "
                "Give it a last day under “Valid to” instead."
            )
    with change(db, f"Removed {held.name} from what {fund(db, held.fund_id).name} pays for"):
        db.delete_row("fund_item", key)


def _next(db: Database, fund_id: str) -> int:
    last = db.value("select max(position) from fund_item where fund_id = ?", (fund_id,))
    return int(str(last)) + 1 if last is not None else 0


def _checked(facts: Mapping[str, Any]) -> dict[str, Cell]:
    if "name" in facts:
        refuse_empty("name", facts["name"], "Name: nothing is written. Say what can be claimed.")
    first, last = facts.get("valid_from"), facts.get("valid_to")
    if first is not None and last is not None and last < first:
        raise FieldProblem(
            "valid_to",
            f"Valid to: {date_words(last)} is before {date_words(first)}, from when it is valid. "
            "Change one of the two.",
        )
    most, percent = facts.get("most_pence"), facts.get("first_percent")
    refuse_too_much("most_pence", most, "Pays at most")
    if most is not None and most < 0:
        raise FieldProblem(
            "most_pence", f"Pays at most: {money(most)} is below nothing. Give an amount from £0."
        )
    if percent is not None and not 1 <= percent <= 99:
        raise FieldProblem(
            "first_percent",
            f"First part: {percent}% is no part. Give 1 to 99, or leave it empty for one sum.",
        )
    return cells_of(facts)
