"""How many of those who should have a course have it, and how the worst of them stands. Pure.

Three sources may tell of the same people: records of named learners, of groups of workers, and ASC-WDS. They are
not added together: the source that tells of most people counts, against the largest number who should have it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workforce.training.status import best, status_on, worst
from workforce.training.vocabulary import JobRole, TrainingStatus

HOLD_IT = (TrainingStatus.ACTIVE, TrainingStatus.EXPIRING_SOON)
"""The training still counts."""
NOT_BY_ROLE = "not known by role"


@dataclass(frozen=True)
class Holding:
    """One record. `person` names whose it is, `people` how many a group has, with `of_people` of all in the role."""

    completed_on: date
    expires_on: date | None
    person: str = ""
    people: int = 1
    of_people: int | None = None
    job_role: JobRole | None = None


@dataclass(frozen=True)
class Told:
    """What one source tells of a course at a place: `should` are the people who should have it, None where not known.

    `named` are those people where they are known each.
    """

    holdings: Sequence[Holding] = ()
    should: int | None = None
    named: frozenset[str] | None = None


@dataclass(frozen=True)
class Cover:
    """How a course stands: `have` of `should` hold it; None where nobody tells how many should.

    Not `by_role`: it is required of a role, and ASC-WDS tells of workers there without their roles.
    """

    status: TrainingStatus
    have: int
    should: int | None
    by_status: Mapping[TrainingStatus, int]
    by_role: bool = True

    @property
    def words(self) -> str:
        """Expired, 14 of 20; Active, 12 people; Missing; Missing, not known by role."""
        if self.should is not None:
            return f"{self.status.label}, {self.have:,} of {self.should:,}"
        if self.have:
            return f"{self.status.label}, {self.have:,} {'person' if self.have == 1 else 'people'}"
        return self.status.label if self.by_role else f"{self.status.label}, {NOT_BY_ROLE}"


def cover(told: Iterable[Told], *, on: date, soon_days: int, role: JobRole | None = None) -> Cover:
    """How a course stands by what each source tells of it; with a `role`, of those in it alone."""
    counts = [(_counted(one, on, soon_days, role), _should(one, role)) for one in told]
    fullest = max(
        counts, key=lambda each: (_have(each[0]), sum(each[0].values())), default=(Counter(), None)
    )[0]
    have = _have(fullest)
    known = [should for _, should in counts if should is not None]
    should = max([*known, have]) if known else None
    return _cover(fullest, have, should)


def together(covers: Sequence[Cover]) -> Cover:
    """Of several places: the worst status, and everybody; how many should is known where every place knows it."""
    by_status: Counter[TrainingStatus] = Counter()
    for one in covers:
        by_status.update(one.by_status)
    known = [one.should for one in covers if one.should is not None]
    should = sum(known) if covers and len(known) == len(covers) else None
    by_role = all(one.by_role for one in covers)
    return Cover(
        worst(one.status for one in covers), sum(one.have for one in covers), should, by_status, by_role
    )


def _have(by_status: Mapping[TrainingStatus, int]) -> int:
    return sum(by_status.get(each, 0) for each in HOLD_IT)


def _cover(by_status: Mapping[TrainingStatus, int], have: int, should: int | None) -> Cover:
    expired = by_status.get(TrainingStatus.EXPIRED, 0)
    missing = max((should or 0) - have - expired, 0)
    found = {status: number for status, number in by_status.items() if number}
    if missing:
        found[TrainingStatus.MISSING] = missing
    everybody_has = should is not None and have >= should  # whoever’s ran out has left, or did it again
    counted = [status for status in found if not (everybody_has and status is TrainingStatus.EXPIRED)]
    return Cover(worst(counted), have, should, found)


def _should(told: Told, role: JobRole | None) -> int | None:
    """How many should have it; a group’s own number where it is of the role, or of every role."""
    if told.named is not None:
        return len(told.named)
    of_groups = _of_groups(told, role)
    return of_groups if of_groups is not None else told.should


def _of_groups(told: Told, role: JobRole | None) -> int | None:
    """The sum over roles of the number that the latest record of each gives."""
    latest: dict[JobRole | None, tuple[date, int]] = {}
    for one in _of_role(told.holdings, role):
        if one.of_people is not None and not one.person:
            held = latest.get(one.job_role)
            latest[one.job_role] = max(held, (one.completed_on, one.of_people)) if held else (
                one.completed_on, one.of_people,
            )  # fmt: skip
    if None in latest:
        return latest[None][1]
    return sum(number for _, number in latest.values()) if latest else None


def _of_role(holdings: Iterable[Holding], role: JobRole | None) -> list[Holding]:
    return [one for one in holdings if role is None or one.job_role in (None, role)]


def _counted(told: Told, on: date, soon_days: int, role: JobRole | None) -> Counter[TrainingStatus]:
    """How many people stand how: each named person once, by the best of their records; groups by their numbers."""
    people: dict[str, list[TrainingStatus]] = {}
    groups: Counter[TrainingStatus] = Counter()
    for one in _of_role(told.holdings, role):
        status = status_on(one.completed_on, one.expires_on, on=on, soon_days=soon_days)
        if status is TrainingStatus.MISSING:
            continue
        if not one.person:
            groups[status] += one.people
        elif told.named is None or one.person in told.named:
            people.setdefault(one.person, []).append(status)
    counted = Counter(best(some) for some in people.values())
    counted.update(_no_more_than(groups, _of_groups(told, role)))
    return counted


def _no_more_than(groups: Mapping[TrainingStatus, int], most: int | None) -> Counter[TrainingStatus]:
    """Groups trained one after the other add up, to no more than there are people: the best count first."""
    found: Counter[TrainingStatus] = Counter()
    for status in (TrainingStatus.ACTIVE, TrainingStatus.EXPIRING_SOON, TrainingStatus.EXPIRED):
        room = groups.get(status, 0) if most is None else max(most - sum(found.values()), 0)
        found[status] = min(groups.get(status, 0), room)
    return found
