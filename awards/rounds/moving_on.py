"""A round moved from one phase to another: the one writer of its phase, which keeps who moved it, when and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from awards.rounds.categories import categories
from awards.rounds.criteria import criteria_by_category
from awards.rounds.phases import PhaseStanding, is_back, may_move
from awards.rounds.rounds import AwardRound, award_round, refuse_archived
from awards.vocabulary import AssignmentStatus, EntryStatus, Outcome, RoundPhase
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made
from resources.wording import instant_text
from resources.words import sql_values


@dataclass(frozen=True)
class RoundStep:
    """One move of a round."""

    id: str
    round_id: str
    at: datetime
    by: str
    from_phase: RoundPhase
    to_phase: RoundPhase
    reason: str


_OPEN = sql_values(one for one in AssignmentStatus if one.is_open)
_JUDGED = sql_values(one for one in EntryStatus if one.is_judged)


def move_phase(db: Database, key: str, to: RoundPhase, *, now: datetime, reason: str = "") -> AwardRound:
    """Move the round; back only with a reason. Raises Problem with what still stands in the way."""
    held = award_round(db, key)
    refuse_archived(held)
    refusal = may_move(held.phase, to, phase_standing(db, key))
    if refusal is not None:
        raise Problem(refusal)
    if is_back(held.phase, to) and not reason.strip():
        raise FieldProblem("reason", "Reason: nothing is written. Say why the round goes back.")
    with change(db, f"Moved {held.name} to “{to.label}”"):
        db.insert_row(
            "round_step",
            {
                "id": new_key(), "round_id": key, "at": instant_text(now), "by": db.who,
                "from_phase": held.phase.value, "to_phase": to.value, "reason": reason.strip(),
            },
        )  # fmt: skip
        db.update_row("award_round", key, {"phase": to.value})
    return award_round(db, key)


def round_steps(db: Database, round_id: str) -> list[RoundStep]:
    """All moves of a round in the order in which they were made, whatever the clock said."""
    rows: list[tuple[Any, ...]] = db.rows(
        f"select {columns_of(RoundStep)} from round_step where round_id = ? order by rowid", (round_id,)
    )
    return [
        made(RoundStep, row, at=datetime.fromisoformat, from_phase=RoundPhase, to_phase=RoundPhase)
        for row in rows
    ]


def refuse_phase(held: AwardRound, *allowed: RoundPhase, what: str) -> None:
    """Raises Problem where `what` (“Scores are given”) is not done in the phase that the round is at."""
    if held.phase not in allowed:
        during = " or ".join(f"“{one.label}”" for one in allowed)
        raise Problem(
            f"{what} while the round is at {during}; {held.name} is at “{held.phase.label}”. "
            f"Move the round there first, or leave it."
        )


def phase_standing(db: Database, round_id: str) -> PhaseStanding:
    """How a round stands, as `phases` asks it."""
    held = award_round(db, round_id)
    by_status = {
        EntryStatus(status): number
        for status, number in db.rows(
            "select status, count(*) from award_entry where round_id = ? group by status", (round_id,)
        )
    }
    scored = criteria_by_category(db, round_id)
    names = {one.id: one.name for one in categories(db, round_id)}
    return PhaseStanding(
        categories=len(names),
        unscored=tuple(
            names[key] for key, held_by in scored.items() if not any(one.counts and one.weight for one in held_by)
        ),
        drafts=by_status.get(EntryStatus.DRAFT, 0),
        submitted=by_status.get(EntryStatus.SUBMITTED, 0),
        qualifying=by_status.get(EntryStatus.QUALIFYING, 0),
        returned=by_status.get(EntryStatus.RETURNED_FOR_INFO, 0),
        judged=sum(number for status, number in by_status.items() if status.is_judged),
        judges=_count(db, "panel_member where round_id = ? and stood_down_on is null", round_id),
        short=_short(db, held),
        open_scores=_count(
            db,
            "judge_assignment join award_entry on award_entry.id = entry_id where round_id = ? "
            f"and judge_assignment.status in ({_OPEN}) and award_entry.status in ({_JUDGED})",
            round_id,
        ),
        undecided=_undecided(db, round_id),
        pending=_count(
            db,
            "award_decision join award_category on award_category.id = category_id where round_id = ? "
            "and announced_at is null and ended_on is null",
            round_id,
        ),
        announced=held.announced_at is not None,
        embargo_until=held.embargo_until,
    )  # fmt: skip


def _count(db: Database, what: str, round_id: str) -> int:
    return int(str(db.value(f"select count(*) from {what}", (round_id,))))


def _short(db: Database, held: AwardRound) -> int:
    """Nominees with the judges who have fewer whole sets of scores than the round asks for."""
    return int(
        str(
            db.value(
                f"select count(*) from award_entry where round_id = ? and status in ({_JUDGED}) and (select count(*) "
                "from judge_assignment where entry_id = award_entry.id and judge_assignment.status = 'scored') < ?",
                (held.id, held.least_scores),
            )
        )
    )


def _undecided(db: Database, round_id: str) -> tuple[str, ...]:
    rows = db.rows(
        "select name from award_category where round_id = ? and not exists (select 1 from award_decision where "
        "category_id = award_category.id and ended_on is null and outcome in (?, ?)) order by position, id",
        (round_id, Outcome.WINNER.value, Outcome.NOT_AWARDED.value),
    )
    return tuple(name for (name,) in rows)
