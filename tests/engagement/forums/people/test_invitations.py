"""Invitations, replies, the waiting list, substitutes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants, places
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.invitations import Invited, Recorded
from engagement.forums.vocabulary import EventKind, ParticipantStatus, may_reply
from engagement.register import contacts, providers, services
from engagement.register.vocabulary import ContactRole
from resources.database import Database, history, open_file
from resources.problem import Problem

S = ParticipantStatus
NOW = datetime(2019, 11, 20, 9, tzinfo=UTC)
STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)
Add = Callable[..., str]
Invite = Callable[..., list[str]]
NAMES = ("Amina Khan", "Ben Lund", "Cy Moss", "Di Nye", "Ed Orr")


@pytest.fixture
def asked(db: Database, forum: Add, person: Add, invited: Invite) -> Callable[..., tuple[str, list[str]]]:
    """A forum with so many people invited, each of another home."""

    def ask(number: int, *, capacity: int | None = None) -> tuple[str, list[str]]:
        event = forum(capacity=capacity)
        return event, invited(event, [person(name, f"{name} House") for name in NAMES[:number]])

    return ask


Asked = Callable[..., tuple[str, list[str]]]


def status(db: Database, *keys: str) -> list[ParticipantStatus]:
    return [participants.get(db, key).status for key in keys]


def reply(db: Database, keys: list[str], said: ParticipantStatus, **how: object) -> Recorded:
    return invitations.record_reply(db, keys, said, **{"now": NOW, **how})


def choose(db: Database, contact: str, *reasons: str) -> Selected:
    found = contacts.contact(db, contact)
    return Selected(
        contact, found.name, found.role, found.service_id, "", found.provider_id, "", reasons or ("By hand",)
    )


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


def test_who_stands_for_a_provider_with_one_service_stands_for_that(
    db: Database, forum: Add, home: Callable[..., tuple[str, str]]
) -> None:
    event = forum()
    service, provider = home("Rosewood House")
    owner = contacts.add_contact(db, provider, name="Olu Owen").id
    made = invitations.invite(db, event, [choose(db, owner)], now=NOW).participants
    assert participants.get(db, made[0]).service_id == service
    other, _ = home("Rosewood Court", provider="Rosewood House Limited")
    second = contacts.add_contact(db, provider, name="Pia Owen").id
    made = invitations.invite(db, event, [choose(db, second)], now=NOW).participants
    assert participants.get(db, made[0]).service_id is None
    services.archive_service(db, service, today=NOW.date())  # one put away is not among them
    third = contacts.add_contact(db, provider, name="Quin Owen").id
    made = invitations.invite(db, event, [choose(db, third)], now=NOW).participants
    assert participants.get(db, made[0]).service_id == other


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


def test_figures_count_every_status(db: Database, asked: Asked) -> None:
    event, people = asked(4, capacity=1)
    reply(db, people[:2], S.ACCEPTED)
    reply(db, people[2:3], S.TENTATIVE)
    figures = {one.status: (one.number, one.counted) for one in participants.figures(db, event) if one.number}
    assert figures == {S.ACCEPTED: (1, 1), S.WAITLISTED: (1, 0), S.TENTATIVE: (1, 0), S.INVITED: (1, 0)}
    assert places.places(db, event) == places.Places(capacity=1, taken=1, waiting=1)


# --- the waiting list -----------------------------------------------------------------------------------


def test_when_full_an_acceptance_waits_and_a_cancellation_offers_the_place(
    db: Database, asked: Asked
) -> None:
    event, people = asked(4, capacity=2)
    assert reply(db, people, S.ACCEPTED).waiting == tuple(people[2:])
    assert places.waiting_list(db, event) == people[2:]
    assert reply(db, people[:1], S.APOLOGIES).offered == (people[2],)
    offered = participants.get(db, people[2])
    assert (offered.status, offered.offer_expires_at) == (S.PLACE_OFFERED, "2019-11-22T09:00:00+00:00")
    reply(db, people[2:3], S.ACCEPTED)
    assert status(db, *people) == [S.APOLOGIES, S.ACCEPTED, S.ACCEPTED, S.WAITLISTED]


def test_the_line_keeps_its_order_when_the_clock_goes_back(db: Database, asked: Asked) -> None:
    event, people = asked(3, capacity=1)
    reply(db, people[:1], S.ACCEPTED)
    reply(db, people[2:], S.ACCEPTED, now=NOW)
    reply(db, people[1:2], S.ACCEPTED, now=NOW - timedelta(days=1))
    reply(db, people[2:], S.ACCEPTED, now=NOW)
    assert places.waiting_list(db, event) == [people[2], people[1]]


def test_an_offer_that_runs_out_goes_to_the_next(db: Database, asked: Asked) -> None:
    _, people = asked(3, capacity=1)
    reply(db, people, S.ACCEPTED)
    invitations.withdraw(db, people[:1], now=NOW)
    assert places.expire_offers(db, now=NOW + timedelta(hours=47)) == ()
    assert places.expire_offers(db, now=NOW + timedelta(hours=48)) == (people[1],)
    assert history.entries(db)[0].action == "Took back the place offered to Ben Lund"
    assert status(db, *people) == [S.CANCELLED, S.DECLINED, S.PLACE_OFFERED]
    assert participants.get(db, people[1]).note == (
        "The place was offered until 22 November 2019 at 9am and not answered."
    )
    reply(db, people[1:2], S.ACCEPTED)
    assert status(db, people[1]) == [S.WAITLISTED]


def test_an_offer_never_stands_beyond_the_start_and_none_is_made_after_it(db: Database, asked: Asked) -> None:
    _, people = asked(3, capacity=1)
    reply(db, people, S.ACCEPTED)
    invitations.withdraw(db, people[:1], now=STARTS - timedelta(hours=1))
    assert participants.get(db, people[1]).offer_expires_at == "2019-12-10T10:00:00+00:00"
    invitations.withdraw(db, people[1:2], now=STARTS)
    assert status(db, people[2]) == [S.WAITLISTED]


def test_an_offer_ends_with_the_new_start_when_the_event_is_moved_forward(db: Database, asked: Asked) -> None:
    event, people = asked(2, capacity=1)
    reply(db, people, S.ACCEPTED)
    invitations.withdraw(db, people[:1], now=NOW)
    stood = participants.get(db, people[1]).offer_expires_at
    draft = events.get(db, event).draft()
    later = replace(draft, starts=STARTS + timedelta(days=1), ends=STARTS + timedelta(days=1, hours=2))
    events.edit_event(db, event, later, now=NOW)
    assert participants.get(db, people[1]).offer_expires_at == stood
    sooner = replace(draft, starts=NOW + timedelta(hours=6), ends=NOW + timedelta(hours=8))
    events.edit_event(db, event, sooner, now=NOW)
    assert participants.get(db, people[1]).offer_expires_at == "2019-11-20T15:00:00+00:00"


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


def test_more_places_are_offered_to_those_who_wait(db: Database, asked: Asked) -> None:
    event, people = asked(4, capacity=1)
    reply(db, people, S.ACCEPTED)
    plan = events.get(db, event)
    draft = EventDraft(
        plan.kind, plan.title, plan.starts, plan.ends, plan.place, capacity=3, audience=plan.audience
    )
    events.edit_event(db, event, draft, now=NOW)
    assert status(db, *people) == [S.ACCEPTED, S.PLACE_OFFERED, S.PLACE_OFFERED, S.WAITLISTED]


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


# --- any sequence ---------------------------------------------------------------------------------------

PEOPLE = 6
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["accept", "accept", "tentative", "decline", "apologies", "withdraw", "expire", "substitute"]
        ),
        st.integers(0, PEOPLE - 1),
    ),
    max_size=25,
)


@contextmanager
def _planned(migrated: bytes, capacity: int) -> Iterator[tuple[Database, str, list[str], list[str]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "waiting.providerdesk"
        path.write_bytes(migrated)
        file = open_file(path, CAPABILITIES, who="Test Officer")
        db = file.db
        owner = providers.add_provider(db, name="Rosewood").id
        keys = [
            contacts.add_contact(db, owner, name=f"Person {place}", role=ContactRole.OTHER).id
            for place in range(PEOPLE + 3)
        ]
        draft = EventDraft(
            EventKind.PROVIDER_FORUM, "Forum", STARTS, STARTS + timedelta(hours=2), capacity=capacity
        )
        event = events.plan_event(db, draft)
        chosen = [choose(db, key) for key in keys[:PEOPLE]]
        made = list(invitations.invite(db, event, chosen, now=NOW).participants)
        try:
            yield db, event, made, keys[PEOPLE:]
        finally:
            file.close()


@settings(max_examples=40, deadline=None)
@given(capacity=st.integers(1, 3), steps=STEPS)
def test_never_more_than_the_places_and_nobody_waits_while_one_is_free(
    migrated: bytes, capacity: int, steps: list[tuple[str, int]]
) -> None:
    said = {
        "accept": S.ACCEPTED,
        "tentative": S.TENTATIVE,
        "decline": S.DECLINED,
        "apologies": S.APOLOGIES,
    }
    with _planned(migrated, capacity) as (db, event, people, spare):
        now = NOW
        for step, place in steps:
            now += timedelta(hours=1)
            if step in said:
                reply(db, [people[place]], said[step], now=now)
            elif step == "withdraw":
                invitations.withdraw(db, [people[place]], now=now)
            elif step == "substitute" and spare:
                invitations.substitute(db, people[place], spare.pop(), now=now)
            else:
                now += timedelta(hours=48)
                places.expire_offers(db, now=now)
            found = places.places(db, event)
            assert found.taken <= capacity
            assert not (found.waiting and found.left) or now >= STARTS
