"""The meeting that a file is of, and its joins as moments."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from engagement.forums.online.meeting import Meeting, meeting_of, moved, when_words
from engagement.forums.online.reading import Entry, OnlineFile
from engagement.forums.online.vocabulary import Layout

STARTS, ENDS = datetime(2019, 12, 10, 10, tzinfo=UTC), datetime(2019, 12, 10, 12, tzinfo=UTC)


def meeting(entries: Sequence[Entry], layout: Layout = Layout.TEAMS, **said: str) -> Meeting:
    return meeting_of(OnlineFile("a.csv", "0", layout, tuple(entries), **said), STARTS, ENDS)


def stay(joined: str, left: str, stated: str = "", *, whole: bool = False, line: int = 2) -> Entry:
    def on_the_day(clock: str) -> str:
        return f"10/12/2019, {clock}" if clock else ""

    return Entry(line, "Ada Example", "", on_the_day(joined), on_the_day(left), stated, whole=whole)


def test_the_file_s_own_times_go_before_those_of_the_joins() -> None:
    told = meeting([stay("10:05", "11:00")], starts="10/12/2019, 10:00", ends="10/12/2019, 12:00")
    assert (told.starts, told.ends, told.from_joins) == (STARTS, ENDS, False)
    found = meeting([stay("10:05", "11:00"), stay("10:30", "11:30")])
    assert found.from_joins
    assert when_words(found.starts, found.ends) == "10 December 2019 at 10:05am to 11:30am"


def test_from_first_to_last_only_what_the_file_states_counts() -> None:
    (join,) = meeting([stay("10:00", "12:00", "30m", whole=True)]).joins
    assert (join.seconds, join.stated) == (1800, True)
    (join,) = meeting([stay("10:00", "12:00", "30m")]).joins
    assert (join.seconds, join.stated) == (7200, False)


def test_minutes_without_times() -> None:
    found = meeting([Entry(2, "Ada", stated="61", whole=True)], Layout.ZOOM)
    assert [(one.starts, one.seconds) for one in found.joins] == [(None, 3660)]
    assert (found.starts, when_words(found.starts, found.ends)) == (
        None,
        "at a time that the file does not tell",
    )


def test_a_leave_before_its_join_is_left_out_with_a_reason() -> None:
    found = meeting([stay("11:00", "10:00"), stay("10:00", "soon", line=3), stay("", "", line=4)])
    assert found.joins[0].line == 3
    assert found.refused == (
        (2, "“10/12/2019, 10:00” is not a time to leave for who joined at “10/12/2019, 11:00”."),
        (3, "“10/12/2019, soon” is not a date."),
        (4, "It says neither when the person was there nor for how long."),
    )


def test_joins_and_leaves_are_paired_and_a_leave_alone_is_none() -> None:
    def event(line: int, action: str, clock: str) -> Entry:
        return Entry(line, "Ada Example", joined=f"10/12/2019, {clock}", action=action)

    found = meeting(
        [event(5, "Left", "11:00"), event(2, "Left", "09:59"), event(3, "Joined before", "10:00"),
         event(4, "Joined", "10:01"), event(6, "Joined", "11:30")],
        Layout.TEAMS_OLD,
    )  # fmt: skip
    assert [join.seconds for join in found.joins] == [3600, 1800]  # the second lasts until the end at midday
    assert found.refused == ((2, "Ada Example left without having joined before."),)
    assert found.remarks == ("1 person has no line for leaving: counted as there until midday, the end.",)


def test_a_meeting_over_midnight_is_one() -> None:
    entry = Entry(2, "Ada", "", "10/12/2019, 23:30:00", "11/12/2019, 00:30:00")
    found = meeting([entry])
    assert found.joins[0].seconds == 3600
    assert (
        when_words(found.starts, found.ends) == "10 December 2019 at 11:30pm to 11 December 2019 at 12:30am"
    )


def test_moved_by_hours() -> None:
    found = meeting([stay("05:00", "07:00")])
    assert found.proposed_shift == 5
    assert when_words(*moved(found, 5)) == "10 December 2019 at 10am to midday"
    assert moved(meeting([Entry(2, "Ada", stated="61", whole=True)]), 5) == (None, None)


@pytest.mark.parametrize(
    ("joined", "left", "stated", "zone", "times"),
    [
        ("01:40", "01:20", "40m", "", ("00:40", "01:20")),  # left at the second 1:20
        ("01:40", "01:20", "", "", ("00:40", "01:20")),
        ("01:10", "01:50", "40m", "", ("00:10", "00:50")),
        ("01:10", "01:50", "1h 40m", "", ("00:10", "01:50")),
        ("01:30", "02:10", "1h 40m", "", ("00:30", "02:10")),
        ("01:30", "02:10", "40m", "", ("01:30", "02:10")),
        ("01:10", "01:50", "1h 40m", "UTC", ("01:10", "01:50")),
    ],
)
def test_in_the_night_of_two_hours_alike_the_stated_time_settles_which(
    joined: str, left: str, stated: str, zone: str, times: tuple[str, str]
) -> None:
    entry = Entry(2, "Ada", "", f"25/10/2026 {joined}", f"25/10/2026 {left}", stated)
    file = OnlineFile("a.csv", "0", Layout.TEAMS, (entry,), zone=zone)
    night = datetime(2026, 10, 25, tzinfo=UTC)
    (join,) = meeting_of(file, night, night.replace(hour=4)).joins
    assert (f"{join.starts:%H:%M}", f"{join.ends:%H:%M}") == times
