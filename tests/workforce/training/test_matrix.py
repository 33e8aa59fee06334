"""The matrix of provider and course, from learners, groups and another source."""

import time
from datetime import date

import pytest

from engagement.register.council import set_council
from engagement.register.services import move_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from tests.workforce.training.people import a_course, a_learner, a_post, a_service
from workforce.training.matrix import Matrix, matrix, provider_training
from workforce.training.matrix_reading import Elsewhere, Place, TrainedElsewhere
from workforce.training.records import add_record
from workforce.training.requirements import add_requirement
from workforce.training.vocabulary import JobRole

ON, DONE = date(2020, 6, 1), date(2020, 2, 10)


def cells(found: Matrix) -> dict[str, dict[str, str]]:
    return {
        row.provider: {found.courses[key]: one.words for key, one in row.covers.items()} for row in found.rows
    }


def test_only_what_is_required_of_a_kind_is_asked_of_its_providers(db: Database) -> None:
    home, agency = a_service(db), a_service(db, "Kindly", ServiceKind.HOME_CARE)
    add_requirement(db, a_course(db, "Fire Safety"))
    add_requirement(db, a_course(db, "Lone Working"), kind=ServiceKind.HOME_CARE)
    add_requirement(db, a_course(db, "Dialysis"), kind=ServiceKind.NURSING_HOME)
    a_course(db, "Baking")
    found = matrix(db, on=ON)
    assert list(found.courses.values()) == ["Fire Safety", "Lone Working"]
    assert cells(found) == {
        "Kindly Ltd": {"Fire Safety": "Missing", "Lone Working": "Missing"},
        "Rosewood House Ltd": {"Fire Safety": "Missing"},
    }
    assert {row.provider_id for row in found.rows} == {home.provider_id, agency.provider_id}


def test_groups_and_named_learners_at_one_service(db: Database) -> None:
    course, home, ada, ben = a_course(db), a_service(db), a_learner(db), a_learner(db, "Ben")
    add_requirement(db, course)
    a_post(db, ada, home)
    a_post(db, ben, home)
    add_record(db, course, home.provider_id, DONE, today=ON, learner_id=ada)
    assert cells(matrix(db, on=ON)) == {"Rosewood House Ltd": {"Moving and Handling": "Missing, 1 of 2"}}
    add_record(db, course, home.provider_id, DONE, today=ON, service_id=home.id, people=14, of_people=14)
    assert cells(matrix(db, on=ON)) == {"Rosewood House Ltd": {"Moving and Handling": "Active, 14 of 14"}}


def test_what_somebody_learnt_goes_with_them_to_their_next_post(db: Database) -> None:
    course, home, other, ada = a_course(db), a_service(db), a_service(db, "The Limes"), a_learner(db)
    add_requirement(db, course)
    a_post(db, ada, other)
    add_record(db, course, home.provider_id, DONE, today=ON, service_id=home.id, learner_id=ada)
    found = cells(matrix(db, on=ON))
    assert found["The Limes Ltd"] == {"Moving and Handling": "Active, 1 of 1"}
    assert found["Rosewood House Ltd"] == {"Moving and Handling": "Missing"}


def test_a_learner_without_a_post_is_where_the_record_is(db: Database) -> None:
    course, home, ada = a_course(db), a_service(db), a_learner(db)
    add_requirement(db, course)
    add_record(db, course, home.provider_id, DONE, today=ON, learner_id=ada)
    assert cells(matrix(db, on=ON))["Rosewood House Ltd"] == {"Moving and Handling": "Active, 1 of 1"}


def test_another_source_counts_by_the_category_of_the_course(db: Database) -> None:
    home, key = a_service(db), new_key()
    with change(db, "Added a course"):
        db.insert_row(
            "course",
            {"id": key, "name": "Fire Safety", "kind": "course", "category": "7", "valid_months": 12},
        )
    add_requirement(db, key)
    trained = [
        TrainedElsewhere(home.provider_id, home.id, "7", "one", DONE, None),
        TrainedElsewhere(home.provider_id, home.id, "7", "two", date(2019, 5, 31), None),
        TrainedElsewhere(home.provider_id, home.id, "7", "three", None, None),
        TrainedElsewhere(home.provider_id, home.id, "8", "four", DONE, None),
    ]
    told = Elsewhere(trained, {(home.provider_id, home.id): 2})
    assert cells(matrix(db, on=ON, elsewhere=told))["Rosewood House Ltd"] == {
        "Fire Safety": "Expired, 1 of 2"
    }


