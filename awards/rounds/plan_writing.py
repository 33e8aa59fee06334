"""A round written with its phases, categories, criteria and checklist: a new one, or one like another."""

from awards.rounds.shipped import PlannedCriterion, RoundPlan
from awards.vocabulary import RoundPhase, ScoresSeen
from resources.database import Database, new_key
from resources.rows import cells_of
from resources.tables import Cell


def write_round(db: Database, cells: dict[str, Cell], plan: RoundPlan) -> str:
    """Inside the caller's change: the round with these cells, and all of the plan. Returns its key."""
    key = new_key()
    db.insert_row("award_round", {"id": key, **cells})
    _write_phases(db, key, dict(plan.scores_seen))
    categories = {
        one.name: _write(db, "award_category", round_id=key, position=place, **vars(one))
        for place, one in enumerate(plan.categories, 1)
    }
    for place, criterion in enumerate(plan.criteria, 1):
        _write_criterion(db, key, criterion, categories.get(criterion.category), place)
    for place, words in enumerate(plan.checks, 1):
        _write(db, "award_check", round_id=key, words=words, position=place)
    return key


def _write_phases(db: Database, key: str, seen: dict[RoundPhase, ScoresSeen]) -> None:
    for phase in RoundPhase:
        _write(db, "award_phase", round_id=key, phase=phase, scores_seen=seen.get(phase, ScoresSeen.NEVER))


def _write_criterion(
    db: Database, round_id: str, one: PlannedCriterion, category: str | None, place: int
) -> None:
    facts = {name: value for name, value in vars(one).items() if name not in ("category", "values")}
    key = _write(db, "award_criterion", round_id=round_id, category_id=category, position=place, **facts)
    for points, label in one.values:
        _write(db, "award_value", criterion_id=key, points=points, label=label)


def _write(db: Database, table: str, **facts: object) -> str:
    key = new_key()
    db.insert_row(table, {"id": key, **cells_of(facts)})
    return key
