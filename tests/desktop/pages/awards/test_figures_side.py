"""The side Figures, and the documents that are made there."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from awards.figures.figures import By
from desktop.dialogs.awards.summary import ChooseSummary
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.figures_side import ALL, FiguresSide
from desktop.pages.awards.figures_views import DISTRICTS, SILENT, WITHOUT
from desktop.shell.page import Desk
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.report.announced import Announced
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words


def side_of(page: AwardsPage) -> FiguresSide:
    assert isinstance(page.current, FiguresSide)
    return page.current


@pytest.fixture
def held(desk: Desk) -> Announced:
    return Announced(desk.db)


@pytest.fixture
def page(desk: Desk, held: Announced, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, FiguresSide)


def act(page: AwardsPage, name: str) -> None:
    found = next(one for one in side_of(page).actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def test_without_a_round_it_leads_to_one(desk: Desk, qtbot: QtBot) -> None:
    page = page_at(desk, qtbot, FiguresSide)
    side = side_of(page)
    assert side.table() is None and side.status_text() == ""
    assert "there are no figures" in " ".join(words(side)) and audit(page) == []
    side.focus_first()
    with qtbot.waitSignal(side.turn_to) as turned:
        side.empty.focusProxy().click()
    assert turned.args == ["Round", ""]


def test_figures_of_the_round_and_of_others(page: AwardsPage, desk: Desk) -> None:
    side = side_of(page)
    assert side.part.told.text() == "4 nominations of 4 nominees, Proud to Care 2026"
    table = side.table()
    assert table is not None and table.rows[-1] == ("All", 4, 4, 0, 0) and side.status_text() == "7 rows"
    assert side.part.chart.bars.title.endswith("50% of the nominations") and audit(page) == []
    old = Gala(desk.db, "Proud to Care 2025", year=2025)
    old.nominate("Di Example")
    side.which.show_answer(By.YEAR.value)
    side.of.show_answer(ALL)
    assert side.part.told.text() == "5 nominations of 5 nominees, Proud to Care 2025 and Proud to Care 2026"
    assert side.status_text() == "2 rows"
    side.focus_filter()


@pytest.mark.parametrize(("view", "rows"), [(WITHOUT, "1 row"), (DISTRICTS, "3 rows"), (SILENT, "1 row")])
def test_who_is_never_nominated(page: AwardsPage, view: str, rows: str) -> None:
    side = side_of(page)
    side.which.show_answer(view)
    assert side.status_text() == rows
    assert side.part.bars.isHidden() == (view != DISTRICTS)
    side.focus_first()


def test_a_service_is_shown_on_its_page(page: AwardsPage, desk: Desk, held: Announced, qtbot: QtBot) -> None:
    side = side_of(page)
    assert not next(one for one in side.actions_here() if one.name == "figures_open").ready()
    side.which.show_answer(WITHOUT)
    with qtbot.waitSignal(desk.navigator.asked) as asked:
        side.pane.table.opened.emit(held.hazel_care)
    assert asked.args[:2] == ["providers", held.hazel_care]


def test_the_summary_waits_for_the_announcement(
    page: AwardsPage,
    desk: Desk,
    held: Announced,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Problem, match="Announce them"):
        act(page, "awards_summary")
    held.announce()
    page.reload()
    target = tmp_path / "Summary.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Word (*.docx)"))
    act(page, "awards_summary")
    dialog = dialog_over(side_of(page), ChooseSummary)
    assert isinstance(dialog, ChooseSummary) and audit(dialog) == []
    assert "It names nobody" not in "\n".join(words(dialog))
    dialog.form.rows["appendix"].field.show_answer(True)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    qtbot.waitUntil(lambda: (tmp_path / "Summary - EXEMPT appendix.docx").is_file())
    assert target.is_file()
    desk.jobs.finish()


def test_sections_for_a_committee(
    page: AwardsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Sections.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Word (*.docx)"))
    act(page, "awards_sections")
    qtbot.waitUntil(target.is_file)
    desk.jobs.finish()
    assert target.stat().st_size > 1000
