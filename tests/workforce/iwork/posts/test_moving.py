"""Where a post stands: moved by hand, or as its places are filled."""

from datetime import date

import pytest

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from workforce.iwork.employers.employers import add_employer, employer
from workforce.iwork.people.people import add_person
from workforce.iwork.posts.moving import (
    filled_places,
    move_post,
    post_steps_of,
    settle_status,
    taken_places,
)
from workforce.iwork.posts.posts import Post, add_post, edit_post, post
from workforce.iwork.vocabulary import EmployerStage, PostStatus, Stage

TODAY = date(2026, 11, 23)
S = PostStatus


@pytest.fixture
def lunch(vault: Database) -> Post:
    """An open post for 2 to 3 people."""
    home = add_employer(vault, today=TODAY, name="Rosewood House")
    return add_post(
        vault, home.id, "Lunch service", today=TODAY, status=S.OPEN, places_least=2, places_most=3
    )


def place(vault: Database, held: Post, stage: Stage, paused_from: Stage | None = None) -> str:
    person = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example")
    key = new_key()
    ended = TODAY.isoformat() if stage in (Stage.LEFT, Stage.WITHDRAWN) else None
    with change(vault, "Placed somebody"):
        vault.insert_row(
            "placement",
            {
                "id": key, "person_id": person.id, "post_id": held.id, "stage": stage.value, "ended_on": ended,
                "paused_from": paused_from.value if paused_from else None, "began_on": TODAY.isoformat(),
            },
        )  # fmt: skip
    return key


def test_every_move_is_a_step_with_who_and_why(vault: Database, lunch: Post) -> None:
    move_post(vault, lunch.id, S.CARVING, today=TODAY)
    move_post(vault, lunch.id, S.WITHDRAWN, today=TODAY, reason="No budget")
    steps = post_steps_of(vault, lunch.id)
    assert [(one.from_status, one.to_status) for one in steps] == [
        (None, S.OPEN),
        (S.OPEN, S.CARVING),
        (S.CARVING, S.WITHDRAWN),
    ]
    assert (steps[-1].by, steps[-1].reason, steps[-1].done_on) == ("Test Coach", "No budget", TODAY)
    assert post(vault, lunch.id).closed_on == TODAY


def test_an_employer_with_an_open_post_has_posts(vault: Database) -> None:
    home = add_employer(vault, today=TODAY, name="Elm House")
    held = add_post(vault, home.id, "Laundry", today=TODAY)
    assert employer(vault, home.id).stage is EmployerStage.INTEREST
    move_post(vault, held.id, S.OPEN, today=TODAY)
    assert employer(vault, home.id).stage is EmployerStage.POSTS


def test_what_is_over_may_come_again(vault: Database, lunch: Post) -> None:
    move_post(vault, lunch.id, S.CLOSED, today=TODAY, reason="Done")
    assert move_post(vault, lunch.id, S.OPEN, today=TODAY).closed_on is None


def test_closing_needs_a_reason_and_nothing_is_written_without(vault: Database, lunch: Post) -> None:
    with pytest.raises(FieldProblem, match="Why: nothing is written"):
        move_post(vault, lunch.id, S.CLOSED, today=TODAY)
    with pytest.raises(Problem, match="P-001: “Filled” is not set by hand"):
        move_post(vault, lunch.id, S.FILLED, today=TODAY)
    assert len(post_steps_of(vault, lunch.id)) == 1


def test_status_follows_from_who_works_there(vault: Database, lunch: Post) -> None:
    place(vault, lunch, Stage.MATCHED)
    assert settle_status(vault, lunch.id, today=TODAY).status is S.OPEN
    place(vault, lunch, Stage.STARTED)
    assert settle_status(vault, lunch.id, today=TODAY).status is S.PART_FILLED
    assert (filled_places(vault, lunch.id), taken_places(vault, lunch.id)) == (1, 2)
    place(vault, lunch, Stage.IN_POST)
    place(vault, lunch, Stage.SUSTAINED_13)
    assert settle_status(vault, lunch.id, today=TODAY).status is S.FILLED
    assert post_steps_of(vault, lunch.id)[-1].reason == "It follows from the placements."


def test_who_left_takes_no_place_and_who_paused_keeps_theirs(vault: Database, lunch: Post) -> None:
    place(vault, lunch, Stage.LEFT)
    place(vault, lunch, Stage.PAUSED, Stage.IN_POST)
    place(vault, lunch, Stage.PAUSED, Stage.MATCHED)
    assert (filled_places(vault, lunch.id), taken_places(vault, lunch.id)) == (1, 2)


def test_fewer_places_fill_a_post(vault: Database, lunch: Post) -> None:
    place(vault, lunch, Stage.IN_POST)
    settle_status(vault, lunch.id, today=TODAY)
    changed = edit_post(vault, lunch.id, today=TODAY, places_least=1, places_most=1)
    assert changed.status is S.FILLED


def test_a_post_with_people_is_not_withdrawn(vault: Database, lunch: Post) -> None:
    place(vault, lunch, Stage.MATCHED)
    with pytest.raises(Problem, match="taken or spoken for"):
        move_post(vault, lunch.id, S.WITHDRAWN, today=TODAY, reason="No budget")


def test_a_closed_post_that_opens_again_is_as_full_as_it_was(vault: Database, lunch: Post) -> None:
    place(vault, lunch, Stage.IN_POST)
    move_post(vault, lunch.id, S.CLOSED, today=TODAY, reason="Done")
    assert move_post(vault, lunch.id, S.OPEN, today=TODAY).status is S.PART_FILLED
