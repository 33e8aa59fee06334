"""The attendance summary of a period."""

from pathlib import Path

from docx import Document

from tests.desktop.command_line.conftest import FORUM_ENDS, Clerk

YEAR = ("attendance-summary", "--from", "2019-04-01", "--to", "2020-03-31")


def close(county: Clerk) -> None:
    county.now = FORUM_ENDS
    county.does("check-in", "forum", "amina")
    county.does("check-in", "forum", "zoe")


def test_the_sentences_the_tables_and_the_document(county: Clerk, tmp_path: Path) -> None:
    close(county)
    said = county.does(*YEAR).splitlines()
    assert said[0] == "1 event was held from 1 April 2019 so far, to 10 December 2019: 1 provider forum."
    assert any(line.startswith("Of 3 providers in the register in Nottinghamshire on 10 D") for line in said)
    told = county.does(*YEAR, "--table")
    assert "Services reached by district" in told and "Larkmeadow" not in told and "Amina" not in told
    saved = county.does(*YEAR, "--table", "--out", tmp_path / "summary.xlsx")
    assert saved.startswith(f"Saved “{tmp_path / 'summary.xlsx'}”")
    assert "summary.docx" in county.does(*YEAR, tmp_path / "summary.docx")
    text = "\n".join(one.text for one in Document(str(tmp_path / "summary.docx")).paragraphs)
    assert "Attendance summary, 1 April 2019 so far, to 10 December 2019" in text
    assert "Amina" not in text and "Larkmeadow" not in text


def test_whose_services_reach_is_of(county: Clerk) -> None:
    close(county)
    assert "in Nottinghamshire" in county.does(*YEAR, "--authority", "nottinghamshire county council")
    assert "in Nottinghamshire" not in county.does(*YEAR, "--everywhere")
    assert county.refuses(*YEAR, "--authority", "Rutland") == (
        "The register holds no services of “Rutland”. Choose Nottinghamshire."
    )


def test_a_period_that_cannot_be_is_refused(county: Clerk) -> None:
    assert "No event is kept from" in county.refuses(
        "attendance-summary", "--from", "2010-01-01", "--to", "2010-12-31"
    )
    assert "before it begins" in county.refuses(
        "attendance-summary", "--from", "2020-01-01", "--to", "2019-12-31"
    )
    assert "nothing can be told of it yet" in county.refuses(
        "attendance-summary", "--from", "2020-01-01", "--to", "2020-03-31"
    )
