"""Training sessions: a course on a day, with places, a venue and somebody who gives it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import date_short, date_words, event_when, in_london, instant_text, moment_words
from workforce.training.courses import course
from workforce.training.vocabulary import SessionStatus

COLUMNS = (
    "id", "course_id", "starts_at", "ends_at", "venue", "trainer", "places", "status", "note",
)  # fmt: skip

MOST_PLACES = 10_000


class NewSession(TypedDict, total=False):
    """What can be said of a new one. `places` is None where there is room for everybody."""

    venue: str
    trainer: str
    places: int | None
    note: str


class SessionFacts(NewSession, total=False):
    """What can be put right of one."""

    course_id: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class TrainingSession:
    """A course on a day; its times are instants."""

    id: str
    course_id: str
    starts_at: datetime
    ends_at: datetime
    venue: str = ""
    trainer: str = ""
    places: int | None = None
    status: SessionStatus = SessionStatus.PLANNED
    note: str = ""

    @property
    def is_planned(self) -> bool:
        """Whether it is neither held nor cancelled."""
        return self.status is SessionStatus.PLANNED

    @property
    def when(self) -> str:
        """Tuesday 10 December 2019, 10am to 12:30pm."""
        return event_when(self.starts_at, self.ends_at)

    def has_begun(self, now: datetime) -> bool:
        """Whether its time has come."""
        return self.starts_at <= now

    def lacks_attendance(self, now: datetime) -> bool:
        """Whether it is over and nobody said who came."""
        return self.is_planned and self.ends_at <= now


def _session(row: tuple[Any, ...]) -> TrainingSession:
    key, course_id, starts, ends, venue, trainer, places, status, note = row
    return TrainingSession(
        key, course_id, datetime.fromisoformat(starts), datetime.fromisoformat(ends), venue, trainer, places,
        SessionStatus(status), note,
    )  # fmt: skip


# --- reading --------------------------------------------------------------------------------------------------


def training_session(db: Database, key: str) -> TrainingSession:
    """The session with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from training_session where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no training session {key}")
    return _session(row)


def is_training_session(db: Database, key: str) -> bool:
    """Whether the key is a session’s."""
    return bool(db.value("select exists (select 1 from training_session where id = ?)", (key,)))


def training_sessions(
    db: Database, *, course_id: str = "", status: SessionStatus | None = None
) -> list[TrainingSession]:
    """All of them, those of a course, or those of a status, the latest first."""
    rows = db.rows(
        f"""select {", ".join(COLUMNS)} from training_session where (?1 = '' or course_id = ?1)
        and (?2 is null or status = ?2) order by starts_at desc, id desc""",
        (course_id, status.value if status else None),
    )
    return [_session(row) for row in rows]


def session_name(db: Database, key: str) -> str:
    """Its course and day: Moving and handling, 9 Dec 2019."""
    held = training_session(db, key)
    return named(course(db, held.course_id).name, held.starts_at)


def named(course_name: str, starts_at: datetime) -> str:
    """The name of a session of a course."""
    return f"{course_name}, {date_short(in_london(starts_at))}"


# --- the verbs ------------------------------------------------------------------------------------------------


def plan_session(
    db: Database, course_id: str, starts_at: datetime, ends_at: datetime, **given: Unpack[NewSession]
) -> TrainingSession:
    """Plan a course for a day; one of the past is entered the same way."""
    facts: SessionFacts = {"course_id": course_id, "starts_at": starts_at, "ends_at": ends_at, **given}
    cells = _cells(db, facts)
    key = new_key()
    with change(db, f"Planned the session {named(course(db, course_id).name, starts_at)}"):
        db.insert_row("training_session", {"id": key, **cells})
    return training_session(db, key)


