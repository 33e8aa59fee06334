"""Attendance: who came, and the training records that it makes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.training.school import AFTER, ENDS, STARTS, TODAY, School
from workforce.training.attendance import (
    mark_attended,
    mark_no_show,
    take_attendance,
    take_back_attendance,
    to_mark,
)
from workforce.training.bookings import book, booking, cancel_booking
from workforce.training.courses import add_course
from workforce.training.records import records_of
from workforce.training.sessions import cancel_session, plan_session, training_session
from workforce.training.vocabulary import BookingStatus, CourseKind, JobRole, RecordSource, SessionStatus


@pytest.fixture
def school(db: Database) -> School:
    return School(db)


def booked(school: School, session: str, *names: str) -> list[str]:
    return [book(school.db, session, school.learner(name).id, today=TODAY).id for name in names]


def test_who_came_has_a_record_and_who_did_not_has_none(school: School) -> None:
    db, held = school.db, school.session(2)
    ada, ben, cy, di = booked(school, held.id, "Ada Example", "Ben Lund", "Cy Moss", "Di Nye")
    taken = take_attendance(db, held.id, [ada, cy], now=AFTER)
    assert taken.words == "2 came and 1 did not; 2 training records of it"
    assert taken.session.status is SessionStatus.HELD
    states = [booking(db, key).status for key in (ada, ben, cy, di)]
    assert states == [
        BookingStatus.ATTENDED,
        BookingStatus.NO_SHOW,
        BookingStatus.ATTENDED,
        BookingStatus.WAITLISTED,
    ]
    record = records_of(db, learner_id=booking(db, ada).learner_id)[0]
    assert (record.completed_on, record.expires_on) == (date(2019, 12, 9), date(2020, 12, 9))
    assert (record.source, record.booking_id, record.job_role) == (
        RecordSource.SESSION,
        ada,
        JobRole.CARE_WORKER,
    )
    assert records_of(db, learner_id=booking(db, ben).learner_id) == []


def test_it_is_one_change_and_is_undone_whole(school: School) -> None:
    db, held = school.db, school.session()
    keys = booked(school, held.id, "Ada Example", "Ben Lund")
    take_attendance(db, held.id, keys, now=AFTER)
    undone = history.undo(db)
    assert (
        undone is not None and undone.action == "Took attendance of Assisting and moving people, 9 Dec 2019"
    )
    assert records_of(db) == [] and training_session(db, held.id).is_planned


def test_one_by_one_the_last_mark_holds_the_session(school: School) -> None:
    db, held = school.db, school.session()
    ada, ben = booked(school, held.id, "Ada Example", "Ben Lund")
    assert mark_attended(db, ada, now=AFTER).status is BookingStatus.ATTENDED
    assert training_session(db, held.id).is_planned
    mark_no_show(db, ben, now=AFTER)
    assert training_session(db, held.id).status is SessionStatus.HELD
    mark_no_show(db, ada, now=AFTER)
    assert records_of(db) == []
    mark_attended(db, ben, now=AFTER)
    mark_attended(db, ben, now=AFTER)
    assert [one.booking_id for one in records_of(db)] == [ben]


def test_attendance_taken_anew_puts_right_what_was_wrong(school: School) -> None:
    db, held = school.db, school.session()
    ada, ben = booked(school, held.id, "Ada Example", "Ben Lund")
    take_attendance(db, held.id, [ada], now=AFTER)
    take_attendance(db, held.id, [ben], now=AFTER)
    assert [one.booking_id for one in records_of(db)] == [ben]
    back = take_back_attendance(db, held.id)
    assert back.is_planned and records_of(db) == []
    assert {one.status for one in to_mark(db, held.id)} == {BookingStatus.BOOKED}
    with pytest.raises(Problem, match="nothing to take back"):
        take_back_attendance(db, held.id)


def test_it_cannot_be_taken_before_its_time(school: School) -> None:
    db, held = school.db, school.session()
    keys = booked(school, held.id, "Ada Example")
    with pytest.raises(Problem, match="begins on 9 December 2019 at 10am"):
        take_attendance(db, held.id, keys, now=STARTS - timedelta(minutes=1))
    with pytest.raises(Problem, match="begins on"):
        mark_attended(db, keys[0], now=STARTS - timedelta(minutes=1))
    two_days = plan_session(db, held.course_id, STARTS, ENDS + timedelta(days=1))
    with pytest.raises(Problem, match="goes on until 10 December 2019"):
        take_attendance(db, two_days.id, [], now=STARTS)
    cancel_session(db, two_days.id)
    with pytest.raises(Problem, match="is cancelled, so nobody"):
        take_attendance(db, two_days.id, [], now=AFTER)
    with pytest.raises(LookupError):
        take_attendance(db, held.id, ["gone"], now=AFTER)


def test_a_session_of_a_qualification_completes_nothing(school: School) -> None:
    db = school.db
    diploma = add_course(db, "Level 3 Diploma in Adult Care", CourseKind.QUALIFICATION, level=3)
    held = school.session(course=diploma)
    taken = take_attendance(db, held.id, booked(school, held.id, "Ada Example"), now=AFTER)
    assert taken.words == "1 came and 0 did not" and records_of(db) == []


def test_who_gave_the_place_up_cannot_be_marked(school: School) -> None:
    db, held = school.db, school.session()
    ada, ben = booked(school, held.id, "Ada Example", "Ben Abbot")
    cancel_booking(db, ada)
    assert [one.id for one in to_mark(db, held.id)] == [ben]
    with pytest.raises(Problem, match="gave the place up"):
        mark_attended(db, ada, now=AFTER)


def test_the_day_is_that_of_london(school: School) -> None:
    """A session that ends at half past midnight by London’s clock ends the next day."""
    db, course = school.db, school.course("Night care")
    starts = datetime(2020, 6, 30, 20, tzinfo=UTC)
    held = plan_session(db, course.id, starts, starts + timedelta(hours=3, minutes=30))
    keys = booked(school, held.id, "Ada Example")
    take_attendance(db, held.id, keys, now=starts + timedelta(hours=4))
    assert records_of(db)[0].completed_on == date(2020, 7, 1)
