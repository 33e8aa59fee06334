from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.meeting.times import clock_times, moved
from resources.wording import time_words

STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=60)
MINUTES = st.lists(st.none() | st.integers(1, 240), max_size=12)


def test_each_item_begins_when_those_before_have_had_their_minutes() -> None:
    found = clock_times(STARTS, ENDS, [10, None, 25, 5])
    assert [time_words(one) for one in found.begins] == ["10am", "10:10am", "10:10am", "10:35am"]
    assert (time_words(found.over), found.beyond) == ("10:40am", 0)
    assert found.words == "Ends at 10:40am; 1 item has no minutes"


def test_an_agenda_that_runs_past_the_end_says_by_how_much() -> None:
    assert clock_times(STARTS, ENDS, [45, 16]).words == "Ends at 11:01am, 1 minute past the end of the event"
    assert clock_times(STARTS, ENDS, [45, 15]).beyond == 0


def test_nothing_is_said_of_an_agenda_without_minutes() -> None:
    assert clock_times(STARTS, ENDS, []).words == clock_times(STARTS, ENDS, [None]).words == ""


def test_minutes_are_true_minutes_when_the_clocks_change() -> None:
    before_the_change = datetime(2019, 3, 31, 0, 30, tzinfo=UTC)
    found = clock_times(before_the_change, before_the_change + timedelta(hours=3), [45, 30])
    assert [time_words(one) for one in (*found.begins, found.over)] == ["12:30am", "2:15am", "2:45am"]


@given(MINUTES)
def test_times_follow_each_other_and_add_up(minutes: list[int | None]) -> None:
    found = clock_times(STARTS, ENDS, minutes)
    assert list(found.begins) == sorted(found.begins) and len(found.begins) == len(minutes)
    assert found.over - STARTS == timedelta(minutes=sum(one or 0 for one in minutes))
    assert found.beyond == max(0, sum(one or 0 for one in minutes) - 60)


@given(st.lists(st.text("abcdef", min_size=1), min_size=1, unique=True), st.data(), st.integers(-5, 40))
def test_a_move_keeps_the_order_of_the_others(order: list[str], data: st.DataObject, to: int) -> None:
    key = data.draw(st.sampled_from(order))
    became = moved(order, key, to)
    assert [one for one in became if one != key] == [one for one in order if one != key]
    assert became.index(key) == min(max(to, 1), len(order)) - 1
