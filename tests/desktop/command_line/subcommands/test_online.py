"""Online attendance from the command line: the review, the workbook and back, and taking in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from resources.files.reading import read_sheets
from resources.files.writing import save_xlsx
from resources.tables import Column, Table
from tests.desktop.command_line.conftest import Clerk
from tests.engagement.forums.online.online_files import (
    eventbrite,
    teams,
    teams_old,
    teams_webinar,
    write,
    zoom,
)

DAY = "10/12/2019, "
AMINA = ("Amina Larkson", f"{DAY}10:00:00", f"{DAY}12:30:00", "", "larkson@example.org")
NIA = ("Nia Newcomer", f"{DAY}10:00:00", f"{DAY}12:30:00", "", "")


@pytest.fixture
def attendance(tmp_path: Path) -> Path:
    return write(tmp_path / "attendance.csv", teams([AMINA, NIA], [AMINA, NIA]))


def fill_in(path: Path, number: str, decision: str, provider: str = "", new: str = "") -> None:
    """Write a decision into a saved review, as somebody would in Excel."""
    rows = [list(row.cells) for row in read_sheets(path)[0].rows if row.cells[0].isdecimal() or row.line == 1]
    for row in rows[1:]:
        if row[0] == number:
            row[2:5] = [decision, provider, new]
    columns = tuple(Column(str(place), heading) for place, heading in enumerate(rows[0]))
    save_xlsx([Table("Review", columns, [tuple(row) for row in rows[1:]])], path)


def test_a_review_is_printed_and_nothing_written(county: Clerk, attendance: Path) -> None:
    said = county.does("online-attendance", "forum", attendance)
    assert "Amina Larkson, Larkmeadow House" in said
    assert "1 person will be checked in. Still to decide: 1 person." in said
    assert said.endswith("Nothing was written: this was a review. Take it in with --take-in.\n")
    assert "Nothing to list." in county.does("online-files", "forum")


def test_the_undecided_are_refused_with_what_to_do(county: Clerk, attendance: Path) -> None:
    said = county.refuses("online-attendance", "forum", attendance, "--take-in")
    assert said == (
        "1 person is undecided, and nothing was written. Save the review with --review OUT.xlsx, fill in “Your "
        "decision”, and give it back with --decisions OUT.xlsx; or leave them out with --leave-out-undecided.\n"
        "2. Nia Newcomer"
    )


def test_a_review_filled_in_is_taken_in_once(county: Clerk, attendance: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.xlsx"
    assert f"Saved “{review}”." in county.does("online-attendance", "forum", attendance, "--review", review)
    fill_in(review, "2", "New contact", new="Kingfisher Care")
    preview = county.does("online-attendance", "forum", attendance, "--decisions", review)
    assert "1 new contact made. Makes 1 new provider: Kingfisher Care." in preview
    taken = ("online-attendance", "forum", attendance, "--decisions", review, "--take-in")
    assert "Online attendance taken in: 2 people checked in, 1 new contact." in county.does(*taken)
    again = county.refuses(*taken)
    assert again.startswith("This file was taken in for Provider forum, December 2019")
    assert county(*taken).out == ""  # said once
    looked = county.does("online-attendance", "forum", attendance)
    assert "Nothing of it is left to take in" in looked and "Take it in with --take-in" not in looked
    assert "attendance.csv" in county.does("online-files", "forum")
    assert "Nia Newcomer" in county.does("present", "forum")


def test_leaving_the_undecided_out(county: Clerk, attendance: Path) -> None:
    done = county.does("online-attendance", "forum", attendance, "--leave-out-undecided", "--take-in")
    assert "1 person checked in" in done


def test_another_meeting_is_refused_until_it_is_confirmed(county: Clerk, tmp_path: Path) -> None:
    path = write(tmp_path / "other.csv", teams([AMINA], [AMINA], title="Budget board"))
    said = county.refuses("online-attendance", "forum", path, "--take-in")
    assert "it is called “Budget board”" in said
    assert said.endswith("Confirm that it is this event’s with --other-meeting.")
    county.does("online-attendance", "forum", path, "--take-in", "--other-meeting")


def test_dates_and_clock_can_be_said(county: Clerk, tmp_path: Path) -> None:
    joins = [("Amina Larkson", "03/04/2020, 10:00", "03/04/2020, 12:00", "", "larkson@example.org")]
    path = write(
        tmp_path / "unclear.csv", teams(joins, joins, starts="03/04/2020, 10:00", ends="03/04/2020, 12:00")
    )
    said = county.refuses("online-attendance", "forum", path, "--take-in")
    assert said.endswith("Say it with --dates day-first or --dates month-first.")
    assert "on 4 March 2020" in county.does("online-attendance", "forum", path, "--dates", "month-first")
    early = [("Amina Larkson", f"{DAY}05:00:00", f"{DAY}07:30:00", "", "larkson@example.org")]
    path = write(tmp_path / "early.csv", teams(early, early, starts=f"{DAY}05:00:00", ends=f"{DAY}07:30:00"))
    said = county.refuses("online-attendance", "forum", path, "--take-in")
    assert said.endswith("with --other-meeting, or move its times with --shift 5.")
    assert "1 person checked in" in county.does(
        "online-attendance", "forum", path, "--take-in", "--shift", "5"
    )


def test_the_least_minutes(county: Clerk, attendance: Path) -> None:
    said = county.does("online-attendance", "forum", attendance, "--least-minutes", "200")
    assert "Not counted: 2 too short." in said


def test_what_is_not_understood(county: Clerk, attendance: Path, tmp_path: Path) -> None:
    assert county("online-attendance", "forum", attendance, "--shift", "40").code == 2
    said = county.refuses("online-attendance", "forum", attendance, "--review", tmp_path / "review.txt")
    assert said == "“review.txt” is not an Excel name. Give the review a name that ends in .xlsx."
    assert "is no file of attendance" in county.refuses(
        "online-attendance",
        "forum",
        write(tmp_path / "odd.csv", [["Item", "Price", "Shop"], ["Tea", "2", "Corner"]]),
    )


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: teams([AMINA]), "Microsoft Teams attendance report: 1 person."),
        (
            lambda: teams_old([("Amina Larkson", "Joined", AMINA[1]), ("Amina Larkson", "Left", AMINA[2])]),
            "Microsoft Teams, a line for each join and leave: 1 person.",
        ),
        (
            lambda: teams_webinar(
                [
                    (
                        "Amina Larkson",
                        "12/10/2019",
                        "10:00:00 AM",
                        "12/10/2019",
                        "12:30:00 PM",
                        "2h 30m",
                        AMINA[4],
                    )
                ]
            ),
            "Microsoft Teams attendance and engagement report: 1 person.",
        ),
        (
            lambda: zoom(
                [("Amina Larkson", AMINA[4], "12/10/2019 10:00:00 AM", "12/10/2019 12:30:00 PM", "150")]
            ),
            "Zoom participants: 1 person.",
        ),
        (
            lambda: eventbrite([("1", "Amina", "Larkson", AMINA[4], "1", "Checked In", "Larkmeadow Ltd")]),
            "Eventbrite attendees: 1 person.",
        ),
    ],
)
def test_every_layout_is_taken_in(
    county: Clerk, tmp_path: Path, made: Callable[[], list[list[str]]], words: str
) -> None:
    path = write(tmp_path / "any.csv", made())
    said = county.does("online-attendance", "forum", path, "--take-in")
    assert words in said
    assert "Online attendance taken in: 1 person checked in." in said
    assert "Amina Larkson" in county.does("present", "forum")
