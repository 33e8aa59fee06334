from dataclasses import replace
from datetime import date

from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from tests.workforce.funding.unclaimed.eligible import TODAY, claimed, county, worker
from workforce.funding.claims.claims import ClaimDraft
from workforce.funding.funds.items import edit_item
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.unclaimed.gathering import facts_of_claim, facts_of_services
from workforce.funding.vocabulary import ClaimPart, Subject
from workforce.training.courses import edit_course
from workforce.training.records import add_record


def test_every_fact_of_a_service_is_gathered(db: Database) -> None:
    held = county(db)
    claimed(db, held, held.rosewood)
    found = facts_of_services(db, fund_id=held.fund.id, on=TODAY)
    asked = {fact.name for fact in FACTS.values() if fact.subject is Subject.SERVICE}
    assert found[held.rosewood_house].keys() == asked
    assert (found[held.rosewood_house]["claims_this_year"], found[held.rosewood_house]["claimed_this_year"]) == (
        1, 150_000,
    )  # fmt: skip
    assert found[held.hazel_lodge]["claims_this_year"] == 0


def test_every_fact_of_a_claim_is_gathered(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    edit_course(db, held.course_2.id, credits=46)
    claimed(db, held, held.rosewood, learner_id=ada.id, item_id=held.level_3.id)
    add_record(db, held.course_3.id, held.rosewood, date(2019, 6, 1), today=TODAY, learner_id=ada.id)
    made = claimed(
        db, held, held.rosewood, learner_id=ada.id, started_on=date(2019, 5, 1), cost_paid_on=date(2019, 6, 1),
        completed_on=date(2019, 9, 1),
    )  # fmt: skip
    found = facts_of_claim(db, made.id, on=TODAY)
    assert found.keys() == FACTS.keys()
    assert found["paid_and_started_on"] == date(2019, 6, 1)
    assert (found["pence"], found["item_pays"], found["credits"]) == (150_000, 154_000, 46)
    assert (found["job_role"], found["employed_at_start"], found["has_ni_number"]) == (
        "care_worker",
        True,
        True,
    )
    assert (found["learner_claimed_this_year"], found["provider_claimed_this_year"]) == (300_000, 300_000)
    assert found["learner_credits_this_year"] == 46
    assert found["learner_claimed_before"] is False
    assert found["learner_training_held"] == frozenset({held.course_3.name})
    assert found["evidence_complete"] is True  # nothing is asked for
    assert found["claims_this_year"] == 1  # without this one


def test_a_draft_is_asked_as_a_claim_is(db: Database) -> None:
    held = county(db)
    draft = ClaimDraft(held.fund.id, held.rosewood, 10_000, item_id=held.level_2.id)
    found = facts_of_claim(db, draft, on=TODAY)
    assert found["kind"] == "residential_home"  # of its only service
    assert found["paid_and_started_on"] is None
    assert "job_role" not in found  # there is no learner to ask about
    add_service(db, held.rosewood, name="Rosewood Court", kind=ServiceKind.RESIDENTIAL_HOME)
    assert "kind" not in facts_of_claim(db, draft, on=TODAY)
    assert facts_of_claim(db, replace(draft, service_id=held.rosewood_house), on=TODAY)["rating"] == "good"


def test_the_same_course_claimed_before_is_found_and_its_other_part_is_not(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    claimed(db, held, held.hazel, learner_id=ada.id, part=ClaimPart.FIRST)
    again = ClaimDraft(held.fund.id, held.rosewood, 10_000, item_id=held.level_2.id, learner_id=ada.id)
    assert facts_of_claim(db, again, on=TODAY)["learner_claimed_before"] is True
    second = replace(again, part=ClaimPart.SECOND)
    assert facts_of_claim(db, second, on=TODAY)["learner_claimed_before"] is False


def test_evidence_is_complete_when_every_line_was_seen(db: Database) -> None:
    held = county(db)
    edit_item(db, held.level_2.id, evidence="Copy of the certificate\nProof of payment")
    made = claimed(db, held, held.rosewood)
    seen = []
    for what in ("Proof of  payment", "copy of the certificate"):
        with change(db, f"Saw {what}"):
            row = {"id": new_key(), "claim_id": made.id, "what": what, "seen_on": "2019-10-01"}
            db.insert_row("claim_evidence", row)
        seen.append(facts_of_claim(db, made, on=TODAY)["evidence_complete"])
    assert seen == [False, True]
