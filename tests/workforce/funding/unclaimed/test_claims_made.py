from datetime import date

from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, claimed, county, worker
from workforce.funding.unclaimed.claims_made import claims_made
from workforce.training.learners import add_post
from workforce.training.vocabulary import Employment, JobRole


def test_a_claim_is_of_the_service_that_it_names(db: Database) -> None:
    held = county(db)
    court = add_service(db, held.rosewood, name="Rosewood Court", kind=ServiceKind.RESIDENTIAL_HOME).id
    claimed(db, held, held.rosewood, service_id=held.rosewood_house)
    made = claims_made(db, held.fund.id, TODAY)
    assert made.has(held.level_2.id, held.rosewood_house, held.rosewood)
    assert not made.has(held.level_2.id, court, held.rosewood)
    assert not made.has(held.level_3.id, held.rosewood_house, held.rosewood)


def test_a_claim_is_of_the_service_where_its_learner_works(db: Database) -> None:
    held = county(db)
    court = add_service(db, held.rosewood, name="Rosewood Court", kind=ServiceKind.RESIDENTIAL_HOME).id
    ada = worker(db, held.rosewood, "Ada", court)
    add_post(db, ada.id, held.hazel, job_role=JobRole.CARE_WORKER, employment=Employment.PERMANENT)
    claimed(db, held, held.rosewood, learner_id=ada.id)
    made = claims_made(db, held.fund.id, TODAY)
    assert made.has(held.level_2.id, court, held.rosewood)
    assert not made.has(held.level_2.id, held.rosewood_house, held.rosewood)


def test_a_claim_of_which_only_the_provider_is_known_counts_for_each_of_its_services(db: Database) -> None:
    held = county(db)
    court = add_service(db, held.rosewood, name="Rosewood Court", kind=ServiceKind.RESIDENTIAL_HOME).id
    claimed(db, held, held.rosewood, item_id=None, course_id=held.course_2.id)
    made = claims_made(db, held.fund.id, TODAY)
    assert all(made.has(held.level_2.id, one, held.rosewood) for one in (court, held.rosewood_house))
    assert not made.has(held.level_2.id, held.hazel_lodge, held.hazel)


def test_other_years_and_later_days_do_not_count(db: Database) -> None:
    held = county(db)
    claimed(db, held, held.rosewood, year=2018)
    claimed(db, held, held.hazel, submitted_on=date(2019, 11, 1))
    assert not claims_made(db, held.fund.id, TODAY).has(held.level_2.id, held.rosewood_house, held.rosewood)
    assert not claims_made(db, held.fund.id, date(2019, 10, 31)).has(
        held.level_2.id, held.hazel_lodge, held.hazel
    )
    assert claims_made(db, held.fund.id, TODAY).has(held.level_2.id, held.hazel_lodge, held.hazel)


def test_what_is_begun_or_declined_is_remembered(db: Database) -> None:
    held = county(db)
    draft = claimed(db, held, held.rosewood, status="draft")
    declined = claimed(db, held, held.rosewood, status="declined")
    made = claims_made(db, held.fund.id, TODAY)
    assert made.remarks_on(held.level_2.id, held.rosewood_house, held.rosewood) == (
        f"Claim {draft.number} is begun and not submitted", f"Claim {declined.number} was declined",
    )  # fmt: skip
    assert not made.has(held.level_2.id, held.rosewood_house, held.rosewood)
