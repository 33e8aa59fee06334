"""The sample county's mailings."""

from datetime import time

from engagement.forums.events import events_to_come
from engagement.forums.mailing.attention import mailing_attention
from engagement.forums.mailing.mailings import last_written
from engagement.forums.mailing.reminders import unanswered
from engagement.forums.mailing.vocabulary import Purpose
from engagement.register.letterhead import letterhead
from engagement.sample.mailing import HEAD
from resources.database import Database
from resources.wording import as_instant, from_london
from tests.engagement.sample.made_county import TODAY


def test_invitations_and_a_reminder_stand_for_the_event_to_come(county: Database) -> None:
    now = from_london(TODAY, time(9))
    event = next(one for one in events_to_come(county, now) if last_written(county, one.id))
    written = last_written(county, event.id)
    assert {one.purpose for one in written.values()} == {Purpose.INVITATION, Purpose.REMINDER}
    assert all(as_instant(one.at) < now for one in written.values())
    reminded = [one for one in unanswered(county, event.id) if one.written]
    assert reminded and all(one.written.times == 2 for one in reminded if one.written)


def test_who_came_late_to_the_list_is_told_of_on_home(county: Database) -> None:
    assert all(
        line.what.startswith("Write to ") for line in mailing_attention(county, from_london(TODAY, time(9)))
    )
    assert letterhead(county).team == HEAD.team
