"""The matrix as the page and the command line show it."""

from datetime import date

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.training.people import a_course, a_service
from workforce.training.matrix import matrix, provider_training
from workforce.training.matrix_reading import Elsewhere
from workforce.training.matrix_tables import (
    HOW_TO_READ,
    NOT_REQUIRED,
    matrix_columns,
    matrix_row,
    matrix_table,
    provider_table,
    required_table,
)
from workforce.training.records import add_record
from workforce.training.requirements import add_requirement
from workforce.training.vocabulary import JobRole

ON = date(2020, 6, 1)


def test_a_column_for_each_required_course_and_words_in_every_cell(db: Database) -> None:
    home = a_service(db)
    a_service(db, "Kindly", ServiceKind.HOME_CARE)
    course, other = a_course(db), a_course(db, "Lone Working")
    add_requirement(db, course)
    add_requirement(db, other, kind=ServiceKind.HOME_CARE, source="Policy 4")
    add_record(
        db, course, home.provider_id, date(2019, 5, 1), today=ON, service_id=home.id, people=9, of_people=9
    )
    table = matrix_table(matrix(db, on=ON))
    assert [one.heading for one in table.columns][:6] == [
        "Provider", "Missing", "Expired", "Expiring soon", "Lone Working", "Moving and Handling",
    ]  # fmt: skip
    assert table.rows[0][:6] == ("Kindly Ltd", 2, 0, 0, "Missing", "Missing")
    assert table.rows[1][:6] == ("Rosewood House Ltd", 0, 1, 0, NOT_REQUIRED, "Expired, 0 of 9")
    assert table.base == "2 providers, 2 required courses"
    assert HOW_TO_READ in table.notes
    found = matrix(db, on=ON)
    assert len(matrix_row(found.rows[0], list(found.courses))) == len(matrix_columns(found))


def test_one_provider_by_course_and_service(db: Database) -> None:
    home = a_service(db)
    add_requirement(db, a_course(db))
    table = provider_table(db, "Rosewood", provider_training(db, home.provider_id, on=ON), on=ON)
    assert list(table.rows) == [("Moving and Handling", "Missing", "")]
    a_service(db, "The Limes", provider=home.provider_id)
    table = provider_table(db, "Rosewood", provider_training(db, home.provider_id, on=ON), on=ON)
    assert list(table.rows) == [
        ("Moving and Handling", "Missing", "", "Rosewood House"), ("Moving and Handling", "Missing", "", "The Limes"),
    ]  # fmt: skip
    assert table.base == "1 required course"


def test_what_is_required(db: Database) -> None:
    add_requirement(db, a_course(db), kind=ServiceKind.HOME_CARE, from_on=ON, soon_days=30, source="Policy 4")
    assert list(required_table(db).rows) == [
        ("Moving and Handling", "Home care", "All staff", 30, "2020-06-01", None, "Policy 4")
    ]


def test_what_is_not_known_by_role_is_said_of_one_provider(db: Database) -> None:
    home, course = a_service(db), a_course(db)
    add_requirement(db, course, job_role=JobRole.CARE_WORKER)
    told = Elsewhere((), {(home.provider_id, home.id): 9})
    found = provider_training(db, home.provider_id, on=ON, elsewhere=told)
    assert [row[:3] for row in provider_table(db, "Rosewood", found, on=ON).rows] == [
        ("Moving and Handling", "Missing", "Not known by role")
    ]
