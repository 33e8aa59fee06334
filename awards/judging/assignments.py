"""Which nominee was given to which judge, and how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from awards.judging.conflict_reading import conflicts_between
from awards.judging.panel import Member, member, words_of
from awards.judging.panel_categories import categories_of
from awards.judging.scores import scores_of, status_of
from awards.nominations.entries import sql_reference
from awards.rounds.categories import open_round
from awards.rounds.criteria import criteria_of
from awards.vocabulary import AssignmentStatus, EntryStatus
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.rows import columns_of, made, refuse_empty
from resources.wording import lower_first


@dataclass(frozen=True)
class Assignment:
    """One nominee with one judge. `reason` is why the judge abstained, has a conflict or stood aside."""

    id: str
    entry_id: str
    member_id: str
    status: AssignmentStatus
    assigned_on: date
    reason: str
    comment: str
    locked_at: datetime | None

    @property
    def is_locked(self) -> bool:
        """Whether its scores may no longer be altered."""
        return self.locked_at is not None

    @property
    def is_left(self) -> bool:
        """Whether the judge does not judge this nominee after all; whatever they scored counts no more."""
        return self.status in LEFT


LEFT = (AssignmentStatus.CONFLICT, AssignmentStatus.RECUSED)
"""What a judge was given and does not judge."""

_COLUMNS = ", ".join(f"judge_assignment.{name}" for name in columns_of(Assignment).split(", "))
_SELECT = f"""select {_COLUMNS} from judge_assignment join award_entry on award_entry.id = entry_id
    join panel_member on panel_member.id = member_id"""
_ORDER = "order by award_entry.number, panel_member.number"


def _assignment(row: Sequence[Any]) -> Assignment:
    return made(
        Assignment,
        row,
        status=AssignmentStatus,
        assigned_on=date.fromisoformat,
        locked_at=datetime.fromisoformat,
    )


# --- reading --------------------------------------------------------------------------------------------------


def assignment(db: Database, key: str) -> Assignment:
    """The one with this key."""
    row = db.row(f"{_SELECT} where judge_assignment.id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no nominee given to a judge under {key}")
    return _assignment(row)


def assignments(db: Database, round_id: str) -> list[Assignment]:
    """All of a round, by the nominee’s number and then the judge’s."""
    return [
        _assignment(row) for row in db.rows(f"{_SELECT} where award_entry.round_id = ? {_ORDER}", (round_id,))
    ]


def assignments_of(db: Database, *, member_id: str = "", entry_id: str = "") -> list[Assignment]:
    """Those of a judge by the nominee’s number, those of a nominee by the judge’s, or what there is of both."""
    rows = db.rows(
        f"{_SELECT} where (?1 = '' or member_id = ?1) and (?2 = '' or entry_id = ?2) {_ORDER}",
        (member_id, entry_id),
    )
    return [_assignment(row) for row in rows]


def assignment_between(db: Database, member_id: str, entry_id: str) -> Assignment | None:
    """What this judge was given of this nominee; None where nothing was."""
    return next(iter(assignments_of(db, member_id=member_id, entry_id=entry_id)), None)


# --- the verbs ------------------------------------------------------------------------------------------------


def give(db: Database, member_id: str, entry_id: str, *, today: date) -> Assignment:
    """Give one nominee to one judge."""
    judge = member(db, member_id)
    open_round(db, judge.round_id)
    _refuse_giving(db, judge, entry_id)
    key = new_key()
    with change(db, f"Gave {_reference(db, entry_id)} to {words_of(db, member_id)}"):
        db.insert_row(
            "judge_assignment",
            {"id": key, "entry_id": entry_id, "member_id": member_id, "assigned_on": today.isoformat()},
        )
    return assignment(db, key)


def take_back(db: Database, key: str) -> None:
    """Take a nominee back from a judge who has not scored them: as if it had never been given."""
    held = _held(db, key)
    if _has_scores(db, key) or not held.status.is_open:
        raise Problem(
            f"{words_of(db, held.member_id)} has already answered on {_reference(db, held.entry_id)}, and that stays "
            "on file. Let the judge stand aside instead, with a reason."
        )
    with change(db, f"Took {_reference(db, held.entry_id)} back from {words_of(db, held.member_id)}"):
        db.delete_row("judge_assignment", key)


def declare_conflict(db: Database, key: str, reason: str) -> Assignment:
    """The judge says that they have an interest in this nominee, and judges them no more."""
    return _leave(db, key, AssignmentStatus.CONFLICT, reason, "Declared a conflict of {judge} with {nominee}")


def recuse(db: Database, key: str, reason: str) -> Assignment:
    """The judge stands aside from this nominee for another reason."""
    return _leave(db, key, AssignmentStatus.RECUSED, reason, "Let {judge} stand aside from {nominee}")


def judge_again(db: Database, key: str, reason: str) -> Assignment:
    """A judge who stood aside judges this nominee after all; what they had scored counts again."""
    refuse_empty(
        "reason", reason, "Say why the judge may judge this nominee after all; it is kept with the round."
    )
    held = _held(db, key)
    if not held.is_left:
        raise Problem(
            f"{words_of(db, held.member_id)} judges {_reference(db, held.entry_id)}. Nothing was changed."
        )
    _refuse_conflict(db, held.member_id, held.entry_id)
    category = str(db.value("select category_id from award_entry where id = ?", (held.entry_id,)))
    scored = {one.criterion_id for one in scores_of(db, key)}
    back = status_of(criteria_of(db, category), scored)
    with change(db, f"Let {words_of(db, held.member_id)} judge {_reference(db, held.entry_id)} after all"):
        db.update_row("judge_assignment", key, {"status": back.value, "reason": reason.strip()})
    return assignment(db, key)


def _leave(db: Database, key: str, status: AssignmentStatus, reason: str, action: str) -> Assignment:
    """Scores that were given stay in the file and count no more."""
    refuse_empty(
        "reason", reason, "Say why the judge does not judge this nominee; it is kept with the round."
    )
    held = _held(db, key)
    judge, nominee = words_of(db, held.member_id), _reference(db, held.entry_id)
    if held.is_left:
        raise Problem(
            f"{judge} does not judge {nominee} already: {lower_first(held.status.label)}, “{held.reason}”. That reason "
            "stays on file. Let them judge again first if another holds."
        )
    with change(db, action.format(judge=judge, nominee=nominee)):
        db.update_row("judge_assignment", key, {"status": status.value, "reason": reason.strip()})
    return assignment(db, key)


# --- what stands in the way -----------------------------------------------------------------------------------


def _held(db: Database, key: str) -> Assignment:
    """The one with this key, in a round that is neither put away nor announced: there it stays."""
    held = assignment(db, key)
    open_round(db, member(db, held.member_id).round_id)
    return held


def _refuse_giving(db: Database, judge: Member, entry_id: str) -> None:
    row = db.row("select round_id, status from award_entry where id = ?", (entry_id,))
    if row is None:
        raise LookupError(f"there is no nominee {entry_id}")
    called, nominee, status = words_of(db, judge.id), _reference(db, entry_id), EntryStatus(row[1])
    if row[0] != judge.round_id:
        raise Problem(
            f"{called} is on the panel of another round than {nominee}. Choose a judge of this round."
        )
    if judge.stood_down_on is not None:
        raise Problem(f"{called} has stood down. Choose another judge, or bring {judge.name} back first.")
    if not status.is_judged:
        raise Problem(
            f"{nominee} is not with the judges: {lower_first(status.label)}. Send them to the judges first."
        )
    if assignment_between(db, judge.id, entry_id) is not None:
        raise Problem(f"{called} was already given {nominee}. Nothing was changed.")
    _refuse_category(db, judge, entry_id)
    _refuse_conflict(db, judge.id, entry_id)


def _refuse_category(db: Database, judge: Member, entry_id: str) -> None:
    category = db.row(
        """select award_category.id, name from award_category
        join award_entry on award_entry.category_id = award_category.id where award_entry.id = ?""",
        (entry_id,),
    )
    chosen = categories_of(db, judge.id)
    if category is not None and chosen and category[0] not in chosen:
        raise Problem(
            f"{words_of(db, judge.id)} judges other categories than “{category[1]}”. Choose another judge, or let them "
            "judge that category."
        )


def _refuse_conflict(db: Database, member_id: str, entry_id: str) -> None:
    found = conflicts_between(db, member_id, entry_id)
    if found:
        raise Problem(
            f"{words_of(db, member_id)} may not judge {_reference(db, entry_id)}. {found[0].sentence} "
            "Choose another judge, or let the chair rule on it.",
            details=tuple(one.sentence for one in found[1:]),
        )


def _has_scores(db: Database, key: str) -> bool:
    return bool(db.value("select exists (select 1 from judge_score where assignment_id = ?)", (key,)))


def _reference(db: Database, entry_id: str) -> str:
    return str(
        db.value(
            f"""select {sql_reference()} from award_entry
            join award_round on award_round.id = round_id where award_entry.id = ?""",
            (entry_id,),
        )
    )
