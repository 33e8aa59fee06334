"""Issued reports from the command line."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.command_line.subcommands import report_issues
from desktop.committee.drawing_again import DrawnAgain, draw_again
from engagement.committee.items import add_paragraph, items_of, remove_item
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import begin_report, reports
from resources.database import Database
from resources.report.committee.parts import Part
from resources.spans import Span


def make_short(db: Database) -> None:
    at = add_meeting(db, "Example Committee", date(2020, 1, 13))
    key = begin_report(db, "Progress report", at.id, Span(date(2019, 7, 1), date(2019, 9, 30))).id
    for item in items_of(db, key):
        remove_item(db, item.id)
    add_paragraph(db, key, "Winter was mild.")
    for part in (Part.REPORT_OF, Part.PURPOSE, Part.SIGNATORY, Part.SIGNATORY_POST, Part.ENQUIRIES):
        set_part(db, key, part, "Ada Example")
    add_recommendation(db, key, "members note the progress")


@pytest.fixture
def issued(county, tmp_path: Path):
    """One report, issued."""
    county.now = county.now.replace(hour=14)
    county.with_db(make_short)
    county.does("report-save", "latest", tmp_path / "r.docx")
    return county


def test_those_of_one_report(issued) -> None:
    assert "r.docx" in issued.does("report-issues", "progress")


def test_drawn_again_byte_for_byte(issued, tmp_path: Path) -> None:
    issued.with_db(lambda db: add_paragraph(db, reports(db)[0].id, "Spring is near."))
    said = issued.does("report-again", "latest", tmp_path / "again.docx")
    assert "byte for byte" in said
    assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "r.docx").read_bytes()


def test_the_register_of_iwork_is_opened_where_it_is_asked_for(
    iwork_clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    iwork_clerk.with_db(make_short)
    iwork_clerk.does("report-save", "latest", tmp_path / "r.docx")
    given = []

    def drawn(*asked: Any, vault: Database | None, **more: Any) -> DrawnAgain:
        given.append(vault)
        return draw_again(*asked, vault=vault, **more)

    monkeypatch.setattr(report_issues, "draw_again", drawn)
    for more in ((), ("--iwork",)):
        iwork_clerk.does("report-again", "latest", tmp_path / "again.docx", *more)
    assert [vault is not None for vault in given] == [False, True]
    asked = len(iwork_clerk.asked)
    assert iwork_clerk.does("report-compare", "latest", "--iwork") and len(iwork_clerk.asked) > asked


def test_compared_with_today_and_with_another(issued, tmp_path: Path) -> None:
    issued.with_db(lambda db: add_paragraph(db, reports(db)[0].id, "Spring is near."))
    assert "Spring is near." in issued.does("report-compare", "latest")
    first = issued.does("report-manifest", "latest")
    issued.now += timedelta(days=30)
    issued.does("report-save", "latest", tmp_path / "s.docx")
    assert issued.does("report-manifest", "latest") != first
    said = issued.does("report-compare", "december", "latest", "--out", tmp_path / "c.docx")
    assert said.startswith("Saved") and (tmp_path / "c.docx").exists()


def test_a_note_and_a_trial_removed(issued) -> None:
    issued.does("report-issue-note", "latest", "--note", "Withdrawn")
    assert "Withdrawn" in issued.does("report-issues")
    issued.does("report-issue-note", "latest", "--remove")
    assert "Nothing to list" in issued.does("report-issues")
    assert "No report was issued yet" in issued.refuses("report-again", "latest", "x.docx")


def test_a_file_is_known_by_its_bytes(issued, tmp_path: Path) -> None:
    assert "unaltered" in issued.does("report-file", tmp_path / "r.docx")
    (tmp_path / "r.docx").write_bytes(b"altered")
    assert "was altered" in issued.refuses("report-file", tmp_path / "r.docx")
