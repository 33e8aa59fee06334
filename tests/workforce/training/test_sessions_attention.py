"""What Home says of training sessions."""

from datetime import timedelta

from resources.attention import Urgency
from resources.database import Database
from tests.workforce.training.school import AFTER, ENDS, STARTS, TODAY, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book
from workforce.training.sessions import cancel_session, plan_session
from workforce.training.sessions_attention import MOST_NAMED, sessions_attention


def test_a_session_is_near_then_today_then_without_attendance(db: Database) -> None:
    school = School(db)
    held = school.session(16)
    ada = book(db, held.id, school.learner("Ada Example").id, today=TODAY)
    assert sessions_attention(db, STARTS - timedelta(days=8)) == []
    [soon] = sessions_attention(db, STARTS - timedelta(days=3))
    assert (soon.urgency, soon.what) == (Urgency.SOON, "Assisting and moving people on 9 December 2019")
    assert soon.detail == "10am at County Hall; 1 of 16 places" and soon.key == held.id
    [today] = sessions_attention(db, STARTS - timedelta(hours=1))
    assert (today.urgency, today.what) == (Urgency.TODAY, "Assisting and moving people today")
    [late] = sessions_attention(db, AFTER)
    assert (late.urgency, late.what, late.verb) == (
        Urgency.DUE, "Who came to Assisting and moving people?", "Take attendance"
    )  # fmt: skip
    assert late.detail == "It was on 9 December 2019, with 1 person booked"
    take_attendance(db, held.id, [ada.id], now=AFTER)
    assert sessions_attention(db, AFTER) == []


def test_many_without_attendance_are_one_line_and_cancelled_ones_none(db: Database) -> None:
    school = School(db)
    course = school.course()
    sessions = [
        plan_session(db, course.id, STARTS + timedelta(hours=number), ENDS + timedelta(hours=number))
        for number in range(MOST_NAMED + 2)
    ]
    cancel_session(db, sessions[0].id)
    [line] = sessions_attention(db, AFTER + timedelta(days=1))
    assert line.what == f"Attendance of {MOST_NAMED + 1} training sessions was not taken"
    assert line.key == sessions[1].id
