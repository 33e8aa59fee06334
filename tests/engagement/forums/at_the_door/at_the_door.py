"""The times of these tests, and short names for what they do."""

from collections.abc import Callable
from datetime import UTC, datetime

from engagement.forums.at_the_door import door
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database

S = ParticipantStatus


BEFORE = datetime(2019, 11, 20, 9, tzinfo=UTC)


DOORS = datetime(2019, 12, 10, 9, 45, tzinfo=UTC)


Add = Callable[..., str]


Invite = Callable[..., list[str]]


def come(db: Database, event: str, who: str, nonce: str, *, at: datetime = DOORS) -> door.CheckedIn:
    return door.check_in(db, event, who, now=at, device="Laptop 1", nonce=nonce)
