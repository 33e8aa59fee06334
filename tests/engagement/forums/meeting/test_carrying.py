from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.meeting.carrying import Course, Meeting, carried, is_open_after, is_open_before

FIRST = date(2019, 3, 12)


def meeting(number: int, *, series: str | None = "s", cancelled: bool = False) -> Meeting:
    day = FIRST + timedelta(days=91 * number)
    return Meeting(
        f"m{number}", datetime(day.year, day.month, day.day, 10, tzinfo=UTC), day, series, cancelled
    )


M = [meeting(number) for number in range(5)]
END = M[-1].order


def test_an_open_action_stands_in_every_later_meeting_of_its_series() -> None:
    action = Course(M[1], "s")
    assert [is_open_before(action, one) for one in M] == [False, False, True, True, True]
    assert carried(action, M, until=END) == 3
    assert carried(action, M, until=M[2].order) == 1


def test_the_meeting_that_closes_it_is_the_last_that_finds_it_open() -> None:
    action = Course(M[0], "s", M[2].day, M[2])
    assert [is_open_before(action, one) for one in M] == [False, True, True, False, False]
    assert [is_open_after(action, one) for one in M] == [True, True, False, False, False]


def test_closed_between_meetings_it_is_found_by_none_that_follows() -> None:
    action = Course(M[0], "s", M[1].day + timedelta(days=3))
    assert [is_open_before(action, one) for one in M] == [False, True, False, False, False]
    assert [is_open_after(action, one) for one in M] == [True, True, False, False, False]


def test_a_cancelled_meeting_carries_nothing_and_the_next_carries_on() -> None:
    meetings = [M[0], meeting(1, cancelled=True), M[2]]
    assert [is_open_before(Course(M[0], "s"), one) for one in meetings] == [False, False, True]
    assert carried(Course(M[0], "s"), meetings, until=END) == 1


def test_an_event_outside_a_series_keeps_its_own() -> None:
    alone = meeting(0, series=None)
    assert not any(is_open_before(Course(alone, None), one) for one in (*M, meeting(1, series=None)))


def test_an_action_that_was_moved_is_carried_by_the_other_series() -> None:
    other = meeting(3, series="t")
    action = Course(M[0], "t")
    assert is_open_before(action, other) and not is_open_before(action, M[1])


NUMBERS = st.integers(0, 4)


@given(st.permutations(M), NUMBERS, st.none() | NUMBERS, st.sets(NUMBERS))
def test_the_order_of_planning_is_of_no_matter(
    planned: list[Meeting], raised: int, closed: int | None, cancelled: set[int]
) -> None:
    known = [meeting(int(one.id[1:]), cancelled=int(one.id[1:]) in cancelled) for one in planned]
    at = None if closed is None or closed < raised else M[closed]
    action = Course(M[raised], "s", at.day if at else None, at)
    last = closed if at else 4
    expected = [n for n in range(5) if raised < n <= (last if last is not None else 4) and n not in cancelled]
    assert sorted(int(one.id[1:]) for one in known if is_open_before(action, one)) == expected
    assert carried(action, known, until=END) == len(expected)
