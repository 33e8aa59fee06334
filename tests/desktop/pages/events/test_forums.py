"""The forums' page: planning, series, audience and invitations, the ends of an event, documents and tables."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
import shiboken6
from docx import Document
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.events.audience import AudienceDialog
from desktop.dialogs.events.plan_event import PlanEvent
from desktop.dialogs.events.reply import RecordReply
from desktop.dialogs.events.series import EditSeries, NameSeries
from desktop.dialogs.row_history import RowHistory
from desktop.pages.events.forums import ForumsPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.question import Question
from engagement.forums import events, series
from engagement.forums.at_the_door import door
from engagement.forums.vocabulary import Confidentiality, EventKind, EventState, ParticipantStatus
from engagement.register.vocabulary import ServiceKind
from resources.database import OpenFile, change, new_key
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import (
    NOW,
    STARTS,
    TITLE,
    fill_county,
    invite,
    make_forums_window,
    plan_forum,
    statuses,
)
from tests.desktop.pages.register_desk import dialog_over, make_real_desk


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    fill_county(opened.db)
    return make_real_desk(opened, settings)


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, clock: list[datetime]) -> MainWindow:
    return make_forums_window(desk, qtbot, clock)[0]


@pytest.fixture
def page(window: MainWindow) -> ForumsPage:
    found = window.pages["forums"]
    assert isinstance(found, ForumsPage)
    return found


def fill(dialog: QDialog, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)  # type: ignore[attr-defined]


PLANNED = {"title": TITLE, "day": date(2019, 12, 10), "start": time(10), "ends": time(12), "capacity": 40}


def do(page: ForumsPage, name: str) -> None:
    """Run an action of the page as the menu does."""
    action = next(one for one in page.page_actions() if one.name == name)
    assert action.ready(), name
    action.run()


class TestPlanning:
    def test_a_forum_is_planned_and_its_audience_asked_for(
        self, page: ForumsPage, desk: Desk, qtbot: QtBot
    ) -> None:
        page.acts.plan()
        dialog = dialog_over(page, PlanEvent)
        fill(dialog, place="Mansfield Civic Centre", **PLANNED)
        dialog.submit()
        event = events.get(desk.db, page.event_id)
        assert (event.title, event.when, event.place, event.capacity) == (
            TITLE, "Tuesday 10 December 2019, 10am to midday", "Mansfield Civic Centre", 40,
        )  # fmt: skip
        qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(AudienceDialog)))

    def test_the_form_says_what_may_be_published_and_keeps_what_is_chosen(
        self, page: ForumsPage, desk: Desk
    ) -> None:
        page.acts.plan()
        dialog = dialog_over(page, PlanEvent)
        assert dialog._published.text().startswith(
            "Open. Figures and the names of organisations may be published"
        )
        fill(dialog, audience_next=False, **{**PLANNED, "kind": EventKind.INFORMATION_SHARING})
        assert dialog._published.text().startswith("Confidential. Only that it met may be published")
        fill(dialog, confidentiality=Confidentiality.NAMES_WITHHELD)
        assert dialog._published.text().startswith("Figures may be published; no organisation")
        dialog.submit()
        assert events.get(desk.db, page.event_id).confidentiality is Confidentiality.NAMES_WITHHELD
        page.acts.edit()
        again = next(one for one in page.findChildren(PlanEvent) if one is not dialog)
        assert again.form.rows["confidentiality"].field.answer() is Confidentiality.NAMES_WITHHELD
        fill(again, confidentiality="")
        again.submit()
        assert events.get(desk.db, page.event_id).openness is Confidentiality.CONFIDENTIAL

    def test_an_end_before_the_start_is_said_at_its_field(self, page: ForumsPage, desk: Desk) -> None:
        page.acts.plan()
        dialog = dialog_over(page, PlanEvent)
        fill(dialog, **{**PLANNED, "ends": time(9)})
        assert "The event ends before it begins" in dialog._notices.text()
        dialog.submit()
        assert "The event ends before it begins" in dialog.form.rows["ends"].sentence
        assert dialog.isVisible()
        assert desk.db.value("select count(*) from event") == 0

    def test_what_is_worth_a_second_look_is_said_while_it_is_typed(
        self, page: ForumsPage, desk: Desk
    ) -> None:
        plan_forum(desk.db, title="Managers network")
        page.acts.plan()
        dialog = dialog_over(page, PlanEvent)
        fill(dialog, place="mansfield civic centre", **PLANNED)
        assert dialog._notices.text() == (
            "Managers network is at the same place, Mansfield Civic Centre: "
            "Tuesday 10 December 2019, 10am to midday."
        )

    def test_planning_is_undone_by_name(self, page: ForumsPage, window: MainWindow, desk: Desk) -> None:
        page.acts.plan()
        dialog = dialog_over(page, PlanEvent)
        fill(dialog, audience_next=False, **PLANNED)
        dialog.submit()
        assert window._undo.next_undo() == f"Planned {TITLE}"
        window._undo.undo()
        assert page.pane.model.rowCount() == 0

    def test_the_next_of_a_series_needs_a_look_alone(self, page: ForumsPage, desk: Desk) -> None:
        first = plan_forum(desk.db, capacity=40)
        page.show_row(first)
        do(page, "series")
        naming = dialog_over(page, NameSeries)
        fill(naming, name="Quarterly forum")
        naming.submit()
        do(page, "next")
        dialog = dialog_over(page, PlanEvent)
        assert dialog.form.rows["title"].field.answer() == "Provider forum, March 2020"
        fill(dialog, day=date(2020, 4, 14), audience_next=False)
        dialog.submit()
        planned = events.get(desk.db, page.event_id)
        assert (planned.title, planned.day, planned.capacity, planned.place) == (
            "Provider forum, April 2020", date(2020, 4, 14), 40, "Mansfield Civic Centre",
        )  # fmt: skip
        assert planned.series_id == events.get(desk.db, first).series_id

    def test_choosing_a_series_fills_the_form(self, page: ForumsPage, desk: Desk) -> None:
        series.series_from_event(desk.db, plan_forum(desk.db, capacity=40), "Quarterly forum")
        page.acts.plan()
        dialog = dialog_over(page, PlanEvent)
        fill(dialog, series=series.all_series(desk.db)[0].id, day=date(2020, 3, 10), audience_next=False)
        dialog.submit()
        planned = events.get(desk.db, page.event_id)
        assert (planned.title, planned.when) == (
            "Provider forum, March 2020", "Tuesday 10 March 2020, 10am to midday",
        )  # fmt: skip

    def test_a_series_is_changed(self, page: ForumsPage, desk: Desk) -> None:
        event = plan_forum(desk.db)
        key = series.series_from_event(desk.db, event, "Quarterly forum")
        page.show_row(event)
        do(page, "edit_series")
        dialog = dialog_over(page, EditSeries)
        fill(dialog, place="Worksop Library", capacity=25)
        dialog.submit()
        changed = series.get(desk.db, key)
        assert (changed.place, changed.capacity, changed.title) == (
            "Worksop Library", 25, "Provider forum, {month} {year}",
        )  # fmt: skip

    def test_a_change_keeps_what_was_not_changed(self, page: ForumsPage, desk: Desk) -> None:
        event = plan_forum(desk.db, capacity=40)
        before = events.get(desk.db, event)
        page.show_row(event)
        do(page, "edit")
        dialog = dialog_over(page, PlanEvent)
        fill(dialog, kind=EventKind.TRAINING_SESSION)
        dialog.submit()
        assert events.get(desk.db, event).draft() == type(before.draft())(
            **{**vars(before.draft()), "kind": EventKind.TRAINING_SESSION}
        )


class TestAudience:
    def open(self, page: ForumsPage, desk: Desk) -> AudienceDialog:
        page.show_row(desk.db.value("select id from event") or plan_forum(desk.db))
        do(page, "audience")
        found = dialog_over(page, AudienceDialog)
        assert isinstance(found, AudienceDialog)
        return found

    def shown(self, dialog: AudienceDialog, *columns: str) -> list[tuple]:
        model = dialog.tabs.asked.model
        at = [model.column_named(name) + 1 for name in columns]
        return [tuple(row[place] for place in at) for row in model.all_rows()]

    def test_the_rule_is_shown_as_people_with_reasons(self, page: ForumsPage, desk: Desk) -> None:
        dialog = self.open(page, desk)
        fields = dialog.rule_form.form.rows
        fields["kinds"].field.show_answer([ServiceKind.NURSING_HOME])
        fields["districts"].field.show_answer(["Bassetlaw"])
        fields["came"].field.show_answer("months")
        dialog.refresh()
        assert dialog.sentence.text() == "Nursing homes in Bassetlaw that came to nothing in 12 months."
        assert self.shown(dialog, "contact", "reasons") == [
            ("Ada Example", "Nursing home; Bassetlaw; Never came to an event")
        ]
        assert [row[1:] for row in dialog.tabs.left_out.model.all_rows()] == [
            ("Kingfisher Lodge", "Kingfisher Lodge Limited", "No contact with consent at Kingfisher Lodge")
        ]
        assert dialog._invite.text() == "Invite 1 person"

    def test_inviting_keeps_the_rule_and_is_one_change(
        self, page: ForumsPage, desk: Desk, window: MainWindow
    ) -> None:
        dialog = self.open(page, desk)
        dialog.rule_form.form.rows["each"].field.show_answer("everybody")
        dialog.invite()
        event = desk.db.value("select id from event")
        assert sorted(statuses(desk.db, event)) == ["Ada Example", "Ben Sample", "Cy Specimen", "Dot Demo"]
        assert events.get(desk.db, event).audience.each.value == "everybody"
        assert page.people.event_id == event
        assert window._undo.undo() == f"Invited 4 people to {TITLE}"
        assert statuses(desk.db, event) == {}
        assert events.get(desk.db, event).audience.each.value == "service"

    def test_people_and_providers_are_left_out_and_put_back(self, page: ForumsPage, desk: Desk) -> None:
        dialog = self.open(page, desk)
        assert [name for (name,) in self.shown(dialog, "contact")] == [
            "Dot Demo",
            "Ada Example",
            "Cy Specimen",
        ]
        dialog.tabs.asked.table.go_to(desk.db.value("select id from contact where name = 'Ada Example'"))
        dialog._leave_people_out()
        assert ("Ben Sample",) in self.shown(dialog, "contact")
        dialog.tabs.asked.table.go_to(desk.db.value("select id from contact where name = 'Dot Demo'"))
        dialog._leave_providers_out()
        assert dialog.sentence.text() == "All services, without 1 provider and 1 person taken off by hand."
        dialog.rule_form._own.list.setCurrentRow(0)
        dialog.rule_form._own.take_off()
        dialog.refresh()
        assert ("Dot Demo",) in self.shown(dialog, "contact")

    def test_somebody_is_added_by_letters(self, page: ForumsPage, desk: Desk, qtbot: QtBot) -> None:
        dialog = self.open(page, desk)
        form = dialog.rule_form.form
        form.rows["by_hand_only"].field.show_answer(True)
        dialog.refresh()
        assert (dialog.sentence.text(), dialog._invite.isEnabled()) == ("Nobody chosen yet.", False)
        qtbot.keyClicks(form.rows["person"].field.line, "spec")
        form.rows["person"].field.take(form.rows["person"].field.list.currentItem())
        dialog.refresh()
        assert self.shown(dialog, "contact", "reasons") == [("Cy Specimen", "Chosen by hand")]

    def test_those_invited_before_are_not_counted_again(self, page: ForumsPage, desk: Desk) -> None:
        event = plan_forum(desk.db)
        invite(desk.db, event, "Ada Example")
        dialog = self.open(page, desk)
        assert dialog._invite.text() == "Invite 2 people"
        assert (
            dialog._note.text() == "Selects 3 people; 1 of them is on the list already; 1 service left out."
        )

    def test_the_rule_alone_is_kept(self, page: ForumsPage, desk: Desk) -> None:
        dialog = self.open(page, desk)
        dialog.rule_form.form.rows["came"].field.show_answer("never")
        dialog.keep()
        event = desk.db.value("select id from event")
        assert (events.get(desk.db, event).audience.never_came, statuses(desk.db, event)) == (True, {})

    def test_leaving_with_another_rule_asks(self, page: ForumsPage, desk: Desk, qtbot: QtBot) -> None:
        dialog = self.open(page, desk)
        dialog.rule_form.form.rows["came"].field.show_answer("never")
        dialog.reject()
        assert dialog.isVisible()
        dialog_over(dialog, Question)._choose()
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


class TestTheEndsOfAnEvent:
    def test_closing_makes_no_shows_and_reopening_takes_them_back(
        self, page: ForumsPage, desk: Desk, clock: list[datetime]
    ) -> None:
        clock[0] = STARTS
        event = plan_forum(desk.db)
        invite(desk.db, event, "Ada Example", "Cy Specimen", reply=ParticipantStatus.ACCEPTED)
        page.show_row(event)
        do(page, "close")
        dialog_over(page, Question)._choose()
        assert statuses(desk.db, event) == {"Ada Example": "no_show", "Cy Specimen": "no_show"}
        do(page, "close")
        assert statuses(desk.db, event) == {"Ada Example": "accepted", "Cy Specimen": "accepted"}

    def test_what_has_not_begun_is_neither_closed_nor_summed_up(self, page: ForumsPage, desk: Desk) -> None:
        page.show_row(plan_forum(desk.db))
        with pytest.raises(Problem, match="has not begun, so nobody can have missed it"):
            page.acts.close_or_reopen()
        with pytest.raises(Problem, match="has not begun, so there is no attendance"):
            page.files.ask_summary(page.event_id, names=False)

    def test_cancelling_is_asked_and_taken_back(self, page: ForumsPage, desk: Desk) -> None:
        event = plan_forum(desk.db)
        page.show_row(event)
        do(page, "cancel")
        dialog_over(page, Question)._choose()
        assert events.get(desk.db, event).state is EventState.CANCELLED
        do(page, "cancel")
        assert events.get(desk.db, event).state is EventState.PLANNED

    def test_what_is_archived_is_shown_only_when_asked_for(self, page: ForumsPage, desk: Desk) -> None:
        event = plan_forum(desk.db)
        page.show_row(event)
        do(page, "archive")
        assert page.pane.model.rowCount() == 0
        page.show_row(event)
        assert page.event_id == event
        do(page, "archive")
        assert events.get(desk.db, event).archived_on is None


class TestWhatIsTakenAway:
    @pytest.fixture
    def held(self, desk: Desk, clock: list[datetime]) -> str:
        clock[0] = STARTS
        event = plan_forum(desk.db)
        for key in invite(desk.db, event, "Ada Example", reply=ParticipantStatus.ACCEPTED):
            door.check_in(desk.db, event, key, now=STARTS, device="door", nonce=new_key())
        door.close_event(desk.db, event, now=STARTS)
        return event

    def test_the_public_summary_names_nobody(self, page: ForumsPage, held: str, tmp_path: Path) -> None:
        path = tmp_path / "summary.docx"
        page.files.save_summary(held, path, names=False)
        text = words_of(path)
        assert TITLE in text and "1 person from 1 provider and 1 service was present" in text
        assert "Ada Example" not in text
        assert [one.name for one in tmp_path.glob("*.docx")] == ["summary.docx"]

    def test_a_title_that_names_somebody_who_came_is_refused(
        self, page: ForumsPage, desk: Desk, held: str, tmp_path: Path
    ) -> None:
        draft = replace(events.get(desk.db, held).draft(), title="Farewell to Ada Example")
        events.edit_event(desk.db, held, draft, now=STARTS)
        with pytest.raises(Problem) as refused:
            page.files.save_summary(held, tmp_path / "summary.docx", names=True)
        assert any("Farewell to Ada Example" in place for place in refused.value.details)
        assert list(tmp_path.glob("*.docx")) == []

    def test_the_appendix_names_people(self, page: ForumsPage, held: str, tmp_path: Path) -> None:
        page.files.save_summary(held, tmp_path / "summary.docx", names=True)
        assert "Ada Example" in words_of(tmp_path / "summary - EXEMPT appendix.docx")

    def test_the_sheet_to_sign_has_who_is_expected(self, page: ForumsPage, held: str, tmp_path: Path) -> None:
        page.files.save_sheet(held, tmp_path / "sheet.docx")
        assert "Ada Example" in words_of(tmp_path / "sheet.docx")

    @pytest.mark.parametrize("ending", [".csv", ".xlsx", ".docx"])
    def test_tables_are_saved(self, page: ForumsPage, held: str, tmp_path: Path, ending: str) -> None:
        page.show_people(held)
        path = tmp_path / f"people{ending}"
        page.files.save_table(page.table(), path)
        assert path.stat().st_size > 100

    def test_the_table_shown_is_copied(self, page: ForumsPage, held: str) -> None:
        do(page, "copy_table")
        assert TITLE in QGuiApplication.clipboard().text()
        page.show_people(held)
        do(page, "copy_table")
        assert "Ada Example" in QGuiApplication.clipboard().text()


class TestAnAudienceNobodyCanRead:
    @pytest.fixture
    def broken(self, page: ForumsPage, desk: Desk) -> str:
        plan_forum(desk.db, title="Another forum")
        key = plan_forum(desk.db)
        with change(desk.db, "Something else wrote this"):
            desk.db.update_row("event", key, {"audience": '{"kinds": ["space_ship"]}'})
        return key

    def test_the_other_events_are_shown_and_its_detail_says_so(
        self, page: ForumsPage, broken: str, desk: Desk
    ) -> None:
        assert page.pane.model.rowCount() == 2
        page.show_row(broken)
        said = " | ".join(one.text() for one in page.detail.findChildren(QLabel))
        assert (
            "The audience rule cannot be read: something other than Provider Desk changed it. Choose" in said
        )
        assert [one.name for one in page.page_actions() if one.name == "audience" and one.ready()] == [
            "audience"
        ]
        events.edit_event(
            desk.db, broken, replace(events.get(desk.db, broken).draft(), place="Mansfield"), now=NOW
        )
        assert (
            desk.db.value("select audience from event where id = ?", (broken,)) == '{"kinds": ["space_ship"]}'
        )

    def test_its_audience_is_chosen_anew(self, page: ForumsPage, broken: str, desk: Desk) -> None:
        page.show_row(broken)
        do(page, "audience")
        dialog = dialog_over(page, AudienceDialog)
        fill(dialog.rule_form, kinds=(ServiceKind.HOME_CARE,), by_hand_only=False)
        dialog.refresh()
        dialog._keep.click()
        rule = events.get(desk.db, broken).audience
        assert (rule.kinds, rule.unread) == ((ServiceKind.HOME_CARE,), "")


def lines_of(dialog: RowHistory) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel)]


class TestHistory:
    def test_of_an_event_by_its_key_and_from_its_detail(
        self, page: ForumsPage, window: MainWindow, desk: Desk, qtbot: QtBot
    ) -> None:
        event = plan_forum(desk.db, capacity=40)
        events.edit_event(desk.db, event, replace(events.get(desk.db, event).draft(), capacity=30), now=NOW)
        page.show_row(event)
        shortcuts = {item.shortcut().toString(): item for item in window.items_now()}
        shortcuts["Ctrl+H"].trigger()
        dialog = dialog_over(page, RowHistory)
        assert dialog.windowTitle() == f"History of {TITLE}"
        assert {"40 → 30", f"Changed {TITLE}", "Test Officer"} <= set(lines_of(dialog))
        dialog.accept()
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
        for words in ("History", "Show what was changed"):
            found = [one for one in page.detail.findChildren(QPushButton) if one.text().startswith(words)]
            found[0].click()
        assert dialog_over(page, RowHistory).windowTitle() == f"History of {TITLE}"

    def test_of_somebody_at_it_with_the_doors_log(self, page: ForumsPage, desk: Desk, qtbot: QtBot) -> None:
        event = plan_forum(desk.db)
        [ada] = invite(desk.db, event, "Ada Example", reply=ParticipantStatus.ACCEPTED)
        door.check_in(desk.db, event, ada, now=STARTS, device="Laptop 1", nonce=new_key())
        page.show_people(event)
        do(page, "row_history")
        dialog = dialog_over(page, RowHistory)
        assert dialog.windowTitle() == f"History of Ada Example at {TITLE}"
        assert {"Checked in Ada Example", "In", "Laptop 1", "Invited → Accepted"} <= set(lines_of(dialog))
        dialog.accept()
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
        do(page, "event_history")
        assert dialog_over(page, RowHistory).windowTitle() == f"History of {TITLE}"

    def test_of_its_series(self, page: ForumsPage, desk: Desk) -> None:
        event = plan_forum(desk.db)
        page.show_row(event)
        ready = {one.name: one.ready() for one in page.page_actions()}
        assert (ready["row_history"], ready["series_history"], ready["event_history"]) == (True, False, False)
        series.series_from_event(desk.db, event, "Quarterly forum")
        do(page, "series_history")
        dialog = dialog_over(page, RowHistory)
        assert dialog.windowTitle() == "History of Quarterly forum"
        assert audit(dialog) == []

    def test_nothing_chosen_has_none(self, page: ForumsPage) -> None:
        assert not next(one for one in page.page_actions() if one.name == "row_history").ready()


WRITING = {
    "plan", "audience", "open_door", "tick", "edit", "next", "series", "edit_series", "close", "cancel", "archive",
    "reply_accepted", "reply_tentative", "reply_declined", "reply_apologies", "reply", "substitute", "withdraw",
    "undo_check_in", "interest", "add_person", "offer_places",
}  # fmt: skip


def test_a_file_that_is_only_read_offers_nothing_that_writes(
    page: ForumsPage, desk: Desk, opened: OpenFile
) -> None:
    event, other = plan_forum(desk.db), plan_forum(desk.db, title="Another forum")
    series.series_from_event(desk.db, event, "Quarterly forum")
    [ada] = invite(desk.db, event, "Ada Example")
    door.check_in(desk.db, event, ada, now=STARTS, device="Laptop 1", nonce=new_key())

    def ready() -> set[str]:
        found = set()
        page.show_row(other)
        found |= {one.name for one in page.page_actions() if one.ready()}
        page.show_row(event)
        found |= {one.name for one in page.page_actions() if one.ready()}
        page.show_people(event)
        page.people.pane.show_row(ada)
        return found | {one.name for one in page.page_actions() if one.ready()}

    assert ready() >= WRITING
    opened.read_only = True
    assert ready() & WRITING == set()
    assert {"people", "log", "sheet", "save_table", "row_history", "only_absent", "back_to_forums"} <= ready()
    assert not any(
        made.isEnabled() for row in (page.people.row, page.people.adding) for made in row.buttons.values()
    )
    page.people.acts.ask_reply()
    assert page.findChildren(RecordReply) == []
    page.show_events()
    beside = {one.text(): one.isEnabled() for one in page.detail.findChildren(QPushButton)}
    assert (beside["People"], beside["Invite…"], beside["Door"]) == (True, False, False)


def test_what_was_refused_of_an_event_is_not_said_once_it_is_left(
    page: ForumsPage, window: MainWindow, desk: Desk
) -> None:
    page.show_people(plan_forum(desk.db))
    desk.messages.problem(Problem("It was refused. Choose another."))
    assert window.banner.isVisibleTo(window)
    page.show_events()
    assert not window.banner.isVisibleTo(window)


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_no_two_actions_share_a_key(page: ForumsPage, window: MainWindow) -> None:
    keys = [item.shortcut().toString() for item in window.items_now() if not item.shortcut().isEmpty()]
    assert sorted(set(keys)) == sorted(keys)


def test_the_page_rests_while_the_door_is_open(page: ForumsPage, desk: Desk, qtbot: QtBot) -> None:
    event = plan_forum(desk.db)
    page.show_row(event)
    do(page, "open_door")
    at = page.pane.model.column_named("invited")
    invite(desk.db, event, "Ada Example")
    assert page.pane.model.cell(0, at) == 0
    assert page.door.window is not None
    page.door.window.close()
    qtbot.waitUntil(lambda: page.door.window is None)
    assert page.pane.model.cell(0, at) == 1


def test_the_page_and_its_people_are_accessible(page: ForumsPage, window: MainWindow, desk: Desk) -> None:
    event = plan_forum(desk.db)
    invite(desk.db, event, "Ada Example")
    page.show_row(event)
    assert audit(window) == []
    page.show_people(event)
    assert audit(window) == []


@pytest.mark.parametrize("opened_by", ["plan", "edit", "audience", "tick", "series"])
def test_dialogs_are_accessible_and_freed(page: ForumsPage, desk: Desk, opened_by: str, qtbot: QtBot) -> None:
    page.show_row(plan_forum(desk.db))
    do(page, opened_by)
    dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
    assert audit(dialog) == []
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
