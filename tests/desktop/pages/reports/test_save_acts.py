"""A report is checked and saved from the page: all of it, or a list of what stops it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.saving import AskedSaving, SaveReport
from desktop.pages.reports import save_acts
from desktop.pages.reports.compose_side import ComposeSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.edits import edit_sentence
from engagement.committee.issues import issues_of
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import CommitteeReport
from resources.problem import Problem
from resources.report.blocks import Heading, Paragraph
from resources.report.committee.parts import Part
from resources.report.committee.section import Section
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import begin, made_by, page_at, use_sections
from tests.desktop.widgets.words_shown import words


def public_section(_ask: object) -> Section:
    return Section(
        blocks=(Heading("Forums", 2), Paragraph("12 events were held.", numbered=True, key="held")),
        as_at="30 September 2019",
    )


@pytest.fixture
def report(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> CommitteeReport:
    use_sections(monkeypatch, made_by(public_section))
    return begin(desk.db)


@pytest.fixture
def page(desk: Desk, report: CommitteeReport, qtbot: QtBot) -> ReportsPage:
    made = page_at(desk, qtbot, ComposeSide)
    qtbot.waitUntil(lambda: not side_of(made).live.is_making)
    return made


def side_of(page: ReportsPage) -> ComposeSide:
    found = page.current
    assert isinstance(found, ComposeSide)
    return found


def write_what_is_needed(desk: Desk, report: CommitteeReport) -> None:
    for part, text in (
        (Part.REPORT_OF, "Service Director, Commissioning"),
        (Part.PURPOSE, "To tell members of the quality of care."),
        (Part.SIGNATORY, "Ada Example"),
        (Part.SIGNATORY_POST, "Service Director"),
        (Part.ENQUIRIES, "Ada Example, Commissioning"),
    ):
        set_part(desk.db, report.id, part, text)
    add_recommendation(desk.db, report.id, "members note the report")


def test_a_check_lists_what_stops_the_report(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    side = side_of(page)
    with qtbot.waitSignal(side.saving.checked) as heard:
        next(one for one in side.actions_here() if one.name == "compose_check").run()
    key, found = heard.args
    assert key == page.chosen.key and any("purpose" in one.words.lower() for one in found)
    assert "to mend" in side.status_text()


def test_a_report_that_something_stops_is_not_saved_and_says_why(
    page: ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = side_of(page)
    errors: list[BaseException] = []
    desk.jobs.on_error = errors.append
    monkeypatch.setattr(save_acts, "check_report", None)  # what stopped it is listed without a second search
    side.saving.save_to(page.chosen.key, tmp_path / "report.docx", AskedSaving(True, "", False))
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Problem) and "was not saved" in errors[0].sentence
    assert "to mend" in side.status_text() and not side.status_text().startswith("0")
    assert list(tmp_path.glob("*.docx")) == []
    assert issues_of(desk.db, page.chosen.key) == []


def test_a_report_is_saved_with_its_manifest_and_kept(
    page: ReportsPage, desk: Desk, report: CommitteeReport, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    write_what_is_needed(desk, report)
    page.show_side()
    side = side_of(page)
    target = tmp_path / "December"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    errors: list[BaseException] = []
    desk.jobs.on_error = errors.append
    next(one for one in side.actions_here() if one.name == "compose_save").run()
    dialog = dialog_over(side, SaveReport)
    assert audit(dialog) == []
    dialog.form.rows["note"].field.show_answer("Sent to Democratic Services")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(issues_of(desk.db, report.id)) or bool(errors), timeout=20_000)
    assert errors == []
    assert (tmp_path / "December.docx").is_file()
    assert any("manifest" in path.name for path in tmp_path.iterdir())
    assert issues_of(desk.db, report.id)[0].note == "Sent to Democratic Services"


def test_edited_sentences_whose_figures_changed_are_listed_before_anything_is_saved(
    page: ReportsPage, desk: Desk, report: CommitteeReport, qtbot: QtBot, tmp_path: Path
) -> None:
    write_what_is_needed(desk, report)
    edit_sentence(
        desk.db, report.id, "forums", "held", generated="11 events were held.",
        edited="There were 11 events.",
    )  # fmt: skip
    page.show_side()
    side, target = side_of(page), tmp_path / "report.docx"
    side.saving.save_to(report.id, target, AskedSaving(True, "", False))
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in side.window().findChildren(Question)), timeout=20_000
    )
    question = dialog_over(side, Question)
    assert "1 edited sentence no longer says" in question.windowTitle()
    told = "\n".join(words(question))
    assert "says “There were 11 events.” As made today it would say “12 events were held.”" in told
    assert audit(question) == [] and not target.exists() and issues_of(desk.db, report.id) == []
    question.findChildren(QPushButton)[-1].click()
    assert target.is_file() and len(issues_of(desk.db, report.id)) == 1
