"""Moving a nominee on the board: the same acts as on the sides, so that nothing is easier here than there."""

from dataclasses import dataclass
from datetime import date, datetime

from awards.board import states
from awards.board.states import STATUSES, BoardState
from awards.nominations.entries import Entry, entry
from awards.nominations.moving import decided_words, move_entry
from awards.qualifying.gathering import standing
from awards.qualifying.qualify import qualify
from awards.rounds.categories import category
from awards.rounds.rounds import award_round
from awards.vocabulary import EntryStatus
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, in_london


@dataclass(frozen=True)
class Asked:
    """What is to be asked before a move: a reason or none, and which way out."""

    reason: bool
    ways_out: tuple[EntryStatus, ...] = ()


def refusal(db: Database, key: str, to: BoardState, today: date) -> str | None:
    """Why a nominee is not moved there now; None where they may be."""
    held = entry(db, key)
    if to is BoardState.OUT and (standing_decision := decided_words(db, held)) is not None:
        return standing_decision
    refused = states.refusal(held.status, to, award_round(db, held.round_id).phase)
    if refused is not None:
        return refused
    if to is BoardState.JUDGING and held.status.is_before_judging:
        return _kept_for_the_chair(db, held, today)
    return _too_many(db, held) if to is BoardState.FINALIST else None


def _kept_for_the_chair(db: Database, held: Entry, today: date) -> str | None:
    """The same words whatever speaks against somebody: the board is read by those who may not know of contracts."""
    if standing(db, held.id, today).readiness.is_ready:
        return None
    return (
        f"{held.nominee} is not ready for the judges. What speaks against it is looked at, and decided, on the side "
        "“Qualifying”, the chair’s screen."
    )


def _too_many(db: Database, held: Entry) -> str | None:
    of, rnd = category(db, held.category_id), award_round(db, held.round_id)
    most = of.finalists_in(rnd)
    among = (*STATUSES[BoardState.FINALIST], *STATUSES[BoardState.HONOURED])
    number = sum(one in among for one in _statuses(db, held.category_id))
    if number < most:
        return None
    has = f"has {count_of(number, 'finalist')} already, and may have {most}"
    return f"“{of.name}” {has}. Take one out first, or change the rule on the side “Round”."


def _statuses(db: Database, category_id: str) -> list[EntryStatus]:
    rows = db.rows("select status from award_entry where category_id = ?", (category_id,))
    return [EntryStatus(status) for (status,) in rows]


def asked(db: Database, key: str, to: BoardState) -> Asked:
    """What is asked of a person before this move, where it is not refused."""
    held = entry(db, key)
    ways = states.ways_out(held.status, award_round(db, held.round_id).phase) if to is BoardState.OUT else ()
    return Asked(states.asks_reason(held.status, to), ways)


def move_on_board(
    db: Database, key: str, to: BoardState, *, now: datetime, reason: str = "", out: EntryStatus | None = None
) -> Entry:
    """Move a nominee to a column; `out` says how somebody leaves the round."""
    held = entry(db, key)
    refused = refusal(db, key, to, in_london(now).date())
    if refused is not None:
        raise Problem(refused)
    if to is BoardState.JUDGING and held.status.is_before_judging:
        return qualify(db, key, now=now, reason=reason)
    if to is BoardState.OUT and out not in STATUSES[BoardState.OUT]:
        raise Problem(f"{held.nominee} leaves the round as ineligible or as withdrawn. Choose which.")
    return move_entry(
        db, key, out if to is BoardState.OUT and out else STATUSES[to][0], now=now, reason=reason
    )
