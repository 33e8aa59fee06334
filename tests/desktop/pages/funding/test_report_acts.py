"""The documents of funding from the page, whichever side is shown."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.funding.report import SUBTRACTED, ChooseAwards, ChooseFundingReport
from desktop.pages.funding.funding import FundingPage
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.register.council import set_council
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words
from tests.workforce.funding.report.test_sections import filled
from workforce.funding.report.choice import Section

NOW = datetime(2019, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FundingPage:
    shown = FundingPage(desk, now=lambda: NOW)
    qtbot.addWidget(shown)
    shown.resize(1189, 640)
    shown.show()
    return shown


def action(page: FundingPage, name: str) -> Action:
    return next(one for one in page.page_actions() if one.name == name)


def test_nothing_is_offered_before_anything_is_held(page: FundingPage, desk: Desk) -> None:
    names = ("funding_summary", "funding_sections", "funding_workbook", "funding_360giving")
    assert not any(action(page, name).ready() for name in names)
    filled(desk.db)
    assert all(action(page, name).ready() for name in names)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("funding_summary", "Funding.docx"),
        ("funding_sections", "Sections.docx"),
        ("funding_workbook", "Tables.xlsx"),
    ],
)
def test_each_is_made_beside_the_window_of_what_was_chosen(
    page: FundingPage,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    name: str,
    file: str,
) -> None:
    filled(desk.db)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / file), ""))
    action(page, name).run()
    dialog = dialog_over(page, ChooseFundingReport)
    assert audit(dialog) == [] and SUBTRACTED in words(dialog)
    assert ("appendix" in dialog.form.rows) is (name == "funding_summary")
    dialog.form.rows["sections"].field.show_answer([Section.MONEY, Section.METHOD])
    if name == "funding_summary":
        dialog.form.rows["appendix"].field.show_answer(True)
    dialog.submit()
    qtbot.waitUntil(lambda: (tmp_path / file).exists())
    desk.jobs.finish()
    assert (tmp_path / "Funding - EXEMPT appendix.docx").exists() is (name == "funding_summary")


def test_awards_remember_who_publishes(
    page: FundingPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(desk.db)
    set_council(desk.db, "Nottinghamshire")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "awards.csv"), ""))
    action(page, "funding_360giving").run()
    dialog = dialog_over(page, ChooseAwards)
    assert audit(dialog) == []
    dialog.form.rows["prefix"].field.show_answer("Example")
    dialog.form.rows["organisation"].field.show_answer("GB-LAE-NTT")
    dialog.submit()
    assert "as 360Giving gave it" in "\n".join(words(dialog)) and not (tmp_path / "awards.csv").exists()
    dialog.form.rows["prefix"].field.show_answer("360G-Example")
    dialog.submit()
    assert (tmp_path / "awards.csv").exists()
    action(page, "funding_360giving").run()
    again = dialog_over(page, ChooseAwards)
    assert again.form.rows["prefix"].field.answer() == "360G-Example"
    again.reject()
