"""What a file says of an event before anybody has chosen: whether it is of another meeting, and how it was read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.forums.events import Event
from engagement.forums.online.found import Found
from engagement.forums.online.matching import Known, Person
from engagement.forums.online.reading import read
from engagement.forums.online.review import Review
from engagement.forums.online.whom import LeftOut
from engagement.forums.vocabulary import EventKind
from resources.files.dates import Order
from resources.problem import Problem
from tests.engagement.forums.online.made_meetings import ENDS, STARTS
from tests.engagement.forums.online.online_files import (
    TITLE,
    eventbrite,
    teams,
    teams_old,
    teams_webinar,
    write,
    zoom,
)

DAY = "10/12/2019, "


@pytest.fixture
def found(contact: dict[str, str], review: Callable[..., Review]) -> Callable[..., Found]:
    def make(
        day: str = "10/12/2019", start: str = "10:00:00", end: str = "12:00:00", title: str = TITLE
    ) -> Found:
        joins = [("Ada Example", f"{day}, {start}", f"{day}, {end}", "", "")]
        rows = teams(joins, joins, title=title, starts=f"{day}, {start}", ends=f"{day}, {end}")
        return review(rows).found

    return make


@pytest.mark.parametrize(
    "title",
    [TITLE, "Provider forum", "PROVIDER FORUM December", "Forum, December 2019 (online)", "", "Provider Forums 2019"],
)  # fmt: skip
def test_titles_that_are_the_event_s(found: Callable[..., Found], title: str) -> None:
    assert found(title=title).other_meeting == ""


@pytest.mark.parametrize("title", ["Scrum Meeting", "Budget board", "Heroes meeting"])
def test_titles_of_other_meetings_are_said_with_both(found: Callable[..., Found], title: str) -> None:
    said = f"The file may be of another meeting: it is called “{title}”, and the event “{TITLE}”."
    assert found(title=title).other_meeting == said


def test_another_day_is_said_with_both(found: Callable[..., Found]) -> None:
    assert found(day="17/12/2019").other_meeting == (
        "The file may be of another meeting: it was on 17 December 2019 at 10am to midday, and the event on 10 "
        "December 2019 at 10am to midday."
    )


def test_a_meeting_over_midnight_of_another_clock_is_on_the_day_once_moved(
    found: Callable[..., Found],
) -> None:
    before = found(start="23:00:00", end="23:59:59", day="09/12/2019").with_order(Order.DAY_FIRST)
    assert before.meeting.proposed_shift == 11
    assert before.other_meeting
    moved = before.with_shift(11)
    assert moved.other_meeting == ""
    assert moved.shift_sentence == (
        "The file’s times are moved 11 hours later: the meeting was on 10 December 2019 at 10am to 10:59am."
    )


def test_how_it_was_read_and_what_to_look_at(found: Callable[..., Found]) -> None:
    one = found()
    assert one.how_read == (
        "Microsoft Teams attendance report: 1 person.",
        "The meeting was on 10 December 2019 at 10am to midday.",
        "The time from 10am to midday counts, the event’s own.",
        "“10/12/2019, 10:00:00” is read with the day first: the event is on 10 December 2019.",
    )
    assert one.to_look_at == ()
    assert one.notes == one.how_read


def test_lines_that_could_not_be_read_are_said(
    contact: dict[str, str], review: Callable[..., Review]
) -> None:
    rows = teams(
        [
            ("Ada Example", f"{DAY}10:00", "never", "", ""),
            ("Ben Sample", f"{DAY}10:00", f"{DAY}11:00", "", ""),
        ]
    )
    assert review(rows).found.to_look_at == (
        "1 line could not be read and is left out. Line 10: “never” is not a date.",
    )


def test_tickets_are_of_no_other_meeting(contact: dict[str, str], review: Callable[..., Review]) -> None:
    found = review(eventbrite([("1", "Ada", "Example", "", "1", "Checked In", "")])).found
    assert (found.other_meeting, found.shift_sentence) == ("", "")


BITS = (
    "Ada Example", "Example, Ada (EXT)", "(Guest)", "", "@", "ada@example.org", "10/12/2019, 10:00:00",
    "12/10/2019 10:00 AM", "10/12/2019 25:00", "31/02/2019 10:00", "10/12/2019 10:00 -99:99", "1/1/1", "10:00", "30m",
    "99999999999999999999", "Joined", "Left", "Checked In", "Attending", "...", "李 明", "Yes",
)  # fmt: skip
HEADED = (teams([], []), zoom([]), zoom([], meeting=False), teams_old([]), teams_webinar([]), eventbrite([]))
OFFICE = Person("a", "Ada Example", "ada@example.org", "p", "Example Care", "Example House", on_list=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(HEADED),
    st.lists(st.lists(st.sampled_from(BITS), min_size=3, max_size=14), min_size=1, max_size=8),
    st.sampled_from((None, Order.DAY_FIRST, Order.MONTH_FIRST)),
    st.sampled_from((0, 5, -14)),
)
def test_whatever_stands_in_the_rows_is_reviewed_or_a_problem(
    tmp_path: Path, headed: list[list[str]], rows: list[list[str]], order: Order | None, shift: int
) -> None:
    event = Event(EventKind.PROVIDER_FORUM, "Forum", STARTS, ENDS, id="e")
    try:
        file = read(write(tmp_path / "odd.csv", [*headed, *rows]))
    except Problem:
        return
    found = Found(event, file, Known((OFFICE,), homes=(("Example House", "p"),)), order=order, shift=shift)
    review = Review(found)
    assert len(review.lines) == len(found.people) > 0 or found.meeting.refused
    assert review.summary
    assert len(found.notes) >= 1
    for line in review.lines:
        review = review.choose(line.key, LeftOut())
    assert review.taken == {}


# --- several meetings in one file, and files cut short ----------------------------------------------------


def ada(day: str, start: str = "10:00:00", end: str = "12:00:00") -> tuple[str, ...]:
    return "Ada Example", f"{day}, {start}", f"{day}, {end}", "", ""


def one_meeting(title: str, day: str, start: str = "10:00:00", end: str = "12:00:00") -> list[list[str]]:
    return teams([ada(day, start, end)], title=title, starts=f"{day}, {start}", ends=f"{day}, {end}")


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("turned", [True, False])
def test_of_two_meetings_only_the_one_that_fits_the_event_is_read(
    contact: dict[str, str], review: Callable[..., Review], headed: bool, turned: bool
) -> None:
    parts = [
        one_meeting(TITLE, "10/12/2019"),
        one_meeting("Budget board", "10/12/2019", "14:00:00", "16:00:00"),
    ]
    rows = [row for part in (reversed(parts) if turned else parts) for row in part]
    if not headed:
        rows = [row for row in rows if row[:1] != ["1. Summary"]]
    found = review(rows).found
    assert (found.meeting.title, found.other_meeting) == (TITLE, "")
    assert [(one.shown, one.seconds, one.joins) for one in found.people] == [("Ada Example", 7200, 1)]
    assert found.to_look_at == (
        "The file holds 2 meetings, and only the one that fits the event is read. Left out: “Budget board” on "
        "10 December 2019 at 2pm to 4pm (1 person). Save each meeting as a file of its own to take it in for its "
        "event.",
    )


def test_two_meetings_of_zoom_are_parted(contact: dict[str, str], review: Callable[..., Review]) -> None:
    join = ("Ada Example", "", "12/10/2019 10:00:00 AM", "12/10/2019 12:00:00 PM", "120")
    later = ("Ben Sample", "", "12/17/2019 10:00:00 AM", "12/17/2019 12:00:00 PM", "120")
    other = [
        [cell.replace("12/10/2019", "12/17/2019").replace(TITLE, "Other") for cell in row]
        for row in zoom([later])
    ]
    found = review([*other, [], *zoom([join])], delimiter=",").found
    assert ([one.shown for one in found.people], found.meeting.title) == (["Ada Example"], TITLE)
    assert "“Other” on 17 December 2019" in found.to_look_at[0]


def test_fewer_people_than_the_head_counts_are_said(
    contact: dict[str, str], review: Callable[..., Review]
) -> None:
    rows = one_meeting(TITLE, "10/12/2019")
    rows[2] = ["Attended participants", "7"]
    assert review(rows).found.to_look_at == (
        "The head of the file counts 7 participants, and 1 person is named beneath it: lines may be missing. Download "
        "it again.",
    )
    join = ("Ada Example", "", "12/10/2019 10:00:00 AM", "12/10/2019 11:00:00 AM", "60")
    counted, over = review(zoom([join]), delimiter=",", name="zoom.csv").found.to_look_at
    assert counted.startswith("The head of the file counts 9 participants, and 1 person is named")
    assert over == (
        "By the head of the file the meeting went on until midday, and the last to leave left at 11am: lines may be "
        "missing. Download it again."
    )


def test_how_long_it_was_stands_in_for_its_end(
    contact: dict[str, str], review: Callable[..., Review]
) -> None:
    rows = [row for row in teams([ada("10/12/2019", end="11:00:00")]) if row[:1] != ["End time"]]
    assert "went on until 12:02pm" in review(rows).found.to_look_at[0]
