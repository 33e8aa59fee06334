from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from engagement.forums import events, series
from engagement.forums.events import EventDraft
from engagement.forums.listings import EVENTS
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.series import SeriesDraft
from engagement.forums.vocabulary import EventKind
from resources.database import Database, Query
from resources.problem import FieldProblem
from tests.engagement.forums.draft import draft

# --- series ---------------------------------------------------------------------------------------------

QUARTERLY = SeriesDraft(
    "Quarterly provider forum",
    EventKind.PROVIDER_FORUM,
    "Provider forum, {month} {year}",
    time(10),
    time(12, 30),
    place="Civic Centre",
    capacity=60,
    audience=AudienceRule(authorities=("Nottinghamshire",)),
)


def test_the_next_of_a_series_needs_a_day_alone(db: Database) -> None:
    key = series.add_series(db, QUARTERLY)
    planned = events.get(db, series.plan_next(db, key, date(2020, 6, 9)))
    assert planned.draft() == EventDraft(
        EventKind.PROVIDER_FORUM,
        "Provider forum, June 2020",
        datetime(2020, 6, 9, 9, tzinfo=UTC),
        datetime(2020, 6, 9, 11, 30, tzinfo=UTC),
        place="Civic Centre",
        capacity=60,
        audience=QUARTERLY.audience,
        series_id=key,
    )
    assert EVENTS.page(db, Query(text="quarterly"), offset=0, limit=5)[0][1] == "Provider forum, June 2020"


def test_a_series_is_made_from_an_event(db: Database) -> None:
    event = events.plan_event(db, draft(title="Forum of December 2019", capacity=20))
    key = series.series_from_event(db, event, "Forums")
    made = series.get(db, key)
    assert (made.title, made.start, made.end, made.capacity) == (
        "Forum of {month} {year}",
        time(10),
        time(12),
        20,
    )
    assert events.get(db, event).series_id == key
    assert events.get(db, series.plan_next(db, key, date(2020, 3, 31))).title == "Forum of March 2020"


def test_series_are_changed_archived_and_restored(db: Database) -> None:
    key = series.add_series(db, QUARTERLY)
    series.edit_series(db, key, replace(QUARTERLY, name="Forums", start=time(9, 30)))
    assert series.get(db, key).start == time(9, 30)
    series.archive_series(db, key, on=date(2020, 1, 1))
    assert series.all_series(db) == []
    series.restore_series(db, key)
    assert [one.name for one in series.all_series(db)] == ["Forums"]
    with pytest.raises(FieldProblem) as refused:
        series.edit_series(db, key, replace(QUARTERLY, end=time(9)))
    assert refused.value.field == "end"
