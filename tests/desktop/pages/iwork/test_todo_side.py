"""The side To do: what follows from facts, what is typed, hours over all jobs, and benefit limits."""

from datetime import date

from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.reminder import WriteReminder, WriteRule
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.placements_side import PlacementsSide
from desktop.pages.iwork.todo_lists import DONE, DUE, LIMITS, PAY
from desktop.pages.iwork.todo_side import ToDoSide
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from resources.database import OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import answer, do, register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.workforce.iwork.placements.world import TODAY, WEEK, World, at_stage
from workforce.iwork.people.views import views_of
from workforce.iwork.placements.benefits import benefit_rules, rule_on
from workforce.iwork.placements.reminders import add_reminder, reminders
from workforce.iwork.vocabulary import BenefitKind, ReminderKind, Stage


def shown(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> tuple[OpenRegister, ToDoSide]:
    page = register_at(desk, opened_vault, qtbot, ToDoSide, PlacementsSide)
    return page, next(one for one in page.sides if isinstance(one, ToDoSide))


def test_a_reminder_is_added_changed_ticked_off_and_opened_again(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "todo_add")
    answer(
        page,
        WriteReminder,
        qtbot,
        words="Ring",
        due_on=TODAY - WEEK,
        person_id=Pick(world.ada, "IW-014 A.E."),
    )
    made = reminders(world.vault)[0]
    assert (made.person_id, side.lists.key) == (world.ada, made.id)
    do(side, "todo_edit")
    answer(page, WriteReminder, qtbot, words="Ring about the bus pass", kind=ReminderKind.SUPPORT)
    do(side, "todo_done")
    assert reminders(world.vault) == []
    side.show_what.show_answer(DONE)
    assert side.status_text() == "1 row"
    do(side, "todo_again")
    assert [one.words for one in reminders(world.vault)] == ["Ring about the bus pass"]


def test_what_follows_from_facts_leads_to_where_it_is_done(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    held = at_stage(world, Stage.IN_POST)
    page, side = shown(desk, opened_vault, qtbot)
    key = next(one for one in side.lists._found if one.startswith("checkpoint:"))
    side.lists.show_row(key)
    assert not side.menu.is_typed_open(), "it is not ticked off by hand"
    side.show_what.show_answer(PAY)
    side.show_what.show_answer(DUE)
    assert {"Reminder", "Hours and pay"} <= {one.what for one in views_of(world.vault, world.ada)}
    side.lists.show_row(key)
    do(side, "todo_go")
    assert isinstance(page.current, PlacementsSide)
    assert page.current.placement_key() == held.id


def test_a_limit_is_filled_in_with_its_source_and_counts_as_checked_with_a_day(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    page, side = shown(desk, opened_vault, qtbot)
    side.show_what.show_answer(LIMITS)
    table = side.table()
    assert table is not None and table.exempt is None
    assert {row[4] for row in table.rows} == {"Not checked", "Not filled in"}
    side.lists.part.show_row("permitted_earnings:2026-04-01")
    do(side, "limit_set")
    dialog = dialog_over(page, WriteRule)
    assert [name for name in ("minutes", "pence", "weeks") if not dialog.form.rows[name].isHidden()] == [
        "pence"
    ]
    dialog.submit()
    assert "needed" in dialog.form.rows["source"].sentence
    answer(page, WriteRule, qtbot, pence=200_00, source="A page", checked_on=TODAY)
    held = rule_on(benefit_rules(world.vault), BenefitKind.PERMITTED_EARNINGS, TODAY)
    assert held is not None and held.is_checked and held.from_on == date(2026, 4, 1)
    side.lists.part.show_row("permitted_earnings:2026-04-01")
    do(side, "limit_remove")
    held = rule_on(benefit_rules(world.vault), BenefitKind.PERMITTED_EARNINGS, TODAY)
    assert held is not None and held.amount is None


def test_hours_over_all_jobs_are_listed(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    at_stage(world, Stage.IN_POST, minutes_week=960)
    _, side = shown(desk, opened_vault, qtbot)
    side.show_what.show_answer(PAY)
    table = side.table()
    assert table is not None and table.exempt is not None
    assert table.rows[0][3] == "16 hours or more"


def test_every_list_is_accessible_and_names_nobody(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    at_stage(world, Stage.IN_POST)
    add_reminder(world.vault, "Ring", TODAY, person_id=world.ada)
    page, side = shown(desk, opened_vault, qtbot)
    for what in (DONE, PAY, LIMITS, DUE):
        side.show_what.show_answer(what)
        assert audit(page) == [], what
        table = side.table()
        assert table is None or "Example" not in str(table.rows)
        side.focus_first()
