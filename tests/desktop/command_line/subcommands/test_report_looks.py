"""How reports look and how plainly they are to be written, from the command line."""

from pathlib import Path

import pytest

from engagement.committee.outlines import outline
from engagement.committee.reports import reports
from tests.desktop.command_line.subcommands.test_report_issues import make_short
from tests.resources.report.base_documents import base


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return base(tmp_path / "theirs.docx")


def looks_of_the_report(county):
    return county.with_db(lambda db: outline(db, reports(db)[0].id).looks)


def test_looks_are_taken_and_given_to_a_report(county, document: Path) -> None:
    county.with_db(make_short)
    said = county.does("report-looks-add", document, "--name", "Larkshire")
    assert "Font: Calibri." in said and "Not taken:" in said and "logos were not taken" in said
    assert "theirs.docx" in county.does("report-looks")
    county.does("report-looks-use", "latest", "lark")
    assert looks_of_the_report(county).font == "Calibri"
    assert "our own looks" in county.does("report-looks-use", "latest", "own")
    assert looks_of_the_report(county).font == "Arial"


def test_renamed_put_away_brought_back_and_removed(county, document: Path) -> None:
    county.does("report-looks-add", document, "--name", "Larkshire")
    assert "are called Wrenshire" in county.does("report-looks-edit", "larkshire", "--name", "Wrenshire")
    assert "Archived the looks Wrenshire" in county.does("report-looks-edit", "wren", "--archive")
    assert "Wrenshire" not in county.does("report-looks")
    assert "Wrenshire" in county.does("report-looks", "--archived")
    assert "Restored" in county.does("report-looks-edit", "wren", "--restore")
    assert "Removed" in county.does("report-looks-edit", "wren", "--remove")


def test_a_document_with_macros_is_refused(county, tmp_path: Path) -> None:
    path = base(tmp_path / "theirs.docx", {"word/vbaProject.bin": b"\xd0\xcf"})
    assert "holds macros. Nothing in it was run." in county.refuses(
        "report-looks-add", path, "--name", "Theirs"
    )


def test_the_reading_age_is_said_and_set(county) -> None:
    assert "a reading age of 15" in county.does("report-plain")
    said = county.does("report-plain", "--reading-age", "13", "--known", "ICB, VCSE")
    assert "a reading age of 13" in said and "ICB and VCSE" in said
    assert "Give one from 9 to 21" in county.refuses("report-plain", "--reading-age", "5")
