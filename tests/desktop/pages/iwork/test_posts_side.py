"""The side Posts: written part by part, opened, moved, given times, removed."""

from datetime import date

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.employer import employer_pick
from desktop.dialogs.iwork.post import WritePost
from desktop.dialogs.iwork.post_parts import MovePost, TaskTimes
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.posts_side import PostsSide
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import Database, OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import register_at
from tests.desktop.pages.register_desk import dialog_over
from workforce.iwork.employers.employers import add_employer, employer
from workforce.iwork.posts.offers import offers_of
from workforce.iwork.posts.post_checks import post_checks_of
from workforce.iwork.posts.post_tasks import add_post_task, post_tasks_of
from workforce.iwork.posts.posts import Post, add_post, post, posts
from workforce.iwork.posts.shifts import shifts_said
from workforce.iwork.profile.adjustments import adjustment_by_name
from workforce.iwork.profile.shipped import add_shipped_words
from workforce.iwork.profile.tasks import task_by_name
from workforce.iwork.vocabulary import CheckKind, Level, Offer, PostStatus, WhenNeeded

TODAY = date(2026, 11, 23)


@pytest.fixture
def home(vault: Database) -> str:
    """An employer; the tasks and adjustments that ship are there."""
    add_shipped_words(vault)
    return add_employer(vault, today=TODAY, name="Rosewood House", postcode="NG9 1AA").id


@pytest.fixture
def lunch(vault: Database, home: str) -> Post:
    """A post without anything."""
    return add_post(vault, home, "Lunch service", today=TODAY)


def side_of(page: OpenRegister) -> PostsSide:
    return next(one for one in page.sides if isinstance(one, PostsSide))


def do(page: OpenRegister, name: str) -> None:
    """Run an action that can be run now."""
    action = next(one for one in side_of(page).listed() if one.name == name)
    assert action.ready(), name
    action.run()


def key_of(vault: Database, name: str) -> str:
    """A task’s or adjustment’s."""
    found = task_by_name(vault, name) or adjustment_by_name(vault, name)
    assert found is not None
    return found.id


def test_a_post_is_written_part_by_part(desk: Desk, opened_vault: OpenFile, home: str, qtbot: QtBot) -> None:
    vault = opened_vault.db
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    assert side_of(page).pane.is_empty
    do(page, "post_add")
    dialog = dialog_over(page, WritePost)
    assert audit(dialog) == []
    laying, washing, breaks = (key_of(vault, one) for one in ("Laying tables", "Washing up", "Extra breaks"))
    for name, value in {
        "employer_id": employer_pick(employer(vault, home)), "title": "Lunch service", "places": "2/3",
        "status": PostStatus.OPEN, "pence_hour": 1271, "shifts": "Mon to Fri 11:30 to 2pm", "minutes_least": 300,
        "noise": Level.MEDIUM, "tasks": {"core": [laying], "swap": [washing]}, "offers": {"possible": [breaks]},
        "checks": {"after_start": ["dbs_basic"]},
    }.items():  # fmt: skip
        dialog.form.rows[name].field.show_answer(value)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (made,) = posts(vault)
    assert (made.places_said, made.status, made.noise) == ("2 to 3", PostStatus.OPEN, Level.MEDIUM)
    assert shifts_said(vault, made.id).endswith("11:30am to 2pm")
    assert [(one.task_id, one.core) for one in post_tasks_of(vault, made.id)] == [
        (laying, True),
        (washing, False),
    ]
    assert [one.offer for one in offers_of(vault, made.id)] == [Offer.POSSIBLE]
    assert [(one.kind, one.needed) for one in post_checks_of(vault, made.id)] == [
        (CheckKind.DBS_BASIC, WhenNeeded.AFTER_START)
    ]
    assert side_of(page).key == made.id


