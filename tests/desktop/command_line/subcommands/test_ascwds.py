"""ASC-WDS from the command line: files in, tables out, the Word list, tying."""

from pathlib import Path

import pytest

from resources.files.reading import read_sheets
from resources.report.document_text import passages
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.ascwds.bulk_files import HOME, SOMEBODY, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes

OAK = {
    **HOME,
    "LOCALESTID": "Oak",
    "ESTNAME": "Oak House",
    "POSTCODE": "NG9 1AA",
    "STARTERS": "",
    "TOTALPERMTEMP": "1",
}
DAY = "30 September 2019"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    people = (SOMEBODY, worker("Bo"), worker("Cy", LOCALESTID="Oak", SALARYINT=""))
    return homes(tmp_path, HOME, OAK), write_workers(tmp_path, *people)


@pytest.fixture
def taken(county: Clerk, files: tuple[Path, Path]) -> Clerk:
    county.does("ascwds-import", *files, "--as-at", DAY)
    return county


def test_files_are_previewed_and_then_taken_in(county: Clerk, files: tuple[Path, Path]) -> None:
    said = county.does("ascwds-import", *files, "--as-at", DAY, "--dry-run", "--list")
    assert "Nothing was written: this was a preview." in said
    assert "NINUMBER" in said and "Left out" in said
    assert "Nothing to list." in county.does("ascwds")
    said = county.does("ascwds-import", *files, "--as-at", DAY)
    assert said.endswith(
        "Took in 2 workplaces and 3 worker records of ASC-WDS, 30 September 2019: 2 workplaces are new.\n"
    )
    assert "Ada" not in said and "QQ123456C" not in said
    refused = county.refuses("ascwds-import", *files, "--as-at", DAY)
    assert "brought all this before" in refused


def test_a_file_without_a_day_says_how_to_give_one(county: Clerk, files: tuple[Path, Path]) -> None:
    assert county.refuses("ascwds-import", files[0]).endswith("Give the day with --as-at.")


def test_workers_of_another_workplace_are_said_and_saved(county: Clerk, tmp_path: Path) -> None:
    paths = homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("W2", LOCALESTID="Ash"))
    said = county.does("ascwds-import", *paths, "--as-at", DAY, "--refused", tmp_path / "refused")
    assert "LOCALESTID “Ash” is of another workplace: it is not in “workplaces.csv”." in said
    assert "1 row was refused" in said
    sheet = read_sheets(tmp_path / "refused" / "workers, refused.xlsx")[0]
    assert [row.cells[1] for row in sheet.rows] == ["UNIQUEWORKERID", "W2"]


def test_how_workplaces_stand_is_a_table(taken: Clerk, tmp_path: Path) -> None:
    said = taken.does("ascwds", "--state", "not complete")
    assert "Oak House" in said and "Elm Lodge" not in said
    out = tmp_path / "workplaces.csv"
    taken.does("ascwds", "--out", out)
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) >= 3
    assert "0 of 2 workplaces complete for 2019/20" in taken.does("ascwds", "--as-at", "1 June 2019")


def test_what_is_missing_is_a_table(taken: Clerk) -> None:
    said = taken.does("ascwds-missing")
    assert "Starters" in said and "1 workplace not complete of 2" in said
    assert "Nothing to list." in taken.does("ascwds-missing", "elm lodge")
    assert "Pay" in taken.does("ascwds-missing", "Oak")
    assert "There is no workplace “Ash”" in taken.refuses("ascwds-missing", "Ash")


def test_figures_and_files_are_tables(taken: Clerk) -> None:
    assert "2 of 4 permanent and temporary posts" in taken.does("ascwds-figures", "Elm")
    assert "workers.csv" in taken.does("ascwds-files")


def test_the_list_is_a_word_document(taken: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    assert taken.does("ascwds-list", path) == f"Saved “{path}”.\n"
    text = "\n".join(passage.text for passage in passages(path.read_bytes()))
    assert "Oak House" in text and "Elm Lodge" not in text
    taken.does("ascwds-list", path, "--workplace", "Elm")
    assert "Elm Lodge" in "\n".join(passage.text for passage in passages(path.read_bytes()))


def test_a_workplace_is_tied_untied_and_removed(taken: Clerk) -> None:
    assert taken.does("ascwds-tie", "Elm", "--service", "Teacup") == "Tied Elm Lodge to Teacup Court.\n"
    assert "Teacup Ltd" in taken.does("ascwds", "--tied", "chosen by a person")
    assert "as its head office" in taken.does("ascwds-tie", "Oak", "--provider", "Quill")
    assert taken.does("ascwds-tie", "Elm", "--untie") == "Untied Elm Lodge from the register.\n"
    assert taken.does("ascwds-remove", "Oak") == "Removed Oak House from ASC-WDS; 1 workplace left.\n"


def test_the_real_files_of_2019_are_taken_in(county: Clerk, shared_data: Path) -> None:
    folder = shared_data / "ascwds"
    paths = folder / "worker_2019_layout.csv", folder / "workplace_2019_layout.csv"
    said = county.does("ascwds-import", *paths, "--as-at", DAY)
    assert "Took in 6 workplaces and 11 worker records of ASC-WDS, 30 September 2019" in said
    assert "1 of 6 workplaces complete for 2019/20" in county.does("ascwds")
    missing = county.does("ascwds-missing", "Subsidiary 2")
    assert "Start date, recruited from, contracted hours" in missing
