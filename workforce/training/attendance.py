"""Who came to a session. Whoever came to a course has a training record of it, as long as that is what is noted.

Coming to one session of a qualification or an apprenticeship does not complete it: of those no record is made.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from resources.database import Database, change
from resources.problem import Problem
from resources.wording import count_of, date_words, in_london, moment_words
from workforce.training.bookings import Booking, booking, bookings_of
from workforce.training.courses import course
from workforce.training.learners import learner, learners_by_key, post_on
from workforce.training.records import add_record, remove_record
from workforce.training.sessions import TrainingSession, session_name, training_session
from workforce.training.vocabulary import BookingStatus, CourseKind, DeliveredBy, RecordSource, SessionStatus


@dataclass(frozen=True)
class Attendance:
    """What came of taking it."""

    session: TrainingSession
    came: int
    did_not_come: int
    records: int

    @property
    def words(self) -> str:
        """12 came and 2 did not; 12 training records were made."""
        said = f"{self.came:,} came and {self.did_not_come:,} did not"
        return f"{said}; {count_of(self.records, 'training record')} of it" if self.records else said


def to_mark(db: Database, session_id: str) -> list[Booking]:
    """Those whose attendance is taken, by surname, who waits for a place last; without who gave theirs up.

    The order, and so the number, is that of the sheet to sign.
    """
    held = [one for one in bookings_of(db, session_id) if one.status is not BookingStatus.CANCELLED]
    names = learners_by_key(db, (one.learner_id for one in held))

    def by_surname(one: Booking) -> tuple[bool, str, str, str]:
        who, waits = names[one.learner_id], one.status is BookingStatus.WAITLISTED
        return waits, who.family_name.casefold(), who.given_name.casefold(), one.id

    return sorted(held, key=by_surname)


# --- the verbs ------------------------------------------------------------------------------------------------


def take_attendance(
    db: Database, session_id: str, came: Collection[str], *, now: datetime
) -> Attendance:  # fmt: skip
    """Note who came, by the keys of their bookings; whoever else had a place did not. The session is held then.

    Somebody of the waiting list who came is noted as well; the others of that list stay on it.
    """
    held = training_session(db, session_id)
    _check_may_take(db, held, now)
    everybody = to_mark(db, session_id)
    if unknown := set(came) - {one.id for one in everybody}:
        raise LookupError(f"no bookings of this session: {sorted(unknown)}")
    with change(db, f"Took attendance of {session_name(db, session_id)}"):
        for one in everybody:
            if one.id in came:
                _mark(db, one, BookingStatus.ATTENDED, now)
            elif one.status is not BookingStatus.WAITLISTED:
                _mark(db, one, BookingStatus.NO_SHOW, now)
        _set_status(db, session_id, SessionStatus.HELD)
    return _attendance(db, session_id)


def mark_attended(db: Database, key: str, *, now: datetime) -> Booking:
    """One person came; with the last of those booked the session is held."""
    return _mark_one(db, key, BookingStatus.ATTENDED, "{} came to {}", now)


def mark_no_show(db: Database, key: str, *, now: datetime) -> Booking:
    """One person did not come; a training record that their coming had made is taken away."""
    return _mark_one(db, key, BookingStatus.NO_SHOW, "{} did not come to {}", now)


def take_back_attendance(db: Database, session_id: str) -> TrainingSession:
    """Attendance was taken by mistake: everybody is booked again, and the training records are taken away."""
    held = training_session(db, session_id)
    if held.status is not SessionStatus.HELD:
        raise Problem(f"{session_name(db, session_id)} is not held, so there is nothing to take back.")
    with change(db, f"Took back the attendance of {session_name(db, session_id)}"):
        for one in bookings_of(db, session_id):
            if one.status in (BookingStatus.ATTENDED, BookingStatus.NO_SHOW):
                _take_record_away(db, one)
                db.update_row("booking", one.id, {"status": BookingStatus.BOOKED.value})
        _set_status(db, session_id, SessionStatus.PLANNED)
    return training_session(db, session_id)


# --- how it is done -------------------------------------------------------------------------------------------


def _check_may_take(db: Database, held: TrainingSession, now: datetime) -> None:
    name = session_name(db, held.id)
    if held.status is SessionStatus.CANCELLED:
        raise Problem(f"{name} is cancelled, so nobody can have come to it.")
    if not held.has_begun(now):
        raise Problem(
            f"{name} begins on {moment_words(held.starts_at)}. Attendance can be taken from then on."
        )
    last = in_london(held.ends_at).date()
    if last > in_london(now).date():
        raise Problem(
            f"{name} goes on until {date_words(last)}. Take its attendance on that day, or afterwards."
        )


def _mark_one(db: Database, key: str, status: BookingStatus, said: str, now: datetime) -> Booking:
    before = booking(db, key)
    name = learner(db, before.learner_id).name
    _check_may_take(db, training_session(db, before.session_id), now)
    if before.status is BookingStatus.CANCELLED:
        raise Problem(f"{name} gave the place up. Book {name} again first.")
    with change(db, said.format(name, session_name(db, before.session_id))):
        _mark(db, before, status, now)
        if not any(one.status is BookingStatus.BOOKED for one in bookings_of(db, before.session_id)):
            _set_status(db, before.session_id, SessionStatus.HELD)
    return booking(db, key)


def _mark(db: Database, one: Booking, status: BookingStatus, now: datetime) -> None:
    if one.status is status:
        return
    _take_record_away(db, one)
    db.update_row("booking", one.id, {"status": status.value})
    held = training_session(db, one.session_id)
    if status is BookingStatus.ATTENDED and course(db, held.course_id).kind is CourseKind.COURSE:
        _add_record(db, one, held, in_london(now).date())


def _add_record(db: Database, one: Booking, held: TrainingSession, today: date) -> None:
    day = in_london(held.ends_at).date()
    post = post_on(db, one.learner_id, day, provider_id=one.provider_id)
    add_record(
        db, held.course_id, one.provider_id, day, today=today, source=RecordSource.SESSION,
        service_id=one.service_id, learner_id=one.learner_id, job_role=post.job_role if post else None,
        delivered_by=DeliveredBy.US, booking_id=one.id,
    )  # fmt: skip


def _take_record_away(db: Database, one: Booking) -> None:
    key = db.value("select id from training_record where booking_id = ?", (one.id,))
    if key is not None:
        remove_record(db, str(key))


def _set_status(db: Database, session_id: str, status: SessionStatus) -> None:
    db.update_row("training_session", session_id, {"status": status.value})


def _attendance(db: Database, session_id: str) -> Attendance:
    held = bookings_of(db, session_id)
    made = db.value(
        """select count(*) from training_record where booking_id in
        (select id from booking where session_id = ?)""",
        (session_id,),
    )
    return Attendance(
        training_session(db, session_id),
        sum(one.status is BookingStatus.ATTENDED for one in held),
        sum(one.status is BookingStatus.NO_SHOW for one in held),
        int(made or 0),
    )
