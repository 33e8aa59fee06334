"""The tables of door files: in the history as any others, and each key of a door known once."""

import pytest

from engagement.forums.door_files.merging import MERGE_RULES
from resources.database import change, new_key
from resources.database.engine import IntegrityError
from resources.database.history import tracked_tables
from tests.engagement.forums.door_files.conftest import Doors


def test_the_tables_are_tracked_and_a_doors_row_is_known_by_one_key(doors: Doors) -> None:
    doors.take()
    assert {"door_file", "door_return", "door_key"} <= set(tracked_tables(doors.db))
    row = {
        "door_file_id": doors.db.value("select id from door_file"),
        "table_name": "contact",
        "door_key": "a",
    }
    with pytest.raises(IntegrityError), change(doors.db, "Twice"):
        for key in ("b", "c"):
            doors.db.insert_row("door_key", {"id": new_key(), **row, "row_key": key})
    assert MERGE_RULES.key_lists == (("door_key", "row_key"),)
