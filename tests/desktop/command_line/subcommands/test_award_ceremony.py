"""The ceremony without a window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from resources.database import Database
from tests.awards.ceremony.conftest import announce_in, evening_in
from tests.desktop.command_line.conftest import Clerk

DRAFT = EventDraft(
    kind=EventKind.AWARD_CEREMONY, title="The ceremony", starts=datetime(2026, 11, 26, 18, tzinfo=UTC),
    ends=datetime(2026, 11, 26, 21, tzinfo=UTC),
)  # fmt: skip


@pytest.fixture
def asked(clerk: Clerk) -> Clerk:
    """A round whose panel has decided, with its event planned."""

    def make(db: Database) -> None:
        evening_in(db)
        events.plan_event(db, DRAFT)

    clerk.now = datetime(2026, 10, 1, 9, tzinfo=UTC)
    clerk.with_db(make)
    return clerk


def test_guests_are_gathered_kept_and_seated(asked: Clerk, tmp_path: Path) -> None:
    assert asked.does("award-guests-gather") == "Added 6 guests.\n"
    assert (
        asked.does("award-guests-gather", "--group", "managers")
        == "Added 0 guests; 1 was on the list already.\n"
    )
    assert asked.does("award-guest", "--add", "Cllr Example", "--role", "presenter", "--places", 2) == (
        "Added the guest Cllr Example.\n"
    )
    told = asked.does(
        "award-guest", "--edit", "ada", "cllr", "--answer", "yes", "--photo", "no", "--table", "Table 1",
        "--diet", "2 vegan",
    )  # fmt: skip
    assert told.splitlines() == [
        "Changed the guest Ada Example.", "Changed the guest Cllr Example.", "2 guests: Coming.",
        "2 guests, photographs: No.", "2 guests: Table 1.",
    ]  # fmt: skip
    assert "EXEMPT" in asked.does("award-guests") and "Not of Ada Example" in asked.does(
        "award-guests", "--needs"
    )
    saved = tmp_path / "lists.xlsx"
    assert "marked EXEMPT" in asked.does("award-guests", "--lists", "--out", saved)
    assert asked.does("award-guest", "--edit", "ada", "--table", "none") == "1 guest: no table.\n"
    assert asked.does("award-guest", "--remove", "cllr") == "Removed the guest Cllr Example.\n"
    assert "There is no guest “nobody”" in asked.refuses("award-guest", "--remove", "nobody")


def test_guests_are_invited_and_answer(asked: Clerk) -> None:
    asked.does("award-guests-gather")
    assert asked.does("award-ceremony-event") == "Proud to Care 2026 has no ceremony among the forums yet.\n"
    assert (
        asked.does("award-ceremony-event", "ceremony")
        == "The ceremony is the ceremony of Proud to Care 2026.\n"
    )
    assert asked.does("award-ceremony-event").startswith("The ceremony, Thursday 26 November 2026")
    told = asked.does("award-guests-register", "kit", "--consent", "email_opt_in")
    assert told == "Added 1 guest to the register.\n"
    told = asked.does("award-invite")
    assert told.splitlines()[0] == "Invited 2 guests." and "4 guests are not in the register" in told

    def accept(db: Database) -> None:
        (key,) = db.rows("select id from event")[0]
        for one in participants.of_event(db, str(key)):
            invitations.record_reply(db, [one.id], ParticipantStatus.ACCEPTED, now=asked.now)

    asked.with_db(accept)
    assert asked.does("award-replies").splitlines() == ["Kit Relative: Coming.", "Mo Manager: Coming."]
    assert "nothing new" in asked.refuses("award-replies")
    assert asked.does("award-ceremony-event", "--none") == "Proud to Care 2026 has no ceremony yet.\n"


def test_a_running_order_is_made_and_changed(asked: Clerk) -> None:
    assert asked.does("award-running-order", "--make") == "Made a running order of 12 points.\n"
    asked.does(
        "award-running-order",
        "--add",
        "speech",
        "--words",
        "The year",
        "--minutes",
        7,
        "--presenter",
        "Cllr E",
    )
    assert asked.does("award-running-order", "--move", "the year", "--by", -11) == "It is point 2 now.\n"
    assert asked.does("award-running-order", "--edit", "the year", "--minutes", 8) == "Changed the point.\n"
    assert "Nothing is to be changed" in asked.refuses("award-running-order", "--edit", "the year")
    assert asked.does("award-running-order", "--remove", "Team Award") == "Removed the point.\n"
    told = asked.does("award-running-order", "--add", "category", "--category", "Team")
    assert told == "Added the point.\n"
    asked.does("award-ceremony-event", "ceremony")
    listed = asked.does("award-running-order")
    assert "6:10pm" in listed and "The year" in listed and "Ada" not in listed


def test_papers_under_embargo_and_after_it(asked: Clerk, tmp_path: Path) -> None:
    told = asked.does("award-citation", "ada", "Six years of patience.")
    assert told == "Wrote the citation of Ada Example.\n"
    assert "Winner, not announced" in asked.does("award-citations")
    told = asked.does("award-certificates", tmp_path / "c")
    assert told.startswith("Saved 3 certificates as “UNDER EMBARGO - c.docx”, marked UNDER EMBARGO")
    told = asked.does("award-certificates", tmp_path / "each", "--one-each", "--only", "2026-004")
    assert told.startswith("Saved 1 certificate as “each”") and len(list((tmp_path / "each").iterdir())) == 1
    assert "not all announced yet" in asked.refuses("award-letters", "managers", tmp_path / "l.docx")
    asked.does("award-running-order", "--make")
    assert asked.does("award-script", tmp_path / "s").endswith("marked as exempt.\n")
    asked.with_db(announce_in)
    assert asked.does("award-certificates", tmp_path / "d.docx", "--honour", "winner") == (
        "Saved 1 certificate as “d.docx”.\n"
    )
    told = asked.does("award-letters", "nominators", tmp_path / "l.docx")
    assert "3 letters" in told and "Left out: 1 nomination without the name" in told
    told = asked.does("award-letters", "nominators", tmp_path / "l.docx", "--only", "2026-004")
    assert told.endswith(", 1 letter.\n")
    asked.does("award-guests-gather")
    assert "Nobody has said yet" in asked.refuses("award-badges", tmp_path / "b.docx")
    assert asked.does("award-badges", tmp_path / "b.docx", "--only", "ada").endswith("1 guest.\n")
    asked.does("award-badges", tmp_path / "b.docx", "--only", "ada", "--blank", "3")
    (table,) = Document(str(tmp_path / "b.docx")).tables
    assert [cell.text.strip() for row in table.rows for cell in row.cells][1:4] == ["Proud to Care 2026"] * 3
    assert asked.does("award-table-cards", tmp_path / "t.docx", "--only", "ada").endswith("1 guest.\n")
