"""Figures of i-Work and public papers without a window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from engagement.register.council import set_council
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.iwork.figures.held import filled


@pytest.fixture
def coach(iwork_clerk: Clerk) -> Clerk:
    """With thirty people, fourteen of them in work."""
    iwork_clerk.now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    iwork_clerk.with_db(lambda db: set_council(db, "Nottinghamshire"))
    iwork_clerk.with_vault(lambda vault: filled(vault, None))
    return iwork_clerk


def test_an_empty_register_says_what_to_do(iwork_clerk: Clerk) -> None:
    assert "Add a person on the side People first" in iwork_clerk.refuses("iwork-figures")


def test_figures_are_counted_and_saved(coach: Clerk, tmp_path: Path) -> None:
    told = coach.does("iwork-figures")
    assert "14 of them in work" in told and "Ashfield" in told and "Wren" not in told
    assert "no denominator for 2026/27" in told and "with “iwork-measure-base”" in told
    saved = tmp_path / "figures.csv"
    coach.does("iwork-figures", "--of", "work", "--out", saved)
    text = saved.read_text(encoding="utf-8-sig")
    assert "In work" in text and "publication" not in text.casefold()
    assert "is neither" in coach.refuses("iwork-figures", "--upto", "20 November 2026")
    assert "31 Dec 2025" in coach.does("iwork-figures", "--of", "work", "--upto", "31 December 2025")


def test_a_denominator_is_typed_in_and_taken_away(coach: Clerk) -> None:
    said = coach.does("iwork-measure-base", "learning disability", "--number", "1850", "--source", "A return")
    assert said == "The measure for learning disability in 2026/27 is a share of 1,850 people.\n"
    told = coach.does("iwork-figures", "--of", "measure")
    assert "1,850" in told and "0.8" in told and "measure for autism has no denominator" in told
    assert "Say where you read it" in coach.refuses("iwork-measure-base", "autism", "--number", "640")
    coach.does("iwork-measure-base", "learning disability", "--remove")
    assert "so none is removed" in coach.refuses("iwork-measure-base", "learning disability", "--remove")


def test_public_papers(coach: Clerk, tmp_path: Path) -> None:
    assert "Summary.docx" in coach.does("iwork-summary", tmp_path / "Summary.docx")
    assert "Sections.docx" in coach.does(
        "iwork-sections", tmp_path / "Sections.docx", "--upto", "30 September 2026"
    )
    coach.passphrase = "not these four words"
    assert coach.refuses("iwork-summary", tmp_path / "Locked.docx")
    assert not (tmp_path / "Locked.docx").exists()
