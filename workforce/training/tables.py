"""The tables of courses, sessions and learners, for screen and command line alike.

Those that name learners are about individuals, and marked so.
"""

from datetime import date

from engagement.register.names import name_of
from resources.database import Database, Query
from resources.database.listing import Listing
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, instant_text
from workforce.training.attendance import to_mark
from workforce.training.bookings import Booking, bookings_of, bookings_of_learner
from workforce.training.learners import LEARNERS_NAMED, Post, learner, post_on, posts_of
from workforce.training.listings import COURSES, LEARNERS, SESSIONS
from workforce.training.same_learner import LikelySame
from workforce.training.sessions import session_name, training_session
from workforce.training.vocabulary import BookingStatus

BOOKING_COLUMNS = (
    Column("learner", "Learner", width=150),
    Column("provider", "Provider", width=150),
    Column("service", "Service", width=140),
    Column("status", "Status", ColumnKind.STATUS, width=130),
    Column("place", "Waiting list", ColumnKind.NUMBER, width=70),
    Column("booked_on", "Booked", ColumnKind.DATE, width=100),
    Column("note", "Note", width=160),
)
POST_COLUMNS = (
    Column("provider", "Provider", width=160),
    Column("service", "Service", width=150),
    Column("job_role", "Job role", width=150),
    Column("employment", "Employment", width=120),
    Column("from_on", "From", ColumnKind.DATE, width=100),
    Column("until_on", "Until", ColumnKind.DATE, width=100),
)
SESSION_COLUMNS = (
    Column("course", "Course", width=190),
    Column("starts_at", "When", ColumnKind.TIME, width=170),
    Column("status", "Status", ColumnKind.STATUS, width=130),
    Column("provider", "Provider", width=150),
)
SAME_COLUMNS = (
    Column("one", "Learner", width=160),
    Column("other", "May be the same as", width=160),
    Column("why", "Why", width=420),
)


def sessions_table(db: Database) -> Table:
    """Every session, the latest first."""
    return _all_of(db, SESSIONS, "Training sessions", descending=True)


def courses_table(db: Database) -> Table:
    """The catalogue, archived courses too."""
    return _all_of(db, COURSES, "Courses")


def learners_table(db: Database) -> Table:
    """Everybody who learns, by surname."""
    made = _all_of(db, LEARNERS, "Learners")
    return Table(made.title, made.columns, made.rows, base=made.base, exempt=LEARNERS_NAMED)


def _all_of(db: Database, listing: Listing, title: str, *, descending: bool = False) -> Table:
    query = Query(order_by=listing.default_order, descending=descending)
    rows = listing.page(db, query, offset=0, limit=listing.count(db, query).number)
    return Table(title, listing.columns, [row[1:] for row in rows], base=f"{count_of(len(rows), 'row')}.")


# --- who is booked --------------------------------------------------------------------------------------------


def booking_lines(db: Database, session_id: str) -> list[tuple[str, tuple[Cell, ...]]]:
    """The list of a session with the keys of its bookings: by surname, then who waits in order, then cancelled."""
    waiting = [one.id for one in bookings_of(db, session_id) if one.status is BookingStatus.WAITLISTED]
    with_place = [one for one in to_mark(db, session_id) if one.status is not BookingStatus.WAITLISTED]
    others = [one for one in bookings_of(db, session_id) if one.id not in {each.id for each in with_place}]
    others.sort(key=lambda one: one.status is BookingStatus.CANCELLED)
    return [(one.id, _booking_row(db, one, waiting)) for one in (*with_place, *others)]


def _booking_row(db: Database, one: Booking, waiting: list[str]) -> tuple[Cell, ...]:
    return (
        learner(db, one.learner_id).name, name_of(db, "provider", one.provider_id),
        name_of(db, "service", one.service_id), one.status.label,
        waiting.index(one.id) + 1 if one.id in waiting else None, one.booked_on.isoformat(), one.note,
    )  # fmt: skip


def bookings_table(db: Database, session_id: str) -> Table:
    """The register of a session: who is booked, who waits and who came."""
    lines = booking_lines(db, session_id)
    return Table(
        f"Register of {session_name(db, session_id)}", BOOKING_COLUMNS, [row for _, row in lines],
        base=f"{count_of(len(lines), 'booking')}.", exempt=LEARNERS_NAMED,
    )  # fmt: skip


# --- a learner ------------------------------------------------------------------------------------------------


def post_lines(db: Database, learner_id: str) -> list[tuple[str, tuple[Cell, ...]]]:
    """Where a learner works and worked, with the keys of the posts."""
    return [(one.id, _post_row(db, one)) for one in posts_of(db, learner_id)]


def _post_row(db: Database, one: Post) -> tuple[Cell, ...]:
    return (
        name_of(db, "provider", one.provider_id), name_of(db, "service", one.service_id), one.job_role.label,
        one.employment.label, one.from_on.isoformat() if one.from_on else None,
        one.until_on.isoformat() if one.until_on else None,
    )  # fmt: skip


def posts_table(db: Database, learner_id: str) -> Table:
    """Where a learner works and worked."""
    rows = [row for _, row in post_lines(db, learner_id)]
    return Table(
        f"Posts of {learner(db, learner_id).name}", POST_COLUMNS, rows,
        base=f"{count_of(len(rows), 'post')}.", exempt=LEARNERS_NAMED,
    )  # fmt: skip


def learner_sessions_table(db: Database, learner_id: str) -> Table:
    """The sessions that a learner is or was booked on, the latest first."""
    rows = [_session_row(db, one) for one in bookings_of_learner(db, learner_id)]
    return Table(
        f"Sessions of {learner(db, learner_id).name}", SESSION_COLUMNS, rows,
        base=f"{count_of(len(rows), 'session')}.", exempt=LEARNERS_NAMED,
    )  # fmt: skip


def _session_row(db: Database, one: Booking) -> tuple[Cell, ...]:
    held = training_session(db, one.session_id)
    course = str(db.value("select name from course where id = ?", (held.course_id,)))
    return course, instant_text(held.starts_at), one.status.label, name_of(db, "provider", one.provider_id)


def likely_same_table(db: Database, pairs: list[LikelySame], today: date) -> Table:
    """Pairs of learners who may be one, with why."""
    rows = [
        (_told(db, one.one.id, today), _told(db, one.other.id, today), " ".join(one.reasons)) for one in pairs
    ]
    return Table(
        "Learners who may be one person", SAME_COLUMNS, rows, base=f"{count_of(len(rows), 'pair')}.",
        exempt=LEARNERS_NAMED,
    )  # fmt: skip


def _told(db: Database, key: str, today: date) -> str:
    who, post = learner(db, key), post_on(db, key, today)
    at = f", {name_of(db, 'provider', post.provider_id)}" if post else ""
    return f"{who.name}{at}{f', ULN {who.uln}' if who.uln else ''}"
