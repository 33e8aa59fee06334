"""Imports: previewed, counted, written, refused in a sentence."""

import csv
from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk

DIRECTORY = (
    "Name", "Postcode", "Service types", "Provider name", "Local authority", "Region",
    "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
)  # fmt: skip
ONE = ("Larkmeadow House", "NG17 0DJ", "Nursing homes", "Larkmeadow Ltd", "Nottinghamshire", "East Midlands",
       "1-1000000001", "1-2000000001")  # fmt: skip
TWO = ("Teacup Court", "NG18 5QQ", "Residential homes", "Teacup Ltd", "Nottinghamshire", "East Midlands",
       "1-1000000002", "1-2000000002")  # fmt: skip
DENTIST = ("Sample Dentist", "NG18 4HW", "Dentist", "Teeth Ltd", "Nottinghamshire", "East Midlands",
           "1-1000000003", "1-2000000003")  # fmt: skip


def write(path: Path, *rows: tuple[str, ...]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def counts(told: str) -> dict[str, list[str]]:
    lines = told.splitlines()[3:]
    return {line[:34].strip(): line[34:].split() for line in lines if line[34:35] == " "}


def test_an_import_is_counted_and_taken_in_once(clerk: Clerk, tmp_path: Path) -> None:
    file = write(tmp_path / "2019-05-01 directory.csv", DIRECTORY, ONE, TWO, DENTIST)
    told = clerk.does("import", file)
    assert counts(told)["New"] == ["3", "2"]
    assert counts(told)["Left out (not adult social care)"] == ["1", "0"]
    assert told.splitlines()[-1] == "Import of 3 locations, 1 May 2019: done."
    assert [line.split("  ")[0] for line in clerk.does("services").splitlines()[3:5]] == [
        "Larkmeadow House",
        "Teacup Court",
    ]
    again = clerk.does("import", file)
    assert again.splitlines()[-1] == "The register holds all of it already; nothing was changed."


def test_a_preview_writes_nothing_and_can_list_each_group(clerk: Clerk, tmp_path: Path) -> None:
    file = write(tmp_path / "2019-05-01 directory.csv", DIRECTORY, ONE, DENTIST)
    told = clerk.does("import", file, "--dry-run", "--list")
    assert told.splitlines()[-1] == "Nothing was written: this was a preview."
    assert "Larkmeadow House" in told and "Sample Dentist" in told
    assert clerk.does("services") == "Services\nNothing to list.\n"


def test_what_a_part_of_a_directory_does_not_list_stays(clerk: Clerk, tmp_path: Path) -> None:
    clerk.does("import", write(tmp_path / "2019-05-01.csv", DIRECTORY, ONE, TWO))
    part = write(tmp_path / "2019-08-01.csv", DIRECTORY, ONE)
    assert counts(clerk.does("import", part, "--dry-run"))["Gone"] == ["1", "1"]
    assert counts(clerk.does("import", part, "--keep-missing"))["Gone"] == ["0", "0"]


def test_a_day_that_the_file_does_not_say_is_given(clerk: Clerk, tmp_path: Path) -> None:
    file = write(tmp_path / "directory.csv", DIRECTORY, ONE)
    assert clerk.refuses("import", file).endswith("Give the day with --as-at.")
    assert clerk.does("import", file, "--as-at", "1 May 2019").endswith("1 May 2019: done.\n")


def test_a_column_that_is_not_recognised_is_named(clerk: Clerk, tmp_path: Path) -> None:
    headings = tuple("Their number" if "Location ID" in one else one for one in DIRECTORY)
    file = write(tmp_path / "2019-05-01.csv", headings, ONE)
    told = clerk.refuses("import", file)
    assert "--column location_id=HEADING" in told and "“Their number”" in told
    assert clerk.does("import", file, "--column", "location_id=Their number").endswith("done.\n")


def test_another_kind_of_file_than_was_asked_for_is_refused(clerk: Clerk, tmp_path: Path) -> None:
    file = write(tmp_path / "2019-05-01.csv", DIRECTORY, ONE)
    assert "CQC latest ratings was expected" in clerk.refuses("import", file, "--kind", "ratings")


def test_refused_rows_are_saved_to_be_mended(clerk: Clerk, tmp_path: Path) -> None:
    file = write(tmp_path / "2019-05-01.csv", DIRECTORY, ONE, (*TWO[:-2], "", TWO[-1]))
    told = clerk.does("import", file, "--refused", tmp_path / "to mend")
    (saved,) = (tmp_path / "to mend").glob("*.xlsx")
    assert counts(told)["Refused"] == ["1"] and f"Saved “{saved}”." in told.splitlines()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Name,Colour\nRose,Red\n"])
def test_a_file_that_is_none_of_cqcs_is_refused_in_a_sentence(
    clerk: Clerk, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "2019-05-01.csv"
    file.write_bytes(content)
    told = clerk.refuses("import", file)
    assert told.count("\n") == 0 and "2019-05-01.csv" in told and "Traceback" not in told


def test_published_figures_are_taken_in_and_drawn(clerk: Clerk, shared_data: Path) -> None:
    file = shared_data / "cqc" / "east_midlands_ratings_2019-08.csv"
    assert clerk.does("published-ratings", file, "--as-at", "1 August 2019") == (
        "Took in 27 profiles of 9 areas, 1 August 2019.\n"
    )
    assert clerk.does("published-ratings", file, "--as-at", "2019-08-01") == (
        "The figures of 9 areas, 1 August 2019, are held already; nothing was changed.\n"
    )
    said = clerk.does("market", "--published", "--sentences", "Nottinghamshire").splitlines()
    assert (
        "Nottinghamshire has the joint second highest % of Outstanding home care agencies in the East Midlands "
        "(6%, with Nottingham)."
    ) in said
    assert len(clerk.does("market", "--published", "--wide").splitlines()) > 10


def test_published_figures_of_another_day_are_not_held(clerk: Clerk) -> None:
    assert clerk.refuses("market", "--published").startswith("No published figures are held for that day.")


@pytest.mark.parametrize(
    ("day", "said"),
    [("31 December 2099", "still to come"), ("31 March 2009", "CQC began")],
)
def test_a_day_that_cannot_be_is_refused(
    clerk: Clerk, tmp_path: Path, shared_data: Path, day: str, said: str
) -> None:
    figures = shared_data / "cqc" / "east_midlands_ratings_2019-08.csv"
    assert said in clerk.refuses("import", write(tmp_path / "directory.csv", DIRECTORY, ONE), "--as-at", day)
    assert said in clerk.refuses("published-ratings", figures, "--as-at", day)


def test_a_column_that_comes_twice_is_named_with_its_letter(clerk: Clerk, tmp_path: Path) -> None:
    file = write(tmp_path / "2019-05-01.csv", (*DIRECTORY, "Postcode"), (*ONE, "NG1 7DD"))
    told = clerk.refuses("import", file)
    assert "--column postcode=HEADING" in told and "“Postcode (column I)”" in told
    assert clerk.does("import", file, "--column", "postcode=Postcode (column I)").endswith("done.\n")


def test_a_column_that_is_not_read_is_told(clerk: Clerk, tmp_path: Path) -> None:
    headings = (*DIRECTORY, "Phone number", "Telephone number")
    told = clerk.does("import", write(tmp_path / "2019-05-01.csv", headings, (*ONE, "1", "2")), "--dry-run")
    assert "nothing was read as “Phone number”" in told
