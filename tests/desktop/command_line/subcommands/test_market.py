"""The market's tables, sentences and summary, and the known answers of Oldham."""

import csv
import re
from pathlib import Path

import pytest
from docx import Document

from tests.desktop.command_line.conftest import Clerk


def test_the_table_of_a_day_by_kind(county: Clerk) -> None:
    told = county.does("market", "--as-at", "9 December 2019", "--kind", "nursing homes").splitlines()
    assert told[0] == "Nursing homes: CQC ratings by local authority, as at 9 December 2019"
    assert told[3].split() == ["Nottinghamshire", "100%", "0%", "0%", "0%", "1", "0%", "1", "Small", "base"]
    before = county.does("market", "--as-at", "1/5/2019", "--kind", "nursing").splitlines()
    assert before[3].split() == ["Nottinghamshire", "0", "100%", "1", "None", "rated"]


def test_the_districts_of_an_authority_and_named_authorities(county: Clerk) -> None:
    told = county.does("market", "--districts-of", "Nottinghamshire County Council", "--kind", "nursing")
    assert [line.split("  ")[0] for line in told.splitlines()[3:5]] == ["Ashfield", "Bassetlaw"]
    one = county.does("market", "--authority", "nottinghamshire", "--wide")
    assert one.splitlines()[3].startswith("Nottinghamshire")
    assert county.does("market", "--region", "East Midlands", "--wide") == one


def test_the_change_since_another_day(county: Clerk) -> None:
    told = county.does("market", "--compare", "1 May 2019", "--kind", "nursing")
    (title,) = (line for line in told.splitlines() if line.startswith("Change in CQC ratings"))
    assert title == "Change in CQC ratings from 1 May 2019 to 9 December 2019, as at 9 December 2019"
    assert "Residential homes" not in told


def test_the_wide_table_is_of_every_kind(county: Clerk, tmp_path: Path) -> None:
    told = county.refuses("market", "--wide", "--kind", "nursing")
    assert told == "--wide is one table of every kind of service, so --kind has no part in it. Leave one out."
    path = tmp_path / "two.csv"
    assert "holds one table" in county.refuses(
        "market", "--kind", "nursing", "--kind", "home care", "--out", path
    )


def test_sentences_about_an_authority(county: Clerk) -> None:
    said = county.does("market", "--sentences", "Nottinghamshire").splitlines()
    assert said[-1] == "No home care agency in Nottinghamshire is rated Inadequate."


def test_what_is_not_held_is_answered_with_what_is(county: Clerk) -> None:
    assert county.refuses("market", "--region", "London") == (
        "The register holds no region “London”. Choose East Midlands."
    )


def test_saved_as_csv_excel_and_word(county: Clerk, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "docx"):
        county.does("market", "--out", tmp_path / f"market.{ending}")
    rows = list(csv.reader((tmp_path / "market.csv").read_text("utf-8-sig").splitlines()))
    assert [len(row) for row in rows] == [16, 16]
    assert len(Document(str(tmp_path / "market.docx")).tables) == 3


def test_the_summary_names_no_suspended_home_and_its_appendix_does(county: Clerk, tmp_path: Path) -> None:
    out = tmp_path / "market.docx"
    appendix = tmp_path / "market - EXEMPT appendix.docx"
    assert county.does("market-summary", out, "--exempt") == f"Saved “{out}”.\nSaved “{appendix}”.\n"
    public = "\n".join(one.text for one in Document(str(out)).paragraphs)
    assert "Of these, 1 is suspended" in public and "Larkmeadow" not in public
    named = [cell.text for row in Document(str(appendix)).tables[0].rows for cell in row.cells]
    assert "Larkmeadow House, Bassetlaw" in named


# --- known answers --------------------------------------------------------------------------------------


@pytest.fixture
def oldham(clerk: Clerk, shared_data: Path) -> Clerk:
    clerk.does("import", *sorted((shared_data / "cqc").glob("oldham_2019-05-01*.csv")))
    return clerk


def test_oldham_from_may_to_august_is_counted_as_known(oldham: Clerk, shared_data: Path) -> None:
    told = oldham.does("import", *sorted((shared_data / "cqc").glob("oldham_2019-08-01*.csv")))
    found = dict(re.findall(r"(?m)^([A-Z][A-Za-z -]+?) {2,}([\d, ]+)$", told))
    assert {name: cells.split() for name, cells in found.items() if name in KNOWN} == KNOWN


KNOWN = {
    "New": ["4", "0"],
    "Gone": ["4", "0"],
    "Re-inspected": ["16", "11"],
    "First ratings": ["5", "2"],
    "Changed ratings": ["5", "1"],
}


def figures(told: str) -> list[list[str]]:
    """Inadequate, Requires improvement, Good, Outstanding, and how many are rated, for each kind."""
    rows = [line.split() for line in told.splitlines() if line.startswith("Oldham")]
    return [[cell.rstrip("%") for cell in row[1:6]] for row in rows]


def test_oldhams_two_tables_are_as_known(oldham: Clerk, shared_data: Path) -> None:
    oldham.does("import", *sorted((shared_data / "cqc").glob("oldham_2019-08-01*.csv")))
    assert figures(oldham.does("market", "--as-at", "1 May 2019")) == [
        ["0", "11", "89", "0", "9"],
        ["3", "12", "84", "0", "32"],
        ["4", "8", "85", "4", "26"],
    ]
    assert figures(oldham.does("market", "--as-at", "1 August 2019")) == [
        ["0", "20", "80", "0", "10"],
        ["0", "16", "84", "0", "32"],
        ["4", "7", "81", "7", "27"],
    ]
