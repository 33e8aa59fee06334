"""What a judge gave somebody nominated: a score for each criterion, or an abstention, which is no score at all.

How far the judge has come follows from the scores: some of the criteria that must be scored, or all of them. What is
locked stays as it is until somebody unlocks it and says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from awards.judging.conflict_reading import conflicts_between
from awards.judging.conflicts import Conflict
from awards.nominations.entries import sql_reference
from awards.points import POINT, points_words
from awards.rounds.criteria import Criterion, criteria_of
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import AssignmentStatus, EntryStatus, HowScored, RoundPhase
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made
from resources.tables import Cell
from resources.wording import and_list, count_of, instant_text, lower_first

SCORED_IN = (RoundPhase.SCORE, RoundPhase.MODERATE)
"""The phases in which judges give scores, and put them right after they met."""


@dataclass(frozen=True)
class Score:
    """What a judge gave on one criterion, in hundredths of a point; `scored_by` is who entered it."""

    id: str
    assignment_id: str
    criterion_id: str
    points: int
    scored_at: datetime
    how: HowScored
    scored_by: str


_COLUMNS = ", ".join(f"judge_score.{name}" for name in columns_of(Score).split(", "))


@dataclass(frozen=True)
class Given:
    """Somebody nominated as one judge was given them, with what decides whether scores may be given."""

    id: str
    entry_id: str
    member_id: str
    status: AssignmentStatus
    reason: str
    comment: str
    locked_at: datetime | None
    entry_status: EntryStatus
    category_id: str
    round_id: str
    phase: RoundPhase
    reference: str
    judge: str

    @property
    def is_locked(self) -> bool:
        """Whether its scores stay as they are."""
        return self.locked_at is not None


_GIVEN = f"""select judge_assignment.id, judge_assignment.entry_id, member_id, judge_assignment.status, reason, comment,
    locked_at, award_entry.status, category_id, award_entry.round_id, award_round.phase,
    {sql_reference()}, 'judge ' || panel_member.number
    from judge_assignment join award_entry on award_entry.id = entry_id
    join award_round on award_round.id = award_entry.round_id
    join panel_member on panel_member.id = member_id"""


def given(db: Database, assignment_id: str) -> Given:
    """One by the key of the assignment."""
    row = db.row(f"{_GIVEN} where judge_assignment.id = ?", (assignment_id,))
    if row is None:
        raise LookupError(f"no assignment {assignment_id}")
    return _given(row)


def is_given(db: Database, assignment_id: str) -> bool:
    """Whether the key is that of an assignment."""
    return bool(db.value("select exists (select 1 from judge_assignment where id = ?)", (assignment_id,)))


def given_to(db: Database, member_id: str) -> list[Given]:
    """All that a judge was given and did not stand aside from, by category and reference."""
    rows = db.rows(
        f"""{_GIVEN} join award_category on award_category.id = category_id
        where member_id = ? and judge_assignment.status not in ('conflict', 'recused')
        and award_entry.status not in ('merged', 'ineligible', 'withdrawn')
        order by award_category.position, award_entry.number""",
        (member_id,),
    )
    return [_given(row) for row in rows]


def given_in(db: Database, round_id: str) -> list[Given]:
    """All that any judge of a round was given, whatever became of it since."""
    rows = db.rows(f"{_GIVEN} where award_entry.round_id = ? order by judge_assignment.id", (round_id,))
    return [_given(row) for row in rows]


def _given(row: tuple[Any, ...]) -> Given:
    locked = datetime.fromisoformat(row[6]) if row[6] else None
    return Given(
        row[0], row[1], row[2], AssignmentStatus(row[3]), row[4], row[5], locked, EntryStatus(row[7]), row[8], row[9],
        RoundPhase(row[10]), row[11], row[12],
    )  # fmt: skip


def _score(row: tuple[Any, ...]) -> Score:
    return made(Score, row, scored_at=datetime.fromisoformat, how=HowScored)


def scores_of(db: Database, assignment_id: str) -> list[Score]:
    """What a judge gave one nominee, in the order of the criteria."""
    rows = db.rows(
        f"""select {_COLUMNS} from judge_score
        join award_criterion on award_criterion.id = criterion_id
        where assignment_id = ? order by category_id is not null, position, award_criterion.id""",
        (assignment_id,),
    )
    return [_score(row) for row in rows]


def points_by_assignment(db: Database, member_id: str) -> dict[str, dict[str, int]]:
    """What one judge gave all their nominees: points by assignment and criterion, in one query."""
    rows = db.rows(
        """select assignment_id, criterion_id, points from judge_score
        join judge_assignment on judge_assignment.id = assignment_id where member_id = ?""",
        (member_id,),
    )
    found: dict[str, dict[str, int]] = {}
    for key, criterion, points in rows:
        found.setdefault(key, {})[criterion] = points
    return found


def scores_in(db: Database, round_id: str) -> list[Score]:
    """Every score of a round."""
    rows = db.rows(
        f"""select {_COLUMNS} from judge_score
        join judge_assignment on judge_assignment.id = assignment_id
        join award_entry on award_entry.id = entry_id where round_id = ? order by judge_score.id""",
        (round_id,),
    )
    return [_score(row) for row in rows]


# --- the verbs ------------------------------------------------------------------------------------------------


def give_scores(
    db: Database, assignment_id: str, points: Mapping[str, int | None], *, now: datetime,
    how: HowScored = HowScored.TYPED, comment: str | None = None,
) -> list[Score]:  # fmt: skip
    """Keep what a judge gave, by the key of the criterion; None takes a score away, what is left out stays.

    Giving scores ends an abstention. A judge with a conflict of interest gives none, and may abstain.
    """
    held = _scorable(db, assignment_id)
    if any(figure is not None for figure in points.values()):
        refuse_conflict(db, held)
    criteria = {one.id: one for one in criteria_of(db, held.category_id)}
    for key, figure in points.items():
        fault = fault_of(criteria.get(key), figure)
        if fault is not None:
            raise FieldProblem(key, fault)
    before = {one.criterion_id: one for one in scores_of(db, assignment_id)}
    with change(db, f"Scored {held.reference} as {held.judge}"):
        for key, figure in points.items():
            _keep(db, assignment_id, key, figure, before.get(key), now=now, how=how)
        after = {key: one.points for key, one in before.items()} | dict(points)
        has = {key for key, figure in after.items() if figure is not None}
        facts: dict[str, Cell] = {"status": status_of(criteria.values(), has).value, "reason": ""}
        if comment is not None:
            facts["comment"] = comment.strip()
        db.update_row("judge_assignment", assignment_id, facts)
    return scores_of(db, assignment_id)


def _scorable(db: Database, assignment_id: str) -> Given:
    held = given(db, assignment_id)
    refuse_archived(award_round(db, held.round_id))
    refusal = may_score(held)
    if refusal is not None:
        raise Problem(refusal)
    return held


def refuse_conflict(db: Database, held: Given) -> None:
    """Raises Problem where the judge has a conflict of interest with the nominee."""
    found = conflicts_between(db, held.member_id, held.entry_id)
    if found:
        raise Problem(conflict_words(held, found))


def conflict_words(held: Given, found: Sequence[Conflict]) -> str:
    """Why a judge in conflict gives no scores, and how a person settles it."""
    told = " ".join(one.sentence for one in found)
    return (
        f"{held.reference} is not scored by {held.judge}: {told} Let the judge stand aside on the Panel side, or have "
        "the chair rule that there is no conflict."
    )


def _keep(
    db: Database, assignment_id: str, criterion_id: str, figure: int | None, before: Score | None, *,
    now: datetime, how: HowScored,
) -> None:  # fmt: skip
    if figure is None:
        if before is not None:
            db.delete_row("judge_score", before.id)
        return
    if before is not None and before.points == figure:
        return
    facts: dict[str, Cell] = {
        "points": figure, "scored_at": instant_text(now), "how": how.value, "scored_by": db.who,
    }  # fmt: skip
    if before is not None:
        db.update_row("judge_score", before.id, facts)
    else:
        db.insert_row(
            "judge_score",
            {"id": new_key(), "assignment_id": assignment_id, "criterion_id": criterion_id, **facts},
        )


def abstain(
    db: Database, assignment_id: str, reason: str, *, now: datetime, comment: str | None = None
) -> Given:
    """The judge gives no score, and says why. Scores given before are taken away; their history stays."""
    held = _scorable(db, assignment_id)
    if not reason.strip():
        raise FieldProblem("reason", "An abstention needs a reason. Write why no score is given.")
    with change(db, f"Abstained on {held.reference} as {held.judge}"):
        for one in scores_of(db, assignment_id):
            db.delete_row("judge_score", one.id)
        facts: dict[str, Cell] = {"status": AssignmentStatus.ABSTAINED.value, "reason": reason.strip()}
        if comment is not None:
            facts["comment"] = comment.strip()
        db.update_row("judge_assignment", assignment_id, facts)
    return given(db, assignment_id)


def lock(db: Database, assignment_ids: Sequence[str], *, now: datetime) -> list[Given]:
    """Keep the scores of these as they are. Those still open cannot be locked: nothing was given to keep."""
    held = [given(db, key) for key in assignment_ids]
    for round_id in {one.round_id for one in held}:
        refuse_archived(award_round(db, round_id))
    still_open = [one for one in held if one.status.is_open]
    if still_open:
        raise Problem(
            f"{and_list([one.reference for one in still_open[:5]])} "
            f"{'is' if len(still_open) == 1 else 'are'} not scored in full. "
            "Score what is missing or abstain, and lock the scores then."
        )
    to_lock = [one for one in held if not one.is_locked]
    said = to_lock[0].reference if len(to_lock) == 1 else count_of(len(to_lock), "nominee")
    with change(db, f"Locked the scores of {said}"):
        for one in to_lock:
            db.update_row("judge_assignment", one.id, {"locked_at": instant_text(now)})
    return [given(db, key) for key in assignment_ids]


def unlock(db: Database, assignment_id: str, reason: str, *, now: datetime) -> Given:
    """Let the scores be put right. Why is kept as a note of the panel on the nominee."""
    held = given(db, assignment_id)
    refuse_archived(award_round(db, held.round_id))
    if not reason.strip():
        raise FieldProblem("reason", "Unlocking scores needs a reason. Write why they may be given again.")
    if not held.is_locked:
        raise Problem(f"The scores of {held.reference} are not locked, so they can be put right as they are.")
    with change(db, f"Unlocked the scores of {held.reference} by {held.judge}"):
        db.update_row("judge_assignment", assignment_id, {"locked_at": None})
        words = f"The scores of {held.judge} were unlocked: {reason.strip()}"
        db.insert_row(
            "panel_note",
            {
                "id": new_key(),
                "entry_id": held.entry_id,
                "at": instant_text(now),
                "by": db.who,
                "text": words,
            },
        )
    return given(db, assignment_id)


# --- what may be given (pure) ---------------------------------------------------------------------------------


def may_score(held: Given) -> str | None:
    """Why no score may be given now; None when one may."""
    if held.phase not in SCORED_IN:
        return (
            f"Scores are given while a round is scoring or moderating, and this one is at “{held.phase.label}”. "
            "Move the round to scoring, and give them then."
        )
    if held.is_locked:
        return f"The scores of {held.reference} are locked. Unlock them, with a reason, to put them right."
    if held.status in (AssignmentStatus.CONFLICT, AssignmentStatus.RECUSED):
        return (
            f"{held.judge.capitalize()} does not judge {held.reference}: {lower_first(held.status.label)}. "
            "Give the nominee to another judge."
        )
    if held.entry_status.is_out or held.entry_status.is_before_judging:
        return f"{held.reference} is not with the judges: {lower_first(held.entry_status.label)}. Nothing is scored."
    return None


def fault_of(criterion: Criterion | None, figure: int | None) -> str | None:
    """What is wrong with the points for a criterion; None for nothing."""
    if criterion is None:
        return (
            "That criterion is not one of the nominee’s category. Score the criteria that are listed there."
        )
    if figure is None or figure in criterion.allowed:
        return None
    beyond = not criterion.least <= figure <= criterion.most
    where = "outside the scale" if beyond else "between its steps"
    return f"{criterion.name}: {points_words(figure)} is {where}. Give {allowed_words(criterion)}."


def allowed_words(criterion: Criterion) -> str:
    """“a whole number from 1 to 5”, “1 to 5 in steps of 0.5”."""
    least, most = points_words(criterion.least), points_words(criterion.most)
    if criterion.step == POINT and criterion.least % POINT == 0:
        return f"a whole number from {least} to {most}"
    return criterion.scale_words


def status_of(criteria: Iterable[Criterion], scored: set[str]) -> AssignmentStatus:
    """How far a judge has come who scored these of the criteria."""
    asked = list(criteria)
    needed = [one.id for one in asked if one.required] or [one.id for one in asked]
    if scored.issuperset(needed):
        return AssignmentStatus.SCORED
    return AssignmentStatus.SCORING if scored else AssignmentStatus.ASSIGNED
