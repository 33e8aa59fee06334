"""What was ruled of one judge and one nominee, as it is kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.judging.conflicts import Conflict
from resources.database import Database
from resources.rows import columns_of, made


@dataclass(frozen=True)
class Ruling:
    """Whether this judge has a conflict with this nominee, by whom it was ruled and why.

    `covers` is what was known then, each with its key and its sentence: of what comes to light later a ruling that
    there is no conflict says nothing.
    """

    id: str
    member_id: str
    entry_id: str
    conflict: bool
    reason: str
    ruled_by: str
    ruled_on: date
    covers: Mapping[str, str]

    def clears(self, found: Conflict) -> bool:
        """Whether it says of this that it is none."""
        return not self.conflict and found.key in self.covers


_COLUMNS = ", ".join(f"panel_ruling.{name}" for name in columns_of(Ruling).split(", "))


def _ruling(row: Sequence[Any]) -> Ruling:
    return made(Ruling, row, conflict=bool, ruled_on=date.fromisoformat, covers=json.loads)


def ruling(db: Database, key: str) -> Ruling:
    """The one with this key."""
    row = db.row(f"select {_COLUMNS} from panel_ruling where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no ruling {key}")
    return _ruling(row)


def rulings(db: Database, round_id: str) -> list[Ruling]:
    """All of a round, in the order in which they were made."""
    rows = db.rows(
        f"""select {_COLUMNS} from panel_ruling join panel_member on panel_member.id = member_id
        where round_id = ? order by ruled_on, panel_ruling.id""",
        (round_id,),
    )
    return [_ruling(row) for row in rows]


def ruling_on(db: Database, member_id: str, entry_id: str) -> Ruling | None:
    """What was ruled of this judge and this nominee; None where nothing was."""
    row = db.row(
        f"select {_COLUMNS} from panel_ruling where member_id = ? and entry_id = ?", (member_id, entry_id)
    )
    return _ruling(row) if row else None
