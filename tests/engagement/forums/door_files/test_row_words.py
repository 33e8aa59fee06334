"""How the history speaks of door files."""

from desktop.history_words import row_history
from tests.engagement.forums.door_files.conftest import Doors


def test_a_door_files_row_tells_its_event_and_moment(doors: Doors) -> None:
    doors.take("Laptop 2")
    key = doors.db.value("select id from door_file")
    assert row_history(doors.db, "door_file", key)[0].lines == (
        "Event: Provider forum, December 2019",
        "For: Laptop 2",
        "Taken: 10 December 2019 at 8am",
        "By: Test Officer",
    )
