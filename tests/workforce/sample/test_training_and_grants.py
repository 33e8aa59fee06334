"""The whole of the sample county's training and grants, made in its order."""

from datetime import date

from resources.database import Database
from tests.workforce.training.people import a_service
from workforce.sample import add_training_and_grants

TODAY = date(2026, 11, 22)


def test_a_register_without_a_service_gets_nothing(db: Database) -> None:
    add_training_and_grants(db, today=TODAY)
    assert db.value("select count(*) from course") == db.value("select count(*) from fund") == 0


def test_each_part_is_there(db: Database) -> None:
    for number in range(40):
        a_service(db, f"Quillbrook {number}")
    add_training_and_grants(db, today=TODAY)
    for table in (
        "course",
        "learner",
        "fund",
        "rule",
        "training_record",
        "training_requirement",
        "project",
    ):
        assert db.value(f"select count(*) from {table}"), table
