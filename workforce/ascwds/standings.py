"""How workplaces stand on a day, from everything that files said of them until then; many at once, quickly.

A worker file holds all workers of the workplaces that it names: the last one until the day says who works there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from engagement.register.facts import key_list
from resources.database import Database
from workforce.ascwds.completeness import (
    Completeness,
    Standing,
    WorkerFacts,
    WorkplaceFacts,
    judge,
    standing,
)
from workforce.ascwds.fields import worker_missing, workplace_missing
from workforce.ascwds.vocabulary import RowStatus
from workforce.years import year_of, year_span


def standings(db: Database, *, on: date, workplaces: Iterable[str] | None = None) -> dict[str, Standing]:
    """Of all workplaces, or of those asked for, by workplace. One of which no file spoke by then stands there too."""
    keys = None if workplaces is None else list(workplaces)
    only, given = (
        ("true", ()) if keys is None else ("id in (select value from json_each(?))", (key_list(keys),))
    )
    known = [key for (key,) in db.rows(f"select id from workplace where {only}", given)]
    own, workers = _own_records(db, on, keys), _worker_records(db, on, keys)
    return {key: _stands(own.get(key, ()), workers.get(key, ()), on) for key in known}


def service_standings(
    db: Database, *, on: date, services: Iterable[str] | None = None
) -> dict[str, Standing]:
    """The same by service of the register; of several workplaces of one service the one that stands best."""
    rows = db.rows("select service_id, id from workplace where service_id is not null order by id")
    wanted = None if services is None else set(services)
    tied = [(service, key) for service, key in rows if wanted is None or service in wanted]
    held = standings(db, on=on, workplaces=None if wanted is None else [key for _, key in tied])
    found: dict[str, Standing] = {}
    for service, key in tied:
        if service not in found or _better(held[key], found[service]):
            found[service] = held[key]
    return found


def _better(one: Standing, other: Standing) -> bool:
    return (one.eligible, one.now.share, one.now.workers) > (
        other.eligible,
        other.now.share,
        other.now.workers,
    )


def workplace_standing(db: Database, workplace_id: str, *, on: date) -> Standing:
    """Of one workplace; a key that is gone raises LookupError."""
    found = standings(db, on=on, workplaces=[workplace_id])
    if workplace_id not in found:
        raise LookupError(f"no workplace {workplace_id}")
    return found[workplace_id]


def completeness(db: Database, workplace_id: str, *, on: date) -> Completeness:
    """How one workplace stands on a day, without what was met before."""
    return workplace_standing(db, workplace_id, on=on).now


# --- what files said ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Own:
    """A workplace's own row of one file."""

    as_at: date
    gone: bool
    updated: bool
    staff: int | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Worker:
    """A worker's row of one file. `bare`: it says only that there is one, as NOCHANGE and UNCHECKED may."""

    as_at: date
    key: str
    line: int
    gone: bool
    updated: bool
    bare: bool
    missing: tuple[str, ...]
    reference: str


_day = lru_cache(maxsize=4096)(date.fromisoformat)
_BARE = (RowStatus.NOCHANGE.value, RowStatus.UNCHECKED.value)


def _own_records(db: Database, on: date, keys: Sequence[str] | None) -> dict[str, list[_Own]]:
    only, given = _only(keys)
    rows = db.rows(
        f"""select workplace_id, as_at, status, updated, total_staff, given, main_service from workplace_return
        where as_at <= ? and {only} order by workplace_id, as_at""",
        (on.isoformat(), *given),
    )
    found: dict[str, list[_Own]] = defaultdict(list)
    for key, as_at, status, updated, staff, filled, service in rows:
        before = found[key][-1] if found[key] else None
        if status in _BARE and not filled and before is not None:
            found[key].append(replace(before, as_at=_day(as_at), updated=bool(updated)))
            continue
        gone = status == RowStatus.DELETE.value
        missing = workplace_missing(filled, service)
        found[key].append(_Own(_day(as_at), gone, bool(updated), staff, missing))
    return found


