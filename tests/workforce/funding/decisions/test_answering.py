from datetime import date, timedelta

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database
from tests.workforce.funding.decisions.deciding import decided
from tests.workforce.funding.unclaimed.eligible import NOW, TODAY, claimed, county, rule
from workforce.funding.decisions.answering import (
    ChangedFact,
    answers_now,
    decide_again,
    summary,
)
from workforce.funding.decisions.keeping import decision, decisions, keep_decision
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.editing import remove_rule
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.gathering import facts_of_claim
from workforce.funding.vocabulary import Operator, Outcome


def test_a_rating_that_arrives_late_is_found_and_said(db: Database) -> None:
    held = county(db)
    made = decided(db, held)
    assert answers_now(db) == []
    record_rating(
        db, held.rosewood_house, Rating.INADEQUATE, date(2019, 11, 1), today=TODAY + timedelta(days=20)
    )
    (found,) = answers_now(db)
    assert (found.kept, found.now.outcome) == (made, Outcome.NOT_ELIGIBLE)
    assert found.sentence == (
        "Rosewood House: the answer was “eligible” for Learning Example Fund, as at 4 November 2019. With what is "
        "known today of that day it is “not eligible”: overall CQC rating was known as Good and is now known as "
        "Inadequate. The decision stays as it was made."
    )
    assert summary([found]) == "1 past decision would come out differently with what is known today"
    assert decision(db, made.id) == made  # nothing is lost


def test_a_rating_of_a_later_day_changes_nothing(db: Database) -> None:
    held = county(db)
    decided(db, held)
    later = TODAY + timedelta(days=1)
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, later, today=later)
    assert answers_now(db) == []


def test_the_rules_of_that_day_are_held_against_it(db: Database) -> None:
    held = county(db)
    decided(db, held)
    rule(db, held.fund, "Nobody at all", "kind", Operator.IS, "shared_lives")
    assert answers_now(db) == []  # a rule that was written since decides nothing of then
    remove_rule(db, rules_of(db, held.fund.id)[1].id)
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, TODAY, today=TODAY)
    assert [one.now.outcome for one in answers_now(db)] == [Outcome.NOT_ELIGIBLE]


def test_today_s_answer_is_kept_beside_and_settles_it(db: Database) -> None:
    held = county(db)
    made = decided(db, held)
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, TODAY, today=TODAY)
    again = decide_again(db, made.id, now=NOW + timedelta(days=3))
    assert (again.outcome, again.as_at, again.rules) == (Outcome.NOT_ELIGIBLE, made.as_at, made.rules)
    assert decisions(db) == [again, made]
    assert answers_now(db) == []


def test_a_decision_of_a_claim_is_held_against_the_claim_as_it_is_known(db: Database) -> None:
    held = county(db)
    claim = claimed(db, held, held.rosewood, service_id=held.rosewood_house)
    facts = facts_of_claim(db, claim, on=TODAY)
    answer = decide(rules_of(db, held.fund.id), facts, on=TODAY)
    keep_decision(db, answer, facts, fund_id=held.fund.id, provider_id=held.rosewood, item_id=held.level_2.id,
                  service_id=held.rosewood_house, claim_id=claim.id, as_at=TODAY, now=NOW)  # fmt: skip
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, TODAY, today=TODAY)
    (found,) = answers_now(db, since=TODAY)
    assert found.what_for == "Level 2 Example Certificate (Learning Example Fund)"
    assert f", claim {claim.number}." in found.sentence
    assert answers_now(db, since=TODAY + timedelta(days=1)) == []


def test_what_was_not_known_or_is_not_any_more() -> None:
    assert (
        ChangedFact("rating", None, "good").words
        == "overall CQC rating was not known and is now known as Good"
    )
    assert (
        ChangedFact("rating", "good", None).words
        == "overall CQC rating was known as Good and is now not known"
    )
