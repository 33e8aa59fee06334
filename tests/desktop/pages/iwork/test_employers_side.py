"""The side Employers: added, contacted, closed; what forums told is taken in."""

from datetime import date

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.employer import WriteContact, WriteEmployer
from desktop.dialogs.iwork.post import WritePost
from desktop.pages.iwork.employers_side import EmployersSide, waiting_words
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.posts_side import PostsSide
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from desktop.widgets.question import Question
from engagement.forums.at_the_door.interest import express_interest
from engagement.forums.people import participants
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.forum_desk import AT_THE_DOOR, fill_county, invite, plan_forum
from tests.desktop.pages.iwork.register_desk import NOW, press, register_at
from tests.desktop.pages.register_desk import dialog_over
from workforce.iwork.employers.contacts import add_contact, contacts_of
from workforce.iwork.employers.employers import add_employer, close_employer, employers
from workforce.iwork.posts.posts import posts
from workforce.iwork.vocabulary import ContactKind, EmployerStage

TODAY = date(2026, 11, 23)


@pytest.fixture
def cafe(vault: Database) -> str:
    """An employer."""
    return add_employer(vault, today=TODAY, name="The Invented Café", postcode="NG9 1AA").id


def side_of(page: OpenRegister) -> EmployersSide:
    return next(one for one in page.sides if isinstance(one, EmployersSide))


def do(page: OpenRegister, name: str) -> None:
    """Run an action that can be run now."""
    action = next(one for one in side_of(page).listed() if one.name == name)
    assert action.ready(), name
    action.run()


def test_an_empty_side_says_how_to_begin(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    assert side_of(page).pane.is_empty and not side_of(page).notice.isVisible()
    do(page, "employer_add")
    dialog = dialog_over(page, WriteEmployer)
    assert audit(dialog) == []
    dialog.submit()
    assert "Choose a home above, or write a name" in dialog.form.rows["name"].sentence
    dialog.form.rows["name"].field.show_answer("The Invented Café")
    dialog.form.rows["postcode"].field.show_answer("NG9")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert [one.name for one in employers(opened_vault.db)] == ["The Invented Café"]
    assert side_of(page).key == employers(opened_vault.db)[0].id


def test_a_home_is_chosen_from_the_register_of_providers(
    desk: Desk, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    fill_county(desk.db)
    provider, service, name = desk.db.row("select provider_id, id, name from service order by name limit 1")  # type: ignore[misc]
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    do(page, "employer_add")
    dialog = dialog_over(page, WriteEmployer)
    dialog.form.rows["home"].field.show_answer(Pick(f"{provider} {service}", str(name)))
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (held,) = employers(opened_vault.db)
    assert (held.name, held.service_id) == (name, service)


def test_a_contact_sets_the_next_step(desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot) -> None:
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    do(page, "employer_contact")
    dialog = dialog_over(page, WriteContact)
    assert audit(dialog) == []
    for name, value in (
        ("kind", ContactKind.VISIT),
        ("words", "Shown round"),
        ("stage", EmployerStage.VISITED),
    ):
        dialog.form.rows[name].field.show_answer(value)
    dialog.form.rows["next_step"].field.show_answer("Carve a post")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (held,) = employers(opened_vault.db)
    assert (held.next_step, held.stage) == ("Carve a post", EmployerStage.VISITED)
    assert contacts_of(opened_vault.db, cafe)[0].words == "Shown round"


def test_a_contact_is_put_right_from_the_pane(
    desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot
) -> None:
    made = add_contact(opened_vault.db, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY)
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    side_of(page).acts.open_contact(made.id)
    dialog = dialog_over(page, WriteContact)
    dialog.form.rows["words"].field.show_answer("They rang back.")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert contacts_of(opened_vault.db, cafe)[0].words == "They rang back."


def test_a_contact_entered_by_mistake_is_removed_once_asked(
    desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot
) -> None:
    made = add_contact(opened_vault.db, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY)
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    side_of(page).acts.open_contact(made.id)
    dialog = dialog_over(page, WriteContact)
    press(dialog, "Remove…")
    question = dialog_over(page, Question)
    assert question.windowTitle() == "Remove this contact with The Invented Café?"
    press(question, "Remove")
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert contacts_of(opened_vault.db, cafe) == []
    history.undo(opened_vault.db)
    assert contacts_of(opened_vault.db, cafe) == [made]


def test_an_employer_is_changed_closed_and_opened_again(
    desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot
) -> None:
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    do(page, "employer_edit")
    dialog = dialog_over(page, WriteEmployer)
    dialog.form.rows["name"].field.show_answer("The Tea Room")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    do(page, "employer_close")
    assert employers(opened_vault.db) == []
    page.show_row(cafe)
    assert side_of(page).key == cafe
    do(page, "employer_close")
    assert [one.name for one in employers(opened_vault.db)] == ["The Tea Room"]


def test_a_post_is_added_where_it_is(desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot) -> None:
    page = register_at(desk, opened_vault, qtbot, EmployersSide, PostsSide)
    do(page, "employer_post")
    dialog = dialog_over(page, WritePost)
    dialog.form.rows["title"].field.show_answer("Washing up")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert [(one.title, one.employer_id) for one in posts(opened_vault.db)] == [("Washing up", cafe)]
    assert page.current.tab == "Posts"


def test_no_post_is_added_at_a_closed_employer(
    desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot
) -> None:
    close_employer(opened_vault.db, cafe, today=TODAY)
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    page.show_row(cafe)
    assert not next(one for one in side_of(page).listed() if one.name == "employer_post").ready()


def test_what_forums_told_stands_above_until_it_is_taken_in(
    desk: Desk, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    fill_county(desk.db)
    event = plan_forum(desk.db)
    invite(desk.db, event, "Ada Example")
    ada = participants.of_event(desk.db, event)[0]
    assert ada.organisation is OrganisationKind.CARE_PROVIDER
    express_interest(desk.db, event, ada.id, now=AT_THE_DOOR)
    page = register_at(desk, opened_vault, qtbot, EmployersSide, now=NOW)
    side = side_of(page)
    assert side.told.text() == "1 interest told at forums is not here yet." and side.notice.isVisible()
    side.take_in.click()
    assert [one.name for one in employers(opened_vault.db)] == [ada.home]
    side.reload()
    assert not side.notice.isVisible()
    assert waiting_words(3) == "3 interests told at forums are not here yet."


def test_what_is_shown_is_marked_and_readable(
    desk: Desk, opened_vault: OpenFile, cafe: str, qtbot: QtBot
) -> None:
    add_contact(opened_vault.db, cafe, ContactKind.CALL, done_on=TODAY, today=TODAY)
    page = register_at(desk, opened_vault, qtbot, EmployersSide)
    assert side_of(page).table().exempt is not None
    assert audit(page) == []
