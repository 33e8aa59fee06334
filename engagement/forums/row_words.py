"""How people read the columns of the forums' tables, for the history of their rows."""

from collections.abc import Callable, Mapping

from engagement.forums.people.audience_rule import describe, read_rule
from engagement.forums.vocabulary import (
    Confidentiality,
    EventKind,
    EventState,
    LogKind,
    ParticipantRole,
    ParticipantStatus,
)
from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import date_words, moment_words
from resources.words import Word


def _word(words: type[Word]) -> Callable[[Cell], str]:
    def say(cell: Cell) -> str:
        known = words.read(str(cell))
        return known.label if known else str(cell)

    return say


def _moment(cell: Cell) -> str:
    return moment_words(str(cell))


def _day(cell: Cell) -> str:
    return date_words(str(cell))


def _flag(cell: Cell) -> str:
    return "Yes" if cell else "No"


def _audience(cell: Cell) -> str:
    return describe(read_rule(str(cell)))


def _list(cell: Cell) -> str:
    return {"door": "Door", "paper": "Paper sheet", "online": "Online meeting"}.get(str(cell), str(cell))


_PLANNED = {
    "kind": FieldWords("Kind", _word(EventKind)),
    "title": FieldWords("Title"),
    "place": FieldWords("Where"),
    "online_link": FieldWords("Online"),
    "capacity": FieldWords("Places"),
    "audience": FieldWords("Audience", _audience),
    "archived_on": FieldWords("Archived", _day),
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "series": {
        "name": FieldWords("Name"),
        **_PLANNED,
        "start_time": FieldWords("Begins at"),
        "end_time": FieldWords("Ends at"),
    },
    "event": {
        "series_id": FieldWords("Series", refers_to="series"),
        **_PLANNED,
        "starts_at": FieldWords("Begins", _moment),
        "ends_at": FieldWords("Ends", _moment),
        "state": FieldWords("State", _word(EventState)),
        "notes": FieldWords("Notes"),
        "confidentiality": FieldWords("Confidentiality", _word(Confidentiality)),
    },
    "participant": {
        "event_id": FieldWords("Event", refers_to="event"),
        "contact_id": FieldWords("Person", refers_to="contact"),
        "provider_id": FieldWords("Provider", refers_to="provider"),
        "service_id": FieldWords("Service", refers_to="service"),
        "reply": FieldWords("Reply", _word(ParticipantStatus)),
        "status": FieldWords("Status", _word(ParticipantStatus)),
        "role": FieldWords("Role at the event", _word(ParticipantRole)),
        "walk_in": FieldWords("Walked in", _flag),
        "substitute_for_id": FieldWords("Instead of", refers_to="participant"),
        "offer_expires_at": FieldWords("Offer stands until", _moment),
        "invited_at": FieldWords("Invited", _moment),
        "answered_at": FieldWords("Replied", _moment),
        "waiting_since": FieldWords("Waiting since", _moment),
        "reasons": FieldWords("Why invited"),
        "note": FieldWords("Note"),
    },
    "check_in": {
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "event_id": FieldWords("Event", refers_to="event"),
        "kind": FieldWords("At the door", _word(LogKind)),
        "at": FieldWords("When", _moment),
        "by": FieldWords("Written by"),
        "device": FieldWords("Computer"),
        "list": FieldWords("List", _list),
    },
}
"""What is not named here serves the program alone."""
