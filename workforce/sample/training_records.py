"""The sample county's required training, and the records that some of its services sent."""

import random
from datetime import date, timedelta

from engagement.register.council import council_names
from engagement.register.ratings import ActiveService, active_services
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change
from workforce.sample.learning import DEMENTIA, FIRST_AID, LEADERSHIP, MEDICATION, MOVING, SAFEGUARDING
from workforce.training.courses import Course, course_named
from workforce.training.records import add_record
from workforce.training.requirements import add_requirement
from workforce.training.vocabulary import DeliveredBy, HowDelivered, JobRole, RecordSource

_SEED = "training records of the sample county"
_TELLING = 130
"""So many services sent their records."""
_POLICY = "The sample council’s training policy"
_OF_ALL = (MOVING, SAFEGUARDING, FIRST_AID, "Infection prevention and control", "Fire safety")
_HOMES = (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME)


def add_training_records(db: Database, *, today: date) -> int:
    """What is required, and groups of workers trained over the last three years; returns how many records were made."""
    rnd = random.Random(_SEED)
    courses = {
        name: one for name in (*_OF_ALL, MEDICATION, DEMENTIA, LEADERSHIP) if (one := course_named(db, name))
    }
    ours = set(council_names(db))
    services = sorted(
        (one for one in active_services(db, today) if not ours or one.authority in ours),
        key=lambda one: one.id,
    )
    owners = dict(db.rows("select id, provider_id from service"))
    with change(db, "Made the sample county: what training is required"):
        _require(db, courses)
    with change(db, "Made the sample county: training records"):
        chosen = rnd.sample(services, min(_TELLING, len(services)))
        return sum(_tell(db, one, owners[one.id], courses, rnd, today) for one in chosen)


def _require(db: Database, courses: dict[str, Course]) -> None:
    for name in _OF_ALL:
        if name in courses:
            add_requirement(db, courses[name].id, source=_POLICY, soon_days=60 if name == FIRST_AID else 90)
    if MEDICATION in courses:
        for kind in (*_HOMES, ServiceKind.HOME_CARE):
            add_requirement(db, courses[MEDICATION].id, kind=kind, source=_POLICY)
    if DEMENTIA in courses:
        for kind in _HOMES:
            add_requirement(db, courses[DEMENTIA].id, kind=kind, source=_POLICY)
    if LEADERSHIP in courses:
        add_requirement(
            db, courses[LEADERSHIP].id, job_role=JobRole.REGISTERED_MANAGER, soon_days=30, source=_POLICY
        )


def _tell(
    db: Database,
    one: ActiveService,
    provider: str,
    courses: dict[str, Course],
    rnd: random.Random,
    today: date,
) -> int:
    """A service’s records: most courses, most people, some of them too long ago."""
    staff, made = rnd.randint(8, 45), 0
    for name, course in courses.items():
        if name == LEADERSHIP or rnd.random() < 0.12:
            continue
        of_people = staff if rnd.random() < 0.85 else None
        people = staff if rnd.random() < 0.55 else rnd.randint(staff // 2, staff)
        add_record(
            db, course.id, provider, today - timedelta(days=rnd.randint(20, 480)), today=today, service_id=one.id,
            people=people, of_people=of_people, source=RecordSource.FILE, delivered_by=rnd.choice(list(DeliveredBy)),
            how=rnd.choice(list(HowDelivered)),
        )  # fmt: skip
        made += 1
    return made
