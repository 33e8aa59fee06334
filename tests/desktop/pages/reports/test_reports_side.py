"""Reports are listed, begun with their meeting and period, changed and put away."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.report import WriteReport, periods_of
from desktop.pages.reports import reports as reports_page
from desktop.pages.reports.reports import ReportsPage
from desktop.pages.reports.reports_shown import report_rows, reports_table, state_of
from desktop.pages.reports.reports_side import ReportsSide
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.items import add_paragraph, items_of
from engagement.committee.looks import add_looks, archive_looks
from engagement.committee.meetings import meetings
from engagement.committee.reports import begin_report, report, reports
from resources.database import history
from resources.report.committee.outline import Style
from resources.report.looks import Looks
from resources.spans import Span
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import NOW, QUARTER, begin, page_at, use_sections
from tests.desktop.widgets.words_shown import words

TODAY = NOW.date()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ReportsPage:
    use_sections(monkeypatch, ())
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


def ready(side: ReportsSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def said(widget: QWidget) -> str:
    return "\n".join(words(widget))


def fill(dialog: QWidget, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


def test_an_empty_side_begins_a_report_with_its_meeting(
    side: ReportsSide, page: ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    assert "No report to a committee is begun yet" in said(side)
    assert side.table() is None and side.status_text() == ""
    side.focus_first()
    side.part.empty.focusProxy().click()
    dialog = dialog_over(side, WriteReport)
    assert audit(dialog) == []
    assert not dialog.form.rows["committee"].isHidden() and dialog.form.rows["first"].isHidden()
    fill(dialog, title="Quality in adult social care", meets_on=date(2019, 12, 9))
    dialog.submit()
    (made,) = reports(desk.db)
    assert made.span == QUARTER and made.style is Style.NOTTINGHAMSHIRE
    assert [one.committee for one in meetings(desk.db)] == ["Adult Social Care and Public Health Committee"]
    assert page.current.tab == "Compose" and page.chosen.key == made.id
    qtbot.waitUntil(lambda: not page.current.live.is_making)  # type: ignore[attr-defined]
    assert history.undo(desk.db) is not None and reports(desk.db) == [] and meetings(desk.db) == []


def test_a_period_of_ones_own_is_refused_where_it_ends_before_it_begins(
    side: ReportsSide, desk: Desk
) -> None:
    act(side, "report_begin")
    dialog = dialog_over(side, WriteReport)
    fill(dialog, title="Quality", meets_on=date(2019, 12, 9), period="own", first=date(2019, 9, 1),
         last=date(2019, 8, 1))  # fmt: skip
    dialog.submit()
    assert "The period ends on 1 August 2019, before it begins on 1 September 2019" in said(dialog)
    fill(dialog, last=date(2019, 9, 30), since=date(2019, 10, 1))
    dialog.submit()
    assert "1 October 2019 is not before the end of the period" in said(dialog)
    fill(dialog, since=date(2019, 6, 30))
    dialog.submit()
    (made,) = reports(desk.db)
    assert made.span == Span(date(2019, 9, 1), date(2019, 9, 30)) and made.since_on == date(2019, 6, 30)


def test_a_title_of_500_letters_is_refused_and_stays_typed(side: ReportsSide, desk: Desk) -> None:
    act(side, "report_begin")
    dialog = dialog_over(side, WriteReport)
    fill(dialog, title="A" * 500, meets_on=date(2019, 12, 9))
    dialog.submit()
    assert "500" in said(dialog) and dialog.form.rows["title"].field.answer() == "A" * 500
    assert reports(desk.db) == [] and meetings(desk.db) == []


def test_the_next_report_begins_with_the_outline_of_the_last(side: ReportsSide, desk: Desk) -> None:
    first = begin(desk.db)
    add_paragraph(desk.db, first.id, "The team visits every home once a year.")
    act(side, "report_begin")
    dialog = dialog_over(side, WriteReport)
    autumn = {"period": "own", "first": date(2019, 10, 1), "last": date(2019, 11, 30), "since": first.last_on}
    fill(dialog, title="In the autumn", meeting="new", meets_on=date(2020, 3, 9), copy_of=first.id, **autumn)
    dialog.submit()
    made = next(one for one in reports(desk.db) if one.id != first.id)
    assert items_of(desk.db, made.id)[-1].text == "The team visits every home once a year."
    assert made.title == "In the autumn" and made.span == Span(date(2019, 10, 1), date(2019, 11, 30))
    assert made.since_on == first.last_on


def test_a_report_is_begun_and_changed_with_looks(side: ReportsSide, page: ReportsPage, desk: Desk) -> None:
    theirs = add_looks(desk.db, "Larkshire", Looks(font="Verdana"))
    held = begin(desk.db)
    page.reload()
    act(side, "report_edit")
    dialog = dialog_over(side, WriteReport)
    fill(dialog, looks=theirs.id)
    dialog.submit()
    assert report(desk.db, held.id).looks_id == theirs.id
    archive_looks(desk.db, theirs.id, today=TODAY)
    act(side, "report_edit")
    again = dialog_over(side, WriteReport)
    assert again.form.rows["looks"].field.answer() == theirs.id
    fill(again, looks="")
    again.submit()
    assert report(desk.db, held.id).looks_id is None
    act(side, "report_begin")
    assert "looks" not in dialog_over(side, WriteReport).form.rows


def test_a_report_is_shown_changed_put_away_and_brought_back(
    side: ReportsSide, page: ReportsPage, desk: Desk
) -> None:
    made = begin(desk.db)
    page.reload()
    assert side.part.key == made.id and side.status_text() == "1 row"
    assert side.row_for_history() == ("committee_report", made.id)
    assert side.has(made.id) and not side.has("another")
    shown = said(side.part.detail)
    assert "1 July 2019 to 30 September 2019" in shown
    assert audit(side.window()) == []
    act(side, "report_edit")
    dialog = dialog_over(side, WriteReport)
    assert dialog.form.rows["meeting"].field.answer() == made.meeting_id
    dialog.submit()
    assert report(desk.db, made.id) == made
    act(side, "report_edit")
    again = dialog_over(side, WriteReport)
    fill(again, title="Quality of care", style=Style.SOMERSET)
    again.submit()
    assert report(desk.db, made.id).title == "Quality of care"
    act(side, "report_archive")
    dialog_over(side, Question)._yes.click()
    assert report(desk.db, made.id).archived_on == TODAY
    assert not ready(side, "report_edit")
    act(side, "report_restore")
    assert report(desk.db, made.id).archived_on is None


def test_enter_on_a_report_composes_it(
    side: ReportsSide, page: ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    made = begin(desk.db)
    page.reload()
    side.focus_first()
    QTest.keyClick(side.part.pane.table, Qt.Key.Key_Return)
    assert page.current.tab == "Compose" and page.chosen.key == made.id
    qtbot.waitUntil(lambda: not page.current.live.is_making)  # type: ignore[attr-defined]
    page.show_row(made.id)
    assert page.current is side


def test_the_report_chosen_is_remembered_until_it_is_gone(
    desk: Desk, qtbot: QtBot, page: ReportsPage
) -> None:
    first = begin(desk.db)
    at = meetings(desk.db)[0]
    second = begin_report(desk.db, "Another", at.id, QUARTER)
    page.chosen.choose(second.id)
    assert ReportsPage(desk, now=lambda: NOW).chosen.key == second.id
    page.chosen.choose("gone")
    assert page.chosen.key in (first.id, second.id)


def test_how_far_a_report_has_come(desk: Desk) -> None:
    made = begin(desk.db)
    assert state_of(made, date(2019, 12, 9), None, today=TODAY) == "In progress"
    assert state_of(made, date(2019, 11, 9), None, today=TODAY) == "Overdue"
    rows = report_rows(desk.db, [made], today=TODAY)
    assert rows[0][:3] == ("Quality in adult social care", "2019-12-09", "In progress")
    assert reports_table(desk.db, [made], today=TODAY).base == "1 report."


def test_periods_offered_are_whole_ones_first_and_each_once() -> None:
    offered = periods_of(TODAY)
    assert offered[0] == (QUARTER, "Quarter: 1 July 2019 to 30 September 2019")
    spans = [one for one, _ in offered]
    assert len(spans) == len(set(spans))
    told = "\n".join(words for _, words in offered)
    assert "Half-year: 1 April 2019 to 30 September 2019" in told
    assert "Financial year: 1 April 2018 to 31 March 2019" in told
    assert "This quarter so far: 1 October 2019 to 2 December 2019" in told
    january = "\n".join(words for _, words in periods_of(date(2020, 1, 15)))
    assert "Half-year: 1 April 2019 to 30 September 2019" in january
    may = "\n".join(words for _, words in periods_of(date(2020, 5, 15)))
    assert "Half-year: 1 October 2019 to 31 March 2020" in may


def test_saves_that_were_cut_off_are_told_once_when_the_page_is_first_seen(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, ...]] = []
    desk.messages.refused.connect(lambda problem: said.append((problem.sentence, *problem.details)))
    use_sections(monkeypatch, ())
    monkeypatch.setattr(reports_page, "saves_cut_off", lambda _db: ("One.", "Another."))
    page_at(desk, qtbot, ReportsSide).reload()
    assert said == [("One.", "Another.")]
