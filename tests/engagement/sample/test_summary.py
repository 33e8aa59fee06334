"""The attendance summary of the sample county, checked against queries written apart from the program's own."""

from datetime import date
from pathlib import Path

import pytest

from desktop.documents import exempt_terms, save_public
from engagement.forums import events
from engagement.forums.sections import forum_report, people_terms
from engagement.forums.summary import reading
from engagement.forums.summary.answering import PeriodSummary, period_summary
from engagement.forums.summary.sections import period_report
from engagement.forums.vocabulary import Confidentiality, EventState
from engagement.market.scope import Scope, ScopeKind
from engagement.market.sections import market_summary
from resources.database import Database
from resources.report.document_text import passages
from tests.engagement.sample.made_county import TODAY

FIRST, LAST = date(2018, 10, 1), date(2019, 9, 30)

_TOLD = """with told as (
    select id, state from event where date(starts_at) between '2018-10-01' and '2019-09-30' and state <> 'cancelled'
    and kind <> 'information_sharing'),
came as (
    select p.*, (select organisation from provider where id = p.provider_id) as organisation
    from participant p where event_id in (select id from told) and status in ('attended', 'left_early')),
held as (
    select s.id, s.provider_id, s.district from service s join provider o on o.id = s.provider_id
    where s.authority = 'Nottinghamshire' and o.organisation = 'care_provider'
    and coalesce(s.archived_on, '9999') > '2019-09-30' and coalesce(o.archived_on, '9999') > '2019-09-30'
    and case when exists (select 1 from service_period where service_id = s.id)
        then exists (select 1 from service_period where service_id = s.id and from_on <= '2019-09-30'
            and coalesce(until_on, '9999') > '2019-09-30' and dormant = 0)
        else coalesce(s.registered_on, '') <= '2019-09-30' and s.dormant = 0 end)
"""  # no event of these days begins so early in summer that London and UTC disagree on its day


@pytest.fixture(scope="module")
def found(county: Database) -> PeriodSummary:
    return period_summary(county, FIRST, LAST, today=TODAY)


def test_events_people_and_attendances(county: Database, found: PeriodSummary) -> None:
    assert (
        county.value(
            """select count(*) from event where date(starts_at) between '2018-10-01' and '2019-09-30'
        and state = 'held'"""
        )
        == found.now.met
    )
    assert county.row(f"{_TOLD} select count(*), count(distinct contact_id) from came") == (
        found.now.attendances, found.now.people,
    )  # fmt: skip
    assert found.now.confidential == 4 and found.authorities == ("Nottinghamshire",)


def test_services_and_providers_reached_of_how_many(county: Database, found: PeriodSummary) -> None:
    services = county.row(f"""{_TOLD} select sum(id in (select service_id from came)), count(*) from held""")
    providers = county.row(
        f"""{_TOLD} select sum(provider_id in (select provider_id from came)), count(*)
        from (select distinct provider_id from held)"""
    )
    assert services == (found.now.reached.services.count, found.now.reached.services.base)
    assert providers == (found.now.reached.providers.count, found.now.reached.providers.base)
    districts = county.rows(
        f"""{_TOLD} select district, sum(id in (select service_id from came)), count(*) from held
        where district <> '' group by district"""
    )
    assert {name: (part.count, part.base) for name, part in found.now.by_district.items()} == {
        name: (came, base) for name, came, base in districts
    }


def test_no_shows_of_those_who_had_a_place(county: Database, found: PeriodSummary) -> None:
    assert county.row(
        f"""{_TOLD} select sum(p.status = 'no_show'), sum(p.walk_in = 0
            and p.reply in ('accepted', 'place_offered'))
        from participant p join told on told.id = p.event_id and told.state = 'held'
        where p.service_id in (select id from service where authority = 'Nottinghamshire')
        or p.service_id is null and p.provider_id in (
            select provider_id from service where authority = 'Nottinghamshire')"""
    ) == (found.now.reached.no_shows.count, found.now.reached.no_shows.base)


def test_no_contact_provider_or_service_is_named(county: Database, tmp_path: Path) -> None:
    path = tmp_path / "summary.docx"
    terms = reading.people_terms(county, FIRST, LAST)
    save_public(county, period_report(county, FIRST, LAST, today=TODAY), path, also=terms)
    text = "\n".join(passage.text for passage in passages(path.read_bytes()))
    named = [
        name
        for table in ("contact", "provider", "service")
        for (name,) in county.rows(f"select distinct name from {table}")
        if name in text
    ]
    assert named == []


def test_names_that_are_withheld_stop_no_ordinary_document(county: Database, tmp_path: Path) -> None:
    assert len(exempt_terms(county)) > 20
    scope = Scope(ScopeKind.DISTRICTS, "Nottinghamshire")
    save_public(county, market_summary(county, scope, TODAY), tmp_path / "market.docx")
    held = [one for one in events.events(county) if one.state is EventState.HELD]
    now = max(one.ends for one in held)
    for openness in Confidentiality:
        last = [one for one in held if one.openness is openness][-1]
        path = tmp_path / f"{openness.value}.docx"
        save_public(county, forum_report(county, last.id, now=now), path, also=people_terms(county, last.id))
        assert path.exists()
