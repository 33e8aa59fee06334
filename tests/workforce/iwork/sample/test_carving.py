"""The sample's carving day."""

from datetime import date

from resources.database import Database
from workforce.iwork.carving.carving import posts_to_carve_into
from workforce.iwork.carving.day import made_of
from workforce.iwork.carving.team_tasks import team_day
from workforce.iwork.carving.teams import teams
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.posts.posts import add_post
from workforce.iwork.sample.carving import add_carving
from workforce.iwork.vocabulary import PostStatus

TODAY = date(2026, 11, 23)


def test_a_post_is_being_carved_at_the_home_with_the_lunch_posts(vault: Database) -> None:
    add_post(vault, add_employer(vault, today=TODAY, name="Ashby Court").id, "Laundry", today=TODAY)
    home = add_employer(vault, today=TODAY, name="Rosewood House").id
    add_post(vault, home, "Lunch service assistant", today=TODAY)
    add_carving(vault, today=TODAY)
    dining, laundry = teams(vault)
    assert {dining.employer_id, laundry.employer_id} == {home}
    carved = [one for one in team_day(vault, dining.id) if one.post]
    assert [one.name for one in carved] == ["Pouring drinks", "Clearing tables"]
    assert made_of(carved).gaps == ()
    made = next(one for one in posts_to_carve_into(vault, dining.id) if one.status is PostStatus.CARVING)
    assert (made.hours_said, made.reference) == ("6.25", carved[0].post)
