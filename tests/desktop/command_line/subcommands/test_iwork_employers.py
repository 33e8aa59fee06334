"""Employers of i-Work on the command line, and the interest told at the door."""

from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk, make_county


@pytest.fixture
def coach(iwork_clerk: Clerk) -> Clerk:
    """On the three providers, with a forum tomorrow."""
    iwork_clerk.with_db(make_county)
    return iwork_clerk


def test_an_employer_of_the_register_of_providers_is_kept(coach: Clerk, tmp_path: Path) -> None:
    said = coach.does("iwork-employer-add", "--service", "Larkmeadow", "--contact-name", "Alex Example")
    assert said.startswith("Added the employer Larkmeadow House.")
    out = tmp_path / "employers.csv"
    coach.does("iwork-employers", "--out", out)
    assert "Larkmeadow House" in next(tmp_path.glob("employers*.csv")).read_text("utf-8-sig")
    assert "is an employer here already" in coach.refuses("iwork-employer-add", "--service", "Larkmeadow")


def test_one_that_is_only_a_name_is_kept_too_and_half_a_postcode_is_said(coach: Clerk) -> None:
    said = coach.does("iwork-employer-add", "The Invented Café", "--postcode", "NG1")
    assert "“NG1” is not a whole postcode" in said
    assert "Name: nothing is written" in coach.refuses("iwork-employer-add")


def test_contacts_set_the_next_step(coach: Clerk) -> None:
    coach.does("iwork-employer-add", "The Invented Café")
    coach.does(
        "iwork-contact", "invented", "visit", "Shown round", "--next-step", "Ring them", "--stage", "visited"
    )
    assert "Ring them" in coach.does("iwork-employers")
    assert "Shown round" in coach.does("iwork-contacts", "café")
    assert "is still to come" in coach.refuses("iwork-contact", "café", "call", "--on", "1 Jan 2030")
    assert "There is no employer “Nowhere”" in coach.refuses("iwork-contacts", "Nowhere")


def test_a_contact_entered_by_mistake_is_removed(coach: Clerk) -> None:
    coach.does("iwork-employer-add", "The Invented Café")
    for words in ("Shown round", "Shown the kitchen"):
        coach.does("iwork-contact", "café", "visit", words, "--on", "2 Dec 2019")
    assert "there is none like that" in coach.refuses("iwork-contact", "café", "call", "--remove")
    assert "there are 2, on 2 December 2019" in coach.refuses("iwork-contact", "café", "visit", "--remove")
    said = coach.does("iwork-contact", "café", "visit", "kitchen", "--remove", "--on", "2 Dec 2019")
    assert said == "Removed: Visit with The Invented Café, 2 December 2019.\n"
    assert "kitchen" not in coach.does("iwork-contacts", "café")


def test_an_employer_is_changed_closed_and_opened_again(coach: Clerk) -> None:
    coach.does("iwork-employer-add", "The Invented Café")
    assert "Changed the employer The Tea Room." in coach.does(
        "iwork-employer-edit", "café", "--name", "The Tea Room"
    )
    assert "Closed" in coach.does("iwork-employer-close", "tea")
    assert "Tea Room" not in coach.does("iwork-employers")
    assert "Tea Room" in coach.does("iwork-employers", "--closed")
    assert "Opened" in coach.does("iwork-employer-reopen", "tea")


def test_interest_told_at_a_forum_is_taken_in_once(coach: Clerk) -> None:
    said = coach.does("iwork-interest", "forum", "Amina", "--note", "lunch")
    assert said == "Amina Larkson, Larkmeadow House, is interested in i-Work.\n"
    assert "Amina Larkson" in coach.does("iwork-interests", "--event", "forum")
    assert "Larkmeadow House" in coach.does("iwork-interests")
    assert coach.does("iwork-interests", "--take-in") == "Took in 1 interest: 1 new employer.\n"
    assert "already" in coach.does("iwork-interests", "--take-in")
    assert "Larkmeadow House" in coach.does("iwork-employers")


def test_interest_is_taken_back(coach: Clerk) -> None:
    coach.does("iwork-interest", "forum", "Amina")
    assert "Took back" in coach.does("iwork-interest", "forum", "Amina", "--take-back")
    assert "expressed no interest" in coach.refuses("iwork-interest", "forum", "Amina", "--take-back")


def test_a_wrong_passphrase_shows_nothing(coach: Clerk) -> None:
    coach.does("iwork-employer-add", "The Invented Café")
    coach.passphrase = "four other words here"
    assert "Café" not in coach.refuses("iwork-employers")
