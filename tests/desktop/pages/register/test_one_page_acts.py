"""One page on a service or its provider, asked for on the page of providers."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.register.one_page import AskOnePage
from desktop.locking.open_vault import OpenVault
from desktop.pages.register.one_page_acts import OnePageActs
from desktop.pages.register.providers import ProvidersPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.register.services import Service
from resources.database import OpenFile
from resources.report.blocks import TableBlock
from tests.desktop.pages.register_desk import add_home, dialog_over, make_real_desk, make_window
from tests.desktop.widgets.words_shown import words

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    return make_real_desk(opened, settings)


@pytest.fixture
def home(desk: Desk) -> Service:
    return add_home(desk.db)


@pytest.fixture
def acts(desk: Desk, home: Service, qtbot: QtBot) -> OnePageActs:
    view = QWidget()
    qtbot.addWidget(view)
    return OnePageActs(desk, view, lambda: home, OpenVault(), now=lambda: NOW)


def asked(acts: OnePageActs) -> AskOnePage:
    acts.ask()
    dialog = dialog_over(acts._view, AskOnePage)
    assert isinstance(dialog, AskOnePage)
    return dialog


def test_the_page_is_saved_where_the_person_says_marked_in_its_name(
    acts: OnePageActs, home: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, *_more: object) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(tmp_path / "page.docx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog = asked(acts)
    assert dialog.form.rows["since"].field.answer() == date(2025, 3, 4)
    dialog.submit()
    assert offered == [f"{home.name} - EXEMPT one page 2026-03-04.docx"]
    assert (tmp_path / "page.docx").read_bytes().startswith(b"PK")


def test_its_provider_can_be_asked_for(
    acts: OnePageActs, home: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    about: list[str] = []
    monkeypatch.setattr(
        "desktop.pages.register.one_page_acts.ask_path",
        lambda _view, _title, stem, *_more: about.append(stem),
    )
    dialog = asked(acts)
    dialog.form.rows["key"].field.show_answer(home.provider_id)
    dialog.submit()
    assert about and home.name not in about[0]


def test_the_page_is_shown_and_follows_what_is_asked(acts: OnePageActs, home: Service) -> None:
    dialog = asked(acts)
    assert dialog.preview.page_words == "Page 1 of 1"
    report = dialog.preview.report
    assert report is not None and report.title == f"One page on {home.name}" and report.marking
    dialog.form.rows["key"].field.show_answer(home.provider_id)
    dialog.form.rows["since"].field.show_answer(date(2026, 1, 1))
    dialog.show_page()
    shown = dialog.preview.report
    assert shown is not None and home.name not in shown.title
    table = shown.blocks[1]
    assert isinstance(table, TableBlock)
    assert [row[0] for row in table.table.rows][1] == "Since 1 January 2026"
    dialog.form.rows["since"].field.show_answer(date(2027, 1, 1))
    dialog.show_page()
    assert dialog.preview.report is shown
    dialog.form.changed.emit()
    assert dialog._soon.isActive()
    dialog.hide()
    dialog.reject()


def test_a_day_in_the_future_stays_in_the_dialog(acts: OnePageActs) -> None:
    dialog = asked(acts)
    dialog.form.rows["since"].field.show_answer(date(2027, 1, 1))
    dialog.submit()
    assert dialog.isVisible() and "in the future" in " ".join(words(dialog))
    dialog.reject()


def test_a_pdf_is_made_beside_the_window_and_stands_beside_the_document(
    acts: OnePageActs,
    desk: Desk,
    home: Service,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    from desktop.one_pager.subject import subject_of

    monkeypatch.setattr("resources.report.pdf.pdf_of", lambda _document: b"%PDF")
    of = subject_of(desk.db, None, home.id, today=NOW.date())
    acts.save(of, tmp_path / "page.docx", pdf=True)
    qtbot.waitUntil(lambda: (tmp_path / "page.pdf").exists())
    assert (tmp_path / "page.docx").exists()


def test_the_page_of_providers_offers_it_for_the_row_at_the_cursor(
    desk: Desk, home: Service, qtbot: QtBot
) -> None:
    window = make_window(desk, qtbot)
    window.show_page("providers", home.id)
    page = window.page("providers")
    assert isinstance(page, ProvidersPage)
    action = next(one for one in page.page_actions() if one.name == "one_page")
    assert action.ready()
    action.run()
    dialog = dialog_over(page, AskOnePage)
    dialog.reject()
