"""People of i-Work on the command line: by reference; who somebody is is typed unseen."""

from datetime import timedelta
from pathlib import Path

import pytest

from resources.database import Database
from resources.database.locked.places import places_of
from tests.desktop.command_line.conftest import PASSPHRASE, Clerk
from workforce.iwork.people.people import person_by_reference
from workforce.iwork.people.views import views_of


@pytest.fixture
def coach(iwork_clerk: Clerk) -> Clerk:
    """With one person on the register."""
    iwork_clerk.typed = [PASSPHRASE, "Ada", "Example", "01632 960001", "NG2 7QP"]
    said = iwork_clerk.does(
        "iwork-person-add", "--ask", "phone", "--ask", "postcode", "--autism", "yes", "--coach", "Casey Sample",
        "--referred-on", "5 May 2019", "--referred-by", "A college",
    )  # fmt: skip
    assert said == "Added IW-001.\n"
    assert iwork_clerk.asked[1:] == ["Given name: ", "Family name: ", "Telephone: ", "Postcode: "]
    return iwork_clerk


def test_people_are_listed_by_reference_and_by_name_only_where_it_is_asked_for(
    coach: Clerk, tmp_path: Path
) -> None:
    listed = coach.does("iwork-people")
    assert "IW-001" in listed and "A.E." in listed and "Rushcliffe" in listed and "Ada" not in listed
    assert "IW-001" not in coach.does("iwork-people", "--coach", "Robin Sample")
    assert "Ada Example" in coach.does("iwork-people", "--names")
    coach.does("iwork-people", "--out", tmp_path / "people.csv")
    assert "Not for publication".upper() in (tmp_path / "people.csv").read_text(encoding="utf-8-sig").upper()


def test_a_record_is_shown_without_a_name_and_each_look_is_kept(coach: Clerk) -> None:
    shown = coach.does("iwork-person", "iw-1")
    assert "Autism" in shown and "5 May 2019, by A college" in shown and "Ada" not in shown
    assert "01632 960001" in coach.does("iwork-person", "IW-001", "--name")

    def looked(vault: Database) -> None:
        key = person_by_reference(vault, "1").id
        assert sorted(one.what for one in views_of(vault, key)) == ["Name and address", "Record"]

    coach.with_vault(looked)
    assert "Name and address" in coach.does("iwork-views", "IW-001")
    assert "Give one such as IW-014" in coach.refuses("iwork-person", "Ada")


def test_facts_are_put_right(coach: Clerk) -> None:
    coach.typed = [PASSPHRASE, "NG99 9ZZ"]
    said = coach.does("iwork-person-edit", "IW-001", "--ask", "postcode", "--coach", "Robin Sample")
    assert said.splitlines() == ["Changed IW-001.", "The postcode has no place, so ways are not known."]
    assert "Robin Sample" in coach.does("iwork-people")
    assert "Nothing was given" in coach.refuses("iwork-person-edit", "IW-001")


def test_consents_are_given_and_taken_back(coach: Clerk) -> None:
    said = coach.does(
        "iwork-consent", "IW-001", "register", "matching", "--how", "Signed", "--told-to", "Casey"
    )
    assert said == "IW-001 agreed: to be on the i-Work register; to be matched to posts.\n"
    assert "Given" in coach.does("iwork-people")
    said = coach.does("iwork-consent", "IW-001", "matching", "--withdraw", "--reason", "Wants a rest")
    assert "Without it they are matched to no post." in said
    assert "could be taken back" in coach.refuses("iwork-consent", "IW-001", "photo", "--withdraw")


