"""The sample’s employers and posts."""

from datetime import date

from resources.database import Database
from workforce.iwork.employers.employers import employer
from workforce.iwork.posts.post_tasks import post_tasks_of
from workforce.iwork.profile.shipped import add_shipped_words
from workforce.iwork.sample.employers import EMPLOYERS, POSTS, add_employers, add_posts
from workforce.iwork.sample.post_kinds import KINDS, LUNCH, NOT_OPEN
from workforce.iwork.vocabulary import TAKING, PostStatus

TODAY = date(2026, 11, 23)


def test_the_lunch_posts_are_at_a_nursing_home_and_there_are_25(vault: Database, county: Database) -> None:
    add_shipped_words(vault)
    homes = add_employers(vault, county, today=TODAY)
    made = add_posts(vault, homes, today=TODAY)
    assert (len(homes), len(made), len({one.district for one in homes})) == (EMPLOYERS, POSTS, 7)
    lunch = made[0]
    assert (lunch.title, lunch.places_said, lunch.status) == ("Lunch service", "2 to 3", PostStatus.OPEN)
    assert employer(vault, lunch.employer_id).name.startswith("Nursing home")
    assert lunch.note.startswith("2 to 3 newly created part-time posts to assist with the lunch service")
    assert len({employer(vault, one.id).stage for one in homes}) == 5
    assert sum(one.status in TAKING for one in made) == POSTS - len(NOT_OPEN) - 1
    assert all(post_tasks_of(vault, one.id) for one in made if one.status in TAKING)


def test_every_task_of_the_sample_is_one_that_ships(vault: Database) -> None:
    add_shipped_words(vault)
    shipped = {name for (name,) in vault.rows("select name from task")}
    named = {name for kind in (LUNCH, *KINDS, *NOT_OPEN) for name in (*kind.core, *kind.others)}
    assert named <= shipped
