"""Two providers, or two services, made one: learners, bookings and records follow."""

from datetime import UTC, datetime

from desktop.capabilities import MERGE_RULES
from engagement.register.duplicates import merge_providers, merge_services
from resources.database import Database, history
from tests.workforce.training.school import AFTER, TODAY, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book, bookings_of
from workforce.training.learners import posts_of
from workforce.training.records import records_of

NOW = datetime(2019, 12, 10, 9, tzinfo=UTC)


def test_what_learners_have_follows_their_provider_and_service(db: Database) -> None:
    school = School(db)
    held, ada = school.session(), school.learner("Ada Example", school.alder, school.court)
    mark = book(db, held.id, ada.id, today=TODAY)
    take_attendance(db, held.id, [mark.id], now=AFTER)
    merge_providers(db, school.rosewood, school.alder, rules=MERGE_RULES, now=NOW)
    merge_services(db, school.house, school.court, rules=MERGE_RULES, now=NOW)
    whole = (school.rosewood, school.house)
    for row in (posts_of(db, ada.id)[0], bookings_of(db, held.id)[0], records_of(db, learner_id=ada.id)[0]):
        assert (row.provider_id, row.service_id) == whole
    assert db.value("select providers from listing_learner") == "Rosewood Homes"
    for _ in range(2):
        history.undo(db)
    assert posts_of(db, ada.id)[0].provider_id == school.alder
