"""Bookings: who has a place at a session, who waits for one and in which order, and who gave theirs up.

Who came is said in `attendance`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from engagement.register.names import name_of
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.wording import and_list, count_of, in_london
from workforce.training.learners import learner, posts_on
from workforce.training.sessions import TrainingSession, session_name, training_session
from workforce.training.vocabulary import BookingStatus, SessionStatus

COLUMNS = (
    "id", "session_id", "learner_id", "provider_id", "service_id", "status", "booked_on", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Booking:
    """A learner at a session. `provider_id` and `service_id` are where they worked when they were booked."""

    id: str
    session_id: str
    learner_id: str
    provider_id: str
    service_id: str | None
    status: BookingStatus
    booked_on: date
    note: str = ""

    @property
    def takes_a_place(self) -> bool:
        """Whether somebody else cannot have the place."""
        return self.status in (BookingStatus.BOOKED, BookingStatus.ATTENDED, BookingStatus.NO_SHOW)


@dataclass(frozen=True)
class Places:
    """How full a session is; `free` is None where there is room for everybody."""

    places: int | None
    taken: int
    waiting: int

    @property
    def free(self) -> int | None:
        """Places that nobody has."""
        return None if self.places is None else max(self.places - self.taken, 0)

    @property
    def is_full(self) -> bool:
        """Whether the next one waits."""
        return self.free == 0

    @property
    def words(self) -> str:
        """12 of 16 places, 3 waiting."""
        said = f"{self.taken:,} of {count_of(self.places, 'place')}" if self.places is not None else (
            f"{count_of(self.taken, 'place')} taken, no limit"
        )  # fmt: skip
        return f"{said}, {self.waiting:,} waiting" if self.waiting else said


@dataclass(frozen=True)
class GivenUp:
    """A booking that was cancelled, and who has the place now."""

    booking: Booking
    promoted: tuple[Booking, ...] = ()


def _booking(row: tuple[Any, ...]) -> Booking:
    key, session, learner_id, provider, service, status, booked, note = row
    return Booking(
        key, session, learner_id, provider, service, BookingStatus(status), date.fromisoformat(booked), note
    )


# --- reading --------------------------------------------------------------------------------------------------


def booking(db: Database, key: str) -> Booking:
    """The booking with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from booking where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no booking {key}")
    return _booking(row)


def bookings_of(db: Database, session_id: str) -> list[Booking]:
    """Of a session, in the order in which they were made, which is that of the waiting list too."""
    rows = db.rows(
        f"select {', '.join(COLUMNS)} from booking where session_id = ? order by booked_on, id", (session_id,)
    )
    return [_booking(row) for row in rows]


def bookings_of_learner(db: Database, learner_id: str) -> list[Booking]:
    """Of a learner, the latest session first."""
    names = ", ".join(f"booking.{column}" for column in COLUMNS)
    rows = db.rows(
        f"""select {names} from booking join training_session on training_session.id = session_id
        where learner_id = ? order by starts_at desc, booking.id desc""",
        (learner_id,),
    )
    return [_booking(row) for row in rows]


def booking_of(db: Database, session_id: str, learner_id: str) -> Booking | None:
    """A learner’s booking at a session; a cancelled one too."""
    row = db.row(
        f"select {', '.join(COLUMNS)} from booking where session_id = ? and learner_id = ?",
        (session_id, learner_id),
    )
    return _booking(row) if row else None


def places_of(db: Database, session_id: str) -> Places:
    """How full a session is."""
    return _places(training_session(db, session_id), bookings_of(db, session_id))


def _places(of: TrainingSession, held: Sequence[Booking]) -> Places:
    return Places(
        of.places,
        sum(one.takes_a_place for one in held),
        sum(one.status is BookingStatus.WAITLISTED for one in held),
    )


# --- the verbs ------------------------------------------------------------------------------------------------


