from datetime import date

import pytest

from engagement.market.as_at import (
    authorities_held,
    dates_held,
    market_of_districts,
    market_on,
    regions_held,
)
from engagement.market.market_table import wide_table
from engagement.market.scope import Scope, ScopeKind, sentences_of
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service, archive_service
from engagement.register.vocabulary import MarketKind, Rating, ServiceKind
from resources.database import Database, change, new_key
from resources.problem import Problem

MAY, AUGUST, TODAY = date(2019, 5, 1), date(2019, 8, 1), date(2019, 12, 9)


def period(db: Database, service: str, from_on: str, until_on: str | None, kind: str, authority: str) -> None:
    with change(db, "Read a file"):
        db.insert_row(
            "service_period",
            {
                "id": new_key(),
                "service_id": service,
                "from_on": from_on,
                "until_on": until_on,
                "authority": authority,
                "kind": kind,
            },
        )


def home(db: Database, provider: str, name: str, district: str, **more: object) -> str:
    facts = {"authority": "Nottinghamshire", "region": "East Midlands", "kind": ServiceKind.RESIDENTIAL_HOME}
    return add_service(db, provider, **{**facts, "name": name, "district": district, **more}).id


def counts(market, area, kind):
    return market.profile(area, kind).counts


def test_a_table_of_a_day_counts_what_was_active_then_as_it_was_rated_then(db):
    provider = add_provider(db, name="Invented Care").id
    one, two, gone = (home(db, provider, name, "Ashfield") for name in ("One", "Two", "Gone"))
    period(db, one, "2015-01-01", "2019-07-01", "residential_home", "Nottinghamshire")
    period(db, one, "2019-07-01", None, "nursing_home", "Nottinghamshire")
    period(db, two, "2019-06-01", None, "residential_home", "Nottinghamshire")
    period(db, gone, "2011-01-01", "2019-08-01", "residential_home", "Nottinghamshire County Council")
    for rating, day in ((Rating.GOOD, date(2018, 3, 1)), (Rating.INADEQUATE, date(2019, 7, 30))):
        record_rating(db, one, rating, day, today=TODAY)
    record_rating(db, gone, Rating.OUTSTANDING, MAY, today=TODAY)

    may = market_on(db, MAY, authorities=["Nottinghamshire"])
    assert counts(may, "Nottinghamshire", MarketKind.RESIDENTIAL) == (0, 0, 1, 1, 0)
    assert counts(may, "Nottinghamshire", MarketKind.NURSING) == (0, 0, 0, 0, 0)

    august = market_on(db, AUGUST, region="East Midlands")
    assert august.areas == ("Nottinghamshire",) and august.as_at == AUGUST
    assert counts(august, "Nottinghamshire", MarketKind.RESIDENTIAL) == (0, 0, 0, 0, 1)
    assert counts(august, "Nottinghamshire", MarketKind.NURSING) == (1, 0, 0, 0, 0)


def test_services_that_no_file_spoke_of_count_from_their_registration_until_they_are_archived(db):
    provider = add_provider(db, name="Invented Care").id
    home(db, provider, "Typed", "Mansfield", registered_on=date(2019, 6, 1))
    old = home(db, provider, "Old", "Mansfield")
    home(db, provider, "Day centre", "Mansfield", kind=ServiceKind.DAY_CARE)
    archive_service(db, old, today=AUGUST)
    kind = MarketKind.RESIDENTIAL
    assert sum(market_on(db, MAY).profile("Nottinghamshire", each).all for each in MarketKind) == 1
    assert counts(market_on(db, MAY), "Nottinghamshire", kind) == (0, 0, 0, 0, 1)
    assert counts(market_on(db, date(2019, 7, 1)), "Nottinghamshire", kind) == (0, 0, 0, 0, 2)
    assert counts(market_on(db, AUGUST), "Nottinghamshire", kind) == (0, 0, 0, 0, 1)


def test_the_districts_of_one_county_with_a_row_for_homes_that_no_district_is_known_of(db):
    provider = add_provider(db, name="Invented Care").id
    home(db, provider, "One", "Ashfield")
    home(db, provider, "Two", "")
    home(db, provider, "Elsewhere", "Derby", authority="Derby")
    market = market_of_districts(db, MAY, "Nottinghamshire")
    assert market.areas == (
        "Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe",
        "District not known",
    )  # fmt: skip
    assert counts(market, "Ashfield", MarketKind.RESIDENTIAL) == (0, 0, 0, 0, 1)
    assert counts(market, "District not known", MarketKind.RESIDENTIAL) == (0, 0, 0, 0, 1)


