"""The real files of Teams and Zoom, against what they say of themselves and what was added up by hand."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engagement.forums.online.clock import read_seconds
from engagement.forums.online.meeting import Meeting, meeting_of
from engagement.forums.online.people_joined import Joined, people_of
from engagement.forums.online.reading import OnlineFile, read

Read = Callable[[str], tuple[OnlineFile, Meeting, tuple[Joined, ...]]]


@pytest.fixture
def real(shared_data: Path) -> Read:
    def begin(name: str) -> tuple[OnlineFile, Meeting, tuple[Joined, ...]]:
        file = read(shared_data / "attendance" / name)
        anywhen = datetime(2020, 1, 1, 10, tzinfo=UTC)
        meeting = meeting_of(file, anywhen, anywhen + timedelta(hours=2))
        return file, meeting, people_of(meeting, file.layout, anywhen, anywhen + timedelta(hours=2))

    return begin


def test_teams_seven_people_each_as_long_as_the_file_states(real: Read) -> None:
    file, meeting, people = real("teams_report.csv")
    assert (meeting.starts, meeting.ends) == (
        datetime(2022, 11, 14, 9, 29, 7, tzinfo=UTC), datetime(2022, 11, 14, 9, 50, 14, tzinfo=UTC),
    )  # fmt: skip
    assert len(people) == 7  # “Attended participants: 7”
    stated = [read_seconds(one.stated) or 0 for one in file.entries]
    assert all(abs(one.seconds - seconds) <= 1 for one, seconds in zip(people, stated, strict=True))
    assert [one.name.name for one in people] == [
        "Janssens Jan", "Johnny Walker", "Pedro García Simón", "Jacek Woityla", "Igor Landis", "Fred Primus",
        "Santiago De Compostela",
    ]  # fmt: skip
    assert (meeting.refused, meeting.remarks) == ((), ())


def test_zoom_twenty_seven_people_whose_overlapping_joins_count_once(real: Read) -> None:
    _, meeting, people = real("zoom_participants.csv")
    assert (meeting.starts, meeting.ends) == (
        datetime(2021, 11, 19, 10, tzinfo=UTC), datetime(2021, 11, 19, 12, tzinfo=UTC),
    )  # fmt: skip
    assert len(people) == 27  # “Participants: 27”
    several = {one.name.name: (one.joins, one.seconds) for one in people if one.joins > 1}
    assert several == {
        "Power Girl": (2, 6812),  # 10:08:26 to 12:01:58; the second join lies within
        "Cyborg Superman": (2, 3101 + 2027),
        "Swarm": (2, 6448),  # the joins overlap by fourteen seconds
        "Dazzler": (2, 93 + 1612),
    }
    assert sum(one.joins for one in people) == 31
    assert (meeting.refused, meeting.remarks) == ((), ())