def test_a_consent_entered_by_mistake_is_removed(coach: Clerk) -> None:
    assert "could be removed" in coach.refuses("iwork-consent", "IW-001", "photo", "--remove")
    coach.does("iwork-consent", "IW-001", "matching", "--on", "2 Dec 2019")
    coach.does("iwork-consent", "IW-001", "matching", "share", "--on", "3 Dec 2019")
    said = coach.refuses("iwork-consent", "IW-001", "share", "matching", "--remove")
    assert "given on 3 December 2019 and 2 December 2019. Say which with --on" in said
    said = coach.refuses("iwork-consent", "IW-001", "matching", "--remove", "--on", "4 Dec 2019")
    assert "given on 4 December 2019 that could be removed" in said
    said = coach.does("iwork-consent", "IW-001", "share", "matching", "--remove", "--on", "3 Dec 2019")
    assert said.startswith("Removed, as entered by mistake, of IW-001: ")
    shown = coach.does("iwork-person", "IW-001")
    assert "2 Dec 2019" in shown and "3 Dec 2019" not in shown


def test_records_are_reviewed_closed_and_reopened(coach: Clerk) -> None:
    assert "IW-001 A.E." in coach.does("iwork-reviews")
    said = coach.does("iwork-review", "IW-001", "--words", "Still looking")
    assert said == "Looked at IW-001 again. Again by 9 June 2020; kept until 9 December 2022.\n"
    assert "Write why" in coach.refuses("iwork-review", "IW-001", "--keep-until", "1 Jan 2030")
    said = coach.does("iwork-person-close", "IW-001", "moved")
    assert said == "Closed IW-001. The record is kept until 9 December 2022.\n"
    assert "IW-001" not in coach.does("iwork-people")
    assert "IW-001" in coach.does("iwork-people", "--closed")
    assert coach.does("iwork-person-reopen", "IW-001") == "Reopened IW-001.\n"
    assert "kept 3 years" in coach.does("iwork-retention")
    assert "kept 2 years" in coach.does("iwork-retention", "--keep-years", "2")


def test_everything_held_is_one_document(coach: Clerk, tmp_path: Path) -> None:
    said = coach.does("iwork-subject-access", "IW-001", "--asked", "2019-12-01", "--by", "Their sister")
    assert said == "IW-001 asked for everything held. It is due by 1 January 2020.\n"
    assert "Give them everything" in coach.does("iwork-reviews", "--days", "60")
    coach.does("iwork-subject-access", "IW-001", tmp_path / "held.docx", "--given", "9 Dec 2019")
    assert (tmp_path / "held.docx").is_file()
    assert "has not asked" in coach.refuses("iwork-subject-access", "IW-001", "--given", "9 Dec 2019")
    assert "Say what is to be done" in coach.refuses("iwork-subject-access", "IW-001")


def test_a_record_is_deleted_in_two_steps_and_stays_deleted(coach: Clerk) -> None:
    assert "Ask for it first" in coach.refuses("iwork-purge", "IW-001", "--for-good")
    coach.does("iwork-purge", "IW-001", "--ask", "They asked for it")
    assert coach.does("iwork-purge", "IW-001", "--take-back") == "IW-001 is kept after all.\n"
    coach.does("iwork-purge", "IW-001", "--ask", "They asked for it")
    assert "from tomorrow" in coach.refuses("iwork-purge", "IW-001", "--for-good")
    coach.now += timedelta(days=1)
    assert "IW-001 is deleted: 3 rows." in coach.does("iwork-purge", "IW-001", "--for-good")
    assert "Nobody on the register" in coach.refuses("iwork-person", "IW-001")
    assert "Nobody on the register" in coach.refuses("iwork-person", "9" * 5000)
    assert places_of(coach.file).purged.is_file()
    coach.typed = [PASSPHRASE, "Wren", "Specimen"]
    assert coach.does("iwork-person-add") == "Added IW-002.\n"


def test_a_day_beyond_the_calendar_is_refused(coach: Clerk) -> None:
    coach.typed = [PASSPHRASE, "Wren", "Specimen"]
    said = coach.refuses("iwork-person-add", "--referred-on", "31.12.9999")
    assert "Referred on: 31 December 9999 is not between" in said
