"""Certificates of a training session: for those who came and for nobody else."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from engagement.register.letterhead import letterhead
from engagement.register.names import name_of
from resources.database import Database
from resources.problem import Problem
from resources.report.word.certificates import Certificate, certificate_pages, length_words
from resources.report.word.pages import save_pages
from resources.wording import and_list, count_of, date_words, in_london
from workforce.training.attendance import to_mark
from workforce.training.bookings import Booking, booking
from workforce.training.courses import Course, course
from workforce.training.learners import learner, learners_by_key
from workforce.training.sessions import TrainingSession, training_session
from workforce.training.vocabulary import BookingStatus, CourseKind


def who_came(db: Database, session_id: str) -> list[Booking]:
    """Everybody who may have a certificate, by surname."""
    return [one for one in to_mark(db, session_id) if one.status is BookingStatus.ATTENDED]


def check_certificates(db: Database, session_id: str, chosen: Collection[str] = ()) -> list[Booking]:
    """Who gets one: all who came, or the `chosen` bookings; refused where one of those did not come, or nobody did."""
    came = who_came(db, session_id)
    if chosen:
        others = [key for key in chosen if key not in {one.id for one in came}]
        if others:
            names = [learner(db, booking(db, key).learner_id).name for key in others]
            told = and_list(names) if len(names) <= 3 else count_of(len(names), "person", "people")
            raise Problem(
                f"{told} did not come, and certificates are only for those who came. Choose others."
            )
        came = [one for one in came if one.id in chosen]
    if not came:
        raise Problem(
            "Nobody is noted as having come, so there is no certificate to make. Take the attendance first."
        )
    return came


def save_certificates(
    db: Database, session_id: str, path: Path, *, now: datetime, chosen: Collection[str] = ()
) -> int:
    """Write the certificates, a page each; returns how many."""
    people = check_certificates(db, session_id, chosen)
    held = training_session(db, session_id)
    of = course(db, held.course_id)
    body = certificate_pages(certificates(db, people, held, of))
    save_pages(path, title=f"Certificates: {of.name}", as_at=in_london(now).date(), body=body)
    return len(people)


def certificates(
    db: Database, people: Sequence[Booking], held: TrainingSession, of: Course
) -> list[Certificate]:  # fmt: skip
    """What stands on each; a course was completed, a session of a qualification attended."""
    head = letterhead(db)
    completed = of.kind is CourseKind.COURSE
    who = learners_by_key(db, (one.learner_id for one in people))
    return [
        Certificate(
            name=who[one.learner_id].name,
            home=name_of(db, "service", one.service_id) or name_of(db, "provider", one.provider_id),
            did="completed" if completed else "attended a session of", what=of.name, when=_when(held),
            time=length_words(held.ends_at - held.starts_at),
            from_whom=", ".join(part for part in (head.team, head.council) if part),
            title="Certificate" if completed else "Certificate of attendance",
        )
        for one in people
    ]  # fmt: skip


def _when(held: TrainingSession) -> str:
    first, last = in_london(held.starts_at).date(), in_london(held.ends_at).date()
    days = f"on {date_words(first)}" if first == last else f"from {date_words(first)} to {date_words(last)}"
    venue = f", {held.venue}" if held.venue else ""
    return f"{days}{venue}"
