"""Who has not answered, since when, when last written to and how, and which offers run out."""

from datetime import timedelta

from engagement.forums import events
from engagement.forums.groups import CONFIDENTIAL
from engagement.forums.mailing.mailings import record
from engagement.forums.mailing.reminders import COLUMNS, reminders_table, unanswered
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.people import invitations
from engagement.forums.vocabulary import ParticipantStatus as S
from resources.database import Database, change
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]
LATER = NOW + timedelta(days=6)


def test_offers_stand_first_then_who_was_never_written_to_then_who_waits_longest(
    db: Database, asked: Asked
) -> None:
    event, keys = asked
    with change(db, "One place"):
        db.update_row("event", event, {"capacity": 1})
    both = [keys["Flo Parr"], keys["Ed Orr"]]
    invitations.record_reply(db, both, S.ACCEPTED, now=NOW)
    invitations.record_reply(db, both[:1], S.APOLOGIES, now=NOW)
    record(db, event, [keys["Ada Example"]], Purpose.INVITATION, Way.LETTER, now=NOW)
    record(db, event, [keys["Cy Moss"]], Purpose.REMINDER, Way.EMAIL_DRAFT, now=NOW + timedelta(days=2))
    found = [one.person.name for one in unanswered(db, event)]
    assert found == ["Ed Orr", "Di Nye", "Dr Zoë O’Hara", "Ada Example", "Cy Moss"]
    table = reminders_table(db, [events.get(db, event)], now=LATER)
    rows = {row[0]: dict(zip((column.name for column in COLUMNS), row, strict=True)) for row in table.rows}
    assert rows["Cy Moss"]["written"] == "2019-11-22" and rows["Cy Moss"]["written_days"] == 4
    assert rows["Cy Moss"]["how"] == "Reminder, e-mail"
    assert rows["Cy Moss"]["invited"] == "2019-11-20" and rows["Cy Moss"]["days"] == 6
    assert rows["Di Nye"]["how"] == "Not written to yet" and rows["Di Nye"]["reach"] == "Not to be contacted"
    assert rows["Ed Orr"]["offer"] == "22 Nov 2019, 9am"
    assert table.base == "5 people have not answered."


def test_no_events_make_an_empty_table(db: Database) -> None:
    assert reminders_table(db, [], now=NOW).title == "Not answered"


def test_the_list_of_a_meeting_of_which_nobody_is_named_is_marked(db: Database, asked: Asked) -> None:
    event, _ = asked
    assert reminders_table(db, [events.get(db, event)], now=NOW).title == (
        "Not answered: Provider forum, December 2019"
    )
    with change(db, "Closed"):
        db.update_row("event", event, {"confidentiality": "confidential"})
    table = reminders_table(db, [events.get(db, event)], now=NOW)
    assert table.exempt is CONFIDENTIAL
