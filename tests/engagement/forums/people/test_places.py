from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants, places
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register import contacts, providers
from engagement.register.vocabulary import ContactRole
from resources.database import Database, history, open_file
from tests.engagement.forums.people.asked import NOW, choose, reply, status

S = ParticipantStatus


STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)


Asked = Callable[..., tuple[str, list[str]]]


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


def test_more_places_are_offered_to_those_who_wait(db: Database, asked: Asked) -> None:
    event, people = asked(4, capacity=1)
    reply(db, people, S.ACCEPTED)
    plan = events.get(db, event)
    draft = EventDraft(
        plan.kind, plan.title, plan.starts, plan.ends, plan.place, capacity=3, audience=plan.audience
    )
    events.edit_event(db, event, draft, now=NOW)
    assert status(db, *people) == [S.ACCEPTED, S.PLACE_OFFERED, S.PLACE_OFFERED, S.WAITLISTED]


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
