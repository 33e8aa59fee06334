"""How people read the columns of these tables, for the history of their rows."""

from collections.abc import Callable, Mapping

from engagement.good_practice.vocabulary import MetHow, PracticeConsent, SharedAt
from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import date_words
from resources.words import Word


def _day(cell: Cell) -> str:
    return date_words(str(cell))


def _label(words: type[Word]) -> Callable[[Cell], str]:
    def say(cell: Cell) -> str:
        return words(str(cell)).label

    return say


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
        "shared_at": FieldWords("Where", _label(SharedAt)),
        "theme": FieldWords("Theme"),
        "what": FieldWords("What works"),
        "shared_on": FieldWords("Shared on", _day),
        "shared_with": FieldWords("Shared with"),
        "consent": FieldWords("Publish", _label(PracticeConsent)),
        "consent_on": FieldWords("Answered on", _day),
        "archived_on": FieldWords("Archived", _day),
    },
    "buddy_pair": {
        "service_id": FieldWords("Service", refers_to="service"),
        "buddy_service_id": FieldWords("Buddy", refers_to="service"),
        "started_on": FieldWords("Agreed on", _day),
        "ended_on": FieldWords("Ended on", _day),
        "end_reason": FieldWords("Why it ended"),
        "reasons": FieldWords("Why these two"),
        "note": FieldWords("Note"),
    },
    "buddy_meeting": {
        "pair_id": FieldWords("Pair", refers_to="buddy_pair"),
        "met_on": FieldWords("Met on", _day),
        "how": FieldWords("How", _label(MetHow)),
        "note": FieldWords("Note"),
    },
}
"""What is not named here serves the program alone."""
