"""A file of learners without a window."""

from pathlib import Path

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.training.people import a_service


def _home(db: Database) -> None:
    a_service(db)


def test_a_file_is_previewed_then_taken_in(clerk: Clerk, tmp_path: Path) -> None:
    clerk.with_db(_home)
    path, refused = tmp_path / "staff.csv", tmp_path / "refused.xlsx"
    path.write_text(
        "First name,Wer,Home,Job role\nAda,Example,Rosewood House,Carer\nBo,Example,Nowhere,Carer\n",
        encoding="utf-8",
    )
    assert "--column family_name=Name" in clerk.refuses("training-learners-file", path)
    given = ("training-learners-file", path, "--column", "family_name=Wer")
    told = clerk.does(*given, "--dry-run", "--list")
    assert "Ada Example" in told and "Nothing was written" in told
    told = clerk.does(*given, "--refused", refused)
    assert "Took in 1 learner and 1 post." in told and refused.exists()
    assert "Care worker" in clerk.does("training-learners")


def test_rows_that_do_not_say_where_are_of_the_place_named(clerk: Clerk, tmp_path: Path) -> None:
    clerk.with_db(_home)
    path = tmp_path / "staff.csv"
    path.write_text("Name,ULN\nAda Example,\n", encoding="utf-8")
    assert "Took in 1 learner" in clerk.does("training-learners-file", path, "--provider", "Rosewood")
    assert "held already" in clerk.does("training-learners-file", path, "--provider", "Rosewood")
