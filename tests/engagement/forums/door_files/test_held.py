"""Which door files are out, and what Home says of one that did not come back."""

from datetime import UTC, datetime, timedelta

from engagement.forums import events
from engagement.forums.door_files.held import brief_table, door_file_attention, door_files, door_files_table
from tests.engagement.forums.door_files.conftest import BACK, TAKEN, Doors

THREE_DAYS_ON = datetime(2019, 12, 13, 9, tzinfo=UTC)


def test_each_is_out_until_it_came_back(doors: Doors) -> None:
    main = doors.take("Main door")
    doors.take("Side door")
    with doors.at(main) as db:
        doors.check_in(db, "Ada Example", 1)
    doors.back(main)
    assert door_files_table(doors.db, doors.event).rows == [
        ("Main door", "Back", TAKEN.isoformat(), "Test Officer", BACK.isoformat(), 1),
        ("Side door", "Out", TAKEN.isoformat(), "Test Officer", None, 0),
    ]
    assert door_files_table(doors.db).rows[1][:3] == ("Provider forum, December 2019", "Side door", "Out")
    assert brief_table(door_files(doors.db, doors.event)).rows == [
        ("Main door", "Back", 1),
        ("Side door", "Out", 0),
    ]
    assert door_files(doors.db, "another") == []


def said(doors: Doors, now: datetime) -> list[tuple[str, str]]:
    return [(line.what, line.detail) for line in door_file_attention(doors.db, now)]


def test_home_asks_for_one_that_is_still_out_from_the_day_after(doors: Doors) -> None:
    path = doors.take("Laptop 2")
    assert said(doors, BACK) == []
    assert said(doors, THREE_DAYS_ON) == [
        (
            "Laptop 2 has not come back for 3 days",
            "Provider forum, December 2019 was on Tuesday 10 December 2019. Its check-ins are in the file that was "
            "taken along.",
        )
    ]
    assert said(doors, THREE_DAYS_ON + timedelta(days=90)) == []
    doors.back(path)
    assert said(doors, THREE_DAYS_ON) == []


def test_home_does_not_ask_for_that_of_a_cancelled_event(doors: Doors) -> None:
    doors.take("Laptop 2")
    events.cancel_event(doors.db, doors.event)
    assert said(doors, THREE_DAYS_ON) == []
