"""The next report is begun from the one before, and nothing is proposed that has a report already."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.report import WriteReport
from desktop.pages.reports.reports import ReportsPage
from desktop.pages.reports.reports_side import ReportsSide
from desktop.shell.page import Desk
from engagement.committee.items import add_paragraph, items_of
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import reports
from resources.spans import Span
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import begin, page_at, use_sections

AUTUMN = Span(date(2019, 10, 1), date(2019, 12, 31))
COMMITTEE = "Adult Social Care and Public Health Committee"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ReportsPage:
    use_sections(monkeypatch, ())
    first = begin(desk.db)
    add_paragraph(desk.db, first.id, "Winter asks more.")
    made = page_at(desk, qtbot, ReportsSide)
    desk.changes.changed.connect(made.show_side)
    return made


@pytest.fixture
def side(page: ReportsPage, desk: Desk) -> ReportsSide:
    found = page.current
    assert isinstance(found, ReportsSide)
    found.show_row(reports(desk.db)[0].id)
    return found


def opened(side: ReportsSide, name: str) -> WriteReport:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()
    return dialog_over(side, WriteReport)


def answer(dialog: WriteReport, name: str) -> object:
    return dialog.form.rows[name].field.answer()


def test_the_next_one_is_begun_with_two_keys(side: ReportsSide, desk: Desk) -> None:
    (first,) = reports(desk.db)
    march = add_meeting(desk.db, COMMITTEE, date(2020, 3, 9))
    dialog = opened(side, "report_next")
    assert audit(dialog) == []
    dialog.submit()
    made = next(one for one in reports(desk.db) if one.id != first.id)
    assert (made.title, made.meeting_id, made.span) == (first.title, march.id, AUTUMN)
    assert made.since_on == first.last_on and items_of(desk.db, made.id)[-1].carried_over == first.id


def test_without_a_meeting_its_committee_is_proposed_and_its_day_asked_for(side: ReportsSide) -> None:
    dialog = opened(side, "report_next")
    assert answer(dialog, "committee") == COMMITTEE and answer(dialog, "meets_on") is None
    assert not dialog.form.rows["meets_on"].isHidden()


def test_a_meeting_and_a_period_that_have_a_report_are_not_proposed(side: ReportsSide, desk: Desk) -> None:
    dialog = opened(side, "report_begin")
    assert answer(dialog, "meeting") == "new" and answer(dialog, "period") == "own"
    assert (answer(dialog, "first"), answer(dialog, "last")) == (AUTUMN.first, AUTUMN.last)
    dialog.reject()
    march = add_meeting(desk.db, COMMITTEE, date(2020, 3, 9))
    assert answer(opened(side, "report_begin"), "meeting") == march.id


def test_the_same_title_for_the_same_meeting_is_refused_in_the_dialog(side: ReportsSide, desk: Desk) -> None:
    (first,) = reports(desk.db)
    dialog = opened(side, "report_begin")
    for name, value in (("title", first.title), ("meeting", first.meeting_id)):
        dialog.form.rows[name].field.show_answer(value)
    dialog.submit()
    assert len(reports(desk.db)) == 1 and dialog.isVisible()
