from datetime import UTC, date, datetime

import pytest

from engagement.forums import events
from engagement.forums.meeting import agenda
from engagement.forums.meeting.minutes import (
    Minutes,
    agree,
    check_minutes,
    keep_minutes,
    minutes_of,
    to_be_agreed,
)
from engagement.forums.vocabulary import ParticipantRole
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.engagement.forums.held_forum import Add

BEFORE, AFTER = datetime(2019, 3, 1, 9, tzinfo=UTC), datetime(2019, 4, 1, 9, tzinfo=UTC)


def test_minutes_are_kept_and_agreed_later(db: Database, meetings: list[str]) -> None:
    keep_minutes(db, meetings[0], Minutes(" Priya Sample ", "Max Specimen", note="Draft"))
    agree(db, meetings[0], on=date(2019, 6, 11))
    assert minutes_of(db, meetings[0]) == Minutes("Priya Sample", "Max Specimen", date(2019, 6, 11), "Draft")
    history.undo(db)
    assert minutes_of(db, meetings[0]).agreed_on is None
    agree(db, meetings[1], on=date(2019, 9, 10))
    assert minutes_of(db, meetings[1]).agreed_on == date(2019, 9, 10)


def test_minutes_are_not_agreed_before_the_meeting(db: Database, meetings: list[str]) -> None:
    for act in (
        lambda: agree(db, meetings[1], on=date(2019, 6, 10)),
        lambda: keep_minutes(db, meetings[1], Minutes(agreed_on=date(2019, 6, 10))),
    ):
        with pytest.raises(FieldProblem):
            act()


def test_who_came_as_chair_is_the_chair_unless_somebody_is_named(
    db: Database, held: tuple, person: Add
) -> None:
    event, _ = held
    assert minutes_of(db, event).chair == ""
    key = db.value("select id from participant where event_id = ? and status = 'attended'", (event,))
    set_part(db, str(key), ParticipantRole.CHAIR)
    assert minutes_of(db, event).chair == db.value(
        "select contact.name from participant join contact on contact.id = contact_id where participant.id = ?",
        (key,),
    )
    keep_minutes(db, event, Minutes("Somebody Else"))
    assert minutes_of(db, event).chair == "Somebody Else"


def set_part(db: Database, participant: str, role: ParticipantRole) -> None:
    with change(db, "Another part"):
        db.update_row("participant", participant, {"role": role.value})


def test_minutes_want_a_meeting_that_has_begun(db: Database, meetings: list[str]) -> None:
    with pytest.raises(Problem, match="has not begun"):
        check_minutes(db, meetings[0], now=BEFORE)
    check_minutes(db, meetings[0], now=AFTER)  # without an agenda too
    events.cancel_event(db, meetings[0])
    with pytest.raises(Problem, match="was cancelled"):
        check_minutes(db, meetings[0], now=AFTER)


def test_the_minutes_to_be_agreed_are_those_of_the_meeting_before(db: Database, meetings: list[str]) -> None:
    march, june, september = meetings
    assert to_be_agreed(db, june) is None  # March has no agenda
    agenda.start_agenda(db, march)
    assert to_be_agreed(db, june) == events.get(db, march)
    events.cancel_event(db, june)
    assert to_be_agreed(db, september) == events.get(db, march)
    agree(db, march, on=date(2019, 9, 10))
    assert to_be_agreed(db, september) is None and to_be_agreed(db, march) is None
