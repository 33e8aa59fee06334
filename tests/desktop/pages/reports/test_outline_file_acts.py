"""Outlines saved as files from the window, and reports begun from them."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.outline_file import BeginFromOutline, ChooseOutlinePeriod
from desktop.pages.reports import outline_file_acts
from desktop.pages.reports.reports import ReportsPage
from desktop.pages.reports.reports_side import ReportsSide
from desktop.shell.page import Desk
from engagement.committee.items import add_paragraph, items_of, set_exempt
from engagement.committee.meetings import meetings
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.reports import reports
from resources.problem import Problem
from resources.report.exemption import Exemption
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import begin, page_at
from tests.desktop.widgets.words_shown import words


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReportsPage:
    begin(desk.db)
    made = page_at(desk, qtbot, ReportsSide)
    desk.changes.changed.connect(made.show_side)
    return made


@pytest.fixture
def side(page: ReportsPage) -> ReportsSide:
    found = page.current
    assert isinstance(found, ReportsSide)
    return found


def act(side: ReportsSide, name: str) -> None:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


@pytest.fixture
def plan(side: ReportsSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report's outline, saved for the last quarter."""
    path = tmp_path / "plan.json"
    monkeypatch.setattr(outline_file_acts, "ask_path", lambda *_given, **_more: path)
    act(side, "report_outline_save")
    dialog = dialog_over(side, ChooseOutlinePeriod)
    assert audit(dialog) == []
    dialog.form.rows["period"].field.show_answer(RelativePeriod.LAST_QUARTER)
    dialog.submit()
    return path


def test_it_is_saved_for_a_period_that_moves_on(plan: Path) -> None:
    assert json.loads(plan.read_text(encoding="utf-8"))["period"] == "last_quarter"


def test_what_is_exempt_is_said_before_it_is_saved(side: ReportsSide, desk: Desk) -> None:
    (held,) = reports(desk.db)
    set_exempt(desk.db, add_paragraph(desk.db, held.id, "In difficulty.").id, Exemption(3, "It names one"))
    act(side, "report_outline_save")
    dialog = dialog_over(side, ChooseOutlinePeriod)
    assert "marked as not for publication" in "\n".join(words(dialog))
    dialog.reject()


def test_a_report_is_begun_from_it(
    side: ReportsSide,
    page: ReportsPage,
    desk: Desk,
    plan: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(plan), ""))
    act(side, "report_outline_begin")
    dialog = dialog_over(side, BeginFromOutline)
    assert audit(dialog) == []
    assert dialog.form.rows["meets_on"].field.answer() == date(2019, 12, 9)
    dialog.form.rows["title"].field.show_answer("From a plan")
    dialog.form.rows["meets_on"].field.show_answer(date(2020, 3, 9))
    dialog.submit()
    made, before = reports(desk.db)
    assert made.title == "From a plan"
    assert [one.section for one in items_of(desk.db, made.id)] == [
        one.section for one in items_of(desk.db, before.id)
    ]
    assert [one.meets_on for one in meetings(desk.db)] == [date(2020, 3, 9), date(2019, 12, 9)]
    assert page.current.tab == "Compose" and page.chosen.key == made.id
    qtbot.waitUntil(lambda: not page.current.live.is_making)  # type: ignore[attr-defined]


def test_nothing_is_begun_from_what_is_no_outline(side: ReportsSide, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(Problem, match=r"“other\.json”"):
        side.outlines.begin_from(path)
    assert len(reports(desk.db)) == 1
