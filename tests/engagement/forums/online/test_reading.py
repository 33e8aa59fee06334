"""Files of every layout, and files that are none: what is read, and what is said of the rest."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.forums.online.reading import Entry, read
from engagement.forums.online.vocabulary import Layout
from resources.problem import Problem
from tests.engagement.forums.online.online_files import (
    TITLE,
    eventbrite,
    teams,
    teams_old,
    teams_webinar,
    write,
    write_workbook,
    zoom,
)

ADA = ("Ada Example", "10/12/2019, 10:00:00", "10/12/2019, 11:30:00", "1h 30m", "ada@example.org")
BEN = ("Ben Sample", "10/12/2019, 10:05:00", "10/12/2019, 12:00:00", "1h 55m", "ben@example.org")


def names(path: Path) -> list[str]:
    return [one.shown for one in read(path).entries]


def refusal(path: Path) -> str:
    with pytest.raises(Problem) as refused:
        read(path)
    return refused.value.sentence


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "utf-8"])
@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
def test_the_present_layout_of_teams_in_any_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = teams([ADA, BEN])
    path = write(tmp_path / "any name.csv", rows, delimiter=delimiter, encoding=encoding.removesuffix("-be"))
    if encoding == "utf-16-be":
        path.write_bytes(b"\xfe\xff" + path.read_bytes().decode("utf-16").encode("utf-16-be"))
    file = read(path)
    assert (file.layout, file.title) == (Layout.TEAMS, TITLE)
    assert (file.starts, file.ends) == ("10/12/2019, 09:58:00", "10/12/2019, 12:02:00")
    assert file.entries[0] == Entry(
        10, "Ada Example", "ada@example.org", ADA[1], ADA[2], "1h 30m", whole=True
    )
    assert len(file.entries) == 2


def test_the_joins_are_what_counts_where_the_third_section_has_them(tmp_path: Path) -> None:
    joins = [
        ("Ada Example", "10/12/2019, 10:00:00", "10/12/2019, 10:10:00", "10m", "ada@example.org"),
        ("Ada Example", "10/12/2019, 11:00:00", "10/12/2019, 11:30:00", "30m", "ada@example.org"),
    ]
    file = read(write(tmp_path / "report.csv", teams([ADA, BEN], joins)))
    assert [(one.shown, one.whole) for one in file.entries] == [
        ("Ada Example", False),
        ("Ada Example", False),
        ("Ben Sample", True),  # stands among the participants alone
    ]


def test_the_oldest_layout_of_teams(tmp_path: Path) -> None:
    rows = teams_old(
        [
            ("Ada Example", "Joined", "12/10/2019, 10:00:00 AM"),
            ("Ada Example", "Left", "12/10/2019, 11:00:00 AM"),
        ]
    )
    file = read(write(tmp_path / "meetingAttendanceList.csv", rows))
    assert file.layout is Layout.TEAMS_OLD
    assert [(one.action, one.joined) for one in file.entries] == [
        ("Joined", "12/10/2019, 10:00:00 AM"),
        ("Left", "12/10/2019, 11:00:00 AM"),
    ]


def test_day_and_time_in_a_cell_each_push_nothing_out_of_its_column(tmp_path: Path) -> None:
    ada = (
        "Ada Example",
        "12/10/2019",
        "10:00:00 AM",
        "12/10/2019",
        "11:30:00 AM",
        "1h 30m",
        "ada@example.org",
    )
    file = read(write(tmp_path / "webinar.csv", teams_webinar([ada])))
    assert (file.layout, file.title, file.starts) == (Layout.TEAMS_WEBINAR, TITLE, "12/10/2019 9:58:00 AM")
    assert file.entries == (
        Entry(
            9, "Ada Example", "ada@example.org", "12/10/2019 10:00:00 AM", "12/10/2019 11:30:00 AM", "1h 30m",
            whole=True,
        ),
    )  # fmt: skip


@pytest.mark.parametrize("meeting", [True, False])
def test_zoom_with_and_without_the_row_of_the_meeting(tmp_path: Path, meeting: bool) -> None:
    rows = zoom(
        [("Ada (Ada Example)", "", "12/10/2019 10:00:00 AM", "12/10/2019 11:00:00 AM", "60")], meeting=meeting
    )
    file = read(write(tmp_path / "participants.csv", rows, delimiter=",", encoding="utf-8-sig"))
    assert (file.layout, file.title) == (Layout.ZOOM, TITLE if meeting else "")
    assert file.starts == ("12/10/2019 10:00:00 AM" if meeting else "")
    assert [(one.shown, one.joined) for one in file.entries] == [
        ("Ada (Ada Example)", "12/10/2019 10:00:00 AM")
    ]


def test_zoom_of_today_with_its_waiting_room(tmp_path: Path) -> None:
    rows = [
        ["Topic", "ID", "Host name", "Host email", "Start time", "End time", "Participants", "Duration (minutes)"],
        [TITLE, "602", "Host", "host@example.org", "12/10/2019 09:58:00 AM", "12/10/2019 12:02:00 PM", "1", "124"],
        [],
        ["Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest", "In waiting room"],
        ["Ada Example", "ada@example.org", "12/10/2019 09:30:00 AM", "12/10/2019 09:59:00 AM", "29", "Yes", "Yes"],
        ["Ada Example", "ada@example.org", "12/10/2019 09:59:00 AM", "12/10/2019 12:00:00 PM", "121", "Yes", "No"],
    ]  # fmt: skip
    file = read(write(tmp_path / "today.csv", rows, delimiter=",", encoding="utf-8-sig"))
    assert [one.joined for one in file.entries] == ["12/10/2019 09:59:00 AM"]
    assert file.remarks == ("Time in the waiting room does not count: 1 line of it.",)


def test_zoom_of_people_with_minutes_alone(tmp_path: Path) -> None:
    rows = [
        ["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"],
        ["Ada Example", "", "61", "Yes"],
    ]
    file = read(write(tmp_path / "unique.csv", rows, delimiter=",", encoding="utf-8"))
    assert file.layout is Layout.ZOOM
    assert file.entries == (Entry(2, "Ada Example", stated="61", whole=True),)


def test_eventbrite_with_short_rows_and_people_without_an_address(tmp_path: Path) -> None:
    rows = eventbrite(
        [
            ("112", "Ada", "Example", "ada@example.org", "1", "Checked In", "Larkmeadow Ltd"),
            ("112", "Ben", "Sample", "", "2", "Attending", ""),
            ("113", "Cy", "Specimen", "cy@example.org", "1", "Refunded", ""),
        ]
    )
    rows[2] = rows[2][:9]
    file = read(write(tmp_path / "report.csv", rows, delimiter=",", encoding="utf-8-sig"))
    assert file.layout is Layout.EVENTBRITE
    assert [(one.shown, one.ticket, one.order, one.quantity, one.company) for one in file.entries] == [
        ("Ada Example", "checked in", "112", 1, "Larkmeadow Ltd"),
        ("Ben Sample", "attending", "112", 2, ""),
    ]
    assert file.remarks == ("1 ticket refunded, cancelled or not attending: left out.",)


def test_the_headings_of_older_british_exports(tmp_path: Path) -> None:
    rows = [
        ["Order no.", "First Name", "Surname", "Email", "Quantity", "Attendee Status"],
        ["112", "Ada", "Example", "ada@example.org", "1", "Checked In"],
    ]
    (entry,) = read(write(tmp_path / "old.csv", rows, delimiter=";", encoding="cp1252")).entries
    assert (entry.shown, entry.order) == ("Ada Example", "112")


def test_the_same_in_a_workbook(tmp_path: Path) -> None:
    assert names(write_workbook(tmp_path / "teams.xlsx", teams([ADA, BEN]))) == ["Ada Example", "Ben Sample"]


def test_what_the_clock_is_called_in_the_headings(tmp_path: Path) -> None:
    rows = [
        ["Name", "Join Time (UTC)", "Leave Time (UTC)", "Email"],
        ["Ada Example", "2019-12-10 10:00:00", "2019-12-10 11:00:00", ""],
    ]
    assert read(write(tmp_path / "utc.csv", rows, delimiter=",", encoding="utf-8")).zone == "UTC"


def test_a_status_that_no_ticket_has_refuses_its_row_alone(tmp_path: Path) -> None:
    rows = eventbrite(
        [("1", "Ada", "Example", "", "1", "Checked In", ""), ("2", "Ben", "Sample", "", "1", "Perhaps", "")]
    )
    file = read(write(tmp_path / "odd.csv", rows, delimiter=",", encoding="utf-8"))
    assert [one.shown for one in file.entries] == ["Ada Example"]
    assert file.refused == ((3, "“Perhaps” is no status of a ticket: Checked In or Attending was expected."),)


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#NAME?", " #REF! ", "#value!"])
def test_an_error_of_a_spreadsheet_is_nobodys_name(tmp_path: Path, error: str) -> None:
    file = read(write(tmp_path / "formulas.csv", teams([ADA, (error, *ADA[1:4], "")])))
    assert [one.shown for one in file.entries] == ["Ada Example"]
    assert [reason for _, reason in file.refused] == ["It names nobody."]


# --- none of these ----------------------------------------------------------------------------------------


def test_any_other_table_is_refused_with_what_it_begins_with(tmp_path: Path) -> None:
    path = write(tmp_path / "prices.csv", [["Item", "Price", "Shop"], ["Tea", "2", "Corner"]], delimiter=",")
    assert refusal(path) == (
        "“prices.csv” is no file of attendance: a Teams attendance report, a Zoom participants file or an Eventbrite "
        "attendee report was expected, and it begins with “Item”, “Price” and “Shop”. Choose the file that Teams, Zoom "
        "or Eventbrite saved, as it was saved."
    )


def test_a_file_of_cqc_s_is_known_for_what_it_is(tmp_path: Path) -> None:
    headings = [
        "Location ID", "Location Name", "Service / Population Group", "Domain", "Latest Rating",
        "Publication Date", "Location Type",
    ]  # fmt: skip
    row = ["1-2", "Rosewood", "Overall", "Overall", "Good", "01/05/2019", "Social Care Org"]
    path = write(tmp_path / "ratings.csv", [headings, row], delimiter=",", encoding="utf-8")
    assert "is CQC’s" in refusal(path)
    assert "Bring CQC’s files in on the page “Imports”" in refusal(path)


def test_headings_with_nobody_beneath(tmp_path: Path) -> None:
    assert "headings and nobody beneath them" in refusal(write(tmp_path / "empty.csv", teams([])))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_garbage_is_a_problem_and_never_a_fault(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "garbage.csv"
    path.write_bytes(data)
    with pytest.raises(Problem):
        read(path)


CELLS = st.lists(st.text(max_size=12), max_size=9)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([teams([ADA]), zoom([]), teams_old([]), teams_webinar([]), eventbrite([])]),
    st.lists(CELLS, max_size=6),
)
def test_rows_of_any_text_beneath_true_headings_are_read_or_a_problem(
    tmp_path: Path, headed: list[list[str]], rows: list[list[str]]
) -> None:
    path = tmp_path / "odd.csv"
    text = "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in [*headed, *rows])
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        file = read(path)
    except Problem as problem:
        assert problem.sentence
    else:
        assert file.entries


# --- the real files ---------------------------------------------------------------------------------------


def test_the_sample_of_teams(shared_data: Path) -> None:
    file = read(shared_data / "attendance" / "teams_report.csv")
    assert (file.layout, file.title, file.starts, file.ends) == (
        Layout.TEAMS, "Scrum Meeting", "14/11/22, 09:29:07", "14/11/22, 09:50:14",
    )  # fmt: skip
    assert len(file.entries) == 7
    assert not any(one.whole for one in file.entries)


def test_the_sample_of_zoom(shared_data: Path) -> None:
    file = read(shared_data / "attendance" / "zoom_participants.csv")
    assert (file.layout, file.title, file.starts, file.ends) == (
        Layout.ZOOM, "Heroes meeting", "11/19/2021 10:00:00 AM", "11/19/2021 12:00:00 PM",
    )  # fmt: skip
    assert len(file.entries) == 31
