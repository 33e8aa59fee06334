"""What was done to rows, in words: the rows a change touched, and the history of one row."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from desktop.history_words import describe_change, row_history, row_name, title_of
from engagement.forums import events, series
from engagement.forums.at_the_door import door
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register.contacts import add_contact, move_contact
from engagement.register.council import set_council
from engagement.register.duplicates import mark_not_duplicates
from engagement.register.providers import add_provider
from engagement.register.services import add_service, edit_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Capability, Database, change, history, new_key, open_file
from tests.desktop.pages.forum_desk import NOW, STARTS, TITLE, fill_county, invite, plan_forum
from tests.desktop.pages.register_desk import add_home

RUSHCLIFFE, MANSFIELD = "NG2 7QP", "NG19 7DR"


# The history of one row


def test_the_history_of_a_row_reads_in_plain_words(db: Database) -> None:
    firm, other = (add_provider(db, name=name).id for name in ("Invented Care", "Other Care"))
    home = add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME, postcode=RUSHCLIFFE).id
    edit_service(
        db, home, kind=ServiceKind.RESIDENTIAL_HOME, postcode=MANSFIELD, dormant=True, beds=12,
        registered_on=date(2019, 12, 9),
    )  # fmt: skip
    newest, oldest = row_history(db, "service", home)
    assert (newest.action, newest.who) == ("Changed Rosewood House", "Test Officer")
    assert newest.lines == (
        "Kind: Nursing home → Residential home",
        "Postcode: NG2 7QP → NG19 7DR",
        "District: Rushcliffe → Mansfield",
        "Beds: nothing → 12",
        "Registered: nothing → 9 December 2019",
        "Dormant: No → Yes",
    )
    assert oldest.lines[:3] == ("Provider: Invented Care", "Name: Rosewood House", "Kind: Nursing home")

    ann = add_contact(db, firm, name="Ann").id
    move_contact(db, ann, other)
    assert row_history(db, "contact", ann)[0].lines == ("Provider: Invented Care → Other Care",)
    history.undo(db)
    history.undo(db)
    assert row_history(db, "contact", ann)[0].lines == ("Removed.",)


@pytest.fixture
def forum(db: Database) -> str:
    """A forum to which Ada was invited."""
    fill_county(db)
    return plan_forum(db, capacity=40)


def test_the_history_of_an_event_says_what_was_planned_and_for_whom(db: Database, forum: str) -> None:
    was = events.get(db, forum).draft()
    rule = AudienceRule(kinds=(ServiceKind.NURSING_HOME,), districts=("Bassetlaw",))
    changed = {**vars(was), "audience": rule, "starts": was.starts + timedelta(minutes=30), "capacity": None}
    events.edit_event(db, forum, type(was)(**changed), now=NOW)
    events.archive_event(db, forum, on=date(2020, 1, 2))
    archived, edited, planned = row_history(db, "event", forum)
    assert title_of(db, "event", forum) == TITLE
    assert archived.lines == ("Archived: nothing → 2 January 2020",)
    assert edited.action == f"Changed {TITLE}"
    assert edited.lines == (
        "Begins: 10 December 2019 at 10am → 10 December 2019 at 10:30am",
        "Places: 40 → nothing",
        "Audience: All services → Nursing homes in Bassetlaw",
    )
    assert "Kind: Provider forum" in planned.lines and "State: Planned" in planned.lines


def test_the_history_of_a_series(db: Database, forum: str) -> None:
    key = series.series_from_event(db, forum, "Quarterly forum")
    [made] = row_history(db, "series", key)
    assert title_of(db, "series", key) == "Quarterly forum"
    assert {"Name: Quarterly forum", "Begins at: 10:00", "Title: Provider forum, {month} {year}"} <= set(
        made.lines
    )
    assert row_history(db, "event", forum)[0].lines == ("Series: nothing → Quarterly forum",)


def test_the_history_of_somebody_at_an_event_goes_with_the_doors_log(db: Database, forum: str) -> None:
    [ada] = invite(db, forum, "Ada Example")
    invitations.record_reply(db, [ada], ParticipantStatus.ACCEPTED, now=NOW)
    door.check_in(db, forum, ada, now=STARTS, device="Laptop 1", nonce="a")
    door.undo_check_in(db, forum, ada, now=STARTS, device="Laptop 1", nonce="b")
    door.check_in(db, forum, ada, now=STARTS, device="Laptop 1", nonce="c")
    history.undo(db)
    taken_back, again, undone, came, accepted, invited = row_history(db, "participant", ada)
    assert title_of(db, "participant", ada) == f"Ada Example at {TITLE}"
    assert invited.lines[:2] == (f"Event: {TITLE}", "Person: Ada Example")
    assert "Why invited: Test" in invited.lines
    assert accepted.lines == (
        "Reply: Invited → Accepted",
        "Status: Invited → Accepted",
        "Replied: nothing → 20 November 2019 at 9am",
    )
    assert (came.action, came.who) == ("Checked in Ada Example", "Test Officer")
    assert came.lines == (
        "Status: Accepted → Attended",
        "At the door: In",
        "When: 10 December 2019 at 10am",
        "Written by: Test Officer",
        "Computer: Laptop 1",
        "List: Door",
    )
    assert undone.lines[:2] == ("Status: Attended → Accepted", "At the door: Undone")
    assert again.lines == came.lines
    assert taken_back.lines[1].startswith("Removed: At the door: In; When: 10 December 2019 at 10am")


# The rows that a change touched


def insert_event(db: Database, key: str) -> None:
    times = {"starts_at": "2026-03-04T10:00:00+00:00", "ends_at": "2026-03-04T11:00:00+00:00"}
    db.insert_row("event", {"id": key, "kind": "provider_forum", "title": "Provider forum", **times})


def test_rows_are_known_by_their_name_or_by_what_they_belong_to(db: Database) -> None:
    home = add_home(db)
    event, contact, participant, entry = (new_key() for _ in range(4))
    with change(db, "By hand"):
        db.insert_row("contact", {"id": contact, "provider_id": home.provider_id, "name": "Ada Example",
                                  "role": "manager", "consent": "written"})  # fmt: skip
        insert_event(db, event)
        db.insert_row("participant", {"id": participant, "event_id": event, "contact_id": contact,
                                      "provider_id": home.provider_id, "reply": "accepted",
                                      "status": "accepted"})  # fmt: skip
        db.insert_row("check_in", {"id": entry, "participant_id": participant, "event_id": event, "seq": 1,
                                   "kind": "entry", "at": "2026-03-04T10:05:00+00:00", "by": "Bola",
                                   "device": "Laptop 1", "nonce": "n1"})  # fmt: skip
    assert [
        row_name(db, table, key)
        for table, key in (
            ("service", home.id),
            ("contact", contact),
            ("event", event),
            ("participant", participant),
            ("check_in", entry),
        )
    ] == ["Example House", "Ada Example", "Provider forum", "Participant: Ada Example", "Door: Ada Example"]
    said = dict(describe_change(db, history.entries(db, limit=1)[0].id, 60))
    assert said["Door: Ada Example"].splitlines() == [
        "Participant: Ada Example",
        "Event: Provider forum",
        "At the door: In",
        "When: 4 March 2026 at 10:05am",
        "Written by: Bola",
        "Computer: Laptop 1",
        "List: Door",
    ]


def test_two_that_are_different_are_said_by_name(db: Database) -> None:
    one, other = add_provider(db, name="Ash Ltd"), add_provider(db, name="Ashe Limited")
    mark_not_duplicates(db, "provider", one.id, other.id)
    [(_, said)] = describe_change(db, history.entries(db, limit=1)[0].id, 60)
    assert {line.split(": ")[1] for line in said.splitlines()} == {"Ash Ltd", "Ashe Limited"}


def test_a_row_that_is_gone_keeps_its_last_name(db: Database) -> None:
    key = new_key()
    with change(db, "Made"):
        insert_event(db, key)
    with change(db, "Removed"):
        db.delete_row("event", key)
    newest = history.entries(db, limit=1)[0]
    assert describe_change(db, newest.id, 60) == [("Provider forum", "Removed.")]


def test_a_kind_of_row_nobody_named_is_called_by_its_table(db: Database) -> None:
    set_council(db, "Derby")
    assert row_name(db, "office", "council") == "Setting"


def test_a_column_of_a_name_that_another_table_has_is_read_by_its_own_table(tmp_path: Path) -> None:
    def quiz(db: Database) -> None:
        db.execute("create table quiz_question (id text primary key, title text not null) strict")
        db.execute(
            """create table quiz_answer (id text primary key,
            question_id text not null references quiz_question (id), value text not null) strict"""
        )

    known = (*CAPABILITIES, Capability(name="quiz", migrations=(quiz,)))
    opened = open_file(tmp_path / "office.providerdesk", known, who="Test Officer", create=True)
    try:
        with change(opened.db, "Answered"):
            opened.db.insert_row("quiz_question", {"id": "q", "title": "How many posts are vacant?"})
            opened.db.insert_row("quiz_answer", {"id": "a", "question_id": "q", "value": "Two"})
        (answered,) = row_history(opened.db, "quiz_answer", "a")
        assert answered.lines[0].endswith(": How many posts are vacant?")
    finally:
        opened.close()
