"""Reports made and saved from the command line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.command_line.subcommands import report_saving
from desktop.committee.saving import SavedReport, keep_prepared
from engagement.committee.edits import edit_sentence
from engagement.committee.items import add_paragraph, add_section, items_of, remove_item
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import begin_report
from resources.database import Database
from resources.files import together, unfinished
from resources.report.committee.parts import Part
from resources.spans import Span
from tests.resources.report.made_pdfs import blank_pdf


def make_short(db: Database) -> None:
    """A report of one paragraph with all that must be written."""
    at = add_meeting(db, "Example Committee", date(2020, 1, 13))
    key = begin_report(db, "Progress report", at.id, Span(date(2019, 7, 1), date(2019, 9, 30))).id
    for item in items_of(db, key):
        remove_item(db, item.id)
    add_paragraph(db, key, "Winter was mild.")
    for part in (Part.REPORT_OF, Part.PURPOSE, Part.SIGNATORY, Part.SIGNATORY_POST, Part.ENQUIRIES):
        set_part(db, key, part, "Ada Example")
    add_recommendation(db, key, "members note the progress")


@pytest.fixture
def begun(county):
    county.with_db(make_short)
    return county


def test_a_report_is_checked(begun) -> None:
    assert "To look at" in begun.does("report-check", "latest")


def test_what_stops_it_is_listed_and_the_exit_code_says_so(begun) -> None:
    begun.does("report-part", "latest", "purpose", "")
    answer = begun("report-check", "latest")
    assert answer.code == 1 and "Stops the report" in answer.out
    assert answer.err.startswith("1 thing stops the report")


def test_a_report_is_saved_and_issued(begun, tmp_path: Path) -> None:
    said = begun.does("report-save", "progress", tmp_path / "r.docx", "--note", "Sent")
    assert str(tmp_path / "r.docx") in said and "manifest" in said
    assert "Sent" in begun.does("report-issues")


def test_a_trial_is_no_issue(begun, tmp_path: Path) -> None:
    begun.does("report-save", "latest", tmp_path / "r.docx", "--trial")
    assert "Nothing to list" in begun.does("report-issues")


def test_an_earlier_save_that_was_cut_off_is_told(
    begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished._Notes, "folder", tmp_path / "notes")
    monkeypatch.setattr(report_saving, "keep_prepared", cut_off(tmp_path / "earlier.docx"))
    said = begun.does("report-save", "latest", tmp_path / "r.docx")
    assert "“earlier.docx” is new, “earlier.json” is missing" in said


def cut_off(path: Path) -> Callable[..., SavedReport]:
    """Saving, while an earlier save left one of two files."""

    def kept(*given: Any, **more: Any) -> SavedReport:
        together._noted({path: b"new", path.with_suffix(".json"): b"new"}, "")[1].release()
        path.write_bytes(b"new")
        return keep_prepared(*given, **more)

    return kept


def test_what_stops_a_save_is_one_sentence_and_its_lines(begun, tmp_path: Path) -> None:
    begun.does("report-part", "latest", "purpose", "")
    told = begun.refuses("report-save", "latest", tmp_path / "r.docx")
    assert told.startswith("The report was not saved: 1 thing is to be mended first.")
    assert not (tmp_path / "r.docx").exists()


def test_the_whole_report_from_a_saved_outline(begun, tmp_path: Path) -> None:
    begun.with_db(lambda db: add_section(db, begun_id(db), "recommendations_before"))
    begun.does("report-outline-save", "latest", tmp_path / "o.json")
    said = begun.does(
        "report-make", tmp_path / "o.json", "--out", tmp_path / "made.docx", "--meets-on", "13/1/2020"
    )
    assert (tmp_path / "made.docx").exists() and "to be looked at" in said
    assert "Nothing to list" in begun.does("report-issues")


def begun_id(db: Database) -> str:
    return str(db.value("select id from committee_report"))


def test_an_outline_that_is_none_is_refused(begun, tmp_path: Path) -> None:
    (tmp_path / "o.json").write_text("[]")
    assert begun.refuses("report-make", tmp_path / "o.json", "--out", tmp_path / "made.docx")
    assert not (tmp_path / "made.docx").exists()


def test_with_the_register_of_iwork_its_passphrase_is_asked_for(iwork_clerk, tmp_path: Path) -> None:
    iwork_clerk.with_db(make_short)
    iwork_clerk.does("report-save", "latest", tmp_path / "r.docx", "--iwork")
    assert iwork_clerk.asked
    assert "locked" not in iwork_clerk.does("report-manifest", "latest")


def test_pdf_copies_need_libreoffice(begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resources.report.pdf.libreoffice", lambda: None)
    told = begun.refuses("report-save", "latest", tmp_path / "r.docx", "--pdf")
    assert "LibreOffice" in told and not (tmp_path / "r.docx").exists()
    monkeypatch.setattr("resources.report.pdf.pdf_of", lambda _document: blank_pdf())
    begun.does("report-save", "latest", tmp_path / "r.docx", "--pdf")
    assert (tmp_path / "r.pdf").read_bytes() == blank_pdf()


def change_beneath(db: Database) -> None:
    """A sentence as somebody edited it while its figures were others."""
    key, before = begun_id(db), add_meeting(db, "Example Committee", date(2019, 9, 9))
    earlier = begin_report(db, "Earlier", before.id, Span(date(2019, 4, 1), date(2019, 6, 30)))
    add_recommendation(db, earlier.id, "Members agree.")
    add_section(db, key, "recommendations_before")
    edit_sentence(
        db, key, "recommendations_before", "made", generated="2 were made.",
        edited="Two were made.",
    )  # fmt: skip


def test_an_edited_sentence_whose_figures_changed_is_named_and_stops_a_strict_save(
    begun, tmp_path: Path
) -> None:
    begun.with_db(change_beneath)
    told = begun.refuses("report-save", "progress", tmp_path / "r.docx", "--strict")
    assert told.startswith("The report was not saved: 1 edited sentence no longer says what the figures say")
    assert "says “Two were made.” As made today it would say" in told
    assert not (tmp_path / "r.docx").exists()
    said = begun.does("report-save", "progress", tmp_path / "r.docx")
    assert "says “Two were made.” As made today it would say" in said


def test_an_earlier_save_is_written_over_and_said_to_be(begun, tmp_path: Path) -> None:
    begun.does("report-outline-save", "latest", tmp_path / "o.json")
    make = ("report-make", tmp_path / "o.json", "--out", tmp_path / "made.docx", "--meets-on", "13/1/2020")
    assert "Wrote over" not in begun.does(*make)
    assert f"Wrote over “{tmp_path / 'made.docx'}” of an earlier save." in begun.does(*make)


def test_a_file_that_is_not_as_a_report_was_saved_is_written_over_only_if_asked(
    begun, tmp_path: Path
) -> None:
    target = tmp_path / "r.docx"
    target.write_bytes(b"somebody's own work")
    told = begun.refuses("report-save", "latest", target, "--trial")
    assert "“r.docx” stands there already and is not as a report was saved" in told
    assert target.read_bytes() == b"somebody's own work"
    begun.does("report-save", "latest", target, "--replace")
    for beside in tmp_path.glob("r - *manifest.json"):
        beside.unlink()
    assert "Wrote over" in begun.does("report-save", "latest", target, "--trial")  # known as it was issued
    target.write_bytes(target.read_bytes() + b" ")
    assert "not as a report was saved" in begun.refuses("report-save", "latest", target)
