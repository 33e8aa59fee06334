"""A post made of tasks of a team's day, and tasks taken back."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.carving.carving import carve, posts_to_carve_into, take_back
from workforce.iwork.carving.day import read_day
from workforce.iwork.carving.team_tasks import lay_day, team_day
from workforce.iwork.carving.teams import add_team
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.post_tasks import post_tasks_of
from workforce.iwork.posts.posts import add_post, edit_post, post
from workforce.iwork.posts.shifts import set_shifts, shifts_of
from workforce.iwork.vocabulary import PostStatus
from workforce.iwork.weeks import WeekTime

TODAY = date(2026, 11, 23)
DAY = """11:30 to 12:00 Laying tables
12:00 to 13:00 Serving
13:10 to 14:00 Clearing tables
16:00 to 16:30 Watering plants"""


@pytest.fixture
def kitchen(vault: Database) -> str:
    home = add_employer(vault, today=TODAY, name="Rosewood House").id
    team = add_team(vault, home, "Kitchen", weekday=0).id
    lay_day(vault, team, read_day(DAY), add_new=True)
    return team


def keys(vault: Database, team: str, *names: str) -> list[str]:
    return [one.key for one in team_day(vault, team) if one.name in names]


def shifts(vault: Database, key: str) -> list[tuple[int, int, int]]:
    return [(one.weekday, one.from_minute, one.until_minute) for one in shifts_of(vault, key)]


def test_a_post_has_the_tasks_and_the_shift_that_they_make(vault: Database, kitchen: str) -> None:
    chosen = keys(vault, kitchen, "Laying tables", "Serving", "Clearing tables")
    made = carve(vault, kitchen, chosen, today=TODAY, title="Lunch service")
    assert (made.status, made.minutes_least, made.minutes_most) == (PostStatus.CARVING, 150, 150)
    assert shifts(vault, made.id) == [(0, 690, 840)]
    assert [(one.weekday, one.from_minute, one.until_minute) for one in post_tasks_of(vault, made.id)] == [
        (None, 690, 720), (None, 720, 780), (None, 790, 840),
    ]  # fmt: skip
    assert {one.name: one.post for one in team_day(vault, kitchen)}["Serving"] == made.reference
    undone = history.undo(vault)
    assert undone is not None and undone.action == f"Carved {made.reference} from Kitchen"
    assert {one.post for one in team_day(vault, kitchen)} == {""}


def test_the_same_day_may_be_worked_several_times_a_week(vault: Database, kitchen: str) -> None:
    made = carve(
        vault, kitchen, keys(vault, kitchen, "Serving"), today=TODAY, title="Lunch", weekdays=[0, 2, 4]
    )
    assert shifts(vault, made.id) == [(0, 720, 780), (2, 720, 780), (4, 720, 780)]
    assert made.minutes_least == 180
    assert len(post_tasks_of(vault, made.id)) == 1
    further = carve(
        vault, kitchen, keys(vault, kitchen, "Clearing tables"), today=TODAY, post_id=made.id, weekdays=[0]
    )
    assert shifts(vault, made.id) == [(0, 720, 840), (2, 720, 780), (4, 720, 780)]
    assert [one.weekday for one in post_tasks_of(vault, made.id)] == [None, 0]
    assert further.minutes_most == 240


def test_hours_that_somebody_wrote_stay(vault: Database, kitchen: str) -> None:
    made = carve(vault, kitchen, keys(vault, kitchen, "Serving"), today=TODAY, title="Lunch")
    edit_post(vault, made.id, today=TODAY, minutes_least=600, minutes_most=900)
    carve(vault, kitchen, keys(vault, kitchen, "Watering plants"), today=TODAY, post_id=made.id)
    assert post(vault, made.id).minutes_least == 600


def test_what_cannot_be_carved_is_refused(vault: Database, kitchen: str) -> None:
    serving = keys(vault, kitchen, "Serving")
    with pytest.raises(Problem, match="No task is chosen"):
        carve(vault, kitchen, [], today=TODAY, title="Lunch")
    with pytest.raises(FieldProblem, match="Say what the post is"):
        carve(vault, kitchen, serving, today=TODAY)
    made = carve(vault, kitchen, serving, today=TODAY, title="Lunch")
    with pytest.raises(Problem, match=f"went into {made.reference} already"):
        carve(vault, kitchen, serving, today=TODAY, title="Again")
    elsewhere = add_post(
        vault, add_employer(vault, today=TODAY, name="Ashby Court").id, "Garden", today=TODAY
    )
    with pytest.raises(FieldProblem, match="another employer"):
        carve(vault, kitchen, keys(vault, kitchen, "Laying tables"), today=TODAY, post_id=elsewhere.id)
    move_post(vault, made.id, PostStatus.OPEN, today=TODAY)
    with pytest.raises(FieldProblem, match="Move it back to “Carving”"):
        carve(vault, kitchen, keys(vault, kitchen, "Laying tables"), today=TODAY, post_id=made.id)
    assert posts_to_carve_into(vault, kitchen) == []


def test_tasks_go_back_and_the_shift_follows(vault: Database, kitchen: str) -> None:
    made = carve(
        vault, kitchen, keys(vault, kitchen, "Serving", "Clearing tables"), today=TODAY, title="Lunch"
    )
    taken = take_back(vault, kitchen, keys(vault, kitchen, "Clearing tables"), today=TODAY)
    assert (taken.tasks, taken.sentences) == (1, ())
    assert shifts(vault, made.id) == [(0, 720, 780)]
    assert post(vault, made.id).minutes_least == 60
    last = take_back(vault, kitchen, keys(vault, kitchen, "Serving"), today=TODAY)
    assert last.sentences == (f"{made.reference} has no tasks left: carve others into it, or withdraw it.",)
    assert (post_tasks_of(vault, made.id), shifts(vault, made.id)) == ([], [])
    with pytest.raises(Problem, match="nothing to take back"):
        take_back(vault, kitchen, keys(vault, kitchen, "Serving"), today=TODAY)


def test_shifts_that_somebody_changed_stay_and_that_is_said(vault: Database, kitchen: str) -> None:
    made = carve(
        vault, kitchen, keys(vault, kitchen, "Serving", "Clearing tables"), today=TODAY, title="Lunch"
    )
    set_shifts(vault, made.id, [WeekTime(0, 600, 900)])
    taken = take_back(vault, kitchen, keys(vault, kitchen, "Serving"), today=TODAY)
    assert "they stay: look at them" in taken.sentences[0]
    assert shifts(vault, made.id) == [(0, 600, 900)]
    move_post(vault, made.id, PostStatus.OPEN, today=TODAY)
    with pytest.raises(Problem, match="Move it back to “Carving”"):
        take_back(vault, kitchen, keys(vault, kitchen, "Clearing tables"), today=TODAY)
