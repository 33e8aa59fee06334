"""A wave's documents from the page: asked what is to be in them, made beside the window, saved."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.survey.report import SUBTRACTED, ChooseReport
from desktop.pages.survey.report_acts import ReportActs
from desktop.pages.survey.survey import SurveyPage
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import Database, OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import make_real_desk
from tests.desktop.pages.survey.survey_pages import homes
from tests.workforce.survey.analysis.made_waves import MadeWave, make_wave
from tests.workforce.survey.changes.two_waves import later_wave
from workforce.survey.analysis.frame import AnalysisFilter
from workforce.survey.report.choice import ReportChoice, Section

NOW = datetime(2020, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def made(db: Database) -> MadeWave:
    before = make_wave(db, homes())
    later_wave(db, before, [one.answers for one in homes()])
    return before


@pytest.fixture
def survey_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def page(survey_desk: Desk, made: MadeWave, qtbot: QtBot) -> SurveyPage:
    shown = SurveyPage(survey_desk, now=lambda: NOW)
    qtbot.addWidget(shown)
    shown.resize(1189, 640)
    shown.show()
    return shown


def dialog_of(page: SurveyPage) -> ChooseReport:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChooseReport) and page.isVisible()
    return dialog


def test_the_page_offers_them_where_somebody_answered(
    page: SurveyPage, survey_desk: Desk, db: Database
) -> None:
    names = ["survey_report", "survey_sections", "survey_workbook", "survey_csv"]
    listed = {one.name: one for one in page.page_actions()}
    assert [listed[name].enabled() for name in names] == [True] * 4  # type: ignore[misc]
    nowhere = ReportActs(survey_desk, page, lambda: "", now=lambda: NOW, kept=KeptWaves(survey_desk))
    assert [one.enabled() for one in nowhere.listed()] == [False] * 4  # type: ignore[misc]


@pytest.mark.parametrize(
    ("ask", "ending"),
    [("ask_report", ".docx"), ("ask_sections", ".docx"), ("ask_workbook", ".xlsx"), ("ask_csv", ".csv")],
)
def test_each_is_asked_about_made_and_saved(
    page: SurveyPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: str, ending: str
) -> None:
    path = tmp_path / f"wave{ending}"
    offered: list[str] = []

    def chosen(_parent: object, _title: str, start: str, *_rest: object, **_named: object) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    getattr(page.reports, ask)()
    dialog = dialog_of(page)
    assert audit(dialog) == []
    dialog.submit()
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: page.reports._desk.jobs.job is None, timeout=20_000)
    assert offered[0].startswith("Recruitment survey, ") and offered[0].endswith(ending)


def test_the_dialog_begins_with_the_wave_before_and_the_filters_of_the_page(
    page: SurveyPage, survey_desk: Desk, made: MadeWave
) -> None:
    survey_desk.settings.put("survey_filter", {"kind": ["home_care", "shared_lives"], "good": True})
    page.reports.ask_report()
    dialog = dialog_of(page)
    answers = dialog.form.read()
    assert answers is not None
    assert SUBTRACTED in [one.text() for one in dialog.findChildren(QLabel)]
    choice = dialog.value(answers)
    assert choice == ReportChoice(
        made.wave_id, AnalysisFilter(kinds=("home_care",), good_and_outstanding=True)
    )
    dialog.form.rows["sections"].field.show_answer([Section.TOPICS])
    dialog.form.rows["compare_with"].field.show_answer("")
    answers = dialog.form.read()
    assert answers is not None
    assert dialog.value(answers).sections == (Section.TOPICS,) and dialog.value(answers).compare_with is None
    dialog.reject()


def test_nothing_is_made_where_no_file_is_chosen(
    page: SurveyPage, survey_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: ("", ""))
    page.reports.ask_workbook()
    dialog_of(page).submit()
    assert survey_desk.jobs.job is None
