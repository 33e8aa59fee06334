"""The action plan and the practices, without a window."""

from pathlib import Path

import docx
import pytest

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.written import AGAIN, Written


@pytest.fixture
def surveyed(clerk: Clerk) -> Clerk:
    """A survey of two waves, and one provider."""

    def made(db: Database) -> None:
        kept = Written(db)
        first = kept.wave()
        kept.wave("Again", AGAIN)
        kept.home("Rosewood House")
        for number in range(12):
            chosen = ["Not enough applicants"] if number < 9 else ["Retirement"]
            kept.answer(
                first.id, choices={"vacancy_reasons": chosen, "retention_methods": ["Psychometric testing"]}
            )

    clerk.with_db(made)
    return clerk


def test_an_action_is_added_with_its_measure_and_closed(surveyed: Clerk) -> None:
    told = surveyed.does(
        "survey-action", "--add", "Talk to colleges", "--finding", "Too few apply", "--owner", "Wren Invented",
        "--due", "2019-12-01", "--question", "vacancy_reasons", "--answer", "not enough", "--first", "baseline",
        "--again", "again",
    )  # fmt: skip
    assert told == "Added “Talk to colleges” to the action plan.\n"
    told = surveyed.does("survey-actions")
    assert "Overdue" in told and "75% of 12" in told and "measured again in Again" in told
    assert surveyed.does("survey-action", "--done", "colleges") == "Finished “Talk to colleges”.\n"
    assert "done already" in surveyed.refuses("survey-action", "--drop", "colleges")
    assert surveyed.does("survey-action", "--reopen", "colleges") == "Opened “Talk to colleges” again.\n"
    assert (
        surveyed.does("survey-action", "--drop", "colleges", "--note", "No money")
        == "Dropped “Talk to colleges”.\n"
    )
    assert surveyed.does("survey-action", "--remove", "colleges").startswith("Removed “Talk to colleges”")


def test_an_action_measured_by_a_rate(surveyed: Clerk) -> None:
    surveyed.does("survey-action", "--add", "Fill posts", "--measure", "vacancy_rate", "--first", "baseline")
    assert "Vacancy rate" in surveyed.does("survey-actions")


def test_practices_are_kept_and_tried(surveyed: Clerk) -> None:
    assert "100%" in surveyed.does("survey-practices")
    told = surveyed.does(
        "survey-practices", "--add", "Free meals", "--for", "retain", "--description", "On shift"
    )
    assert told == "Added the practice “Free meals”.\n"
    assert surveyed.does("survey-practices", "--archive", "meals") == "Archived the practice “Free meals”.\n"
    assert surveyed.does("survey-practices", "--restore", "meals") == "Restored the practice “Free meals”.\n"
    told = surveyed.does(
        "survey-practice-use", "meals", "--at", "Rosewood", "--works", "partly", "--effect", "Fun"
    )
    assert told == "Noted that Rosewood House tried “Free meals”: works in part.\n"
    told = surveyed.does(
        "survey-practice-use", "meals", "--at", "Rosewood", "--provider", "--works", "too_early"
    )
    assert told == "Noted that Rosewood House Limited tried “Free meals”: too early to say.\n"
    assert "Fun" in surveyed.does("survey-practice-use", "meals")
    told = surveyed.does("survey-practice-use", "meals", "--remove", "limited")
    assert told == "Removed that Rosewood House Limited tried “Free meals”.\n"


def test_a_page_for_a_forum(surveyed: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "Practices.docx"
    assert surveyed.does("survey-practices-page", path, "--only", "testing") == f"Saved “{path}”.\n"
    text = "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
    assert "Psychometric testing" in text and "bonus" not in text
