"""Decisions of the panel, as they are kept: with the reason, and with what stood behind them that day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from awards.vocabulary import EntryStatus, Outcome, TieBrokenBy
from resources.database import Database
from resources.rows import columns_of, made

PENDING_AS = {
    Outcome.WINNER: EntryStatus.PENDING_WINNER,
    Outcome.HIGHLY_COMMENDED: EntryStatus.PENDING_HIGHLY_COMMENDED,
    Outcome.RUNNER_UP: EntryStatus.PENDING_RUNNER_UP,
}
"""How a nominee stands whose honour is decided and not announced."""
ANNOUNCED_AS = {
    Outcome.WINNER: EntryStatus.WINNER,
    Outcome.HIGHLY_COMMENDED: EntryStatus.HIGHLY_COMMENDED,
    Outcome.RUNNER_UP: EntryStatus.RUNNER_UP,
}
"""And once it is."""


SETTLING = (Outcome.WINNER, Outcome.NOT_AWARDED)
"""What says who wins a category, or that nobody does."""


@dataclass(frozen=True)
class Decision:
    """A decision. `entry_id` is None where the category is not awarded; `basis` is JSON (see `basis`)."""

    id: str
    category_id: str
    entry_id: str | None
    outcome: Outcome
    reason: str
    tie: TieBrokenBy
    decided_by: str
    decided_on: date
    basis: str
    announced_at: datetime | None
    ended_on: date | None
    ended_reason: str

    @property
    def stands(self) -> bool:
        """Whether it was not ended."""
        return self.ended_on is None

    @property
    def is_pending(self) -> bool:
        """Whether it waits for the announcement."""
        return self.stands and self.announced_at is None

    @property
    def settles(self) -> bool:
        """Whether it says who wins the category, or that nobody does."""
        return self.stands and self.outcome in SETTLING


_COLUMNS = ", ".join(f"award_decision.{name}" for name in columns_of(Decision).split(", "))
_ORDER = (
    "case outcome when 'winner' then 0 when 'not_awarded' then 1 when 'highly_commended' then 2 else 3 end"
)


def _decision(row: tuple[Any, ...]) -> Decision:
    return made(
        Decision, row, outcome=Outcome, tie=TieBrokenBy, decided_on=date.fromisoformat,
        announced_at=datetime.fromisoformat, ended_on=date.fromisoformat,
    )  # fmt: skip


def decision(db: Database, key: str) -> Decision:
    """The decision with this key."""
    row = db.row(f"select {_COLUMNS} from award_decision where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no decision {key}")
    return _decision(row)


def is_decision(db: Database, key: str) -> bool:
    """Whether the file holds it."""
    return bool(db.value("select exists (select 1 from award_decision where id = ?)", (key,)))


def decisions(db: Database, round_id: str, *, ended: bool = False) -> list[Decision]:
    """Those of a round that stand, in the order of its categories; those that ended too where that is asked."""
    rows = db.rows(
        f"""select {_COLUMNS} from award_decision join award_category on award_category.id = category_id
        where round_id = ? and (ended_on is null or ?) 
        order by position, award_category.id, {_ORDER}, award_decision.id""",
        (round_id, ended),
    )
    return [_decision(row) for row in rows]


def not_awarded(db: Database, round_id: str) -> set[str]:
    """The categories that nobody wins, by what is decided, announced or not."""
    return {one.category_id for one in decisions(db, round_id) if one.outcome is Outcome.NOT_AWARDED}


def decisions_of(
    db: Database, *, category_id: str = "", entry_id: str = "", ended: bool = False
) -> list[Decision]:
    """Those of a category or about a nominee."""
    rows = db.rows(
        f"""select {_COLUMNS} from award_decision where (?1 = '' or category_id = ?1) and (?2 = '' or entry_id = ?2)
        and (ended_on is null or ?3) order by {_ORDER}, id""",
        (category_id, entry_id, ended),
    )
    return [_decision(row) for row in rows]
