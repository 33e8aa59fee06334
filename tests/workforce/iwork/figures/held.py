"""A register with people in work, for tests of its figures: written by the verbs of its rooms."""

from datetime import date, timedelta

from engagement.register.council import set_council
from resources.database import Database
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.people.people import add_person
from workforce.iwork.placements import moving
from workforce.iwork.placements.checkpoints import record_checkpoint
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.posts import add_post
from workforce.iwork.vocabulary import KnownOrNot, PostStatus, Stage

TODAY = date(2026, 11, 23)
DISTRICTS = ("Ashfield", "Mansfield")
_POSTCODES = {"Ashfield": "NG17 1AA", "Mansfield": "NG18 1AA"}


def filled(
    vault: Database, db: Database | None, *, people: int = 30, at_work: int = 14, more: int = 6
) -> list[str]:
    """So many people, so many of them in a job found outside the register, so many of those for 20 hours a week."""
    if db is not None:
        set_council(db, "Nottinghamshire")
    keys = []
    for number in range(people):
        keys.append(
            add_person(
                vault, f"Wren{number}", date(2025, 5, 1), today=TODAY, family_name=f"Specimen{number}",
                born_on=date(1990, 6, 1), learning_disability=True, autism=number % 2 == 0,
                long_term_support=KnownOrNot.YES,
            ).id
        )  # fmt: skip
    for number, key in enumerate(keys[:at_work]):
        begins_work(vault, key, date(2026, 5, 4), hours=20 if number < more else 10)
    for number in range(6):
        home = add_employer(vault, today=date(2026, 6, 1), name=f"Sample Home {number}", district="Ashfield")
        post = add_post(vault, home.id, "Lunch service", today=date(2026, 6, 1))
        move_post(vault, post.id, PostStatus.OPEN, today=date(2026, 6, 1))
    return keys


def begins_work(vault: Database, person_id: str, on: date, *, hours: int) -> str:
    """A job found outside the register; looked at after 13 weeks where they have passed. Its key."""
    held = moving.begin(vault, person_id, today=TODAY, on=on, stage=Stage.JOB_READY)
    held = moving.move(
        vault, held.id, Stage.STARTED, today=TODAY, on=on, minutes_week=hours * 60, job_title="Kitchen assistant",
        employer_name="Sample Café",
    )  # fmt: skip
    if on + timedelta(weeks=13) <= TODAY:
        record_checkpoint(vault, held.id, 13, in_work=True, today=TODAY)
    return held.id
