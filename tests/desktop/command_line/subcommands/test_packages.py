"""Learning packages, without a window."""

from pathlib import Path

from tests.desktop.command_line.conftest import Clerk

OFFER = ("Larkmeadow", "moving")


def test_the_worklist_and_an_offer_step_by_step(county: Clerk) -> None:
    told = county.does("package-worklist")
    assert "Larkmeadow House" in told and "To decide" in told and "Teacup Court" not in told
    assert "Nothing to list" in county.does("package-worklist", "--as-at", "2019-06-02")
    told = county.does("package-offer", *OFFER, "--on", "2019-07-01", "--note", "By telephone")
    assert told == "Offered Moving and Handling to Larkmeadow House.\n"
    assert "already" in county.refuses("package-offer", *OFFER)
    assert county.does("package-status", *OFFER, "--now", "accepted", "--on", "2019-07-09") == (
        "Moving and Handling at Larkmeadow House is accepted.\n"
    )
    told = county.does("package-session", *OFFER, "--people", "7", "--on", "2019-08-01", "--topic", "Hoists")
    assert told == "Recorded a session of Moving and Handling at Larkmeadow House.\n"
    assert "Hoists" in county.does("package-session", *OFFER)
    county.does("package-session", *OFFER, "--people", "6", "--on", "2019-08-08", "--topic", "Slings")
    refused = county.refuses("package-session", *OFFER, "--remove", "2019-08-02")
    assert "has no session on 2 August 2019" in refused
    told = county.does("package-session", *OFFER, "--remove", "2019-08-08")
    assert told == "Removed a session of Moving and Handling at Larkmeadow House.\n"
    left = county.does("package-session", *OFFER)
    assert "Hoists" in left and "Slings" not in left
    assert "completed" in county.does("package-status", *OFFER, "--now", "completed")
    assert "in progress again" in county.does("package-status", *OFFER, "--reopen")
    told = county.does("package-offers")
    assert "In progress" in told and "Inadequate" in told
    assert "In progress" in county.does("package-worklist")
    assert county.does("package-status", *OFFER, "--remove").startswith("Removed the offer")
    assert "Offer it with package-offer first" in county.refuses("package-status", *OFFER, "--reopen")


def test_why_a_service_is_not_offered_one_and_results(county: Clerk, tmp_path: Path) -> None:
    assert "Say why" in county.refuses("package-offer", *OFFER, "--not-offered", "")
    told = county.does("package-offer", *OFFER, "--not-offered", "It closes")
    assert told == "Noted why Larkmeadow House is not offered Moving and Handling.\n"
    told = county.does("package-results")
    assert "not proof of cause" in told and "Rated low, none offered" in told
    assert "Larkmeadow House" in county.does("package-results", "--by-service")
    out = tmp_path / "results.docx"
    assert "Saved" in county.does("package-results", "--out", out)
    assert out.exists()


def test_the_packages_are_kept(county: Clerk) -> None:
    assert "Leadership and Management" in county.does("packages")
    assert county.does("packages", "--add", "Falls Prevention", "--description", "Two mornings") == (
        "Added the learning package Falls Prevention.\n"
    )
    assert (
        county.does("packages", "--archive", "falls") == "Archived the learning package Falls Prevention.\n"
    )
    assert "is archived" in county.refuses("package-offer", "Larkmeadow", "falls")
    assert (
        county.does("packages", "--restore", "falls") == "Restored the learning package Falls Prevention.\n"
    )
