"""Teams whose day is laid out."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.carving.carving import carve
from workforce.iwork.carving.team_tasks import add_team_task, team_day
from workforce.iwork.carving.teams import (
    add_team,
    edit_team,
    is_team,
    remove_team,
    team,
    team_by_name,
    teams,
    teams_of,
)
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.profile.tasks import add_task

TODAY = date(2026, 11, 23)


@pytest.fixture
def home(vault: Database) -> str:
    return add_employer(vault, today=TODAY, name="Rosewood House").id


def test_a_team_is_kept_changed_and_found(vault: Database, home: str) -> None:
    kitchen = add_team(vault, home, "Kitchen", weekday=0)
    laundry = add_team(vault, home, "Laundry")
    assert (kitchen.day, laundry.day, kitchen.day_from, kitchen.day_until) == ("Monday", "Any day", 420, 1200)
    assert edit_team(vault, kitchen.id, day_from=360, note="Two cooks").day_from == 360
    assert (
        [one.name for one in teams(vault)]
        == ["Kitchen", "Laundry"]
        == [one.name for one in teams_of(vault, home)]
    )
    assert team_by_name(vault, "rosewood kitchen").id == kitchen.id
    assert is_team(vault, kitchen.id) and not is_team(vault, home)


def test_what_cannot_be_is_refused(vault: Database, home: str) -> None:
    with pytest.raises(FieldProblem, match="nothing is written"):
        add_team(vault, home, " ")
    with pytest.raises(FieldProblem, match="is not after"):
        add_team(vault, home, "Kitchen", day_from=900, day_until=800)
    add_team(vault, home, "Kitchen", weekday=0)
    add_team(vault, home, "Kitchen", weekday=1)
    with pytest.raises(Problem, match="may be any of 2 teams") as told:
        team_by_name(vault, "kitchen")
    assert told.value.details == ("Rosewood House: Kitchen, Monday", "Rosewood House: Kitchen, Tuesday")
    with pytest.raises(Problem, match="No team is called"):
        team_by_name(vault, "garden")
    with pytest.raises(LookupError):
        team(vault, "gone")


def test_a_team_goes_with_its_tasks_but_not_once_a_post_was_carved(vault: Database, home: str) -> None:
    kitchen = add_team(vault, home, "Kitchen", weekday=0)
    task = add_team_task(vault, kitchen.id, add_task(vault, "Laying tables").id, 690, 720)
    carve(vault, kitchen.id, [task.id], today=TODAY, title="Lunch service")
    with pytest.raises(Problem, match="went into a post"):
        remove_team(vault, kitchen.id)
    other = add_team(vault, home, "Laundry")
    add_team_task(vault, other.id, task.task_id, 600, 660)
    remove_team(vault, other.id)
    assert not is_team(vault, other.id)
    assert team_day(vault, other.id) == ()
