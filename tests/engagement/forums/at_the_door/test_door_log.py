from datetime import timedelta

from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door_log import last_act, log_table
from engagement.forums.groups import NAMES_WITHHELD
from resources.database import Database, change
from tests.engagement.forums.at_the_door.at_the_door import DOORS, come


def test_the_log_shows_every_line_and_what_was_taken_back(db: Database, two: tuple[str, str, str]) -> None:
    event, amina, _ = two
    come(db, event, amina, "a")
    door.undo_last(db, event, now=DOORS + timedelta(minutes=1), device="Laptop 1", nonce="u")
    rest = ("Test Officer", "Laptop 1", "door")
    who = ("Amina Khan", "Rosewood House Limited")
    assert log_table(db, event).rows == [
        (1, "2019-12-10T09:45:00+00:00", "In", *who, 1, *rest),
        (2, "2019-12-10T09:46:00+00:00", "Undone", *who, 0, *rest),
    ]


def test_the_log_of_a_meeting_of_which_nobody_is_named_is_exempt(
    db: Database, two: tuple[str, str, str]
) -> None:
    assert log_table(db, two[0]).exempt is None
    with change(db, "Closed"):
        db.update_row("event", two[0], {"confidentiality": "names_withheld"})
    assert log_table(db, two[0]).exempt is NAMES_WITHHELD


def test_the_last_act_is_the_last_that_stands_with_all_its_lines(
    db: Database, two: tuple[str, str, str]
) -> None:
    event, amina, ben = two
    assert last_act(db, event) == []
    come(db, event, amina, "a")
    come(db, event, ben, "b")
    assert [line.participant_id for line in last_act(db, event)] == [ben]
    door.undo_last(db, event, now=DOORS + timedelta(minutes=1), device="Laptop 1", nonce="u")
    assert [line.participant_id for line in last_act(db, event)] == [amina]