def test_what_cannot_be_is_said_by_its_field_and_all_that_was_typed_stays(
    desk: Desk, opened_vault: OpenFile, lunch: Post, qtbot: QtBot
) -> None:
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    do(page, "post_edit")
    dialog = dialog_over(page, WritePost)
    dialog.form.rows["places"].field.show_answer("some")
    dialog.submit()
    assert "is no number of places" in dialog.form.rows["places"].sentence
    dialog.form.rows["places"].field.show_answer("2")
    dialog.form.rows["shifts"].field.show_answer("Mon 14:00 to 11:00")
    dialog.submit()
    assert "ends before it begins" in dialog.form.rows["shifts"].sentence
    dialog.form.rows["shifts"].field.show_answer("Mon 11:00 to 14:00")
    dialog.form.rows["minutes_least"].field.show_answer(600)
    dialog.form.rows["minutes_most"].field.show_answer(300)
    dialog.submit()
    assert "is fewer than 10" in dialog.form.rows["minutes_most"].sentence
    assert post(opened_vault.db, lunch.id) == lunch


def test_saving_without_a_change_leaves_nothing_to_undo(
    desk: Desk, opened_vault: OpenFile, lunch: Post, qtbot: QtBot
) -> None:
    before = opened_vault.db.value("select count(*) from history_change")
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    do(page, "post_edit")
    dialog = dialog_over(page, WritePost)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert opened_vault.db.value("select count(*) from history_change") == before
    assert post(opened_vault.db, lunch.id) == lunch


def test_a_post_is_opened_and_closed_with_a_reason(
    desk: Desk, opened_vault: OpenFile, lunch: Post, qtbot: QtBot
) -> None:
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    do(page, "post_open")
    assert post(opened_vault.db, lunch.id).status is PostStatus.OPEN
    do(page, "post_move")
    dialog = dialog_over(page, MovePost)
    assert audit(dialog) == []
    dialog.form.rows["to"].field.show_answer(PostStatus.CLOSED)
    dialog.submit()
    assert "Why: nothing is written" in dialog.form.rows["reason"].sentence
    dialog.form.rows["reason"].field.show_answer("No budget")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert post(opened_vault.db, lunch.id).status is PostStatus.CLOSED
    page.show_row(lunch.id)
    assert side_of(page).key == lunch.id


def test_a_task_is_given_times(desk: Desk, opened_vault: OpenFile, lunch: Post, qtbot: QtBot) -> None:
    vault = opened_vault.db
    held = add_post_task(vault, lunch.id, key_of(vault, "Laying tables"))
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    side_of(page).acts.task_times(held.id)
    dialog = dialog_over(page, TaskTimes)
    assert audit(dialog) == []
    for name, value in (("weekday", 0), ("from_minute", 690), ("until_minute", 600)):
        dialog.form.rows[name].field.show_answer(value)
    dialog.submit()
    assert "is not after 11:30am" in dialog.form.rows["until_minute"].sentence
    dialog.form.rows["until_minute"].field.show_answer(720)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (now,) = post_tasks_of(vault, lunch.id)
    assert (now.weekday, now.from_minute, now.until_minute) == (0, 690, 720)


def test_a_post_entered_by_mistake_is_removed(
    desk: Desk, opened_vault: OpenFile, lunch: Post, qtbot: QtBot
) -> None:
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    do(page, "post_remove")
    question = dialog_over(page, Question)
    question._yes.click()
    qtbot.waitUntil(lambda: not posts(opened_vault.db))
    assert posts(opened_vault.db) == []


def test_the_pane_says_what_is_lacking_and_the_table_is_marked(
    desk: Desk, opened_vault: OpenFile, lunch: Post, qtbot: QtBot
) -> None:
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    side = side_of(page)
    detail = side.detail_of(lunch.id)
    said = " ".join(line.text for line in detail.sections[0].lines)
    assert "no tasks" in said and "Move it to “Open”" in said
    assert side.table().exempt is not None
    assert audit(page) == []
