from datetime import date

from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, Eligible, claimed, county, rule, worker
from workforce.funding.funds.items import FundItem
from workforce.funding.unclaimed.funds_open import open_funds
from workforce.funding.unclaimed.learner_facts import learner_claims, learners_at, training_of
from workforce.funding.unclaimed.who_could_learn import CouldLearn, Learning
from workforce.funding.vocabulary import Operator
from workforce.training.learners import add_learner, add_post
from workforce.training.records import add_record
from workforce.training.vocabulary import Employment, JobRole


def at(db: Database, held: Eligible, item: FundItem, service: str = "") -> Learning:
    ((one,), _) = open_funds(db, TODAY)
    services = {held.rosewood: [held.rosewood_house], held.hazel: [held.hazel_lodge]}
    found = CouldLearn(
        one, learners_at(db, TODAY), learner_claims(db, TODAY), services, training_of(db, TODAY), on=TODAY
    )
    return found.at(item, service or held.rosewood_house)


def completes(db: Database, held: Eligible, learner: str, course: str, day: date) -> None:
    add_record(db, course, held.rosewood, day, today=TODAY, learner_id=learner)


def test_the_next_level_counts_once(db: Database) -> None:
    held = county(db)
    worker(db, held.rosewood, "Ada")
    trained = worker(db, held.rosewood, "Bo")
    completes(db, held, trained.id, held.course_2.id, date(2018, 6, 1))
    assert [one.learner.name for one in at(db, held, held.level_2).counted] == ["Ada Example"]
    assert [one.learner.name for one in at(db, held, held.level_3).counted] == ["Bo Example"]
    assert at(db, held, held.level_2, held.hazel_lodge).counted == []


def test_who_completed_it_since_the_fund_opened_can_be_claimed_for(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    completes(db, held, ada.id, held.course_2.id, date(2019, 9, 10))
    rule(
        db,
        held.fund,
        "Within 3 months",
        "submitted_on",
        Operator.WITHIN_MONTHS_OF,
        "3",
        other_fact="completed_on",
    )
    found = at(db, held, held.level_2)
    assert (found.completed, found.next, found.until) == (1, 0, date(2019, 12, 10))
    assert at(db, held, held.level_3).counted == []  # counted once


def test_a_window_that_is_past_leaves_nobody(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    completes(db, held, ada.id, held.course_2.id, date(2019, 6, 1))
    rule(
        db,
        held.fund,
        "Within 3 months",
        "submitted_on",
        Operator.WITHIN_MONTHS_OF,
        "3",
        other_fact="completed_on",
    )
    assert at(db, held, held.level_2).counted == []


def test_who_was_claimed_for_is_not_counted_again(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    claimed(db, held, held.rosewood, learner_id=ada.id)
    assert at(db, held, held.level_2).counted == []
    assert at(db, held, held.level_3).counted == []


def test_whom_the_rules_leave_out_is_not_counted(db: Database) -> None:
    held = county(db)
    rule(db, held.fund, "No nurses", "job_role", Operator.IS_NOT, "registered_nurse")
    worker(db, held.rosewood, "Nurse", job_role=JobRole.REGISTERED_NURSE)
    assert at(db, held, held.level_2).counted == []


def test_what_is_still_to_be_asked_of_learners(db: Database) -> None:
    held = county(db)
    rule(db, held.fund, "A UK number", "has_ni_number", Operator.IS, "yes")
    worker(db, held.rosewood, "Ada")
    bo = add_learner(db, "Bo", "Example")
    add_post(db, bo.id, held.rosewood, job_role=JobRole.CARE_WORKER, employment=Employment.PERMANENT)
    assert at(db, held, held.level_2).missing == (
        "Ask of 1 of 2 learners: learner has a UK National Insurance number",
    )
