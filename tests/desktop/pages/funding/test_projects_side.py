"""Projects, reports to funders and apprenticeships on the funding page."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.choices import provider_pick
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.funding.apprentice import SayApprenticeStatus, WriteApprentice
from desktop.dialogs.funding.funder_report import SkipReport, SubmitReport, WriteFunderReport
from desktop.dialogs.funding.project import WriteMilestone, WriteOutcome, WriteProject, WriteQuote
from desktop.dialogs.funding.taking_part import RecordLevel, WriteTakingPart
from desktop.pages.funding.funding import FundingPage
from desktop.pages.funding.projects_menu import APPRENTICES, PROJECTS, REPORTS
from desktop.pages.funding.projects_side import ProjectsSide
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.register.providers import add_provider, provider
from resources.database import history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words
from workforce.funding.projects.apprentices import ApprenticeDraft, add_apprentice, apprentices
from workforce.funding.projects.funder_reports import (
    FunderReportDraft,
    add_funder_report,
    funder_reports,
)
from workforce.funding.projects.milestones import MilestoneDraft, add_milestone, milestones_of
from workforce.funding.projects.outcomes import outcomes_of
from workforce.funding.projects.projects import Project, ProjectDraft, add_project, projects
from workforce.funding.projects.quotes import quotes_of
from workforce.funding.projects.taking_part import (
    TakingPartDraft,
    add_taking_part,
    levels_of,
    standings,
    taking_part_in,
)
from workforce.funding.vocabulary import (
    ApprenticeStatus,
    DsptLevel,
    FunderReportStatus,
    ProjectStatus,
    QuoteConsent,
)

NOW = datetime(2019, 12, 9, 9, tzinfo=UTC)
TODAY = NOW.date()
STARTED = date(2019, 9, 1)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FundingPage:
    made = FundingPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    made.turn_to("Projects", "")
    return made


@pytest.fixture
def side(page: FundingPage) -> ProjectsSide:
    found = page.current
    assert isinstance(found, ProjectsSide)
    return found


@pytest.fixture
def digital(desk: Desk) -> Project:
    draft = ProjectDraft("Digital security", STARTED, tracks_dspt=True, purpose="To respond and recover.")
    return add_project(desk.db, draft)


def act(side: ProjectsSide, name: str) -> None:
    """Run an action that can be run."""
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: ProjectsSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def state(side: ProjectsSide) -> object:
    """Of the first row."""
    return side.part.pane.model.row(0)[2]


def turn(side: ProjectsSide, what: str) -> None:
    side.show_what.show_answer(what)


def press(dialog: KeptList, name: str) -> None:
    dialog.row.refresh()
    dialog.row.buttons[name].click()


# --- projects ---------------------------------------------------------------------------------------------------


def test_an_empty_side_begins_with_a_project(side: ProjectsSide, desk: Desk) -> None:
    assert "No project is held yet" in said(side) and side.table() is None
    side.focus_first()
    side.part.empty.focusProxy().click()
    dialog = dialog_over(side, WriteProject)
    assert audit(dialog) == []
    fill(
        dialog,
        name="Digital security",
        purpose="To respond and recover.",
        tracks_dspt=True,
        lead="Wren Invented",
    )
    dialog.submit()
    (held,) = projects(desk.db)
    assert (held.name, held.starts_on, held.tracks_dspt) == ("Digital security", TODAY, True)
    assert side.key == held.id and "To respond and recover." in said(side.part.detail)
    assert side.status_text() == "1 row" and side.row_for_history() == ("project", held.id)
    assert audit(side.window()) == []
    side.focus_filter()


def test_a_project_is_changed_archived_and_restored(side: ProjectsSide, desk: Desk, digital: Project) -> None:
    side.reload()
    QTest.keyClick(side.part.pane.table, Qt.Key.Key_Return)
    dialog = dialog_over(side, WriteProject)
    fill(dialog, status=ProjectStatus.CLOSING, budget_pence=6_000_00)
    dialog.submit()
    side.reload()
    assert state(side) == "Closing" and "£6,000" in said(side.part.detail)
    act(side, "project_archive")
    side.reload()
    assert "No project is held yet" in said(side)
    act(side, "project_restore")
    kept = dialog_over(side, KeptList)
    press(kept, "project_back")
    kept.accept()
    assert [one.id for one in projects(desk.db)] == [digital.id]


def test_milestones_are_kept_in_a_list_and_changed_from_the_pane(
    side: ProjectsSide, desk: Desk, digital: Project
) -> None:
    side.reload()
    act(side, "project_milestones")
    kept = dialog_over(side, KeptList)
    assert audit(kept) == []
    press(kept, "kept_add")
    dialog = dialog_over(side, WriteMilestone)
    assert audit(dialog) == []
    fill(dialog, what="Test systems", due_on=date(2019, 12, 1))
    dialog.submit()
    (held,) = milestones_of(desk.db, digital.id)
    kept.table.go_to(held.id)
    press(kept, "kept_change")
    dialog = dialog_over(side, WriteMilestone)
    fill(dialog, done_on=date(2019, 12, 20))
    dialog.submit()
    assert "after today" in said(dialog)
    fill(dialog, done_on=TODAY)
    dialog.submit()
    assert milestones_of(desk.db, digital.id)[0].done_on == TODAY
    kept.table.go_to(held.id)
    press(kept, "kept_remove")
    assert milestones_of(desk.db, digital.id) == []
    kept.accept()
    history.undo(desk.db)
    side.reload()
    assert "Test systems" in str(side.menu.projects.kinds[0].listed(digital.id)[0].rows)
    side.menu.projects.change_kept(side.menu.projects.kinds[0], held.id)
    dialog_over(side, WriteMilestone).submit()


def test_outcomes_and_words_are_added_from_the_pane(side: ProjectsSide, desk: Desk, digital: Project) -> None:
    side.reload()
    _, outcomes, _, quotes = side.menu.projects.kinds
    side.menu.projects.add_kept(outcomes)
    dialog = dialog_over(side, WriteOutcome)
    assert audit(dialog) == []
    fill(dialog, measure="Providers at standards met", target=11, achieved=4)
    dialog.submit()
    assert "no day" in said(dialog)
    fill(dialog, measured_on=TODAY)
    dialog.submit()
    (outcome,) = outcomes_of(desk.db, digital.id)
    assert outcome.standing == "4 of 11"
    side.menu.projects.change_kept(outcomes, outcome.id)
    dialog = dialog_over(side, WriteOutcome)
    fill(dialog, achieved=5)
    dialog.submit()
    assert outcomes.remove(outcome.id) == "Removed the outcome “Providers at standards met”"
    side.menu.projects.add_kept(quotes)
    dialog = dialog_over(side, WriteQuote)
    assert audit(dialog) == [] and "Who said it is never printed" in said(dialog)
    fill(dialog, words="We know now.", role="A manager", said_by="Ada Example", consent=QuoteConsent.YES)
    dialog.submit()
    (quote,) = quotes_of(desk.db, digital.id)
    assert quote.may_be_printed and quote.consent_on == TODAY
    other = replace(quote.draft(), words="We know it all now.")
    assert quotes.change(quote.id, other).endswith(": ask again whether these words may be quoted")
    assert quotes.change(quote.id, quote.draft()) == "Changed “We know now.”"
    side.menu.projects.change_kept(quotes, quote.id)
    dialog = dialog_over(side, WriteQuote)
    fill(dialog, consent=QuoteConsent.NO)
    dialog.submit()
    assert not quotes_of(desk.db, digital.id)[0].may_be_printed
    assert quotes.remove(quote.id) == "Removed “We know now.”"


def test_providers_join_and_reach_levels(side: ProjectsSide, desk: Desk, digital: Project) -> None:
    db = desk.db
    larch = add_provider(db, name="Larkmeadow Ltd")
    side.reload()
    act(side, "project_providers")
    kept = dialog_over(side, KeptList)
    press(kept, "kept_add")
    dialog = dialog_over(side, WriteTakingPart)
    assert audit(dialog) == []
    fill(dialog, provider_id=provider_pick(provider(db, larch.id)), joined_on=STARTED)
    dialog.submit()
    (part,) = taking_part_in(db, digital.id)
    kept.table.go_to(part.id)
    press(kept, "kept_level")
    level = dialog_over(side, RecordLevel)
    assert audit(level) == [] and level.form.rows["part_id"].field.answer() == part.id
    fill(level, level=DsptLevel.STANDARDS_MET)
    level.submit()
    assert standings(db, digital.id, TODAY)[0].level is DsptLevel.STANDARDS_MET
    kept.table.go_to(part.id)
    press(kept, "kept_levels")
    levels = next(one for one in side.window().findChildren(KeptList) if one is not kept)
    press(levels, "level_remove")
    assert levels_of(db, part.id) == []
    levels.accept()
    kept.table.go_to(part.id)
    press(kept, "kept_change")
    dialog = dialog_over(side, WriteTakingPart)
    fill(dialog, left_on=TODAY)
    dialog.submit()
    assert taking_part_in(db, digital.id)[0].left_on == TODAY
    kept.table.go_to(part.id)
    press(kept, "kept_remove")
    assert taking_part_in(db, digital.id) == []
    kept.accept()


def test_a_level_is_recorded_from_the_project_and_counted_in_the_pane(
    side: ProjectsSide, desk: Desk, digital: Project
) -> None:
    db = desk.db
    part = add_taking_part(
        db, digital.id, TakingPartDraft(add_provider(db, name="Teacup Ltd").id, STARTED), today=TODAY
    )
    side.reload()
    act(side, "project_level")
    dialog = dialog_over(side, RecordLevel)
    fill(dialog, part_id=part.id, level=DsptLevel.STARTED)
    dialog.submit()
    side.reload()
    assert "0 of 1 provider at standards met or above on 9 December 2019" in said(side.part.detail)
    plain = add_project(db, ProjectDraft("Burdett", STARTED))
    side.show_row(plain.id)
    assert not ready(side, "project_level")


# --- reports to funders, apprenticeships ------------------------------------------------------------------------


def test_a_report_goes_from_due_to_submitted_and_back(
    side: ProjectsSide, desk: Desk, digital: Project
) -> None:
    turn(side, REPORTS)
    assert "No report to a funder is held yet" in said(side)
    act(side, "report_add")
    dialog = dialog_over(side, WriteFunderReport)
    assert audit(dialog) == []
    fill(dialog, what="Interim report", due_on=date(2019, 12, 1))
    dialog.submit()
    assert "Choose the project or the fund" in said(dialog)
    fill(dialog, project_id=digital.id)
    dialog.submit()
    side.reload()
    assert state(side) == "Overdue" and not ready(side, "report_reopen")
    act(side, "report_begin")
    side.reload()
    assert not ready(side, "report_begin")
    act(side, "report_submit")
    dialog_over(side, SubmitReport).submit()
    side.reload()
    assert state(side) == "Submitted, late" and not ready(side, "report_skip")
    act(side, "report_reopen")
    side.reload()
    act(side, "report_skip")
    skipping = dialog_over(side, SkipReport)
    assert audit(skipping) == []
    fill(skipping, reason="One a year is enough")
    skipping.submit()
    assert funder_reports(desk.db)[0].status is FunderReportStatus.SKIPPED
    side.reload()
    act(side, "report_edit")
    dialog = dialog_over(side, WriteFunderReport)
    fill(dialog, note="Agreed by telephone")
    dialog.submit()
    act(side, "report_remove")
    dialog_over(side, Question)._yes.click()
    assert funder_reports(desk.db) == []


def test_an_apprenticeship_is_kept_and_ends(side: ProjectsSide, desk: Desk) -> None:
    turn(side, APPRENTICES)
    act(side, "apprentice_add")
    dialog = dialog_over(side, WriteApprentice)
    assert audit(dialog) == []
    fill(
        dialog, name="Wren Invented", apprenticeship="Leadership and management", level=5, started_on=STARTED
    )
    dialog.submit()
    side.reload()
    assert "Level 5" in said(side.part.detail)
    act(side, "apprentice_edit")
    dialog = dialog_over(side, WriteApprentice)
    fill(dialog, expected_on=date(2022, 3, 1))
    dialog.submit()
    side.reload()
    act(side, "apprentice_status")
    dialog = dialog_over(side, SayApprenticeStatus)
    assert audit(dialog) == []
    fill(dialog, status=ApprenticeStatus.COMPLETED)
    dialog.submit()
    assert apprentices(desk.db)[0].ended_on == TODAY
    side.reload()
    act(side, "apprentice_remove")
    dialog_over(side, Question)._yes.click()
    assert apprentices(desk.db) == []


# --- finding a row ----------------------------------------------------------------------------------------------


def test_a_row_is_shown_in_its_list_and_the_list_is_remembered(
    page: FundingPage, side: ProjectsSide, desk: Desk, digital: Project
) -> None:
    report = add_funder_report(desk.db, FunderReportDraft("Interim", TODAY, project_id=digital.id))
    person = add_apprentice(desk.db, ApprenticeDraft("Wren Invented", "Manager", STARTED))
    add_milestone(desk.db, digital.id, MilestoneDraft("Test", TODAY), today=TODAY)
    for key, what, table in (
        (report.id, REPORTS, "funder_report"), (person.id, APPRENTICES, "apprentice"), (digital.id, PROJECTS, "project")
    ):  # fmt: skip
        page.show_row(key)
        assert (side.what, side.key) == (what, key) and side.row_for_history() == (table, key)
    assert not side.has("another key")
    shown = side.table()
    assert shown is not None and shown.title == "Projects"
    turn(side, REPORTS)
    again = ProjectsSide(desk, now=lambda: NOW)
    again.reload()
    assert again.what == REPORTS
    again.deleteLater()
