"""The sample county's learning: the catalogue, people who learn with their posts, and sessions past and to come."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from resources.database import Database, change
from resources.wording import from_london
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book, cancel_booking
from workforce.training.courses import Course, course_named, edit_course
from workforce.training.learners import Learner, add_learner, add_post, end_post, posts_of
from workforce.training.sessions import TrainingSession, cancel_session, plan_session
from workforce.training.shipped_courses import add_shipped_courses
from workforce.training.uln import check_digit
from workforce.training.vocabulary import Employment, JobRole

_SEED = "training of the sample county"
LEARNERS, AT_TWO, LEFT, HOMES = 60, 4, 3, 18
MOVING, MEDICATION, SAFEGUARDING, DEMENTIA, FIRST_AID, LEADERSHIP = (
    "Assisting and moving people", "Medication management", "Safeguarding adults", "Dementia care",
    "Basic life support and first aid", "Leadership and management",
)  # fmt: skip
_VALID = {MOVING: 12, MEDICATION: 12, SAFEGUARDING: 24, FIRST_AID: 36}
"""How long the sample's team counts a course as valid; it is the team's own choice and no rule of anybody's."""
_GIVEN = (
    "Adaeze", "Agnieszka", "Alan", "Amina", "Beth", "Callum", "Carys", "Chidi", "Deepa", "Dorota", "Eleanor", "Farah",
    "Gareth", "Grace", "Imran", "Ines", "Jamila", "Jasper", "Kamal", "Keisha", "Leila", "Lorna", "Marcin", "Mei",
    "Nadia", "Olu", "Priya", "Rafael", "Siân", "Zoë",
)  # fmt: skip
_FAMILY = (
    "Bobbinley", "Buttonworth", "Crumpetson", "Doodleby", "Exampleton", "Featherman", "Ginghamsmith", "Jigsawley",
    "Ladleworth", "Lanternby", "Marmaladeson", "Mittenley", "Nutmegman", "Pebbleton", "Pickleworth", "Pretendson",
    "Puddleby", "Quillman", "Ribbonley", "Sampleton", "Satchelworth", "Thimbleson", "Tinselby", "Toffeeley",
    "Trufflesmith", "Whistleman",
)  # fmt: skip
_ROLES = (
    (JobRole.CARE_WORKER, 24), (JobRole.SENIOR_CARE_WORKER, 11), (JobRole.SUPPORT_WORKER, 8),
    (JobRole.TEAM_LEADER, 6), (JobRole.DEPUTY_MANAGER, 4), (JobRole.REGISTERED_MANAGER, 3),
    (JobRole.REGISTERED_NURSE, 2), (JobRole.ACTIVITIES_WORKER, 2),
)  # fmt: skip
_VENUES = ("County Hall, West Bridgford", "Mansfield Civic Centre", "Worksop Library")
_TRAINERS = ("Amina Sampleton", "Gareth Pebbleton")


@dataclass(frozen=True)
class _Planned:
    """A session so many days from today; `came` is the share of those booked that did, None where nobody said."""

    course: str
    days: int
    places: int | None
    booked: int
    came: float | None = None
    cancelled: bool = False


_SESSIONS = (
    _Planned(MOVING, -325, 16, 15, 0.9),
    _Planned(SAFEGUARDING, -240, 20, 17, 0.9),
    _Planned(MEDICATION, -150, 12, 12, 0.8),
    _Planned(MOVING, -88, 16, 14, 0.9),
    _Planned(DEMENTIA, -60, 16, 8, cancelled=True),
    _Planned(FIRST_AID, -33, 12, 11, 0.8),
    _Planned(MEDICATION, -6, 12, 10),
    _Planned(SAFEGUARDING, 3, 12, 14),
    _Planned(DEMENTIA, 17, 16, 9),
    _Planned(LEADERSHIP, 38, 10, 5),
)


@dataclass(frozen=True)
class SampleLearning:
    """What the rest of the sample builds on: learners in the order in which they were added, and the sessions."""

    learners: Sequence[Learner]
    sessions: Sequence[TrainingSession]


def add_learning(db: Database, *, today: date) -> SampleLearning:
    """The catalogue, 60 learners at some of the homes, and ten sessions around today."""
    rnd = random.Random(_SEED)
    with change(db, "Made the sample county: courses and learners"):
        _add_courses(db)
        learners = list(_learners(db, rnd, today))
    with change(db, "Made the sample county: training sessions"):
        sessions = [_add_session(db, rnd, one, learners, today) for one in _SESSIONS]
    return SampleLearning(learners, sessions)


def _add_courses(db: Database) -> None:
    add_shipped_courses(db)
    for name, months in _VALID.items():
        edit_course(db, _course(db, name).id, valid_months=months)


