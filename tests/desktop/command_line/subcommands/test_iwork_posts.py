"""Posts of i-Work on the command line."""

import pytest

from tests.desktop.command_line.conftest import Clerk
from workforce.iwork.profile.shipped import add_shipped_words


@pytest.fixture
def coach(iwork_clerk: Clerk) -> Clerk:
    """With an employer, and the tasks that ship."""
    iwork_clerk.with_vault(add_shipped_words)
    iwork_clerk.does("iwork-employer-add", "Invented House", "--postcode", "NG9 1AA")
    return iwork_clerk


def add(coach: Clerk, *more: object) -> str:
    return coach.does("iwork-post-add", "invented", "Lunch service", *more)


def test_a_post_is_kept_with_all_that_is_said_of_it(coach: Clerk) -> None:
    said = add(
        coach, "--places", "2/3", "--hours", "5 to 12.5", "--shifts", "Mon to Fri 11:30 to 2pm", "--pattern", "choose",
        "--pay", "£12.71", "--status", "open", "--buddy", "yes", "--noise", "medium", "--start", "7 Jan 2020",
    )  # fmt: skip
    assert said.startswith("Added P-001, Lunch service, at Invented House.")
    assert "It has no tasks" in said and "no shifts" not in said
    listed = coach.does("iwork-posts")
    assert "2 to 3" in listed and "5 to 12.5" in listed and "11:30am to 2pm" in listed


def test_what_cannot_be_read_is_said_and_nothing_is_kept(coach: Clerk) -> None:
    assert "is no number of places" in coach.refuses(
        "iwork-post-add", "invented", "Lunch", "--places", "some"
    )
    said = coach.refuses("iwork-post-add", "invented", "Lunch", "--shifts", "Mon 14:00 to 11:00")
    assert "ends before it begins" in said
    assert "P-001" not in coach.does("iwork-posts")


def test_tasks_checks_and_adjustments_come_and_go(coach: Clerk) -> None:
    add(coach)
    said = coach.does(
        "iwork-post-task", "p1", "laying tables", "--on", "Monday", "--from", "11:30", "--until", "midday"
    )
    assert said == "P-001 has 1 task.\n"
    coach.does("iwork-post-check", "P-001", "dbs_basic", "--after-start")
    coach.does("iwork-post-offer", "P-001", "extra breaks", "possible")
    told = coach.does("iwork-post", "P-001")
    for one in (
        "A buddy",
        "Postcode",
        "Noise",
        "Laying tables",
        "Monday, 11:30am to midday",
        "DBS, basic",
        "May follow after",
        "Could be arranged",
    ):
        assert one in told
    assert "P-001 has 0 tasks" in coach.does("iwork-post-task", "p1", "Laying tables", "--remove")
    assert "P-001 asks for 0 checks" in coach.does("iwork-post-check", "p1", "dbs_basic", "--remove")
    assert "not asked about" in coach.does("iwork-post-offer", "p1", "Extra breaks", "--remove")
    assert "has no task" in coach.refuses("iwork-post-task", "p1", "Laying tables", "--remove")
    assert "There is no task “Flying”" in coach.refuses("iwork-post-task", "p1", "Flying")
    assert "There is no adjustment “Magic”" in coach.refuses("iwork-post-offer", "p1", "Magic")


def test_a_post_is_changed_moved_and_removed(coach: Clerk) -> None:
    add(coach)
    assert "Changed P-001." in coach.does("iwork-post-edit", "p1", "--title", "Lunch", "--shifts", "none")
    assert coach.does("iwork-post-move", "p1", "open") == "P-001: open.\n"
    assert "Why: nothing is written" in coach.refuses("iwork-post-move", "p1", "closed")
    coach.does("iwork-post-move", "p1", "closed", "--reason", "No budget")
    assert "P-001" not in coach.does("iwork-posts") and "P-001" in coach.does("iwork-posts", "--over")
    assert "not set by hand" in coach.refuses("iwork-post-move", "p1", "filled")
    coach.does("iwork-post-remove", "p1")
    assert "There is no post “p1”" in coach.refuses("iwork-post", "p1")
