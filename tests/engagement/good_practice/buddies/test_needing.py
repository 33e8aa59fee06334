from datetime import date

from engagement.good_practice.buddies.needing import buddies_of, needing_buddies
from engagement.good_practice.buddies.pairs import agree_pair, end_pair
from engagement.register.council import set_council
from engagement.register.services import archive_service
from engagement.register.vocabulary import Rating
from resources.database import Database
from tests.engagement.good_practice.conftest import TODAY, Home


def test_the_worst_come_first_and_of_these_the_newest(db: Database, home: Home) -> None:
    home("Good")
    home("Unrated", None)
    home("Old RI", Rating.REQUIRES_IMPROVEMENT, on=date(2018, 1, 1))
    home("New RI", Rating.REQUIRES_IMPROVEMENT, on=date(2019, 10, 1))
    home("Inadequate", Rating.INADEQUATE, on=date(2017, 1, 1))
    archive_service(db, home("Put away", Rating.INADEQUATE).id, today=TODAY)
    assert [one.name for one in needing_buddies(db, TODAY)] == ["Inadequate", "New RI", "Old RI"]
    assert [one.name for one in needing_buddies(db, date(2018, 6, 1))] == ["Inadequate", "Old RI"]


def test_who_has_a_buddy_says_so_while_the_pair_goes_on(db: Database, home: Home) -> None:
    poor, good = home("Elm", Rating.INADEQUATE), home("Larkmeadow")
    made = agree_pair(db, poor.id, good.id, on=TODAY, today=TODAY)
    assert needing_buddies(db, TODAY)[0].buddies == ("Larkmeadow",)
    end_pair(db, made.id, on=TODAY, reason="Done", today=TODAY)
    assert needing_buddies(db, TODAY)[0].buddies == () and buddies_of(db) == {}


def test_only_the_council_s_own_where_it_is_known(db: Database, home: Home) -> None:
    home("Elm", Rating.INADEQUATE)
    set_council(db, "Derbyshire")
    assert needing_buddies(db, TODAY) == []
