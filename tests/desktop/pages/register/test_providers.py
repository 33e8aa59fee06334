"""The providers' page: adding, changing, archiving and taking back, merging, saving, and what the pane says."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.register.contact import AddContact
from desktop.dialogs.register.contract import CorrectContract, SetContract
from desktop.dialogs.register.merge import Duplicates
from desktop.dialogs.register.note import EditNote, WriteNote
from desktop.dialogs.register.provider import AddProvider, EditProvider
from desktop.dialogs.register.rating import CorrectRating, RecordRating
from desktop.dialogs.register.service import AddService, EditService, MoveService, SetOfficer
from desktop.dialogs.row_history import RowHistory
from desktop.pages.register import register_detail
from desktop.pages.register.providers import ProvidersPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.pills import Pill
from desktop.widgets.question import Question
from engagement.register import contracts, notes, ratings, services
from engagement.register.providers import add_provider, provider
from engagement.register.services import Service, service
from engagement.register.vocabulary import ContractStatus, KeyQuestion, OrganisationKind, Rating, ServiceKind
from resources.database import OpenFile, Query, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import add_home, dialog_over, make_real_desk, make_window

TODAY = date(2026, 3, 4)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for module in ("service_pane", "service_acts", "standing_acts", "provider_acts", "contact_acts"):
        monkeypatch.setattr(f"desktop.pages.register.{module}.today", lambda: TODAY)
    return make_real_desk(opened, settings)


@pytest.fixture
def home(desk: Desk) -> Service:
    return add_home(desk.db)


@pytest.fixture
def window(desk: Desk, home: Service, qtbot: QtBot) -> MainWindow:
    made = make_window(desk, qtbot)
    made.show_page("providers", home.id)
    return made


@pytest.fixture
def page(window: MainWindow) -> ProvidersPage:
    found = window.page("providers")
    assert isinstance(found, ProvidersPage)
    return found


def fill(dialog: FormDialog, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)


def run(page: ProvidersPage, name: str) -> None:
    next(action for action in page.page_actions() if action.name == name).run()


def ready(page: ProvidersPage, name: str) -> bool:
    return next(action for action in page.page_actions() if action.name == name).ready()


def said(page: ProvidersPage) -> str:
    page.detail.settling.now()
    QApplication.processEvents()  # what was put in the pane is laid out, what was taken out is gone
    parts = [label.text() for label in page.detail.findChildren(QLabel) if label.isVisibleTo(page.detail)]
    return "\n".join(
        [*parts, *(pill.words for pill in page.detail.findChildren(Pill) if pill.isVisibleTo(page.detail))]
    )


def gone(qtbot: QtBot, dialog: object) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_a_provider_is_added_with_its_first_service_and_taken_back(
    page: ProvidersPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    run(page, "add")
    dialog = dialog_over(page, AddProvider)
    fill(dialog, provider_name="Teacup Homes", kind=ServiceKind.HOME_CARE, postcode="NG18 1AA")
    dialog.submit()
    gone(qtbot, dialog)
    added = service(desk.db, page.pane.table.current_key)
    assert (added.name, added.kind, provider(desk.db, added.provider_id).name) == (
        "Teacup Homes", ServiceKind.HOME_CARE, "Teacup Homes",
    )  # fmt: skip
    assert history.next_undo(desk.db).action == "Added Teacup Homes"
    history.undo(desk.db)
    qtbot.waitUntil(lambda: page.pane.model.count().number == 1)


def test_an_organisation_that_is_no_provider_is_added_without_a_service_and_shown_as_what_it_is(
    page: ProvidersPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    run(page, "add")
    dialog = dialog_over(page, AddProvider)
    fill(dialog, provider_name="Sample Care Board", organisation=OrganisationKind.PARTNER, phone="01")
    shown = [name for name, row in dialog.form.rows.items() if not row.isHidden()]
    assert shown == ["provider_name", "organisation", "address", "postcode", "phone"]
    dialog.submit()
    gone(qtbot, dialog)
    key, what = desk.db.row("select id, organisation from provider where name = 'Sample Care Board'")
    assert what == "partner"
    qtbot.waitUntil(lambda: "Partner organisation" in said(page))
    page.acts.add_provider_contact(key)
    adding = dialog_over(page, AddContact)
    fill(adding, name="Ada Sample")
    adding.submit()
    gone(qtbot, adding)
    assert desk.db.value("select provider_id from contact where name = 'Ada Sample'") == key


def test_what_the_register_refuses_stands_beside_its_field_and_nothing_typed_is_lost(
    page: ProvidersPage, qtbot: QtBot
) -> None:
    run(page, "add")
    dialog = dialog_over(page, AddProvider)
    fill(dialog, provider_name="Teacup Homes", kind=ServiceKind.HOME_CARE, postcode="NG18")
    dialog.submit()
    assert dialog.isVisible()
    assert "not a whole postcode" in dialog.form.rows["postcode"].sentence
    assert dialog.form.rows["provider_name"].field.answer() == "Teacup Homes"
    fill(dialog, postcode="")
    dialog.submit()
    gone(qtbot, dialog)


def test_a_service_is_added_to_the_provider_of_the_row(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "add_service")
    dialog = dialog_over(page, AddService)
    fill(dialog, name="Example Day Centre", kind=ServiceKind.DAY_CARE)
    dialog.submit()
    gone(qtbot, dialog)
    assert service(desk.db, page.pane.table.current_key).provider_id == home.provider_id


def test_editing_shows_what_is_held_and_saves_what_changed(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "edit")
    dialog = dialog_over(page, EditService)
    assert dialog.form.rows["beds"].field.answer() == 30
    fill(dialog, name="Example Court", registered_manager="Zoë Example")
    dialog.submit()
    gone(qtbot, dialog)
    held = service(desk.db, home.id)
    assert (held.name, held.registered_manager, held.beds) == ("Example Court", "Zoë Example", 30)
    assert "Example Court" in said(page)


def test_enter_on_a_row_edits_it(page: ProvidersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    dialog = dialog_over(page, EditService)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    gone(qtbot, dialog)


def test_archive_and_restore(page: ProvidersPage, desk: Desk, home: Service) -> None:
    run(page, "archive")
    assert service(desk.db, home.id).archived_on == TODAY
    assert not ready(page, "archive")
    assert "Archived" in said(page)
    run(page, "restore_row")
    assert service(desk.db, home.id).archived_on is None


def test_a_provider_is_archived_with_its_services_after_a_question(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "archive_provider")
    question = dialog_over(page, Question)
    qtbot.keyClick(question, Qt.Key.Key_Return)
    gone(qtbot, question)
    assert service(desk.db, home.id).archived_on == TODAY
    run(page, "archive_provider")
    assert service(desk.db, home.id).archived_on is None


def test_a_suspended_contract_is_marked_as_exempt(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "contract")
    dialog = dialog_over(page, SetContract)
    fill(dialog, status=ContractStatus.SUSPENDED, from_on=date(2026, 2, 1), reason="Staffing")
    dialog.submit()
    gone(qtbot, dialog)
    assert contracts.status_on(desk.db, home.id, TODAY) is ContractStatus.SUSPENDED
    assert register_detail.EXEMPT in said(page)
    assert "Suspended since 1 February 2026" in said(page)


def test_an_entry_of_the_contract_is_corrected_and_removed(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    held = contracts.set_contract_status(
        desk.db, home.id, ContractStatus.ACTIVE, date(2025, 1, 1), today=TODAY
    )
    assert held is not None
    for remove in (False, True):
        page.standing.correct_contract(held.id)
        dialog = dialog_over(page, CorrectContract)
        fill(dialog, from_on=date(2025, 2, 1), remove=remove)
        dialog.submit()
        gone(qtbot, dialog)
        found = [(each.status, each.from_on) for each in contracts.contract_history(desk.db, home.id)]
        assert found == ([] if remove else [(ContractStatus.ACTIVE, date(2025, 2, 1))])


def test_a_status_that_has_ended_needs_its_end(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "contract")
    dialog = dialog_over(page, SetContract)
    fill(dialog, status=ContractStatus.ACTIVE, from_on=date(2020, 1, 1), ended=True)
    dialog.submit()
    assert "needs the day" in dialog.form.rows["until_on"].sentence
    fill(dialog, until_on=date(2021, 1, 1))
    dialog.submit()
    gone(qtbot, dialog)
    assert [each.until_on for each in contracts.contract_history(desk.db, home.id)] == [date(2021, 1, 1)]


def test_ratings_of_a_day_are_one_change(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "rating")
    dialog = dialog_over(page, RecordRating)
    fill(dialog, published_on=date(2025, 5, 1))
    dialog.submit()
    assert "No rating was chosen" in dialog.banner.text
    fill(dialog, overall=Rating.GOOD, safe=Rating.REQUIRES_IMPROVEMENT)
    dialog.submit()
    gone(qtbot, dialog)
    held = {each.question: each.rating for each in ratings.ratings_of(desk.db, home.id)}
    assert held == {KeyQuestion.OVERALL: Rating.GOOD, KeyQuestion.SAFE: Rating.REQUIRES_IMPROVEMENT}
    assert "Good since 1 May 2025" in said(page)
    history.undo(desk.db)
    assert ratings.ratings_of(desk.db, home.id) == []


def correcting_button(page: ProvidersPage) -> list[QPushButton]:
    said(page)
    found = page.detail.findChildren(QPushButton)
    return [each for each in found if each.text() == "Correct or remove a rating"]


def test_a_rating_typed_wrongly_is_corrected_and_removed(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    ratings.record_rating(desk.db, home.id, Rating.INADEQUATE, date(2025, 5, 1), today=TODAY)
    page.pane.reload()
    for changes, left in (
        ({"rating": Rating.GOOD, "published_on": date(2025, 6, 1)}, [(Rating.GOOD, date(2025, 6, 1))]),
        ({"remove": True}, []),
    ):
        correcting_button(page)[0].click()
        dialog = dialog_over(page, CorrectRating)
        fill(dialog, **changes)
        dialog.submit()
        gone(qtbot, dialog)
        assert [(each.rating, each.published_on) for each in ratings.ratings_of(desk.db, home.id)] == left
    assert correcting_button(page) == []
    history.undo(desk.db)
    assert "Good since 1 June 2025" in said(page)


def test_a_rating_of_cqcs_own_is_corrected_but_not_removed(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    for day, source in ((1, "CQC"), (2, ratings.BY_HAND)):
        ratings.record_rating(desk.db, home.id, Rating.GOOD, date(2025, 5, day), today=TODAY, source=source)
    page.standing.correct_rating(ratings.ratings_of(desk.db, home.id))
    dialog = dialog_over(page, CorrectRating)
    which, remove = dialog.form.rows["key"], dialog.form.rows["remove"]
    assert [which.field.box.itemText(place) for place in range(2)] == [
        "2 May 2025: Overall Good", "1 May 2025: Overall Good (CQC’s own)",
    ]  # fmt: skip
    fill(dialog, remove=True)
    which.field.box.setCurrentIndex(1)
    assert not remove.field.target.isVisible()
    assert any("sets them back" in each.text() for each in dialog.findChildren(QLabel))
    fill(dialog, rating=Rating.INADEQUATE)
    dialog.submit()
    gone(qtbot, dialog)
    assert [each.rating for each in ratings.ratings_of(desk.db, home.id)] == [Rating.GOOD, Rating.INADEQUATE]


def test_since_when_a_rating_has_stood(page: ProvidersPage, desk: Desk, home: Service) -> None:
    for day, rating in ((2017, Rating.INADEQUATE), (2018, Rating.GOOD), (2020, Rating.GOOD)):
        ratings.record_rating(desk.db, home.id, rating, date(day, 1, 1), today=TODAY)
    overall = ratings.ratings_of(desk.db, home.id)
    assert (
        register_detail.rating_since(overall, home)
        == "Good since 1 January 2018, last published 1 January 2020"
    )
    assert register_detail.rating_since([], home) == "Not yet rated"


def test_what_cqc_does_not_rate_is_not_said_to_wait_for_it(
    page: ProvidersPage, desk: Desk, home: Service
) -> None:
    centre = services.add_service(desk.db, home.provider_id, name="Day Centre", kind=ServiceKind.DAY_CARE)
    page.show_row(centre.id)
    words = said(page)
    assert words.count("Not rated by CQC") == 2 and "Not yet rated" not in words  # the line and the pill
    buttons = [each.text() for each in page.detail.findChildren(QPushButton) if each.isVisibleTo(page.detail)]
    assert "Record a rating" not in buttons and not ready(page, "rating")
    page.show_row(home.id)
    assert "Not rated by CQC" not in said(page)


def test_notes_are_written_changed_and_removed(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "note")
    dialog = dialog_over(page, WriteNote)
    fill(dialog, text="Rang about staffing.")
    dialog.submit()
    gone(qtbot, dialog)
    assert "Rang about staffing." in said(page)
    for changes, left in (({"text": "Rang twice."}, ["Rang twice."]), ({"remove": True}, [])):
        page.acts.edit_notes(notes.notes_on_provider(desk.db, home.provider_id))
        dialog = dialog_over(page, EditNote)
        fill(dialog, **changes)
        dialog.submit()
        gone(qtbot, dialog)
        assert [each.text for each in notes.notes_on_provider(desk.db, home.provider_id)] == left


def test_an_officer_is_set_for_every_selected_service_as_one_change(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    other = add_home(desk.db, "Other House", "Other Care Ltd")
    page.pane.table.selectAll()
    assert not ready(page, "edit")
    run(page, "officer")
    dialog = dialog_over(page, SetOfficer)
    fill(dialog, officer="Sam Example")
    dialog.submit()
    gone(qtbot, dialog)
    assert {service(desk.db, each.id).portfolio_officer for each in (home, other)} == {"Sam Example"}
    history.undo(desk.db)
    assert {service(desk.db, each.id).portfolio_officer for each in (home, other)} == {""}


def test_a_service_moves_to_another_provider(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    other = add_home(desk.db, "Other House", "Other Care Ltd")
    page.show_row(home.id)
    run(page, "move")
    dialog = dialog_over(page, MoveService)
    fill(dialog, provider_id=Pick(other.provider_id, "Other Care Ltd"))
    dialog.submit()
    gone(qtbot, dialog)
    assert service(desk.db, home.id).provider_id == other.provider_id


def test_the_pane_shows_the_provider_and_comes_back(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    page.detail.show_provider(home.provider_id)
    assert "Provider of 1 service" in said(page)
    run(page, "edit_provider")
    dialog = dialog_over(page, EditProvider)
    fill(dialog, brand="Example Group")
    dialog.submit()
    gone(qtbot, dialog)
    assert "Example Group" in said(page)
    page.detail.show_service(home.id)
    assert "Nursing home in Mansfield" in said(page)


def test_the_history_of_a_row(page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot) -> None:
    services.edit_service(desk.db, home.id, beds=31)
    run(page, "row_history")
    dialog = dialog_over(page, RowHistory)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "30 → 31" in words and "Test Officer" in words
    dialog.accept()
    gone(qtbot, dialog)


def test_two_records_of_one_home_are_merged_and_two_others_marked_as_different(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    twin = add_home(desk.db, "Example  House", "Example Care Limited")
    contracts.set_contract_status(desk.db, twin.id, ContractStatus.ACTIVE, date(2025, 1, 1), today=TODAY)
    run(page, "duplicates")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    dialog = dialog_over(page, Duplicates)
    assert audit(dialog) == []
    assert dialog.pair is not None and dialog.pair.table == "service"
    keep, remove = dialog.pair.one, dialog.pair.other
    dialog.keep_first.click()
    assert service(desk.db, keep) and contracts.status_on(desk.db, keep, TODAY) is ContractStatus.ACTIVE
    with pytest.raises(LookupError):
        service(desk.db, remove)
    assert dialog.pair is not None and dialog.pair.table == "provider"
    dialog.different.click()
    gone(qtbot, dialog)
    run(page, "duplicates")
    with qtbot.waitSignal(desk.messages.toasted) as toast:
        qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert toast.args == ["No services or providers that may be kept twice were found", False]


def test_the_other_records_fact_is_kept_where_it_was_chosen_and_undo_takes_it_back(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    twin = add_home(desk.db, "Example House", "Example Care Limited")
    for key, phone in ((home.id, "0115 496 0001"), (twin.id, "0115 496 0002")):
        services.edit_service(desk.db, key, phone=phone)
    run(page, "duplicates")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    dialog = dialog_over(page, Duplicates)
    assert dialog.pair is not None and dialog.pair.table == "service"
    keep, remove = dialog.pair.one, dialog.pair.other
    phones = {key: service(desk.db, key).phone for key in (keep, remove)}
    dialog.facts.go_to("phone")
    assert audit(dialog) == []
    dialog.use_second.click()
    dialog.keep_first.click()
    assert service(desk.db, keep).phone == phones[remove]
    dialog.accept()
    gone(qtbot, dialog)
    history.undo(desk.db)
    assert {key: service(desk.db, key).phone for key in (keep, remove)} == phones


def test_a_merge_that_is_refused_says_why_and_leaves_the_pair(
    page: ProvidersPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    twin = add_home(desk.db, "Example House", "Example Care Limited")
    for key, status in ((home.id, ContractStatus.ACTIVE), (twin.id, ContractStatus.SUSPENDED)):
        contracts.set_contract_status(desk.db, key, status, date(2025, 1, 1), today=TODAY)
    run(page, "duplicates")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    dialog = dialog_over(page, Duplicates)
    dialog.keep_second.click()
    assert "End the one that does not count" in dialog.banner.text
    assert dialog.pair is not None and service(desk.db, home.id)
    dialog.accept()
    gone(qtbot, dialog)


def test_the_table_is_saved_as_shown_and_says_when_it_is_exempt(
    page: ProvidersPage, desk: Desk, home: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_home(desk.db, "Other House", "Other Care Ltd")
    page.pane.show_query(Query(text="example"))
    target = tmp_path / "services"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "CSV (*.csv)"))
    run(page, "save")
    lines = (tmp_path / "services.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2 and lines[1].startswith("Example House,Example Care Ltd,Nursing home,Mansfield")
    contracts.set_contract_status(desk.db, home.id, ContractStatus.SUSPENDED, date(2026, 1, 1), today=TODAY)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (f"{target}.csv", ""))
    run(page, "save")
    assert "EXEMPT" in (tmp_path / "services.csv").read_text(encoding="utf-8-sig").splitlines()[0]


def test_the_table_is_copied_for_excel(page: ProvidersPage) -> None:
    run(page, "copy_table")
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Example House\tExample Care Ltd")


def test_a_file_that_is_only_read_offers_nothing_that_writes(
    desk: Desk, home: Service, opened: OpenFile, qtbot: QtBot
) -> None:
    opened.read_only = True
    window = make_window(desk, qtbot)
    page = window.page("providers")
    assert isinstance(page, ProvidersPage)
    page.show_row(home.id)
    writing = ("add", "add_service", "edit", "archive", "contract", "officer", "note", "rating", "duplicates")
    assert not any(ready(page, name) for name in writing)
    assert "Edit" not in [each.text() for each in page.detail.findChildren(QPushButton)]


def test_an_empty_register_says_what_comes_next(desk: Desk, qtbot: QtBot) -> None:
    window = make_window(desk, qtbot)
    window.show_page("providers")
    page = window.page("providers")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "The register is empty. CQC’s own files fill it in one go." in words


@pytest.mark.parametrize(
    "name", ["add", "add_service", "edit", "contract", "officer", "note", "rating", "move", "row_history"]
)
def test_every_dialog_can_be_heard_and_is_let_go(page: ProvidersPage, qtbot: QtBot, name: str) -> None:
    run(page, name)
    dialog = dialog_over(page, QDialog)
    assert audit(dialog) == []
    dialog.reject()
    gone(qtbot, dialog)


def test_the_page_can_be_heard(window: MainWindow, page: ProvidersPage, desk: Desk, home: Service) -> None:
    ratings.record_rating(desk.db, home.id, Rating.GOOD, date(2025, 1, 1), today=TODAY)
    assert audit(window) == []
    page.detail.show_provider(home.provider_id)
    assert audit(window) == []


def test_several_rows_are_selected_by_keyboard(page: ProvidersPage, desk: Desk, qtbot: QtBot) -> None:
    add_home(desk.db, "Other House", "Other Care Ltd")
    table = page.pane.table
    table.go_to_first()
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.model().index(1, 0), flags.Select | flags.Rows)
    assert page.status_text() == "2 rows, 2 selected"


def test_a_provider_that_is_found_is_shown_in_the_pane_with_a_service_or_without(
    page: ProvidersPage, desk: Desk, home: Service
) -> None:
    alone = add_provider(desk.db, name="Tumbleweed Trust").id
    page.show_row(alone)
    assert "Tumbleweed Trust" in said(page)
    page.show_row(home.provider_id)
    assert page.pane.table.current_key == home.id
    assert provider(desk.db, home.provider_id).name in said(page)
