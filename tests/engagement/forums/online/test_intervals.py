"""Time added up once, whatever overlaps: checked against counting it second by second."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.online.intervals import Interval, clipped, seconds_of, united

START = datetime(2019, 12, 10, 10, tzinfo=UTC)
MOMENTS = st.integers(0, 120)
SPANS = st.lists(st.tuples(MOMENTS, MOMENTS), max_size=30)


def at(second: int) -> datetime:
    return START + timedelta(seconds=second)


def intervals(spans: list[tuple[int, int]]) -> list[Interval]:
    return [(at(start), at(end)) for start, end in spans]


@given(SPANS)
def test_each_second_counts_once(spans: list[tuple[int, int]]) -> None:
    there = {second for start, end in spans for second in range(start, end)}
    assert seconds_of(intervals(spans)) == len(there)


@given(SPANS)
def test_what_is_united_is_in_order_and_apart(spans: list[tuple[int, int]]) -> None:
    done = united(intervals(spans))
    assert all(one[1] < other[0] for one, other in pairwise(done))
    assert united(done) == done


@given(SPANS, MOMENTS, MOMENTS)
def test_what_is_clipped_lies_within(spans: list[tuple[int, int]], starts: int, ends: int) -> None:
    there = {second for start, end in spans for second in range(start, end)}
    cut = clipped(intervals(spans), at(starts), at(ends))
    assert seconds_of(cut) == len(there & set(range(starts, ends)))


def test_thirty_joins_that_overlap_are_the_time_there() -> None:
    spans = [(minute * 60, minute * 60 + 90) for minute in range(30)]
    assert seconds_of(intervals(spans)) == 30 * 60 + 30
