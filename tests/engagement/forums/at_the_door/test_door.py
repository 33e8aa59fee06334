"""The door: in, out, undone, parties, walk-ins, the paper sheet, and the close of an event."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import DoorCounts, WalkIn
from engagement.forums.at_the_door.door_log import log_table
from engagement.forums.at_the_door.door_search import DoorState, find, find_homes
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.came_to import came_to
from engagement.forums.people.invitations import invite_by_hand, withdraw
from engagement.forums.vocabulary import EventKind, EventState, LogKind, ParticipantRole, ParticipantStatus
from engagement.register import contacts, providers
from engagement.register.vocabulary import ConsentBasis, ContactRole, OrganisationKind
from resources.database import Database, history, open_file
from resources.problem import FieldProblem, Problem
from tests.engagement.forums.at_the_door.at_the_door import BEFORE, DOORS, Add, Invite, S, come

STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)


ENDS = datetime(2019, 12, 10, 12, tzinfo=UTC)


def status(db: Database, *keys: str) -> list[ParticipantStatus]:
    return [participants.get(db, key).status for key in keys]


def log(db: Database) -> list[tuple[object, ...]]:
    return db.rows("select seq, kind, nonce, device, by, list from check_in order by seq")


def test_a_check_in_is_one_named_change_and_one_line_of_the_log(
    db: Database, two: tuple[str, str, str]
) -> None:
    event, amina, _ = two
    assert come(db, event, amina, "a").sentence == "Amina Khan, Rosewood House, is checked in."
    assert history.entries(db)[0].action == "Checked in Amina Khan"
    assert log(db) == [(1, "entry", "a", "Laptop 1", "Test Officer", "door")]
    assert status(db, amina) == [S.ATTENDED]


def test_asking_twice_writes_once(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    come(db, event, amina, "a")
    entries = len(history.entries(db))
    again = come(db, event, amina, "b", at=DOORS + timedelta(minutes=5))
    assert again.already
    assert again.sentence == "Amina Khan was checked in already, at 9:45am."
    assert come(db, event, amina, "a").already
    assert (len(log(db)), len(history.entries(db))) == (1, entries)


def test_an_act_repeated_after_its_undo_stays_undone(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    come(db, event, amina, "a")
    door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="u")
    assert come(db, event, amina, "a").already
    assert status(db, amina) == [S.ACCEPTED]


def test_undo_keeps_every_line_and_brings_back_what_was_said(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, ben = two
    come(db, event, amina, "a")
    come(db, event, ben, "b")
    undone = door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="u")
    assert undone is not None
    assert undone.sentence == "The check-in of Ben Lund is undone."
    assert history.entries(db)[0].action == "Undid the check-in of Ben Lund"
    assert status(db, amina, ben) == [S.ATTENDED, S.ACCEPTED]
    assert [line[1] for line in log(db)] == ["entry", "entry", "undo"]
    assert door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="u") is None
    door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="v")
    assert door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="w") is None
    assert door.present_now(db, event) == []


def test_one_person_can_be_undone_whatever_happened_since(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, ben = two
    come(db, event, amina, "a")
    come(db, event, ben, "b")
    assert door.undo_check_in(db, event, amina, now=DOORS, device="Laptop 1", nonce="u")
    assert status(db, amina, ben) == [S.ACCEPTED, S.ATTENDED]
    assert not door.undo_check_in(db, event, amina, now=DOORS, device="Laptop 1", nonce="v")


def test_going_before_the_end_is_leaving_early_and_going_home_is_not(
    db: Database, two: tuple[str, str, str]
) -> None:
    event, amina, ben = two
    come(db, event, amina, "a")
    come(db, event, ben, "b")
    assert door.check_out(db, event, amina, now=ENDS - timedelta(hours=1), device="Laptop 1", nonce="c")
    assert door.check_out(db, event, ben, now=ENDS, device="Laptop 1", nonce="d")
    assert not door.check_out(db, event, ben, now=ENDS, device="Laptop 1", nonce="e")
    assert status(db, amina, ben) == [S.LEFT_EARLY, S.ATTENDED]
    assert door.counts(db, event) == DoorCounts(expected=2, present=0, came=2, walk_ins=0, left=2, absent=0)
    come(db, event, amina, "f", at=ENDS - timedelta(minutes=30))
    assert status(db, amina) == [S.ATTENDED]


def test_a_clock_that_goes_back_does_not_change_the_order(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    come(db, event, amina, "a", at=DOORS)
    door.check_out(db, event, amina, now=DOORS - timedelta(hours=3), device="Laptop 1", nonce="b")
    come(db, event, amina, "c", at=DOORS - timedelta(days=400))
    assert [person.id for person in door.present_now(db, event)] == [amina]
    undone = door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="d")
    assert undone is not None and undone.kind is LogKind.ENTRY
    assert status(db, amina) == [S.LEFT_EARLY]


def test_a_party_comes_in_and_is_undone_as_one(
    db: Database, two: tuple[str, str, str], person: Add, invited: Invite
) -> None:
    event, amina, ben = two
    more = invited(event, [person("Cy Moss", "Rosewood House"), person("Di Nye", "Rosewood House")])
    invitations.record_reply(db, more[:1], S.ACCEPTED, now=BEFORE)
    rosewood = participants.get(db, amina).provider_id
    came = door.party(db, event, provider_id=rosewood, now=DOORS, device="Laptop 1", nonce="p")
    assert [one.name for one in came] == ["Amina Khan", "Cy Moss"]
    assert history.entries(db)[0].action == "Checked in 2 people from Rosewood House Limited"
    assert status(db, ben, more[1]) == [S.ACCEPTED, S.INVITED]
    assert door.party(db, event, provider_id=rosewood, now=DOORS, device="Laptop 1", nonce="q") == ()
    door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="u")
    assert status(db, amina, more[0]) == [S.ACCEPTED, S.ACCEPTED]


def test_a_walk_in_makes_person_and_provider_in_one_change(db: Database, two: tuple[str, str, str]) -> None:
    event = two[0]
    before = list(history.logical_dump(db))
    who = WalkIn("Eve Orr", new_provider="Beech Care", consent=ConsentBasis.AGREED_AT_FORUM)
    came = door.walk_in(db, event, who, now=DOORS, device="Laptop 1", nonce="a")
    assert (came.name, came.home, came.walk_in) == ("Eve Orr", "Beech Care", True)
    assert history.entries(db)[0].action == "Checked in Eve Orr, who walked in"
    assert status(db, came.participant_id) == [S.ATTENDED]
    assert door.counts(db, event) == DoorCounts(expected=2, present=1, came=1, walk_ins=1, left=0, absent=2)
    assert door.walk_in(db, event, who, now=DOORS, device="Laptop 1", nonce="a").already
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_a_walk_in_may_come_from_a_new_organisation_that_is_no_provider(
    db: Database, two: tuple[str, str, str]
) -> None:
    who = WalkIn("Eve Orr", new_provider="Sample Board", organisation=OrganisationKind.PARTNER)
    came = door.walk_in(db, two[0], who, now=DOORS, device="Laptop 1", nonce="a")
    person = participants.get(db, came.participant_id)
    assert (person.organisation, person.role) == (OrganisationKind.PARTNER, ParticipantRole.PARTNER)
    known = WalkIn("Fay Orr", new_provider="sample board")
    again = door.walk_in(db, two[0], known, now=DOORS, device="Laptop 1", nonce="b")
    assert participants.get(db, again.participant_id).provider_id == person.provider_id
    speaker = WalkIn("Gil Orr", new_provider="Sample Board", role=ParticipantRole.SPEAKER)
    third = door.walk_in(db, two[0], speaker, now=DOORS, device="Laptop 1", nonce="c")
    assert participants.get(db, third.participant_id).role is ParticipantRole.SPEAKER


def test_consent_given_after_midnight_in_summer_is_of_londons_day(db: Database, forum: Add) -> None:
    after_midnight = datetime(2019, 7, 1, 23, 30, tzinfo=UTC)  # 00:30 on 2 July in London
    event = forum(starts=after_midnight)
    who = WalkIn("Eve Orr", new_provider="Beech Care", consent=ConsentBasis.AGREED_AT_FORUM)
    door.walk_in(db, event, who, now=after_midnight, device="Laptop 1", nonce="a")
    assert db.value("select consent_on from contact where name = 'Eve Orr'") == "2019-07-02"


def test_a_walk_in_of_a_known_name_is_that_person(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    known = participants.get(db, amina)
    for provider in (
        WalkIn("amina khan", provider_id=known.provider_id),
        WalkIn("Amina Khan", new_provider="ROSEWOOD house limited"),
    ):
        came = door.walk_in(db, event, provider, now=DOORS, device="Laptop 1", nonce=provider.name)
        assert came.participant_id == amina
    assert db.value("select count(*) from provider") == 2
    assert not participants.get(db, amina).walk_in


def test_a_walk_in_undone_is_none_of_the_events_people_and_may_come_again(
    db: Database, two: tuple[str, str, str]
) -> None:
    event = two[0]
    who = WalkIn("Eve Orr", new_provider="Beech Care")
    came = door.walk_in(db, event, who, now=DOORS, device="Laptop 1", nonce="a")
    door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="b")
    assert "Eve Orr" not in {one.name for one in participants.of_event(db, event)}
    assert [one.number for one in participants.figures(db, event) if one.status is S.CANCELLED] == [0]
    assert came_to(db, contact=participants.get(db, came.participant_id).contact_id) == []
    assert [(row[2], row[3]) for row in log_table(db, event).rows] == [
        ("In", "Eve Orr"),
        ("Undone", "Eve Orr"),
    ]
    assert (
        door.walk_in(db, event, who, now=DOORS, device="Laptop 1", nonce="c").participant_id
        == came.participant_id
    )
    assert status(db, came.participant_id) == [S.ATTENDED]
    assert "Eve Orr" in {one.name for one in participants.of_event(db, event)}


def test_who_walked_in_and_was_undone_can_be_invited_and_then_withdrawn(
    db: Database, two: tuple[str, str, str]
) -> None:
    event = two[0]
    who = WalkIn("Eve Orr", new_provider="Beech Care")
    key = door.walk_in(db, event, who, now=DOORS, device="Laptop 1", nonce="a").participant_id
    door.undo_check_in(db, event, key, now=DOORS, device="Laptop 1", nonce="b")
    assert invite_by_hand(db, event, participants.get(db, key).contact_id, now=BEFORE) == key
    withdraw(db, [key], now=BEFORE)
    assert participants.get(db, key) in participants.of_event(db, event)


@pytest.mark.parametrize(
    ("who", "field"), [(WalkIn(" ", new_provider="Beech Care"), "name"), (WalkIn("Eve Orr"), "provider")]
)
def test_a_walk_in_needs_a_name_and_a_provider(
    db: Database, two: tuple[str, str, str], who: WalkIn, field: str
) -> None:
    with pytest.raises(FieldProblem) as refused:
        door.walk_in(db, two[0], who, now=DOORS, device="Laptop 1", nonce="a")
    assert refused.value.field == field


def test_somebody_of_the_register_who_was_not_invited_is_a_walk_in(
    db: Database, two: tuple[str, str, str], person: Add
) -> None:
    event = two[0]
    contact = person("Flo Pike", "Ash Court")
    came = door.check_in_contact(db, event, contact, now=DOORS, device="Laptop 1", nonce="a")
    assert came.walk_in
    assert participants.get(db, came.participant_id).service == "Ash Court"
    assert door.check_in_contact(db, event, contact, now=DOORS, device="Laptop 1", nonce="b").already


def test_who_declined_may_come_all_the_same(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    invitations.record_reply(db, [amina], S.DECLINED, now=BEFORE)
    come(db, event, amina, "a")
    assert status(db, amina) == [S.ATTENDED]
    door.undo_last(db, event, now=DOORS, device="Laptop 1", nonce="b")
    assert status(db, amina) == [S.DECLINED]


def test_apologies_at_the_door(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, ben = two
    door.apologies(db, event, amina, now=DOORS, note="Car broke down")
    assert [person.id for person in door.expected_but_absent(db, event)] == [ben]
    come(db, event, ben, "a")
    with pytest.raises(Problem, match="Undo the check-in first"):
        door.apologies(db, event, ben, now=DOORS)


def test_a_substitute_at_the_door_is_one_change(db: Database, two: tuple[str, str, str], person: Add) -> None:
    event, amina, _ = two
    before = list(history.logical_dump(db))
    deputy = person("Flo Pike", "Rosewood House")
    how = {"now": DOORS, "device": "Laptop 1", "nonce": "s"}
    came = door.come_instead(db, event, amina, deputy, **how)
    assert history.entries(db)[0].action == "Checked in Flo Pike instead of Amina Khan"
    assert status(db, amina, came.participant_id) == [S.APOLOGIES, S.ATTENDED]
    assert participants.get(db, came.participant_id).substitute_for_id == amina
    assert door.come_instead(db, event, amina, deputy, **how).already
    history.undo(db)
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_nobody_is_checked_in_to_an_event_they_are_not_at(
    db: Database, two: tuple[str, str, str], forum: Add
) -> None:
    other = forum("Another forum")
    with pytest.raises(LookupError, match="is not at the event"):
        come(db, other, two[1], "a")


def test_closing_makes_no_shows_and_reopening_takes_them_back(
    db: Database, two: tuple[str, str, str]
) -> None:
    event, amina, ben = two
    come(db, event, amina, "a")
    assert door.close_event(db, event, now=STARTS) == 1
    assert status(db, amina, ben) == [S.ATTENDED, S.NO_SHOW]
    assert events.get(db, event).state is EventState.HELD
    door.reopen_event(db, event)
    assert status(db, amina, ben) == [S.ATTENDED, S.ACCEPTED]
    assert events.get(db, event).state is EventState.PLANNED


def test_what_has_not_begun_cannot_be_closed(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, ben = two
    with pytest.raises(Problem, match="has not begun, so nobody can have missed it"):
        door.close_event(db, event, now=STARTS - timedelta(minutes=1))
    assert status(db, amina, ben) == [S.ACCEPTED, S.ACCEPTED]
    assert door.close_event(db, event, now=STARTS) == 2


def test_the_paper_sheet_is_ticked_afterwards_in_one_change(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, ben = two
    come(db, event, amina, "a")
    door.close_event(db, event, now=STARTS)
    sheet = dict(at=DOORS, device="Office PC", nonce="sheet")
    assert door.tick_sheet(db, event, [amina, ben, ben], **sheet) == 1
    assert (
        history.entries(db)[0].action
        == "Ticked 1 person from the paper sheet of Provider forum, December 2019"
    )
    assert status(db, amina, ben) == [S.ATTENDED, S.ATTENDED]
    assert [line[5] for line in log(db)] == ["door", "paper"]
    assert door.tick_sheet(db, event, [amina, ben], **sheet) == 0


def test_the_door_of_a_cancelled_event_is_closed(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    events.cancel_event(db, event)
    with pytest.raises(Problem, match="is cancelled, so its door is closed"):
        come(db, event, amina, "a")


def test_a_full_room_lets_people_in_and_says_so(
    db: Database, forum: Add, person: Add, invited: Invite
) -> None:
    event = forum(capacity=1)
    people = invited(event, [person("Amina Khan", "Rosewood House"), person("Ben Lund", "Elm Lodge")])
    assert come(db, event, people[0], "a").warning == ""
    assert (
        come(db, event, people[1], "b").warning
        == "The room has 1 place; 2 people are here or still expected."
    )


# --- finding --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("ami", "Amina Khan"),
        ("KHA", "Amina Khan"),
        ("obr", "Zoë O’Brien"),
        ("o'br", "Zoë O’Brien"),
        ("zoe", "Zoë O’Brien"),
        ("zoë", "Zoë O’Brien"),
        ("st m", "Flo Pike"),
        ("stm", None),
        ("elm", "Ben Lund"),
        ("lund elm", "Ben Lund"),
        ("xyz", None),
    ],
)
def test_three_letters_find_a_person_or_a_home(
    db: Database, two: tuple[str, str, str], person: Add, letters: str, name: str | None
) -> None:
    person("Zoë O’Brien", "Ash Court")
    person("Flo Pike", "St. Mary’s Lodge")
    found = [line.name for line in find(db, two[0], letters)]
    assert found == ([name] if name else [])


def test_expected_people_come_first_then_the_list_then_the_register(
    db: Database, two: tuple[str, str, str], person: Add, invited: Invite
) -> None:
    event, _, ben = two
    invited(event, [person("Amy Adams", "Elm Lodge")])
    person("Amos Abel", "Elm Lodge")
    person("Bo Amber", "Amber House")
    come(db, event, ben, "a")
    assert [(line.name, line.state, line.by_name) for line in find(db, event, "am")] == [
        ("Amina Khan", DoorState.EXPECTED, True),
        ("Amy Adams", DoorState.ON_LIST, True),
        ("Amos Abel", DoorState.NOT_ON_LIST, True),
        ("Bo Amber", DoorState.NOT_ON_LIST, True),
    ]
    assert [(line.name, line.state) for line in find(db, event, "lun")] == [("Ben Lund", DoorState.PRESENT)]
    assert find(db, event, "") == find(db, event, "’") == []


def test_archived_people_are_not_found(db: Database, two: tuple[str, str, str], person: Add) -> None:
    contacts.archive_contact(db, person("Gus Quill", "Ash Court"), today=DOORS.date())
    assert find(db, two[0], "gus") == []


def test_a_party_is_counted_on_the_line(
    db: Database, two: tuple[str, str, str], person: Add, invited: Invite
) -> None:
    event, amina, _ = two
    more = invited(event, [person("Cy Moss", "Rosewood House")])
    invitations.record_reply(db, more, S.ACCEPTED, now=BEFORE)
    assert [line.party for line in find(db, event, "rosew")] == [2, 2]
    come(db, event, amina, "a")
    assert [line.party for line in find(db, event, "cy")] == [1]


def test_homes_and_providers_without_services_are_found_for_a_walk_in(
    db: Database, two: tuple[str, str, str]
) -> None:
    providers.add_provider(db, name="Rosehip Partners")
    assert [(line.service, line.provider) for line in find_homes(db, "rose")] == [
        ("Rosewood House", "Rosewood House Limited"),
        ("", "Rosehip Partners"),
    ]


# --- any sequence ---------------------------------------------------------------------------------------

PEOPLE = 5


ACTS = st.lists(
    st.tuples(st.sampled_from(["in", "out", "undo", "party", "walk"]), st.integers(0, PEOPLE - 1)),
    max_size=14,
)


@contextmanager
def _at_a_door(migrated: bytes) -> Iterator[tuple[Database, str, list[str]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "door.providerdesk"
        path.write_bytes(migrated)
        file = open_file(path, CAPABILITIES, who="Test Officer")
        try:
            yield (file.db, *_forum_of(file.db))
        finally:
            file.close()


def _forum_of(db: Database) -> tuple[str, list[str]]:
    owners = [providers.add_provider(db, name=name).id for name in ("Rosewood", "Elm")]
    people = [
        contacts.add_contact(db, owners[place % 2], name=f"Person {place}", role=ContactRole.OTHER).id
        for place in range(PEOPLE)
    ]
    draft = EventDraft(EventKind.PROVIDER_FORUM, "Forum", ENDS - timedelta(hours=2), ENDS)
    event = events.plan_event(db, draft)
    chosen = [
        Selected(key, "", ContactRole.OTHER, None, "", owners[place % 2], "", ())
        for place, key in enumerate(people)
    ]
    invited = list(invitations.invite(db, event, chosen, now=BEFORE).participants)
    invitations.record_reply(db, invited, S.ACCEPTED, now=BEFORE)
    return event, invited


class Model:
    """What the door should hold: who is in, and the acts that may still be undone."""

    def __init__(self, people: list[str]) -> None:
        self.present: set[str] = set()
        self.came: set[str] = set()
        self.acts: list[tuple[str, set[str], set[str]]] = []
        self.lines = 0
        self.people = people

    def act(self, kind: str, who: set[str]) -> None:
        if who:
            self.acts.append((kind, set(self.present), set(self.came)))
            self.lines += len(who)
            self.present = self.present - who if kind == "out" else self.present | who
            self.came |= who

    def undo(self, lines: int) -> None:
        if self.acts:
            _, self.present, self.came = self.acts.pop()
            self.lines += lines


@settings(max_examples=40, deadline=None)
@given(acts=ACTS)
def test_any_sequence_at_the_door_agrees_with_a_simple_model(
    migrated: bytes, acts: list[tuple[str, int]]
) -> None:
    with _at_a_door(migrated) as (db, event, people):
        model, nonces = Model(people), count()
        before, start = list(history.logical_dump(db)), len(history.entries(db))
        seen: list[tuple[object, ...]] = []
        for kind, place in acts:
            _act(db, event, model, kind, place, f"n{next(nonces)}")
            lines = db.rows("select * from check_in order by seq")
            assert lines[: len(seen)] == seen
            seen = lines
            assert {person.id for person in door.present_now(db, event)} == model.present
            assert {one.id for one in participants.of_event(db, event) if one.status.came} == model.came
            assert len(lines) == model.lines
        for _ in range(len(history.entries(db)) - start):
            history.undo(db)
        assert list(history.logical_dump(db)) == before


def _act(db: Database, event: str, model: Model, kind: str, place: int, nonce: str) -> None:
    how = {"now": DOORS, "device": "Laptop 1", "nonce": nonce}
    who = model.people[place]
    if kind == "in":
        door.check_in(db, event, who, **how)
        model.act("in", {who} - model.present)
    elif kind == "out":
        assert door.check_out(db, event, who, **how) == (who in model.present)
        model.act("out", {who} & model.present)
    elif kind == "party":
        provider = participants.get(db, who).provider_id
        expected = {
            one for one in model.people if participants.get(db, one).provider_id == provider
        } - model.came
        door.party(db, event, provider_id=provider, **how)
        model.act("party", {one for one in expected if participants.get(db, one).reply.counts})
    elif kind == "walk":
        came = door.walk_in(db, event, WalkIn(f"Walker {place}", new_provider="Beech"), **how)
        model.act("walk", {came.participant_id} - model.present)
    else:
        undone = door.undo_last(db, event, **how)
        model.undo(len(undone.names) if undone else 0)
