from datetime import date

from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, claimed, county, worker
from workforce.funding.unclaimed.learner_facts import (
    learner_claims,
    learners_at,
    posts_facts,
    training_of,
)
from workforce.training.learners import add_learner, add_post
from workforce.training.records import add_record
from workforce.training.vocabulary import Employment, JobRole


def test_employed_at_the_start(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada", from_on=date(2019, 5, 2), until_on=date(2019, 8, 1))
    days = (date(2019, 5, 1), date(2019, 5, 2), date(2019, 8, 1), date(2019, 8, 2))
    employed = [posts_facts(db, ada.id, held.rosewood, day, TODAY)["employed_at_start"] for day in days]
    assert employed == [False, True, True, False]
    assert posts_facts(db, ada.id, held.hazel, days[1], TODAY)["employed_at_start"] is False
    assert posts_facts(db, ada.id, held.rosewood, None, TODAY)["employed_at_start"] is None


def test_a_post_whose_beginning_is_not_known_says_nothing(db: Database) -> None:
    held = county(db)
    bo = add_learner(db, "Bo", "Example")
    assert posts_facts(db, bo.id, held.rosewood, TODAY, TODAY) == {
        "job_role": None, "employment": None, "employed_at_start": None,
    }  # fmt: skip
    add_post(db, bo.id, held.rosewood, job_role=JobRole.OTHER, employment=Employment.AGENCY)
    found = posts_facts(db, bo.id, held.rosewood, TODAY, TODAY)
    assert found == {"job_role": "other", "employment": "agency", "employed_at_start": None}


def test_claims_that_count_by_learner(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada")
    claimed(db, held, held.rosewood, learner_id=ada.id)
    claimed(db, held, held.rosewood, learner_id=ada.id, status="withdrawn")
    ((found,),) = learner_claims(db, TODAY).values()
    assert found.is_for(held.course_2.id, None)  # through what the fund pays for
    assert found.is_for(None, held.level_2.id)
    assert not found.is_for(held.course_3.id, held.level_2.id)
    assert learner_claims(db, date(2019, 9, 30)) == {}
    assert learner_claims(db, TODAY, learners=["another"]) == {}


def test_who_works_where_with_what_they_completed(db: Database) -> None:
    held = county(db)
    ada = worker(db, held.rosewood, "Ada", held.rosewood_house)
    worker(db, held.rosewood, "Gone", until_on=date(2019, 11, 3))
    add_record(db, held.course_2.id, held.rosewood, date(2019, 6, 1), today=TODAY, learner_id=ada.id)
    (found,) = learners_at(db, TODAY)
    assert (found.name, found.service_id, found.level) == ("Ada Example", held.rosewood_house, 2)
    assert found.completed_on(held.course_2.id) == date(2019, 6, 1)
    assert found.completed_on(held.course_3.id) is None
    assert training_of(db, TODAY) == {ada.id: frozenset({held.course_2.name})}
    assert training_of(db, date(2019, 5, 31), learners=[ada.id]) == {}