def edit_session(db: Database, key: str, **given: Unpack[SessionFacts]) -> TrainingSession:
    """Change what is given and leave the rest; places that are added go to the waiting list in its order."""
    from workforce.training.bookings import fill_places, refuse_fewer_places  # those need sessions

    before = training_session(db, key)
    held: SessionFacts = {
        "course_id": before.course_id, "starts_at": before.starts_at, "ends_at": before.ends_at,
        "venue": before.venue, "trainer": before.trainer, "places": before.places, "note": before.note,
    }  # fmt: skip
    cells = _cells(db, {**held, **given}, before)
    if before.is_planned:
        refuse_fewer_places(db, key, given.get("places", before.places))
    with change(db, f"Changed the session {session_name(db, key)}"):
        db.update_row("training_session", key, cells)
        fill_places(db, key)
    return training_session(db, key)


def cancel_session(db: Database, key: str, *, reason: str = "") -> TrainingSession:
    """It does not take place; the bookings stay as they were, to know who is to be told."""
    before = training_session(db, key)
    if not before.is_planned:
        raise Problem(
            f"{session_name(db, key)} is {before.status.label.lower()} already, so it cannot be cancelled."
        )
    note = "\n".join(part for part in (before.note, reason.strip()) if part)
    with change(db, f"Cancelled the session {session_name(db, key)}"):
        db.update_row("training_session", key, {"status": SessionStatus.CANCELLED.value, "note": note})
    return training_session(db, key)


def reinstate_session(db: Database, key: str) -> TrainingSession:
    """A cancelled session takes place after all."""
    before = training_session(db, key)
    if before.status is not SessionStatus.CANCELLED:
        raise Problem(f"{session_name(db, key)} is not cancelled.")
    with change(db, f"The session {session_name(db, key)} takes place after all"):
        db.update_row("training_session", key, {"status": SessionStatus.PLANNED.value})
    return training_session(db, key)


def remove_session(db: Database, key: str) -> None:
    """It was entered by mistake; refused once anybody was booked."""
    name = session_name(db, key)
    if db.value("select exists (select 1 from booking where session_id = ?)", (key,)):
        raise Problem(f"{name} has bookings. Cancel it instead.")
    with change(db, f"Removed the session {name}"):
        db.delete_row("training_session", key)


# --- what is checked ------------------------------------------------------------------------------------------


def _cells(db: Database, facts: SessionFacts, before: TrainingSession | None = None) -> dict[str, Cell]:
    starts, ends = facts["starts_at"], facts["ends_at"]
    if ends <= starts:
        raise FieldProblem(
            "ends_at",
            f"Ends: {moment_words(ends)} is not after {moment_words(starts)}, when it starts. Change one of the two.",
        )
    _check_course(db, facts["course_id"], before)
    _check_day(before, ends)
    places = facts.get("places")
    if places is not None and places < 1:
        raise FieldProblem("places", f"Places: {places} is too few. Give at least 1, or leave it empty.")
    if places is not None and places > MOST_PLACES:
        raise FieldProblem(
            "places",
            f"Places: {places:,} is more than {MOST_PLACES:,}. Leave it empty where there is room for everybody.",
        )
    return {
        "course_id": facts["course_id"], "starts_at": instant_text(starts), "ends_at": instant_text(ends),
        "venue": facts.get("venue", "").strip(), "trainer": facts.get("trainer", "").strip(), "places": places,
        "note": facts.get("note", "").strip(),
    }  # fmt: skip


def _check_course(db: Database, course_id: str, before: TrainingSession | None) -> None:
    if before is not None and before.course_id == course_id:
        return
    if not course_id:
        raise FieldProblem("course_id", "Course: nothing was chosen. Choose the course that is given.")
    if before is not None and not before.is_planned:
        raise FieldProblem(
            "course_id",
            f"Course: this session is {before.status.label.lower()}, and who came has a record of its course. Plan "
            "another session for the other course.",
        )
    chosen = course(db, course_id)
    if chosen.archived_on is not None:
        raise FieldProblem(
            "course_id", f"Course: {chosen.name} is archived. Restore it, or choose another one."
        )


def _check_day(before: TrainingSession | None, ends: datetime) -> None:
    if before is None or before.status is not SessionStatus.HELD:
        return
    day = in_london(before.ends_at).date()
    if in_london(ends).date() != day:
        raise FieldProblem(
            "ends_at",
            f"Ends: who came has a training record of {date_words(day)}. Take the attendance back first, and take it "
            "anew once the day is put right.",
        )
