"""What the fields are for one person."""

from datetime import date

from engagement.forums import events
from engagement.forums.mailing.filling import filled_for, occasion, usual_reply_by, values_for
from engagement.forums.mailing.recipients import correspondents
from engagement.forums.mailing.words import FIELDS
from resources.database import Database
from resources.wordings import Wording
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys


def test_every_field_is_filled(db: Database, linked: tuple[str, Keys]) -> None:
    event, _ = linked
    ada = next(one for one in correspondents(db, event) if one.person.name == "Ada Example")
    about = occasion(db, event, now=NOW)
    values = values_for(ada, about)
    assert tuple(values) == tuple(FIELDS)
    assert values == {
        "name": "Ada Example",
        "first name": "Ada",
        "event": "Provider forum, December 2019",
        "when": "Tuesday 10 December 2019, 10am to midday",
        "where": "Mansfield Civic Centre",
        "online link": "https://meet.example.org/a,b;c",
        "reply by": "Tuesday 3 December 2019",
        "organisation": "Rosewood House",
        "team": "Engagement Team",
        "council": "Example County Council",
    }
    assert filled_for(ada, Wording("{event}", "{name}"), about).body == "Ada Example"


def test_an_answer_is_wanted_a_week_before_or_as_late_as_there_is_time(db: Database, forum: object) -> None:
    event = events.get(db, forum())  # type: ignore[operator]
    assert usual_reply_by(event, date(2019, 11, 1)) == date(2019, 12, 3)
    assert usual_reply_by(event, date(2019, 12, 5)) == date(2019, 12, 7)
    assert usual_reply_by(event, date(2019, 12, 8)) == date(2019, 12, 9)
    assert usual_reply_by(event, date(2019, 12, 10)) == date(2019, 12, 10)
    assert usual_reply_by(event, date(2020, 1, 1)) == date(2019, 12, 10)
