"""What the finder is told of each service, read from a register."""

from datetime import UTC, date, datetime, timedelta

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.events import EventDraft
from engagement.forums.vocabulary import EventKind
from engagement.good_practice.buddies.finder import BuddyLimits, WhyNot
from engagement.good_practice.buddies.pairs import agree_pair
from engagement.good_practice.buddies.standings import Kept, buddies_for, standings
from engagement.register.contracts import set_contract_status
from engagement.register.services import archive_service, edit_service
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database, change, history
from resources.problem import Problem
from tests.engagement.good_practice.conftest import MANSFIELD, RUSHCLIFFE, TODAY, Home, Share

STARTS = datetime(2019, 9, 10, 9, tzinfo=UTC)


def test_a_service_is_read_with_all_that_is_known_of_it(db: Database, home: Home, share: Share) -> None:
    of = home("Larkmeadow", Rating.GOOD, safe=Rating.REQUIRES_IMPROVEMENT, brand="Rose")
    draft = EventDraft(EventKind.PROVIDER_FORUM, "Forum", STARTS, STARTS + timedelta(hours=2))
    event = events.plan_event(db, draft)
    who = WalkIn("Ada Example", provider_id=of.provider_id, service_id=of.id)
    door.walk_in(db, event, who, now=STARTS, device="Laptop", nonce="1")
    share(of, theme="Medicines")
    share(of, theme="Activities", service_id=None)
    set_contract_status(db, of.id, ContractStatus.ACTIVE, date(2019, 7, 1), today=TODAY)
    agree_pair(db, home("Ash", Rating.INADEQUATE).id, of.id, on=TODAY, today=TODAY)
    (one,) = buddies_for(db, home("Elm", Rating.INADEQUATE).id, today=TODAY).candidates
    held = one.service
    assert (held.overall, [one.value for one in held.falls_short_in], held.rated_on) == (
        Rating.GOOD, ["safe"], date(2019, 6, 3),
    )  # fmt: skip
    assert (held.brand, held.beds, held.contract, held.buddy_to) == ("Rose", 30, ContractStatus.ACTIVE, 1)
    assert (held.last_came, held.shared, held.current) == (
        date(2019, 9, 10),
        ("Activities", "Medicines"),
        True,
    )
    assert held.place is not None and 455_000 < held.place[0] < 460_000


def test_every_service_of_the_kind_in_use_is_looked_at(db: Database, home: Home) -> None:
    kept = home("Elm", Rating.INADEQUATE)
    home("At home", kind=ServiceKind.HOME_CARE)
    archive_service(db, home("Put away").id, today=TODAY)
    assert [(one.id, one.overall) for one in standings(db, ServiceKind.NURSING_HOME, TODAY)] == [
        (kept.id, Rating.INADEQUATE)
    ]


def test_reading_writes_nothing_and_finds_places_that_were_never_kept(db: Database, home: Home) -> None:
    of = home("Elm", Rating.INADEQUATE)
    home("Larkmeadow")
    with change(db, "Forgot places"):
        db.execute("delete from derived_place")
    found = buddies_for(db, of.id, today=TODAY)
    assert [one.miles for one in found.candidates] == [0.0]
    assert db.value("select count(*) from derived_place") == 0


def test_ratings_and_contracts_are_those_of_today(db: Database, home: Home) -> None:
    of, good = home("Elm", Rating.INADEQUATE), home("Larkmeadow")
    home("Dormant")
    edit_service(db, str(db.value("select id from service where name = 'Dormant'")), dormant=True)
    home("Put away")
    archive_service(db, str(db.value("select id from service where name = 'Put away'")), today=TODAY)
    far, paired = home("Far", postcode=MANSFIELD), home("Paired")
    agree_pair(db, of.id, paired.id, on=TODAY, today=TODAY)
    barred = home("Barred")
    set_contract_status(db, barred.id, ContractStatus.SUSPENDED, date(2019, 7, 1), today=TODAY)
    found = buddies_for(db, of.id, today=TODAY, limits=BuddyLimits(5))
    assert [one.service.id for one in found.candidates] == [good.id]
    assert found.counts == {
        WhyNot.NOT_CURRENT: 1, WhyNot.CONTRACT: 1, WhyNot.BUDDY_ALREADY: 1, WhyNot.TOO_FAR: 1,
    }  # fmt: skip
    assert far.id in {one.service.id for one in buddies_for(db, of.id, today=TODAY).candidates}


def test_events_until_the_end_of_today_in_london_count_archived_ones_too(db: Database, home: Home) -> None:
    of, came = home("Elm", Rating.INADEQUATE), home("Larkmeadow")
    summer = date(2019, 7, 1)
    for number, starts in enumerate(
        (datetime(2019, 6, 3, 9, tzinfo=UTC), datetime(2019, 7, 1, 23, 30, tzinfo=UTC))
    ):
        draft = EventDraft(EventKind.PROVIDER_FORUM, f"Forum {number}", starts, starts + timedelta(hours=2))
        event = events.plan_event(db, draft)
        who = WalkIn(f"Ada Example {number}", provider_id=came.provider_id, service_id=came.id)
        door.walk_in(db, event, who, now=starts, device="Laptop", nonce=str(number))
        events.archive_event(db, event, on=TODAY)
    (one,) = buddies_for(db, of.id, today=summer).candidates
    assert one.service.last_came == date(2019, 6, 3)  # the second begins at half past midnight on 2 July


def test_no_buddy_is_sought_for_what_is_put_away(db: Database, home: Home) -> None:
    of = home("Elm", Rating.INADEQUATE, postcode=RUSHCLIFFE)
    archive_service(db, of.id, today=TODAY)
    with pytest.raises(Problem, match="Elm is archived"):
        buddies_for(db, of.id, today=TODAY)


def test_what_was_read_is_kept_until_something_changes(db: Database, home: Home) -> None:
    of, kept = home("Elm", Rating.INADEQUATE), Kept()
    first = kept.standings(db, of.kind, TODAY)
    assert kept.standings(db, of.kind, TODAY) is first
    assert kept.standings(db, of.kind, TODAY + timedelta(days=1)) is not first
    buddy = home("Larkmeadow", Rating.GOOD)
    assert [one.service.id for one in buddies_for(db, of.id, today=TODAY, kept=kept).candidates] == [buddy.id]
    history.undo(db)
    assert buddies_for(db, of.id, today=TODAY, kept=kept).candidates == ()  # its rating was taken back
