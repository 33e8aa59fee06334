"""How people read the columns of the meetings' tables, for the history of their rows."""

from collections.abc import Mapping

from engagement.forums.meeting.vocabulary import ActionStatus
from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import count_of, date_words


def _day(cell: Cell) -> str:
    return date_words(str(cell))


def _flag(cell: Cell) -> str:
    return "Yes" if cell else "No"


def _minutes(cell: Cell) -> str:
    return count_of(int(cell or 0), "minute")


def _status(cell: Cell) -> str:
    return ActionStatus(str(cell)).label


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
        "standing": FieldWords("Comes back each time", _flag),
        "exempt": FieldWords("Exempt", _flag),
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
        "agreed_on": FieldWords("Agreed", _day),
        "note": FieldWords("Note"),
    },
    "forum_action": {
        "series_id": FieldWords("Moved to the series", refers_to="series"),
        "event_id": FieldWords("Raised at", refers_to="event"),
        "agenda_item_id": _ITEM,
        "text": FieldWords("Action"),
        "owner": FieldWords("Owner"),
        "owner_contact_id": FieldWords("Owner", refers_to="contact"),
        "due_on": FieldWords("Due", _day),
        "status": FieldWords("Status", _status),
        "closed_on": FieldWords("Closed", _day),
        "closed_event_id": FieldWords("Closed at", refers_to="event"),
    },
    "action_progress": {
        "action_id": FieldWords("Action", refers_to="forum_action"),
        "event_id": FieldWords("Said at", refers_to="event"),
        "said_on": FieldWords("Said on", _day),
        "note": FieldWords("Progress"),
    },
}
"""What is not named here serves the program alone."""
