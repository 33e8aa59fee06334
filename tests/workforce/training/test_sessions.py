"""Training sessions: planned, changed, cancelled."""

from datetime import timedelta

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.training.school import AFTER, ENDS, STARTS, TODAY, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book, bookings_of
from workforce.training.courses import archive_course
from workforce.training.sessions import (
    cancel_session,
    edit_session,
    is_training_session,
    named,
    plan_session,
    reinstate_session,
    remove_session,
    session_name,
    training_session,
    training_sessions,
)
from workforce.training.vocabulary import BookingStatus, SessionStatus


@pytest.fixture
def school(db: Database) -> School:
    return School(db)


def test_a_session_is_kept_as_planned(school: School) -> None:
    held = school.session(16)
    assert held == training_session(school.db, held.id)
    assert (held.starts_at, held.ends_at, held.places, held.status) == (
        STARTS,
        ENDS,
        16,
        SessionStatus.PLANNED,
    )
    assert held.when == "Monday 9 December 2019, 10am to 1pm"
    assert session_name(school.db, held.id) == "Assisting and moving people, 9 Dec 2019"
    assert named("Fire safety", STARTS) == "Fire safety, 9 Dec 2019"
    assert is_training_session(school.db, held.id) and not is_training_session(school.db, "gone")
    assert not held.has_begun(STARTS - timedelta(minutes=1)) and held.has_begun(STARTS)
    assert not held.lacks_attendance(STARTS) and held.lacks_attendance(ENDS)


def test_what_cannot_be_is_refused(school: School) -> None:
    db, course = school.db, school.course()
    with pytest.raises(FieldProblem, match="is not after"):
        plan_session(db, course.id, STARTS, STARTS)
    with pytest.raises(FieldProblem, match="at least 1"):
        plan_session(db, course.id, STARTS, ENDS, places=0)
    with pytest.raises(FieldProblem, match="room for everybody"):
        plan_session(db, course.id, STARTS, ENDS, places=10**30)
    with pytest.raises(FieldProblem, match="Choose the course"):
        plan_session(db, "", STARTS, ENDS)
    archive_course(db, course.id, today=TODAY)
    with pytest.raises(FieldProblem, match="is archived"):
        plan_session(db, course.id, STARTS, ENDS)
    assert training_sessions(db) == []


def test_only_what_is_given_is_changed(school: School) -> None:
    held = school.session(16)
    changed = edit_session(school.db, held.id, venue=" Mansfield Civic Centre ")
    assert (changed.venue, changed.trainer, changed.places) == ("Mansfield Civic Centre", "Ada Example", 16)
    archive_course(school.db, held.course_id, today=TODAY)
    assert edit_session(school.db, held.id, trainer="Ben Lund").trainer == "Ben Lund"


def test_places_that_are_added_go_to_who_waits_and_too_few_are_refused(school: School) -> None:
    db, held = school.db, school.session(1)
    for name in ("Ada Example", "Ben Lund", "Cy Moss"):
        book(db, held.id, school.learner(name).id, today=TODAY)
    edit_session(db, held.id, places=2)
    states = [one.status for one in bookings_of(db, held.id)]
    assert states == [BookingStatus.BOOKED, BookingStatus.BOOKED, BookingStatus.WAITLISTED]
    with pytest.raises(FieldProblem, match="2 people have a place already, so 1 are too few"):
        edit_session(db, held.id, places=1)
    edit_session(db, held.id, places=None)
    assert {one.status for one in bookings_of(db, held.id)} == {BookingStatus.BOOKED}


def test_a_cancelled_session_keeps_its_bookings_and_may_take_place_after_all(school: School) -> None:
    db, held = school.db, school.session()
    book(db, held.id, school.learner("Ada Example").id, today=TODAY)
    cancelled = cancel_session(db, held.id, reason="The trainer is ill.")
    assert (cancelled.status, cancelled.note) == (SessionStatus.CANCELLED, "The trainer is ill.")
    assert bookings_of(db, held.id)[0].status is BookingStatus.BOOKED
    with pytest.raises(Problem, match="cancelled already"):
        cancel_session(db, held.id)
    assert reinstate_session(db, held.id).is_planned
    with pytest.raises(Problem, match="is not cancelled"):
        reinstate_session(db, held.id)


def test_a_session_that_was_held_keeps_its_course_and_its_day(school: School) -> None:
    db, held = school.db, school.session()
    other = school.course("Fire safety")
    ada = book(db, held.id, school.learner("Ada Example").id, today=TODAY)
    assert edit_session(db, held.id, course_id=other.id).course_id == other.id
    take_attendance(db, held.id, [ada.id], now=AFTER)
    with pytest.raises(FieldProblem, match="who came has a record of its course"):
        edit_session(db, held.id, course_id=held.course_id)
    with pytest.raises(FieldProblem, match="has a training record of 9 December 2019"):
        edit_session(db, held.id, starts_at=STARTS - timedelta(days=1), ends_at=ENDS - timedelta(days=1))
    assert edit_session(db, held.id, ends_at=ENDS + timedelta(minutes=30)).ends_at == ENDS + timedelta(
        minutes=30
    )


def test_only_a_session_that_nobody_was_booked_on_is_removed(school: School) -> None:
    db, held = school.db, school.session()
    book(db, held.id, school.learner("Ada Example").id, today=TODAY)
    with pytest.raises(Problem, match="Cancel it instead"):
        remove_session(db, held.id)
    empty = plan_session(db, held.course_id, STARTS, ENDS)
    remove_session(db, empty.id)
    assert [one.id for one in training_sessions(db)] == [held.id]
    assert training_sessions(db, course_id="other") == []
    assert training_sessions(db, status=SessionStatus.HELD) == []
