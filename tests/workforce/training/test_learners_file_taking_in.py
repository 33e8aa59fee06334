"""Taking a file of learners in: whole, once, and undone by one undo."""

from datetime import date
from pathlib import Path

import pytest

from resources.database import Database, history
from resources.database.history import ChangedSince
from resources.problem import Problem
from tests.workforce.training.people import a_service
from workforce.training.learners import LEARNERS_NAMED, add_learner, add_post, learner, learners, posts_of
from workforce.training.learners_file import CheckedLearners, check_learners, read_learners_file
from workforce.training.learners_file_taking_in import (
    preview_groups,
    preview_notes,
    save_refused_learners,
    summary_table,
    take_in_learners,
)
from workforce.training.records_file_checking import Choices

TODAY = date(2020, 6, 1)
ULN, OTHER = "1000000019", "1000000027"


@pytest.fixture
def path(db: Database, tmp_path: Path) -> Path:
    """Ada at two places, Bo who is held without a number, somebody nowhere."""
    home = a_service(db)
    a_service(db, "The Limes")
    bo = add_learner(db, "Bo", "Example")
    add_post(db, bo.id, home.provider_id)
    path = tmp_path / "staff.csv"
    path.write_text(
        "Given name,Family name,ULN,Provider,Shoe size\n"
        f"Ada,Example,{ULN},Rosewood House Ltd,4\n"
        f"Ada,Example,{ULN},The Limes Ltd,4\n"
        f"Bo,Example,{OTHER},Rosewood House Ltd,5\n"
        "Bo,Example,,Rosewood House Ltd,5\n"
        "Cy,Example,,Nowhere,6\n",
        encoding="utf-8",
    )
    return path


def checked(db: Database, path: Path) -> CheckedLearners:
    return check_learners(db, read_learners_file(path), Choices(), today=TODAY)


def test_it_is_taken_in_once_and_undone_whole(db: Database, path: Path) -> None:
    taken = take_in_learners(db, checked(db, path))
    assert taken.words == "Took in 1 learner and 2 posts, and added 1 ULN"
    ada, bo = learners(db)
    assert (ada.name, len(posts_of(db, ada.id)), bo.uln) == ("Ada Example", 2, OTHER)
    again = checked(db, path)
    assert (again.brings, len(again.already)) == ((), 4)
    with pytest.raises(Problem, match="no learner or post that could be added"):
        take_in_learners(db, again)
    history.undo(db)
    assert [one.name for one in learners(db)] == ["Bo Example"] and learner(db, bo.id).uln == ""


def test_a_preview_that_is_out_of_date_is_refused(db: Database, path: Path) -> None:
    found = checked(db, path)
    add_learner(db, "Di", "Example")
    with pytest.raises(ChangedSince):
        take_in_learners(db, found)


def test_the_preview_has_every_row_once(db: Database, path: Path) -> None:
    found = checked(db, path)
    groups = preview_groups(db, found)
    assert [(one.name, one.number) for one in groups[:3]] == [
        ("New learners", 2), ("Numbers", 1), ("Held already", 1),
    ]  # fmt: skip
    assert sum(one.number for one in groups) == 5
    assert groups[0].table.exempt is LEARNERS_NAMED
    assert preview_notes(found) == ["Not read: “Shoe size”."]
    assert len(summary_table(db, found).rows) == len(groups)


def test_refused_rows_are_saved(db: Database, path: Path, tmp_path: Path) -> None:
    save_refused_learners(checked(db, path), tmp_path / "refused.xlsx")
    assert (tmp_path / "refused.xlsx").stat().st_size > 0
