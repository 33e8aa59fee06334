"""A small register for tests of matching: four people, and the lunch posts at an invented nursing home."""

from dataclasses import dataclass, field
from datetime import date

from resources.database import Database
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.people.consents import give_consents
from workforce.iwork.people.people import add_person
from workforce.iwork.posts.post_tasks import set_post_tasks
from workforce.iwork.posts.posts import add_post
from workforce.iwork.posts.shifts import set_shifts
from workforce.iwork.profile.adjustments import add_adjustment, adjustment_by_name
from workforce.iwork.profile.availability import set_availability
from workforce.iwork.profile.needs import set_needs
from workforce.iwork.profile.profile_tasks import set_task_wishes
from workforce.iwork.profile.profiles import edit_profile
from workforce.iwork.profile.tasks import add_task, task_by_name
from workforce.iwork.profile.travel import Way, set_ways
from workforce.iwork.vocabulary import BuddyNeed, ConsentScope, Level, Need, PostStatus, TaskWish, TravelMode
from workforce.iwork.weeks import read_week

TODAY = date(2026, 11, 23)


@dataclass
class Team:
    """Keys by what they are called here."""

    vault: Database
    keys: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.keys[name]

    def person(self, name: str, *, week: str = "", consents: bool = True, postcode: str = "NG1 1AA") -> str:
        """Somebody who travels by bus for an hour at most."""
        key = add_person(
            self.vault, name, date(2026, 9, 1), today=TODAY, family_name="Example", postcode=postcode
        ).id
        if consents:
            give_consents(self.vault, key, [ConsentScope.MATCHING], date(2026, 9, 1), today=TODAY)
        if week:
            set_availability(self.vault, key, read_week(week))
        set_ways(self.vault, key, [Way(TravelMode.BUS, 60)])
        self.keys[name] = key
        return key


def a_team(vault: Database) -> Team:
    """Ada fits, Bel would with a later start and a list, Cy has not agreed, Dee avoids the heart of the post."""
    team = Team(vault)
    for name, easy in (("Laying tables", "laying the tables"), ("Washing up", "washing up")):
        held = task_by_name(vault, name)  # a new register has some
        team.keys[name] = (held or add_task(vault, name, easy=easy, area="Kitchen and dining")).id
    listed = adjustment_by_name(vault, "Written list of tasks")
    easy = "Give me a list so that I can tick things off."
    team.keys["list"] = (listed or add_adjustment(vault, "Written list of tasks", easy=easy)).id
    ada = team.person("Ada", week="Mon, Wed, Fri 11:00 to 15:00")
    edit_profile(
        vault, ada, minutes_wanted=450, minutes_most=480, noise=Level.HIGH, buddy=BuddyNeed.NOT_NEEDED,
        ready_from=date(2026, 10, 1),
    )  # fmt: skip
    set_task_wishes(
        vault, ada, {TaskWish.LIKES: [team["Laying tables"]]}, done_before=[team["Laying tables"]]
    )
    bel = team.person("Bel", week="Mon, Wed, Fri 12:00 to 15:00")
    set_needs(vault, bel, {team["list"]: Need.MUST})
    team.person("Cy", week="Mon, Wed, Fri 11:00 to 15:00", consents=False)
    dee = team.person("Dee", week="Mon, Wed, Fri 11:00 to 15:00")
    set_task_wishes(vault, dee, {TaskWish.AVOID: [team["Laying tables"]]})
    _add_post(team)
    return team


def _add_post(team: Team) -> None:
    vault = team.vault
    team.keys["home"] = add_employer(vault, today=TODAY, name="Rosewood House", postcode="NG1 1AA").id
    post = add_post(
        vault, team["home"], "Lunch service assistant", today=TODAY, status=PostStatus.OPEN, places_least=2,
        places_most=3, minutes_least=450, minutes_most=450, noise=Level.MEDIUM,
    )  # fmt: skip
    team.keys["post"] = post.id
    set_shifts(vault, post.id, read_week("Mon, Wed, Fri 11:30 to 14:00"))
    set_post_tasks(vault, post.id, {team["Laying tables"]: True, team["Washing up"]: False})