def test_an_authority_that_has_ended_since_stands_in_its_region_under_its_own_name(db):
    provider = add_provider(db, name="Invented Care").id
    home(db, provider, "One", "", authority="Northamptonshire", region="")
    home(db, provider, "Two", "", authority="Bristol, City of", region="South West")
    assert market_on(db, MAY, region="East Midlands").areas == ("Northamptonshire",)
    assert market_on(db, MAY, authorities=["Bristol City Council"]).areas == ("Bristol City Council",)
    assert market_on(db, MAY).areas == ("Bristol, City of", "Northamptonshire")
    assert authorities_held(db) == ["Bristol, City of", "Northamptonshire"]
    assert regions_held(db) == ["East Midlands", "South West"]


def test_the_dates_held_are_those_of_the_files_taken_in(db):
    assert dates_held(db) == []
    with change(db, "Imported a file"):
        for number, as_at in enumerate(("2019-05-01", "2019-08-01", "2019-08-01")):
            db.insert_row(
                "cqc_file",
                {
                    "id": f"{number}", "kind": "directory", "as_at": as_at, "name": "a", "sha256": "a", "rows": 1,
                    "taken_in_at": "2019-12-09T10:00:00+00:00",
                },
            )  # fmt: skip
    assert dates_held(db) == [AUGUST, MAY]


def file_taken_in(db: Database, as_at: date, authorities: str, kind: str = "directory") -> None:
    with change(db, "Read a file"):
        db.insert_row(
            "cqc_file",
            {
                "id": new_key(), "kind": kind, "as_at": as_at.isoformat(), "name": "file.csv", "sha256": new_key(),
                "authorities": authorities, "rows": 1, "taken_in_at": "2019-12-09T10:00:00+00:00",
            },
        )  # fmt: skip


def test_a_day_before_the_first_directory_is_refused_with_the_earliest_day_that_is_held(db):
    file_taken_in(db, MAY, "Nottinghamshire")
    file_taken_in(db, date(2019, 4, 1), "", kind="ratings")
    with pytest.raises(Problem, match=r"Nothing is held for 30 April 2019: .* 1 May 2019"):
        market_on(db, date(2019, 4, 30), authorities=["Nottinghamshire"])
    assert dates_held(db) == [MAY]


def test_areas_without_any_rating_and_with_an_older_directory_are_remarked_on(db):
    provider = add_provider(db, name="Invented Care").id
    rated = home(db, provider, "One", "Ashfield", registered_on=date(2011, 1, 1))
    home(db, provider, "Two", "Derby", authority="Derby", registered_on=date(2011, 1, 1))
    record_rating(db, rated, Rating.GOOD, MAY, today=TODAY)
    file_taken_in(db, date(2016, 2, 1), "Derby|Nottinghamshire")
    file_taken_in(db, AUGUST, "Nottinghamshire")
    market = market_on(db, AUGUST)
    assert market.remarks == (
        "No ratings are held for Derby: import CQC's latest ratings.",
        "The newest directory held for Derby is of 1 February 2016.",
    )
    assert wide_table(market).notes[-2:] == market.remarks


def test_a_directory_soon_after_the_day_tells_of_it_too(db):
    provider = add_provider(db, name="Invented Care").id
    for name in ("Derby", "Nottinghamshire"):
        key = home(db, provider, name, name, authority=name, registered_on=date(2011, 1, 1))
        record_rating(db, key, Rating.GOOD, date(2015, 1, 1), today=TODAY)
    file_taken_in(db, date(2016, 2, 1), "Derby|Nottinghamshire")
    file_taken_in(db, date(2017, 2, 1), "Nottinghamshire")
    file_taken_in(db, date(2017, 8, 1), "Derby")
    assert market_on(db, date(2017, 1, 1)).remarks == (
        "Between 1 February 2016 and 1 August 2017 no directory is held for Derby; 1 January 2017 lies between.",
    )


def test_nothing_is_ranked_of_an_area_whose_ratings_are_not_held(db):
    provider = add_provider(db, name="Invented Care").id
    home(db, provider, "Two", "Derby", authority="Derby", registered_on=date(2011, 1, 1))
    said = sentences_of(market_on(db, AUGUST), Scope(ScopeKind.ALL), "Derby")
    assert [one.text for one in said] == ["No ratings are held for services in Derby on that day."]
