"""What Home says of training."""

from datetime import UTC, date, datetime, timedelta

from engagement.register.ratings import record_rating
from engagement.register.services import archive_service
from engagement.register.vocabulary import Rating
from resources.attention import Urgency
from resources.database import Database
from tests.workforce.training.people import a_service
from workforce.training.attention import UNANSWERED, training_attention
from workforce.training.packages.offers import mark_not_offered, offer_package

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
MOVING = "Moving and Handling"


def rated(
    db: Database,
    name: str,
    on: date,
    rating: Rating = Rating.REQUIRES_IMPROVEMENT,
    *,
    good_before: bool = True,
) -> str:
    key = a_service(db, name).id
    if good_before:
        record_rating(db, key, Rating.GOOD, date(2018, 1, 1), today=TODAY)
    record_rating(db, key, rating, on, today=TODAY)
    return key


def test_a_service_that_became_low_lately_is_named_until_something_is_offered(db: Database) -> None:
    key = rated(db, "Rosewood House", TODAY - timedelta(days=60), Rating.INADEQUATE)
    (line,) = training_attention(db, NOW)
    assert line.what == "Rosewood House became Inadequate: no learning package was offered"
    assert line.detail.startswith("It was Good before. Published 2 April 2020.")
    assert (line.urgency, line.page, line.key) == (Urgency.DUE, "training", key)
    offer_package(db, key, MOVING, today=TODAY)
    assert training_attention(db, NOW) == []


def test_older_ones_are_one_line(db: Database) -> None:
    rated(db, "Rosewood House", TODAY - timedelta(days=61))
    (alone,) = training_attention(db, NOW)
    assert alone.what.startswith("1 service that stands Inadequate or Requires improvement")
    rated(db, "Elm Court", TODAY)
    key = rated(db, "Oak Lodge", TODAY - timedelta(days=300))
    assert [line.urgency for line in training_attention(db, NOW)] == [Urgency.DUE, Urgency.WHEN_YOU_CAN]
    assert training_attention(db, NOW)[1].what.startswith("2 other services that stand")
    mark_not_offered(db, key, MOVING, reason="It closes", today=TODAY)
    assert training_attention(db, NOW)[1].what.startswith("1 other service that stands")


def test_no_more_than_five_are_named(db: Database) -> None:
    for number in range(7):
        rated(db, f"Home {number}", TODAY)
    lines = training_attention(db, NOW)
    assert [line.urgency for line in lines] == [Urgency.DUE] * 5 + [Urgency.WHEN_YOU_CAN]


def test_nobody_is_asked_for_an_answer_of_an_archived_service(db: Database) -> None:
    key = rated(db, "Rosewood House", date(2020, 1, 2))
    offer_package(db, key, MOVING, today=TODAY, offered_on=TODAY - UNANSWERED)
    assert training_attention(db, NOW) != []
    archive_service(db, key, today=TODAY)
    assert training_attention(db, NOW) == []


def test_an_offer_without_an_answer_is_asked_after_from_the_28th_day(db: Database) -> None:
    key = rated(db, "Rosewood House", date(2020, 1, 2))
    made = offer_package(db, key, MOVING, today=TODAY, offered_on=TODAY - UNANSWERED)
    (line,) = training_attention(db, NOW)
    assert (line.what, line.key) == (
        "Rosewood House has not answered the offer of Moving and Handling",
        made.id,
    )
    assert training_attention(db, NOW - timedelta(days=1)) == []
    for number in range(5):
        offer_package(
            db, a_service(db, f"Home {number}").id, MOVING, today=TODAY, offered_on=date(2020, 2, 1)
        )
    (all_of_them,) = training_attention(db, NOW)
    assert all_of_them.what == "6 offers of learning packages have had no answer for four weeks"
