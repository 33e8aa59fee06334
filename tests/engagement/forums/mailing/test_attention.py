"""Home tells of people who were invited after the others and not written to."""

from datetime import timedelta

from engagement.forums.mailing.attention import mailing_attention
from engagement.forums.mailing.mailings import record
from engagement.forums.mailing.vocabulary import Purpose, Way
from resources.database import Database
from tests.engagement.forums.conftest import NOW, STARTS
from tests.engagement.forums.mailing.conftest import Keys


def test_who_was_left_unwritten_beside_others_is_told_of(db: Database, asked: tuple[str, Keys]) -> None:
    event, keys = asked
    assert (
        mailing_attention(db, NOW) == []
    )  # nothing was written by the program: the team writes in another way
    record(db, event, [keys["Ada Example"]], Purpose.INVITATION, Way.LETTER, now=NOW)
    record(db, event, [keys["Ada Example"]], Purpose.REMINDER, Way.LETTER, now=NOW)
    (line,) = mailing_attention(db, NOW)
    # Di Nye and Ed Orr may not be written to, and Flo Parr is archived
    assert line.what == "Write to 2 people invited to Provider forum, December 2019"
    assert line.detail == "Tuesday 10 December 2019, 10am to midday. 1 other has been written to."
    assert (line.page, line.key) == ("forums", event)
    record(db, event, [keys["Cy Moss"], keys["Dr Zoë O’Hara"]], Purpose.INVITATION, Way.LETTER, now=NOW)
    assert mailing_attention(db, NOW) == []


def test_an_event_that_began_is_not_told_of(db: Database, asked: tuple[str, Keys]) -> None:
    event, keys = asked
    record(db, event, [keys["Ada Example"]], Purpose.INVITATION, Way.LETTER, now=NOW)
    assert mailing_attention(db, STARTS - timedelta(minutes=1))
    assert mailing_attention(db, STARTS) == []
