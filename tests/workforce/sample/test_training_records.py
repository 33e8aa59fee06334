"""The sample county's training records."""

from datetime import date

import pytest

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.training.people import a_service
from workforce.sample.learning import MEDICATION, MOVING
from workforce.sample.training_records import add_training_records
from workforce.training.courses import course_named
from workforce.training.matrix import matrix
from workforce.training.records import records
from workforce.training.requirements import requirements
from workforce.training.shipped_courses import add_shipped_courses
from workforce.training.vocabulary import TrainingStatus

TODAY = date(2026, 11, 22)


@pytest.fixture
def places(db: Database) -> Database:
    add_shipped_courses(db)
    kinds = (ServiceKind.NURSING_HOME, ServiceKind.HOME_CARE, ServiceKind.SUPPORTED_LIVING)
    for number in range(24):
        a_service(db, f"Quillbrook {number}", kinds[number % 3])
    return db


def test_some_have_what_is_required_and_some_do_not(places: Database) -> None:
    made = add_training_records(places, today=TODAY)
    assert len(records(places)) == made > 100
    assert {one.course_id for one in requirements(places)} >= {
        course.id for name in (MOVING, MEDICATION) if (course := course_named(places, name))
    }
    found = matrix(places, on=TODAY)
    statuses = {cover.status for row in found.rows for cover in row.covers.values()}
    assert {TrainingStatus.MISSING, TrainingStatus.ACTIVE} <= statuses


def test_nothing_lies_ahead_and_nobody_is_counted_beyond_the_staff(places: Database) -> None:
    add_training_records(places, today=TODAY)
    assert all(
        one.completed_on < TODAY and one.people <= (one.of_people or one.people) for one in records(places)
    )
    assert len({one.provider_id for one in records(places)}) == 24
