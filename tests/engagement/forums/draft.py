"""The times of these tests, and short names for what they do."""

from dataclasses import replace
from datetime import date, time

from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.vocabulary import EventKind


def draft(**changes: object) -> EventDraft:
    starts, ends = events.instants(date(2019, 12, 10), time(10), time(12))
    plain = EventDraft(EventKind.PROVIDER_FORUM, "Provider forum", starts, ends, place="Civic Centre")
    return replace(plain, **changes)
