"""Figures of the awards and public papers without a window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.awards.report.announced import Announced
from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def held(clerk: Clerk) -> Clerk:
    """A round with four nominees, not announced."""
    clerk.now = datetime(2026, 12, 20, 9, tzinfo=UTC)
    clerk.with_db(Announced)
    return clerk


def test_nominations_are_counted(held: Clerk, tmp_path: Path) -> None:
    told = held.does("award-figures")
    assert "Proud to Care Team Award" in told and "4 nominations of 4 nominees" in told
    assert "Ashfield" in held.does("award-figures", "--by", "district")
    assert "2026" in held.does("award-figures", "--by", "year", "--rounds", "5")
    saved = tmp_path / "figures.xlsx"
    held.does("award-figures", "--by", "nominator", "--out", saved)
    assert saved.is_file()


def test_who_is_never_nominated(held: Clerk) -> None:
    assert "Hazel Home Care" in held.does("award-never-nominated")
    assert "Mansfield" in held.does("award-never-nominated", "--of", "districts")
    assert "Hazel Example Care" in held.does("award-never-nominated", "--of", "providers", "--rounds", "1")


def test_public_papers(held: Clerk, tmp_path: Path) -> None:
    assert "not announced yet" in held.refuses("award-summary", tmp_path / "Summary.docx")
    assert "Sections.docx" in held.does("award-sections", tmp_path / "Sections.docx")
    held.with_db(lambda db: Announced(db, "Proud to Care 2027", year=2027).announce())
    told = held.does("award-summary", tmp_path / "Summary.docx", "--appendix")
    assert "Summary.docx" in told and "EXEMPT appendix" in told
