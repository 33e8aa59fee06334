"""The documents of funding, without a window."""

from pathlib import Path

import pytest

from engagement.register.council import set_council
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.funding.report.test_sections import filled


@pytest.fixture
def funded(clerk: Clerk) -> Clerk:
    clerk.with_db(filled)
    clerk.with_db(lambda db: set_council(db, "Nottinghamshire"))
    return clerk


def test_the_summary_with_its_appendix(funded: Clerk, tmp_path: Path) -> None:
    told = funded.does("funding-report", tmp_path / "Funding.docx", "--appendix", "--without", "projects")
    assert told.splitlines() == [
        f"Saved “{tmp_path / 'Funding.docx'}”.", f"Saved “{tmp_path / 'Funding - EXEMPT appendix.docx'}”."
    ]  # fmt: skip
    assert "Nothing is held of 2015/16" in funded.refuses(
        "funding-report", tmp_path / "No.docx", "--year", "2015/16"
    )


def test_the_sections_and_the_workbook(funded: Clerk, tmp_path: Path) -> None:
    funded.does("funding-report-sections", tmp_path / "Sections.docx", "--year", "2019/20")
    funded.does("funding-report-workbook", tmp_path / "Tables.xlsx")
    assert (tmp_path / "Sections.docx").exists() and (tmp_path / "Tables.xlsx").exists()


def test_the_awards(funded: Clerk, tmp_path: Path) -> None:
    told = funded.does(
        "funding-report-360giving",
        tmp_path / "awards.csv",
        "--prefix",
        "360G-Example",
        "--organisation",
        "GB-LAE-NTT",
    )
    assert told.splitlines() == [f"Saved “{tmp_path / 'awards.csv'}”.", "6 awards in the file."]
    refused = funded.refuses(
        "funding-report-360giving", tmp_path / "no.csv", "--prefix", "Example", "--organisation", "GB-LAE-NTT"
    )
    assert "as 360Giving gave it" in refused
