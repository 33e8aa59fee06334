"""The checklist of a nominee: what the round asks of everybody, and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import CheckAnswer, EntryStatus
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made
from resources.tables import Cell
from resources.wording import lower_first


@dataclass(frozen=True)
class EntryCheck:
    """What was found at one point."""

    id: str
    entry_id: str
    check_id: str
    answer: CheckAnswer
    answered_by: str
    answered_on: date
    note: str


@dataclass(frozen=True)
class CheckedPoint:
    """A point of the round’s checklist, and what was found of one nominee; None while nobody has looked."""

    check_id: str
    words: str
    found: EntryCheck | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked yet."""
        return self.found is None

    @property
    def speaks_against(self) -> bool:
        """Whether it was found not to be so."""
        return self.found is not None and self.found.answer is CheckAnswer.NO


_COLUMNS = columns_of(EntryCheck)


def _found(row: Sequence[Any]) -> EntryCheck:
    return made(EntryCheck, row, answer=CheckAnswer, answered_on=date.fromisoformat)


def checks_of(db: Database, entry_id: str) -> list[EntryCheck]:
    """What was found of a nominee, in the order of the checklist."""
    return [one.found for one in checklist_of(db, entry_id) if one.found is not None]


def checklist_of(db: Database, entry_id: str) -> tuple[CheckedPoint, ...]:
    """The whole checklist of the round, with what was found of this nominee."""
    points = db.rows(
        """select award_check.id, words from award_check join award_entry on award_entry.round_id = award_check.round_id
        where award_entry.id = ? order by award_check.position, award_check.id""",
        (entry_id,),
    )
    rows = db.rows(f"select {_COLUMNS} from entry_check where entry_id = ?", (entry_id,))
    found = {one.check_id: one for one in (_found(row) for row in rows)}
    return tuple(CheckedPoint(key, words, found.get(key)) for key, words in points)


def checklists(db: Database, round_id: str) -> dict[str, tuple[CheckedPoint, ...]]:
    """The same for all nominees of a round, in two queries."""
    points = db.rows(
        "select id, words from award_check where round_id = ? order by position, id", (round_id,)
    )
    rows = db.rows(
        f"select {_COLUMNS} from entry_check where entry_id in (select id from award_entry where round_id = ?)",
        (round_id,),
    )
    found = {(one.entry_id, one.check_id): one for one in (_found(row) for row in rows)}
    keys = [key for (key,) in db.rows("select id from award_entry where round_id = ?", (round_id,))]
    return {
        key: tuple(CheckedPoint(check, words, found.get((key, check))) for check, words in points)
        for key in keys
    }


def answer_check(
    db: Database,
    entry_id: str,
    check_id: str,
    answer: CheckAnswer | None,
    *,
    by: str,
    on: date,
    note: str = "",
) -> EntryCheck | None:
    """Note what was found at a point; None takes an answer back. What is found against somebody needs a note."""
    nominee, words = _asked(db, entry_id, check_id)
    note = note.strip()
    if answer is CheckAnswer.NO and not note:
        raise FieldProblem("note", "What was found against a nominee needs a note. Write what was found.")
    if not by.strip():
        raise FieldProblem("by", "Who looked is needed. Write a name.")
    held = db.row(
        f"select {_COLUMNS} from entry_check where entry_id = ? and check_id = ?", (entry_id, check_id)
    )
    told = "took an answer back" if answer is None else lower_first(answer.label)
    with change(db, f"Checked {nominee}: {words} – {told}"):
        return _keep(db, entry_id, check_id, answer, by.strip(), on, note, held[0] if held else "")


def _keep(
    db: Database,
    entry_id: str,
    check_id: str,
    answer: CheckAnswer | None,
    by: str,
    on: date,
    note: str,
    held: str,
) -> EntryCheck | None:
    if answer is None:
        if held:
            db.delete_row("entry_check", held)
        return None
    cells: dict[str, Cell] = {
        "answer": answer.value, "answered_by": by, "answered_on": on.isoformat(), "note": note,
    }  # fmt: skip
    key = held or new_key()
    if held:
        db.update_row("entry_check", key, cells)
    else:
        db.insert_row("entry_check", {"id": key, "entry_id": entry_id, "check_id": check_id, **cells})
    return EntryCheck(key, entry_id, check_id, answer, by, on, note)


def answer_open_checks(db: Database, entry_id: str, *, by: str, on: date) -> int:
    """Yes to every point that nobody has looked at yet, as one change; how many those were."""
    waiting = [one.check_id for one in checklist_of(db, entry_id) if one.is_open]
    if waiting:
        nominee, _words = _asked(db, entry_id, waiting[0])
        with change(db, f"Checked {nominee}: yes to all that was open"):
            for check in waiting:
                answer_check(db, entry_id, check, CheckAnswer.YES, by=by, on=on)
    return len(waiting)


def _asked(db: Database, entry_id: str, check_id: str) -> tuple[str, str]:
    """The nominee and the point; refuses to alter what stood when the judges were asked."""
    row = db.row(
        """select nominee, status, words, award_entry.round_id from award_entry
        join award_check on award_check.round_id = award_entry.round_id
        where award_entry.id = ? and award_check.id = ?""",
        (entry_id, check_id),
    )
    if row is None:
        raise LookupError(f"there is no point {check_id} on the checklist of {entry_id}")
    refuse_archived(award_round(db, row[3]))
    status = EntryStatus(row[1])
    if not status.is_before_judging and status is not EntryStatus.INELIGIBLE:
        raise Problem(
            f"{row[0]} is “{status.label}”: the checklist stands as it was when that was decided. Bring them back to "
            "qualifying to look again."
        )
    return row[0], row[2]
