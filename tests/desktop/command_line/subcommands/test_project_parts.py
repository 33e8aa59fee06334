"""What is kept within a project, without a window."""

import pytest

from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def digital(county: Clerk) -> Clerk:
    county.does("project-add", "Digital security", "--starts", "2019-09-01", "--dspt")
    return county


def test_milestones(digital: Clerk) -> None:
    told = digital.does("project-milestones", "digital", "--add", "Test systems", "--due", "2019-12-01")
    assert told == "Added “Test systems” to Digital security.\n"
    assert "Overdue" in digital.does("project-milestones", "digital")
    assert digital.does("project-milestones", "digital", "--done", "test") == "Finished “Test systems”.\n"
    assert "Done" in digital.does("project-milestones", "digital")
    assert (
        digital.does("project-milestones", "digital", "--reopen", "test") == "Opened “Test systems” again.\n"
    )
    told = digital.does("project-milestones", "digital", "--move", "test", "--due", "2020-01-10")
    assert told == "Changed “Test systems”.\n"
    assert "Planned" in digital.does("project-milestones", "digital")
    assert digital.does("project-milestones", "digital", "--remove", "test") == "Removed “Test systems”.\n"
    assert "There is no milestone" in digital.refuses("project-milestones", "digital", "--done", "test")


def test_outcomes(digital: Clerk) -> None:
    digital.does("project-outcomes", "digital", "--add", "Providers at standards met", "--target", "11")
    told = digital.does("project-outcomes", "digital", "--count", "standards", "--achieved", "4")
    assert told == "Providers at standards met: 4 of 11.\n"
    assert "9 Dec 2019" in digital.does("project-outcomes", "digital")
    assert digital.does("project-outcomes", "digital", "--remove", "standards").startswith("Removed")


def test_providers_and_their_levels(digital: Clerk) -> None:
    told = digital.does(
        "project-providers", "digital", "--add", "larkmeadow house", "--service", "--on", "2019-09-10"
    )
    assert told == "Added Larkmeadow House to Digital security.\n"
    digital.does("project-providers", "digital", "--add", "teacup", "--on", "2019-09-10")
    assert "in this project already" in digital.refuses("project-providers", "digital", "--add", "teacup")
    told = digital.does(
        "project-levels", "digital", "larkmeadow", "--reached", "started", "--on", "2019-10-01"
    )
    assert told == "Recorded “Started” of Larkmeadow House.\n"
    digital.does(
        "project-levels", "digital", "larkmeadow", "--reached", "standards met", "--on", "2019-12-01"
    )
    assert "Standards met" in digital.does("project-providers", "digital")
    before = digital.does("project-providers", "digital", "--on", "2019-11-30")
    assert "Started" in before and "Standards met" not in before
    told = digital.does("project-levels", "digital", "larkmeadow", "--remove", "2019-12-01")
    assert told == "Removed “Standards met” of Larkmeadow House.\n"
    assert "1 level" in digital.does("project-levels", "digital", "larkmeadow")
    told = digital.does("project-levels", "digital", "larkmeadow", "--remove", "2019-12-01")
    assert told == "No level is kept of that day.\n"
    told = digital.does("project-providers", "digital", "--left", "teacup", "--on", "2019-12-01")
    assert told == "Teacup Ltd takes part no more.\n"
    assert digital.does("project-providers", "digital", "--remove", "teacup") == "Removed Teacup Ltd.\n"


def test_words_of_participants_and_their_consent(digital: Clerk) -> None:
    digital.does(
        "project-quotes",
        "digital",
        "--add",
        "We know now what to do.",
        "--role",
        "A manager",
        "--provider",
        "teacup",
    )
    assert "Not asked" in digital.does("project-quotes", "digital")
    told = digital.does("project-quotes", "digital", "--of", "know now", "--consent", "yes")
    assert told == "“We know now what to do.”: may be quoted.\n"
    assert digital.does("project-quotes", "digital", "--remove", "know now").startswith("Removed “We know")
