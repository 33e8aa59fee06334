"""How people read the columns of the forums' tables, for the history of their rows."""

from collections.abc import Mapping

from engagement.forums.people.audience_rule import describe, read_rule
from engagement.forums.vocabulary import (
    Confidentiality,
    EventKind,
    EventState,
    LogKind,
    LogList,
    ParticipantRole,
    ParticipantStatus,
)
from resources.differences import FieldWords, said_day, said_flag, said_moment, said_word
from resources.tables import Cell


def _audience(cell: Cell) -> str:
    return describe(read_rule(str(cell)))


KINDS: Mapping[str, str] = {"check_in": "Door", "iwork_interest": "Interest in i-Work"}
SILENT: Mapping[str, tuple[str, ...]] = {"participant": ("waiting_number",), "check_in": ("undoes_id",)}
_PLANNED = {
    "kind": FieldWords("Kind", said_word(EventKind)),
    "title": FieldWords("Title"),
    "place": FieldWords("Where"),
    "online_link": FieldWords("Online"),
    "capacity": FieldWords("Places"),
    "audience": FieldWords("Audience", _audience),
    "archived_on": FieldWords("Archived", said_day),
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
        "starts_at": FieldWords("Begins", said_moment),
        "ends_at": FieldWords("Ends", said_moment),
        "state": FieldWords("State", said_word(EventState)),
        "notes": FieldWords("Notes"),
        "confidentiality": FieldWords("Confidentiality", said_word(Confidentiality)),
    },
    "participant": {
        "event_id": FieldWords("Event", refers_to="event"),
        "contact_id": FieldWords("Person", refers_to="contact"),
        "provider_id": FieldWords("Provider", refers_to="provider"),
        "service_id": FieldWords("Service", refers_to="service"),
        "reply": FieldWords("Reply", said_word(ParticipantStatus)),
        "status": FieldWords("Status", said_word(ParticipantStatus)),
        "role": FieldWords("Role at the event", said_word(ParticipantRole)),
        "walk_in": FieldWords("Walked in", said_flag),
        "substitute_for_id": FieldWords("Instead of", refers_to="participant"),
        "offer_expires_at": FieldWords("Offer stands until", said_moment),
        "invited_at": FieldWords("Invited", said_moment),
        "answered_at": FieldWords("Replied", said_moment),
        "waiting_since": FieldWords("Waiting since", said_moment),
        "reasons": FieldWords("Why invited"),
        "note": FieldWords("Note"),
    },
    "check_in": {
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "event_id": FieldWords("Event", refers_to="event"),
        "kind": FieldWords("At the door", said_word(LogKind)),
        "at": FieldWords("When", said_moment),
        "by": FieldWords("Written by"),
        "device": FieldWords("Computer"),
        "list": FieldWords("List", said_word(LogList)),
    },
    "iwork_interest": {
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "event_id": FieldWords("Event", refers_to="event"),
        "at": FieldWords("When", said_moment),
        "by": FieldWords("Written by"),
        "note": FieldWords("Note"),
    },
}
"""What is not named here serves the program alone."""