def book(
    db: Database, session_id: str, learner_id: str, *, today: date, provider_id: str = "",
    service_id: str | None = None, note: str = "",
) -> Booking:  # fmt: skip
    """Book a learner, or put them on the waiting list where the session is full.

    Where they work is their post of the day of the session; of somebody who has posts at two providers it is asked.
    """
    held, who = training_session(db, session_id), learner(db, learner_id)
    if held.status is SessionStatus.CANCELLED:
        raise Problem(f"{session_name(db, session_id)} is cancelled. Choose another session.")
    before = booking_of(db, session_id, learner_id)
    if before is not None and before.status is not BookingStatus.CANCELLED:
        raise Problem(f"{who.name} is on the list of this session already ({before.status.label.lower()}).")
    provider, service = _where(db, held, learner_id, provider_id, service_id)
    waits = places_of(db, session_id).is_full
    status, key = BookingStatus.WAITLISTED if waits else BookingStatus.BOOKED, new_key()
    said = "Put {} on the waiting list of {}" if waits else "Booked {} on {}"
    with change(db, said.format(who.name, session_name(db, session_id))):
        if before is not None:  # whoever comes back comes last
            db.delete_row("booking", before.id)
        db.insert_row("booking", {
            "id": key, "session_id": session_id, "learner_id": learner_id, "provider_id": provider,
            "service_id": service, "status": status.value, "booked_on": today.isoformat(), "note": note.strip(),
        })  # fmt: skip
    return booking(db, key)


def cancel_booking(db: Database, key: str, *, note: str = "") -> GivenUp:
    """Give a place up; the first of the waiting list has it, as long as the session is still to come."""
    before = booking(db, key)
    if before.status not in (BookingStatus.BOOKED, BookingStatus.WAITLISTED):
        raise Problem(
            f"{learner(db, before.learner_id).name} is noted as “{before.status.label.lower()}”. Only a place that "
            "somebody has or waits for can be given up."
        )
    noted = "\n".join(part for part in (before.note, note.strip()) if part)
    name = learner(db, before.learner_id).name
    with change(db, f"Cancelled the booking of {name} on {session_name(db, before.session_id)}"):
        db.update_row("booking", key, {"status": BookingStatus.CANCELLED.value, "note": noted})
        promoted = fill_places(db, before.session_id)
    return GivenUp(booking(db, key), promoted)


def fill_places(db: Database, session_id: str) -> tuple[Booking, ...]:
    """Give free places of a planned session to those who wait, in their order; within a change."""
    of = training_session(db, session_id)
    if not of.is_planned:
        return ()
    held = bookings_of(db, session_id)
    waiting = [one for one in held if one.status is BookingStatus.WAITLISTED]
    chosen = waiting[: _places(of, held).free]
    for one in chosen:
        db.update_row("booking", one.id, {"status": BookingStatus.BOOKED.value})
    return tuple(replace(one, status=BookingStatus.BOOKED) for one in chosen)


def refuse_fewer_places(db: Database, session_id: str, places: int | None) -> None:
    """Refuse fewer places than are taken: somebody would have to be told."""
    taken = places_of(db, session_id).taken
    if places is not None and places < taken:
        raise FieldProblem(
            "places",
            f"Places: {count_of(taken, 'person has', 'people have')} a place already, so {places} are too few. "
            "Cancel bookings first.",
        )


# --- where somebody works -------------------------------------------------------------------------------------


def _where(
    db: Database, held: TrainingSession, learner_id: str, provider_id: str, service_id: str | None
) -> tuple[str, str | None]:
    posts = posts_on(db, learner_id, in_london(held.starts_at).date())
    if provider_id:
        at = [one for one in posts if one.provider_id == provider_id]
        own = at[0].service_id if len({one.service_id for one in at}) == 1 else None
        return provider_id, service_id or own
    providers = list(dict.fromkeys(one.provider_id for one in posts))
    name = learner(db, learner_id).name
    if not providers:
        raise FieldProblem(
            "provider_id",
            f"{name} has no post on the day of the session. Choose the provider, or add a post to {name} first.",
        )
    if len(providers) > 1:
        names = and_list([name_of(db, "provider", one) for one in providers])
        raise FieldProblem("provider_id", f"{name} works at {names}. Choose for which of them the place is.")
    services = {one.service_id for one in posts}
    return providers[0], service_id or (posts[0].service_id if len(services) == 1 else None)
