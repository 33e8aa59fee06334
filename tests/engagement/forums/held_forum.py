"""The times of these tests, and short names for what they do."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from engagement.forums.vocabulary import ParticipantStatus

S = ParticipantStatus


BEFORE = datetime(2019, 11, 20, 9, tzinfo=UTC)


DAY = date(2019, 12, 10)


DOORS = datetime(2019, 12, 10, 10, tzinfo=UTC)


AFTER = datetime(2019, 12, 10, 12, tzinfo=UTC)


Add = Callable[..., str]


Invite = Callable[..., list[str]]
