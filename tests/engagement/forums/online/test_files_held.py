"""Which files were taken in, and what became of the people in them."""

from collections.abc import Callable
from datetime import UTC, datetime

from engagement.forums.groups import CONFIDENTIAL
from engagement.forums.online.files_held import (
    HELD_COLUMNS,
    attended_seconds,
    files_of_event,
    held_table,
    people_table,
    same_file,
)
from engagement.forums.online.review import Review
from engagement.forums.online.taking_in import take_in
from engagement.forums.online.vocabulary import Layout
from engagement.forums.online.whom import LeftOut
from resources.database import Database, change
from tests.engagement.forums.online.online_files import TITLE, teams

NOW = datetime(2019, 12, 10, 14, tzinfo=UTC)
DAY = "10/12/2019, "
JOINS = (
    ("Ada Example", f"{DAY}10:00:00", f"{DAY}12:00:00", "", "ada@larkmeadow.example"),
    ("Cy Specimen", f"{DAY}10:00:00", f"{DAY}10:05:00", "", "cy@rosewood.example"),
    ("Zed Stranger", f"{DAY}10:00:00", f"{DAY}12:00:00", "", ""),
)


def test_a_file_is_held_with_what_it_said_and_what_became_of_it(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    found = review(teams(JOINS, JOINS)).choose("3", LeftOut())
    take_in(db, found, now=NOW, device="Office PC")
    (held,) = files_of_event(db, event)
    assert (held.name, held.layout, held.title, held.event) == ("attendance.csv", Layout.TEAMS, TITLE, TITLE)
    assert (held.attended, held.too_short, held.left_out, held.least_minutes) == (1, 1, 1, 10)
    assert (held.taken_in_at, held.starts) == (NOW, datetime(2019, 12, 10, 9, 58, tzinfo=UTC))
    assert same_file(db, found.found.file.sha256) == [held]
    assert same_file(db, "another") == []
    table = held_table([held])
    assert len(table.rows[0]) == len(HELD_COLUMNS)
    assert people_table(db, held.id).rows == [
        ("Ada Example", "Attended", 120, "Ada Example", 1),
        ("Cy Specimen", "Too short", 5, "", 1),
        ("Zed Stranger", "Left out", 120, "", 1),
    ]
    ada = db.value("select id from participant where contact_id = ?", (contact["Ada Example"],))
    assert attended_seconds(db, event) == {ada: 7200}  # who was there too short did not attend


def test_whom_a_file_names_is_exempt_where_the_meeting_is_confidential(
    db: Database, event: str, review: Callable[..., Review]
) -> None:
    take_in(db, review(teams(JOINS[2:], JOINS[2:])).choose("1", LeftOut()), now=NOW, device="Office PC")
    (held,) = files_of_event(db, event)
    assert people_table(db, held.id).exempt is None
    with change(db, "Closed"):
        db.update_row("event", event, {"confidentiality": "confidential"})
    assert people_table(db, held.id).exempt is CONFIDENTIAL
