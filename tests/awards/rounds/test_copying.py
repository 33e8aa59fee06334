"""The next round is like this one, without anybody of it."""

from datetime import date

from awards.rounds.categories import add_category
from awards.rounds.checklist import add_check, checklist
from awards.rounds.copying import next_round, plan_of
from awards.rounds.criteria import add_criterion
from awards.rounds.phase_plan import phases_of, set_phase
from awards.rounds.rounds import edit_round
from awards.vocabulary import NomineeKind, RoundPhase, ScoresSeen, TieRule
from resources.database import Database
from tests.awards.gala import Gala


def test_rules_categories_criteria_and_checklist_go_on_and_nobody_else(db: Database) -> None:
    gala = Gala(db)
    db_round = edit_round(db, gala.round_id, tie_rule=TieRule.JOINT, least_scores=5, note="x", event_id="e")
    lifetime = add_category(db, gala.round_id, "Lifetime", NomineeKind.INDIVIDUAL)
    add_criterion(db, gala.round_id, "Years", category_id=lifetime.id, weight=5)
    add_check(db, gala.round_id, "Was asked for a photograph")
    set_phase(
        db, gala.round_id, RoundPhase.SCORE, from_on=date(2026, 10, 1), scores_seen=ScoresSeen.AFTER_OWN
    )
    gala.judging(gala.nominate().id)
    gala.judge()
    gala.at(RoundPhase.SCORE)
    made = next_round(db, gala.round_id, name="Proud to Care 2027", year=2027, today=date(2026, 12, 20))
    assert (made.tie_rule, made.least_scores, made.phase) == (TieRule.JOINT, 5, RoundPhase.NOMINATE)
    assert (made.note, made.event_id, made.embargo_until) == ("", "", None)
    assert plan_of(db, made.id) == plan_of(db, db_round.id)
    assert len(checklist(db, made.id)) == 7
    assert all(one.from_on is None for one in phases_of(db, made.id))
    for table in ("award_entry", "panel_member"):
        assert db.value(f"select count(*) from {table} where round_id = ?", (made.id,)) == 0
