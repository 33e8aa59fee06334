"""The sample register as a whole: each part is made of what the one before it made."""

from datetime import UTC, datetime

from resources.database import Database
from workforce.iwork.carving.teams import teams
from workforce.iwork.matching.assigning.planning import plan
from workforce.iwork.matching.ranking import Standing, people_for
from workforce.iwork.matching.reading import read_pool
from workforce.iwork.people.people import people
from workforce.iwork.placements.placements import placements
from workforce.iwork.placements.todo_reading import to_do
from workforce.iwork.posts.posts import post, posts
from workforce.iwork.posts.shifts import shifts_of
from workforce.iwork.sample.making import add_register
from workforce.iwork.vocabulary import IN_WORK

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_sixty_people_and_their_posts_with_something_to_do_on_every_side(
    vault: Database, county: Database
) -> None:
    before = county.value("select count(*) from history_change")
    add_register(vault, county, now=NOW)
    held = people(vault, closed=True)
    assert (len(held), len(posts(vault))) == (60, 26), "25, and the one that is carved"
    assert 14 <= sum(one.stage in IN_WORK for one in placements(vault)) <= 20
    at_posts = [one for one in placements(vault) if one.stage in IN_WORK and one.post_id]
    for one in at_posts:
        where = post(vault, str(one.post_id))
        assert one.started_on and where.start_on and where.start_on <= one.started_on, (
            "nobody works there before"
        )
        assert one.started_on.weekday() in {shift.weekday for shift in shifts_of(vault, where.id)}
    assert any(one.closed_on for one in held) and sum(bool(one.purge_asked_at) for one in held) == 1
    assert teams(vault) and to_do(vault, NOW.date())
    found = plan(vault, today=NOW.date())
    assert found.suggested and found.unplaced, "some find a post, and some are told why they do not"
    pool = read_pool(vault, today=NOW.date())
    lunch = next(one for one in pool.posts if one.number == 1)
    looking = {one.key for one in pool.looking}
    found_there = [one for one in people_for(pool, lunch) if one.person.key in looking]
    fit = [one for one in found_there if one.fit.fits]
    nearly = [one for one in found_there if one.standing is Standing.COULD_FIT and len(one.fit.unmet) == 1]
    assert len(fit) in (2, 3) and len(nearly) >= 4, "the lunch posts"
    assert county.value("select count(*) from history_change") == before, "the office’s file is only read"
