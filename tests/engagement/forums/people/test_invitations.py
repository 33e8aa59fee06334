"""Invitations, replies, the waiting list, substitutes."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.people import invitations, participants, places
from engagement.forums.people.invitations import Invited, Recorded
from engagement.forums.vocabulary import EventKind, ParticipantRole, ParticipantStatus, may_reply
from resources.database import Database, history
from resources.problem import Problem
from tests.engagement.forums.people.asked import NOW, Add, choose, reply, status

S = ParticipantStatus


STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)


Asked = Callable[..., tuple[str, list[str]]]


# --- inviting -------------------------------------------------------------------------------------------


def test_inviting_is_one_change_without_doubles_and_keeps_the_reasons(
    db: Database, forum: Add, person: Add
) -> None:
    event, amina, ben = forum(), person("Amina Khan", "Rosewood House"), person("Ben Lund", "Elm Lodge")
    chosen = [choose(db, amina, "Nursing home", "Bassetlaw"), choose(db, ben), choose(db, amina)]
    made = invitations.invite(db, event, chosen, now=NOW)
    assert history.entries(db)[0].action == "Invited 2 people to Provider forum, December 2019"
    assert invitations.invite(db, event, chosen, now=NOW) == Invited((), 2)
    first = participants.get(db, made.participants[0])
    assert (first.name, first.service, first.reasons) == (
        "Amina Khan",
        "Rosewood House",
        ("Nursing home", "Bassetlaw"),
    )
    assert history.next_undo(db) == history.entries(db)[0]


def test_a_withdrawn_invitation_can_be_made_again(db: Database, asked: Asked) -> None:
    event, people = asked(1)
    invitations.withdraw(db, people, now=NOW)
    assert status(db, *people) == [S.CANCELLED]
    assert history.entries(db)[0].action == "Withdrew the invitation of Amina Khan"
    contact = participants.get(db, people[0]).contact_id
    assert invitations.invite(db, event, [choose(db, contact)], now=NOW).participants == tuple(people)
    assert status(db, *people) == [S.INVITED]


@pytest.mark.parametrize(
    ("close", "said"),
    [(events.cancel_event, "is cancelled"), (partial(door.close_event, now=STARTS), "has been held")],
)
def test_nobody_is_invited_to_what_is_over_or_off(
    db: Database, asked: Asked, person: Add, close: Callable[[Database, str], object], said: str
) -> None:
    event, _ = asked(1)
    close(db, event)
    with pytest.raises(Problem, match=said):
        invitations.invite(db, event, [choose(db, person("Zed Ash", "Ash Court"))], now=NOW)


# --- replies --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("was", [status for status in S if status.is_reply])
@pytest.mark.parametrize("said", invitations.REPLIES)
def test_every_reply_after_every_other(
    db: Database, asked: Asked, was: ParticipantStatus, said: ParticipantStatus
) -> None:
    _, (key,) = asked(1)
    if was not in (S.INVITED, S.CANCELLED, S.WAITLISTED, S.PLACE_OFFERED):
        reply(db, [key], was)
    elif was is S.CANCELLED:
        invitations.withdraw(db, [key], now=NOW)
    elif was is not S.INVITED:
        with history.change(db, "Put in line"):
            places.put_in_line(db, key, now=NOW)
            if was is S.PLACE_OFFERED:
                participants.set_reply(db, key, S.PLACE_OFFERED, offer_expires_at="2019-12-01T00:00:00+00:00")
    assert status(db, key) == [was]
    assert was is said or may_reply(was, said)
    reply(db, [key], said)
    assert status(db, key) == [said]
    kept = participants.get(db, key)
    assert (kept.waiting_number, kept.waiting_since, kept.offer_expires_at) == (None, None, None)


def test_a_batch_of_replies_is_one_change_and_saying_it_again_is_none(db: Database, asked: Asked) -> None:
    _, people = asked(3)
    assert reply(db, people, S.APOLOGIES).replied == tuple(people)
    assert history.entries(db)[0].action == "3 people: apologies"
    entries = len(history.entries(db))
    assert reply(db, people, S.APOLOGIES) == Recorded(())
    assert len(history.entries(db)) == entries


def test_who_was_there_cannot_send_apologies(db: Database, asked: Asked) -> None:
    event, people = asked(2)
    door.check_in(db, event, people[0], now=STARTS, device="Laptop", nonce="a")
    with pytest.raises(Problem, match="Amina Khan was checked in"):
        reply(db, people, S.APOLOGIES)
    assert status(db, *people) == [S.ATTENDED, S.INVITED]


def test_apologies_may_reach_the_office_after_the_day(db: Database, asked: Asked) -> None:
    event, people = asked(1)
    reply(db, people, S.ACCEPTED)
    door.close_event(db, event, now=STARTS)
    assert status(db, *people) == [S.NO_SHOW]
    reply(db, people, S.APOLOGIES)
    assert status(db, *people) == [S.APOLOGIES]


def test_who_accepted_after_the_close_and_is_withdrawn_and_reinstated_does_not_wait(
    db: Database, asked: Asked
) -> None:
    event, (came, late) = asked(2, capacity=1)
    reply(db, [came], S.ACCEPTED)
    door.check_in(db, event, came, now=STARTS, device="Laptop 1", nonce="a")
    door.close_event(db, event, now=STARTS)
    for _ in range(2):
        assert reply(db, [late], S.ACCEPTED, now=STARTS).waiting == ()
        assert status(db, late) == [S.NO_SHOW]
        invitations.withdraw(db, [late], now=STARTS)
        assert status(db, late) == [S.CANCELLED]
    history.undo(db)
    assert status(db, late) == [S.NO_SHOW]
    assert places.waiting_list(db, event) == []


def test_a_named_person_may_give_a_place_beyond_capacity(db: Database, asked: Asked) -> None:
    event, people = asked(2, capacity=1)
    reply(db, people[:1], S.ACCEPTED)
    reply(db, people[1:], S.ACCEPTED, beyond_capacity=True, note="Speaker's deputy")
    assert status(db, people[1]) == [S.ACCEPTED]
    assert "Given a place beyond capacity by Test Officer." in participants.get(db, people[1]).note
    assert places.places(db, event).left == 0


def test_a_note_is_kept_though_the_answer_is_the_same(db: Database, asked: Asked) -> None:
    event, people = asked(3, capacity=1)
    reply(db, people, S.ACCEPTED)
    for key in people:
        reply(db, [key], S.ACCEPTED, note="Brings a poster")
    assert status(db, *people) == [S.ACCEPTED, S.WAITLISTED, S.WAITLISTED]
    assert [participants.get(db, key).note for key in people] == ["Brings a poster"] * 3
    assert places.waiting_list(db, event) == people[1:]


# --- substitutes ----------------------------------------------------------------------------------------


def test_a_substitute_has_the_place_of_whom_they_stand_in_for(
    db: Database, asked: Asked, person: Add
) -> None:
    event, people = asked(3, capacity=2)
    reply(db, people, S.ACCEPTED)
    deputy = person("Fay Quist", "Amina Khan House")
    key = invitations.substitute(db, people[0], deputy, now=NOW)
    assert history.entries(db)[0].action == "Fay Quist comes instead of Amina Khan"
    assert status(db, *people, key) == [S.APOLOGIES, S.ACCEPTED, S.WAITLISTED, S.ACCEPTED]
    assert participants.get(db, key).substitute_for_id == people[0]
    assert participants.get(db, key).service == "Amina Khan House"
    row = next(row for row in participants.participants_table(db, event).rows if row[0] == "Fay Quist")
    assert row[10] == "Amina Khan"


def test_who_waits_cannot_hand_on_a_place(db: Database, asked: Asked, person: Add) -> None:
    _, people = asked(2, capacity=1)
    reply(db, people, S.ACCEPTED)
    key = invitations.substitute(db, people[1], person("Fay Quist", "Ben Lund House"), now=NOW)
    assert status(db, people[1], key) == [S.APOLOGIES, S.WAITLISTED]


def test_who_comes_anyway_cannot_be_a_substitute(db: Database, asked: Asked) -> None:
    _, people = asked(2)
    reply(db, people, S.ACCEPTED)
    contact = participants.get(db, people[1]).contact_id
    with pytest.raises(Problem, match="is coming already"):
        invitations.substitute(db, people[0], contact, now=NOW)
    with pytest.raises(Problem, match="instead of themselves"):
        invitations.substitute(db, people[1], contact, now=NOW)


# --- roles ----------------------------------------------------------------------------------------------


def role(db: Database, key: str) -> ParticipantRole:
    return participants.get(db, key).role


def test_who_is_invited_has_the_usual_role_of_the_event_and_the_organisation(
    db: Database, forum: Add, person: Add, guest: Add
) -> None:
    event = forum(kind=EventKind.MANAGERS_NETWORK)
    chosen = [
        choose(db, person("Amina Khan", "Rosewood House")),
        choose(db, guest("Bo Sample", "Sample Board")),
    ]
    made = invitations.invite(db, event, chosen, now=NOW).participants
    assert [role(db, key) for key in made] == [ParticipantRole.MEMBER, ParticipantRole.PARTNER]
    chair = invitations.invite_by_hand(
        db, event, person("Cy Moss", "Elm Lodge"), now=NOW, role=ParticipantRole.CHAIR
    )
    assert role(db, chair) is ParticipantRole.CHAIR


def test_a_role_is_set_for_several_in_one_change(db: Database, asked: Asked) -> None:
    _, people = asked(2)
    assert invitations.set_role(db, people, ParticipantRole.SPEAKER) == tuple(people)
    assert [role(db, key) for key in people] == [ParticipantRole.SPEAKER] * 2
    assert history.entries(db)[0].action == "2 people: speaker of the event"
    before = history.entries(db)[0]
    assert invitations.set_role(db, people, ParticipantRole.SPEAKER) == ()
    assert history.entries(db)[0] == before
    history.undo(db)
    assert [role(db, key) for key in people] == [ParticipantRole.DELEGATE] * 2


def test_a_role_that_the_kind_of_event_does_not_know_is_refused(db: Database, asked: Asked) -> None:
    _, people = asked(1)
    with pytest.raises(Problem, match="Nobody is “supporter” at an event of the kind “Provider forum”"):
        invitations.set_role(db, people, ParticipantRole.SUPPORTER)


def test_who_comes_instead_has_the_same_role_or_the_one_that_is_said(
    db: Database, asked: Asked, person: Add
) -> None:
    _, people = asked(2)
    invitations.set_role(db, people, ParticipantRole.SPEAKER)
    same = invitations.substitute(db, people[0], person("Gil Ray", "Elm Lodge"), now=NOW)
    other = invitations.substitute_newcomer(db, people[1], "Hal Ray", now=NOW, role=ParticipantRole.OBSERVER)
    assert [role(db, key) for key in (same, other)] == [ParticipantRole.SPEAKER, ParticipantRole.OBSERVER]


def test_what_came_of_a_reply_is_said() -> None:
    assert Recorded(("a",)).sentences == ()
    assert Recorded(("a", "b"), ("a",), ("c", "d")).sentences == (
        "All places are taken: 1 person put on the waiting list",
        "2 free places offered to the waiting list",
    )
