"""Whether a nominee still works where they were nominated: asked of somebody, on a day."""

from datetime import date

from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import EntryStatus
from resources.database import Database, change
from resources.problem import FieldProblem, Problem

_SAID = {True: "still employed", False: "no longer employed", None: "asked, not answered yet"}


def record_employed(
    db: Database, entry_id: str, employed: bool | None, *, asked_on: date, asked_of: str, today: date
) -> None:
    """Note what was answered and by whom; None while the question was asked and nobody has answered."""
    row = db.row("select nominee, status, round_id from award_entry where id = ?", (entry_id,))
    if row is None:
        raise LookupError(f"there is no nominee {entry_id}")
    refuse_archived(award_round(db, row[2]))
    if EntryStatus(row[1]) is EntryStatus.MERGED:
        raise Problem(f"{row[0]} is grouped with another nominee. Note it there.")
    if not asked_of.strip():
        raise FieldProblem("asked_of", "Who was asked is needed. Write a name, such as the manager’s.")
    if asked_on > today:
        raise FieldProblem("asked_on", "The day it was asked lies ahead. Choose today or a day before it.")
    with change(db, f"Noted of {row[0]}: {_SAID[employed]}"):
        db.update_row(
            "award_entry", entry_id,
            {"employed": None if employed is None else int(employed), "employed_asked_on": asked_on.isoformat(),
             "employed_asked_of": asked_of.strip()},
        )  # fmt: skip


def employed_words(employed: bool | None, asked_on: date | None) -> str:
    """Yes, No, Asked, or Not asked, for a table’s cell."""
    if employed is None:
        return "Asked, not answered" if asked_on is not None else "Not asked"
    return "Yes" if employed else "No"
