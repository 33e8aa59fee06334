from datetime import date

from engagement.forums.summary.reading import events_in, people_terms, places_at, records
from engagement.forums.vocabulary import Confidentiality, EventKind, EventState
from resources.database import Database, change
from resources.spans import Span

YEAR = Span(date(2019, 4, 1), date(2020, 3, 31))


def test_events_of_the_days_of_the_period_and_whether_they_met(year: Database) -> None:
    assert [(one.day.isoformat(), one.kind, one.state, one.met) for one in events_in(year, YEAR)] == [
        ("2019-06-04", EventKind.PROVIDER_FORUM, EventState.HELD, True),
        ("2019-09-03", EventKind.INFORMATION_SHARING, EventState.HELD, True),
        ("2019-10-08", EventKind.PROVIDER_FORUM, EventState.PLANNED, True),
        ("2019-11-05", EventKind.PROVIDER_FORUM, EventState.CANCELLED, False),
        ("2020-01-14", EventKind.MANAGERS_NETWORK, EventState.HELD, True),
        ("2020-03-31", EventKind.PROVIDER_FORUM, EventState.PLANNED, False),
    ]


def test_the_day_is_londons(year: Database) -> None:
    """An event of half past midnight in summer time lies on the day before in UTC."""
    key = year.value("select id from event where title = 'Forum of another year'")
    with change(year, "Moved it"):
        year.update_row(
            "event", key, {"starts_at": "2020-06-30T23:30:00+00:00", "ends_at": "2020-07-01T00:30:00+00:00"}
        )
    assert events_in(year, Span(date(2020, 7, 1), date(2020, 7, 1)))[0].day == date(2020, 7, 1)
    assert events_in(year, Span(date(2020, 6, 30), date(2020, 6, 30))) == []


def test_of_a_confidential_meeting_nobody_is_read(year: Database) -> None:
    found = events_in(year, YEAR)
    places = places_at(year, found)
    closed = {one.id for one in found if one.openness is Confidentiality.CONFIDENTIAL}
    assert closed and not closed & {one.event_id for one in places}
    assert len(places) == 4 + 2 + 2
    assert sum(one.came for one in places) == 3 + 2 + 1
    assert sum(one.had_place for one in places) == 4 + 2  # places count at what was held and closed
    assert sum(one.no_show for one in places) == 1 + 1


def test_services_of_some_authorities_alone(year: Database) -> None:
    assert len(records(year, YEAR)) == 3
    assert len(records(year, YEAR, ["Nottinghamshire"])) == 3
    assert records(year, YEAR, ["Elsewhere"]) == []


def test_everybody_on_a_list_of_the_period_is_searched_for(year: Database) -> None:
    terms = {term.text for term in people_terms(year, YEAR.first, YEAR.last)}
    assert terms == {"Amina Khan", "Ben Lund", "Cy Moss", "Pat Partner", "Quin Secret"}
    assert people_terms(year, date(2017, 1, 1), date(2017, 12, 31)) == []
