"""The sample county's offers of learning packages."""

from datetime import date, timedelta

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database
from tests.workforce.training.people import a_service
from workforce.sample.packages import add_packages
from workforce.training.packages.before_and_after import Took, before_and_after
from workforce.training.packages.offers import offers
from workforce.training.packages.sessions import package_sessions
from workforce.training.packages.worklist import worklist
from workforce.training.vocabulary import OfferStatus

TODAY = date(2026, 11, 22)
LOW = (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT)


def filled(db: Database) -> int:
    """Twelve services once low and inspected again, twenty that stand low now, some of them newly."""
    for number in range(12):
        key = a_service(db, f"Quillbrook {number}").id
        record_rating(db, key, LOW[number % 2], date(2024, 1, 10), today=TODAY)
        record_rating(db, key, Rating.GOOD if number % 3 else LOW[1], date(2025, 3, 10), today=TODAY)
    for number in range(20):
        key = a_service(db, f"Larkmeadow {number}").id
        record_rating(db, key, LOW[number % 2], TODAY - timedelta(days=30 + 20 * number), today=TODAY)
    return add_packages(db, today=TODAY)


def test_some_are_offered_a_package_and_each_state_occurs(db: Database) -> None:
    made = filled(db)
    held = offers(db)
    assert len(held) == made >= 20
    assert {OfferStatus.OFFERED, OfferStatus.ACCEPTED, OfferStatus.COMPLETED, OfferStatus.DECLINED} <= {
        one.status for one in held
    }
    assert package_sessions(db)
    assert any(one.is_undecided for one in worklist(db, on=TODAY))
    assert all(one.rating in LOW for one in held)


def test_completed_ones_have_an_inspection_after_them(db: Database) -> None:
    filled(db)
    completed = [one for one in before_and_after(db, on=TODAY) if one.took is Took.COMPLETED]
    assert any(one.outcome.inspected_on is not None for one in completed)
    assert all(one.since <= TODAY for one in completed)
