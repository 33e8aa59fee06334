"""What was issued, on the page of reports."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.committee.making import make_report
from desktop.committee.saving import SavedReport, save_report
from desktop.dialogs.committee.issue import CompareWith, NoteOnIssue
from desktop.pages.reports import issued_acts
from desktop.pages.reports.compared import Compared
from desktop.pages.reports.issued_side import IssuedSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.issues import issue, issues
from engagement.committee.items import add_paragraph, items_of, remove_item
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from resources.problem import Problem
from resources.report.committee.parts import Part
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import begin, page_at

NOW = datetime(2019, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> SavedReport:
    """A short report, issued; since then a paragraph was added."""
    held = begin(desk.db)
    for item in items_of(desk.db, held.id):
        remove_item(desk.db, item.id)
    add_paragraph(desk.db, held.id, "Winter was mild.")
    for part in (Part.REPORT_OF, Part.PURPOSE, Part.SIGNATORY, Part.SIGNATORY_POST, Part.ENQUIRIES):
        set_part(desk.db, held.id, part, "Ada Example")
    add_recommendation(desk.db, held.id, "members note the progress")
    made = make_report(desk.db, None, held.id, today=date(2019, 12, 2))
    found = save_report(desk.db, None, made, tmp_path / "r.docx", now=NOW, note="Sent")
    add_paragraph(desk.db, held.id, "Spring is near.")
    return found


@pytest.fixture
def page(desk: Desk, saved: SavedReport, qtbot: QtBot) -> ReportsPage:
    return page_at(desk, qtbot, IssuedSide)


@pytest.fixture
def side(page: ReportsPage) -> IssuedSide:
    return issued_side(page)


def issued_side(page: ReportsPage) -> IssuedSide:
    return next(one for one in page.sides if isinstance(one, IssuedSide))


def asked_for(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(issued_acts, "ask_path", lambda *_given, **_more: path)


def test_the_pane_tells_what_the_manifest_tells(side: IssuedSide, saved: SavedReport) -> None:
    detail = side._detail(saved.issue_id)
    assert detail is not None
    lines = [line for section in detail.sections for line in section.lines]
    assert any(
        issue(side._desk.db, saved.issue_id).public_sha256 in line.text.replace(" ", "") for line in lines
    )
    assert any("locked" in line.text for line in lines) and any(line.text == "Sent" for line in lines)
    assert side.status_text() == "1 row" and side.has(saved.issue_id)
    assert side.row_for_history() == ("report_issue", saved.issue_id)


def test_without_any_there_is_the_way_to_one(desk: Desk, qtbot: QtBot) -> None:
    page = page_at(desk, qtbot, IssuedSide)
    empty = issued_side(page)
    assert empty.table() is None and empty.status_text() == ""
    assert not any(one.ready() for one in empty.actions_here() if one.name == "issue_again")


def test_drawn_again_as_it_was(
    side: IssuedSide, saved: SavedReport, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for(monkeypatch, tmp_path / "again.docx")
    side.acts.draw_again()
    qtbot.waitUntil(lambda: (tmp_path / "again.docx").exists())
    assert (tmp_path / "again.docx").read_bytes() == saved.public.read_bytes()


def test_compared_with_what_it_would_be_today(
    side: IssuedSide, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    side.acts.compare()
    dialog = side.findChild(CompareWith)
    dialog.submit()
    qtbot.waitUntil(lambda: side.findChild(Compared) is not None)
    shown = side.findChild(Compared)
    assert [one.now for one in shown.comparison.differences] == ["Spring is near."]
    assert [row[3] for row in shown.part.table().rows] == ["Spring is near.", "members note the progress"]
    asked_for(monkeypatch, tmp_path / "c.docx")
    shown._ask_save()
    assert (tmp_path / "c.docx").exists()
    asked_for(monkeypatch, tmp_path / "c.odt")
    shown._ask_save()
    assert "Word document" in shown.banner.text
    shown.accept()


def test_the_manifest_is_saved_as_it_was(
    side: IssuedSide, saved: SavedReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for(monkeypatch, tmp_path / "m.json")
    side.acts.save_manifest()
    assert (tmp_path / "m.json").read_bytes() == saved.manifest.read_bytes()
    assert json.loads(saved.manifest.read_text(encoding="utf-8"))["title"]


def test_a_file_is_held_against_what_was_issued(
    side: IssuedSide, saved: SavedReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(saved.public), ""))
    side.acts.check_file()
    saved.public.write_bytes(b"altered")
    with pytest.raises(Problem, match="altered"):
        side.acts.check_file()


def test_a_note_is_put_and_a_trial_removed(side: IssuedSide, saved: SavedReport) -> None:
    side.acts.note()
    dialog = side.findChild(NoteOnIssue)
    dialog.form.rows["note"].field.show_answer("Withdrawn")
    dialog.submit()
    assert issue(side._desk.db, saved.issue_id).note == "Withdrawn"
    side.acts.remove()
    question = dialog_over(side, Question)
    question._yes.click()  # type: ignore[attr-defined]
    assert issues(side._desk.db) == []
