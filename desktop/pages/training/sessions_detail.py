"""What the pane says of a session: when and where, how full it is, and who is on its list."""

from collections.abc import Callable, Sequence
from datetime import datetime

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from workforce.training.bookings import places_of
from workforce.training.courses import course
from workforce.training.sessions import training_session
from workforce.training.tables import BOOKING_COLUMNS, booking_lines
from workforce.training.vocabulary import SessionStatus

_COLUMNS = (
    Column("learner", "Learner", width=158),
    Column("status", "Status", ColumnKind.STATUS, width=116),
    Column("provider", "Provider", width=104),
)


def session_detail(
    db: Database, key: str, now: datetime, actions: Sequence[Action], open_course: Callable[[], object],
    open_booking: Callable[[str], object],
) -> Detail:  # fmt: skip
    """One session; `open_booking` is called with the key of a booking."""
    held = training_session(db, key)
    late = [(ColumnKind.STATUS, "Attendance not taken")] if held.lacks_attendance(now) else []
    lines = booking_lines(db, key)
    table = Table("On the list", _COLUMNS, [_row(row) for _, row in lines])
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


def _row(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Who waits has the place in the waiting list beside the state."""
    row = dict(zip((one.name for one in BOOKING_COLUMNS), cells, strict=True))
    waits = f", {row['place']}" if row["place"] else ""
    return row["learner"], f"{row['status']}{waits}", row["provider"]
