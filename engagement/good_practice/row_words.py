"""How people read the columns of these tables, for the history of their rows."""

from collections.abc import Mapping

from engagement.good_practice.vocabulary import MetHow, PracticeConsent, SharedAt
from resources.differences import FieldWords, said_day, said_word

KINDS: Mapping[str, str] = {
    "good_practice": "Good practice",
    "buddy_pair": "Pair of buddies",
    "buddy_meeting": "Meeting of buddies",
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "good_practice": {
        "provider_id": FieldWords("Provider", refers_to="provider"),
        "service_id": FieldWords("Service", refers_to="service"),
        "contact_id": FieldWords("Who shared it", refers_to="contact"),
        "event_id": FieldWords("Event", refers_to="event"),
        "shared_at": FieldWords("Where", said_word(SharedAt)),
        "theme": FieldWords("Theme"),
        "what": FieldWords("What works"),
        "shared_on": FieldWords("Shared on", said_day),
        "shared_with": FieldWords("Shared with"),
        "consent": FieldWords("Publish", said_word(PracticeConsent)),
        "consent_on": FieldWords("Answered on", said_day),
        "archived_on": FieldWords("Archived", said_day),
    },
    "buddy_pair": {
        "service_id": FieldWords("Service", refers_to="service"),
        "buddy_service_id": FieldWords("Buddy", refers_to="service"),
        "started_on": FieldWords("Agreed on", said_day),
        "ended_on": FieldWords("Ended on", said_day),
        "end_reason": FieldWords("Why it ended"),
        "reasons": FieldWords("Why these two"),
        "note": FieldWords("Note"),
    },
    "buddy_meeting": {
        "pair_id": FieldWords("Pair", refers_to="buddy_pair"),
        "met_on": FieldWords("Met on", said_day),
        "how": FieldWords("How", said_word(MetHow)),
        "note": FieldWords("Note"),
    },
}
"""What is not named here serves the program alone."""
