"""What the pane says of a session: when and where, how full it is, and who is on its list."""

from collections.abc import Callable, Sequence
from datetime import datetime

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from workforce.training.bookings import places_of
from workforce.training.courses import course
from workforce.training.sessions import training_session
from workforce.training.tables import BOOKING_COLUMNS, booking_lines
from workforce.training.vocabulary import SessionStatus

_SHOWN = ("learner", "status", "place", "provider")
_WIDTHS = {"learner": 140, "status": 122, "place": 66, "provider": 130}
_PLACES = [next(at for at, one in enumerate(BOOKING_COLUMNS) if one.name == name) for name in _SHOWN]
_COLUMNS = tuple(
    Column(one.name, one.heading, one.kind, _WIDTHS[one.name])
    for one in (BOOKING_COLUMNS[at] for at in _PLACES)
)


def session_detail(
    db: Database, key: str, now: datetime, actions: Sequence[Action], open_course: Callable[[], object],
    open_booking: Callable[[str], object],
) -> Detail:  # fmt: skip
    """One session; `open_booking` is called with the key of a booking."""
    held = training_session(db, key)
    late = [(ColumnKind.STATUS, "Attendance not taken")] if held.lacks_attendance(now) else []
    lines = booking_lines(db, key)
    table = Table("On the list", _COLUMNS, [tuple(row[at] for at in _PLACES) for _, row in lines])
    nobody = (Line("", "Nobody is booked yet."),) if held.status is SessionStatus.PLANNED else ()
    return Detail(
        course(db, held.course_id).name, held.when,
        [(ColumnKind.STATUS, held.status.label), *late], actions,
        (
            Section(
                "Session",
                (
                    Line("Course", course(db, held.course_id).name, open_course), Line("Venue", held.venue),
                    Line("Trainer", held.trainer), Line("Places", places_of(db, key).words), Line("Note", held.note),
                ),
            ),
            Section("On the list", () if lines else nobody, table if lines else None,
                    keys=[one for one, _ in lines], opened=open_booking),
        ),
    )  # fmt: skip
