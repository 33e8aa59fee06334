"""The door opened before the event's day."""

from datetime import UTC, datetime

from engagement.forums import events
from engagement.forums.at_the_door.before_the_day import before_the_day
from resources.database import Database
from tests.engagement.forums.at_the_door.at_the_door import Add


def test_it_says_so_until_the_day(db: Database, forum: Add) -> None:
    event = events.get(db, forum("Winter forum", starts=datetime(2019, 12, 10, 10, tzinfo=UTC)))
    said = before_the_day(event, now=datetime(2019, 12, 9, 23, 59, tzinfo=UTC))
    assert said.startswith("Winter forum is not until 10 December 2019. Undo check-ins made for trying")
    assert before_the_day(event, now=datetime(2019, 12, 10, 0, 1, tzinfo=UTC)) == ""
