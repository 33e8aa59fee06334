"""What the register learned of nominees after they had gone to the judges: a person decides; nothing undoes itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from awards.qualifying.concerns import Concern, register_concerns
from awards.qualifying.gathering import Standing, standings
from awards.vocabulary import EntryStatus
from resources.database import Database
from resources.wording import as_date

LOOKED_AT = tuple(one for one in EntryStatus if one.is_judged and one is not EntryStatus.NOT_SHORTLISTED)
"""Whoever can still win, or has won."""


@dataclass(frozen=True)
class Changed:
    """A nominee, when they qualified, and what is known of their place only since then."""

    standing: Standing
    qualified_on: date
    since: tuple[Concern, ...]


def changed_since(db: Database, round_id: str, today: date) -> list[Changed]:
    """Nominees of whose place the register knows something worse since they qualified."""
    days = _qualified_on(db, round_id)
    found = []
    for one in standings(db, round_id, today, statuses=LOOKED_AT):
        day = days.get(one.entry.id)
        new = _after(register_concerns(one.known.register, today), day)
        if day is not None and new:
            found.append(Changed(one, day, new))
    return found


def _after(concerns: Iterable[Concern], day: date | None) -> tuple[Concern, ...]:
    return tuple(one for one in concerns if day is not None and one.since is not None and one.since > day)


def _qualified_on(db: Database, round_id: str) -> dict[str, date]:
    """The day on which each nominee last went to the judges from qualifying."""
    rows = db.rows(
        """select entry_id, max(at) from entry_step join award_entry on award_entry.id = entry_id
        where round_id = ? and to_status = 'judging' group by entry_id""",
        (round_id,),
    )
    return {key: as_date(at) for key, at in rows}
