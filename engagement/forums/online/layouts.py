"""The headings of each program's files, and what tells one table of a file from another.

Recognised by their headings, wherever they stand and whatever the file is called; spelling and order differ by year.
"""

from dataclasses import dataclass
from enum import Enum

from resources.files.headers import FieldSpec, HeaderFound, match_header
from resources.files.rows import Row


class TableKind(Enum):
    """What the rows beneath a heading are."""

    EVENTS = "a join or a leave each"
    SPANS = "a person each, from first join to last leave"
    JOINS = "a join each"
    TOTALS = "a person each, with minutes and no times"
    MEETING = "the meeting itself"
    TICKETS = "a ticket each"


def _field(name: str, *headings: str, needed: bool = False) -> FieldSpec:
    return FieldSpec(name, headings, required=needed)


_NAME = _field(
    "name", "Name", "Full Name", "Name (Original Name)", "Participant", "Participant Name", "User Name", "Display name",
    needed=True,
)  # fmt: skip
_EMAIL = _field("email", "Email", "User Email", "E-mail", "Email address", "Attendee email")
_UPN = _field("upn", "Participant ID (UPN)", "Participant ID", "UPN")
_ROLE = _field("role", "Role", "Meeting role")
_DURATION = _field(
    "duration",
    "Duration",
    "In-meeting duration",
    "Duration (Minutes)",
    "Total Duration (Minutes)",
    "Time in session",
)

_TABLES: tuple[tuple[TableKind, tuple[FieldSpec, ...]], ...] = (
    (
        TableKind.MEETING,
        (
            _field("title", "Topic", "Meeting topic", needed=True),
            _field("starts", "Start Time", "Meeting start time", needed=True),
            _field("ends", "End Time", "Meeting end time"),
            _field("people", "Participants", "Number of participants"),
            _field("lasted", "Duration (Minutes)", "Duration", "Actual duration (minutes)"),
            _field("id", "Meeting ID", "ID", "Webinar ID", needed=True),
        ),
    ),
    (
        TableKind.EVENTS,
        (
            _NAME,
            _field("action", "User Action", "Action", needed=True),
            _field("at", "Timestamp", "Time stamp", needed=True),
            _EMAIL,
        ),
    ),
    (
        TableKind.TICKETS,
        (
            _field("ticket", "Attendee Status", "Ticket status", needed=True),
            _field("first", "First Name", "Attendee first name", "Forename"),
            _field("last", "Last Name", "Surname", "Attendee last name", "Attendee surname"),
            _field("email", "Email", "Email address", "Attendee email", "E-mail"),
            _field("order", "Order #", "Order no.", "Order number", "Order ID", "Order"),
            _field("quantity", "Quantity", "Ticket quantity", "Qty"),
            _field("company", "Company", "Organisation", "Organization", "Work company"),
            _field("title", "Event Name", "Event"),
            _field("starts", "Event Date", "Event start date", "Event start"),
        ),
    ),
    (
        TableKind.SPANS,
        (
            _NAME,
            _field("joined", "First Join", "First join time", needed=True),
            _field("left", "Last Leave", "Last leave time", needed=True),
            _DURATION,
            _EMAIL,
            _UPN,
            _ROLE,
        ),
    ),
    (
        TableKind.JOINS,
        (
            _NAME,
            _field("joined", "Join Time", "Joined", "Time joined", needed=True),
            _field("left", "Leave Time", "Left", "Time left", needed=True),
            _DURATION,
            _EMAIL,
            _UPN,
            _ROLE,
            _field("guest", "Guest", "Is guest"),
            _field("waiting", "In Waiting Room", "Waiting room"),
        ),
    ),
    (
        TableKind.TOTALS,
        (
            _NAME,
            _field(
                "duration", "Total Duration (Minutes)", "Total duration", "Duration (Minutes)", needed=True
            ),
            _field("email", "User Email", "Email", needed=True),
            _field("guest", "Guest"),
            _field("waiting", "In Waiting Room"),
        ),
    ),
)


@dataclass(frozen=True)
class TableFound:
    """A row that is the heading of a table."""

    kind: TableKind
    header: HeaderFound

    @property
    def is_zoom(self) -> bool:
        """Whether only Zoom heads its columns so."""
        headings = " ".join(self.header.headings).casefold()
        return self.kind in (TableKind.TOTALS, TableKind.MEETING) or any(
            word in headings for word in ("original name", "user email", "waiting room", "recording")
        )

    @property
    def is_engagement(self) -> bool:
        """Whether it is Teams' report with what people did in the meeting."""
        return any(heading.casefold().startswith("engagement") for heading in self.header.headings)


_IN_EVERY_HEADING = ("join", "action", "status", "duration", "topic")
"""Each table needs a column with one of these words: most rows are told from a heading by having none."""


def table_of(row: Row) -> TableFound | None:
    """The table that this row heads; None where it is no heading."""
    text = " ".join(row.cells).casefold()
    if (
        not any(word in text for word in _IN_EVERY_HEADING)
        or sum(bool(cell.strip()) for cell in row.cells) < 3
    ):
        return None
    for kind, specs in _TABLES:
        header = match_header(row, specs)
        if not header.missing and not any(one.required for one in specs if one.name not in header.mapping):
            return TableFound(kind, header)
    return None


_META = {
    "meeting title": "title",
    "title": "title",
    "meeting name": "title",
    "webinar title": "title",
    "event title": "title",
    "topic": "title",
    "start time": "starts",
    "meeting start time": "starts",
    "meeting start": "starts",
    "end time": "ends",
    "meeting end time": "ends",
    "meeting end": "ends",
    "attended participants": "people",
    "total number of participants": "people",
    "total participants": "people",
    "number of participants": "people",
    "participants": "people",
    "meeting duration": "lasted",
    "duration": "lasted",
}


def meta_of(row: Row) -> tuple[str, str] | None:
    """What a line above the tables says of the meeting. Day and time may stand in two cells."""
    if len(row.cells) < 2:
        return None
    name = _META.get(" ".join(row.cells[0].split()).casefold().rstrip(":"))
    said = [cell.strip() for cell in row.cells[1:] if cell.strip()]
    return (name, " ".join(said)) if name and said else None
