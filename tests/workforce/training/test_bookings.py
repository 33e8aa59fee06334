"""Bookings: places, the waiting list in its order, and where somebody works."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.training.school import STARTS, TODAY, School
from workforce.training.bookings import (
    Places,
    book,
    booking,
    booking_of,
    bookings_of,
    bookings_of_learner,
    cancel_booking,
    places_of,
)
from workforce.training.learners import add_learner, add_post, learner
from workforce.training.sessions import cancel_session
from workforce.training.vocabulary import BookingStatus

BOOKED, WAITS, CANCELLED = BookingStatus.BOOKED, BookingStatus.WAITLISTED, BookingStatus.CANCELLED


@pytest.fixture
def school(db: Database) -> School:
    return School(db)


def states(school: School, session: str) -> dict[str, BookingStatus]:
    return {
        learner(school.db, one.learner_id).given_name: one.status for one in bookings_of(school.db, session)
    }


def test_who_comes_after_the_last_place_waits_and_moves_up_in_order(school: School) -> None:
    db, held = school.db, school.session(2)
    keys = {
        name: book(db, held.id, school.learner(f"{name} Example").id, today=TODAY).id
        for name in ("Ada", "Ben", "Cy", "Di", "Ed")
    }
    assert states(school, held.id) == {"Ada": BOOKED, "Ben": BOOKED, "Cy": WAITS, "Di": WAITS, "Ed": WAITS}
    assert places_of(db, held.id).words == "2 of 2 places, 3 waiting"
    given_up = cancel_booking(db, keys["Ada"], note="On leave.")
    assert [one.id for one in given_up.promoted] == [keys["Cy"]]
    assert (given_up.booking.status, given_up.booking.note) == (CANCELLED, "On leave.")
    assert cancel_booking(db, keys["Di"]).promoted == ()
    assert cancel_booking(db, keys["Ben"]).promoted[0].id == keys["Ed"]
    history.undo(db)
    assert states(school, held.id)["Ben"] is BOOKED and states(school, held.id)["Ed"] is WAITS


def test_who_comes_back_comes_last(school: School) -> None:
    db, held = school.db, school.session(1)
    ada, ben, cy = (school.learner(f"{name} Example") for name in ("Ada", "Ben", "Cy"))
    first = book(db, held.id, ada.id, today=TODAY)
    for one in (ben, cy):
        book(db, held.id, one.id, today=TODAY)
    with pytest.raises(Problem, match=r"Ada Example is on the list of this session already \(booked\)"):
        book(db, held.id, ada.id, today=TODAY)
    cancel_booking(db, first.id)
    again = book(db, held.id, ada.id, today=TODAY)
    assert again.status is WAITS and [one.learner_id for one in bookings_of(db, held.id)][-1] == ada.id
    assert booking_of(db, held.id, ada.id) == again
    with pytest.raises(LookupError):
        booking(db, first.id)


def test_the_place_is_for_where_somebody_works_on_the_day(school: School) -> None:
    db, held = school.db, school.session()
    ada = school.learner("Ada Example", service=school.house)
    made = book(db, held.id, ada.id, today=TODAY, note=" Large print ")
    assert (made.provider_id, made.service_id, made.note) == (school.rosewood, school.house, "Large print")
    two = school.learner("Ben Lund")
    add_post(db, two.id, school.alder, service_id=school.court)
    with pytest.raises(FieldProblem, match=r"Ben Lund works at .* and ") as asked:
        book(db, held.id, two.id, today=TODAY)
    assert asked.value.field == "provider_id"
    assert book(db, held.id, two.id, today=TODAY, provider_id=school.alder).service_id == school.court
    left = add_learner(db, "Cy", "Moss")
    add_post(db, left.id, school.alder, until_on=STARTS.date().replace(day=8))
    with pytest.raises(FieldProblem, match="has no post on the day of the session"):
        book(db, held.id, left.id, today=TODAY)
    assert [one.learner_id for one in bookings_of_learner(db, two.id)] == [two.id]


def test_nobody_is_booked_on_a_cancelled_session(school: School) -> None:
    db, held = school.db, school.session()
    ada = school.learner("Ada Example")
    cancel_session(db, held.id)
    with pytest.raises(Problem, match="is cancelled"):
        book(db, held.id, ada.id, today=TODAY)


def test_a_place_is_given_up_once(school: School) -> None:
    db, held = school.db, school.session()
    made = book(db, held.id, school.learner("Ada Example").id, today=TODAY)
    cancel_booking(db, made.id)
    with pytest.raises(Problem, match="noted as “cancelled”"):
        cancel_booking(db, made.id)


def test_how_full_a_session_is() -> None:
    assert Places(None, 4, 0).words == "4 places taken, no limit" and not Places(None, 4, 0).is_full
    assert Places(16, 12, 0).free == 4 and Places(16, 12, 3).words == "12 of 16 places, 3 waiting"
    assert Places(1, 1, 0).is_full


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["book", "cancel", "undo"]), st.integers(0, 4)), max_size=14))
def test_places_are_never_overbooked_nor_free_while_somebody_waits(
    db: Database, acts: list[tuple[str, int]]
) -> None:
    """Whatever is booked, given up and undone."""
    school = School.__new__(School)
    school.db = db
    provider = str(db.value("select id from provider limit 1") or "") or School(db).rosewood
    school.rosewood = provider
    number = int(db.value("select count(*) from training_session"))
    held = school.session(2, school.course(f"Course {number}"))
    people = [school.learner(f"P{number} N{one}").id for one in range(5)]
    for act, at in acts:
        there = booking_of(db, held.id, people[at])
        standing = there is not None and there.status is not CANCELLED
        if act == "book" and not standing:
            book(db, held.id, people[at], today=TODAY)
        elif act == "cancel" and standing and there is not None:
            cancel_booking(db, there.id)
        elif act == "undo" and bookings_of(db, held.id):
            history.undo(db)
        places = places_of(db, held.id)
        assert places.taken <= 2
        assert places.taken == 2 or not places.waiting
