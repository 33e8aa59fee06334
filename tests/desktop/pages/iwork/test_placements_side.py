"""The side Placements: list, board and tasters; each step asks what it needs, and people go by reference."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.placement_facts import BeginPlacement, WritePay, WritePlacement
from desktop.dialogs.iwork.placement_step import MovePlacement
from desktop.dialogs.iwork.placement_support import WriteCheckpoint, WritePlan, WriteVisit
from desktop.dialogs.iwork.taster import PlanTaster, WriteTaster
from desktop.pages.iwork import support_log_files
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.placements_side import BOARD, LIST, TASTERS, PlacementsSide
from desktop.pages.iwork.posts_side import PostsSide
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import answer, do, press, register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.workforce.iwork.placements.world import TODAY, WEEK, World, at_stage
from workforce.iwork.people.views import views_of
from workforce.iwork.placements.checkpoints import checkpoints_of, record_checkpoint
from workforce.iwork.placements.pay import pay_of, set_pay
from workforce.iwork.placements.placements import placement, placements_of
from workforce.iwork.placements.support import add_visit, plan_of, visits_of
from workforce.iwork.placements.tasters import plan_taster, tasters, tasters_of
from workforce.iwork.vocabulary import AccessToWork, EndReason, Stage, TasterOutcome


def shown(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> tuple[OpenRegister, PlacementsSide]:
    page = register_at(desk, opened_vault, qtbot, PlacementsSide)
    return page, next(one for one in page.sides if isinstance(one, PlacementsSide))


def ways_out(dialog: QWidget) -> list[str]:
    return [one.text() for one in dialog.findChildren(QPushButton)]


def remove(page: OpenRegister, kind: type[FormDialog], qtbot: QtBot) -> None:
    """By its button, and yes."""
    dialog = dialog_over(page, kind)
    assert audit(dialog) == []
    press(dialog, "Remove…")
    press(dialog_over(page, Question), "Remove")
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_an_empty_side_begins_with_the_first_placement(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    page, side = shown(desk, opened_vault, qtbot)
    assert side.pane.is_empty
    do(side, "placement_begin")
    answer(page, BeginPlacement, qtbot, person_id=Pick(world.ada, "IW-014 A.E."), stage=Stage.JOB_READY)
    assert [one.stage for one in placements_of(world.vault, world.ada)] == [Stage.JOB_READY]
    assert side.status_text() == "1 row"


def test_a_step_asks_what_it_needs(desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot) -> None:
    held = at_stage(world, Stage.JOB_READY)
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "placement_move")
    dialog = dialog_over(page, MovePlacement)
    rows = dialog.form.rows
    rows["to"].field.show_answer(Stage.MATCHED)
    asked = {name for name, row in rows.items() if not row.isHidden()}
    assert asked == {"to", "post_id", "on", "words"}
    rows["to"].field.show_answer(Stage.STARTED)
    assert not rows["minutes_week"].isHidden() and not rows["job_title"].isHidden()
    dialog.submit()
    assert dialog.isVisible() and "needed" in rows["minutes_week"].sentence
    answer(page, MovePlacement, qtbot, to=Stage.MATCHED, post_id=world.lunch)
    made = placement(world.vault, held.id)
    assert (made.stage, made.post_id) == (Stage.MATCHED, world.lunch)


def test_what_is_refused_stays_in_the_dialog(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    at_stage(world, Stage.OFFERED)
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "placement_move")
    dialog = dialog_over(page, MovePlacement)
    dialog.form.rows["to"].field.show_answer(Stage.STARTED)
    dialog.form.rows["minutes_week"].field.line.setText("ten")  # type: ignore[attr-defined]
    dialog.submit()
    assert "is no number of hours" in dialog.form.rows["minutes_week"].sentence
    answer(page, MovePlacement, qtbot, minutes_week=450, pence_hour=1271)
    assert placements_of(world.vault, world.ada)[0].started_on == TODAY


def test_a_job_ends_with_a_reason(desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot) -> None:
    held = at_stage(world, Stage.IN_POST)
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "placement_end")
    answer(page, MovePlacement, qtbot, end_reason=EndReason.TRAVEL)
    assert placement(world.vault, held.id).stage is Stage.LEFT
    side.show_row(held.id)
    assert side.placement_key() == held.id, "one that is over is shown when it is asked for"


def test_support_pay_plan_and_facts(desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot) -> None:
    held = at_stage(world, Stage.IN_POST)
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "placement_support")
    answer(page, WriteVisit, qtbot, minutes=90)
    do(side, "placement_plan")
    answer(page, WritePlan, qtbot, plan="week 1: 10; week 5: 0")
    do(side, "placement_pay")
    told: list[str] = []
    page._desk.messages.toasted.connect(lambda text, _undo: told.append(text))
    answer(page, WritePay, qtbot, from_on=TODAY, minutes_week=960, pence_hour=1271)
    assert "All jobs together come to 16 hours or more" in told[-1]
    do(side, "placement_edit")
    answer(
        page, WritePlacement, qtbot, access_to_work=AccessToWork.APPLIED, access_on=TODAY, permitted_work=True
    )
    assert [one.minutes for one in visits_of(world.vault, held.id)] == [90]
    assert [one.minutes_week for one in plan_of(world.vault, held.id)] == [600, 0]
    assert [one.minutes_week for one in pay_of(world.vault, held.id)] == [600, 960]
    assert placement(world.vault, held.id).permitted_work
    side.menu.in_work.open_support(visits_of(world.vault, held.id)[0].id)
    answer(page, WriteVisit, qtbot, minutes=60)
    side.menu.in_work.open_pay(pay_of(world.vault, held.id)[1].id)
    answer(page, WritePay, qtbot, minutes_week=900)
    assert visits_of(world.vault, held.id)[0].minutes == 60
    assert pay_of(world.vault, held.id)[1].minutes_week == 900


def test_a_checkpoint_moves_on_where_it_allows_it(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 14 * WEEK)
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "placement_checkpoint")
    answer(page, WriteCheckpoint, qtbot, weeks=13)
    assert [one.weeks for one in checkpoints_of(world.vault, held.id)] == [13]
    assert placement(world.vault, held.id).stage is Stage.SUSTAINED_13


def test_what_was_entered_by_mistake_is_removed_from_its_row(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 14 * WEEK)
    record_checkpoint(world.vault, held.id, 4, in_work=False, today=TODAY, words="Looked twice")
    later = set_pay(world.vault, held.id, TODAY, minutes_week=900, pence_hour=None)
    add_visit(world.vault, held.id, TODAY, 90, today=TODAY)
    page, side = shown(desk, opened_vault, qtbot)
    work = side.menu.in_work

    work.open_checkpoint("4")
    dialog = dialog_over(page, WriteCheckpoint)
    answers = {name: dialog.form.rows[name].field.answer() for name in ("weeks", "in_work", "words")}
    assert answers == {"weeks": 4, "in_work": False, "words": "Looked twice"}
    remove(page, WriteCheckpoint, qtbot)
    work.open_pay(later.id)
    remove(page, WritePay, qtbot)
    work.open_support(visits_of(world.vault, held.id)[0].id)
    remove(page, WriteVisit, qtbot)
    assert (checkpoints_of(world.vault, held.id), visits_of(world.vault, held.id)) == ([], [])
    assert len(pay_of(world.vault, held.id)) == 1
    for _ in range(3):
        history.undo(world.vault)
    assert [one.words for one in checkpoints_of(world.vault, held.id)] == ["Looked twice"]
    assert later in pay_of(world.vault, held.id)


def test_what_cannot_be_removed_has_no_way_to_it(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 14 * WEEK)
    page, side = shown(desk, opened_vault, qtbot)
    side.menu.in_work.open_pay(pay_of(world.vault, held.id)[0].id)
    assert "Remove…" not in ways_out(dialog_over(page, WritePay))
    answer(page, WritePay, qtbot)
    side.menu.in_work.open_checkpoint("13")
    assert "Remove…" not in ways_out(dialog_over(page, WriteCheckpoint))
    answer(page, WriteCheckpoint, qtbot)
    with pytest.raises(Problem, match="The checkpoint of 26 weeks is on"):
        side.menu.in_work.open_checkpoint("26")


def test_before_four_weeks_there_is_no_checkpoint(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    at_stage(world, Stage.IN_POST, on=TODAY - WEEK)
    _, side = shown(desk, opened_vault, qtbot)
    with pytest.raises(Problem, match="It is on 14 December 2026"):
        side.menu.in_work.checkpoint()


def test_the_board_moves_at_once_what_needs_nothing_and_asks_for_the_rest(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    held = at_stage(world, Stage.MATCHED)
    page, side = shown(desk, opened_vault, qtbot)
    side.show_what.show_answer(BOARD)
    assert side.status_text() == "1 placement"
    side.board.board.move_card(held.id, "introduced")
    assert placement(world.vault, held.id).stage is Stage.INTRODUCED
    with pytest.raises(Problem, match="in one step"):
        side.board.board.move_card(held.id, "in_post")
    side.board.board.move_card(held.id, "ended")
    answer(page, MovePlacement, qtbot, words="Moved away")
    assert placement(world.vault, held.id).stage is Stage.WITHDRAWN


def test_the_board_is_filtered_by_coach_and_words(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    at_stage(world, Stage.IN_POST)
    at_stage(world, Stage.JOB_READY, person=world.wren)
    _, side = shown(desk, opened_vault, qtbot)
    side.show_what.show_answer(BOARD)
    side.board.text.show_answer("lunch")
    assert side.status_text() == "1 of 2 placements"
    side.board.text.show_answer("")
    side.board.coach.show_answer("Coach Sample")
    assert side.status_text() == "2 placements"


def test_tasters_are_planned_and_told(desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot) -> None:
    at_stage(world, Stage.INTRODUCED)
    page, side = shown(desk, opened_vault, qtbot)
    do(side, "placement_taster")
    answer(page, PlanTaster, qtbot, employer_id=Pick(world.employer, "Sample Nursing Home"), day_on=TODAY)
    made = tasters_of(world.vault, world.ada)[0]
    assert side.show_what.answer() == TASTERS and side.taster_key() == made.id
    do(side, "taster_open")
    answer(
        page,
        WriteTaster,
        qtbot,
        outcome=TasterOutcome.WENT_WELL,
        persons_words="I liked it",
        post_id=world.lunch,
    )
    assert tasters_of(world.vault, world.ada)[0].outcome is TasterOutcome.WENT_WELL
    table = side.table()
    assert table.exempt is not None and table.rows
    do(side, "taster_remove")
    assert tasters(world.vault) == []


def test_that_somebody_was_looked_at_is_kept(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    held = at_stage(world, Stage.IN_POST)
    _, side = shown(desk, opened_vault, qtbot)
    assert "Placement" in [one.what for one in views_of(world.vault, world.ada)]
    detail = side.detail_of(held.id)
    assert detail.title == "IW-014 A.E."
    assert "Ada" not in str(detail) and "Example" not in str(detail)
    shows_post(desk, opened_vault, qtbot, world.lunch)
    plan_taster(world.vault, world.ada, world.employer, TODAY, today=TODAY)
    side.show_what.show_answer(TASTERS)
    assert {"Placement", "Taster", "Post"} <= {one.what for one in views_of(world.vault, world.ada)}


def shows_post(desk: Desk, opened_vault: OpenFile, qtbot: QtBot, post_id: str) -> None:
    """Its pane tells who is there."""
    page = register_at(desk, opened_vault, qtbot, PostsSide)
    next(one for one in page.sides if isinstance(one, PostsSide)).detail_of(post_id)


def test_every_view_is_accessible_and_its_table_names_nobody(
    desk: Desk, opened_vault: OpenFile, world: World, qtbot: QtBot
) -> None:
    at_stage(world, Stage.IN_POST)
    page, side = shown(desk, opened_vault, qtbot)
    for view in (BOARD, TASTERS, LIST):
        side.show_what.show_answer(view)
        assert audit(page) == [], view
        assert side.table().exempt is not None
        assert "Example" not in str(side.table().rows)
        side.focus_first()


def test_the_support_log_is_saved_by_reference(
    desk: Desk,
    opened_vault: OpenFile,
    world: World,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    at_stage(world, Stage.IN_POST)
    _, side = shown(desk, opened_vault, qtbot)
    stems = []

    def ask(_view: object, _title: str, stem: str, *_rest: object) -> Path:
        stems.append(stem)
        return tmp_path / "log.docx"

    monkeypatch.setattr(support_log_files, "ask_path", ask)
    do(side, "placement_log")
    assert stems == [f"Support log IW-014 {date(2026, 11, 23).isoformat()} - EXEMPT"]
    assert (tmp_path / "log.docx").is_file()
    assert "Support log" in [one.what for one in views_of(world.vault, world.ada)]
