"""Training records, requirements and the matrix, without a window."""

from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def catalogued(county: Clerk) -> Clerk:
    """Three homes and a course valid for a year."""
    county.does("training-course", "--add", "Fire safety", "--valid-months", "12")
    return county


def a_key(clerk: Clerk, tmp_path: Path) -> str:
    """The key of the only record."""
    out = tmp_path / "records.csv"
    clerk.does("training-records", "--keys", "--out", out)
    return out.read_text(encoding="utf-8-sig").splitlines()[-1].rpartition(",")[2]


def test_a_record_is_added_changed_listed_and_removed(catalogued: Clerk, tmp_path: Path) -> None:
    told = catalogued.does(
        "training-record", "--add", "fire", "--service", "Larkmeadow", "--people", "9", "--of", "12", "--completed",
        "2019-06-01", "--how", "e_learning",
    )  # fmt: skip
    assert told == "Recorded Fire safety.\n"
    told = catalogued.does("training-records")
    assert "9 of 12 workers" in told and "1 Jun 2020" in told and "Active" in told
    assert "Expiring soon" in catalogued.does("training-records", "--as-at", "2020-03-03")
    assert "Nothing to list" in catalogued.does("training-records", "--status", "Expired")
    key = a_key(catalogued, tmp_path)
    assert (
        catalogued.does("training-record", "--edit", key, "--people", "10")
        == "Changed the record of Fire safety.\n"
    )
    assert "10 of 12 workers" in catalogued.does("training-records")
    assert catalogued.does("training-record", "--remove", key) == "Removed the record of Fire safety.\n"
    assert "There is no training record" in catalogued.refuses("training-record", "--remove", key)


def test_what_a_record_needs_is_said(catalogued: Clerk) -> None:
    assert "Name the --service" in catalogued.refuses("training-record", "--add", "fire", "--people", "9")
    assert "Name a --learner" in catalogued.refuses(
        "training-record", "--add", "fire", "--service", "Larkmeadow"
    )
    assert "is after" in catalogued.refuses(
        "training-record",
        "--add",
        "fire",
        "--service",
        "Larkmeadow",
        "--people",
        "9",
        "--completed",
        "2019-12-10",
    )


def test_the_matrix_of_what_is_required(catalogued: Clerk, tmp_path: Path) -> None:
    assert "Required 1 course: all staff" in catalogued.does(
        "training-required", "--require", "fire", "--source", "Law"
    )
    assert "Fire safety" in catalogued.does("training-required")
    catalogued.does(
        "training-record", "--add", "fire", "--service", "Larkmeadow", "--people", "9", "--of", "12"
    )
    told = catalogued.does("training-matrix")
    assert "Missing, 9 of 12" in told and "Quill Ltd" in told
    assert "Quill Ltd" not in catalogued.does("training-matrix", "--district", "Bassetlaw")
    told = catalogued.does("training-matrix", "--provider", "Larkmeadow", "--without-ascwds")
    assert "Fire safety" in told and "9 of 12" in told
    out = tmp_path / "matrix.xlsx"
    assert "3 rows" in catalogued.does("training-matrix", "--out", out)
    assert out.exists()
    assert catalogued.does("training-required", "--no-more", "fire") == "Required Fire safety no more.\n"


def test_a_file_is_previewed_taken_in_and_taken_in_once(catalogued: Clerk, tmp_path: Path) -> None:
    path, refused = tmp_path / "training.csv", tmp_path / "refused.xlsx"
    path.write_text(
        "Course,Service,Name,People,Wann\n"
        "Fire safety,Larkmeadow House,,9,13/02/2019\n"
        "Feuer,Larkmeadow House,Ben Example,,13/02/2019\n"
        "Fire safety,Nowhere,,9,13/02/2019\n",
        encoding="utf-8",
    )
    assert "--column FIELD=HEADING" in catalogued.refuses("training-records-file", path)
    given = ("training-records-file", path, "--column", "completed_on=Wann")
    told = catalogued.does(*given, "--dry-run", "--list")
    assert "Nothing was written" in told and "1 course not in the catalogue: “Feuer”" in told
    told = catalogued.does(*given, "--course", "Feuer=Fire safety", "--add-learners", "--refused", refused)
    assert "Took in 2 training records, and added 1 learner." in told
    assert refused.exists()
    assert "Ben Example" in catalogued.does("training-records")
    assert "no record that could be added" in catalogued.refuses(*given, "--course", "Feuer=Fire safety")


def test_rows_that_do_not_say_whose_are_of_the_service_named(catalogued: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "training.csv"
    path.write_text("Course,People,Completed\nFire safety,9,13/02/2019\n", encoding="utf-8")
    assert "neither the service nor the provider" in catalogued.does(
        "training-records-file", path, "--dry-run", "--list"
    )
    assert "Took in 1 training record." in catalogued.does(
        "training-records-file", path, "--service", "Quill"
    )
    assert "held already" in catalogued.does("training-records-file", path, "--service", "Quill")
