"""The chair’s word on one judge and one nominee: it stands above what was declared and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.judging.panel import Member, member, words_of
from awards.judging.scores import scores_of, status_of
from awards.nominations.entries import entry, reference
from awards.rounds.categories import open_round
from awards.rounds.criteria import criteria_of
from awards.vocabulary import AssignmentStatus
from engagement.register.names import name_key
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made, refuse_empty
from resources.tables import Cell


@dataclass(frozen=True)
class Ruling:
    """Whether this judge has a conflict with this nominee, by whom it was ruled and why."""

    id: str
    member_id: str
    entry_id: str
    conflict: bool
    reason: str
    ruled_by: str
    ruled_on: date


_COLUMNS = ", ".join(f"panel_ruling.{name}" for name in columns_of(Ruling).split(", "))


def _ruling(row: Sequence[Any]) -> Ruling:
    return made(Ruling, row, conflict=bool, ruled_on=date.fromisoformat)


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


# --- the verbs ------------------------------------------------------------------------------------------------


def rule_on(
    db: Database, member_id: str, entry_id: str, *, conflict: bool, reason: str, by: str, on: date
) -> Ruling:
    """Rule whether there is a conflict; an earlier ruling gives way, and stays in the history.

    What the judge was given follows: with a conflict their scores count no more, without one they judge again.
    """
    judge, nominee = member(db, member_id), entry(db, entry_id)
    open_round(db, judge.round_id)
    refuse_empty("reason", reason, "Say why; somebody may ask for the reason later.")
    refuse_empty("by", by, "Say who ruled: the chair, or who stood in for the chair.")
    _refuse_own(judge, by, conflict=conflict)
    if nominee.round_id != judge.round_id:
        raise Problem(f"{judge.name} is on the panel of another round. Choose a judge of this round.")
    called, number = words_of(db, member_id), reference(db, nominee)
    what = "a conflict" if conflict else "no conflict"
    facts: dict[str, Cell] = {
        "conflict": int(conflict), "reason": reason.strip(), "ruled_by": by.strip(), "ruled_on": on.isoformat(),
    }  # fmt: skip
    held = ruling_on(db, member_id, entry_id)
    key = held.id if held is not None else new_key()
    with change(db, f"Ruled {what} of {called} with {number}"):
        if held is None:
            db.insert_row("panel_ruling", {"id": key, "member_id": member_id, "entry_id": entry_id, **facts})
        else:
            db.update_row("panel_ruling", key, facts)
        _follow(db, ruling(db, key), nominee.category_id)
    return ruling(db, key)


def remove_ruling(db: Database, key: str) -> None:
    """Take a ruling away: what was declared and found holds again. What the judge was given stays as it is."""
    held = ruling(db, key)
    open_round(db, member(db, held.member_id).round_id)
    with change(db, f"Removed the ruling on {words_of(db, held.member_id)}"):
        db.delete_row("panel_ruling", key)


def _refuse_own(judge: Member, by: str, *, conflict: bool) -> None:
    if not conflict and name_key(by) == name_key(judge.name):
        raise FieldProblem(
            "by",
            f"{judge.name} cannot clear a conflict of their own. Let another of the panel or the lead officer rule.",
        )


def _follow(db: Database, ruling: Ruling, category_id: str) -> None:
    """What the judge was given of this nominee, if it was."""
    row = db.row(
        "select id, status from judge_assignment where member_id = ? and entry_id = ?",
        (ruling.member_id, ruling.entry_id),
    )
    if row is None:
        return
    key, status = row[0], AssignmentStatus(row[1])
    if ruling.conflict and status not in (AssignmentStatus.CONFLICT, AssignmentStatus.RECUSED):
        db.update_row(
            "judge_assignment", key, {"status": AssignmentStatus.CONFLICT.value, "reason": ruling.reason}
        )
    elif not ruling.conflict and status is AssignmentStatus.CONFLICT:
        scored = {one.criterion_id for one in scores_of(db, key)}
        back = status_of(criteria_of(db, category_id), scored)
        db.update_row("judge_assignment", key, {"status": back.value, "reason": ""})
