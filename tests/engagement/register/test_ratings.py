from datetime import date

import pytest

from engagement.register.providers import add_provider
from engagement.register.ratings import (
    active_on,
    active_services,
    correct_rating,
    overall_as_at,
    overall_on_days,
    ratings_as_at,
    ratings_of,
    record_rating,
    remove_rating,
)
from engagement.register.services import add_service, archive_service
from engagement.register.vocabulary import KeyQuestion, Rating, ServiceKind
from resources.database import change, history, new_key
from resources.problem import FieldProblem

TODAY = date(2019, 12, 9)
JANUARY, MARCH, JUNE = date(2019, 1, 1), date(2019, 3, 1), date(2019, 6, 1)
GOOD, INADEQUATE = Rating.GOOD, Rating.INADEQUATE


@pytest.fixture
def firm(db):
    return add_provider(db, name="Invented Care").id


def home(db, firm, name="Rosewood House", **more):
    return add_service(db, firm, **{"name": name, "kind": ServiceKind.NURSING_HOME, **more}).id


def test_ratings_are_a_history_and_stand_as_at_a_day(db, firm):
    one, other = home(db, firm), home(db, firm, "Elm View")
    first = record_rating(db, one, GOOD, JANUARY, today=TODAY)
    safe = record_rating(db, one, INADEQUATE, JANUARY, today=TODAY, question=KeyQuestion.SAFE)
    second = record_rating(db, one, INADEQUATE, JUNE, today=TODAY, inherited=True, source="A file")
    only = record_rating(db, other, Rating.OUTSTANDING, MARCH, today=TODAY)

    assert ratings_of(db, one) == [second, first, safe] and second.inherited
    assert overall_as_at(db, date(2018, 12, 31)) == {}
    assert overall_as_at(db, MARCH) == {one: first, other: only}
    assert overall_as_at(db, JUNE) == {one: second, other: only}
    assert overall_as_at(db, JUNE, services=[other]) == {other: only}
    asked = [(one, date(2018, 12, 31)), (one, MARCH), (one, JUNE), (other, JUNE), (one, JUNE)]
    assert overall_on_days(db, asked) == {(one, MARCH): first, (one, JUNE): second, (other, JUNE): only}
    assert ratings_as_at(db, JUNE, KeyQuestion.SAFE) == {one: safe}
    assert history.next_undo(db).action == "Recorded a rating of Elm View: Overall Outstanding"


def test_one_rating_a_day_for_a_question_and_none_from_the_future(db, firm):
    key = home(db, firm)
    first = record_rating(db, key, GOOD, JANUARY, today=TODAY)
    later = record_rating(db, key, GOOD, JUNE, today=TODAY)
    with pytest.raises(FieldProblem, match="1 January 2019 is recorded already"):
        record_rating(db, key, INADEQUATE, JANUARY, today=TODAY)
    with pytest.raises(FieldProblem, match="10 December 2019 is after today, 9 December 2019"):
        record_rating(db, key, GOOD, date(2019, 12, 10), today=TODAY)
    with pytest.raises(FieldProblem):
        correct_rating(db, later.id, published_on=JANUARY, today=TODAY)
    mended = correct_rating(db, first.id, rating=INADEQUATE, today=TODAY)
    assert (mended.rating, mended.published_on) == (INADEQUATE, JANUARY)
    remove_rating(db, later.id)
    assert ratings_of(db, key) == [mended]


def test_active_is_what_a_period_covers_and_without_periods_what_is_registered_and_not_archived(db, firm):
    def period(key, from_on, until_on, kind="nursing_home", authority=""):
        with change(db, "Read a file"):
            db.insert_row(
                "service_period",
                {"id": new_key(), "service_id": key, "from_on": from_on, "until_on": until_on, "kind": kind,
                 "authority": authority},
            )  # fmt: skip

    listed = home(db, firm, "Listed", authority="Derby")
    period(listed, "2018-01-01", "2019-03-01", "residential_home", "Derbyshire")
    period(listed, "2019-03-01", None)
    gone, archived = home(db, firm, "Gone"), home(db, firm, "Archived")
    period(gone, "2018-01-01", "2019-03-01")
    period(archived, "2018-01-01", None)
    archive_service(db, archived, today=MARCH)
    day_care = home(db, firm, "Day care", kind=ServiceKind.DAY_CARE)
    new = home(db, firm, "New", kind=ServiceKind.MICRO_PROVIDER, registered_on=MARCH)

    assert active_on(db, date(2017, 1, 1)) == {day_care}
    assert active_on(db, JANUARY) == {listed, gone, archived, day_care}
    assert active_on(db, MARCH) == {listed, day_care, new}
    as_it_was = {
        day: next(each for each in active_services(db, day) if each.id == listed) for day in (JANUARY, MARCH)
    }
    assert (as_it_was[JANUARY].kind, as_it_was[JANUARY].authority) == (
        ServiceKind.RESIDENTIAL_HOME,
        "Derbyshire",
    )
    assert (as_it_was[MARCH].kind, as_it_was[MARCH].authority) == (ServiceKind.NURSING_HOME, "Derby")
