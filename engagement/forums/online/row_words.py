"""How people read the columns of the tables of online attendance, for the history of their rows."""

from collections.abc import Callable, Mapping

from engagement.forums.online.vocabulary import Decision, Layout
from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import moment_words
from resources.words import Word


def _word(words: type[Word]) -> Callable[[Cell], str]:
    def say(cell: Cell) -> str:
        known = words.read(str(cell))
        return known.label if known else str(cell)

    return say


def _moment(cell: Cell) -> str:
    return moment_words(str(cell))


def _minutes(cell: Cell) -> str:
    return f"{int(cell or 0) // 60:,}"


FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "online_file": {
        "event_id": FieldWords("Event", refers_to="event"),
        "name": FieldWords("File"),
        "layout": FieldWords("Made by", _word(Layout)),
        "meeting_title": FieldWords("Meeting"),
        "starts_at": FieldWords("Began", _moment),
        "ends_at": FieldWords("Ended", _moment),
        "least_minutes": FieldWords("Least minutes to count"),
        "taken_in_at": FieldWords("Taken in", _moment),
    },
    "online_attendance": {
        "online_file_id": FieldWords("File", refers_to="online_file"),
        "event_id": FieldWords("Event", refers_to="event"),
        "participant_id": FieldWords("Participant", refers_to="participant"),
        "shown_name": FieldWords("Shown as"),
        "email": FieldWords("E-mail"),
        "joins": FieldWords("Joins"),
        "seconds": FieldWords("Minutes in the meeting", _minutes),
        "first_join_at": FieldWords("Joined first", _moment),
        "last_leave_at": FieldWords("Left last", _moment),
        "decision": FieldWords("What became of it", _word(Decision)),
    },
    "known_as": {
        "contact_id": FieldWords("Person", refers_to="contact"),
        "name_key": FieldWords("Name"),
        "email_key": FieldWords("E-mail"),
    },
}
"""What is not named here serves the program alone."""