def _worker_records(db: Database, on: date, keys: Sequence[str] | None) -> dict[str, list[_Worker]]:
    only, given = _only(keys)
    rows = db.rows(
        f"""select workplace_id, as_at, worker_key, line, status, updated, given, employment, zero_hours,
            social_care_qualification, other_qualification, reference from worker_record
        where as_at <= ? and {only} order by workplace_id, as_at, line""",
        (on.isoformat(), *given),
    )
    return {key: list(map(_worker, some)) for key, some in groupby(rows, key=itemgetter(0))}


def _worker(row: tuple) -> _Worker:  # type: ignore[type-arg]
    _, as_at, key, line, status, updated, filled, employment, zero_hours, social, other, reference = row
    missing = worker_missing(
        filled, employment=employment, zero_hours=zero_hours, social_care=social, other=other
    )
    gone, bare = status == RowStatus.DELETE.value, not filled and status in _BARE
    return _Worker(_day(as_at), key, line, gone, bool(updated), bare, missing, reference)


def _only(keys: Sequence[str] | None) -> tuple[str, tuple[str, ...]]:
    if keys is None:
        return "true", ()
    return "workplace_id in (select value from json_each(?))", (key_list(keys),)


# --- and how that makes a workplace stand ---------------------------------------------------------------------------


@dataclass
class _Workforce:
    """Everybody who works there as files said it one after the other."""

    now: dict[str, WorkerFacts] = field(default_factory=dict)
    left: dict[str, WorkerFacts] = field(default_factory=dict)

    def follow(self, file: Iterable[_Worker]) -> None:
        """The next file: who is not in it, or is deleted in it, does not work there any more."""
        before, self.now = self.left | self.now, {}
        for row in file:
            facts = _after(before.get(row.key), row)
            if row.gone:
                before[row.key] = facts
            else:
                self.now[row.key] = facts
        self.left = before


def _after(before: WorkerFacts | None, row: _Worker) -> WorkerFacts:
    missing = before.missing if row.bare and before is not None else row.missing
    looked_at = row.as_at if row.updated else before.looked_at if before is not None else None
    complete_on = before.complete_on if before is not None else None
    if not missing and looked_at is not None and looked_at >= year_span(year_of(row.as_at)).first:
        complete_on = row.as_at
    return WorkerFacts(row.line, missing, looked_at, complete_on, row.reference)


def _stands(own: Sequence[_Own], workers: Sequence[_Worker], on: date) -> Standing:
    """Judged on each day of the funding year on which a file said something, and on the day itself."""
    since = year_span(year_of(on)).first
    judged: list[tuple[date, Completeness]] = []
    force, facts = _Workforce(), None
    looked_at: date | None = None
    for day, said_own, said_workers in _days(own, workers):
        if said_own is not None:
            looked_at = day if said_own.updated else looked_at
            facts = None if said_own.gone else WorkplaceFacts(said_own.staff, said_own.missing, looked_at)
        if said_workers:
            force.follow(said_workers)
        if day >= since:
            judged.append((day, judge(facts, list(force.now.values()), on=day)))
    now = (
        judged[-1][1]
        if judged and year_of(judged[-1][0]) == year_of(on)
        else judge(facts, list(force.now.values()), on=on)
    )
    return standing(judged, now, on=on)


def _days(
    own: Sequence[_Own], workers: Sequence[_Worker]
) -> Iterator[tuple[date, _Own | None, list[_Worker]]]:
    """Each day on which a file spoke of the workplace, with its own row and its workers."""
    by_day = {one.as_at: one for one in own}
    forces = {day: list(some) for day, some in groupby(workers, key=lambda one: one.as_at)}
    for day in sorted(by_day.keys() | forces.keys()):
        yield day, by_day.get(day), forces.get(day, [])
