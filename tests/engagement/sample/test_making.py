"""The sample county: believable in its numbers, recognisably invented, and the same each time it is made."""

import re
from datetime import UTC, date, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement import sample
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.interest import interests
from engagement.forums.people.places import places
from engagement.forums.vocabulary import EventKind, EventState, ParticipantStatus
from engagement.market.as_at import authorities_held, dates_held, market_on
from engagement.register.contracts import counts_on
from engagement.register.duplicates.finding import find_duplicates
from engagement.register.sample_data import is_sample
from engagement.register.vocabulary import (
    ConsentBasis,
    ContactRole,
    ContractStatus,
    KeyQuestion,
    MarketKind,
    Rating,
    ServiceKind,
)
from engagement.sample.places import POSTCODES
from resources.database import Database, open_file
from resources.database.history import entries, logical_dump
from resources.geography import districts_of
from resources.problem import Problem
from resources.wording import from_london
from tests.engagement.sample.made_county import TODAY, made


def test_has_360_providers_of_which_a_few_are_archived(county: Database) -> None:
    assert county.value("select count(*) from provider where organisation = 'care_provider'") == 360
    assert 2 <= county.value("select count(*) from provider where archived_on is not null") <= 6


def test_has_services_of_every_kind_in_all_seven_districts(county: Database) -> None:
    here = county.rows("select kind, district from service where authority = 'Nottinghamshire'")
    assert len(here) == 454
    assert {kind for kind, _ in here} == set(ServiceKind.values())
    assert {district for _, district in here} == set(districts_of("Nottinghamshire")) == set(POSTCODES)


def test_some_providers_run_several_services_and_some_belong_to_a_brand(county: Database) -> None:
    several = """select count(*) from (select provider_id from service where authority = 'Nottinghamshire'
        group by provider_id having count(*) > 1)"""
    assert county.value(several) > 20
    assert county.value("select count(distinct brand) from provider where brand <> ''") == 24


def test_contacts_have_every_role_and_every_basis_of_consent(county: Database) -> None:
    assert {role for (role,) in county.rows("select distinct role from contact")} == set(ContactRole.values())
    consents = {consent for (consent,) in county.rows("select distinct consent from contact")}
    assert consents == set(ConsentBasis.values())


def test_ratings_reach_back_six_years_and_go_up_and_down(county: Database) -> None:
    days = county.row("select min(published_on), max(published_on) from rating")
    assert days is not None
    assert days[0] < "2013-12" and "2019-10" < days[1] <= TODAY.isoformat()
    questions = {one for (one,) in county.rows("select distinct key_question from rating")}
    assert questions == set(KeyQuestion.values())
    grades = [rating.value for rating in Rating if rating.is_rated]
    assert {one for (one,) in county.rows("select distinct rating from rating")} == set(grades)
    better, worse = 0, 0
    newest: dict[str, int] = {}
    for service, rating in county.rows(
        "select service_id, rating from rating where key_question = 'overall' order by published_on"
    ):
        grade = grades.index(rating)
        better += grade > newest.get(service, grade)
        worse += grade < newest.get(service, grade)
        newest[service] = grade
    assert better > 100 and worse > 100
    assert county.value("select count(*) from rating where inherited = 1") > 20


def test_some_services_are_not_rated_dormant_or_gone(county: Database) -> None:
    states = dict(
        county.rows(
            "select state, count(*) from listing_service where authority = 'Nottinghamshire' group by state"
        )
    )
    assert states.keys() == {"Current", "Gone from CQC", "Dormant", "Archived"}
    unrated = "select count(*) from listing_service where rating = 'Not yet rated' and state = 'Current'"
    assert county.value(unrated) > 40


def test_three_contracts_are_suspended_and_every_status_occurs(county: Database) -> None:
    assert counts_on(county, TODAY).numbers[ContractStatus.SUSPENDED] == 3
    assert counts_on(county, TODAY).numbers[ContractStatus.IMPROVEMENT_NOTICE] == 6
    held = {one for (one,) in county.rows("select distinct status from contract_status")}
    assert held == set(ContractStatus.values()) - {"none"}


def test_the_whole_region_is_held_at_several_dates(county: Database) -> None:
    assert len(dates_held(county)) == 11
    assert len(authorities_held(county)) == 10
    for day in dates_held(county):
        market = market_on(county, day, region="East Midlands")
        assert len(market.areas) == 10
        assert all(market.profile("Nottinghamshire", kind).rated for kind in MarketKind)


