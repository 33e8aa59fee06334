"""Rounds of the awards: one a year, with its rules."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from awards.vocabulary import RoundPhase, TieRule
from engagement.register.facts import as_day
from resources.database import Database

_COLUMNS = (
    "id, name, year, phase, word_limit, most_finalists, least_scores, tie_rule, may_not_award, embargo_until, "
    "announced_at, event_id, note, archived_on"
)


@dataclass(frozen=True)
class AwardRound:
    """A round. `least_scores` is how many judges each nominee is given to; `event_id` the ceremony, '' while none."""

    id: str
    name: str
    year: int
    phase: RoundPhase
    word_limit: int
    most_finalists: int
    least_scores: int
    tie_rule: TieRule
    may_not_award: bool
    embargo_until: datetime | None
    announced_at: datetime | None
    event_id: str
    note: str
    archived_on: date | None


def _round(row: tuple[Any, ...]) -> AwardRound:
    return AwardRound(
        row[0], row[1], row[2], RoundPhase(row[3]), row[4], row[5], row[6], TieRule(row[7]), bool(row[8]),
        _moment(row[9]), _moment(row[10]), row[11], row[12], as_day(row[13]),
    )  # fmt: skip


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def award_round(db: Database, key: str) -> AwardRound:
    """The round with this key."""
    row = db.row(f"select {_COLUMNS} from award_round where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no round {key}")
    return _round(row)


def is_round(db: Database, key: str) -> bool:
    """Whether the file holds it."""
    return bool(db.value("select exists (select 1 from award_round where id = ?)", (key,)))


def rounds(db: Database, *, archived: bool = False) -> list[AwardRound]:
    """All rounds, the latest first; those that were put away only where that is asked."""
    only = "" if archived else " where archived_on is null"
    return [
        _round(row)
        for row in db.rows(f"select {_COLUMNS} from award_round{only} order by year desc, name, id")
    ]
