"""Planning events, on both sides of a clock change; series; what stands in the way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.events import EventDraft
from engagement.forums.listings import EVENTS
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.vocabulary import Confidentiality, EventKind, EventState, ParticipantStatus
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, Query, history
from resources.problem import FieldProblem, Problem
from tests.engagement.forums.draft import draft

NOW = datetime(2019, 11, 20, 9, tzinfo=UTC)


Add = Callable[..., str]


@pytest.mark.parametrize(
    ("day", "starts", "words"),
    [
        (date(2020, 3, 28), "2020-03-28T10:00:00+00:00", "Saturday 28 March 2020, 10am to midday"),
        (date(2020, 3, 29), "2020-03-29T09:00:00+00:00", "Sunday 29 March 2020, 10am to midday"),
        (date(2020, 10, 24), "2020-10-24T09:00:00+00:00", "Saturday 24 October 2020, 10am to midday"),
        (date(2020, 10, 25), "2020-10-25T10:00:00+00:00", "Sunday 25 October 2020, 10am to midday"),
    ],
)
def test_ten_in_the_morning_is_ten_on_both_sides_of_a_clock_change(
    db: Database, day: date, starts: str, words: str
) -> None:
    key = events.plan_event(
        db, EventDraft(EventKind.PROVIDER_FORUM, "Forum", *events.instants(day, time(10), time(12)))
    )
    assert db.value("select starts_at from event") == starts
    assert (events.get(db, key).when, events.get(db, key).day) == (words, day)


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(FieldProblem, match=r"There is no 1:30am on 29 March 2020") as refused:
        events.instants(date(2020, 3, 29), time(1, 30), time(4))
    assert refused.value.field == "start"


def test_an_event_over_the_hour_that_comes_twice_lasts_as_long_as_it_does() -> None:
    starts, ends = events.instants(date(2020, 10, 25), time(0, 30), time(3))
    assert ends - starts == timedelta(hours=3, minutes=30)


def test_an_event_may_end_on_another_day() -> None:
    starts, ends = events.instants(date(2020, 6, 1), time(22), time(1), last_day=date(2020, 6, 2))
    assert (starts.isoformat(), ends.isoformat()) == (
        "2020-06-01T21:00:00+00:00",
        "2020-06-02T00:00:00+00:00",
    )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (draft(title=" "), "title"),
        (draft(ends=draft().starts), "ends"),
        (draft(ends=draft().starts - timedelta(hours=1)), "ends"),
        (draft(capacity=0), "capacity"),
    ],
)
def test_what_cannot_be_an_event_is_refused_at_its_field(db: Database, wrong: EventDraft, field: str) -> None:
    with pytest.raises(FieldProblem) as refused:
        events.plan_event(db, wrong)
    assert refused.value.field == field
    assert history.entries(db) == []


def test_what_is_planned_is_what_was_said(db: Database) -> None:
    said = draft(
        capacity=40,
        audience=AudienceRule(kinds=(ServiceKind.NURSING_HOME,)),
        online_link="https://x",
        notes="Tea",
    )
    key = events.plan_event(db, said)
    assert events.get(db, key).draft() == said
    assert history.entries(db)[0].action == "Planned Provider forum"
    changed = replace(said, title="Winter forum", capacity=None)
    events.edit_event(db, key, changed, now=NOW)
    assert events.get(db, key).draft() == changed
    assert [event.id for event in events.events(db)] == [key]


def test_overlaps_and_other_oddities_warn(db: Database, forum: Add) -> None:
    forum("Managers network", place="Civic Centre")
    same = "Managers network is at the same place, Civic Centre: Tuesday 10 December 2019, 10am to midday."
    assert events.warnings(db, draft(place="civic centre"), now=NOW) == [same]
    assert events.warnings(db, draft(place=""), now=NOW) == [
        "Managers network is at the same time: Tuesday 10 December 2019, 10am to midday.",
        "There is no place and no link yet, so nobody can be told where to go.",
    ]
    after = draft(starts=draft().ends, ends=draft().ends + timedelta(hours=1))
    assert events.warnings(db, after, now=NOW) == []
    assert events.warnings(db, after, now=after.starts + timedelta(1)) == ["The event begins in the past."]


def test_cancelling_and_planning_again(db: Database, forum: Add) -> None:
    key = forum("Forum")
    events.cancel_event(db, key)
    assert events.get(db, key).state is EventState.CANCELLED
    events.plan_again(db, key, now=NOW)
    assert events.get(db, key).state is EventState.PLANNED


def test_places_given_up_while_it_was_cancelled_are_offered_when_it_is_planned_again(
    db: Database, forum: Add, person: Add, invited: Callable[..., list[str]]
) -> None:
    key = forum("Forum", capacity=1)
    first, second = invited(key, [person("Amina Khan", "Rosewood House"), person("Ben Lund", "Elm Lodge")])
    invitations.record_reply(db, [first, second], ParticipantStatus.ACCEPTED, now=NOW)
    events.cancel_event(db, key)
    invitations.withdraw(db, [first], now=NOW)
    assert participants.get(db, second).status is ParticipantStatus.WAITLISTED
    events.plan_again(db, key, now=NOW)
    assert participants.get(db, second).status is ParticipantStatus.PLACE_OFFERED
    assert history.entries(db)[0].action == "Planned Forum again"


def test_what_was_held_cannot_be_cancelled(db: Database, forum: Add) -> None:
    key = forum("Forum")
    door.close_event(db, key, now=datetime(2019, 12, 10, 10, tzinfo=UTC))
    with pytest.raises(Problem, match="has been held"):
        events.cancel_event(db, key)


def test_what_somebody_came_to_cannot_be_cancelled(
    db: Database, forum: Add, person: Add, invited: Callable[..., list[str]]
) -> None:
    key = forum("Forum")
    (amina,) = invited(key, [person("Amina Khan", "Rosewood House")])
    act = {"now": datetime(2019, 12, 10, 10, tzinfo=UTC), "device": "Laptop 1"}
    door.check_in(db, key, amina, nonce="in", **act)
    with pytest.raises(Problem, match="1 person is checked in at Forum, so it cannot be cancelled"):
        events.cancel_event(db, key)
    door.check_out(db, key, amina, nonce="out", **act)
    with pytest.raises(Problem, match="1 person is checked in"):
        events.cancel_event(db, key)
    door.undo_last(db, key, nonce="undo out", **act)
    door.undo_last(db, key, nonce="undo in", **act)
    events.cancel_event(db, key)
    assert events.get(db, key).state is EventState.CANCELLED


def test_archived_events_leave_the_list_and_come_back(db: Database, forum: Add) -> None:
    key = forum("Forum")
    events.archive_event(db, key, on=date(2020, 1, 1))
    assert events.events(db) == []
    assert EVENTS.page(db, Query(), offset=0, limit=5)[0][5] == "Archived"
    events.restore_event(db, key)
    assert [event.id for event in events.events(db)] == [key]


def test_an_event_is_as_confidential_as_its_kind_unless_it_says_otherwise(db: Database) -> None:
    key = events.plan_event(db, replace(draft(), kind=EventKind.MANAGERS_NETWORK))
    assert (events.get(db, key).confidentiality, events.get(db, key).openness) == (
        None,
        Confidentiality.NAMES_WITHHELD,
    )
    changed = replace(events.get(db, key).draft(), confidentiality=Confidentiality.OPEN)
    events.edit_event(db, key, changed, now=NOW)
    assert events.get(db, key).draft() == changed
    assert events.get(db, key).openness is Confidentiality.OPEN
    history.undo(db)
    assert events.get(db, key).confidentiality is None


def test_events_to_come_are_planned_ones_the_soonest_first(db: Database, forum: Add) -> None:
    later = forum("Later", starts=datetime(2020, 3, 10, 10, tzinfo=UTC))
    sooner = forum()
    cancelled = forum("Cancelled")
    events.cancel_event(db, cancelled)
    archived = forum("Put away")
    events.archive_event(db, archived, on=date(2019, 11, 1))
    assert [one.id for one in events.events_to_come(db, NOW)] == [sooner, later]
    assert [one.id for one in events.events_to_come(db, datetime(2020, 1, 1, tzinfo=UTC))] == [later]
