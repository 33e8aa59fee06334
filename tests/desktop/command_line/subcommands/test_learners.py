"""Learners, without a window."""

from pathlib import Path

import pytest

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.training.school import ULN, School


@pytest.fixture
def school(clerk: Clerk) -> Clerk:
    """Two providers with a service each."""

    def made(db: Database) -> None:
        School(db)

    clerk.with_db(made)
    return clerk


def test_a_learner_is_added_with_a_post_and_changed(school: Clerk) -> None:
    assert "Give --at" in school.refuses("training-learner", "--add", "Ada", "Example")
    assert "last digit" in school.refuses(
        "training-learner", "--add", "Ada", "Example", "--at", "alder", "--uln", "1000000018"
    )
    told = school.does("training-learner", "--add", "Ada", "Example", "--at", "alder", "--service", "Alder Court",
                       "--role", "Team leader or supervisor", "--uln", ULN, "--ni-number", "yes",
                       "--since", "1 May 2018", "--employment", "agency")  # fmt: skip
    assert told == "Added the learner Ada Example.\n"
    assert school.does("training-learner", "--edit", ULN, "--family-name", "Exampleton", "--note", "Nights")
    shown = school.does("training-learner", "--show", "exampleton")
    assert "Posts of Ada Exampleton" in shown and "Alder Court" in shown and "1 May 2018" in shown
    assert "Agency" in shown and "Nothing to list." in shown
    assert school.does("training-learner", "--archive", "ada") == "Archived the learner Ada Exampleton.\n"
    assert "Archived" in school.does("training-learners")
    assert school.does("training-learner", "--restore", "ada") == "Restored the learner Ada Exampleton.\n"


def test_posts_are_added_and_ended(school: Clerk) -> None:
    school.does("training-learner", "--add", "Ada", "Example", "--at", "alder")
    assert "Give --at" in school.refuses("training-post", "ada")
    assert school.does("training-post", "ada", "--at", "rosewood") == "Ada Example works at Rosewood Homes.\n"
    assert "2 posts that fit" in school.refuses("training-post", "ada", "--end", "1 Dec 2019")
    told = school.does("training-post", "ada", "--at", "alder", "--end", "1 Dec 2019")
    assert told == "Ada Example left Alder Care.\n"
    assert (
        school.does("training-post", "ada", "--remove")
        == "Removed a post of Ada Example at Rosewood Homes.\n"
    )


def test_those_entered_twice_are_listed_and_made_one(school: Clerk, tmp_path: Path) -> None:
    for name in ("Catherine", "Catharine"):
        school.does("training-learner", "--add", name, "Example", "--at", "alder")
    assert "Like names at Alder Care." in school.does("training-learners", "--twice")
    assert "may be more than one learner" in school.refuses("training-learner", "--archive", "example")
    told = school.does("training-merge-learners", "Catherine", "Catharine", "--take", "given_name")
    assert told == "Catharine Example and Catherine Example are one learner now, Catharine Example.\n"
    assert "Nothing to list" in school.does("training-learners", "--twice")
    assert "1 row" in school.does(
        "training-learners", "--text", "catharine", "--out", tmp_path / "learners.csv"
    )
