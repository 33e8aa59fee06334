"""The sample’s people are invented and look it; some lack a consent, some wait for their review, some are closed."""

from datetime import UTC, date, datetime

from resources.database import Database
from workforce.iwork.people.consents import ConsentStanding, consents_of, standing
from workforce.iwork.people.people import people
from workforce.iwork.people.reviews import due_reviews
from workforce.iwork.people.subject_access import open_requests
from workforce.iwork.sample.people import NUMBER, add_people, close_some
from workforce.iwork.vocabulary import ConsentScope

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_they_are_the_same_each_time_and_look_invented(vault: Database) -> None:
    made = add_people(vault, today=TODAY)
    assert len(made) == NUMBER == len({one.name for one in made})
    assert {one.family_name for one in made} == {"Example", "Specimen", "Madeup"}
    stood = [standing(consents_of(vault, one.id), ConsentScope.MATCHING, TODAY) for one in made]
    assert stood.count(ConsentStanding.NOT_ASKED) == 7 and stood.count(ConsentStanding.WITHDRAWN) == 1
    assert 3 <= len(due_reviews(vault, TODAY)) <= 12
    assert sorted(one.postcode for one in made if not one.district) == ["NG2", "NG99 9ZZ"]


def test_some_end(vault: Database) -> None:
    add_people(vault, today=TODAY)
    close_some(vault, now=NOW)
    held = people(vault, closed=True)
    assert sum(one.closed_on is not None for one in held) == 3
    assert sum(one.purge_asked_at is not None for one in held) == 1 and len(open_requests(vault)) == 1
