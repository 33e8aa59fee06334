"""The sums of matching, held against plainer ways of doing them."""

from datetime import date
from itertools import combinations
from math import ceil, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workforce.iwork.matching.arithmetic import (
    fitting,
    holds,
    includes,
    least_asked,
    least_of,
    metres,
    minutes,
    most_of,
    needed_minutes,
    reaches,
    sums,
    tenths,
    within,
)
from workforce.iwork.matching.facts import (
    HeldCheck,
    Hours,
    MatchPerson,
    MatchPost,
    NeededCheck,
    Place,
    Speed,
    Way,
)
from workforce.iwork.vocabulary import CheckKind, CheckState, ShiftPattern, TravelMode, WhenNeeded

_LENGTHS = st.lists(st.integers(30, 300), max_size=6)


def _all_sums(lengths: list[int]) -> set[int]:
    return {sum(some) for many in range(len(lengths) + 1) for some in combinations(lengths, many)}


@given(_LENGTHS, st.integers(0, 900))
def test_what_some_shifts_come_to(lengths: list[int], bound: int) -> None:
    every = _all_sums(lengths)
    assert {at for at in range(2000) if sums(lengths) >> at & 1} == every
    assert least_of(lengths, bound) == min((one for one in every if one >= bound), default=None)
    assert most_of(lengths, bound) == max(one for one in every if one <= bound)
    assert most_of(lengths, -1) == 0


@given(st.integers(0, 60_000), st.integers(0, 60_000), st.integers(0, 100), st.integers(10, 300))
def test_ways_are_reckoned_from_the_straight_line(east: int, north: int, detour: int, speed: int) -> None:
    line = metres(Place(400_000, 300_000), Place(400_000 + east, 300_000 + north))
    assert 0 <= hypot(east, north) - line < 1
    miles = line * (100 + detour) / 100 / 1609.344
    assert abs(tenths(line, Speed(speed, 5, detour)) - ceil(miles * 10)) <= 1
    assert abs(minutes(line, Speed(speed, 5, detour)) - ceil(miles * 10 / speed * 60) - 5) <= 1


@pytest.mark.parametrize(
    ("way", "near"),
    [
        (Way(TravelMode.BUS), True),
        (Way(TravelMode.BUS, most_minutes=60), True),
        (Way(TravelMode.BUS, most_minutes=10), False),
        (Way(TravelMode.BUS, most_tenths=40), True),
        (Way(TravelMode.BUS, most_minutes=60, most_tenths=10), False),
    ],
)
def test_a_way_reaches_where_both_its_limits_hold(way: Way, near: bool) -> None:
    assert reaches(way, 4_000, Speed(110, 12, 40)) is near


def test_checks_include_those_before_them_and_run_out() -> None:
    assert includes(CheckKind.DBS_ENHANCED, CheckKind.DBS_BASIC)
    assert not includes(CheckKind.DBS_BASIC, CheckKind.DBS_ENHANCED)
    assert not includes(CheckKind.FOOD_HYGIENE, CheckKind.DBS_BASIC)
    until = date(2026, 12, 1)
    person = MatchPerson("p", 1, checks=(HeldCheck(CheckKind.DBS_ENHANCED, CheckState.HELD, until),))
    needed = NeededCheck(CheckKind.DBS_BASIC, WhenNeeded.BEFORE_START)
    assert holds(person, needed, until) and not holds(person, needed, date(2026, 12, 2))
    applied = MatchPerson("p", 1, checks=(HeldCheck(CheckKind.DBS_ENHANCED, CheckState.APPLIED),))
    assert not holds(applied, needed, until)


def test_a_shift_suits_where_all_of_it_lies_within_a_time() -> None:
    free = (Hours(0, 600, 720), Hours(1, 540, 1020))
    assert within(Hours(0, 600, 720), free) and not within(Hours(0, 600, 721), free)
    assert not within(Hours(2, 600, 700), free)
    post = MatchPost("j", 1, shifts=(Hours(0, 600, 700), Hours(2, 600, 700)))
    assert fitting(MatchPerson("p", 1, available=free), post) == post.shifts[:1]
    assert fitting(MatchPerson("p", 1), post) == post.shifts  # nothing was asked


@pytest.mark.parametrize(
    ("pattern", "least", "needed"),
    [
        (ShiftPattern.ALL, None, 300),
        (ShiftPattern.ALL, 240, 240),
        (ShiftPattern.CHOOSE, None, 120),
        (ShiftPattern.CHOOSE, 150, 180),
        (ShiftPattern.CHOOSE, 900, 300),  # more than there is: all of it
    ],
)
def test_the_fewest_minutes_a_week(pattern: ShiftPattern, least: int | None, needed: int) -> None:
    shifts = (Hours(0, 600, 720), Hours(1, 600, 780))
    post = MatchPost("j", 1, shifts=shifts, pattern=pattern, minutes_least=least)
    assert needed_minutes(post) == needed
    assert least_asked(post) <= 300
    assert needed_minutes(MatchPost("j", 1, pattern=pattern, minutes_least=least)) == least
