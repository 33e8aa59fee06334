"""The mark of a door file, and what its door is called in the log."""

from engagement.forums.door_files.mark import Mark, device_of, mark_of, write_mark
from resources.database import Database, change
from resources.database.opening import computer

MARK = Mark("key", "Laptop 2", "event", "2019-12-10T08:00:00+00:00", "Ada", "Office", {"register": 2})


def test_a_marked_file_is_a_door_file_and_its_door_goes_by_its_label(db: Database) -> None:
    assert (mark_of(db), device_of(db)) == (None, computer())
    with change(db, "Marked"):
        write_mark(db, MARK)
    assert (mark_of(db), device_of(db)) == (MARK, "Laptop 2")
    assert MARK.title == "Door file – Laptop 2"