def test_as_at_dates_differ_as_services_come_go_and_change(county: Database) -> None:
    days = dates_held(county)
    tables = [market_on(county, day, authorities=["Nottinghamshire"]).profiles for day in days]
    assert all(earlier != later for earlier, later in pairwise(tables))


def test_forums_of_three_years_were_held_with_every_outcome(county: Database) -> None:
    held = [one for one in events.events(county) if one.state is EventState.HELD]
    assert len(held) > 35 and held[0].day < TODAY - timedelta(days=1000)
    statuses = {one for (one,) in county.rows("select distinct status from participant")}
    assert statuses == set(ParticipantStatus.values()) - {"cancelled"}
    for what in ("walk_in = 1", "substitute_for_id is not null"):
        assert county.value(f"select count(*) from participant where {what}") > 20
    assert {kind for (kind,) in county.rows("select distinct kind from check_in")} == {
        "entry",
        "exit",
        "undo",
    }


def test_nothing_is_dated_after_it_was_said(county: Database) -> None:
    eight = from_london(TODAY, time(10)).astimezone(UTC).isoformat(timespec="seconds")
    assert county.value("select max(at) from check_in") < eight
    assert county.value("select max(answered_at) from participant") < eight
    assert county.value("select max(invited_at) from participant") < eight


OTHER_GROUPS = (EventKind.INFORMATION_SHARING, EventKind.EXPERTS_BY_EXPERIENCE)


def test_there_is_an_event_today_and_a_full_one_soon(county: Database) -> None:
    today, full, planned = [
        one for one in events.events(county) if one.day >= TODAY and one.kind not in OTHER_GROUPS
    ]
    assert today.day == TODAY
    assert door.counts(county, today.id).present == 8 and door.counts(county, today.id).absent > 20
    assert TODAY + timedelta(days=7) <= full.day <= TODAY + timedelta(days=14)
    assert places(county, full.id).left == 0 and places(county, full.id).waiting > 2
    assert planned.day > full.day and not county.value(
        "select count(*) from participant where event_id = ?", (planned.id,)
    )


def test_three_homes_are_interested_in_i_work(county: Database) -> None:
    told = interests(county)
    assert len({one.service_id for one in told}) == 3 and all(one.service for one in told)
    assert {one.event_id for one in told} == {told[0].event_id}


def test_a_few_records_are_kept_twice(county: Database) -> None:
    found = [one for one in find_duplicates(county) if one.score >= 70]
    assert {one.table for one in found} == {"provider", "service", "contact"}
    assert 8 <= len(found) <= 20


def test_the_history_reads_as_what_was_made(county: Database) -> None:
    mark, *actions = [one.action for one in reversed(entries(county))]
    assert mark == "Made the sample county: marked as sample data"
    assert actions[0].startswith("Import of ") and actions[10].startswith("Import of ")
    assert actions[11:14] == [
        "Made the sample county: day care and micro-providers",
        "Made the sample county: contacts",
        "Made the sample county: portfolio officers",
    ]
    assert all(one.startswith("Made the sample county: ") for one in actions[11:])
    assert {one.who for one in entries(county)} == {"Sample data"}


def test_the_file_says_that_it_is_sample_data(county: Database) -> None:
    assert is_sample(county)


def without_keys(db: Database) -> list[str]:
    """Every row with each key replaced by the order in which it occurs among rows that say the same without it."""
    return sorted(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "key", line) for line in logical_dump(db))


def test_is_the_same_each_time_and_tells_how_far_it_has_come(county: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    opened = open_file(tmp_path / "again.providerdesk", CAPABILITIES, who="Sample data", create=True)
    sample.make(opened.db, today=TODAY, progress=lambda done, total, what: told.append((done, total, what)))
    assert without_keys(opened.db) == without_keys(county)
    opened.close()
    assert [(done, total) for done, total, _ in told] == [(done, len(told)) for done in range(len(told))]
    assert told[0][2] == "Making CQC’s files"


def test_can_be_made_on_any_day(tmp_path: Path) -> None:
    for leap_day in made(tmp_path, date(2028, 2, 29)):
        assert leap_day.value("select count(*) from provider where organisation = 'care_provider'") == 360


def test_a_register_in_use_is_left_alone(county: Database) -> None:
    before = county.value("select count(*) from history_change")
    with pytest.raises(Problem, match="holds providers already"):
        sample.make(county, today=TODAY)
    assert county.value("select count(*) from history_change") == before
