"""Training records as a table."""

from datetime import date

from resources.database import Database
from tests.workforce.training.people import a_course, a_learner, a_service
from workforce.training.learners import LEARNERS_NAMED
from workforce.training.records import add_record
from workforce.training.records_tables import RECORD_COLUMNS, group_words, record_rows, records_table
from workforce.training.requirements import add_requirement

ON = date(2020, 6, 1)


def test_each_record_says_whose_it_is_and_how_it_stands(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    group = add_record(
        db, course, home.provider_id, date(2019, 8, 1), today=ON, service_id=home.id, people=3, of_people=4
    )
    named = add_record(db, course, home.provider_id, date(2020, 2, 1), today=ON, learner_id=a_learner(db))
    keys, rows = record_rows(db, on=ON)
    assert keys == [named.id, group.id]
    assert [(row[1], row[3]) for row in rows] == [
        ("Ada Example", "Active"),
        ("3 of 4 workers", "Expiring soon"),
    ]
    assert record_rows(db, on=ON, key=group.id)[0] == [group.id]
    table = records_table(db, on=ON)
    assert (table.exempt, table.base, len(table.rows[0])) == (
        LEARNERS_NAMED,
        "2 records",
        len(RECORD_COLUMNS),
    )


def test_the_window_is_that_of_the_requirement(db: Database) -> None:
    course, home = a_course(db), a_service(db)
    add_record(db, course, home.provider_id, date(2019, 8, 1), today=ON)
    add_requirement(db, course, soon_days=60)
    assert record_rows(db, on=ON)[1][0][3] == "Active"
    assert record_rows(db, on=date(2020, 6, 2))[1][0][3] == "Expiring soon"


def test_groups_in_words() -> None:
    assert group_words(1, None, None) == "1 worker"
    assert group_words(12, 20, "care_worker") == "12 of 20 workers, Care worker"
