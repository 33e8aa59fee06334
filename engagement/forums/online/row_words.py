"""How people read the columns of the tables of online attendance, for the history of their rows."""

from collections.abc import Mapping

from engagement.forums.online.vocabulary import Decision, Layout
from resources.differences import FieldWords, said_moment, said_word
from resources.tables import Cell


def _minutes(cell: Cell) -> str:
    return f"{int(cell or 0) // 60:,}"


KINDS: Mapping[str, str] = {
    "online_file": "Online attendance",
    "online_attendance": "Person in an online meeting",
    "known_as": "Known as",
}
SILENT: Mapping[str, tuple[str, ...]] = {"online_file": ("sha256",)}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "online_file": {
        "event_id": FieldWords("Event", refers_to="event"),
        "name": FieldWords("File"),
        "layout": FieldWords("Made by", said_word(Layout)),
        "meeting_title": FieldWords("Meeting"),
        "starts_at": FieldWords("Began", said_moment),
        "ends_at": FieldWords("Ended", said_moment),
        "least_minutes": FieldWords("Least minutes to count"),
        "taken_in_at": FieldWords("Taken in", said_moment),
    },
    "online_attendance": {
        "online_file_id": FieldWords("File", refers_to="online_file"),
        "event_id": FieldWords("Event", refers_to="event"),
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "shown_name": FieldWords("Shown as"),
        "email": FieldWords("E-mail"),
        "joins": FieldWords("Joins"),
        "seconds": FieldWords("Minutes in the meeting", _minutes),
        "first_join_at": FieldWords("Joined first", said_moment),
        "last_leave_at": FieldWords("Left last", said_moment),
        "decision": FieldWords("What became of it", said_word(Decision)),
    },
    "known_as": {
        "contact_id": FieldWords("Person", refers_to="contact"),
        "name_key": FieldWords("Name"),
        "email_key": FieldWords("E-mail"),
    },
}
"""What is not named here serves the program alone."""
