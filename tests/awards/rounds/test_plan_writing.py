"""A plan is written whole: each criterion in its category, each value to its criterion."""

from awards.rounds.categories import categories
from awards.rounds.copying import plan_of
from awards.rounds.criteria import criteria
from awards.rounds.plan_writing import write_round
from awards.rounds.shipped import SHIPPED, PlannedCategory, PlannedCriterion, RoundPlan
from awards.vocabulary import NomineeKind, RoundPhase, ScoresSeen
from resources.database import Database, change

PLAN = RoundPlan(
    (PlannedCategory("Team", NomineeKind.TEAM, word_limit=200),),
    (
        PlannedCriterion("Values", values=((100, "Little"), (500, "Much"))),
        PlannedCriterion("Together", category="Team", weight=25, step=50, required=False),
    ),
    ("Works here",),
    ((RoundPhase.SCORE, ScoresSeen.ALWAYS),),
)


def test_what_is_planned_is_what_is_kept(db: Database) -> None:
    with change(db, "Wrote it"):
        key = write_round(db, {"name": "Small", "year": 2026}, PLAN)
    (team,) = categories(db, key)
    assert (team.name, team.position, team.word_limit) == ("Team", 1, 200)
    assert [(one.name, one.category_id) for one in criteria(db, key)] == [
        ("Values", None),
        ("Together", team.id),
    ]
    read = plan_of(db, key)
    assert (read.categories, read.criteria, read.checks) == (PLAN.categories, PLAN.criteria, PLAN.checks)
    assert dict(read.scores_seen) == {
        phase: ScoresSeen.ALWAYS if phase is RoundPhase.SCORE else ScoresSeen.NEVER for phase in RoundPhase
    }


def test_what_ships_hangs_together() -> None:
    names = [one.name for one in SHIPPED.categories]
    assert len(names) == len(set(names)) == 7
    assert {one.category for one in SHIPPED.criteria if one.category} == set(names)
    assert all(
        points in range(one.least, one.most + 1, one.step)
        for one in SHIPPED.criteria
        for points, _ in one.values
    )
