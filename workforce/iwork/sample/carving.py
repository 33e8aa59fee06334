"""The sample’s carving day: the dining room of a home from hour to hour, and the lunch tasks carved into a post."""

from datetime import date

from resources.database import Database
from workforce.iwork.carving.carving import carve
from workforce.iwork.carving.day import read_day
from workforce.iwork.carving.team_tasks import lay_day
from workforce.iwork.carving.teams import add_team
from workforce.iwork.posts.posts import posts

_KITCHEN = """7:30 to 8:00 Laying tables; kitchen assistant
8:00 to 9:00 Serving meals; care assistant
9:00 to 9:45 Clearing tables; kitchen assistant
9:45 to 10:30 Loading the dishwasher; kitchen assistant
10:30 to 11:00 Making drinks; care assistant
11:15 to 12:00 Laying tables; care assistant
12:00 to 13:00 Serving meals; kitchen assistant
12:15 to 13:00 Pouring drinks; care assistant
13:00 to 13:30 Clearing tables; care assistant
13:30 to 14:15 Loading the dishwasher; kitchen assistant
14:30 to 15:00 Wiping tables and trays; kitchen assistant; may move
15:00 to 15:30 Making drinks; care assistant
17:00 to 18:00 Serving meals; kitchen assistant"""
_LAUNDRY = """8:00 to 9:00 Sorting laundry; laundry assistant
9:00 to 11:00 Folding laundry; laundry assistant; may move
11:00 to 12:00 Putting laundry away; laundry assistant; may move
14:00 to 15:00 Ironing; laundry assistant; may move"""
_LUNCH = ("Pouring drinks", "Clearing tables")


def add_carving(vault: Database, *, today: date) -> None:
    """Two teams of the home with the lunch posts; a post is being carved from the first."""
    lunch = next((one for one in posts(vault) if "lunch" in one.title.casefold()), posts(vault)[0])
    dining = add_team(vault, lunch.employer_id, "Dining room", weekday=0, day_from=7 * 60, day_until=19 * 60,
                      note="As the manager told it; Tuesday to Friday are alike.")  # fmt: skip
    laid = lay_day(vault, dining.id, read_day(_KITCHEN), add_new=True)
    chosen = [one.key for one in laid if one.name in _LUNCH and one.from_minute >= 12 * 60]
    carve(vault, dining.id, chosen, today=today, title="Drinks and clearing at lunch", weekdays=range(5))
    laundry = add_team(vault, lunch.employer_id, "Laundry", day_from=7 * 60, day_until=16 * 60)
    lay_day(vault, laundry.id, read_day(_LAUNDRY), add_new=True)
