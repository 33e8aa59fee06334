"""Agendas, minutes and actions from the command line."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from docx import Document

from engagement.forums import events
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ActionDraft
from resources.database import Database
from tests.desktop.command_line.conftest import Clerk

AFTER = datetime(2019, 12, 11, 9, tzinfo=UTC)


def key_in(told: str) -> str:
    found = re.search(r"Its key is (\S+)\.", told)
    assert found is not None
    return found.group(1)


def test_an_agenda_is_started_added_to_and_saved(county: Clerk, tmp_path: Path) -> None:
    told = county.does("agenda", "forum", "--start")
    assert "Welcome and apologies" in told and "7 items." in told
    told = county.does(
        "agenda", "forum", "--add", "Winter plans", "--minutes", "200", "--owner", "Priya Sample", "--paper", "Flu",
        "--place", "2",
    )  # fmt: skip
    assert re.search(r"2 +10:10am +Winter plans +Priya Sample +Flu", told)
    assert "past the end of the event" in told
    assert (
        county.does("agenda", "forum", "--word", tmp_path / "a.docx") == f"Saved “{tmp_path / 'a.docx'}”.\n"
    )
    assert Document(str(tmp_path / "a.docx")).tables[0].rows[2].cells[2].text == "Winter plans"
    refused = county("agenda", "forum", "--start")
    assert (refused.code, refused.err) == (
        1,
        "Provider forum, December 2019 has an agenda of 8 items already. Add items to it, or remove them first.\n",
    )


def test_notes_decisions_and_minutes(county: Clerk, tmp_path: Path) -> None:
    refused = county("minutes", "forum", "--word", tmp_path / "m.docx")
    assert refused.code == 1 and "has not begun" in refused.err
    county.does("agenda", "forum", "--start")
    county.now = AFTER
    assert county.does("note-item", "forum", "2", "Ratings were shown.") == (
        "Noted at item 2, Quality and the care market.\n"
    )
    county.does("note-item", "forum", "care market", "Homes asked why.")
    assert county.does("note-item", "forum", "training", "To keep places", "--decision").startswith(
        "Recorded a dec"
    )
    assert "no item 9" in county("note-item", "forum", "9", "Nothing").err
    for more, name in ((), "m.docx"), (("--public",), "p.docx"):
        told = county.does("minutes", "forum", "--word", tmp_path / name, *more)
        assert told == f"Saved “{tmp_path / name}”.\n"
        lines = [one.text for one in Document(str(tmp_path / name)).paragraphs]
        assert "Homes asked why." in lines and "Decision 4.1:\tTo keep places" in lines


def test_nothing_is_decided_or_closed_at_a_meeting_that_has_not_begun(county: Clerk) -> None:
    county.does("agenda", "forum", "--start")
    county.does("note-item", "forum", "2", "Prepared.")
    assert "has not begun, so nothing is decided at it yet" in county.refuses(
        "note-item", "forum", "2", "To wait", "--decision"
    )

    def later(db: Database) -> None:
        last = events.get(db, str(db.value("select id from event")))
        earlier = replace(last.draft(), title="Earlier forum", starts=last.starts - timedelta(days=60),
                          ends=last.ends - timedelta(days=60))  # fmt: skip
        actions.raise_action(db, events.plan_event(db, earlier), ActionDraft("Send the guide"))

    county.with_db(later)
    told = county.does("close-action", "guide", "--at", "december")
    assert "has not begun, so this is kept as said on 9 December 2019" in told
    county.with_db(_closed_today)
    county.does("close-action", "guide", "--reopen")
    assert "is after 9 December 2019" in county.refuses("close-action", "guide", "--on", "10 Dec 2019")


def _closed_today(db: Database) -> None:
    row = db.row("select closed_on, closed_event_id from forum_action where text = 'Send the guide'")
    assert row == ("2019-12-09", None)


def test_actions_are_raised_said_of_closed_and_listed(county: Clerk, tmp_path: Path) -> None:
    county.does("agenda", "forum", "--start")
    told = county.does(
        "raise-action",
        "forum",
        "Send the guide",
        "--owner",
        "Priya Sample",
        "--due",
        "1 Dec 2019",
        "--item",
        "2",
    )
    key = key_in(told)
    county.does("raise-action", "forum", "Book the hall", "--contact", "Amina Larkson")
    told = county.does("actions")
    assert re.search(r"Overdue +Send the guide +Priya Sample +1 Dec 2019", told)
    assert re.search(r"Open +Book the hall +Amina Larkson", told)
    assert "Book the hall" not in county.does("actions", "--overdue")
    assert "1 action." in county.does("actions", "--owner", "amina")
    assert "Nothing to list." in county.does("actions", "--series", "no such")
    county.now = AFTER
    assert county.does("say-progress", "guide", "Half done", "--at", "forum") == "Noted: Send the guide\n"
    assert county.does("close-action", key, "--note", "Sent", "--at", "forum") == "Done: Send the guide\n"
    assert "is done already" in county("close-action", key).err
    assert county.does("close-action", "guide", "--reopen") == "Open: Send the guide\n"
    assert county.does("close-action", "hall", "--dropped") == "Dropped: Book the hall\n"
    county.does("actions", "--all", "--out", tmp_path / "actions.csv")
    lines = (tmp_path / "actions.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines][-2:] == ["Overdue", "Dropped"] or "Overdue" in "".join(
        lines
    )
