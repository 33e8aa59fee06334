"""The contacts' page: who may be invited and why not, adding, changing, moving, archiving."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.register.contact import AddContact, EditContact, MoveContact
from desktop.dialogs.register.merge import Duplicates
from desktop.pages.register.contacts import ContactsPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.pills import Pill
from engagement.register.contacts import Contact, add_contact, contact, contacts_of
from engagement.register.services import Service
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import add_home, dialog_over, make_real_desk, make_window

TODAY = date(2026, 3, 4)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("desktop.pages.register.contact_acts.today", lambda: TODAY)
    return make_real_desk(opened, settings)


@pytest.fixture
def home(desk: Desk) -> Service:
    return add_home(desk.db)


@pytest.fixture
def person(desk: Desk, home: Service) -> Contact:
    return add_contact(
        desk.db,
        home.provider_id,
        name="Zoë Example",
        role=ContactRole.REGISTERED_MANAGER,
        service_id=home.id,
        email="zoe@example.org",
        consent=ConsentBasis.EMAIL_OPT_IN,
    )


@pytest.fixture
def window(desk: Desk, person: Contact, qtbot: QtBot) -> MainWindow:
    made = make_window(desk, qtbot)
    made.show_page("contacts", person.id)
    return made


@pytest.fixture
def page(window: MainWindow) -> ContactsPage:
    found = window.page("contacts")
    assert isinstance(found, ContactsPage)
    return found


def fill(dialog: FormDialog, **answers: object) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)


def run(page: ContactsPage, name: str) -> None:
    next(action for action in page.page_actions() if action.name == name).run()


def said(page: ContactsPage) -> str:
    page._settling.now()
    QApplication.processEvents()  # what was put in the pane is laid out, what was taken out is gone
    parts = [label.text() for label in page.detail.findChildren(QLabel)]
    return "\n".join([*parts, *(pill.words for pill in page.detail.findChildren(Pill))])


def gone(qtbot: QtBot, dialog: object) -> None:
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_a_contact_is_added_where_the_row_works_and_taken_back(
    page: ContactsPage, desk: Desk, home: Service, qtbot: QtBot
) -> None:
    run(page, "add")
    dialog = dialog_over(page, AddContact)
    assert dialog.form.rows["service_id"].field.answer() == home.id
    fill(dialog, name="Ali Example", email="ali@example.org", consent=ConsentBasis.PUBLIC_CONTACT)
    dialog.submit()
    gone(qtbot, dialog)
    added = contact(desk.db, page.pane.table.current_key)
    assert (added.name, added.provider_id, added.service_id) == ("Ali Example", home.provider_id, home.id)
    history.undo(desk.db)
    qtbot.waitUntil(lambda: page.pane.model.count().number == 1)


def test_half_an_address_is_refused_beside_its_field(page: ContactsPage, qtbot: QtBot) -> None:
    run(page, "edit")
    dialog = dialog_over(page, EditContact)
    fill(dialog, email="zoe@example")
    dialog.submit()
    assert "not a whole address" in dialog.form.rows["email"].sentence
    fill(dialog, email="zoe@example.com")
    dialog.submit()
    gone(qtbot, dialog)
    assert "zoe@example.com" in said(page)


def test_somebody_who_asked_is_not_invited_any_more(page: ContactsPage, desk: Desk, person: Contact) -> None:
    assert "May be invited" in said(page)
    run(page, "withdraw")
    assert contact(desk.db, person.id).consent is ConsentBasis.WITHDRAWN
    assert "May not be invited" in said(page)
    assert "Zoë Example asked not to be contacted." in said(page)


def test_archive_and_restore(page: ContactsPage, desk: Desk, person: Contact) -> None:
    run(page, "archive")
    assert contact(desk.db, person.id).archived_on == TODAY
    assert "Zoë Example is archived." in said(page)
    run(page, "restore_row")
    assert contact(desk.db, person.id).archived_on is None


def test_the_services_to_choose_from_follow_the_provider(
    page: ContactsPage, desk: Desk, person: Contact, qtbot: QtBot
) -> None:
    other = add_home(desk.db, "Other House", "Other Care Ltd")
    page.show_row(person.id)
    run(page, "move")
    dialog = dialog_over(page, MoveContact)
    field = dialog.form.rows["provider_id"].field
    field.line.setText("")
    qtbot.keyClicks(field.line, "other c")
    field.take(field.list.item(0))
    fill(dialog, service_id=other.id)
    dialog.submit()
    gone(qtbot, dialog)
    moved = contact(desk.db, person.id)
    assert (moved.provider_id, moved.service_id) == (other.provider_id, other.id)


def test_two_contacts_that_are_one_are_merged(
    page: ContactsPage, desk: Desk, home: Service, person: Contact, qtbot: QtBot
) -> None:
    add_contact(desk.db, home.provider_id, name="Zoe Example", email="zoe@example.org")
    run(page, "duplicates")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    dialog = dialog_over(page, Duplicates)
    dialog.keep_first.click()
    gone(qtbot, dialog)
    assert len(contacts_of(desk.db, provider=home.provider_id)) == 1


def test_an_empty_page_offers_the_first_contact(desk: Desk, home: Service, qtbot: QtBot) -> None:
    window = make_window(desk, qtbot)
    window.show_page("contacts")
    page = window.page("contacts")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No contacts are held yet. Whom the team writes to at a provider is kept here." in words


@pytest.mark.parametrize("name", ["add", "edit", "move", "row_history"])
def test_every_dialog_can_be_heard_and_is_let_go(page: ContactsPage, qtbot: QtBot, name: str) -> None:
    run(page, name)
    dialog = dialog_over(page, QDialog)
    assert audit(dialog) == []
    dialog.reject()
    gone(qtbot, dialog)


def test_the_page_can_be_heard(window: MainWindow, page: ContactsPage) -> None:
    assert page.status_text() == "1 row"
    assert audit(window) == []


def test_a_pick_names_its_number(desk: Desk, home: Service) -> None:
    from desktop.dialogs.choices import provider_pick
    from engagement.register.providers import edit_provider

    held = edit_provider(desk.db, home.provider_id, cqc_provider_id="1-123")
    assert provider_pick(held) == Pick(held.id, "Example Care Ltd", "1-123")
