"""Letters, labels, drafts, calendar files, mail merge, answers, reminders, badges, certificates, wording."""

import csv
from datetime import UTC, datetime
from pathlib import Path

from docx import Document

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.mailing.mailings import last_written
from engagement.forums.people import participants
from engagement.register import services
from resources.database import Database
from resources.files.reading import read_sheets
from tests.desktop.command_line.conftest import Clerk

AMINA, BETH = "Amina Larkson", "Beth Cupworth"


def give_addresses(db: Database) -> None:
    for (key,) in db.rows("select id from service"):
        services.edit_service(db, key, address="1 Sample Street, Worksop", postcode="S80 1AA")


def written(clerk: Clerk) -> dict[str, str]:
    found: dict[str, str] = {}

    def look(db: Database) -> None:
        (event,) = events.events(db)
        names = {one.id: one.name for one in participants.of_event(db, event.id)}
        found.update({names[key]: last.words for key, last in last_written(db, event.id).items()})

    clerk.with_db(look)
    return found


def test_letters_go_to_those_who_owe_an_answer_and_are_recorded(county: Clerk, tmp_path: Path) -> None:
    county.with_db(give_addresses)
    told = county.does(
        "letters", "forum", tmp_path / "l", "--for", "reminder", "--reply-by", "9 December 2019"
    )
    assert told == f"Saved “{tmp_path / 'l.docx'}”: 1 letter.\n"
    text = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "l.docx")).paragraphs)
    assert "Dear Beth" in text and "Monday 9 December 2019" in text
    assert written(county) == {BETH: "Reminder, letter"}
    assert county.does(
        "labels", "forum", tmp_path / "b.docx", "--sheet", "L7161", "--start", "18"
    ).startswith("Saved")
    assert "labels 1 to 21" in county.refuses("labels", "forum", tmp_path / "b.docx", "--start", "40")


def test_a_wording_may_be_given_and_kept_for_the_next_time(county: Clerk, tmp_path: Path) -> None:
    county.with_db(give_addresses)
    path = tmp_path / "l.docx"
    assert "none to keep" in county.refuses("letters", "forum", path, "--keep-wording")
    county.does("letters", "forum", path, "--subject", "Mine: {event}")
    assert "Mine: Provider forum" in "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "Subject: Mine" not in county.does("wording", "invitation")
    county.does("letters", "forum", path, "--subject", "Mine: {event}", "--keep-wording")
    assert "Subject: Mine: {event}" in county.does("wording", "invitation")
    county.does("undo")
    assert "Subject: Mine" not in county.does("wording", "invitation")
    assert written(county) == {BETH: "Invitation, letter"}


def test_who_is_left_out_is_told_with_the_reason(county: Clerk, tmp_path: Path) -> None:
    assert county.refuses("letters", "forum", tmp_path / "l.docx") == (
        "There is nobody to make any letter for.\n1: Neither the service nor the provider has a postal address."
    )
    told = county.does(
        "email-drafts",
        "forum",
        tmp_path / "d.zip",
        "--from",
        "me@example.gov.uk",
        "--person",
        AMINA,
        "--person",
        BETH,
    )
    assert told == (
        f"Saved “{tmp_path / 'd.zip'}”: 2 e-mail drafts.\nNone of them has been sent: open each and send it.\n"
    )
    assert county.refuses("mail-merge", "forum", tmp_path / "m.xlsx", "--not-written-to").startswith(
        "There is nobody"
    )
    assert "not both" in county.refuses(
        "mail-merge", "forum", tmp_path / "m.xlsx", "--not-written-to", "--person", BETH
    )


def test_answers_come_back_by_the_mail_merge(county: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    assert county.does("mail-merge", "forum", path) == f"Saved “{path}”: 1 line of a mail merge.\n"
    with path.open(encoding="utf-8-sig", newline="") as file:
        headings, row = csv.reader(file)
    row[headings.index("Answer")] = "maybe"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, row, ["Nobody", *row[1:-1], ""]])
    told = county.does("read-answers", "forum", path)
    assert told.startswith("1 answer to record; 1 refused.\n") and "Tentative" in told
    assert told.endswith("Nothing was written. Add --take-in to record them.\n")
    assert "Invited" in county.does("reminders", "forum")
    told = county.does("read-answers", "forum", path, "--take-in", "--refused", tmp_path / "r.xlsx")
    assert told.splitlines()[1] == "Recorded 1 answer."
    assert len(list(read_sheets(tmp_path / "r.xlsx")[0].rows)) == 2
    assert "Tentative" in county.does("reminders")


def test_reminders_are_saved_as_a_table(county: Clerk, tmp_path: Path) -> None:
    county.does("reminders", "--out", tmp_path / "r.csv")
    lines = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith(f"{BETH},Teacup Court,Invited,") and lines[1].endswith(
        ",Not written to yet,,E-mail"
    )


def test_calendar_badges_and_certificates(county: Clerk, tmp_path: Path) -> None:
    county.does("calendar", "forum", tmp_path / "event")
    assert b"UID:" in (tmp_path / "event.ics").read_bytes()
    assert county.does("badges", "forum", tmp_path / "b", "--blank", 3) == (
        f"Saved “{tmp_path / 'b.docx'}”: 1 badge and 3 blank ones.\n"
    )
    assert county.refuses("certificates", "forum", tmp_path / "c").startswith(
        "Nobody is recorded as having come"
    )

    def come(db: Database) -> None:
        (event,) = events.events(db)
        person = participants.of_event(db, event.id)[0]
        door.check_in(db, event.id, person.id, now=event.starts, device="L", nonce="1")

    county.with_db(come)
    county.now = datetime(2019, 12, 11, 9, tzinfo=UTC)
    assert county.does("certificates", "forum", tmp_path / "c") == (
        f"Saved “{tmp_path / 'c.docx'}”: 1 certificate.\n"
    )
    assert f"{BETH} did not come" in county.refuses("certificates", "forum", tmp_path / "c", "--person", BETH)


def test_the_wording_is_shown_changed_and_brought_back(county: Clerk, tmp_path: Path) -> None:
    shipped = county.does("wording", "reminder")
    assert shipped.startswith(
        "Reminder, every kind of event\n\nSubject: Reminder: {event}\n\nDear {first name}\n"
    )
    (tmp_path / "w.txt").write_text("Dear {name}\n\nDo come.", encoding="utf-8")
    assert county.does("wording", "reminder", "--subject", "Again", "--body", tmp_path / "w.txt") == (
        "Changed the wording: Reminder, every kind of event.\n"
    )
    assert county.does("wording", "reminder").startswith(
        "Reminder, every kind of event, as the team changed it\n"
    )
    assert "{nmae} is no field" in county.refuses("wording", "reminder", "--subject", "{nmae}")
    (tmp_path / "w.txt").write_bytes(b"\xff\xfe\x00")
    assert "cannot be read as text" in county.refuses("wording", "thanks", "--body", tmp_path / "w.txt")
    assert county.does("wording", "reminder", "--bring-back") == "Brought back the shipped wording.\n"
    assert county.does("wording", "reminder", "--bring-back").startswith("Nothing was changed")
    assert county.does("wording", "reminder") == shipped


def test_the_letterhead_is_shown_and_changed(county: Clerk) -> None:
    told = county.does(
        "letterhead", "--council", "Example Council", "--team", "Team", "--email", "t@example.org"
    )
    assert told == "Example Council\nTeam\nt@example.org\n"
    assert county.does("letterhead", "--team", "") == "Example Council\nt@example.org\n"
