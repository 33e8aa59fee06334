"""The next round after the pattern of one: its rules, categories, criteria and checklist, and no person of it."""

from datetime import date

from awards.rounds.categories import categories
from awards.rounds.checklist import checklist
from awards.rounds.criteria import criteria, values_of
from awards.rounds.phase_plan import phases_of
from awards.rounds.rounds import AwardRound, add_round, award_round
from awards.rounds.shipped import PlannedCategory, PlannedCriterion, RoundPlan
from resources.database import Database


def next_round(db: Database, key: str, *, name: str, year: int, today: date) -> AwardRound:
    """A round like this one, open for nominations. Dates, embargo, ceremony and note are its own and begin empty."""
    held = award_round(db, key)
    return add_round(
        db, name, plan_of(db, key), year=year, today=today, word_limit=held.word_limit,
        most_finalists=held.most_finalists, least_scores=held.least_scores, tie_rule=held.tie_rule,
        may_not_award=held.may_not_award,
    )  # fmt: skip


def plan_of(db: Database, round_id: str) -> RoundPlan:
    """What a round would hand to the next."""
    held = categories(db, round_id)
    names = {one.id: one.name for one in held}
    return RoundPlan(
        tuple(
            PlannedCategory(one.name, one.nominee_kind, one.description, one.word_limit, one.most_finalists)
            for one in held
        ),
        tuple(
            PlannedCriterion(
                one.name, one.guidance, names.get(one.category_id or "", ""), one.weight, one.least, one.most,
                one.step, one.required, one.counts,
                tuple((value.points, value.label) for value in values_of(db, one.id)),
            )
            for one in criteria(db, round_id)
        ),
        tuple(one.words for one in checklist(db, round_id)),
        tuple((one.phase, one.scores_seen) for one in phases_of(db, round_id)),
    )  # fmt: skip
