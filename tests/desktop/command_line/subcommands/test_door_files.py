"""A door file is taken, used at its door, and brought back from the command line."""

import pytest

from engagement.register import contacts
from tests.desktop.command_line.conftest import Clerk

FORUM = "December 2019"


def test_a_door_file_is_taken_used_and_brought_back(
    county: Clerk, capsys: pytest.CaptureFixture[str]
) -> None:
    path = county.file.with_name("door.providerdesk")
    said = county.does("door-file", FORUM, "--label", "Laptop 2, side door", "--out", path)
    assert said.startswith(f"Took the door file “{path}” for Laptop 2, side door.")
    laptop = Clerk(path, capsys)
    laptop.does("check-in", FORUM, "Amina Larkson")
    laptop.does("walk-in", FORUM, "Nia Newcomer", "--new-provider", "New Care")
    assert "already there" in county.refuses("door-file", FORUM, "--label", "Laptop 3", "--out", path)
    before = county.file.stat().st_mtime_ns
    shown = county.does("door-file-return", path)
    assert county.file.stat().st_mtime_ns == before
    assert "2 lines of the door’s log, 1 walk-in, 1 new person, 1 new provider" in shown
    assert "Nothing was written. Add --take-in to bring it back." in shown
    assert "Laptop 2, side door" in county.does("door-files")
    assert county.does("door-file-return", path, "--take-in").strip() == (
        "Brought back Laptop 2, side door: 2 lines of the door’s log, 1 walk-in, 1 new person, 1 new provider."
    )
    assert "Amina Larkson" in county.does("present", FORUM)
    assert "Nia Newcomer" in county.does("present", FORUM)
    again = county.does("door-file-return", path, "--take-in")
    assert again == "Nothing of Laptop 2, side door was new.\n"
    assert "Back" in county.does("door-files", "--event", FORUM)
    county.does("undo")
    assert "Nia Newcomer" not in county.does("present", FORUM)


def test_the_side_whose_facts_count_is_said_once_for_all(
    county: Clerk, capsys: pytest.CaptureFixture[str]
) -> None:
    path = county.file.with_name("door.providerdesk")
    county.does("door-file", FORUM, "--label", "Laptop 2", "--out", path)
    laptop = Clerk(path, capsys)
    for clerk, phone in ((laptop, "0115 496 0001"), (county, "0115 496 0002")):
        clerk.with_db(
            lambda db, phone=phone: contacts.edit_contact(
                db, db.value("select id from contact where name = 'Amina Larkson'"), phone=phone
            )
        )
    shown = county.does("door-file-return", path)
    assert "0115 496 0001" in shown and "0115 496 0002" in shown
    county.does("door-file-return", path, "--take-in", "--prefer", "door")
    assert "0115 496 0001" in county.does("contacts")
    assert "is not a door file" in county.refuses("door-file-return", county.file)
