import pytest

from resources.database import Database, history
from tests.workforce.funding.decisions.deciding import decided
from tests.workforce.funding.unclaimed.eligible import NOW, TODAY, claimed, county, worker
from workforce.funding.decisions.keeping import decision, decisions, decisions_of, is_decision
from workforce.funding.rulebook.editing import draft_of, edit_rule, remove_rule
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.vocabulary import Met, Outcome


def test_a_decision_keeps_its_facts_and_its_rules(db: Database) -> None:
    held = county(db)
    made = decided(db, held)
    assert made == decision(db, made.id)
    assert (made.outcome, made.as_at, made.decided_by, made.decided_at) == (
        Outcome.ELIGIBLE,
        TODAY,
        db.who,
        NOW,
    )
    assert made.facts["rating"] == "good"
    rules = rules_of(db, held.fund.id)
    assert list(made.rules) == rules
    assert [one.met for one in made.findings] == [Met.MET, Met.MET]
    changed = draft_of(rules[1])
    edit_rule(db, rules[1].id, type(changed)(**{**vars(changed), "value": "good", "words": "Not rated Good"}))
    remove_rule(db, rules[0].id)
    assert decision(db, made.id) == made  # whatever becomes of the rulebook


def test_decisions_of_what_they_are_about(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    claim = claimed(db, held, held.rosewood)
    of_service = decided(db, held)
    of_claim = decided(db, held, claim_id=claim.id, learner_id=ada.id, item_id=held.level_2.id)
    assert decisions_of(db, claim_id=claim.id) == [of_claim]
    assert decisions_of(db, learner_id=ada.id, provider_id=held.rosewood) == [of_claim]
    assert decisions_of(db, service_id=held.rosewood_house) == [of_claim, of_service]
    assert decisions(db) == [of_claim, of_service]
    assert decisions(db, fund_id="another") == []
    assert decisions(db, since=TODAY.replace(day=5)) == []
    assert is_decision(db, of_claim.id)
    assert not is_decision(db, claim.id)


def test_keeping_is_one_change_that_can_be_undone(db: Database) -> None:
    made = decided(db, county(db))
    assert (
        next(iter(history.entries(db, 1, 0))).action
        == "Kept what was decided of Rosewood Example Homes: Eligible"
    )
    history.undo(db)
    with pytest.raises(LookupError):
        decision(db, made.id)
