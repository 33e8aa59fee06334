"""When somebody can work is set for a whole week at once."""

import pytest

from resources.database import Database
from resources.problem import Problem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.availability import availability_of, set_availability, week_of
from workforce.iwork.weeks import WeekTime, read_week, week_said


def test_a_week_is_set_and_what_stays_is_not_written_again(vault: Database, ada: Person) -> None:
    first = set_availability(vault, ada.id, read_week("Mon 9 to 12; Wed 9 to 2"))
    second = set_availability(vault, ada.id, read_week("Mon 9 to 12; Fri 9 to 2"))
    assert week_said(week_of(vault, ada.id)) == "Mon 9am to midday; Fri 9am to 2pm"
    assert first[0].id == second[0].id
    assert set_availability(vault, ada.id, ()) == availability_of(vault, ada.id) == []


def test_times_that_overlap_are_joined(vault: Database, ada: Person) -> None:
    set_availability(vault, ada.id, [WeekTime(0, 540, 720), WeekTime(0, 660, 840), WeekTime(0, 840, 900)])
    assert [one.time for one in availability_of(vault, ada.id)] == [WeekTime(0, 540, 900)]


def test_a_time_that_ends_before_it_begins_leaves_the_week_as_it_was(vault: Database, ada: Person) -> None:
    set_availability(vault, ada.id, read_week("Mon 9 to 12"))
    with pytest.raises(Problem, match="ends before it begins"):
        set_availability(vault, ada.id, [WeekTime(1, 840, 540)])
    assert week_said(week_of(vault, ada.id)) == "Mon 9am to midday"
