"""What the matrix is made from."""

from datetime import date

from engagement.register.services import archive_service
from resources.database import Database, change
from tests.workforce.training.people import a_course, a_learner, a_post, a_service
from workforce.training.coverage import Holding
from workforce.training.matrix_reading import Elsewhere, TrainedElsewhere, read_facts
from workforce.training.records import add_record
from workforce.training.vocabulary import JobRole

ON = date(2020, 6, 1)


def test_people_are_where_they_work_that_day(db: Database) -> None:
    home, ada = a_service(db), a_learner(db)
    a_post(db, ada, home)
    facts = read_facts(db, [], on=ON, elsewhere=Elsewhere())
    assert facts.people == {(home.provider_id, home.id): [(ada, JobRole.CARE_WORKER)]}
    with change(db, "Ended the post"):
        db.update_row(
            "learner_post", str(db.value("select id from learner_post")), {"until_on": "2020-05-31"}
        )
    assert read_facts(db, [], on=ON, elsewhere=Elsewhere()).people == {}


def test_only_active_services_and_records_up_to_the_day(db: Database) -> None:
    course, home, gone = a_course(db), a_service(db), a_service(db, "The Limes")
    archive_service(db, gone.id, today=ON)
    add_record(db, course, home.provider_id, ON, today=ON, people=2)
    facts = read_facts(db, [course], on=ON, elsewhere=Elsewhere())
    assert list(facts.services) == list(facts.providers) == [home.provider_id]
    assert len(facts.of_groups[(home.provider_id, None), course]) == 1
    assert read_facts(db, [course], on=date(2020, 5, 31), elsewhere=Elsewhere()).of_groups == {}
    assert read_facts(db, [], on=ON, elsewhere=Elsewhere()).of_groups == {}


def test_what_another_source_tells_gets_its_last_day_from_the_course(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    with change(db, "Gave it a category"):
        db.update_row("course", course, {"category": "31"})
    place = (home.provider_id, home.id)
    told = [
        TrainedElsewhere(*place, "31", "one", date(2020, 1, 31), None),
        TrainedElsewhere(*place, "31", "two", None, date(2021, 1, 31)),
        TrainedElsewhere(*place, "31", "three", None, None),
        TrainedElsewhere(*place, "99", "four", ON, None),
    ]
    facts = read_facts(db, [course], on=ON, elsewhere=Elsewhere(told))
    assert facts.elsewhere == {
        (place, course): [
            Holding(date(2020, 1, 31), date(2021, 1, 31), "one"), Holding(date.min, date(2021, 1, 31), "two"),
        ]
    }  # fmt: skip


def test_of_one_provider_only_its_own_are_read_with_what_its_people_did_elsewhere(db: Database) -> None:
    course, home, other = a_course(db), a_service(db), a_service(db, "The Limes")
    ada, ben = a_learner(db), a_learner(db, "Ben")
    a_post(db, ada, home)
    a_post(db, ben, other)
    add_record(db, course, other.provider_id, ON, today=ON, service_id=other.id, learner_id=ada)
    add_record(db, course, other.provider_id, ON, today=ON, service_id=other.id, learner_id=ben)
    add_record(db, course, other.provider_id, ON, today=ON, service_id=other.id, people=2)
    add_record(db, course, home.provider_id, ON, today=ON, service_id=home.id, people=3)
    facts = read_facts(db, [course], on=ON, elsewhere=Elsewhere(), provider_id=home.provider_id)
    assert list(facts.services) == list(facts.providers) == [home.provider_id]
    assert list(facts.people) == [(home.provider_id, home.id)]
    assert list(facts.of_learner) == [(ada, course)]
    assert list(facts.of_groups) == [((home.provider_id, home.id), course)]


def test_a_service_that_was_sold_brings_what_is_kept_of_it(db: Database) -> None:
    course, home, other, ada = a_course(db), a_service(db), a_service(db, "The Limes"), a_learner(db)
    a_post(db, ada, home)
    add_record(db, course, home.provider_id, ON, today=ON, service_id=home.id, people=3)
    with change(db, "Sold it"):
        db.update_row("service", home.id, {"provider_id": other.provider_id})
    place = (other.provider_id, home.id)
    facts = read_facts(db, [course], on=ON, elsewhere=Elsewhere(), provider_id=other.provider_id)
    assert (list(facts.people), list(facts.of_groups)) == ([place], [(place, course)])
    before = read_facts(db, [course], on=ON, elsewhere=Elsewhere(), provider_id=home.provider_id)
    assert not before.people and not before.of_groups
