from collections.abc import Callable

from engagement.forums.listings import EVENTS
from resources.database import Condition, Database, Query

Add = Callable[..., str]


def test_the_listing_says_the_vocabularys_words(db: Database, forum: Add) -> None:
    forum("Forum")
    found = EVENTS.page(
        db, Query(text="prov", conditions=(Condition("state", ("Planned",)),)), offset=0, limit=5
    )
    assert [row[1:6] for row in found] == [
        ("Forum", "2019-12-10T10:00:00+00:00", "Provider forum", "Mansfield Civic Centre", "Planned")
    ]
