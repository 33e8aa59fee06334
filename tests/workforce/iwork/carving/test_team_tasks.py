"""The tasks of a team's day."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.carving.carving import carve
from workforce.iwork.carving.day import read_day
from workforce.iwork.carving.team_tasks import (
    add_team_task,
    edit_team_task,
    lay_day,
    move_team_task,
    remove_team_task,
    team_day,
    team_task,
)
from workforce.iwork.carving.teams import add_team
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.profile.tasks import add_task, tasks

TODAY = date(2026, 11, 23)


@pytest.fixture
def kitchen(vault: Database) -> str:
    home = add_employer(vault, today=TODAY, name="Rosewood House").id
    return add_team(vault, home, "Kitchen", weekday=0).id


def test_tasks_are_laid_moved_and_taken_off(vault: Database, kitchen: str) -> None:
    tables = add_task(vault, "Laying tables").id
    one = add_team_task(vault, kitchen, tables, 690, 720, done_by="The cook")
    add_team_task(vault, kitchen, tables, 600, 630)
    assert [(laid.name, laid.when) for laid in team_day(vault, kitchen)] == [
        ("Laying tables", "10am to 10:30am"), ("Laying tables", "11:30am to midday"),
    ]  # fmt: skip
    assert move_team_task(vault, one.id, -30).from_minute == 660
    assert move_team_task(vault, one.id, -9999).from_minute == 0
    moved = move_team_task(vault, one.id, 9999)
    assert (moved.from_minute, moved.until_minute) == (1410, 1440)
    assert edit_team_task(vault, one.id, may_move=True).may_move
    remove_team_task(vault, one.id)
    assert len(team_day(vault, kitchen)) == 1


def test_times_that_end_before_they_begin_are_refused(vault: Database, kitchen: str) -> None:
    tables = add_task(vault, "Laying tables").id
    with pytest.raises(FieldProblem, match="is not after"):
        add_team_task(vault, kitchen, tables, 720, 690)
    with pytest.raises(FieldProblem, match="nothing was chosen"):
        add_team_task(vault, kitchen, "", 690, 720)
    with pytest.raises(LookupError):
        team_task(vault, "gone")


def test_what_went_into_a_post_stays_as_it_is(vault: Database, kitchen: str) -> None:
    one = add_team_task(vault, kitchen, add_task(vault, "Laying tables").id, 690, 720)
    made = carve(vault, kitchen, [one.id], today=TODAY, title="Lunch service")
    for act in (lambda: move_team_task(vault, one.id, 15), lambda: remove_team_task(vault, one.id)):
        with pytest.raises(Problem, match=f"went into {made.reference}"):
            act()


def test_a_whole_day_is_one_change(vault: Database, kitchen: str) -> None:
    add_task(vault, "Laying tables")
    typed = read_day("11:30 to 12 laying TABLES\n12 to 1 Ringing the bell; the cook")
    with pytest.raises(Problem, match="“Ringing the bell” is not among the tasks") as told:
        lay_day(vault, kitchen, typed)
    assert told.value.details == ("Ringing the bell",)
    assert team_day(vault, kitchen) == ()
    lay_day(vault, kitchen, typed, add_new=True)
    assert [one.name for one in team_day(vault, kitchen)] == ["Laying tables", "Ringing the bell"]
    undone = history.undo(vault)
    assert undone is not None and undone.action == "Laid 2 tasks on the day of Kitchen"
    assert team_day(vault, kitchen) == ()
    assert [one.name for one in tasks(vault)] == ["Laying tables"]
    with pytest.raises(Problem, match="Nothing was typed"):
        lay_day(vault, kitchen, ())
