"""The sample county's claims."""

from collections import Counter
from datetime import date

import pytest

from resources.database import Database
from tests.workforce.funding.claims.claiming import county, learner_at
from workforce.funding.claims.approving import steps_of
from workforce.funding.claims.claims import claims
from workforce.funding.claims.concerns import problems
from workforce.funding.claims.duplicates import duplicates
from workforce.funding.claims.steps import same_person
from workforce.funding.funds.balance import pots_of
from workforce.funding.funds.funds import funds
from workforce.funding.vocabulary import ClaimStatus
from workforce.sample.claims import add_claims
from workforce.sample.funds import add_funds
from workforce.training.learners import add_post
from workforce.training.shipped_courses import add_shipped_courses
from workforce.training.vocabulary import Employment, JobRole

TODAY = date(2026, 11, 22)


@pytest.fixture
def staffed(db: Database) -> Database:
    """Learners at two providers, one of them at both."""
    all_of = county(db)
    add_shipped_courses(db)
    for number in range(45):
        learner_at(db, (all_of.rosewood, all_of.hazel)[number % 2], f"Given{number}", "Sampleton")
    add_post(db, all_of.ada.id, all_of.hazel, job_role=JobRole.CARE_WORKER, employment=Employment.PERMANENT)
    add_funds(db, today=TODAY)
    return db


def test_claims_stand_at_every_step_and_overspend_nothing(staffed: Database) -> None:
    add_claims(staffed, today=TODAY)
    states = Counter(one.status for one in claims(staffed))
    assert {ClaimStatus.DRAFT, ClaimStatus.SUBMITTED, ClaimStatus.APPROVED_BY_STAFF, ClaimStatus.PAID,
            ClaimStatus.DECLINED, ClaimStatus.CHANGES_REQUESTED_STAFF} <= set(states)  # fmt: skip
    ours = [one for one in funds(staffed) if one.is_ours]
    assert all(found.free >= 0 for one in ours for found in pots_of(staffed, one.id).values())
    assert any("before Workforce Development Fund opened" in told for told in _told(staffed))


def test_no_one_person_gave_both_approvals(staffed: Database) -> None:
    add_claims(staffed, today=TODAY)
    for one in claims(staffed):
        by = {step.to_status: step.by for step in steps_of(staffed, one.id)}
        officer, finance = by.get(ClaimStatus.APPROVED_BY_STAFF), by.get(ClaimStatus.APPROVED_BY_FINANCE)
        assert officer is None or finance is None or not same_person(officer, finance)
    assert staffed.who == "Test Officer"


@pytest.mark.parametrize("day", [date(2026, 4, 1), date(2026, 6, 1), date(2027, 3, 31)])
def test_it_is_made_on_any_day(db: Database, day: date) -> None:
    all_of = county(db)
    add_funds(db, today=day)
    add_claims(db, today=day)
    assert all(one.submitted_on is None or one.submitted_on <= day for one in claims(db))
    assert duplicates(db) == [] and all_of.fund in funds(db)


def _told(db: Database) -> list[str]:
    drafts = claims(db, status=ClaimStatus.DRAFT)
    return [told for one in drafts for told in problems(db, one, today=TODAY)]
