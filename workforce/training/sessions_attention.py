"""What about training sessions wants doing: attendance that nobody took, and sessions that are near."""

from datetime import datetime, timedelta
from typing import Any

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london, instant_text, time_words
from workforce.training.bookings import places_of

PAGE = "training"
SOON = timedelta(days=7)
MOST_NAMED = 5
"""With more than so many without attendance they are one line: the list of sessions is the page itself."""


def sessions_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines for Home."""
    late = _sessions(db, "ends_at <= ?1", now)
    soon = _sessions(db, "ends_at > ?1 and starts_at <= ?2", now)
    lines = [_several(late)] if len(late) > MOST_NAMED else [_late(*row) for row in late]
    return lines + [_soon(db, *row, now=now) for row in soon[:MOST_NAMED]]


def _sessions(db: Database, when: str, now: datetime) -> list[tuple[Any, ...]]:
    return db.rows(
        f"""select training_session.id, course.name, starts_at, venue,
        (select count(*) from booking where session_id = training_session.id and booking.status = 'booked')
        from training_session join course on course.id = course_id where training_session.status = 'planned' and {when}
        and (?2 is not null) order by starts_at, training_session.id""",
        (instant_text(now), instant_text(now + SOON)),
    )


def _late(key: str, course: str, starts: str, venue: str, booked: int) -> Attention:
    day = in_london(starts).date()
    detail = f"It was on {date_words(day)}, with {count_of(booked, 'person', 'people')} booked"
    return Attention(
        Urgency.DUE, f"Who came to {course}?", detail, PAGE, key, "Take attendance", day
    )  # fmt: skip


def _several(late: list[tuple[Any, ...]]) -> Attention:
    key, course, starts, *_ = late[0]
    day = in_london(starts).date()
    what = f"Attendance of {count_of(len(late), 'training session')} was not taken"
    detail = f"The longest ago: {course} on {date_words(day)}"
    return Attention(Urgency.DUE, what, detail, PAGE, key, "Open the sessions", day)


def _soon(
    db: Database, key: str, course: str, starts: str, venue: str, _booked: int, *, now: datetime
) -> Attention:  # fmt: skip
    day = in_london(starts).date()
    today = day <= in_london(now).date()
    when = "today" if today else f"on {date_words(day)}"
    at = f" at {venue}" if venue else ""
    detail = f"{time_words(starts)}{at}; {places_of(db, key).words}"
    urgency = Urgency.TODAY if today else Urgency.SOON
    return Attention(urgency, f"{course} {when}", detail, PAGE, key, "Open the session", day)
