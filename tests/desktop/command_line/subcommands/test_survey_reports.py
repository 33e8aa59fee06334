"""A wave's documents, without a window."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document

from resources.database import Database
from resources.files.reading import read_sheets
from tests.desktop.command_line.conftest import Clerk
from tests.desktop.pages.survey.survey_pages import homes
from tests.workforce.survey.analysis.made_waves import make_wave
from tests.workforce.survey.changes.two_waves import later_wave

FIRST, AGAIN = "2019-10-01", "2020-10-01"


def _waves(db: Database) -> None:
    before = make_wave(db, homes())
    later_wave(db, before, [one.answers for one in homes()])


@pytest.fixture
def asked(clerk: Clerk) -> Clerk:
    clerk.with_db(_waves)
    return clerk


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_report_is_saved_with_what_was_chosen(asked: Clerk, tmp_path: Path) -> None:
    told = asked.does("survey-report", AGAIN, tmp_path / "report.docx", "--since", FIRST, "--without", "plan")
    assert told == f"Saved “{tmp_path / 'report.docx'}”.\n"
    text = text_of(tmp_path / "report.docx")
    assert "What changed" in text and "Action plan" not in text
    asked.does("survey-report", AGAIN, tmp_path / "part", "--kind", "home_care", "--without", "changes")
    assert "Only part of the answers is looked at: Home care." in text_of(tmp_path / "part.docx")


def test_sections_for_a_committee_are_saved(asked: Clerk, tmp_path: Path) -> None:
    asked.does("survey-sections", AGAIN, tmp_path / "sections.docx", "--no-quotes")
    assert "The information collected shows:" in text_of(tmp_path / "sections.docx")


def test_the_workbook_and_the_csv_hold_the_same_tables(asked: Clerk, tmp_path: Path) -> None:
    asked.does("survey-workbook", AGAIN, tmp_path / "tables")
    asked.does("survey-csv", AGAIN, tmp_path / "tables.csv")
    sheets = [sheet.name for sheet in read_sheets(tmp_path / "tables.xlsx")]
    assert sheets[:4] == ["Cover_sheet", "Contents", "Notes", "Table_1"]
    rows = list(csv.reader(io.StringIO((tmp_path / "tables.csv").read_bytes().decode("utf-8-sig"))))
    assert {row[0].replace(" ", "_") for row in rows[1:]} == set(sheets[3:])


def test_what_cannot_be_is_refused_in_a_sentence(asked: Clerk, tmp_path: Path) -> None:
    assert "does not end in .csv" in asked.refuses("survey-csv", AGAIN, tmp_path / "tables.xlsx")
    assert "not before" in asked.refuses("survey-report", FIRST, tmp_path / "r.docx", "--since", AGAIN)
    assert list(tmp_path.glob("*.docx")) == []
