"""Small files of every layout, of invented people, as Teams, Zoom and Eventbrite write them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from resources.files.writing import save_xlsx
from resources.tables import Column, Table

TITLE = "Provider forum, December 2019"
TEAMS_HEADINGS = (
    "Name", "First join", "Last leave", "In-meeting duration", "Email", "Participant ID (UPN)", "Role",
)  # fmt: skip
JOIN_HEADINGS = ("Name", "Join time", "Leave time", "Duration", "Email", "Role")
ZOOM_MEETING = (
    "Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants",
)  # fmt: skip
ZOOM_HEADINGS = (
    "Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest",
    "Recording Consent",
)  # fmt: skip
ENGAGEMENT = (
    "Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role",
    "Engagement: Reaction-Applause", "Engagement: Camera On", "Engagement: Unmute",
)  # fmt: skip
EVENTBRITE = (
    "Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Ticket Type", "Attendee #",
    "Attendee Status", "Job Title", "Company",
)  # fmt: skip

Rows = Sequence[Sequence[str]]


def write(path: Path, rows: Rows, *, delimiter: str = "\t", encoding: str = "utf-16") -> Path:
    """Rows as text."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_workbook(path: Path, rows: Rows) -> Path:
    """The same rows in Excel: the first as headings."""
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    columns = tuple(Column(str(place), heading) for place, heading in enumerate(filled[0]))
    save_xlsx([Table("Attendance", columns, [tuple(row) for row in filled[1:]])], path)
    return path


def teams(
    people: Rows,
    joins: Rows | None = None,
    *,
    title: str = TITLE,
    starts: str = "10/12/2019, 09:58:00",
    ends: str = "10/12/2019, 12:02:00",
) -> list[list[str]]:
    """The present layout: (name, join, leave, duration, e-mail) for each person, and for each join."""
    rows = [
        ["1. Summary"], ["Meeting title", title], ["Attended participants", str(len(people))],
        ["Start time", starts], ["End time", ends], ["Meeting duration", "2h 4m"], [],
        ["2. Participants"], list(TEAMS_HEADINGS), *([*one, one[4], "Presenter"] for one in people), [],
    ]  # fmt: skip
    if joins is not None:
        rows += [["3. In-Meeting activities"], list(JOIN_HEADINGS), *([*one, "Presenter"] for one in joins)]
    return rows


def teams_old(events: Rows) -> list[list[str]]:
    """A row for each join and leave."""
    return [["Full Name", "User Action", "Timestamp"], *map(list, events)]


def teams_webinar(people: Rows, *, starts: Sequence[str] = ("12/10/2019", "9:58:00 AM")) -> list[list[str]]:
    """Day and time in a cell each: the rows have two cells more than the headings."""
    return [
        ["Meeting title", TITLE], ["Attended participants", str(len(people))], ["Start time", *starts],
        ["End time", "12/10/2019", "12:02:00 PM"], ["Meeting duration", "2h 4m"], [], ["2. Participants"],
        list(ENGAGEMENT), *([*one, one[-1], "Attendee", "1", "0", "2"] for one in people),
    ]  # fmt: skip


def zoom(joins: Rows, *, meeting: bool = True, topic: str = TITLE) -> list[list[str]]:
    """A row for each join, beneath the meeting's row or alone."""
    above = [
        list(ZOOM_MEETING),
        ["60245167821", topic, "12/10/2019 10:00:00 AM", "12/10/2019 12:00:00 PM", "host@example.org", "120", "9"],
        [""] * len(ZOOM_MEETING),
    ]  # fmt: skip
    return [*(above if meeting else []), list(ZOOM_HEADINGS), *([*one, "Yes", "Y"] for one in joins)]


def eventbrite(people: Rows) -> list[list[str]]:
    """(order, first, last, e-mail, quantity, status, company) for each ticket."""
    return [
        list(EVENTBRITE),
        *(
            [order, "11/29/19 22:28", first, last, email, quantity, "General", "1844", status, "Manager", company]
            for order, first, last, email, quantity, status, company in people
        ),
    ]  # fmt: skip
