"""Everybody at an event as one table."""

from dataclasses import replace

from engagement.forums import events
from engagement.forums.mailing.mailings import record
from engagement.forums.mailing.overview import COLUMNS, overview_row, overview_words
from engagement.forums.mailing.recipients import correspondents
from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.vocabulary import EventState
from resources.database import Database
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys


def test_a_line_says_what_was_written_and_what_can_be_used(db: Database, asked: tuple[str, Keys]) -> None:
    event, keys = asked
    record(db, event, [keys["Ada Example"]], Purpose.INVITATION, Way.LETTER, now=NOW)
    people = correspondents(db, event)
    rows = {one.person.name: overview_row(one, NOW) for one in people}
    assert all(len(row) == len(COLUMNS) for row in rows.values())
    assert rows["Ada Example"] == (
        "Ada Example", "Invited", "Rosewood House", "2019-11-20", 0, "Invitation, letter", "E-mail and post", "", "",
    )  # fmt: skip
    assert rows["Ed Orr"][3:8] == (None, None, "Not written to yet", "", "Asked not to be contacted.")
    planned = events.get(db, event)
    assert overview_words(people, planned) == (
        "6 people have not answered; 5 of them have not been written to yet; 3 people cannot be written to."
    )
    assert overview_words([], planned) == "0 people have not answered."
    held = replace(planned, state=EventState.HELD)
    assert overview_words(people, held) == "3 people cannot be written to."
    assert overview_words([], held) == ""
