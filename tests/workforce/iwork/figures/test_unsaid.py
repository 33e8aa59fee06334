"""What the figures wait for, said to the team alone."""

from resources.database import Database
from tests.workforce.iwork.figures.held import TODAY, filled
from workforce.iwork.figures.unsaid import Unsaid, unsaid_on
from workforce.iwork.people.people import edit_person
from workforce.iwork.vocabulary import KnownOrNot


def test_what_is_not_filled_in_of_people_in_work_is_counted(vault: Database, db: Database) -> None:
    keys = filled(vault, db, people=4, at_work=3)
    waits = unsaid_on(vault, TODAY)
    assert (waits.measure, waits.hours, waits.checkpoints) == (0, 0, 3), "26 weeks had passed on 2 November"
    edit_person(vault, keys[0], today=TODAY, long_term_support=KnownOrNot.NOT_KNOWN)
    edit_person(vault, keys[3], today=TODAY, long_term_support=KnownOrNot.NOT_KNOWN)
    assert unsaid_on(vault, TODAY).measure == 1, "the fourth is not in work"


def test_each_is_said_with_where_it_is_filled_in() -> None:
    assert Unsaid().sentences == []
    one, two, three = Unsaid(1, 2, 3).sentences
    assert one.startswith("1 person in work is") and "side People" in one
    assert two.startswith("2 people in work have no hours") and "Placements" in two
    assert three.startswith("3 people in work were not looked at") and "To do" in three
