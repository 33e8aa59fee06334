"""The sample county's learning."""

from datetime import time

import pytest

from resources.database import Database, change
from resources.wording import from_london
from tests.workforce.sample import small_county
from tests.workforce.sample.small_county import TODAY
from workforce.sample.learning import AT_TWO, LEARNERS, LEFT, add_learning
from workforce.training.bookings import places_of
from workforce.training.learners import learners, posts_on
from workforce.training.same_learner import likely_same
from workforce.training.sessions import training_sessions
from workforce.training.sessions_attention import sessions_attention
from workforce.training.uln import is_uln
from workforce.training.vocabulary import SessionStatus


@pytest.fixture
def county(db: Database) -> Database:
    with change(db, "Made a register"):
        small_county._fill(db)
    add_learning(db, today=TODAY)
    return db


def test_people_have_posts_some_two_and_some_have_left(county: Database) -> None:
    held = learners(county)
    assert len(held) == LEARNERS + 1
    places = [len({post.provider_id for post in posts_on(county, one.id, TODAY)}) for one in held]
    assert (places.count(2), places.count(0)) == (AT_TWO, LEFT)
    assert all(is_uln(one.uln) for one in held if one.uln)
    assert len(likely_same(county)) == 1


def test_there_are_sessions_held_cancelled_full_and_without_attendance(county: Database) -> None:
    sessions = training_sessions(county)
    by_status = {status: [one for one in sessions if one.status is status] for status in SessionStatus}
    assert {status: len(some) for status, some in by_status.items()} == {
        SessionStatus.PLANNED: 4, SessionStatus.HELD: 5, SessionStatus.CANCELLED: 1,
    }  # fmt: skip
    assert any(places_of(county, one.id).waiting for one in by_status[SessionStatus.PLANNED])
    now = from_london(TODAY, time(12))
    assert [line.verb for line in sessions_attention(county, now)] == ["Take attendance", "Open the session"]
    assert county.value("select count(*) from training_record where source = 'session'") > 40
