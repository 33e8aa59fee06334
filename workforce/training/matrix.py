"""Which provider has which required training: how each course stands at each provider, and at each of its services."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from workforce.training.coverage import Cover, Told, cover, together
from workforce.training.matrix_reading import Elsewhere, Facts, Place, TrainedService, read_facts
from workforce.training.requirements import Requirement, requirements
from workforce.training.vocabulary import JobRole, TrainingStatus

_NOTHING = Cover(TrainingStatus.MISSING, 0, None, {})
_NOT_BY_ROLE = Cover(TrainingStatus.MISSING, 0, None, {}, by_role=False)


@dataclass(frozen=True)
class MatrixRow:
    """A provider. A course that is required of none of its services is not among `covers`."""

    provider_id: str
    provider: str
    services: Sequence[TrainedService]
    covers: Mapping[str, Cover]

    def number(self, *statuses: TrainingStatus) -> int:
        """How many of its required courses stand so."""
        return sum(one.status in statuses for one in self.covers.values())


@dataclass(frozen=True)
class Matrix:
    """Every provider of ours on a day, by the courses that are required of somebody; `courses` are names by key."""

    on: date
    courses: Mapping[str, str]
    rows: Sequence[MatrixRow]


def matrix(db: Database, *, on: date, elsewhere: Elsewhere | None = None) -> Matrix:
    """The whole of it. `elsewhere` is what another source, such as ASC-WDS, tells of training and of workers."""
    required = _by_course(requirements(db, on=on))
    facts = read_facts(db, required, on=on, elsewhere=elsewhere or Elsewhere())
    rows = [
        MatrixRow(key, facts.providers[key], services, _covers(facts, key, services, required, on))
        for key, services in facts.services.items()
    ]
    used = {course for row in rows for course in row.covers}
    names = {key: name for key, name in db.rows("select id, name from course") if key in used}
    in_order = dict(sorted(names.items(), key=lambda each: each[1].casefold()))
    return Matrix(on, in_order, sorted(rows, key=lambda row: row.provider.casefold()))


def _by_course(some: Iterable[Requirement]) -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for one in some:
        found.setdefault(one.course_id, []).append(one)
    return found


def _covers(
    facts: Facts, provider: str, services: Sequence[TrainedService], required: Mapping[str, Sequence[Requirement]],
    on: date,
) -> dict[str, Cover]:  # fmt: skip
    found = {}
    for course, asked in required.items():
        parts = [part for _, part in _at_places(facts, provider, services, course, asked, on)]
        if parts:
            found[course] = together(parts)
    return found


def _at_places(
    facts: Facts, provider: str, services: Sequence[TrainedService], course: str, asked: Sequence[Requirement],
    on: date,
) -> list[tuple[str | None, Cover]]:  # fmt: skip
    """How a course stands at each service that needs it, and at the provider as a whole where no more is known.

    Where only one service needs the course, what is known of the provider as a whole is that service’s.
    """
    needing = [(one, units) for one in services if (units := _units(one, asked))]
    if not needing:
        return []
    whole: Place = (provider, None)
    if len(needing) == 1:
        only, units = needing[0]
        return [(only.id, _cover_of(facts, [(provider, only.id), whole], course, units, on))]
    found: list[tuple[str | None, Cover]] = [
        (one.id, _cover_of(facts, [(provider, one.id)], course, units, on)) for one, units in needing
    ]
    units = {role: soon for _, each in needing for role, soon in each.items()}
    at_whole = _cover_of(facts, [whole], course, {None: units[None]} if None in units else units, on)
    if at_whole != _NOTHING:
        found = [(key, one) for key, one in found if one != _NOTHING] + [(None, at_whole)]
    return found


def _units(one: TrainedService, asked: Iterable[Requirement]) -> dict[JobRole | None, int]:
    """The roles that need it at a service with their window: everybody alone, where everybody needs it."""
    found: dict[JobRole | None, int] = {}
    for requirement in asked:
        if requirement.is_of(one.kind):
            found[requirement.job_role] = max(requirement.soon_days, found.get(requirement.job_role, 0))
    return {None: found[None]} if None in found else found


def _cover_of(
    facts: Facts, places: Sequence[Place], course: str, units: Mapping[JobRole | None, int], on: date
) -> Cover:
    parts = [_cover_in_role(facts, places, course, role, soon, on) for role, soon in units.items()]
    known = [one for one in parts if one is not None]
    return together(known) if len(known) > 1 else known[0] if known else _NOTHING


def _cover_in_role(
    facts: Facts, places: Sequence[Place], course: str, role: JobRole | None, soon: int, on: date
) -> Cover | None:
    """None where nobody tells of anybody in the role."""
    told = _told(facts, places, course, role)
    if told:
        return cover(told, on=on, soon_days=soon, role=role)
    if role is None or not any(facts.workers.get(place) for place in places):
        return None
    roles_known = any(facts.in_role.get((place, each)) for place in places for each in JobRole)
    return None if roles_known else _NOT_BY_ROLE


def _told(facts: Facts, places: Sequence[Place], course: str, role: JobRole | None) -> list[Told]:
    """What each source tells of those in the role; of ASC-WDS’s workers, those whose role is known."""
    told = []
    people = [
        learner
        for place in places
        for learner, held in facts.people.get(place, ())
        if role is None or held in (None, role)
    ]
    if people:
        own = [one for learner in people for one in facts.of_learner.get((learner, course), ())]
        told.append(Told(own, named=frozenset(people)))
    groups = [one for place in places for one in facts.of_groups.get((place, course), ())]
    if groups:
        told.append(Told(groups))
    elsewhere = [
        one
        for place in places
        for one in facts.elsewhere.get((place, course), ())
        if role is None or one.job_role is role
    ]
    workers = sum(_workers(facts, place, role) for place in places)
    if elsewhere or workers:
        told.append(Told(elsewhere, should=workers or None))
    return told


def _workers(facts: Facts, place: Place, role: JobRole | None) -> int:
    return facts.workers.get(place, 0) if role is None else facts.in_role.get((place, role), 0)


# --- one provider ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CourseAtPlace:
    """How a required course stands at one service, or (None) at the provider as a whole."""

    course_id: str
    service_id: str | None
    cover: Cover


def provider_training(
    db: Database, provider_id: str, *, on: date, elsewhere: Elsewhere | None = None
) -> list[CourseAtPlace]:
    """Each required course at each service of a provider."""
    required = _by_course(requirements(db, on=on))
    facts = read_facts(db, required, on=on, elsewhere=elsewhere or Elsewhere(), provider_id=provider_id)
    services = facts.services.get(provider_id, ())
    return [
        CourseAtPlace(course, service, part)
        for course, asked in required.items()
        for service, part in _at_places(facts, provider_id, services, course, asked, on)
    ]
