"""The best assignment, what could be asked, and carving on the command line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from resources.database import Database, change
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.iwork.matching.team import a_team

DAY = (
    "--task",
    "11:30 to 12 Laying tables; the cook",
    "--task",
    "12 to 1 Serving",
    "--task",
    "2 to 3 Serving",
)


@pytest.fixture
def coach(iwork_clerk: Clerk) -> Clerk:
    """With the small register of the tests of matching, and somebody who can come half an hour after the beginning."""
    iwork_clerk.now = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    iwork_clerk.with_vault(_filled)
    return iwork_clerk


def _filled(vault: Database) -> None:
    _without_words(vault)
    a_team(vault).person("Eve", week="Mon to Fri 12:00 to 15:00")


def _without_words(vault: Database) -> None:
    """The small register brings words of its own."""
    with change(vault, "Removed the words that ship"):
        for table in ("task", "adjustment"):
            for (key,) in vault.rows(f"select id from {table}"):
                vault.delete_row(table, key)


@pytest.fixture
def carver(iwork_clerk: Clerk) -> Clerk:
    """With a team’s day."""
    iwork_clerk.does("iwork-employer-add", "Invented House", "--postcode", "NG9 1AA")
    said = iwork_clerk.does("iwork-team-day", "invented", "Kitchen", "--on", "Monday", "--add-new", *DAY)
    assert said == "Invented House: Kitchen has 3 tasks.\n"
    return iwork_clerk


def test_the_best_assignment_is_shown_by_reference_and_saved_as_exempt(coach: Clerk, tmp_path: Path) -> None:
    said = coach.does("iwork-assign")
    assert "IW-001" in said and "could be placed in" in said and "not a decision" in said
    assert "Example" not in said
    assert "Saved" in coach.does("iwork-assign", "--out", tmp_path / "best.csv")


def test_what_could_be_asked_is_told_for_a_post_and_for_the_register(coach: Clerk) -> None:
    of_post = coach.does("iwork-what-if", "--post", "P-001")
    assert "What if: P-001" in of_post and "would fit: IW-005" in of_post
    assert "P-001" in coach.does("iwork-what-if")
    assert "There is no post" in coach.refuses("iwork-what-if", "--post", "P-099")


def test_where_nothing_could_be_asked_that_is_said(iwork_clerk: Clerk) -> None:
    assert "No single thing that employers could be asked" in iwork_clerk.does("iwork-what-if")
    assert "Nobody is looking for a post." in iwork_clerk.does("iwork-assign")


def test_a_post_is_carved_from_a_day_and_tasks_go_back(carver: Clerk) -> None:
    said = carver.does(
        "iwork-carve", "kitchen", "Laying tables", "12:00 Serving", "--title", "Lunch", "--on", "Mon to Fri"
    )
    assert said.startswith(
        "Carved P-001, Lunch.\n2 tasks, 11:30am to 1pm: 1 hour 30 minutes a day, 7.5 hours in a week"
    )
    assert "P-001" in carver.does("iwork-teams", "kitchen")
    assert "is not open" in carver.refuses("iwork-what-if", "--post", "P-001")
    assert carver.does("iwork-carve", "kitchen", "14:00 serving", "--into", "p1").startswith("Carved P-001")
    assert carver.does("iwork-carve", "kitchen", "Laying tables", "--take-back").startswith(
        "Took 1 task back."
    )


def test_what_cannot_be_carved_is_said(carver: Clerk) -> None:
    assert "is done several times" in carver.refuses("iwork-carve", "kitchen", "Serving", "--title", "Lunch")
    assert "is no task of that day" in carver.refuses("iwork-carve", "kitchen", "Sailing", "--title", "Lunch")
    assert "No team is called" in carver.refuses("iwork-carve", "garden", "Serving", "--title", "Lunch")
    assert "is not one employer’s name" in carver.refuses("iwork-team-day", "nobody", "Kitchen")
    backwards = carver.refuses("iwork-team-day", "invented", "Kitchen", "--task", "14:00 to 13:00 Serving")
    assert "1pm is not after 2pm" in backwards


def test_teams_are_listed_and_removed(carver: Clerk) -> None:
    assert "Kitchen" in carver.does("iwork-teams")
    carver.does("iwork-team-day", "invented", "Kitchen", "--on", "Monday", "--task", "3pm to 4pm Serving")
    assert "Removed Kitchen." in carver.does("iwork-team-day", "invented", "Kitchen", "--remove")
    assert "Kitchen" not in carver.does("iwork-teams")
