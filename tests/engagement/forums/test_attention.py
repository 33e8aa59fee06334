"""What about the forums wants doing, as Home lists it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from engagement.forums import events
from engagement.forums.attention import forum_attention
from resources.attention import Urgency
from resources.database import Database, change, new_key

STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)
WEEK_BEFORE = STARTS - timedelta(days=7)
TITLE = "Provider forum, December 2019"


def invite(db: Database, event: str, contact: str, status: str = "invited", offer: str | None = None) -> None:
    provider = db.value("select provider_id from contact where id = ?", (contact,))
    with change(db, "Invited"):
        db.insert_row("participant", {"id": new_key(), "event_id": event, "contact_id": contact,
                                      "provider_id": provider, "reply": status, "status": status,
                                      "offer_expires_at": offer})  # fmt: skip


def said(db: Database, now: datetime) -> list[tuple[Urgency, str]]:
    return [(line.urgency, line.what) for line in forum_attention(db, now)]


def test_no_events_want_nothing(db: Database) -> None:
    assert forum_attention(db, STARTS) == []


def test_todays_event_comes_with_its_time_and_place(db: Database, forum: Callable[..., str]) -> None:
    key = forum()
    (line,) = forum_attention(db, STARTS + timedelta(hours=5))
    assert (line.urgency, line.what, line.page, line.key) == (Urgency.TODAY, f"Today: {TITLE}", "forums", key)
    assert line.detail == "Tuesday 10 December 2019, 10am to midday, Mansfield Civic Centre"


def test_an_event_to_which_nobody_is_invited_is_due(db: Database, forum: Callable[..., str]) -> None:
    forum()
    assert said(db, WEEK_BEFORE) == [(Urgency.DUE, f"Invite people to {TITLE}")]


def test_an_event_further_off_than_two_weeks_waits(db: Database, forum: Callable[..., str]) -> None:
    forum()
    assert said(db, STARTS - timedelta(days=15)) == []


def test_replies_are_due_soon(db: Database, forum: Callable[..., str], person: Callable[..., str]) -> None:
    event = forum()
    invite(db, event, person("Ada Example", "Elm Lodge"))
    invite(db, event, person("Bola Example", "Oak Lodge"))
    assert said(db, WEEK_BEFORE) == [(Urgency.SOON, f"2 replies due for {TITLE}")]


def test_an_event_all_of_whose_people_have_answered_wants_nothing(
    db: Database, forum: Callable[..., str], person: Callable[..., str]
) -> None:
    invite(db, forum(), person("Ada Example", "Elm Lodge"), "accepted")
    assert said(db, WEEK_BEFORE) == []


def test_an_event_that_was_is_to_be_closed(db: Database, forum: Callable[..., str]) -> None:
    forum()
    assert said(db, STARTS + timedelta(days=1)) == [(Urgency.DUE, f"Close {TITLE}")]


def test_the_day_is_that_of_london(db: Database, forum: Callable[..., str]) -> None:
    forum(starts=datetime(2019, 6, 10, 23, 30, tzinfo=UTC))
    assert said(db, datetime(2019, 6, 11, 8, tzinfo=UTC)) == [(Urgency.TODAY, f"Today: {TITLE}")]


def test_a_cancelled_or_archived_event_wants_nothing(
    db: Database, forum: Callable[..., str], person: Callable[..., str]
) -> None:
    cancelled, archived = forum("Cancelled"), forum("Archived", starts=STARTS + timedelta(days=1))
    offer = (STARTS - timedelta(days=1)).isoformat()
    invite(db, archived, person("Ada Example", "Elm Lodge"), "place_offered", offer)
    events.cancel_event(db, cancelled)
    events.archive_event(db, archived, on=WEEK_BEFORE.date())
    assert said(db, WEEK_BEFORE) == []


def test_an_offer_is_soon_and_then_due(
    db: Database, forum: Callable[..., str], person: Callable[..., str]
) -> None:
    ends = WEEK_BEFORE + timedelta(days=1)
    event = forum()
    invite(db, event, person("Ada Example", "Elm Lodge"), "place_offered", ends.isoformat())
    what = f"Ada Example has been offered a place at {TITLE}"
    assert said(db, WEEK_BEFORE) == [(Urgency.SOON, what)]
    assert said(db, ends) == [(Urgency.DUE, what)]
