"""What the matrix is made from, read in a few queries: our services, their people, and every record of a course."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engagement.register.council import own_area
from engagement.register.facts import key_list
from engagement.register.ratings import active_services
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.training.coverage import Holding
from workforce.training.status import expiry_after
from workforce.training.vocabulary import JobRole

Place = tuple[str, str | None]
"""A provider and one of its services; None is the provider as a whole."""


@dataclass(frozen=True)
class TrainedElsewhere:
    """Training of one person that another source tells of; `category` is ASC-WDS’s, `person` a key of its own.

    `job_role` is None where it is not known.
    """

    provider_id: str
    service_id: str | None
    category: str
    person: str
    completed_on: date | None
    expires_on: date | None
    job_role: JobRole | None = None


@dataclass(frozen=True)
class Elsewhere:
    """All that it tells, with how many work at each place, and how many of them are known to be in each role."""

    trained: Sequence[TrainedElsewhere] = ()
    workers: Mapping[Place, int] = field(default_factory=dict)
    in_role: Mapping[tuple[Place, JobRole], int] = field(default_factory=dict)


@dataclass(frozen=True)
class TrainedService:
    """A service as the matrix needs it."""

    id: str
    name: str
    provider_id: str
    kind: ServiceKind
    district: str
    officer: str


@dataclass(frozen=True)
class Facts:
    """Everything, by what it is looked up by. `people` are the learners of each place with their role there.

    What is kept of a service is the provider’s that runs it now, whoever ran it then.
    """

    services: Mapping[str, Sequence[TrainedService]]
    providers: Mapping[str, str]
    people: Mapping[Place, Sequence[tuple[str, JobRole | None]]]
    of_learner: Mapping[tuple[str, str], Sequence[Holding]]
    of_groups: Mapping[tuple[Place, str], Sequence[Holding]]
    elsewhere: Mapping[tuple[Place, str], Sequence[Holding]]
    workers: Mapping[Place, int]
    in_role: Mapping[tuple[Place, JobRole], int]


def read_facts(
    db: Database, courses: Iterable[str], *, on: date, elsewhere: Elsewhere, provider_id: str = ""
) -> Facts:
    """What is known on a day of some courses, at every provider of ours or at one."""
    services = _services(db, on, provider_id)
    wanted = set(courses)
    people = _people(db, on, provider_id)
    learners, groups = _holdings(_records(db, on, provider_id, people), wanted)
    trained = [one for one in elsewhere.trained if provider_id in ("", one.provider_id)]
    return Facts(
        services, _names(db, services), people, learners, groups, _elsewhere(db, wanted, trained),
        elsewhere.workers, elsewhere.in_role,
    )  # fmt: skip


def _services(db: Database, on: date, provider_id: str) -> dict[str, list[TrainedService]]:
    only = "where provider_id = ?" if provider_id else ""
    rows = db.rows(
        f"select id, name, provider_id, portfolio_officer from service {only} order by name collate nocase",
        (provider_id,) if provider_id else (),
    )
    is_ours = own_area(db)
    asked = {key for key, *_ in rows} if provider_id else None
    active = {
        one.id: one
        for one in active_services(db, on, services=asked)
        if provider_id or is_ours(one.authority)
    }
    found: dict[str, list[TrainedService]] = {}
    for key, name, provider, officer in rows:
        if key in active:
            one = active[key]
            found.setdefault(provider, []).append(
                TrainedService(key, name, provider, one.kind, one.district, officer)
            )
    return found


def _names(db: Database, keys: Iterable[str]) -> dict[str, str]:
    wanted = key_list(keys)
    rows = db.rows("select id, name from provider where id in (select value from json_each(?))", (wanted,))
    return dict(rows)


def _people(db: Database, on: date, provider_id: str) -> dict[Place, list[tuple[str, JobRole | None]]]:
    """Who works where on a day; a learner without any post is where their records are."""
    found: dict[Place, dict[str, JobRole | None]] = {}
    posts = db.rows(
        f"""select coalesce(service.provider_id, learner_post.provider_id), service_id, learner_id, job_role
        from learner_post join learner on learner.id = learner_id left join service on service.id = service_id
        where learner.archived_on is null {_at_one("learner_post", provider_id)}
        and (from_on is null or from_on <= :on) and (until_on is null or until_on >= :on)""",
        {"on": on.isoformat(), "provider": provider_id},
    )
    for provider, service, learner, role in posts:
        found.setdefault((provider, service), {})[learner] = JobRole(role)
    without = db.rows(
        f"""select distinct coalesce(service.provider_id, training_record.provider_id), service_id, learner_id, job_role
        from training_record join learner on learner.id = learner_id left join service on service.id = service_id
        where learner.archived_on is null {_at_one("training_record", provider_id)}
        and not exists (select 1 from learner_post where learner_post.learner_id = training_record.learner_id)""",
        {"provider": provider_id},
    )
    for provider, service, learner, role in without:
        found.setdefault((provider, service), {}).setdefault(learner, JobRole(role) if role else None)
    return {place: list(people.items()) for place, people in found.items()}


def _at_one(table: str, provider_id: str) -> str:
    """SQL that keeps the rows of one provider, by the index: of itself as a whole, and of the services it runs now."""
    if not provider_id:
        return ""
    return f"""and {table}.id in (
        select id from {table} where provider_id = :provider and service_id is null
        union all select kept.id from service as ran join {table} as kept on kept.service_id = ran.id
            where ran.provider_id = :provider)"""


def _records(
    db: Database, on: date, provider_id: str, people: Mapping[Place, Sequence[tuple[str, JobRole | None]]]
) -> Iterable[tuple[Any, ...]]:
    """Every record up to a day; for one provider what groups did there, and what its people did anywhere."""
    only = ""
    if provider_id:
        only = f"""and (learner_id is null {_at_one("training_record", provider_id)}
            or learner_id in (select value from json_each(:people)))"""
    return db.rows(
        f"""select course_id, coalesce(service.provider_id, training_record.provider_id), service_id, learner_id,
            job_role, people, of_people, completed_on, expires_on
        from training_record left join service on service.id = service_id where completed_on <= :on {only}""",
        {
            "on": on.isoformat(), "provider": provider_id,
            "people": key_list({learner for some in people.values() for learner, _ in some}),
        },
    )  # fmt: skip


def _holdings(
    rows: Iterable[tuple[Any, ...]], courses: set[str]
) -> tuple[dict[tuple[str, str], list[Holding]], dict[tuple[Place, str], list[Holding]]]:
    learners: dict[tuple[str, str], list[Holding]] = {}
    groups: dict[tuple[Place, str], list[Holding]] = {}
    for course, provider, service, learner, role, people, of_people, completed, expires in rows:
        if course in courses:
            holding = Holding(
                date.fromisoformat(completed), date.fromisoformat(expires) if expires else None, learner or "",
                people, of_people, JobRole(role) if role and not learner else None,
            )  # fmt: skip
            if learner:
                learners.setdefault((learner, course), []).append(holding)
            else:
                groups.setdefault(((provider, service), course), []).append(holding)
    return learners, groups


def _elsewhere(
    db: Database, courses: set[str], trained: Iterable[TrainedElsewhere]
) -> dict[tuple[Place, str], list[Holding]]:
    """By the course that has the category; a day that was not given is taken from how long the course is valid."""
    by_category: dict[str, list[tuple[str, int | None]]] = {}
    for key, category, months in db.rows(
        "select id, category, valid_months from course where category <> ''"
    ):
        if key in courses:
            by_category.setdefault(category, []).append((key, months))
    found: dict[tuple[Place, str], list[Holding]] = {}
    for one in trained:
        for course, months in by_category.get(one.category, ()):
            if one.completed_on is None and one.expires_on is None and months is not None:
                continue  # whether it still holds cannot be told
            completed = one.completed_on or date.min
            expires = one.expires_on or (expiry_after(completed, months) if one.completed_on else None)
            place = (one.provider_id, one.service_id)
            found.setdefault((place, course), []).append(
                Holding(completed, expires, one.person, job_role=one.job_role)
            )
    return found
