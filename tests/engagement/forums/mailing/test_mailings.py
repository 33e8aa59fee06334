"""What was made for whom is kept as one change, and the latest of it known."""

from datetime import timedelta

from desktop.capabilities import MERGE_RULES
from engagement.forums.mailing.mailings import last_written, mailings_table, record, unwritten
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.people import participants
from engagement.register.duplicates import merge_contacts
from resources.database import Database, history
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys


def test_the_latest_of_what_was_made_is_known(db: Database, asked: tuple[str, Keys]) -> None:
    event, keys = asked
    ada, cy = keys["Ada Example"], keys["Cy Moss"]
    record(db, event, [ada, cy], Purpose.INVITATION, Way.EMAIL_DRAFT, now=NOW)
    record(db, event, [ada], Purpose.REMINDER, Way.LETTER, now=NOW + timedelta(days=3))
    found = last_written(db, event)
    assert (found[ada].words, found[ada].times, found[ada].at) == (
        "Reminder, letter",
        2,
        "2019-11-23T09:00:00+00:00",
    )
    assert found[cy].words == "Invitation, e-mail"
    assert unwritten(db, event, keys.values()) == [key for key in keys.values() if key not in (ada, cy)]
    assert [row[1] for row in mailings_table(db, ada).rows] == ["Reminder, letter", "Invitation, e-mail"]


def test_the_record_of_a_mailing_is_one_change_with_a_name(db: Database, asked: tuple[str, Keys]) -> None:
    event, keys = asked
    record(db, event, list(keys.values()), Purpose.INVITATION, Way.MAIL_MERGE, now=NOW)
    undone = history.undo(db)
    assert undone is not None
    assert "Made 6 lines of a mail merge: invitation, Provider forum, December 2019" in undone.action
    assert last_written(db, event) == {}
    history.redo(db)
    assert len(last_written(db, event)) == 6


def test_what_was_written_to_two_contacts_that_are_made_one_is_kept(
    db: Database, asked: tuple[str, Keys]
) -> None:
    event, keys = asked
    ada, cy = keys["Ada Example"], keys["Cy Moss"]
    record(db, event, [ada, cy], Purpose.INVITATION, Way.EMAIL_DRAFT, now=NOW)
    before = list(history.logical_dump(db))
    contact = {key: participants.get(db, key).contact_id for key in (ada, cy)}
    merge_contacts(db, contact[ada], contact[cy], rules=MERGE_RULES, now=NOW)
    assert last_written(db, event)[ada].times == 2
    history.undo(db)
    assert list(history.logical_dump(db)) == before
