"""Meetings to come and what is due before them, on a side of their own."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.committee.deadlines import AddHoliday, MarkMet, WriteDeadline, WriteMeeting
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.pages.reports.deadlines_side import DeadlinesSide
from desktop.pages.reports.reports import ReportsPage
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee import deadlines
from engagement.committee.days_ahead import NO_REPORT
from engagement.committee.due_days import PUBLICATION
from engagement.committee.meetings import add_meeting, meetings
from engagement.committee.reports import CommitteeReport
from resources.database import history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.reports.reports_desk import NOW, begin, page_at, use_sections
from tests.desktop.widgets.words_shown import words

TODAY = NOW.date()
DRAFT = "Draft to the service director"


@pytest.fixture
def report(desk: Desk) -> CommitteeReport:
    return begin(desk.db)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ReportsPage:
    use_sections(monkeypatch, ())
    made = page_at(desk, qtbot, DeadlinesSide)
    desk.changes.changed.connect(made.show_side)
    return made


def current(page: ReportsPage) -> DeadlinesSide:
    found = page.current
    assert isinstance(found, DeadlinesSide)
    return found


def shown(side: DeadlinesSide) -> list[tuple[object, ...]]:
    table = side.table()
    return [] if table is None else [row[:3] for row in table.rows]


def do(side: DeadlinesSide, name: str) -> None:
    action = next(one for one in side.actions_here() if one.name == name)
    assert action.ready()
    action.run()


def test_without_a_meeting_the_way_to_begin_is_shown(desk: Desk, page: ReportsPage) -> None:
    side = current(page)
    assert side.table() is None and side.status_text() == ""
    assert any("No meeting is to come" in one for one in words(side))
    side.acts.add_meeting()
    dialog = dialog_over(side, WriteMeeting)
    dialog.form.rows["meets_on"].field.show_answer(date(2020, 1, 13))
    dialog.submit()
    assert shown(side) == [("2020-01-03", PUBLICATION, "To come")]
    assert [one.meets_on for one in meetings(desk.db)] == [date(2020, 1, 13)]


def test_what_is_late_is_said_in_a_word_and_counted(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    side = current(page)
    deadlines.set_deadline(desk.db, DRAFT, 1)
    page.show_side()
    assert shown(side) == [("2019-11-29", PUBLICATION, "Overdue"), ("2019-12-06", DRAFT, "To come")]
    assert side.status_text() == "1 overdue"
    assert any("Local Government Act 1972" in one for one in words(side.part.detail))


def test_met_with_its_day_and_taken_back(desk: Desk, report: CommitteeReport, page: ReportsPage) -> None:
    side = current(page)
    do(side, "deadline_met")
    dialog = dialog_over(side, MarkMet)
    dialog.form.rows["on"].field.show_answer(date(2019, 11, 28))
    dialog.submit()
    assert shown(side)[0][2] == "Met"
    assert deadlines.next_deadline(desk.db, report.id) is None
    do(side, "deadline_not_met")
    assert shown(side)[0][2] == "Overdue"
    assert history.undo(desk.db) is not None
    assert deadlines.next_deadline(desk.db, report.id) is None


def test_a_day_in_the_future_stays_in_the_dialog(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    side = current(page)
    side._meet(side.part.key)
    dialog = dialog_over(side, MarkMet)
    dialog.form.rows["on"].field.show_answer(date(2019, 12, 5))
    dialog.submit()
    assert "in the future" in " ".join(words(dialog))
    assert deadlines.next_deadline(desk.db, report.id) is not None


def test_a_meeting_moves_with_its_days_and_can_be_put_away(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    side = current(page)
    do(side, "meeting_edit")
    dialog = dialog_over(side, WriteMeeting)
    dialog.form.rows["meets_on"].field.show_answer(date(2019, 12, 16))
    dialog.submit()
    assert shown(side)[0][0] == "2019-12-06"
    do(side, "meeting_archive")
    dialog_over(side, Question)._yes.click()
    assert shown(side) == []


def test_without_a_report_nothing_can_be_met(desk: Desk, page: ReportsPage) -> None:
    add_meeting(desk.db, "Invented Committee", date(2020, 1, 13))
    page.show_side()
    side = current(page)
    ready = {one.name for one in side.actions_here() if one.ready()}
    assert not {"deadline_met", "deadline_not_met", "deadline_report"} & ready
    table = side.table()
    assert table is not None and table.rows[0][4] == NO_REPORT


def test_its_report_is_composed_from_here(desk: Desk, report: CommitteeReport, page: ReportsPage) -> None:
    do(current(page), "deadline_report")
    assert page.current.tab == "Compose" and page.chosen.key == report.id


def test_home_leads_to_the_first_open_day_of_a_meeting(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    deadlines.set_deadline(desk.db, DRAFT, 10)
    deadlines.mark_met(desk.db, report.id, DRAFT, on=TODAY, today=TODAY)
    page.show_row(report.meeting_id)
    side = current(page)
    assert side.at_cursor() is not None and side.at_cursor().deadline.name == PUBLICATION
    assert side.row_for_history() == ("committee_meeting", report.meeting_id)
    assert side.has(side.part.key) and not side.has("something else")


def test_rules_are_set_changed_and_put_away_in_a_list(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    side = current(page)
    listed = side.lists.rules()
    assert isinstance(listed, KeptList)
    side.lists._set(listed)
    dialog = dialog_over(listed, WriteDeadline)
    dialog.form.rows["name"].field.show_answer(DRAFT)
    dialog.form.rows["working_days"].field.show_answer(5)
    dialog.submit()
    assert ("2019-12-02", DRAFT, "Due today") in shown(side)
    side.lists._change(listed)
    dialog = dialog_over(listed, WriteDeadline)
    dialog.form.rows["working_days"].field.show_answer(4)
    dialog.submit()
    assert ("2019-12-03", DRAFT, "To come") in shown(side)
    side.lists._put_away(listed)
    assert len(shown(side)) == 1
    listed.accept()


def test_the_law_s_days_can_be_made_more_but_not_put_away(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    side = current(page)
    listed = side.lists.rules()
    assert listed.key.startswith("law ")
    side.lists._change(listed)
    dialog = dialog_over(listed, WriteDeadline)
    assert dialog.form.rows["name"].field.answer() == PUBLICATION
    dialog.form.rows["working_days"].field.show_answer(6)
    dialog.submit()
    assert shown(side)[0][0] == "2019-11-28"
    listed.accept()


def test_bank_holidays_are_added_worked_and_taken_back(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    side = current(page)
    listed = side.lists.holidays()
    assert listed.key >= TODAY.isoformat()
    side.lists._add_day(listed)
    dialog = dialog_over(listed, AddHoliday)
    dialog.form.rows["day"].field.show_answer(date(2019, 12, 4))
    dialog.form.rows["name"].field.show_answer("Proclaimed")
    dialog.submit()
    assert shown(side)[0][0] == "2019-11-28"
    assert listed.key == "2019-12-04"
    side.lists._forget(listed)
    assert shown(side)[0][0] == "2019-11-29"
    listed.table.go_to("2019-12-25")
    side.lists._worked(listed)
    assert date(2019, 12, 25) in {one.day for one in deadlines.holiday_changes(desk.db)}
    listed.accept()


def test_a_calendar_file_holds_the_meeting_and_what_is_due(
    desk: Desk, report: CommitteeReport, page: ReportsPage, tmp_path: Path
) -> None:
    current(page).acts.save_calendar(tmp_path / "days.ics")
    assert (tmp_path / "days.ics").read_text().count("BEGIN:VEVENT") == 2


def test_the_side_can_be_read_and_reached_by_all(
    desk: Desk, report: CommitteeReport, page: ReportsPage
) -> None:
    assert audit(page) == []
    assert datetime(2019, 12, 2, 9, tzinfo=UTC) == NOW
