"""Practices and pairs follow what was merged; nothing is lost, and undo puts every row back."""

from datetime import UTC, date, datetime

from desktop.capabilities import MERGE_RULES
from engagement.good_practice.buddies.pairs import agree_pair, log_meeting, pairs
from engagement.good_practice.merging import ONE_SERVICE
from engagement.good_practice.practices import practice
from engagement.good_practice.vocabulary import MetHow
from engagement.register.contacts import add_contact
from engagement.register.duplicates import merge_contacts, merge_providers, merge_services
from engagement.register.services import Service
from engagement.register.vocabulary import Rating
from resources.database import Database, history
from tests.engagement.good_practice.conftest import TODAY, Home, Share

NOW = datetime(2019, 12, 9, 9, tzinfo=UTC)
BEGAN = date(2019, 10, 1)


def pair_up(db: Database, of: Service, buddy: Service, on: date = BEGAN, **more: str) -> str:
    return agree_pair(db, of.id, buddy.id, on=on, today=TODAY, **more).id


def test_a_practice_follows_its_provider_service_and_contact(db: Database, home: Home, share: Share) -> None:
    kept, again = home("Larkmeadow House"), home("The Larkmeadow House")
    people = [
        add_contact(db, one.provider_id, name=name).id
        for one, name in ((kept, "Ada Example"), (again, "A Example"))
    ]
    made = share(again, contact_id=people[1])
    before = list(history.logical_dump(db))
    merge_services(db, kept.id, again.id, rules=MERGE_RULES, now=NOW)
    merge_providers(db, kept.provider_id, again.provider_id, rules=MERGE_RULES, now=NOW)
    merge_contacts(db, *people, rules=MERGE_RULES, now=NOW)
    held = practice(db, made.id)
    assert (held.provider_id, held.service_id, held.contact_id) == (kept.provider_id, kept.id, people[0])
    for _ in range(3):
        history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_pairs_follow_either_of_their_services(db: Database, home: Home) -> None:
    poor, good = home("Elm Lodge", Rating.INADEQUATE), home("Larkmeadow House")
    poor_again, good_again = home("The Elm Lodge"), home("The Larkmeadow House")
    made = pair_up(db, poor_again, good_again)
    merge_services(db, poor.id, poor_again.id, rules=MERGE_RULES, now=NOW)
    merge_services(db, good.id, good_again.id, rules=MERGE_RULES, now=NOW)
    assert [(one.id, one.service_id, one.buddy_id) for one in pairs(db, today=TODAY)] == [
        (made, poor.id, good.id)
    ]


def test_a_pair_that_was_agreed_with_both_records_is_one_with_all_its_meetings(
    db: Database, home: Home
) -> None:
    poor, good, again = (
        home("Elm Lodge", Rating.INADEQUATE),
        home("Larkmeadow House"),
        home("The Larkmeadow House"),
    )
    first = pair_up(db, poor, again, note="The first")
    second = pair_up(db, poor, good, date(2019, 11, 1), reasons="Near", note="The second")
    for key, day in ((first, 5), (second, 20)):
        log_meeting(db, key, met_on=date(2019, 11, day), how=MetHow.VISIT, today=TODAY)
    before = list(history.logical_dump(db))
    merge_services(db, good.id, again.id, rules=MERGE_RULES, now=NOW)
    (held,) = pairs(db, today=TODAY)
    assert (held.id, held.started_on, held.buddy_id) == (first, BEGAN, good.id)
    assert (held.reasons, held.note) == ("Near", "The first\nThe second")
    assert [one.met_on.day for one in held.meetings] == [20, 5]
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_a_pair_of_two_records_that_are_one_is_ended_and_kept(db: Database, home: Home) -> None:
    kept, again = home("Larkmeadow House"), home("The Larkmeadow House")
    made = pair_up(db, kept, again)
    log_meeting(db, made, met_on=date(2019, 11, 5), how=MetHow.CALL, today=TODAY)
    merge_services(db, kept.id, again.id, rules=MERGE_RULES, now=NOW)
    (held,) = pairs(db, today=TODAY)
    assert (held.ended_on, held.end_reason, len(held.meetings)) == (date(2019, 11, 5), ONE_SERVICE, 1)
