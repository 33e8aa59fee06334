"""Looks of reports, on the page of reports."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.looks import ChooseReport, KeepLooks, PlainEnglish, RenameLooks
from desktop.pages.reports.looks_side import LooksSide, page_in
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee import looks, plain_words
from engagement.committee.outlines import outline
from engagement.committee.reports import CommitteeReport
from resources.report.accessible import check_file
from resources.report.accessible_blocks import check_blocks
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.report.word import save_word
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import begin, page_at
from tests.resources.report.base_documents import base

THEIRS = Looks(font="Verdana", body=13)


@pytest.fixture
def held(desk: Desk) -> CommitteeReport:
    return begin(desk.db)


@pytest.fixture
def page(desk: Desk, held: CommitteeReport, qtbot: QtBot) -> ReportsPage:
    return page_at(desk, qtbot, LooksSide)


@pytest.fixture
def side(page: ReportsPage) -> LooksSide:
    return next(one for one in page.sides if isinstance(one, LooksSide))


@pytest.fixture
def kept(desk: Desk, side: LooksSide) -> looks.ReportLooks:
    """Looks that are kept, with the cursor on them."""
    made = looks.add_looks(desk.db, "Larkshire", THEIRS, file_name="theirs.docx")
    side.reload()
    side.show_row(made.id)
    return made


def can(side: LooksSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def test_without_any_the_way_to_begin_is_shown(side: LooksSide) -> None:
    assert not side.part.has_rows and side.table() is None and side.status_text() == ""
    assert can(side, "looks_take") and not can(side, "looks_use") and not can(side, "looks_rename")


def test_looks_are_taken_from_a_document_and_named(
    desk: Desk, side: LooksSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = base(tmp_path / "theirs.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    side.acts.take()
    qtbot.waitUntil(lambda: bool(side.findChildren(KeepLooks)))
    dialog = dialog_over(side, KeepLooks)
    told = [one.text() for one in dialog.findChildren(QLabel)]
    assert "Font: Calibri." in told and any(
        "headers, footers and logos were not taken" in one for one in told
    )
    dialog.form.rows["name"].field.show_answer("Larkshire")
    dialog.submit()
    assert [one.name for one in looks.all_looks(desk.db)] == ["Larkshire"]
    assert side.preview.report is not None and side.preview.report.looks.font == "Calibri"


def test_a_document_with_macros_is_refused_above_the_page(
    desk: Desk, side: LooksSide, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.messages.refused.connect(lambda problem: said.append(problem.sentence))
    side.acts.take_from(base(tmp_path / "theirs.docx", {"word/vbaProject.bin": b"\xd0\xcf"}))
    qtbot.waitUntil(lambda: bool(said))
    assert "holds macros" in said[0]
    assert looks.all_looks(desk.db) == []


def test_they_are_used_for_a_report_and_taken_off_again(
    desk: Desk, side: LooksSide, kept: looks.ReportLooks, held: CommitteeReport
) -> None:
    side.acts.use()
    dialog_over(side, ChooseReport).submit()
    assert outline(desk.db, held.id).looks == THEIRS
    detail = side._detail(kept.id)
    assert detail is not None and held.title in [line.text for one in detail.sections for line in one.lines]
    side.acts.use_own()
    dialog_over(side, ChooseReport).submit()
    assert outline(desk.db, held.id).looks == DEFAULT_LOOKS


def test_renamed_put_away_brought_back_and_removed(
    desk: Desk, side: LooksSide, kept: looks.ReportLooks
) -> None:
    side.acts.rename()
    dialog = dialog_over(side, RenameLooks)
    dialog.form.rows["name"].field.show_answer("Wrenshire")
    dialog.submit()
    side.reload()
    assert [row[0] for row in side.table().rows] == ["Wrenshire"]
    side.acts.archive()
    side.reload()
    assert not can(side, "looks_use") and side._archive_words() == "Bring back"
    side.acts.archive()
    side.reload()
    assert side._archive_words() == "Archive"
    side.acts.remove()
    dialog_over(side, Question)._yes.click()  # type: ignore[attr-defined]
    assert looks.all_looks(desk.db, archived=True) == []


def test_plain_english_is_set(desk: Desk, side: LooksSide) -> None:
    side.acts.plain()
    dialog = dialog_over(side, PlainEnglish)
    dialog.form.rows["known_initials"].field.show_answer("icb")
    dialog.submit()
    assert "Write initials such as" in dialog.form.rows["known_initials"].sentence
    dialog.form.rows["known_initials"].field.show_answer("ICB")
    dialog.form.rows["reading_age"].field.show_answer(13)
    dialog.submit()
    assert (plain_words.reading_age(desk.db), plain_words.known_initials(desk.db)) == (13, ("ICB",))


def test_the_page_shown_is_one_that_everybody_can_read(tmp_path: Path) -> None:
    page = page_in(THEIRS)
    assert check_blocks(page) == ()
    save_word(page, tmp_path / "page.docx", exempt_terms=())
    assert check_file((tmp_path / "page.docx").read_bytes()) == ()


def test_its_row_is_found_again(side: LooksSide, kept: looks.ReportLooks) -> None:
    assert side.has(kept.id) and not side.has("nothing")
    assert side.row_for_history() == ("report_looks", kept.id)
    assert side.status_text() == "1 row"
