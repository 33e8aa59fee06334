"""How people read the columns of the door files' tables, for the history of their rows."""

from collections.abc import Mapping

from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import moment_words


def _moment(cell: Cell) -> str:
    return moment_words(str(cell))


FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "door_file": {
        "event_id": FieldWords("Event", refers_to="event"),
        "label": FieldWords("For"),
        "made_at": FieldWords("Taken", _moment),
        "made_by": FieldWords("By"),
    },
    "door_return": {
        "door_file_id": FieldWords("Door file", refers_to="door_file"),
        "taken_in_at": FieldWords("Came back", _moment),
        "taken_in_by": FieldWords("By"),
        "lines": FieldWords("Lines of the log"),
    },
}
"""What is not named here serves the program alone."""
