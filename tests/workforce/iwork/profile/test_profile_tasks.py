"""What somebody says of tasks."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import Problem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.profile_tasks import (
    profile_task,
    profile_tasks_of,
    remove_task_wish,
    set_task_wish,
    set_task_wishes,
)
from workforce.iwork.profile.tasks import Task, add_task, archive_task
from workforce.iwork.vocabulary import TaskWish

LIKES, TRY, AVOID = TaskWish


@pytest.fixture
def three(vault: Database) -> list[Task]:
    return [add_task(vault, name) for name in ("Laying tables", "Mowing", "Washing up")]


def test_a_wish_is_set_changed_and_taken_away(vault: Database, ada: Person, three: list[Task]) -> None:
    made = set_task_wish(vault, ada.id, three[0].id, LIKES, note=" at lunch ")
    assert (made.note, made.done_before) == ("at lunch", False)
    again = set_task_wish(vault, ada.id, three[0].id, LIKES, done_before=True)
    assert (again.id, again.note, again.done_before) == (made.id, "at lunch", True)
    remove_task_wish(vault, ada.id, three[0].id, LIKES)
    assert profile_tasks_of(vault, ada.id) == []
    with pytest.raises(LookupError):
        profile_task(vault, made.id)
    with pytest.raises(Problem, match="The profile of IW-001 does not say “likes” of “Laying tables”"):
        remove_task_wish(vault, ada.id, three[0].id, LIKES)


def test_both_of_one_task_may_stand(vault: Database, ada: Person, three: list[Task]) -> None:
    set_task_wish(vault, ada.id, three[0].id, LIKES)
    set_task_wish(vault, ada.id, three[0].id, AVOID)
    assert {one.wish for one in profile_tasks_of(vault, ada.id)} == {LIKES, AVOID}


def test_all_at_once_leaves_notes_and_what_is_not_given(
    vault: Database, ada: Person, three: list[Task]
) -> None:
    first, second, third = (one.id for one in three)
    set_task_wish(vault, ada.id, first, LIKES, note="kept")
    set_task_wish(vault, ada.id, third, AVOID)
    held = set_task_wishes(vault, ada.id, {LIKES: (first, second)}, done_before=(second,))
    assert [(one.task_id, one.wish, one.note, one.done_before) for one in held] == [
        (first, LIKES, "kept", False), (second, LIKES, "", True), (third, AVOID, "", False),
    ]  # fmt: skip
    assert [one.task_id for one in set_task_wishes(vault, ada.id, {LIKES: (), AVOID: (third,)})] == [third]


def test_an_archived_task_stays_but_is_not_chosen_anew(
    vault: Database, ada: Person, three: list[Task]
) -> None:
    set_task_wish(vault, ada.id, three[0].id, LIKES)
    archive_task(vault, three[0].id, today=date(2026, 11, 23))
    assert set_task_wish(vault, ada.id, three[0].id, LIKES, done_before=True).done_before
    with pytest.raises(Problem, match="is archived"):
        set_task_wish(vault, ada.id, three[0].id, TRY)