def test_several_services_of_a_provider_stand_with_the_worst(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    other = a_service(db, "The Limes", provider=home.provider_id)
    add_requirement(db, course)
    add_record(db, course, home.provider_id, DONE, today=ON, service_id=home.id, people=20, of_people=20)
    assert cells(matrix(db, on=ON))["Rosewood House Ltd"] == {"Moving and Handling": "Missing, 20 people"}
    add_record(db, course, home.provider_id, DONE, today=ON, service_id=other.id, people=5, of_people=8)
    assert cells(matrix(db, on=ON))["Rosewood House Ltd"] == {"Moving and Handling": "Missing, 25 of 28"}
    each = provider_training(db, home.provider_id, on=ON)
    assert {(one.service_id, one.cover.words) for one in each} == {
        (home.id, "Active, 20 of 20"), (other.id, "Missing, 5 of 8"),
    }  # fmt: skip


def test_what_is_kept_of_a_service_goes_with_it_to_another_provider(db: Database) -> None:
    course, home, ada = a_course(db), a_service(db), a_learner(db)
    other = a_service(db, "The Limes")
    add_requirement(db, course)
    a_post(db, ada, home)
    add_record(db, course, home.provider_id, DONE, today=ON, service_id=home.id, people=5, of_people=5)
    move_service(db, home.id, other.provider_id)
    found = provider_training(db, other.provider_id, on=ON)
    assert {(one.service_id, one.cover.words) for one in found} == {
        (home.id, "Active, 5 of 5"),
        (other.id, "Missing"),
    }


def test_records_of_a_provider_as_a_whole_stand_for_services_of_which_nothing_is_known(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    a_service(db, "The Limes", provider=home.provider_id)
    add_requirement(db, course)
    add_record(db, course, home.provider_id, DONE, today=ON, people=30, of_people=30)
    assert cells(matrix(db, on=ON))["Rosewood House Ltd"] == {"Moving and Handling": "Active, 30 of 30"}
    assert [one.service_id for one in provider_training(db, home.provider_id, on=ON)] == [None]


def test_of_a_role_alone(db: Database) -> None:
    course, home, ada, ben = a_course(db), a_service(db), a_learner(db), a_learner(db, "Ben")
    add_requirement(db, course, job_role=JobRole.REGISTERED_MANAGER)
    a_post(db, ada, home, "registered_manager")
    a_post(db, ben, home)
    add_record(db, course, home.provider_id, DONE, today=ON, learner_id=ada)
    told = Elsewhere([], {(home.provider_id, home.id): 40})
    assert cells(matrix(db, on=ON, elsewhere=told))["Rosewood House Ltd"] == {
        "Moving and Handling": "Active, 1 of 1"
    }


def test_of_a_role_by_the_job_roles_of_another_source(db: Database) -> None:
    home, other = a_service(db), a_service(db, "The Limes")
    key = new_key()
    with change(db, "Added a course"):
        db.insert_row("course", {"id": key, "name": "Fire Safety", "kind": "course", "category": "7"})
    add_requirement(db, key, job_role=JobRole.CARE_WORKER)
    here: Place = (home.provider_id, home.id)
    there: Place = (other.provider_id, other.id)
    trained = [
        TrainedElsewhere(*here, "7", "one", DONE, None, JobRole.CARE_WORKER),
        TrainedElsewhere(*here, "7", "two", DONE, None, JobRole.REGISTERED_NURSE),
        TrainedElsewhere(*here, "7", "three", DONE, None),
        TrainedElsewhere(*there, "7", "four", DONE, None),
    ]
    in_role = {(here, JobRole.CARE_WORKER): 2, (here, JobRole.REGISTERED_NURSE): 1}
    told = Elsewhere(trained, {here: 5, there: 3}, in_role)
    assert cells(matrix(db, on=ON, elsewhere=told)) == {
        "Rosewood House Ltd": {"Fire Safety": "Missing, 1 of 2"},
        "The Limes Ltd": {"Fire Safety": "Missing, not known by role"},
    }
    # where roles are known and nobody is in this one, nobody tells of anybody
    told = Elsewhere(trained[1:], {here: 5}, {(here, JobRole.REGISTERED_NURSE): 1})
    assert cells(matrix(db, on=ON, elsewhere=told))["Rosewood House Ltd"] == {"Fire Safety": "Missing"}


@pytest.mark.parametrize(("soon", "status"), [(30, "Active"), (90, "Expiring soon")])
def test_the_window_is_the_requirement_s(db: Database, soon: int, status: str) -> None:
    course, home = a_course(db), a_service(db)
    add_requirement(db, course, soon_days=soon)
    add_record(
        db, course, home.provider_id, DONE, today=ON, people=2, of_people=2, expires_on=date(2020, 8, 1)
    )
    assert cells(matrix(db, on=ON))["Rosewood House Ltd"] == {"Moving and Handling": f"{status}, 2 of 2"}


def test_services_of_other_councils_are_left_out(db: Database) -> None:
    home, far = a_service(db), a_service(db, "Far Away")
    set_council(db, "Nottinghamshire")
    with change(db, "Placed them"):
        db.update_row("service", home.id, {"authority": "Nottinghamshire"})
        db.update_row("service", far.id, {"authority": "Leeds"})
    add_requirement(db, a_course(db))
    assert list(cells(matrix(db, on=ON))) == ["Rosewood House Ltd"]
    a_service(db, "Typed by hand")  # of which no authority is known
    assert list(cells(matrix(db, on=ON))) == ["Rosewood House Ltd", "Typed by hand Ltd"]


def test_forty_courses_of_three_hundred_providers_are_quick(db: Database) -> None:
    courses = [a_course(db, f"Course {number}") for number in range(40)]
    places = [a_service(db, f"Home {number}") for number in range(300)]
    with change(db, "Filled it"):
        for course in courses:
            add_requirement(db, course)
        db.insert_rows(
            "training_record",
            (
                "id", "course_id", "provider_id", "service_id", "people", "of_people", "completed_on", "expires_on",
                "source",
            ),
            [
                (new_key(), course, one.provider_id, one.id, 9, 12, "2020-02-10", "2021-02-10", "file")
                for one in places
                for course in courses[::2]
            ],
        )  # fmt: skip
    begun = time.perf_counter()
    found = matrix(db, on=ON)
    assert time.perf_counter() - begun < 3
    assert len(found.rows) == 300 and len(found.courses) == 40
    assert found.rows[0].covers[courses[0]].words == "Missing, 9 of 12"
