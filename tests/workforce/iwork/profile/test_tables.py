"""Tables of profiles: by reference, exempt, without a name."""

from datetime import date

from resources.database import Database
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.people.people import Person
from workforce.iwork.profile.profiles import edit_profile
from workforce.iwork.profile.shipped import add_shipped_words
from workforce.iwork.profile.tables import adjustments_table, profile_table, profiles_table, tasks_table
from workforce.iwork.profile.tasks import archive_task, tasks
from workforce.iwork.profile.travel import Way, set_way
from workforce.iwork.vocabulary import TravelMode

TODAY = date(2026, 11, 23)


def test_words_are_listed_with_their_keys(vault: Database) -> None:
    add_shipped_words(vault)
    first = tasks(vault)[0]
    archive_task(vault, first.id, today=TODAY)
    table, keys = tasks_table(vault)
    assert len(table.rows) == len(keys) == len(tasks_table(vault, archived=False)[1]) + 1
    assert table.rows[keys.index(first.id)] == (first.name, first.easy, first.area, "Archived")
    assert adjustments_table(vault)[0].rows[0][2] == "Current"


def test_profiles_are_told_without_a_name(vault: Database, ada: Person) -> None:
    edit_profile(vault, ada.id, strengths="Always on time", minutes_wanted=450)
    set_way(vault, ada.id, Way(TravelMode.WALK))
    one, every = profile_table(vault, ada.id, today=TODAY), profiles_table(vault, today=TODAY)
    assert one.exempt is every.exempt is IDENTITY
    assert ("Strengths", "Always on time") in one.rows and ("Walking", "without a most") in one.rows
    assert "Still to ask: What do they like doing?" in one.notes
    assert every.rows[0][:3] == ("IW-001", "A.E.", "7.5")
    assert "Ada" not in f"{one}{every}" and "Example" not in f"{one}{every}"
