"""How people read the columns of the door files' tables, for the history of their rows."""

from collections.abc import Mapping

from resources.differences import FieldWords, said_moment

KINDS: Mapping[str, str] = {
    "door_file": "Door file",
    "door_return": "Return of a door file",
    "door_key": "Person known twice",
}
SILENT: Mapping[str, tuple[str, ...]] = {
    "door_file": ("base_sha256",),
    "door_return": ("sha256",),
    "door_key": ("door_key", "row_key"),
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "door_file": {
        "event_id": FieldWords("Event", refers_to="event"),
        "label": FieldWords("For"),
        "made_at": FieldWords("Taken", said_moment),
        "made_by": FieldWords("By"),
    },
    "door_return": {
        "door_file_id": FieldWords("Door file", refers_to="door_file"),
        "taken_in_at": FieldWords("Came back", said_moment),
        "taken_in_by": FieldWords("By"),
        "lines": FieldWords("Lines of the log"),
    },
}
"""What is not named here serves the program alone."""
