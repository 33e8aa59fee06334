"""How somebody gets to work."""

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.travel import (
    Way,
    checked_way,
    miles_said,
    most_said,
    most_typed,
    read_most,
    remove_way,
    set_way,
    set_ways,
    travel,
    travel_of,
)
from workforce.iwork.vocabulary import TravelMode

BUS, WALK = TravelMode.BUS, TravelMode.WALK


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("40 minutes", (40, None)), ("40 min", (40, None)), ("up to 40m", (40, None)), ("1 hour", (60, None)),
        ("1.5 hours", (90, None)), ("1.5 miles", (None, 15)), ("2 mi", (None, 20)), ("1 mile", (None, 10)),
        ("", (None, None)), ("  ", (None, None)),
    ],
)  # fmt: skip
def test_a_most_is_read(typed: str, read: tuple[int | None, int | None]) -> None:
    assert read_most(typed) == read
    assert read_most(most_typed(Way(BUS, *read))) == read


@pytest.mark.parametrize("typed", ["40", "far", "1.5 minutes", "0 minutes", "-3 miles", "1.55 miles"])
def test_what_says_neither_how_long_nor_how_far_is_refused(typed: str) -> None:
    with pytest.raises(Problem, match="Write “40 minutes”"):
        read_most(typed)


def test_it_is_said_in_words() -> None:
    assert (miles_said(10), miles_said(15), miles_said(20)) == ("1 mile", "1.5 miles", "2 miles")
    assert most_said(40, 50) == "up to 40 minutes and 5 miles"
    assert Way(WALK).most_said == ""


def test_ways_are_set_one_by_one_and_all_at_once(vault: Database, ada: Person) -> None:
    bus = set_way(vault, ada.id, Way(BUS, most_minutes=40))
    set_way(vault, ada.id, Way(WALK, most_tenths=10, note="not in the dark"))
    assert [one.mode for one in travel_of(vault, ada.id)] == [WALK, BUS]
    assert set_way(vault, ada.id, Way(BUS, most_minutes=45)).id == bus.id
    assert travel(vault, bus.id).way == Way(BUS, most_minutes=45)
    remove_way(vault, ada.id, WALK)
    assert [one.way for one in set_ways(vault, ada.id, [Way(TravelMode.TAXI)])] == [Way(TravelMode.TAXI)]
    with pytest.raises(Problem, match="The profile of IW-001 has no “walking” as a way to work"):
        remove_way(vault, ada.id, WALK)
    with pytest.raises(LookupError):
        travel(vault, "gone")


@pytest.mark.parametrize(
    "way", [Way(BUS, most_minutes=0), Way(BUS, most_minutes=241), Way(BUS, most_tenths=1_001)]
)
def test_a_most_that_is_no_way_to_work_is_refused(way: Way) -> None:
    with pytest.raises(FieldProblem, match="is no way to work"):
        checked_way(way)
