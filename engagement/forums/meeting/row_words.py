"""How people read the columns of the meetings' tables, for the history of their rows."""

from collections.abc import Mapping

from engagement.forums.meeting.vocabulary import ActionStatus
from resources.differences import FieldWords, said_day, said_flag, said_word
from resources.tables import Cell
from resources.wording import count_of


def _minutes(cell: Cell) -> str:
    return count_of(int(cell or 0), "minute")


KINDS: Mapping[str, str] = {"forum_action": "Action", "action_progress": "Progress"}
_EVENT = FieldWords("Event", refers_to="event")
_ITEM = FieldWords("Agenda item", refers_to="agenda_item")
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "agenda_item": {
        "event_id": _EVENT,
        "position": FieldWords("Place in the agenda"),
        "title": FieldWords("Title"),
        "minutes": FieldWords("Takes", _minutes),
        "owner": FieldWords("Owner"),
        "paper": FieldWords("Paper"),
        "notes": FieldWords("Notes"),
        "standing": FieldWords("Comes back each time", said_flag),
        "exempt": FieldWords("Exempt", said_flag),
    },
    "decision": {
        "event_id": _EVENT,
        "agenda_item_id": _ITEM,
        "position": FieldWords("Number"),
        "text": FieldWords("Decision"),
    },
    "minutes": {
        "event_id": _EVENT,
        "chair": FieldWords("Chair"),
        "taken_by": FieldWords("Taken by"),
        "agreed_on": FieldWords("Agreed", said_day),
        "note": FieldWords("Note"),
    },
    "forum_action": {
        "series_id": FieldWords("Moved to the series", refers_to="series"),
        "event_id": FieldWords("Raised at", refers_to="event"),
        "agenda_item_id": _ITEM,
        "text": FieldWords("Action"),
        "owner": FieldWords("Owner"),
        "owner_contact_id": FieldWords("Owner", refers_to="contact"),
        "due_on": FieldWords("Due", said_day),
        "status": FieldWords("Status", said_word(ActionStatus)),
        "closed_on": FieldWords("Closed", said_day),
        "closed_event_id": FieldWords("Closed at", refers_to="event"),
    },
    "action_progress": {
        "action_id": FieldWords("Action", refers_to="forum_action"),
        "event_id": FieldWords("Said at", refers_to="event"),
        "said_on": FieldWords("Said on", said_day),
        "note": FieldWords("Progress"),
    },
}
"""What is not named here serves the program alone."""
