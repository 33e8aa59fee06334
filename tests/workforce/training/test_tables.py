"""The tables of courses, sessions and learners."""

from datetime import date

from resources.database import Database
from tests.workforce.training.school import AFTER, TODAY, ULN, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book, cancel_booking
from workforce.training.learners import LEARNERS_NAMED, add_post
from workforce.training.same_learner import likely_same
from workforce.training.tables import (
    bookings_table,
    courses_table,
    learner_sessions_table,
    learners_table,
    likely_same_table,
    post_lines,
    posts_table,
    sessions_table,
)


def test_the_register_of_a_session_has_those_with_a_place_then_those_who_wait(db: Database) -> None:
    school = School(db)
    held = school.session(2)
    keys = {
        name: book(db, held.id, school.learner(name).id, today=TODAY).id
        for name in ("Zed Abbot", "Ada Young", "Ben Lund", "Cy Moss")
    }
    cancel_booking(db, keys["Zed Abbot"])
    table = bookings_table(db, held.id)
    assert [(row[0], row[3], row[4]) for row in table.rows] == [
        ("Ben Lund", "Booked", None),
        ("Ada Young", "Booked", None),
        ("Cy Moss", "Waiting list", 1),
        ("Zed Abbot", "Cancelled", None),
    ]
    assert table.exempt is LEARNERS_NAMED and table.base == "4 bookings."


def test_tables_of_everything(db: Database) -> None:
    school = School(db)
    held = school.session(2)
    ada = school.learner("Ada Example", service=school.house, uln=ULN)
    add_post(
        db,
        ada.id,
        school.alder,
        service_id=school.court,
        from_on=date(2019, 1, 1),
        until_on=date(2019, 6, 30),
    )
    mark = book(db, held.id, ada.id, today=TODAY)
    take_attendance(db, held.id, [mark.id], now=AFTER)
    assert sessions_table(db).rows == [
        (
            "Assisting and moving people",
            "2019-12-09T10:00:00+00:00",
            "Held",
            1,
            2,
            0,
            1,
            "County Hall",
            "Ada Example",
        )
    ]
    course = courses_table(db).rows[0]
    assert (course[0], course[5], course[6], course[10]) == ("Assisting and moving people", 1, 0, "Current")
    assert learners_table(db).rows == [
        ("Ada Example", "Rosewood Homes", "Rosewood House", "Care worker", ULN, 1, 1, "Current")
    ]
    assert [row[0] for row in posts_table(db, ada.id).rows] == ["Rosewood Homes", "Alder Care"]
    assert posts_table(db, ada.id).rows[1][4:] == ("2019-01-01", "2019-06-30")
    assert len(post_lines(db, ada.id)) == 2
    assert learner_sessions_table(db, ada.id).rows[0][2] == "Attended"


def test_a_session_without_bookings_counts_nobody(db: Database) -> None:
    School(db).session()
    assert sessions_table(db).rows[0][3:7] == (0, None, 0, 0)


def test_pairs_are_told_apart_by_where_they_work_and_their_number(db: Database) -> None:
    school = School(db)
    school.learner("Catherine Example", uln=ULN)
    school.learner("Catharine Example")
    table = likely_same_table(db, likely_same(db), TODAY)
    assert table.rows == [
        (
            f"Catherine Example, Rosewood Homes, ULN {ULN}",
            "Catharine Example, Rosewood Homes",
            "Like names at Rosewood Homes.",
        )
    ]
