"""Training sessions, without a window. The clock stands on 9 December 2019 at 9:30am."""

from pathlib import Path

import docx
import pytest

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.training.school import School
from workforce.training.learners import add_post


@pytest.fixture
def booked(clerk: Clerk) -> Clerk:
    """A course, and three people of whom one works at two providers."""

    def made(db: Database) -> None:
        school = School(db)
        school.course()
        for name in ("Ada Example", "Ben Lund", "Cy Moss"):
            one = school.learner(name)
        add_post(db, one.id, school.alder)

    clerk.with_db(made)
    clerk.does("training-session", "--plan", "moving", "--day", "9 Dec 2019", "--from", "8am", "--until", "9am",
               "--places", 2, "--venue", "County Hall")  # fmt: skip
    return clerk


def test_a_session_is_planned_changed_cancelled_and_removed(booked: Clerk) -> None:
    assert "Give --day, --from and --until" in booked.refuses("training-session", "--plan", "moving")
    told = booked.does("training-session", "--edit", "moving 9 dec", "--day", "10 Dec 2019", "--until", "11am",
                       "--trainer", "Wren Invented")  # fmt: skip
    assert told == "Changed Assisting and moving people, 10 Dec 2019.\n"
    assert "10 Dec 2019, 8am" in booked.does("training-sessions") and "Wren Invented" in booked.does(
        "training-sessions"
    )
    assert booked.does("training-session", "--edit", "moving", "--no-limit").startswith("Changed")
    told = booked.does("training-session", "--cancel", "moving", "--note", "The trainer is ill.")
    assert told == "Cancelled Assisting and moving people, 10 Dec 2019.\n"
    assert "Nothing to list" in booked.does("training-sessions", "--status", "Planned")
    assert "takes place after all" in booked.does("training-session", "--reinstate", "moving")
    assert booked.does("training-session", "--remove", "moving").startswith("Removed")


def test_places_are_given_waited_for_and_given_up(booked: Clerk) -> None:
    assert booked.does("training-book", "moving", "ada", "--note", "Large print").startswith(
        "Booked Ada Example on"
    )
    booked.does("training-book", "moving", "ben")
    assert "Choose for which of them" in booked.refuses("training-book", "moving", "cy")
    told = booked.does("training-book", "moving", "cy", "--provider", "alder")
    assert told == "Assisting and moving people, 9 Dec 2019 is full: Cy Moss is on the waiting list.\n"
    told = booked.does("training-book", "moving", "ada", "--cancel")
    assert told == "Ada Example gave the place up. Cy Moss has a place now.\n"
    register = booked.does("training-register", "moving")
    assert register.startswith("EXEMPT") and "Large print" in register and "Cancelled" in register
    assert "is noted as “cancelled”" in booked.refuses("training-book", "moving", "ada", "--cancel")


def test_attendance_is_taken_and_papers_are_saved(booked: Clerk, tmp_path: Path) -> None:
    for name in ("ada", "ben"):
        booked.does("training-book", "moving", name)
    assert "not on the list" in booked.refuses("training-book", "moving", "cy", "--cancel")
    told = booked.does("training-sign-in", "moving", tmp_path / "sheet.docx")
    assert told == "Saved “sheet.docx” with 2 people.\n"
    told = booked.does("training-attendance", "moving", "--all-but", "ben")
    assert told == "Assisting and moving people, 9 Dec 2019: 1 came and 1 did not; 1 training record of it.\n"
    assert "did not come" in booked.refuses(
        "training-certificates", "moving", tmp_path / "c.docx", "--only", "ben"
    )
    told = booked.does("training-certificates", "moving", tmp_path / "c.docx")
    assert told == "Saved “c.docx”: 1 certificate.\n"
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "c.docx")).paragraphs)
    assert "Ada Example" in text and "Ben Lund" not in text
    assert "2 came and 0 did not" in booked.does("training-attendance", "moving", "--came", "ada", "ben")
    assert "2 came" in booked.does("training-attendance", "moving", "--all")
    assert "0 came and 2 did not" in booked.does("training-attendance", "moving", "--nobody")
    assert booked.does("training-attendance", "moving", "--take-back").startswith("Took back")
