"""The day of an event and after."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document

from engagement.forums import events
from resources.database import Database, change
from tests.desktop.command_line.conftest import FORUM_ENDS, NOW, Clerk


@pytest.fixture(autouse=True)
def on_the_day(county: Clerk) -> None:
    county.now = NOW + timedelta(days=1)


def test_before_the_day_the_door_says_so(county: Clerk) -> None:
    county.now = NOW
    said = county.does("check-in", "forum", "amina").splitlines()
    assert said[0].startswith("Provider forum, December 2019 is not until 10 December 2019. Undo check-ins")
    assert said[1] == "Amina Larkson, Larkmeadow House, is checked in."


def test_in_by_three_letters_twice_and_out(county: Clerk) -> None:
    assert county.does("check-in", "forum", "ami") == "Amina Larkson, Larkmeadow House, is checked in.\n"
    assert county.does("check-in", "forum", "ami") == "Amina Larkson was checked in already, at 9:30am.\n"
    assert county.does("present", "forum").endswith("1 person.\n")
    assert county.does("check-out", "forum", "amina") == "Amina Larkson, Larkmeadow House, is checked out.\n"
    assert county.does("check-out", "forum", "amina").endswith("was not in the room.\n")
    assert county.does("undo-check-in", "forum") == "The check-out of Amina Larkson is undone.\n"
    assert county.does("undo-check-in", "forum") == "The check-in of Amina Larkson is undone.\n"
    assert county.refuses("undo-check-in", "forum").startswith("Nothing was done at the door")


def test_somebody_of_the_register_who_was_not_asked_walks_in(county: Clerk) -> None:
    assert county.does("check-in", "forum", "zoe") == (
        "Zoë Quillman, Quill Care, is checked in. The room has 1 place; 2 people are here or still expected.\n"
    )


def test_letters_that_may_be_several_or_nobody_are_refused(county: Clerk) -> None:
    assert county.refuses("check-in", "forum", "xyz") == (
        "Nobody is called “xyz”. Check the letters, or use “provider-desk walk-in”."
    )
    assert county.refuses("check-in", "forum", "ltd") == (
        "“ltd” may be more than one person: Amina Larkson, Larkmeadow House; Beth Cupworth, Teacup Court; "
        "Zoë Quillman, Quill Care. Write more of the name or of the home."
    )
    assert county.does("present", "forum").splitlines()[1] == "Nothing to list."


def test_walk_ins_with_a_provider_known_and_new(county: Clerk) -> None:
    assert county.does(
        "walk-in", "forum", "Olu Quillby", "--service", "Quill Care", "--role", "deputy manager"
    ) == (
        "Olu Quillby, Quill Care, is checked in. The room has 1 place; 2 people are here or still expected.\n"
    )
    county.does("walk-in", "forum", "Mei Teaby", "--provider", "teacup")
    told = county.does(
        "walk-in", "forum", "Una Newby", "--new-provider", "Newby Care", "--consent", "agreed_at_forum"
    )
    assert told.startswith("Una Newby, Newby Care, is checked in.")
    assert county.does("providers").endswith("4 providers.\n")
    assert county("walk-in", "forum", "Nobody").code == 2


def test_who_is_absent_the_paper_sheet_and_the_close(county: Clerk) -> None:
    assert county.does("absent", "forum").splitlines()[3].startswith("Amina Larkson")
    assert county.does("tick-sheet", "forum", "beth") == (
        "Ticked 1 person from the paper sheet of Provider forum, December 2019.\n"
    )
    assert county.refuses("close-event", "forum").startswith("Provider forum, December 2019 has not begun")
    county.now = FORUM_ENDS
    assert county.does("close-event", "forum") == (
        "Closed Provider forum, December 2019: 1 came, 1 had a place and did not come.\n"
    )
    assert county.does("participants", "forum", "--status", "no-show").endswith("1 person.\n")
    assert county.does("reopen-event", "forum") == "Reopened Provider forum, December 2019.\n"
    assert county.does("participants", "forum", "--status", "no-show").splitlines()[1] == "Nothing to list."


def test_figures_of_an_event_and_of_a_year(county: Clerk, tmp_path: Path) -> None:
    county.does("check-in", "forum", "amina")
    told = county.does("attendance", "forum", "--by", "district").splitlines()
    assert told[3].split() == ["Bassetlaw", "1", "1", "1", "1", "100%"] or told[3].startswith("Bassetlaw")
    whole = county.does("attendance", "forum")
    assert whole.count("Attendance by") == 4 and "Everybody present" in whole
    assert county.does("attendance", "forum", "--out", tmp_path / "figures.xlsx").startswith(
        f"Saved “{tmp_path / 'figures.xlsx'}”"
    )
    assert (
        county.does("coming", "--months", 6).splitlines()[0]
        == "Events come to in 6 months, as at 10 December 2019"
    )


def test_the_summary_the_appendix_and_the_sheet(county: Clerk, tmp_path: Path) -> None:
    county.does("check-in", "forum", "amina", "beth")
    out, appendix = tmp_path / "forum.docx", tmp_path / "forum - EXEMPT appendix.docx"
    assert county.refuses("forum-summary", "forum", out).startswith(
        "Provider forum, December 2019 has not begun, so there is no attendance to report yet."
    )
    county.now = FORUM_ENDS
    assert county.does("forum-summary", "forum", out) == f"Saved “{out}”.\n"
    assert not appendix.exists()
    county.does("forum-summary", "forum", out, "--exempt")
    public = Document(str(out))
    shown = [cell.text for table in public.tables for row in table.rows for cell in row.cells]
    assert "Residential home" in shown and "Teacup Ltd" not in shown and "Amina Larkson" not in shown
    named = [
        cell.text for table in Document(str(appendix)).tables for row in table.rows for cell in row.cells
    ]
    assert "Amina Larkson" in named and "Teacup Ltd" in named
    sheet = tmp_path / "sheet.docx"
    assert county.does("sign-in-sheet", "forum", sheet) == f"Saved “{sheet}” with 1 person.\n"
    assert county.does("sign-in-sheet", "forum", sheet, "--unanswered").endswith("with 2 people.\n")


def test_a_sheet_for_nobody_says_so(county: Clerk, tmp_path: Path) -> None:
    county.with_db(_nobody_comes)
    sheet = tmp_path / "empty.docx"
    assert county.does("sign-in-sheet", "forum", sheet) == (
        f"Saved “{sheet}” with 12 empty lines and no names, because nobody is expected yet.\n"
    )
    badges = tmp_path / "badges.docx"
    assert county.does("badges", "forum", badges, "--blank", "8") == f"Saved “{badges}”: 8 blank badges.\n"


def _nobody_comes(db: Database) -> None:
    with change(db, "Put apart"):
        for (key,) in db.rows("select id from participant"):
            db.update_row("participant", key, {"reply": "invited", "status": "invited"})


def _say_farewell(db: Database) -> None:
    event = events.events(db)[0]
    draft = replace(event.draft(), title="Farewell to Amina Larkson")
    events.edit_event(db, event.id, draft, now=FORUM_ENDS)


def test_a_title_that_names_somebody_who_came_is_refused(county: Clerk, tmp_path: Path) -> None:
    county.does("check-in", "forum", "amina")
    county.with_db(_say_farewell)
    county.now = FORUM_ENDS
    out = tmp_path / "forum.docx"
    said = county.refuses("forum-summary", "farewell", out)
    assert "Amina Larkson (name of somebody at the event)" in said and not out.exists()
