"""Good practice and buddies without a window."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from engagement.good_practice.buddies.finder import BuddyLimits
from engagement.good_practice.buddies.limits import set_buddy_limits
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database
from tests.desktop.command_line.conftest import TODAY, Clerk

HOMES = (("Elm Lodge", Rating.INADEQUATE, "NG2 7QP"), ("Rosewood House", Rating.GOOD, "NG2 7QP"),
         ("Far House", Rating.GOOD, "NG18 1AA"))  # fmt: skip


def add_homes(db: Database) -> None:
    for name, rating, postcode in HOMES:
        run_by = add_provider(db, name=f"{name} Ltd")
        kind = ServiceKind.RESIDENTIAL_HOME
        home = add_service(
            db, run_by.id, name=name, kind=kind, postcode=postcode, authority="Nottinghamshire"
        )
        record_rating(db, home.id, rating, date(2019, 6, 3), today=TODAY)


def add_branch(db: Database) -> None:
    run_by = add_provider(db, name="Branch Ltd")
    add_service(db, run_by.id, name="Elm Branch", kind=ServiceKind.HOME_CARE, authority="Nottinghamshire")


@pytest.fixture
def office(county: Clerk) -> Clerk:
    county.with_db(add_homes)
    return county


def test_a_practice_is_noted_listed_agreed_to_and_published(office: Clerk, tmp_path: Path) -> None:
    assert office.does(
        "add-good-practice", "Rosewood", "nutrition", "Milkshakes in the afternoon.", "--service", "Rosewood House",
        "--on", "5 November 2019", "--where", "visit", "--shared-with", "Elm Lodge",
    ) == "Noted good practice of Rosewood House on “Nutrition”.\n"  # fmt: skip
    assert "no good practice that may be published" in office.refuses(
        "good-practice-document", tmp_path / "a.docx"
    )
    assert office.does("good-practice-consent", "milkshakes", "yes") == (
        "Consent to publish, Rosewood House: agreed.\n"
    )
    told = office.does("good-practice", "--theme", "Nutrition", "--consent", "Agreed", "--text", "milk")
    assert told.splitlines()[3].startswith("Milkshakes in the afternoon.  Nutrition  Agreed")
    assert "1 of all that are noted may be published." in told
    office.does("good-practice-document", tmp_path / "a.docx", "--theme", "nutrition")
    words = [one.text for one in Document(str(tmp_path / "a.docx")).paragraphs]
    assert any("Milkshakes in the afternoon (Rosewood House Ltd, Rosewood House" in one for one in words)
    office.does("good-practice", "--out", tmp_path / "list.csv")
    assert "Milkshakes" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")


def test_what_was_shared_at_an_event_has_its_day(office: Clerk) -> None:
    office.now = office.now.replace(day=11)
    office.does(
        "add-good-practice", "Teacup Ltd", "Leadership", "A huddle.", "--event", "Provider forum", "--contact", "Beth",
        "--consent", "no",
    )  # fmt: skip
    told = office.does("good-practice")
    assert "10 Dec 2019" in told and "Beth Cupworth" in told and "Did not agree" in told
    assert office.does("good-practice", "--text", "xyz").splitlines()[1] == "Nothing to list."


def test_an_empty_list_is_no_fault(clerk: Clerk) -> None:
    assert "Nothing to list." in clerk.does("good-practice")
    assert "Nothing to list." in clerk.does("buddy-pairs")


def test_buddies_are_found_with_reasons_and_those_left_out_counted(office: Clerk, tmp_path: Path) -> None:
    told = office.does("buddies", "Elm Lodge", "--miles", "5", "--left-out")
    assert told.splitlines()[0] == "Buddies for Elm Lodge, as at 9 December 2019"
    assert "Rosewood House" in told and "Far House" not in told.split("Left out")[0]
    assert "0.0 miles away in a straight line" in told and "the limit is 5 miles" in told
    assert "1 of 3 other services of the kind residential home could be its buddy." in told
    assert "Too far away: Far House" in told.replace(" and Teacup Court", "")
    office.does("buddies", "Elm Lodge", "--out", tmp_path / "buddies.xlsx")
    assert (tmp_path / "buddies.xlsx").is_file()


def test_a_pair_is_agreed_meets_and_ends(office: Clerk) -> None:
    assert office.does("agree-buddies", "Elm Lodge", "Rosewood House", "--on", "1 September 2019") == (
        "Rosewood House is a buddy to Elm Lodge from 1 September 2019.\n"
    )
    assert "Elm Lodge" in office.does("buddy-pairs", "--quiet")
    assert office.does(
        "buddy-meeting", "elm", "--on", "2 December 2019", "--how", "call", "--note", "Rang"
    ) == ("Elm Lodge and Rosewood House: met once, on 2 December 2019.\n")
    assert "Nothing to list." in office.does("buddy-pairs", "--quiet")
    assert office.does("end-buddies", "rosewood", "The manager left") == (
        "Ended the pair Elm Lodge and Rosewood House.\n"
    )
    assert "There is no pair that goes on “elm”" in office.refuses("buddy-meeting", "elm")
    told = office.does("buddy-pairs")
    assert "Ended" in told and "1 pair, 0 of them going on." in told


def test_a_pair_that_the_finder_would_leave_out_is_agreed_only_when_that_is_said(office: Clerk) -> None:
    office.with_db(lambda db: set_buddy_limits(db, BuddyLimits(miles=5)))
    said = office.refuses("agree-buddies", "Elm Lodge", "Far House")
    assert said.startswith("The finder would leave Far House out for Elm Lodge: too far away (")
    assert said.endswith(
        "miles). Choose one of those that “buddies” lists, or agree the pair with --all-the-same."
    )
    office.with_db(add_branch)
    kinds = office.refuses("agree-buddies", "Elm Lodge", "Elm Branch")
    assert "they are of two kinds (residential home and home care)" in kinds
    assert "Nothing to list." in office.does("buddy-pairs")
    assert "is a buddy to Elm Lodge" in office.does(
        "agree-buddies", "Elm Lodge", "Far House", "--all-the-same"
    )


def test_a_practice_that_names_somebody_is_left_out_with_a_word(office: Clerk, tmp_path: Path) -> None:
    for what in ("Ask Beth Cupworth how.", "A huddle."):
        office.does("add-good-practice", "Teacup Ltd", "Leadership", what, "--consent", "yes")
    assert office.does("good-practice-document", tmp_path / "a.docx").endswith(
        "1 left out because it names somebody at the provider.\n"
    )
    told = " ".join(office.does("good-practice").split())
    assert "it names somebody at the provider: “Ask Beth Cupworth how.” (Teacup" in told


def test_a_suspended_service_is_refused_as_a_buddy(office: Clerk) -> None:
    assert "exempt: not for publication" in office.refuses("agree-buddies", "Elm Lodge", "Larkmeadow House")
