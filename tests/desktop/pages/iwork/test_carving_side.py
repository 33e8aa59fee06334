"""The side Job carving: a team's day typed, dragged into a post, carved and taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.carving import CarvePost, TypeDay, WriteTeam, WriteTeamTask
from desktop.pages.iwork.carving_side import CarvingSide
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from resources.database import OpenFile
from tests.desktop.pages.iwork.register_desk import NOW, register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.training.training_desk import fill, said
from workforce.iwork.carving.day import read_day
from workforce.iwork.carving.team_tasks import lay_day, team_day
from workforce.iwork.carving.teams import add_team, teams
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.posts.posts import posts
from workforce.iwork.posts.shifts import shifts_of

DAY = "11:30 to 12 Laying tables; kitchen assistant\n12 to 1 Serving\n4pm to 4:30pm Watering plants; may move"


@pytest.fixture
def home(opened_vault: OpenFile) -> str:
    return add_employer(opened_vault.db, today=NOW.date(), name="Rosewood House").id


@pytest.fixture
def kitchen(opened_vault: OpenFile, home: str) -> str:
    key = add_team(opened_vault.db, home, "Kitchen", weekday=0).id
    lay_day(opened_vault.db, key, read_day(DAY), add_new=True)
    return key


@pytest.fixture
def side(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> Iterator[CarvingSide]:
    page = register_at(desk, opened_vault, qtbot, CarvingSide)
    assert isinstance(page.current, CarvingSide)
    yield page.current  # the page stays while its side is used


def run(side: CarvingSide, name: str) -> None:
    action = next(one for one in side.actions_here() if one.name == name)
    assert action.ready()
    action.run()


def ready(side: CarvingSide) -> set[str]:
    return {one.name for one in side.actions_here() if one.ready()}


def rows(side: CarvingSide) -> list[tuple[object, object]]:
    shown = side.part.tasks.table().rows
    return [(row[1], row[2]) for row in shown]


def answer(dialog: QDialog, **answers: object) -> None:
    fill(dialog, **answers)
    assert isinstance(dialog, FormDialog)
    dialog.submit()
    assert not dialog.banner.text


def test_it_begins_with_a_team_and_its_day_typed(
    side: CarvingSide, opened_vault: OpenFile, home: str
) -> None:
    assert ready(side) == {"carving_team"}
    run(side, "carving_team")
    answer(dialog_over(side, WriteTeam), employer_id=Pick(home, "Rosewood House"), name="Kitchen", weekday=0)
    assert [one.name for one in teams(opened_vault.db)] == ["Kitchen"]
    run(side, "carving_type")
    dialog = dialog_over(side, TypeDay)
    assert isinstance(dialog, TypeDay)
    fill(dialog, text="Laying tables")
    dialog.submit()
    assert "no times and a task were found" in said(dialog)
    answer(dialog, text=DAY, add_new=True)
    assert rows(side) == [
        ("Laying tables", "With the team"), ("Serving", "With the team"), ("Watering plants", "With the team"),
    ]  # fmt: skip


def test_a_task_dragged_into_the_post_is_chosen_and_the_post_is_carved(
    kitchen: str, side: CarvingSide, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    lanes = side.part.lanes
    for name in ("Laying tables", "Serving"):
        key = next(one.key for one in team_day(opened_vault.db, kitchen) if one.name == name)
        stands = lanes.layout_now()
        box = stands.boxes[key]
        begin = QPoint(box.left + 3, box.top + 3)
        qtbot.mousePress(lanes, Qt.MouseButton.LeftButton, pos=begin)
        qtbot.mouseMove(lanes, pos=QPoint(begin.x(), stands.tops["new post"].top + 2))
        qtbot.mouseMove(lanes, pos=QPoint(begin.x(), stands.tops["new post"].top + 4))
        qtbot.mouseRelease(
            lanes, Qt.MouseButton.LeftButton, pos=QPoint(begin.x(), stands.tops["new post"].top + 4)
        )
    assert side.part.sentence.text() == "The new post: 2 tasks, 11:30am to 1pm: 1 hour 30 minutes a day."
    run(side, "carving_post")
    answer(dialog_over(side, CarvePost), title="Lunch service", weekdays=(0, 2))
    made = posts(opened_vault.db)[0]
    assert (made.title, len(shifts_of(opened_vault.db, made.id)), made.hours_said) == (
        "Lunch service",
        2,
        "3",
    )
    assert [where for _, where in rows(side)] == [made.reference, made.reference, "With the team"]
    assert not side.part.chosen


def test_by_keys_a_task_goes_in_and_out_of_the_post_and_to_another_time(
    kitchen: str, side: CarvingSide, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    run(side, "carving_choose")
    assert rows(side)[0] == ("Laying tables", "In the new post")
    run(side, "carving_choose")
    assert rows(side)[0] == ("Laying tables", "With the team")
    side.part.lanes.setFocus()
    qtbot.keyClick(side.part.lanes, Qt.Key.Key_Space)
    assert rows(side)[0] == ("Laying tables", "In the new post")
    qtbot.keyClick(side.part.lanes, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert team_day(opened_vault.db, kitchen)[0].when == "11:15am to 11:45am"


def test_what_went_into_a_post_is_taken_back(kitchen: str, side: CarvingSide, opened_vault: OpenFile) -> None:
    run(side, "carving_choose")
    run(side, "carving_post")
    answer(dialog_over(side, CarvePost), title="Lunch service")
    assert "carving_edit" not in ready(side)
    run(side, "carving_back")
    assert {where for _, where in rows(side)} == {"With the team"}
    run(side, "carving_choose")
    run(side, "carving_post")
    dialog = dialog_over(side, CarvePost)
    answer(dialog, post_id=posts(opened_vault.db)[0].id)
    assert len(posts(opened_vault.db)) == 1


def test_tasks_and_teams_are_put_right_and_removed(
    kitchen: str, side: CarvingSide, opened_vault: OpenFile
) -> None:
    run(side, "carving_task")
    task = team_day(opened_vault.db, kitchen)[0].task_id
    answer(dialog_over(side, WriteTeamTask), task_id=task, from_minute=540, until_minute=570)
    assert rows(side)[0][0] == "Laying tables"
    run(side, "carving_edit")
    answer(dialog_over(side, WriteTeamTask), until_minute=740)
    run(side, "carving_remove")
    run(side, "carving_team_edit")
    answer(dialog_over(side, WriteTeam), name="The kitchen")
    assert teams(opened_vault.db)[0].name == "The kitchen"
    run(side, "carving_team_remove")
    question = dialog_over(side, Question)
    assert isinstance(question, Question)
    question._yes.click()
    assert (teams(opened_vault.db), side.table()) == ([], None)


def test_the_day_can_be_saved_and_its_history_asked_for(kitchen: str, side: CarvingSide) -> None:
    table = side.table()
    assert table is not None
    assert (table.title, len(table.rows)) == ("Rosewood House: Kitchen, Monday", 3)
    assert side.row_for_history() == ("carving_task", side.part.task_key())
    assert side.status_text() == "3 rows"
    assert side.has(kitchen)
    side.focus_first()


def test_a_task_with_the_cursor_is_shown_in_the_lanes_and_the_pane(
    kitchen: str, side: CarvingSide, qtbot: QtBot
) -> None:
    qtbot.keyClick(side.part.lanes, Qt.Key.Key_Right)
    assert side.part.tasks.key == side.part.lanes.current
    assert side.part.task().name == "Serving"  # type: ignore[union-attr]
