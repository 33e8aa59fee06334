"""Offers: each step, what may follow which, and the rating kept with each."""

from datetime import date, timedelta

import pytest

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.training.people import a_service
from workforce.training.packages.offers import (
    MAY_FOLLOW,
    edit_offer,
    is_offer,
    mark_not_offered,
    offer,
    offer_package,
    offers,
    offers_of,
    package_name,
    remove_offer,
    reopen_offer,
    set_offer_status,
)
from workforce.training.packages.sessions import add_package_session
from workforce.training.vocabulary import OfferStatus

TODAY, RATED = date(2020, 6, 1), date(2020, 3, 2)
MOVING = "Moving and Handling"


def test_an_offer_keeps_the_rating_of_its_day(db: Database) -> None:
    home = a_service(db)
    record_rating(db, home.id, Rating.REQUIRES_IMPROVEMENT, RATED, today=TODAY)
    made = offer_package(db, home.id, MOVING, today=TODAY)
    assert (made.rating, made.rated_on) == (Rating.REQUIRES_IMPROVEMENT, RATED)
    assert (made.status, made.offered_on, made.offered_by) == (OfferStatus.OFFERED, TODAY, "Test Officer")
    assert (made.is_open, package_name(db, made)) == (True, MOVING)
    record_rating(db, home.id, Rating.GOOD, TODAY, today=TODAY)
    assert offer(db, made.id) == made
    earlier = edit_offer(db, made.id, today=TODAY, offered_on=RATED - timedelta(days=1), note="By telephone")
    assert (earlier.rating, earlier.note) == (None, "By telephone")
    assert offers(db) == offers_of(db, home.id) == [earlier]


def test_each_step_and_undo(db: Database) -> None:
    home = a_service(db)
    made = offer_package(db, home.id, MOVING, today=TODAY, offered_on=RATED)
    accepted = set_offer_status(db, made.id, OfferStatus.ACCEPTED, on=date(2020, 3, 9), today=TODAY)
    assert (accepted.status, accepted.accepted_on) == (OfferStatus.ACCEPTED, date(2020, 3, 9))
    done = set_offer_status(db, made.id, OfferStatus.COMPLETED, on=date(2020, 5, 1), today=TODAY)
    assert (done.status, done.accepted_on, done.ended_on) == (
        OfferStatus.COMPLETED,
        date(2020, 3, 9),
        date(2020, 5, 1),
    )
    assert not done.is_open
    history.undo(db)
    assert offer(db, made.id) == accepted


@pytest.mark.parametrize("status", list(OfferStatus))
def test_only_what_may_follow_follows(db: Database, status: OfferStatus) -> None:
    made = offer_package(db, a_service(db).id, MOVING, today=TODAY)
    if status in MAY_FOLLOW[OfferStatus.OFFERED]:
        moved = set_offer_status(db, made.id, status, on=TODAY, today=TODAY, reason="No staff to release")
        assert moved.status is status
    else:
        with pytest.raises(Problem, match="cannot become"):
            set_offer_status(db, made.id, status, on=TODAY, today=TODAY, reason="No staff to release")


def test_declining_needs_a_reason_and_can_be_taken_back(db: Database) -> None:
    made = offer_package(db, a_service(db).id, MOVING, today=TODAY)
    with pytest.raises(FieldProblem, match="Say why"):
        set_offer_status(db, made.id, OfferStatus.DECLINED, on=TODAY, today=TODAY)
    declined = set_offer_status(
        db, made.id, OfferStatus.DECLINED, on=TODAY, today=TODAY, reason="No staff to release"
    )
    assert (declined.reason, declined.ended_on) == ("No staff to release", TODAY)
    assert reopen_offer(db, made.id) == made
    with pytest.raises(Problem, match="open already"):
        reopen_offer(db, made.id)


def test_one_reopened_is_as_far_as_it_had_come(db: Database) -> None:
    home = a_service(db)
    made = offer_package(db, home.id, MOVING, today=TODAY)
    set_offer_status(db, made.id, OfferStatus.ACCEPTED, on=TODAY, today=TODAY)
    set_offer_status(db, made.id, OfferStatus.WITHDRAWN, on=TODAY, today=TODAY, reason="Closing")
    assert reopen_offer(db, made.id).status is OfferStatus.ACCEPTED
    add_package_session(db, made.id, TODAY, people=4, today=TODAY)
    set_offer_status(db, made.id, OfferStatus.COMPLETED, on=TODAY, today=TODAY)
    assert reopen_offer(db, made.id).status is OfferStatus.IN_PROGRESS


def test_the_same_package_is_not_offered_twice_at_a_time(db: Database) -> None:
    home = a_service(db)
    made = offer_package(db, home.id, MOVING, today=TODAY)
    offer_package(db, home.id, "Medicines Management", today=TODAY)
    with pytest.raises(FieldProblem, match="was offered Moving and Handling on 1 June 2020 already"):
        offer_package(db, home.id, MOVING, today=TODAY)
    set_offer_status(db, made.id, OfferStatus.DECLINED, on=TODAY, today=TODAY, reason="Not now")
    assert offer_package(db, home.id, MOVING, today=TODAY).id != made.id


def test_why_a_service_is_not_offered_one(db: Database) -> None:
    home = a_service(db)
    with pytest.raises(FieldProblem, match="Say why"):
        mark_not_offered(db, home.id, MOVING, reason=" ", today=TODAY)
    made = mark_not_offered(db, home.id, MOVING, reason="It closes in July", today=TODAY)
    assert (made.status, made.reason, made.ended_on) == (OfferStatus.NOT_OFFERED, "It closes in July", TODAY)
    with pytest.raises(Problem, match="Make an offer instead"):
        reopen_offer(db, made.id)


def test_days_that_cannot_be_are_refused(db: Database) -> None:
    home, late = a_service(db), TODAY + timedelta(days=1)
    with pytest.raises(FieldProblem, match="is after 1 June 2020"):
        offer_package(db, home.id, MOVING, today=TODAY, offered_on=late)
    made = offer_package(db, home.id, MOVING, today=TODAY, offered_on=RATED)
    with pytest.raises(FieldProblem, match="is before 2 March 2020"):
        set_offer_status(db, made.id, OfferStatus.ACCEPTED, on=RATED - timedelta(days=1), today=TODAY)
    set_offer_status(db, made.id, OfferStatus.ACCEPTED, on=date(2020, 3, 9), today=TODAY)
    with pytest.raises(FieldProblem, match="after what came of it"):
        edit_offer(db, made.id, today=TODAY, offered_on=date(2020, 3, 10))


def test_an_offer_made_by_mistake_goes_with_its_sessions(db: Database) -> None:
    made = offer_package(db, a_service(db).id, MOVING, today=TODAY)
    add_package_session(db, made.id, TODAY, people=4, today=TODAY)
    remove_offer(db, made.id)
    assert not is_offer(db, made.id)
    assert db.value("select count(*) from package_session") == 0
    history.undo(db)
    assert is_offer(db, made.id)
    with pytest.raises(LookupError):
        offer(db, "gone")


def test_nothing_comes_of_an_offer_before_it_was_made(db: Database) -> None:
    made = offer_package(db, a_service(db).id, MOVING, today=TODAY, offered_on=RATED)
    with pytest.raises(FieldProblem, match="is before 2 March 2020"):
        set_offer_status(db, made.id, OfferStatus.ACCEPTED, on=RATED - timedelta(days=1), today=TODAY)
    assert offer(db, made.id) == made
