"""Interest in i-Work told at a forum."""

import pytest

from desktop.capabilities import MERGE_RULES
from engagement.forums import events
from engagement.forums.at_the_door.interest import (
    express_interest,
    interest,
    interest_of,
    interest_table,
    interests,
    take_back_interest,
)
from engagement.forums.people import participants
from engagement.register.duplicates import merge_contacts
from resources.database import Database, history
from resources.database.history import logical_dump
from resources.problem import Problem
from tests.engagement.forums.at_the_door.at_the_door import BEFORE, Add, Invite

Two = tuple[str, str, str]


def test_interest_is_kept_with_who_where_and_when(db: Database, two: Two) -> None:
    event, amina, _ = two
    told = express_interest(db, event, amina, now=BEFORE, note=" lunch posts ")
    assert (told.contact, told.provider, told.note, told.at) == (
        "Amina Khan",
        "Rosewood House Limited",
        "lunch posts",
        BEFORE,
    )
    assert interest(db, told.id) == told == interest_of(db, amina)
    assert interests(db, event) == [told] == interests(db)


def test_told_twice_it_is_kept_once(db: Database, two: Two) -> None:
    event, amina, ben = two
    first = express_interest(db, event, amina, now=BEFORE)
    assert express_interest(db, event, amina, now=BEFORE, note="again") == first
    assert interest_of(db, ben) is None


def test_it_is_taken_back_and_undone(db: Database, two: Two) -> None:
    event, amina, _ = two
    before = list(logical_dump(db))
    told = express_interest(db, event, amina, now=BEFORE)
    take_back_interest(db, told.id)
    assert interests(db) == []
    history.undo(db)
    assert interests(db) == [told]
    history.undo(db)
    assert list(logical_dump(db)) == before


def test_a_merge_keeps_one_of_two(db: Database, forum: Add, person: Add, invited: Invite) -> None:
    event = forum()
    ada, again = person("Ada Example", "Rosewood House"), person("Ada Exampel", "Rosewood House")
    people = invited(event, [ada, again])
    first = express_interest(db, event, people[0], now=BEFORE)
    express_interest(db, event, people[1], now=BEFORE)
    merge_contacts(db, again, ada, now=BEFORE, rules=MERGE_RULES)
    kept = participants.find(db, event, again)
    assert kept is not None
    assert [(one.id, one.participant_id) for one in interests(db)] == [(first.id, kept.id)]
    take_back_interest(db, first.id)
    assert interests(db) == []


def test_nothing_is_told_at_a_cancelled_event(db: Database, two: Two) -> None:
    event, amina, _ = two
    events.cancel_event(db, event)
    with pytest.raises(Problem, match="is cancelled"):
        express_interest(db, event, amina, now=BEFORE)


def test_who_is_of_another_event_is_our_fault(db: Database, two: Two, forum: Add) -> None:
    with pytest.raises(LookupError):
        express_interest(db, forum(), two[1], now=BEFORE)
    with pytest.raises(LookupError):
        interest(db, "gone")


def test_the_table_of_an_event(db: Database, two: Two) -> None:
    event, amina, _ = two
    express_interest(db, event, amina, now=BEFORE)
    table = interest_table(db, event)
    assert [row[3] for row in table.rows] == ["Amina Khan"]
    assert table.title.startswith("Interested in i-Work at")
