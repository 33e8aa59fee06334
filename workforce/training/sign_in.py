"""The paper to sign at a training session: everybody who has a place, by surname."""

from pathlib import Path

from engagement.register.names import name_of
from resources.database import Database
from resources.report.word.sign_in_sheet import Expected, SignInSheet, save_sheet
from resources.wording import in_london
from workforce.training.attendance import to_mark
from workforce.training.courses import course
from workforce.training.learners import learners_by_key
from workforce.training.sessions import training_session
from workforce.training.vocabulary import BookingStatus

MARKING = "Names of people: for use at the session, not for publication"


def people_to_sign(db: Database, session_id: str) -> list[Expected]:
    """Who has a place; those who wait for one write themselves on an empty line."""
    coming = [one for one in to_mark(db, session_id) if one.status is not BookingStatus.WAITLISTED]
    who = learners_by_key(db, (one.learner_id for one in coming))
    return [
        Expected(
            who[one.learner_id].name,
            name_of(db, "provider", one.provider_id),
            name_of(db, "service", one.service_id),
        )
        for one in coming
    ]


def save_sign_in_sheet(db: Database, session_id: str, path: Path) -> int:
    """Write the sheet as a Word document; returns how many people are on it."""
    held, people = training_session(db, session_id), people_to_sign(db, session_id)
    save_sheet(
        SignInSheet(
            of=course(db, held.course_id).name,
            when_and_where=", ".join(part for part in (held.when, held.venue) if part),
            day=in_london(held.starts_at).date(),
            people=people,
            marking=MARKING,
        ),
        path,
    )
    return len(people)