def _course(db: Database, name: str) -> Course:
    found = course_named(db, name)
    assert found is not None
    return found


# --- who learns -----------------------------------------------------------------------------------------------


def _learners(db: Database, rnd: random.Random, today: date) -> Iterator[Learner]:
    homes = rnd.sample(_homes(db), min(HOMES, len(_homes(db))))
    names = [(given, family) for given in _GIVEN for family in _FAMILY]
    chosen = rnd.sample(names, LEARNERS)
    made = []
    for number, (given, family) in enumerate(chosen):
        insured = True if rnd.random() < 0.85 else None
        one = add_learner(
            db, given, family, uln=_uln(rnd) if rnd.random() < 0.75 else "", has_ni_number=insured
        )
        _add_post(db, rnd, one, homes[number % len(homes)], today)
        made.append(one)
        yield one
    _vary_posts(db, rnd, made, homes, today)
    yield _entered_twice(db, made[0])


def _homes(db: Database) -> list[tuple[str, str]]:
    """Of the two districts of the county with most services, so that there are figures to tell by district."""
    return db.rows(
        """select id, provider_id from service where archived_on is null and (district in (
            select district from service where archived_on is null and authority = 'Nottinghamshire'
            group by district order by count(*) desc, district limit 2)
            or not exists (select 1 from service where authority = 'Nottinghamshire'))
        order by name, cqc_location_id limit 200"""
    )


def _add_post(
    db: Database, rnd: random.Random, one: Learner, home: tuple[str, str], today: date
) -> None:  # fmt: skip
    service, provider = home
    role = rnd.choices([role for role, _ in _ROLES], [weight for _, weight in _ROLES])[0]
    employment = Employment.POOL_BANK if rnd.random() < 0.08 else Employment.PERMANENT
    since = today - timedelta(days=rnd.randint(380, 2900))
    add_post(db, one.id, provider, service_id=service, job_role=role, employment=employment, from_on=since)


def _vary_posts(
    db: Database, rnd: random.Random, made: list[Learner], homes: list[tuple[str, str]], today: date
) -> None:  # fmt: skip
    """Some work at two providers, some have left."""
    for one in made[:AT_TWO]:
        own = posts_of(db, one.id)[0].provider_id
        service, provider = next(
            home for home in (*homes[7:], *homes, homes[0]) if home[1] != own or len(homes) == 1
        )
        if provider != own:
            add_post(
                db, one.id, provider, service_id=service, employment=Employment.POOL_BANK,
                from_on=today - timedelta(days=rnd.randint(60, 300)),
            )  # fmt: skip
    for one in made[-LEFT:]:
        end_post(db, posts_of(db, one.id)[0].id, on=today - timedelta(days=rnd.randint(20, 100)))


def _entered_twice(db: Database, one: Learner) -> Learner:
    """The same person once more, one letter different and without a number."""
    post = posts_of(db, one.id)[-1]
    twin = add_learner(db, one.given_name, f"{one.family_name}e")
    add_post(db, twin.id, post.provider_id, service_id=post.service_id, job_role=post.job_role)
    return twin


def _uln(rnd: random.Random) -> str:
    while True:
        first = str(rnd.randint(100_000_000, 999_999_999))
        digit = check_digit(first)
        if digit is not None:
            return f"{first}{digit}"


# --- what they learn ------------------------------------------------------------------------------------------


def _add_session(
    db: Database, rnd: random.Random, planned: _Planned, learners: list[Learner], today: date
) -> TrainingSession:
    day = _working_day(today + timedelta(days=planned.days), back=planned.days < 0)
    starts, ends = (from_london(day, time(hour)) for hour in (10, 13))
    held = plan_session(
        db, _course(db, planned.course).id, starts, ends, venue=rnd.choice(_VENUES),
        trainer=rnd.choice(_TRAINERS), places=planned.places,
    )  # fmt: skip
    settled = learners[AT_TWO:-LEFT-1]  # fmt: skip
    people = rnd.sample(settled, planned.booked)
    asked = min(starts.date() - timedelta(days=14), today)
    keys = [book(db, held.id, one.id, today=asked).id for one in people]
    if planned.cancelled:
        return cancel_session(db, held.id, reason="The trainer was ill; a new day follows.")
    if planned.days < 0:
        cancel_booking(db, keys.pop(), note="Short of staff that day.")
    if planned.came is not None:
        came = [key for key in keys if rnd.random() < planned.came]
        take_attendance(db, held.id, came, now=_after(ends))
    return held


def _after(ends: datetime) -> datetime:
    return ends + timedelta(hours=1)


def _working_day(day: date, *, back: bool) -> date:
    while day.weekday() > 4:
        day += timedelta(days=-1 if back else 1)
    return day
