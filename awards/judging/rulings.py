"""The chair’s word on one judge and one nominee: it stands above what was declared and found until then."""

import json
from datetime import date

from awards.judging.conflict_reading import found_between
from awards.judging.panel import Member, member, words_of
from awards.judging.ruled import Ruling, ruling, ruling_on
from awards.judging.scores import scores_of, status_of
from awards.nominations.entries import entry, reference
from awards.rounds.categories import open_round
from awards.rounds.criteria import criteria_of
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import AssignmentStatus
from engagement.register.names import name_key
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import refuse_empty
from resources.tables import Cell


def rule_on(
    db: Database, member_id: str, entry_id: str, *, conflict: bool, reason: str, by: str, on: date
) -> Ruling:
    """Rule whether there is a conflict; an earlier ruling gives way, and stays in the history.

    What the judge was given follows: with a conflict their scores count no more, without one they judge again. What
    comes to light later is for the chair to rule on again. After the announcement it can be ruled that there is none,
    so that an honour given up is decided anew; what was judged stays.
    """
    judge, nominee = member(db, member_id), entry(db, entry_id)
    if conflict:
        open_round(db, judge.round_id)
    refuse_archived(award_round(db, judge.round_id))
    refuse_empty("reason", reason, "Say why; somebody may ask for the reason later.")
    refuse_empty("by", by, "Say who ruled: the chair, or who stood in for the chair.")
    _refuse_own(judge, by, conflict=conflict)
    if nominee.round_id != judge.round_id:
        raise Problem(f"{judge.name} is on the panel of another round. Choose a judge of this round.")
    called, number = words_of(db, member_id), reference(db, nominee)
    what = "a conflict" if conflict else "no conflict"
    covered = found_between(db, member_id, entry_id)
    facts: dict[str, Cell] = {
        "conflict": int(conflict), "reason": reason.strip(), "ruled_by": by.strip(), "ruled_on": on.isoformat(),
        "covers": json.dumps({one.key: one.sentence for one in covered}, ensure_ascii=False),
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
        open_round(db, member(db, ruling.member_id).round_id)
        scored = {one.criterion_id for one in scores_of(db, key)}
        back = status_of(criteria_of(db, category_id), scored)
        db.update_row("judge_assignment", key, {"status": back.value, "reason": ""})
